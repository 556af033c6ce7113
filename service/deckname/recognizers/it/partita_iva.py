"""Partita IVA of Italy: eleven digits, the last Luhn's check digit; with IT before it, the number for VAT.

D.P.R. 633/1972, art. 35, https://www.agenziaentrate.gov.it; 00743110157 is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "P.IVA 00743110157, IT00743110157, p. iva: 00743110158; lotto 00743110157, lotto IT00743110158")
['00743110157', 'IT00743110157', '00743110158']
"""

from stdnum.it import iva

from deckname.identifier import Identifier

_WORDS = (
    "partita iva", "p iva", "piva", "part iva", "p i", "partita i v a", "p i v a", "codice iva", "numero iva", "iva",
    "codice fiscale e partita iva", "c f p iva", "codice fiscale", "cod fiscale", "registro imprese",
    "registro delle imprese", "vat", "vat number", "vat no", "vat id", "italian vat number", "tva", "ust id",
    "ust id nr", "nif iva", "btw", "btw nummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Italian VAT number",
        shapes=("AA99999999999", "AA 99999999999", "AA-99999999999", "AA 999 9999 9999", "AA 99999 999999"),
        form=r"IT\d{11}",
        valid=iva.is_valid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Italian partita IVA",
        shapes=("99999999999", "999 9999 9999", "99999 999999", "999 999 99999"),
        valid=iva.is_valid,
        words=_WORDS,
    ),
)
