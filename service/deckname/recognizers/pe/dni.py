"""DNI (CUI): the identity number of Peru, eight digits, and on the card a check character after them.

After https://www.gob.pe/235-documento-nacional-de-identidad-dni; 10117410-2 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "DNI 10117410-2, su DNI es 10117410, DNI: 10117410-3")
['10117410-2', '10117410', '10117410-3']
>>> values(IDENTIFIERS, "pieza 10117410-2")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.pe import cui

from deckname.identifier import Identifier

_DNI = Identifier(
    type="NATIONAL_ID",
    name="Peruvian DNI",
    shapes=("99999999-9", "99999999-A"),
    form=r"\d{8}[0-9A-K]?",
    words=(
        "dni", "d n i", "dni no", "dni nro", "número de dni", "numero de dni", "documento nacional de identidad",
        "documento de identidad", "número de documento", "numero de documento", "nro de documento", "cui", "reniec",
        "cédula única de identidad", "peruvian id", "nro documento",
    ),
    valid=cui.is_valid,
)  # fmt: skip
IDENTIFIERS = (_DNI, replace(_DNI, shapes=("99999999",), valid=None, named=0.75))
