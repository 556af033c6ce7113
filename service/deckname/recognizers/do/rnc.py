"""RNC: the tax number of companies in the Dominican Republic, nine digits with a check digit (DGII).

1-01-85004-3 is the sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RNC 1-01-85004-3, RNC: 101850043, rnc 101850042")
['1-01-85004-3', '101850043', '101850042']
>>> values(IDENTIFIERS, "1-01-85004-3")
[]
"""

from stdnum.do import rnc

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Dominican RNC",
        shapes=("9-99-99999-9", "999999999", "999-99999-9"),
        words=(
            "rnc", "r n c", "rnc no", "número de rnc", "registro nacional del contribuyente", "dgii",
            "registro nacional de contribuyentes", "dominican tax id",
        ),
        valid=rnc.is_valid,
    ),
)  # fmt: skip
