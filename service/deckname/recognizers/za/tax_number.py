"""Tax reference number of South Africa: ten digits, the first 0 to 3 or 9, the last one a Luhn digit.

Source: https://www.sars.gov.za; 0001339050 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "SARS tax number 0001339050, tax reference no: 0001339051, income tax number 000/1339/05/0")
['0001339050', '0001339051', '000/1339/05/0']
>>> values(IDENTIFIERS, "tel. 0001339050")
[]
"""

from stdnum.za import tin

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="South African tax number",
        shapes=("9999999999", "9999/999/99/9", "999/9999/99/9", "999 9999 999"),
        form=r"[0-39]\d{9}",
        valid=tin.is_valid,
        words=(
            "sars", "tax number", "tax no", "tax reference number", "tax reference no", "tax ref no",
            "income tax number", "income tax no", "income tax reference number",
            "south african tax number", "inkomstebelasting", "tax ref",
        ),
    ),
)  # fmt: skip
