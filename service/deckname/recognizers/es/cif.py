"""Spanish NIF of companies and other bodies (CIF): a letter of the kind, two digits of the province, five, a check
digit or letter.

Orden EHA/451/2008; Luhn's check digit, or its letter of JABCDEFGHI. With ES before it, it is the number for VAT; that
of a person has the DNI or NIE behind ES.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CIF B64717838, NIF: B-64717838, ESB64717838, C.I.F. B64717839; pieza B64717838")
['B64717838', 'B-64717838', 'ESB64717838', 'B64717839']
>>> values(IDENTIFIERS[2:], "ES12345678A, ESB64717838, ES12345678Z, NIF-IVA ES-X1234567L")
['ES12345678Z', 'ES-X1234567L']
"""

from stdnum.es import nif

from deckname.identifier import Identifier

_WORDS = (
    "cif", "c i f", "nif", "n i f", "cif nif", "nif cif", "código de identificación fiscal",
    "codigo de identificacion fiscal", "identificación fiscal", "número de identificación fiscal", "nif iva", "iva",
    "vat", "vat number", "vat no", "vat id", "company tax number", "tva", "ust id", "ust id nr", "btw", "partita iva",
)  # fmt: skip
_KIND = "[A-HJNP-SU-W]"

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Spanish CIF",
        shapes=(
            "A99999999", "A-99999999", "A 99999999", "A9999999A", "A-9999999-A", "A9999999-A", "A-99.999.999",
            "A99.999.999", "A-9999999A", "A/99999999",
        ),
        form=rf"{_KIND}\d{{7}}[A-J\d]",
        valid=nif.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Spanish VAT number",
        shapes=(
            "AAA99999999", "AA A99999999", "AA-A99999999", "AA A-99999999", "AAA9999999A", "AA-A9999999A",
            "AA99999999A",
        ),
        form=rf"ES{_KIND}\d{{7}}[A-J\d]",
        valid=nif.is_valid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="TAX_ID",
        name="Spanish VAT number of a person",
        shapes=("AAA9999999A", "AA-A9999999A", "AA A9999999A", "AA99999999A", "AA-99999999A", "AA 99999999A"),
        form=r"ES(?:[KLMXYZ]\d{7}|\d{8})[A-Z]",
        valid=nif.is_valid,
        words=_WORDS,
        alone=0.85,
        named=0.97,  # as much as the DNI or NIE within it, which would leave ES over
    ),
)  # fmt: skip
