"""Registration plates of Turkey that are called so: province 01 to 81, one to three letters, two to five digits.

Source: Karayolları Trafik Yönetmeliği, art. 53 and annex.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "plaka: 34 ABC 1234, plakalı 06AB123, Plakası 35-ABC-12; 34 AB 999 plakalı araç")
['34 ABC 1234', '06AB123', '35-ABC-12', '34 AB 999']
>>> values(IDENTIFIERS, "34 ABC 1234 nolu parça, plaka 82 ABC 123")
[]
"""

from deckname.identifier import Identifier

_PARTS = ("A 999", "A 9999", "A 99999", "AA 99", "AA 999", "AA 9999", "AAA 99", "AAA 999", "AAA 9999")

IDENTIFIERS = (
    Identifier(
        type="LICENSE_PLATE",
        name="Turkish registration plate",
        shapes=tuple(f"99 {part}".replace(" ", separator) for part in _PARTS for separator in (" ", "-", "")),
        form=r"(?:0[1-9]|[1-7]\d|8[01])[A-Z]{1,3}\d{2,5}",
        words=(
            "plaka*", "plakalı", "plakası", "araç plaka*", "plate", "plates", "plate no", "plate number",
            "number plate", "license plate", "licence plate", "registration number", "vehicle registration",
            "kennzeichen", "autokennzeichen", "nummernschild", "plaque d immatriculation", "immatriculation",
            "kenteken", "targa", "matrícula",
        ),
        named=0.9,
    ),
)  # fmt: skip
