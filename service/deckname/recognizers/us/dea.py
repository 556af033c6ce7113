"""DEA number of whoever may prescribe controlled substances in the United States.

Two letters (what the registrant is; first letter of the name, or 9) and seven digits: the first, third and fifth, and
twice the second, fourth and sixth, end in the seventh (DEA Diversion Control Division, "DEA registration number",
https://www.deadiversion.usdoj.gov/pubs/manuals/). Polish passports look the same, so that words must name it.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "DEA# AB1234563, DEA registration F91234563; DEA AB1234567")
['AB1234563', 'F91234563', 'AB1234567']
>>> values(IDENTIFIERS, "part AB1234563")
[]
"""

from deckname.identifier import Identifier


def is_dea(number: str) -> bool:
    """Whether the seventh digit checks.

    >>> is_dea("AB1234563"), is_dea("AB1234567")
    (True, False)
    """
    digits = [int(digit) for digit in number[2:]]
    return (sum(digits[0:6:2]) + 2 * sum(digits[1:6:2])) % 10 == digits[6]


IDENTIFIERS = (
    Identifier(
        type="MEDICAL_LICENSE",
        name="US DEA number",
        shapes=("AA9999999", "A99999999", "AA-9999999"),
        form=r"[A-HJ-NPRSTUX][A-Z9]\d{7}",
        words=(
            "dea", "d e a", "dea number", "dea no", "dea num", "dea registration", "dea registration number",
            "dea registration no", "dea license", "dea license number", "dea lic", "dea id", "dea reg", "deanumber",
            "prescriber dea", "certificate number", "certificate no", "dea certificate",
            "drug enforcement administration", "drug enforcement agency",
        ),
        valid=is_dea,
    ),
)  # fmt: skip
