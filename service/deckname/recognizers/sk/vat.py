"""DIČ: the tax number of Slovak persons and companies, ten digits that divide by eleven; IČ DPH for VAT: SK and it.

Source: Zákon 222/2004 Z. z. o dani z pridanej hodnoty, zákon 563/2009 Z. z. (daňový poriadok), § 67; SK2022749619 is
stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SK2022749619, IČ DPH: SK2022749618, DIČ: 2022749619, DIČ 2022749618")
['SK2022749619', 'SK2022749618', '2022749619', '2022749618']
>>> values(IDENTIFIERS[:1], "IČ DPH SK 202 274 96 19")
['SK 202 274 96 19']
>>> values(IDENTIFIERS, "SK2022749618, tel. 2022749619")
[]
"""

from stdnum.sk import dph

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Slovak VAT number",
        shapes=("AA9999999999", "AA 9999999999", "AA 999 999 99 99", "AA 9999 999 999", "AA 999 999 9999"),
        form=r"SK\d{10}",
        valid=dph.is_valid,
        words=("dph", "ič dph", "dič", "vat", "vat no", "vat number", "ust id*"),
        alone=0.55,
    ),
    Identifier(
        type="TAX_ID",
        name="Slovak DIČ",
        shapes=("9999999999", "9999 999 999", "999 999 9999", "999 999 99 99"),
        form=r"[1-9]\d{9}",
        valid=dph.is_valid,
        words=(
            "dič", "dic", "daňové identifikačné číslo", "slovak tax number", "slovak tax id",
            "slowakische steuernummer",
        ),
    ),
)  # fmt: skip
