"""NPWP: the Indonesian tax number, nine digits with a Luhn digit, office and branch; since 2024 a 0 or the NIK.

Source: Peraturan Menteri Keuangan 112/PMK.03/2022; 01.312.166.0-091.000 is stdnum's sample. One number in 10 passes;
nothing else has such groups.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "01.312.166.0-091.000; NPWP 013121660091000, NPWP: 0013121660091000, NPWP 01.312.166.1-091.000")
['01.312.166.0-091.000', '013121660091000', '0013121660091000', '01.312.166.1-091.000']
>>> values(IDENTIFIERS, "NPWP: 001.312.166.0-091.000"), values(IDENTIFIERS, "001.312.166.0-091.000")
(['001.312.166.0-091.000'], [])
>>> values(IDENTIFIERS, "01.312.166.1-091.000; 013121660091000")
[]
"""

from dataclasses import replace

from stdnum.id import npwp

from deckname.identifier import Identifier

_ANY = Identifier(
    type="TAX_ID",
    name="Indonesian NPWP",
    shapes=("999999999999999", "9999999999999999", "99.999.999.9.999.999", "999.999.999.9-999.999"),
    valid=npwp.is_valid,
    words=("npwp", "no npwp", "nomor pokok wajib pajak", "wajib pajak", "indonesian tax number", "indonesian tax id"),
    named=0.97,
)

IDENTIFIERS = (_ANY, replace(_ANY, shapes=("99.999.999.9-999.999",), alone=0.55))
