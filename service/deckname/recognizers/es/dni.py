"""DNI and NIE of Spain: eight digits (or X, Y, Z and seven) and the letter of the number modulo 23.

After https://www.interior.gob.es (Cálculo del dígito de control del NIF/NIE); 12345678Z is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:2], "DNI 12345678Z, NIE X-1234567-L")
['12345678Z', 'X-1234567-L']
>>> values(IDENTIFIERS, "12345678A")
[]
>>> values(IDENTIFIERS[:2], "mi DNI es 12.345.678-Z; DNI: 12345678A; pieza 12345678A")
['12.345.678-Z', '12345678A']
>>> values(IDENTIFIERS[2:], "D.N.I. 12.345.678, NIF K1234567L")
['12.345.678', 'K1234567L']
"""

from deckname.identifier import Identifier

_WORDS = (
    "dni", "d n i", "nif", "n i f", "dni nie", "dni nif", "nif nie", "documento nacional",
    "documento nacional de identidad", "documento de identidad", "documento identidad", "carnet de identidad",
    "carné de identidad", "identidad", "identificación", "número de identificación fiscal", "número de identidad",
    "número de documento", "nie nif", "cédula de identidad", "spanish id", "spanish national id", "national id",
    "identity card", "id card", "spanischer personalausweis", "spanische steuernummer", "carte d identité espagnole",
    "carta d identità spagnola",
)  # fmt: skip
_NIE = (
    "nie", "n i e", "número de identidad de extranjero", "numero de identidad de extranjero", "identidad de extranjero",
    "número de extranjero", "tarjeta de residencia", "tie", "permiso de residencia", "residencia", "foreigner id",
    "foreigner identification number", "nie number", "ausländernummer", "numéro d étranger", *_WORDS,
)  # fmt: skip
_LETTER = "[A-HJ-NP-TV-Z]"


def is_dni(number: str) -> bool:
    """Whether the letter checks.

    >>> is_dni("12345678Z"), is_dni("12345678A"), is_dni("X1234567L"), is_dni("K1234567L")
    (True, False, True, True)
    """
    digits = number[:-1].lstrip("KLM").translate(str.maketrans("XYZ", "012"))
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23] == number[-1]


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Spanish DNI",
        shapes=(
            "99999999A", "99999999-A", "99999999 A", "99.999.999-A", "99.999.999 A", "99.999.999A", "99 999 999 A",
            "99 999 999A", "99999999.A", "99999999/A", "99-999-999-A", "99.999.999.A", "99 999 999-A",
        ),
        form=r"\d{8}" + _LETTER,
        valid=is_dni,
        words=_WORDS,
        alone=0.6,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Spanish NIE",
        shapes=(
            "A9999999A", "A-9999999-A", "A 9999999 A", "A9999999-A", "A-9999999A", "A-9.999.999-A", "A 9.999.999 A",
            "A9.999.999-A", "A 9999999-A",
        ),
        form=r"[XYZ]\d{7}" + _LETTER,
        valid=is_dni,
        words=_NIE,
        alone=0.75,
        named=0.97,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Spanish DNI without its zero",
        shapes=("9999999A", "9999999-A"),
        form=r"\d{7}" + _LETTER,
        valid=is_dni,
        words=_WORDS,
        alone=0.5,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Spanish DNI without its zero or letter",
        shapes=("9999999A", "9999999-A", "9.999.999-A", "9.999.999A", "99999999", "99.999.999", "9.999.999"),
        form=rf"\d{{7}}{_LETTER}|\d{{8}}|\d{{7}}",
        words=_WORDS,
        named=0.85,
    ),
    Identifier(
        type="TAX_ID",
        name="Spanish NIF of a person without DNI or NIE",
        shapes=("A9999999A", "A-9999999-A", "A9999999-A", "A-9999999A"),
        form=r"[KLM]\d{7}" + _LETTER,
        valid=is_dni,
        words=("nif", "n i f", "número de identificación fiscal", "identificación fiscal", "tax id", "tax number"),
    ),
)  # fmt: skip
