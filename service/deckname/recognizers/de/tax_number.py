"""Steuernummer: of a tax office, ten or eleven digits with slashes, or thirteen in the uniform form of the states.

After https://www.elster.de (Aufbau der Steuernummer). A company has one, too; the words alone cannot tell. How the last
digit is computed differs from state to state.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Steuernummer 93/815/08152, St.-Nr.: 2893081508152, StNr 181/815/0815 5; Az. 93/815/08152")
['93/815/08152', '2893081508152', '181/815/0815 5']
>>> values(IDENTIFIERS, "Finanzamt Stuttgart, 93/815/08152; StNr 151/8150/8156; Teil 2893081508152")
['93/815/08152', '151/8150/8156']
"""

from stdnum.de import stnr

from deckname.identifier import Identifier

_WORDS = (
    "steuernummer", "steuernummern", "steuer nummer", "steuernr", "steuer nr", "st nr", "stnr", "st nummer",
    "steuer no", "einkommensteuernummer", "ust nr", "tax number", "tax no", "tax reference", "german tax number",
    "numéro fiscal", "numéro fiscal allemand", "número fiscal", "codice fiscale", "belastingnummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="German Steuernummer",
        shapes=(
            "99/999/99999", "999/999/99999", "999/9999/9999", "999/99999999", "99 999 99999", "999 999 99999",
            "999 9999 9999", "99/999/9999/9", "999/999/9999/9", "999-999-99999", "99-999-99999",
            "99/999/9999 9", "999/999/9999 9",
        ),
        words=(*_WORDS, "finanzamt", "finanzamt*", "elster"),
        named=0.9,
    ),
    Identifier(
        type="TAX_ID",
        name="German Steuernummer without slashes",
        shapes=("9999999999", "99999999999", "9999999999999"),
        valid=stnr.is_valid,
        words=_WORDS,
        named=0.9,
    ),
)  # fmt: skip
