"""Codice fiscale of Italy: surname, name, date, place, check letter (D.M. 12 March 1974; digits may be letters,
"omocodia").

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "RCCMNL83S18D969H; RCCMNL83S18D969I")
['RCCMNL83S18D969H']
"""

from deckname.checksums import bare
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)


def is_codice_fiscale(value: str) -> bool:
    """Whether the last letter checks.

    >>> is_codice_fiscale("RCCMNL83S18D969H"), is_codice_fiscale("RCCMNL83S18D969A")
    (True, False)
    """
    number = bare(value)
    places = [int(character) if character.isdigit() else ord(character) - 65 for character in number[:15]]
    total = sum(
        place if odd else _ODD[place] for odd, place in ((index % 2, place) for index, place in enumerate(places))
    )
    return chr(65 + total % 26) == number[15]


_DIGIT = r"[\dL-NP-V]"

RECOGNIZERS = (
    Hinted(
        near=r"[A-Za-z]{6} ?[\dL-Vl-v]{2}[A-Ta-t]",
        before=62,
        after=50,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=(
                rf"(?<![\p{{L}}\d])[A-Z]{{6}} ?{_DIGIT}{{2}}[A-EHLMPR-T]{_DIGIT}{{2}} ?[A-Z]{_DIGIT}{{3}}[A-Z]"
                rf"(?![\p{{L}}\d])"
            ),
            score=0.95,
            valid=is_codice_fiscale,
            context=("codice fiscale", "cf", "c.f", "fiscal code", "tax code"),
            context_score=0.98,
            failed_score=0.6,
        ),
    ),
)
