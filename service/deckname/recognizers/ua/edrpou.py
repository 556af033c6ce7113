"""ЄДРПОУ: the number of a company in Ukraine, eight digits, the last one a check digit modulo 11.

Source: Положення про ЄДРПОУ (постанова КМУ 118/1996); 32855961 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ЄДРПОУ 32855961, код ЄДРПОУ: 32855968, EDRPOU 32855961")
['32855961', '32855968', '32855961']
>>> values(IDENTIFIERS, "рахунок 32855961")
[]
"""

from stdnum.ua import edrpou

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Ukrainian EDRPOU",
        shapes=("99999999",),
        valid=edrpou.is_valid,
        words=("єдрпоу", "едрпоу", "edrpou", "yedrpou", "код підприємства", "usreou", "ukrainian company number"),
    ),
)
