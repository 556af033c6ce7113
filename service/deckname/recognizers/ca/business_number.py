"""Business number (BN) of Canada: nine digits with Luhn's check digit, and the account of a program: RT0001 (GST/HST).

After the Canada Revenue Agency, https://www.canada.ca/en/services/taxes/business-number.html; 12302 6635 RC 0001 is a
sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "123026635RC0001, GST number 123026635RT0001, business number: 123026635")
['123026635RC0001', '123026635RT0001', '123026635']
>>> values(IDENTIFIERS, "123026636RC0001, 123026635")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.checksums import luhn
from deckname.identifier import Identifier

_ACCOUNT = Identifier(
    type="COMPANY_ID",
    name="Canadian business number",
    shapes=("999999999AA9999", "999999999 AA9999", "999999999 AA 9999", "99999 9999 AA9999", "99999 9999 AA 9999",
            "999999999-AA9999", "999999999-AA-9999"),
    form=r"\d{9}(?:(?:RC|RM|RP|RT|RR|RZ)\d{4})?",
    words=(
        "business number", "business no", "cra business number", "bn", "bn no", "canadian business number",
        "cra number", "gst", "hst", "gst hst", "gst number", "hst number", "gst hst number", "gst no", "hst no",
        "gst registration number", "gst registration no", "payroll account", "program account", "tps", "tvh",
        "numéro d entreprise", "numero d entreprise", "no d entreprise", "numéro de tps", "no de tps", "neq",
    ),
    valid=lambda number: luhn(number[:9]),
    alone=0.8,
)  # fmt: skip
IDENTIFIERS = (_ACCOUNT, replace(_ACCOUNT, shapes=("999999999", "99999 9999"), alone=0.0))
