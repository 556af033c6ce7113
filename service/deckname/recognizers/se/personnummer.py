"""Personnummer and samordningsnummer (60 added to the day): birth date, serial number and Luhn digit.

Ten or twelve digits with a dash, or none; a plus stands where the person is a hundred years old. Source: § 18 of
Folkbokföringslag (1991:481); 811228-9874 is the sample of Skatteverket.

>>> from deckname.recognizers import values
>>> values([*IDENTIFIERS, *RECOGNIZERS], "personnummer 811228-9874, 198112289874; personnr: 8112289873")
['811228-9874', '198112289874', '8112289873']
>>> values(IDENTIFIERS, "811228-9874, 811288-9863, 19811228-9874; 811228-9873, 198112289874, 20240115-1238")
['811228-9874', '811288-9863', '19811228-9874', '198112289874']
>>> values(RECOGNIZERS, "personnummer: 120314+8885")
['120314+8885']
>>> values(RECOGNIZERS, "summa 120314+8885")
[]
"""

from dataclasses import replace

from deckname.checksums import bare, luhn
from deckname.identifier import Identifier
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted

_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"


def is_personnummer(value: str) -> bool:
    """Whether the last ten digits end in their Luhn digit.

    >>> is_personnummer("198112289874"), is_personnummer("120314+8885"), is_personnummer("8112289873")
    (True, True, False)
    """
    return luhn(bare(value)[-10:])


_ANY = Identifier(
    type="NATIONAL_ID",
    name="Swedish personnummer",
    shapes=("9999999999", "999999999999", "99999999-9999", "999999 9999", "99999999 9999"),
    form=rf"(?:1[89]|20)?\d\d{_MONTH_DAY}\d{{4}}",
    valid=is_personnummer,
    words=(
        "personnummer*", "personnumret", "personnr", "persnr", "pers nr", "pnr", "samordningsnummer*",
        "samordningsnr", "personal identity number", "personal identity code",
        "personal number", "swedish personal number",
        "swedish national id", "coordination number", "schwedische personennummer", "personennummer",
        "numéro personnel suédois",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (
    _ANY,
    # One number in 137 passes. Since 2000 the longer shape may be a date and a time.
    replace(
        _ANY,
        shapes=("999999-9999", "99999999-9999"),
        form=rf"(?!20\d{{6}}(?:[01]\d|2[0-3])[0-5]\d\Z)(?:19|20)?\d\d{_MONTH_DAY}\d{{4}}",
        alone=0.6,
    ),
    # One number in nine thousand passes; a date and a time must not.
    replace(
        _ANY,
        shapes=("999999999999",),
        form=rf"(?!\d{{8}}(?:[01]\d|2[0-3])[0-5]\d\Z)(?:1[89]|20)\d\d{_MONTH_DAY}\d{{4}}",
        alone=0.6,
    ),
)

RECOGNIZERS = (
    Hinted(
        hints=("personn", "samordningsn", "personal identity n", "personal n"),
        before=30,
        after=70,
        pattern=Pattern(
            type="NATIONAL_ID",
            regex=rf"(?<![\p{{L}}\d])(?:1[89]|20)?\d\d{_MONTH_DAY}\+\d{{4}}(?![\p{{L}}\d])",
            score=0.0,
            valid=is_personnummer,
            context=("personn*", "samordningsn*", "personal identity number", "personal number"),
            context_score=0.97,
            failed_score=0.6,
        ),
    ),
)
