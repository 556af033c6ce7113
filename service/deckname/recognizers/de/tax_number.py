"""Steuernummer: of a tax office, ten or eleven digits with slashes, or thirteen in the uniform form of the states.

After https://www.elster.de (Aufbau der Steuernummer). A company has one, too; the words alone cannot tell.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Steuernummer 93/815/08152, St.-Nr.: 2893081508152, Az. 93/815/08152")
['93/815/08152', '2893081508152']
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="TAX_ID",
        hints=("steuer", "st.", "st-n", "stnr", "st nr", "st.-", "tax n", "tax-n", "finanzamt"),
        label=(
            r"steuer(?=[ \-]?(?:nummer|nr))|st(?=\.?[ \-]{0,2}nr)\.?|(?:german )?tax(?= (?:number|no))"
            r"|finanzamt \p{L}{3,30},?"
        ),
        value=r"\d{2,3}[ ]?/[ ]?\d{3,4}[ ]?/[ ]?\d{4,5}|\d{3}/\d{8}|\d{2,3} \d{3,4} \d{4,5}|\d{10,13}",
        score=0.9,
    ),
)
