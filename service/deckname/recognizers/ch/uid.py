"""Swiss company number (UID, IDE, IDI): CHE and nine digits, the last a check digit (weights 5 4 3 2 7 6 5 4, modulo
11).

Art. 4 UIDG, https://www.uid.admin.ch; CHE-100.155.212 is the usual sample. With MWST, TVA or IVA behind it, it is the
number for value added tax; these letters are a part of that.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:1], "CHE-100.155.212 MWST, UID CHE100155212; Teil CHE-100.155.213")
['CHE-100.155.212 MWST', 'CHE100155212']
>>> values(IDENTIFIERS[1:], "Teil 100.155.212; IDE: 100.155.212, MWST-Nr. 100.155.212 MWST")
['100.155.212', '100.155.212 MWST']
"""

from stdnum.ch import uid

from deckname.identifier import Identifier

_WORDS = (
    "uid", "uid nr", "uid nummer", "uidnr", "unternehmens id", "unternehmensidentifikationsnummer", "ide", "numéro ide",
    "n ide", "idi", "numero idi", "mwst nr", "mwst nummer", "mwst", "mehrwertsteuernummer", "numéro de tva", "n tva",
    "tva", "no tva", "numero iva", "iva", "vat", "vat number", "vat no", "handelsregister*", "registre du commerce",
    "unternehmens identifikationsnummer", "business identification number",
)  # fmt: skip
_SHAPES = (
    "AAA-999.999.999", "AAA999999999", "AAA 999.999.999", "AAA 999 999 999", "AAA-999999999", "AAA-999-999-999",
)  # fmt: skip
_TAX = ("", " AAAA", " AAA", "AAAA", "AAA")


def is_uid(number: str) -> bool:
    """Whether the nine digits check, with or without CHE before them and MWST behind.

    >>> is_uid("CHE100155212"), is_uid("CHE100155212MWST"), is_uid("100155212"), is_uid("CHE100155213")
    (True, True, True, False)
    """
    return bool(uid.is_valid(number.removeprefix("CHE")[:9]))


IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Swiss UID",
        shapes=tuple(shape + tax for shape in _SHAPES for tax in _TAX),
        form=r"CHE\d{9}(?:MWST|TVA|IVA)?",
        valid=is_uid,
        words=_WORDS,
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Swiss UID without CHE",
        shapes=tuple(shape + tax for shape in ("999.999.999", "999 999 999", "999999999") for tax in _TAX),
        form=r"\d{9}(?:MWST|TVA|IVA)?",
        valid=is_uid,
        words=_WORDS,
        named=0.9,
        failed=0.0,
    ),
)
