"""NIT: the tax number of Colombia, of a company (nine digits from 800 million on) or a person, and a check digit.

Modulus 11 with primes as weights (DIAN, Orden Administrativa 4 de 1989); 213.123.432-1 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NIT 213.123.432-1, N.I.T.: 213123432-1, NIT 213.123.432-2; 213.123.432-1")
['213.123.432-1', '213123432-1', '213.123.432-2', '213.123.432-1']
>>> values(IDENTIFIERS, "213.123.432-2, 2131234321")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.co import nit

from deckname.identifier import Identifier

_PERSON = Identifier(
    type="TAX_ID",
    name="Colombian NIT",
    shapes=("999.999.999-9",),
    form=r"[1-7]\d{8,10}",
    words=(
        "nit", "n i t", "con nit", "su nit", "mi nit", "nit es", "el nit", "nit no", "número de nit", "numero de nit",
        "número de identificación tributaria", "numero de identificacion tributaria", "identificación tributaria",
        "rut", "registro único tributario", "nit cc", "colombian tax id", "colombian nit",
    ),
    valid=nit.is_valid,
    alone=0.5,
)  # fmt: skip
_COMPANY = replace(_PERSON, type="COMPANY_ID", name="Colombian NIT of a company", form=r"[89]\d{9}")
_BARE = ("999999999-9", "9999999999", "9.999.999.999-9", "9999999999-9")
IDENTIFIERS = (
    _PERSON,
    replace(_PERSON, shapes=_BARE, alone=0.0),
    _COMPANY,
    replace(_COMPANY, shapes=_BARE[:2], alone=0.0),
)
