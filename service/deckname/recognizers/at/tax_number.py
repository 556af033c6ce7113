"""Austrian Steuernummer (Abgabenkontonummer): two digits of the tax office, seven of the person, written 59-119/9013.

The last is a check digit (Luhn), the first two are of a known office: https://www.bmf.gv.at, after python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Steuernummer 59-119/9013, St.Nr. 59 119/9014, Abgabenkontonummer: 591199013; Los 59-119/9013")
['59-119/9013', '59 119/9014', '591199013']
"""

from stdnum.at import tin

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Austrian Steuernummer",
        shapes=("99-999/9999", "99 999/9999", "999999999", "99 999 9999", "99/999/9999", "99-999-9999", "99999/9999"),
        valid=tin.is_valid,
        words=(
            "steuernummer", "steuernummern", "steuernr", "steuer nr", "st nr", "stnr", "abgabenkonto*",
            "abgabenkontonummer", "finanzamt*", "fa st nr", "tax number", "tax no", "tax id", "tin",
            "austrian tax number",
        ),
        named=0.92,
    ),
)  # fmt: skip
