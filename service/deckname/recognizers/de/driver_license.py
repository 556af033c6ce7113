"""German Führerschein: eleven letters and digits (FeV annex 8).

A key of the authority (state A to P, two digits of the district, one more), five of the licence, a check digit and the
number of the issue. The check digit is the sum of the first nine, letters read as 10 to 35, weights 9 to 1, modulo 11,
X for ten; so described in https://de.wikipedia.org/wiki/Führerscheinnummer for the specimen B072RRE2I55.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Führerschein B072RRE2I55, FS-Nr. J010000SD51; Fahrerlaubnis B072RRE2I45; Teil B072RRE2I55")
['B072RRE2I55', 'J010000SD51', 'B072RRE2I45']
"""

from deckname.identifier import Identifier


def is_driver_number(number: str) -> bool:
    """Whether the tenth character checks the nine before it.

    >>> is_driver_number("B072RRE2I55"), is_driver_number("B072RRE2I45")
    (True, False)
    """
    total = sum(int(character, 36) * (9 - place) for place, character in enumerate(number[:9]))
    return "0123456789X"[total % 11] == number[9]


IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="German Führerschein",
        shapes=("X" * 11, "XXXX XXXXX XX", "XXXX XXXXX X X"),
        form=r"[A-P]\d\d[A-Z\d]{6}[\dX][A-Z\d]",
        valid=is_driver_number,
        words=(
            "führerschein", "führerscheins", "führerscheines", "führerscheinnummer", "führerscheinnr",
            "führerschein nr", "fuehrerschein*", "fuehrerschein nr", "fahrerlaubnis", "fahrerlaubnisnummer",
            "fahrerlaubnisnr", "kartenführerschein", "fs nr", "fs nummer", "lenkerberechtigung", "driving licence",
            "driving license", "driver license", "drivers license", "driver s license", "driver licence",
            "drivers licence", "driver s licence", "licence number", "license number", "permis de conduire",
            "permiso de conducir", "carnet de conducir", "patente", "patente di guida", "rijbewijs*",
        ),
        failed=0.65,
    ),
)  # fmt: skip
