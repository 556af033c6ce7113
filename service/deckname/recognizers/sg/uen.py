"""UEN of Singapore: eight or nine digits and a check letter, or T08LL0001A with the kind of entity.

Source: https://www.uen.gov.sg/ueninternet/faces/pages/admin/aboutUEN.jspx; samples from
stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "UEN 00192200M, S16FC0121D, 197401143C, UEN: 197401143D")
['00192200M', 'S16FC0121D', '197401143C', '197401143D']
>>> values(IDENTIFIERS, "00192200M, S16FC0121E, 197401143D")
[]
"""

from stdnum.sg import uen

from deckname.identifier import Identifier

_WORDS = (
    "uen", "uen no", "unique entity number", "acra", "roc no", "co reg no", "company registration number",
    "company reg no", "business registration number", "gst reg no", "singapore company number",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Singapore UEN of a business",
        shapes=("99999999A",),
        valid=uen.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Singapore UEN of a company",
        shapes=("999999999A",),
        form=r"(?:19|20)\d{7}[A-Z]",
        valid=uen.is_valid,
        words=_WORDS,
        alone=0.55,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Singapore UEN",
        shapes=("A99AA9999A",),
        form=r"[RST]\d\d[A-Z]{2}\d{4}[A-Z]",
        valid=uen.is_valid,
        words=_WORDS,
        alone=0.75,
    ),
)
