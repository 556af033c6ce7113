"""French companies: SIREN (nine digits), SIRET (SIREN and five of the establishment) and TVA (FR, two of a key, SIREN).

https://www.insee.fr/fr/metadonnees/definition/c2047 and c1841: Luhn's check digit in both (La Poste's SIRET excepted);
the key of TVA is (12 + 3 × (SIREN modulo 97)) modulo 97. A trader on his own account has a SIREN, too.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SIREN 732 829 320, SIRET : 73282932000074, TVA FR40303265045; RCS Paris 732829321")
['732 829 320', '73282932000074', 'FR40303265045', '732829321']
>>> values(IDENTIFIERS, "TVA intracommunautaire : 40303265045, n° TVA 4Z123456782; lot 40303265045")
['40303265045', '4Z123456782']
>>> values(IDENTIFIERS, "732 829 320 00074, 732829320, 73282932000074, FR41303265045")
['732 829 320 00074']
"""

from stdnum.fr import siren, siret, tva

from deckname.identifier import Identifier

_SIRET = ("siret", "numéro siret", "n siret", "no siret", "siret number", "siren siret", "siret siren")
_VAT = (
    "tva", "numéro de tva", "tva intracommunautaire", "n tva", "no tva", "numéro tva", "id tva", "tva intracom", "vat",
    "vat number", "vat no", "vat id", "vat reg no", "ust id", "ust id nr", "ust idnr", "iva", "partita iva", "nif iva",
    "btw", "btw nummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="French SIREN",
        shapes=("999999999", "999 999 999", "999.999.999", "999-999-999"),
        valid=siren.is_valid,
        words=(
            "siren",
            "numéro siren",
            "n siren",
            "no siren",
            "siren siret",
            "rcs",
            "r c s",
            "registre du commerce",
            "registre du commerce et des sociétés",
            "immatriculée",
            "immatriculé au rcs",
            "siren number",
            *_SIRET,
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="French SIRET in groups",
        shapes=("999 999 999 99999", "999.999.999.99999", "999 999 999 999 99"),
        valid=siret.is_valid,
        words=_SIRET,
        alone=0.55,
        named=0.97,
    ),
    Identifier(
        type="COMPANY_ID",
        name="French SIRET",
        shapes=("99999999999999", "999999999 99999", "999999999-99999"),
        valid=siret.is_valid,
        words=_SIRET,
        named=0.97,
    ),
    Identifier(
        type="COMPANY_ID",
        name="French VAT number",
        shapes=(
            "X" * 13,
            "XX XX XXX XXX XXX",
            "XX XX XXXXXXXXX",
            "XXXX XXX XXX XXX",
            "XXXX XXXXXXXXX",
            "XX XXXXXXXXXXX",
        ),
        form=r"FR[A-HJ-NP-Z\d]{2}\d{9}",
        valid=tva.is_valid,
        words=_VAT,
        alone=0.9,
    ),
    Identifier(
        type="COMPANY_ID",
        name="French VAT number without its country",
        shapes=("X" * 11, "XX XXX XXX XXX", "XX XXXXXXXXX"),
        form=r"[A-HJ-NP-Z\d]{2}\d{9}",
        valid=tva.is_valid,
        words=tuple(word for word in _VAT if "tva" in word),
        named=0.9,
    ),
)
