"""Título de eleitor: the number of a voter in Brazil.

Eight digits, the state (01 to 28), two check digits by modulus 11; where a rest is 0, São Paulo and Minas Gerais write
1 (Resolução TSE 21.538/2003, art. 12). 1066 4444 0302 is a published sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "título de eleitor 1066 4444 0302, Título Eleitoral: 004356870906")
['1066 4444 0302', '004356870906']
>>> values(IDENTIFIERS, "1066 4444 0302, título de eleitor 106644449902")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier


def is_voter_number(number: str) -> bool:
    """Whether both check digits are right.

    >>> is_voter_number("106644440302"), is_voter_number("106644440303"), is_voter_number("043568710906")
    (True, False, False)
    """

    def check(total: int) -> int:
        rest = total % 11
        return 1 if rest == 0 and number[8:10] in ("01", "02") else rest % 10

    first = check(weighted(number[:8], range(2, 10)))
    return number[10:] == f"{first}{check(weighted(f'{number[8:10]}{first}', (7, 8, 9)))}"


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Brazilian voter number",
        shapes=("9999 9999 9999", "999999999999", "99999999 99 99", "9999.9999.9999"),
        form=r"\d{8}(?:0[1-9]|1\d|2[0-8])\d\d",
        words=(
            "título de eleitor", "titulo de eleitor", "título eleitoral", "titulo eleitoral", "título eleitor",
            "inscrição eleitoral", "número do título", "numero do titulo", "titulo eleitor", "voter registration",
            "voter id", "tituloeleitor*",
        ),
        valid=is_voter_number,
    ),
)  # fmt: skip
