"""TFN: nine digits (eight in old ones) that pass a check modulo 11.

Source: https://www.ato.gov.au/Individuals/Tax-file-number/; 123 456 782 is its usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "TFN 123 456 782, tax file number: 123456782, TFN: 123-456-789")
['123 456 782', '123456782', '123-456-789']
>>> values(IDENTIFIERS, "ph. 123 456 782, order 123456782")
[]
"""

from stdnum.au import tfn

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Australian TFN",
        shapes=("999999999", "999 999 999", "999-999-999", "99999999", "99 999 999"),
        valid=tfn.is_valid,
        words=("tfn", "tax file number", "tax file no", "tax file", "australian tax number"),
        named=0.97,
    ),
)
