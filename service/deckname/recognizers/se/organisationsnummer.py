"""Organisationsnummer: ten digits, the third at least 2, the last one a Luhn digit; the VAT number is SE, it, and 01.

A person's VAT number has the personnummer between SE and 01.

Source: Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.; https://www.bolagsverket.se

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Org.nr 556703-7485, organisationsnummer: 5567037485, org nr 556703-7486, SE556703748501")
['556703-7485', '5567037485', '556703-7486', 'SE556703748501']
>>> values(IDENTIFIERS[1:2], "SE811228987401"), values(IDENTIFIERS[2:], "SE811228987401")
([], ['SE811228987401'])
>>> values(IDENTIFIERS, "tel 556703-7485, SE556703748601, orgnr 551203-7485")
[]
"""

from stdnum.se import orgnr, vat

from deckname.identifier import Identifier

_VAT = ("momsregistreringsnummer", "momsreg nr", "momsnummer", "momsnr", "moms", "vat", "vat no", "vat number")

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Swedish organisationsnummer",
        shapes=("999999-9999", "9999999999", "999999 9999"),
        form=r"[1-9]\d[2-9]\d{7}",
        valid=orgnr.is_valid,
        words=(
            "organisationsnummer*", "organisationsnr", "org nr", "orgnr", "orgnummer", "org nummer", "org no",
            "organisation number", "organization number", "företag*", "bolag*",
            "corporate identity number", "swedish company number",
        ),
    ),
    Identifier(
        type="COMPANY_ID",
        name="Swedish VAT number",
        shapes=("AA999999999999", "AA 999999999999", "AA999999-999999", "AA 999999-9999 99"),
        form=r"SE\d\d[2-9]\d{7}01",
        valid=vat.is_valid,
        words=_VAT,
        alone=0.7,
    ),
    Identifier(
        type="TAX_ID",
        name="Swedish VAT number of a person",
        shapes=("AA999999999999", "AA 999999999999", "AA999999-999999", "AA 999999-9999 99"),
        form=r"SE\d\d(?:0[1-9]|1[0-2])\d{6}01",
        valid=vat.is_valid,
        words=_VAT,
        alone=0.7,
        named=0.97,  # as much as the personnummer within it, which would leave SE over
    ),
)  # fmt: skip
