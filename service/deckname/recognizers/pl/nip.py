"""NIP: ten digits, the last one a check digit modulo 11; with PL before them the VAT number.

Source: Polish law of 13 October 1995 on the registration and identification of taxpayers.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIP 856-734-62-15, N.I.P.: 8567346215, numer identyfikacji podatkowej 856-73-46-216")
['856-734-62-15', '8567346215', '856-73-46-216']
>>> values(IDENTIFIERS, "PL8567346215, PL 8567346216, tel. 856-734-62-15, nr 8567346215; VAT UE: PL856-73-46-215")
['PL8567346215', 'PL856-73-46-215']
"""

from stdnum.pl import nip

from deckname.identifier import Identifier

_WORDS = (
    "nip", "n i p", "numer identyfikacji podatkowej", "nr identyfikacji podatkowej", "polish tax number",
    "polish tax id", "polish vat number", "polnische steuernummer", "numéro fiscal polonais",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Polish NIP",
        shapes=("9999999999", "999-999-99-99", "999-99-99-999", "999 999 99 99"),
        form=r"[1-9]\d[1-9]\d{7}",
        valid=nip.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Polish VAT number",
        shapes=("AA9999999999", "AA 9999999999", "AA 999-999-99-99", "AA999-999-99-99", "AA999-99-99-999"),
        form=r"PL[1-9]\d[1-9]\d{7}",
        valid=nip.is_valid,
        words=(*_WORDS, "vat", "vat id", "vat number", "vat no", "vat ue", "ust id*", "ust idnr"),
        alone=0.6,
    ),
)
