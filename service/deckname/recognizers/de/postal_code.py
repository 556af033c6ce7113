"""Postleitzahl of Germany: five digits, 01001 to 99998 (Deutsche Post), where words name it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "PLZ: 70173, Postleitzahl D-01067, plz/ort: 10115 Berlin; 70173 Stück")
['70173', 'D-01067', '10115']
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="ADDRESS",
        name="German postal code",
        shapes=("99999", "A-99999", "A 99999", "AA-99999"),
        form=r"(?:DE?)?(?:0[1-9]\d{3}|[1-9]\d{4})",
        words=(
            "plz", "postleitzahl", "postleitzahlen", "plz ort", "ort plz", "postlz", "postal code", "post code",
            "postcode", "code postal", "código postal", "codice postale",
        ),
        named=0.85,
    ),
)  # fmt: skip
