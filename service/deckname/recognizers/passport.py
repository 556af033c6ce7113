"""Passport numbers that are called so: up to ten letters and digits, mostly digits (ICAO Doc 9303 part 4: nine
characters).

The German sample is C01X00T47, the specimen of the Bundesdruckerei.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "My passport number is ABC123456. Reisepass-Nr.: C01X00T47; passport details, order 123456789")
['ABC123456', 'C01X00T47']
>>> values(RECOGNIZERS, "passport: U 06764100, paszport, passport no. ZS 0000177, passport A-1234567")
['U 06764100', 'ZS 0000177', 'A-1234567']
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="PASSPORT",
        hints=("travel doc", "pass", "pasaporte", "passaporto", "paspoort"),
        label=r"(?:[a-z]{2,10} )?passports?(?: card| book)?|travel document|reisepass(?:es)?"
        r"|pass(?=[ \-_.]{0,2}(?:nummer|nr|no\b|number))|pasaporte|passeport|passaporto"
        r"|paspoort|pp(?= ?(?:no|#|nr))",
        value=(
            r"(?=(?:[A-Z]{0,5}[ \-]?\d){4})(?:[A-Z\d]{6,11}|[A-Z]{1,2} \d{6,8}|\d{2} ?\d{2} \d{6}|[A-Z]-?\d{7,8}"
            r"|\d{3} \d{3} \d{3})"
        ),
    ),
)
