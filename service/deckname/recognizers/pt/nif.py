"""Portuguese NIF of persons and NIPC of companies: nine digits, the last a check digit (weights 9 to 2, modulo 11).

https://www.portaldasfinancas.gov.pt, Decreto-Lei 14/2013; the first digit is 1, 2, 3 or 45 for persons, 5 to 9 for
others; 123456789 is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIF 123456789, contribuinte: 123 456 780, NIPC 501964843, PT501964843; lote 123456789")
['123456789', '123 456 780', '501964843', 'PT501964843']
>>> [each.type for each in IDENTIFIERS if values([each], "PT123456789")]
['TAX_ID']
"""

from stdnum.pt import nif

from deckname.identifier import Identifier

_SHAPES = ("999999999", "999 999 999", "999.999.999", "AA999999999", "AA 999 999 999", "AA 999999999", "AA-999999999")
_VAT = (
    "iva", "n iva", "vat", "vat number", "vat no", "vat id", "número de iva", "ust id", "ust id nr", "tva", "btw",
    "partita iva",
)  # fmt: skip
_COMPANY = (
    "nipc", "n i p c", "número de pessoa coletiva", "numero de pessoa coletiva", "número de pessoa colectiva",
    "pessoa coletiva", "pessoa colectiva", "contribuinte", "nif", "company number", "matrícula", *_VAT,
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Portuguese NIF",
        shapes=_SHAPES,
        form=r"(?:PT)?(?:[1235689]\d|45|7[0124579])\d{7}",
        valid=nif.is_valid,
        words=(
            "nif", "n i f", "número de identificação fiscal", "numero de identificacao fiscal", "identificação fiscal",
            "contribuinte", "número de contribuinte", "numero de contribuinte", "n contribuinte", "nº contribuinte",
            "contribuinte n", "número fiscal", "numero fiscal", "número fiscal de contribuinte",
            "cartão de contribuinte", "tax number", "tax id", "tin", "portuguese tax number",
            "tax identification number", "steuernummer", "portugiesische steuernummer", "numéro fiscal",
            "número de identificación fiscal", "codice fiscale portoghese",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Portuguese NIPC",
        shapes=_SHAPES[:3],
        form=r"[5689]\d{8}",
        valid=nif.is_valid,
        words=tuple(word for word in _COMPANY if word not in ("contribuinte", "nif")),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Portuguese VAT number",
        shapes=_SHAPES[3:],
        form=r"PT[5689]\d{8}",
        valid=nif.is_valid,
        words=_COMPANY,
        alone=0.8,
    ),
    Identifier(
        type="TAX_ID",
        name="Portuguese VAT number of a person",
        shapes=_SHAPES[3:],
        form=r"PT(?:[123]\d|45)\d{7}",
        valid=nif.is_valid,
        words=("contribuinte", "nif", *_VAT),
        alone=0.8,
    ),
)  # fmt: skip
