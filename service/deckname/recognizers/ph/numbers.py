"""Numbers of the Philippines that are called so: TIN, SSS, GSIS and UMID, PhilHealth, Pag-IBIG, PhilSys.

None has a published check digit. Sources: https://www.bir.gov.ph, https://www.sss.gov.ph, https://www.philhealth.gov.ph,
https://www.pagibigfund.gov.ph, https://philsys.gov.ph/philsys-number/

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "TIN: 123-456-789-000, SSS No. 34-1234567-8, UMID 0111-2345678-9, PhilHealth 12-345678901-2")
['123-456-789-000', '34-1234567-8', '0111-2345678-9', '12-345678901-2']
>>> values(IDENTIFIERS, "Pag-IBIG MID 1212-3456-7890, PhilSys PCN: 1234-5678-9012-3456, PSN 123456789012")
['1212-3456-7890', '1234-5678-9012-3456', '123456789012']
>>> values(IDENTIFIERS, "part 123-456-789-000, 34-1234567-8, 0111-2345678-9, SSS No. 341234567")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Philippine TIN",
        shapes=("999-999-999", "999-999-999-999", "999-999-999-99999", "999 999 999 999", "999999999999"),
        words=("tin", "tin no", "tin number", "tax identification number", "bir tin", "taxpayer identification number"),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Philippine SSS number",
        shapes=("99-9999999-9", "9999999999"),
        form=r"[0-3]\d{9}",
        words=("sss", "sss no", "sss number", "social security system", "sss id"),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Philippine UMID",
        shapes=("9999-9999999-9", "999999999999"),
        form=r"\d{12}",
        words=("umid", "umid no", "umid crn", "crn", "crn no", "common reference number", "gsis", "gsis bp no"),
        named=0.92,
    ),
    Identifier(
        type="HEALTH_ID",
        name="PhilHealth number",
        shapes=("99-999999999-9", "999999999999"),
        words=("philhealth*", "phil health", "philhealth pin", "philippine health insurance"),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Pag-IBIG MID",
        shapes=("9999-9999-9999", "999999999999", "9999 9999 9999"),
        words=("pag ibig*", "pagibig*", "hdmf", "mid no", "mid number"),
        named=0.92,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Philippine PhilSys number",
        shapes=("9999-9999-9999-9999", "9999-9999-9999", "9999999999999999", "999999999999", "9999 9999 9999 9999"),
        words=(
            "philsys*", "phil sys", "philid", "phil id", "psn", "pcn", "philsys card number", "philsys number",
            "philippine national id", "philippine id", "national id",
        ),
        named=0.92,
    ),
)  # fmt: skip
