"""RFC: the tax number of Mexico, of a person (four letters) or a company (three).

Letters of the name, date of birth or foundation, two characters against doubles, a check digit (SAT; Código Fiscal de
la Federación, art. 27). About one number in seventy is in use with a wrong check digit. GODE561231GR8 is a sample of
the SAT; XAXX010101000 and XEXX010101000 stand for customers without one. Letters Ñ and & are not found.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "GODE561231GR8, RFC: MAB-930714-8T4; RFC VACE460910SX6; R.F.C. COMG600703")
['GODE561231GR8', 'MAB-930714-8T4', 'VACE460910SX6', 'COMG600703']
>>> values(IDENTIFIERS, "VACE460910SX6; RFC XAXX010101000 and RFC 2616")
[]
"""

from __future__ import annotations

from stdnum.mx import rfc

from deckname.identifier import Identifier

_DATE = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_WORDS = (
    "rfc", "r f c", "registro federal de contribuyentes", "registro federal", "clave rfc", "rfc con homoclave",
    "número de contribuyente", "numero de contribuyente", "clave del contribuyente", "mexican tax id", "tax id",
    "tax number", "homoclave",
)  # fmt: skip


def is_rfc(value: str) -> bool:
    """Whether the check digit is right.

    >>> is_rfc("GODE561231GR8"), is_rfc("VACE460910SX6")
    (True, False)
    """
    return bool(rfc.calc_check_digit(value[:-1]) == value[-1])


IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Mexican RFC",
        shapes=("XXXXXXXXXXXXX", "XXXX-XXXXXX-XXX", "XXXX XXXXXX XXX"),
        form=rf"(?!X[AE]XX)[A-Z]{{4}}{_DATE}[0-9A-Z]{{2}}[0-9A]",
        words=_WORDS,
        valid=is_rfc,
        alone=0.75,
        failed=0.7,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Mexican RFC of a company",
        shapes=("XXXXXXXXXXXX", "XXX-XXXXXX-XXX", "XXX XXXXXX XXX"),
        form=rf"[A-Z]{{3}}{_DATE}[0-9A-Z]{{2}}[0-9A]",
        words=_WORDS,
        valid=is_rfc,
        alone=0.7,
        failed=0.7,
    ),
    Identifier(
        type="TAX_ID",
        name="Mexican RFC",
        shapes=("AAAA999999", "AAAA-999999"),
        form=rf"[A-Z]{{4}}{_DATE}",
        words=_WORDS,
        named=0.85,
    ),
)
