"""VAT numbers of Luxembourg: LU and eight digits, the last two the rest of the others by 89; register numbers: B and
digits.

https://guichet.public.lu (n° TVA); LU15027442 is the usual sample. RCS Luxembourg B 12345: https://www.lbr.lu.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "LU15027442, LU 150 274 42, n° TVA : LU15027443, RCS Luxembourg B 123456; lot B123456")
['LU15027442', 'LU 150 274 42', 'LU15027443', 'B 123456']
"""

from stdnum.lu import tva

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Luxembourg VAT number",
        shapes=("AA99999999", "AA 99999999", "AA 999 999 99", "AA 9999 9999", "AA-99999999"),
        form=r"LU\d{8}",
        valid=tva.is_valid,
        words=(
            "tva", "n tva", "no tva", "numéro de tva", "numéro tva", "tva intracommunautaire", "id tva", "mwst nr",
            "mwst nummer", "mehrwertsteuernummer", "ust id", "ust id nr", "vat", "vat number", "vat no", "vat id",
            "btw", "iva", "partita iva",
        ),
        alone=0.85,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Luxembourg register number",
        shapes=("A999999", "A 999999", "A99999", "A 99999", "A9999", "A 9999", "A 999.999", "A 99.999", "A-999999"),
        form=r"[A-K]\d{4,6}",
        words=(
            "rcs", "r c s", "rcs luxembourg", "r c s luxembourg", "rcsl", "registre de commerce", "handelsregister",
            "registre de commerce et des sociétés", "trade register", "numéro rcs", "rcs number",
        ),
        named=0.92,
    ),
)  # fmt: skip
