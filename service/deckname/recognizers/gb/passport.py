"""British passports: nine digits, or two letters and seven digits (ICAO Doc 9303 part 4: up to nine).

https://www.gov.uk/government/publications/basic-passport-checks. The digit that follows in the machine readable zone is
no part of it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Passport no. 502135326, passport: AB1234567; order 502135326")
['502135326', 'AB1234567']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="British passport",
        shapes=("999999999", "999 999 999", "AA9999999", "AA 9999999"),
        form=r"\d{9}|[A-Z]{2}\d{7}",
        words=(
            "passport", "passports", "passport number", "passport no", "passport num", "passport nr", "travel document",
            "british passport", "uk passport", "passport id", "passport card", "britischer reisepass", "hmpo",
            "passeport britannique", "pasaporte británico", "passaporto britannico", "brits paspoort",
        ),
        named=0.9,
    ),
)  # fmt: skip
