"""Driver numbers of Great Britain: sixteen letters and digits of surname, birth and initials.

Five letters of the surname (9 fills up), year, month (50 more for women), day and year of birth, two initials (or 9),
an arbitrary digit and two check characters: https://www.gov.uk/government/publications/driver-licence-number-format.
How the last two are computed is not public. Northern Irish numbers have eight digits.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "MORGA753116SM9IJ, FOX99 802290 AB1CD; driving licence MORGA753116SM9IJ")
['MORGA753116SM9IJ', 'FOX99 802290 AB1CD', 'MORGA753116SM9IJ']
>>> values(IDENTIFIERS, "MORGA773116SM9IJ, MORGA753416SM9IJ, 12345678")   # a 77th month, the 41st day
[]
"""

from deckname.identifier import Identifier

_SURNAME = r"(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)"
_BIRTH = r"\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d"
_WORDS = (
    "driving licence", "driving license", "driver licence", "driver license", "drivers licence", "drivers license",
    "driver s licence", "driver number", "driver no", "driving licence number", "dvla", "dvla number", "dln",
    "licence no", "licence number", "dva", "führerschein*", "permis de conduire", "rijbewijs*", "patente",
    "permiso de conducir",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="DRIVER_LICENSE",
        name="British driver number",
        shapes=("X" * 16, "XXXXX XXXXXX XXXXX", "XXXXX-XXXXXX-XXXXX", "XXXXX XXXXXX XXXXX XX", "X" * 16 + " XX"),
        form=_SURNAME + _BIRTH + r"(?:[A-Z]{2}|[A-Z]9|99)[A-Z\d][A-Z\d]{2}(?:\d\d)?",
        words=_WORDS,
        alone=0.8,
    ),
    Identifier(
        type="DRIVER_LICENSE",
        name="Northern Irish driver number",
        shapes=("99999999",),
        words=("dva", "ni driving licence", "northern ireland driving licence", "dva number"),
        named=0.9,
    ),
)
