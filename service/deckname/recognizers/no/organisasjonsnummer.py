"""Organisasjonsnummer: nine digits, the first an 8 or 9, the last one a check digit modulo 11; with MVA the VAT number.

Source: https://www.brreg.no/om-oss/registrene-vare/om-enhetsregisteret/organisasjonsnummeret/

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Org.nr. 988 077 917, orgnr 988077917 MVA, NO 988077917 MVA, org.nr: 988 077 918")
['988 077 917', '988077917', 'NO 988077917 MVA', '988 077 918']
>>> values(IDENTIFIERS, "tlf. 988 077 917, org.nr 188077917")
[]
"""

from stdnum.no import mva, orgnr

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Norwegian organisasjonsnummer",
        shapes=("999999999", "999 999 999", "999.999.999"),
        form=r"[89]\d{8}",
        valid=orgnr.is_valid,
        words=(
            "organisasjonsnummer*", "organisasjonsnr", "org nr", "orgnr", "org nummer", "orgnummer", "foretaksnummer",
            "foretaksregisteret", "org no", "organisation number", "organization number", "norwegian company number",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Norwegian VAT number",
        shapes=("AA999999999AAA", "AA 999999999 AAA", "AA 999 999 999 AAA", "AA999999999 AAA"),
        form=r"NO[89]\d{8}MVA",
        valid=mva.is_valid,
        words=("mva", "mva nr", "vat", "vat no", "vat number", "org nr", "orgnr"),
        alone=0.85,
    ),
)  # fmt: skip
