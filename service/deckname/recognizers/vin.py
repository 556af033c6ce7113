"""Vehicle identification numbers: ISO 3779, seventeen capitals and digits without I, O and Q.

North American ones (first character 1 to 5) have a check digit in the ninth place, a model year in the tenth, and end
in digits (49 CFR 565.15, https://www.ecfr.gov/current/title-49/section-565.15). Makers of the Volkswagen group fill up
with ZZZ. Any other needs words that name it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "the car 1M8GDM9AXKP042788, WVWZZZ1JZ3W386752; VIN: 1M8GDM9A1KP042788")
['1M8GDM9AXKP042788', 'WVWZZZ1JZ3W386752', '1M8GDM9A1KP042788']
>>> values(IDENTIFIERS, "Fahrgestellnummer VF1BM1B0H36123456, part 1M8GDM9A1KP042788, 11111111111111111")
['VF1BM1B0H36123456']
"""

from __future__ import annotations

from deckname.identifier import Identifier

_SHAPES = ("X" * 17, "XXX XXXXXX XXXXXXXX", "XXX-XXXXXX-XXXXXXXX")
_WORDS = (
    "vin", "vin number", "vehicle identification*", "vehicle id", "vehicle serial number", "chassis", "chassis n*",
    "chassis number", "frame number", "fahrgestell*", "fahrzeug ident*", "fahrzeugident*", "fin", "fin nummer", "fgst",
    "fg nr", "numéro de châssis", "numero de chassis", "châssis", "numéro d identification du véhicule",
    "identification du véhicule", "numéro de série du véhicule", "niv", "telaio", "numero di telaio", "bastidor",
    "número de bastidor", "identificación del vehículo", "número de chasis", "chasis", "chassi", "número do chassi",
    "chassisnummer", "voertuigidentificatie*", "numero di identificazione del veicolo",
)  # fmt: skip
_LETTERS = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def is_vin(value: str) -> bool:
    """Whether the ninth character is the check digit of the others: their weighted sum modulo 11, 10 written X.

    >>> is_vin("1M8GDM9AXKP042788"), is_vin("1M8GDM9A1KP042788"), is_vin("1M8GDM9AXKP04278")
    (True, False, False)
    """
    if len(value) != 17:
        return False
    total = sum(
        weight * (_LETTERS.get(character, 0) if character.isalpha() else int(character))
        for weight, character in zip(_WEIGHTS, value, strict=True)
    )
    return value[8] == "0123456789X"[total % 11]


_ANY = r"[A-HJ-NPR-Z0-9]"

IDENTIFIERS = (
    Identifier(
        type="VIN",
        name="VIN of North America",
        shapes=_SHAPES,
        form=rf"(?=.*[A-Z].*[A-Z])[1-5]{_ANY}{{7}}[0-9X][A-HJ-NPR-TV-Y1-9]{_ANY}{{3}}[0-9]{{4}}",
        valid=is_vin,
        words=_WORDS,
        alone=0.8,
    ),
    Identifier(
        type="VIN",
        name="VIN filled up with Z",
        shapes=_SHAPES,
        form=r"[A-HJ-NPR-Z0-9]{3}ZZZ[A-HJ-NPR-Z0-9]{2}Z[A-HJ-NPR-TV-Y0-9][A-HJ-NPR-Z0-9][A-HJ-NPR-Z0-9][0-9]{5}",
        words=_WORDS,
        alone=0.7,
    ),
    Identifier(
        type="VIN",
        name="VIN",
        shapes=_SHAPES,
        form=rf"(?=.*[0-9].*[0-9])(?=.*[A-Z])[A-HJ-NPR-Z6-90]{_ANY}{{12}}[A-HJ-NPR-Z0-9][0-9]{{3}}",
        words=_WORDS,
        named=0.9,
    ),
)
