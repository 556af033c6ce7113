"""Cédula: the identity number of Panama: province or kind, book, entry, where words name it (Tribunal Electoral).

8-123-456 (province 1 to 13), PE, E or N and two groups of digits.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "cédula: 8-123-456, cédula No. PE-123-456, C.I.P. 4-1234-12345")
['8-123-456', 'PE-123-456', '4-1234-12345']
>>> values(IDENTIFIERS, "tel. 8-123-456, cédula: 0-123-456")
[]
"""

from deckname.identifier import Identifier

_SEPARATE = (
    "999-999",
    "999-9999",
    "999-99999",
    "9999-999",
    "9999-9999",
    "9999-99999",
    "9999-999999",
    "99-999",
    "99-9999",
)

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Panamanian cédula",
        shapes=tuple(f"{head}-{tail}" for head in ("9", "99", "AA", "A") for tail in _SEPARATE),
        form=r"(?:PE|E|N|PI|AV|[1-9]|1[0-3])\d{5,10}",
        words=(
            "cédula", "cedula", "cédula no", "cedula no", "cédula de identidad", "cedula de identidad", "c i p", "cip",
            "cédula de identidad personal", "cedula de identidad personal", "número de cédula", "numero de cedula",
            "no de cédula", "panamanian id",
        ),
        named=0.9,
    ),
)  # fmt: skip
