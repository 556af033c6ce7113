"""Reisepass: nine letters and digits, the first of them C, F, G, H, J or K, then perhaps the check digit.

Letters and check as for the identity card (ICAO Doc 9303 part 4); C01X00T47 is the Bundesdruckerei's
specimen. Provisional and children's passports have a letter and seven digits.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Reisepass-Nr.: C01X00T47, Passnummer C01X00T478; Kinderreisepass E1234567; Bauteil C01X00T47")
['C01X00T47', 'C01X00T478', 'E1234567']
"""

from deckname.identifier import Identifier
from deckname.recognizers.de.id_card import checks

_WORDS = (
    "reisepass", "reisepasses", "reisepaß", "reisepassnummer", "reisepassnr", "reisepass nr", "reisepass nummer",
    "passnummer", "pass nummer", "passnr", "pass nr", "pass no", "passport", "passport number", "passport no", "epass",
    "e pass", "deutscher pass", "german passport", "travel document", "passeport", "pasaporte", "passaporto",
    "paspoort*",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="PASSPORT",
        name="German Reisepass",
        shapes=("XXXXXXXXX", "XXXXXXXXXX", "XXXXXXXXX X"),
        form=r"[CFGHJK][CFGHJ-NPRTV-Z\d]{8,9}",
        valid=checks,
        words=_WORDS,
        failed=0.7,
    ),
    Identifier(
        type="PASSPORT",
        name="German provisional or children's passport",
        shapes=("A9999999", "A 9999999"),
        form=r"[A-HJ-NP-Z]\d{7}",
        words=(*_WORDS, "kinderreisepass*", "kinderpass", "vorläufiger reisepass"),
        named=0.92,
    ),
)
