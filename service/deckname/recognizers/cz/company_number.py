"""IČO of a Czech or Slovak company: eight digits, the last a check digit; with CZ before it (or a birth number) DIČ.

Source: § 36 of the Czech law 133/2020 and https://adisspr.mfcr.cz (register of VAT payers), as in stdnum.cz.dic. The
DIČ of a person is the birth number (or, from 6 on, nine digits of the tax office's own).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IČO: 25123891, IČ 251 23 891, DIČ: CZ25123891, IČO: 25123892, CZ25123891")
['25123891', '251 23 891', 'CZ25123891', '25123892', 'CZ25123891']
>>> values(IDENTIFIERS, "CZ7103192745, DIČ 7103192745, DIČ: 640903926, DIČ: 25123891")
['CZ7103192745', '7103192745', '640903926', '25123891']
>>> values(IDENTIFIERS, "č. 25123891, CZ25123892, CZ7103192746, č. 7103192745")
[]
"""

from dataclasses import replace

from stdnum.cz import dic

from deckname.identifier import Identifier

_VAT = Identifier(
    type="COMPANY_ID",
    name="Czech VAT number",
    shapes=("AA99999999", "AA 99999999", "AA 999 99 999"),
    form=r"CZ\d{8}",
    valid=dic.is_valid,
    words=("dič", "dic", "vat", "vat id", "vat number", "daňové identifikační číslo", "ust id*"),
    alone=0.55,
)
_PERSON = replace(
    _VAT,
    type="TAX_ID",
    name="Czech VAT number of a person",
    shapes=("AA999999999", "AA9999999999", "AA 999999999", "AA 9999999999"),
    form=r"CZ\d{9,10}",
)

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Czech or Slovak company number",
        shapes=("99999999", "999 99 999", "99 999 999"),
        form=r"[0-8]\d{7}",
        valid=dic.is_valid,
        words=(
            "ičo", "ico", "ič", "identifikační číslo", "identifikačné číslo", "czech company number", "dič", "dic",
            "daňové identifikační číslo",
        ),
    ),
    _VAT,
    _PERSON,
    replace(
        _PERSON,
        name="Czech VAT number of a person without its country",
        shapes=("999999999", "9999999999", "999999/9999"),
        form="",
        words=("dič", "dic", "daňové identifikační číslo"),
        alone=0.0,
        failed=0.0,  # the Slovak one has ten digits, too
    ),
)  # fmt: skip
