"""Codice fiscale of Italy: surname, name, date, place, check letter (D.M. 12 March 1974; digits may be letters,
"omocodia").

>>> from deckname.recognizers import values
>>> values((*IDENTIFIERS, *RECOGNIZERS), "RCCMNL83S18D969H; RCCMNL83S18D969I, RCC MNL 83S18 D969H, RCCMNL 83S18 D969H")
['RCCMNL83S18D969H', 'RCC MNL 83S18 D969H', 'RCCMNL 83S18 D969H']
>>> values(IDENTIFIERS, "C.F. RCCMNL83S18D969I")
['RCCMNL83S18D969I']
"""

from deckname.checksums import bare
from deckname.identifier import Identifier
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_DIGIT = r"[\dL-NP-V]"
_OMOCODIA = str.maketrans("LMNPQRSTUV", "0123456789")
_BORN = rf"{_DIGIT}{{2}}[A-EHLMPR-T]{_DIGIT}{{2}}"


def is_codice_fiscale(value: str) -> bool:
    """Whether the last letter checks, and the day is one of a month (40 added for a woman).

    >>> is_codice_fiscale("RCCMNL83S18D969H"), is_codice_fiscale("RCCMNL83S18D969A")
    (True, False)
    >>> is_codice_fiscale("CNTCHR83T32D969H")  # the 32nd of a month
    False
    """
    number = bare(value)
    day = int(number[9:11].translate(_OMOCODIA))
    if not (1 <= day <= 31 or 41 <= day <= 71):
        return False
    places = [int(character) if character.isdigit() else ord(character) - 65 for character in number[:15]]
    total = sum(
        place if odd else _ODD[place] for odd, place in ((index % 2, place) for index, place in enumerate(places))
    )
    return chr(65 + total % 26) == number[15]


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Italian codice fiscale",
        shapes=("X" * 16, "XXXXXXXXXXX XXXXX"),
        form=rf"[A-Z]{{6}}{_BORN}[A-Z]{_DIGIT}{{3}}[A-Z]",
        valid=is_codice_fiscale,
        words=(
            "codice fiscale", "cod fiscale", "cod fisc", "c f", "cf", "codfisc", "codicefiscale", "cod fis",
            "c fiscale", "codice fiscale partita iva", "tessera sanitaria", "fiscal code", "tax code",
            "italian tax code", "tax number", "tax id", "tin", "italienische steuernummer", "steuernummer",
            "code fiscal", "code fiscal italien", "código fiscal", "codigo fiscal", "fiscale code",
        ),
        alone=0.95,
        named=0.98,
    ),
)  # fmt: skip
# The groups of letters before the first digit are longer or more than the scan takes along.
RECOGNIZERS = (
    Hinted(
        near=r" [\dL-Vl-v]\d[A-EHLMPR-Ta-ehlmpr-t]\d\d ?[A-Za-z]\d",
        before=70,
        after=50,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=rf"(?<![\p{{L}}\d])[A-Z]{{3}} ?[A-Z]{{3}} {_BORN} ?[A-Z]{_DIGIT}{{3}} ?[A-Z](?![\p{{L}}\d])",
            score=0.95,
            valid=is_codice_fiscale,
            context=("codice fiscale", "cf", "c.f", "fiscal code", "tax code"),
            context_score=0.98,
            failed_score=0.6,
        ),
    ),
)
