"""IRD number of New Zealand: eight or nine digits, the last one a check digit modulo 11.

Source: https://www.ird.govt.nz (RWT and NRWT specification, validation of IRD numbers); 49-098-576 is its sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "IRD 49-098-576, IRD number: 049098576, ird no. 49 098 577, IRD: 136-410-132, IRD 4909185-0")
['49-098-576', '049098576', '49 098 577', '136-410-132', '4909185-0']
>>> values(IDENTIFIERS, "ph. 49-098-576, order 49098576")
[]
"""

from stdnum.nz import ird

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="New Zealand IRD number",
        shapes=("99999999", "999999999", "99-999-999", "999-999-999", "99 999 999", "999 999 999", "9999999-9"),
        form=r"[01]\d{8}|[1-9]\d{7}",
        valid=ird.is_valid,
        words=(
            "ird", "ird no", "ird number", "inland revenue", "inland revenue number", "gst number", "gst no",
            "new zealand tax number", "tau ird", "tax number",
        ),
    ),
)  # fmt: skip
