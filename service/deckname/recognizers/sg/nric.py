"""NRIC and FIN: a letter for the kind and century (S, T, F, G, M), seven digits and a check letter modulo 11.

Source: https://www.ica.gov.sg; the check letters are those of the Inland Revenue Authority's specification for software
(M since 2022). S1234567D is the usual sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "S1234567D, G1234567X, M1234567K; NRIC: S1234567A, FIN F1234567N, IC T1234567J")
['S1234567D', 'G1234567X', 'M1234567K', 'S1234567A', 'F1234567N', 'T1234567J']
>>> values(IDENTIFIERS, "S1234567A, A1234567D")
[]
"""

from deckname.checksums import weighted
from deckname.identifier import Identifier

# By the remainder modulo 11, what is added before, and the letters.
_KINDS = {"S": (0, "JZIHGFEDCBA"), "T": (4, "JZIHGFEDCBA"), "F": (0, "XWUTRQPNMLK"), "G": (4, "XWUTRQPNMLK"),
          "M": (3, "XWUTRQPNJLK")}  # fmt: skip


def is_nric(value: str) -> bool:
    """Whether the last letter checks the digits.

    >>> is_nric("S1234567D"), is_nric("M5398242L"), is_nric("S1234567A")
    (True, True, False)
    """
    added, letters = _KINDS[value[0]]
    return letters[(weighted(value[1:8], (2, 7, 6, 5, 4, 3, 2)) + added) % 11] == value[8]


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Singapore NRIC or FIN",
        shapes=("A9999999A", "A-9999999-A", "A 9999999 A"),
        form=r"[STFGM]\d{7}[A-Z]",
        valid=is_nric,
        words=(
            "nric*", "fin", "fin no", "ic", "ic no", "ic number", "nric fin", "identity card", "identification number",
            "foreign identification number", "singapore id", "singapore identity card", "work permit", "pink ic",
            "*身份证*", "*身份證*", "ausweisnummer", "numéro d identité",
        ),
        alone=0.75,
        named=0.97,
    ),
)  # fmt: skip
