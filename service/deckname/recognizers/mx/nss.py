"""NSS: the number of those whom the IMSS of Mexico insures, eleven digits with Luhn's check digit.

Office, year of registration, year of birth, serial number, check digit (https://www.imss.gob.mx).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "NSS 84966311213, número de seguridad social: 84-96-63-1121-3; IMSS 84966311215")
['84966311213', '84-96-63-1121-3', '84966311215']
>>> values(IDENTIFIERS, "84966311213, teléfono 84 96 63 1121 3")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import luhn
from deckname.identifier import Identifier

_NSS = Identifier(
    type="NATIONAL_ID",
    name="Mexican NSS",
    shapes=("99999999999", "99 99 99 9999 9", "9999999999-9"),
    words=(
        "nss", "n s s", "nss imss", "imss", "issste", "número de seguridad social", "numero de seguridad social",
        "número de seguro social", "numero de seguro social", "seguro social", "seguridad social", "afiliación imss",
        "número de afiliación", "numero de afiliacion", "no de seguro social", "no de seguridad social",
        "mexican social security number", "social security number", "social security",
    ),
    valid=luhn,
)  # fmt: skip
IDENTIFIERS = (_NSS, replace(_NSS, shapes=("99-99-99-9999-9",), alone=0.5))
