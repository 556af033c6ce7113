"""CBU and CVU: a bank account or purse of Argentina, 22 digits with two check digits (BCRA, Comunicación A 2622).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CBU 2850590940090418135201, clave bancaria uniforme: 28505909 40090418135201")
['2850590940090418135201', '28505909 40090418135201']
>>> values(IDENTIFIERS, "2850590940090418135201")
[]
"""

from stdnum.ar import cbu

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="BANK_ACCOUNT",
        name="Argentine CBU",
        shapes=("9" * 22, "99999999 99999999999999", "99999999-99999999999999"),
        words=(
            "cbu", "cvu", "c b u", "cbu no", "cbu nro", "cbu cvu", "número de cbu", "nro de cbu",
            "clave bancaria uniforme", "clave virtual uniforme", "clave bancaria", "cuenta bancaria",
        ),
        valid=cbu.is_valid,
    ),
)  # fmt: skip
