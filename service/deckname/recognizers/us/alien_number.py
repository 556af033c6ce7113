"""A-Number: the file number of an immigrant in the United States, A and seven to nine digits.

After USCIS, https://www.uscis.gov/glossary-term/50682 ("A-Number"); receipt numbers of its applications are three
letters and ten digits (https://egov.uscis.gov: "EAC, WAC, LIN, SRC, NBC, MSC, IOE").

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "A-Number: A012345678, USCIS# 012-345-678; receipt no. MSC2190012345, alien no. A 12 345 678")
['A012345678', '012-345-678', 'MSC2190012345', 'A 12 345 678']
>>> values(IDENTIFIERS, "a number 012345678, lot A012345678")
[]
"""

from dataclasses import replace

from deckname.identifier import Identifier

_WORDS = (
    "uscis", "uscis number", "uscis no", "alien number", "alien no", "alien registration", "alien registration number",
    "alien registration no", "alien registration card", "anumber", "green card", "green card number",
    "permanent resident",
    "permanent resident card", "resident card", "permanent resident number", "inm number", "a file number",
    "número de extranjero", "número de registro de extranjero",
)  # fmt: skip
_LETTERED = Identifier(
    type="NATIONAL_ID",
    name="US alien registration number",
    shapes=("A9999999", "A99999999", "A999999999", "A-99999999", "A-999999999", "A999-999-999", "A99-999-999",
            "A 99 999 999", "A 999 999 999", "A-999-999-999", "A 999999999"),
    form=r"A\d{7,9}",
    words=(*_WORDS, "a number", "a no", "alien", "a num"),
    named=0.9,
)  # fmt: skip
IDENTIFIERS = (
    _LETTERED,
    replace(_LETTERED, shapes=("999999999", "999-999-999", "99999999"), form="", words=_WORDS, named=0.8),
    replace(
        _LETTERED,
        name="USCIS receipt number",
        shapes=("AAA9999999999", "AAA-99-999-99999", "AAA-9999999999"),
        form=r"(?:EAC|VSC|WAC|CSC|LIN|NSC|SRC|TSC|NBC|MSC|IOE|YSC)\d{10}",
        words=(*_WORDS, "receipt number", "receipt no", "case number", "receipt", "case status"),
        alone=0.75,
    ),
)
