"""Tax numbers of persons, whatever the country, where the words before call them so.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "TIN: 000-123-456, tax ID number 12-3456789; tax 2024")
['000-123-456', '12-3456789']
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="TAX_ID",
        hints=("^tin", "^tax"),
        label=r"tin|tax(?:payer)?[ _\-]?(?:id|identification)(?!\p{L})|taxpayer(?= (?:number|no|id))",
        value=r"(?=(?:[A-Z.\-]{0,3}\d){6})[A-Z\d](?:[A-Z\d]|[.\-/](?=[A-Z\d])| (?=\d{3})){6,16}",
        score=0.8,
    ),
)
