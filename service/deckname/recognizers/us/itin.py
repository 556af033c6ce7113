"""Individual taxpayer identification numbers of the United States.

9xx-yy-xxxx with yy in 50-65, 70-88, 90-92 or 94-99 (https://www.irs.gov/irm/part3/irm_03-021-263r).

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "912-70-1234, ITIN 912901234; 912-89-1234, 912701234")
['912-70-1234', '912901234']
"""

from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled

_GROUP = r"(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])"

RECOGNIZERS = (
    Hinted(
        near=r"9\d\d[ \-]\d",
        before=62,
        after=45,
        pattern=Pattern(
            type="TAX_ID",
            regex=rf"(?<![\p{{L}}\d_])(?<!\d[.\-/])9\d\d(?P<gap>[ \-]){_GROUP}(?P=gap)\d{{4}}(?![\p{{L}}\d]|[.\-/]\d)",
            score=0.6,
            context=("itin", "taxpayer", "tax id", "individual taxpayer"),
            context_score=0.95,
        ),
    ),
    Labelled(
        type="TAX_ID",
        hints=("itin", "taxpayer"),
        label=r"itin|taxpayer(?: identification)?",
        value=rf"9\d\d{_GROUP}\d{{4}}",
        score=0.95,
    ),
)
