"""CPR-nummer: birth date and four digits, of which the first tells the century.

The check modulo 11 was given up in 2007, for the numbers ran out; where no word names it, a number with a dash has to
pass it (one in 300 does). Source: https://cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret; 211062-5629 is invented.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CPR-nr. 211062-5629, cpr 2110625620, personnummer 211062 5629, CPR: 211099-5629")
['211062-5629', '2110625620', '211062 5629', '211099-5629']
>>> values(IDENTIFIERS, "211062-5629; 211062-5620, ordre 2110625629, cpr 511062-5629")
['211062-5629']
"""

from stdnum.dk import cpr

from deckname.identifier import Identifier

_FORM = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}"


def passes_modulus(value: str) -> bool:
    """Whether a number passes the check that held until 2007, too.

    >>> passes_modulus("2110625629"), passes_modulus("2110625620")
    (True, False)
    """
    return bool(cpr.is_valid(value) and cpr.checksum(value) == 0)


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Danish CPR number",
        shapes=("999999-9999", "9999999999", "999999 9999"),
        form=_FORM,
        valid=cpr.is_valid,
        words=(
            "cpr", "cpr nr", "cpr nummer*", "cprnr", "cprnummer*", "personnummer*", "personnr", "cpr no",
            "danish personal id*", "danish national id", "danish id number", "dänische personennummer",
            "personal identification number", "civil registration number",
        ),
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Danish CPR number",
        shapes=("999999-9999",),
        form=_FORM,
        valid=passes_modulus,
        alone=0.6,
    ),
)  # fmt: skip
