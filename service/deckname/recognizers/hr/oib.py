"""OIB: eleven digits, the last one a check digit by ISO 7064 MOD 11,10; persons and companies have one.

Source: Zakon o osobnom identifikacijskom broju (NN 60/08); 33392005961 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "OIB: 33392005961, oib 33392005962, osobni identifikacijski broj 33392005961, HR33392005961")
['33392005961', '33392005962', '33392005961', 'HR33392005961']
>>> values(IDENTIFIERS, "broj 33392005961, HR33392005962")
[]
"""

from stdnum.hr import oib

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Croatian OIB",
        shapes=("99999999999",),
        valid=oib.is_valid,
        words=(
            "oib", "o i b", "oib a", "osobni identifikacijski broj", "osobnog identifikacijskog broja",
            "croatian personal identification number", "personal identification number", "croatian national id",
            "croatian tax number", "kroatische steuernummer", "kroatische identifikationsnummer", "pdv id broj",
            "pdv broj",
        ),
        named=0.97,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Croatian VAT number",
        shapes=("AA99999999999", "AA 99999999999"),
        form=r"HR\d{11}",
        valid=oib.is_valid,
        words=("oib", "pdv", "pdv id", "pdv id broj", "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
        named=0.97,  # as much as the OIB within it, which would leave HR over
    ),
)  # fmt: skip
