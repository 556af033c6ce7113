"""CURP: the key of everybody in the population register of Mexico.

Letters of the name, date of birth, sex (H, M or X), state, consonants of the name, a character against doubles and a
check digit (Instructivo normativo para la asignación de la CURP, DOF 18/10/2021); BOXW310820HNERXN09 is a published
sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "BOXW310820HNERXN09; mi CURP es BOXW310820HNERXN08")
['BOXW310820HNERXN09', 'BOXW310820HNERXN08']
>>> values(IDENTIFIERS, "BOXW310820HNERXN08, CURP: BOXW311320HNERXN09")
[]
"""

from stdnum.mx import curp

from deckname.identifier import Identifier

_STATES = "AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE|CX"


def is_curp(value: str) -> bool:
    """Whether the check digit is right; the date and the state are in the form already.

    >>> is_curp("BOXW310820HNERXN09"), is_curp("BOXW310820HNERXN08")
    (True, False)
    """
    return bool(curp.calc_check_digit(value) == value[-1])


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Mexican CURP",
        shapes=("AAAA999999AAAAAA99", "AAAA999999AAAAAAA9"),
        form=rf"[A-Z]{{4}}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[HMX](?:{_STATES})[A-Z]{{3}}[0-9A-Z]\d",
        words=(
            "curp", "c u r p", "clave única de registro", "clave unica de registro", "clave única",
            "clave única de registro de población", "clave unica de registro de poblacion", "mexican id",
            "registro de población", "unique population registry code", "población",
        ),
        valid=is_curp,
        alone=0.9,
        named=0.98,
    ),
)  # fmt: skip
