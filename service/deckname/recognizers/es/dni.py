"""DNI and NIE of Spain: eight digits (or X, Y, Z and seven) and the letter of the number modulo 23.

After https://www.interior.gob.es (Cálculo del dígito de control del NIF/NIE); 12345678Z is its sample.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "DNI 12345678Z, NIE X-1234567-L")
['12345678Z', 'X-1234567-L']
>>> values(RECOGNIZERS, "12345678A")
[]
"""

from deckname.checksums import bare
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_dni(value: str) -> bool:
    """Whether the letter checks.

    >>> is_dni("12345678-Z"), is_dni("12345678-A"), is_dni("X1234567L")
    (True, False, True)
    """
    number = bare(value)
    digits = number[:-1].translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23] == number[-1]


_CONTEXT = ("dni", "nie", "nif", "documento nacional*", "identidad", "identificación", "número de identidad")

RECOGNIZERS = (
    Hinted(
        near=r"\d{7}",
        before=66,
        after=45,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])(?<!\d[.\-])\d{8}[ \-]?[A-HJ-NP-TV-Z](?![\p{L}\d])",
            score=0.65,
            valid=is_dni,
            context=_CONTEXT,
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
    Hinted(
        near=r"\d{7}",
        before=66,
        after=45,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])[XYZ][ \-]?\d{7}[ \-]?[A-HJ-NP-TV-Z](?![\p{L}\d])",
            score=0.8,
            valid=is_dni,
            context=_CONTEXT,
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
)
