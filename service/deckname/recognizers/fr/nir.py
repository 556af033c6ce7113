"""NIR of France ("numéro de sécurité sociale"): sex, year, month, department, commune, order, key modulo 97.

After https://www.insee.fr/fr/metadonnees/definition/c1409; Corsica is 2A or 2B.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "NIR : 2 95 10 99 126 111 93, 295109912611193")
['2 95 10 99 126 111 93', '295109912611193']
>>> values(RECOGNIZERS, "295109912611194")
[]
"""

from deckname.checksums import bare
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted


def is_nir(value: str) -> bool:
    """Whether the last two digits are 97 minus the rest of the others.

    >>> is_nir("2 95 10 99 126 111 93"), is_nir("2 95 10 99 126 111 94"), is_nir("253072B07300470")
    (True, False, True)
    """
    number = bare(value).replace("2A", "19").replace("2B", "18")
    return number.isdigit() and 97 - int(number[:13]) % 97 == int(number[13:])


RECOGNIZERS = (
    Hinted(
        near=r"[12][ .\-]?\d\d[ .\-]?\d[\dABab]",
        before=62,
        after=60,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=r"(?<![\p{L}\d])(?<!\d[.\-])[12](?P<gap>[ .\-]?)\d\d(?P=gap)(?:0[1-9]|1[0-2]"
            r"|[2-9]\d)(?P=gap)(?:\d\d|2[AB])(?P=gap)\d{3}(?P=gap)\d{3}[ .\-]?\d\d"
            r"(?![\p{L}\d]|[.\-]\d)",
            score=0.7,
            valid=is_nir,
            context=("nir", "sécurité sociale", "securite sociale", "sécu", "insee", "immatriculation", "carte vitale"),
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
)
