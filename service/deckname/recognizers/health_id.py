"""Numbers of the insured and of patients.

NHS number (https://www.datadictionary.nhs.uk/attributes/nhs_number.html): ten digits, check digit by modulus 11.
Krankenversichertennummer (§ 290 SGB V; check digit as GKV-Spitzenverband describes): a letter and nine digits.
Medical record and patient numbers have no form of their own.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "NHS number: 943 476 5919; Versichertennummer A123456780, MRN 00123456, Patienten-ID: P-4711")
['943 476 5919', 'A123456780', '00123456', 'P-4711']
>>> values(RECOGNIZERS, "the NHS spent 943 476 5918, MRN pending, patient 4")
[]
"""

from deckname.checksums import bare, weighted
from deckname.pattern import Pattern
from deckname.recognizers.labelled import Hinted, Labelled


def is_nhs(value: str) -> bool:
    """Whether ten digits pass modulus 11.

    >>> is_nhs("943 476 5919"), is_nhs("943 476 5918")
    (True, False)
    """
    number = bare(value)
    check = 11 - weighted(number[:9], range(10, 1, -1)) % 11
    return check % 11 == int(number[9]) and check != 10


def is_kvnr(value: str) -> bool:
    """Whether the last digit checks: the letter is read as its place in the alphabet, in two digits.

    >>> is_kvnr("A123456780"), is_kvnr("A123456781")
    (True, False)
    """
    number = f"{ord(value[0].upper()) - 64:02d}{value[1:]}"
    # Every second digit doubled, digits of products added up: Luhn's sum from the left, without its complement.
    total = sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(number[:-1]))
    return total % 10 == int(number[-1])


RECOGNIZERS = (
    Labelled(
        type="HEALTH_ID",
        hints=("nhs",),
        label="nhs",
        value=r"\d{3}[ \-]?\d{3}[ \-]?\d{4}",
        score=0.97,
        valid=is_nhs,
        failed_score=0.7,
    ),
    Hinted(
        near=r"[A-Z]\d{9}",
        before=62,
        after=40,
        pattern=Pattern(
            type="HEALTH_ID",
            regex=r"(?<![\p{L}\d])(?-i:[A-Z])\d{9}(?![\p{L}\d])",
            score=0.4,
            valid=is_kvnr,
            context=(
                "kvnr",
                "kv-nr*",
                "krankenversicher*",
                "versicherten*",
                "versicherungsnummer",
                "krankenkasse",
                "gesundheitskarte",
                "vers.-nr",
                "egk",
            ),
            context_score=0.95,
            failed_score=0.6,
        ),
    ),
    Labelled(
        type="HEALTH_ID",
        hints=(
            "mrn",
            "uhid",
            "pat.",
            "pat-",
            "record",
            "patient",
            "fall",
            "health",
            "medica",
            "krankenvers",
            "versicherte",
            "kvnr",
            "kv-n",
            "hospital",
        ),
        label=r"mrn|uhid|pat\.?(?=-?id|-?nr)|medical[ _\-]record|(?:patient|hospital)(?:en)?(?=[ _\-]{0,2}(?:id"
        r"|no|nr|number|nummer|#))|fall(?=[ \-]?(?:nummer|nr|id))"
        r"|health (?:insurance|plan|card)|medicare|medicaid|krankenversicherten|krankenversicherung"
        r"|krankenkassen|versicherten(?=[ \-]?(?:nummer|nr))|kvnr|kv(?=-nr)",
        value=(
            r"(?=[A-Z\-]{0,6}\d)[A-Z\d](?:[A-Z\d]|[\-/](?=[A-Z\d])| (?=\d{3,})){3,16}"
            r"|[A-Z] ?\d{3} ?\d{3} ?\d{3}|\d{3} \d{3} \d{3,4}"
        ),
        score=0.85,
    ),
)
