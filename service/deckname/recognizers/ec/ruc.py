"""RUC: the tax number of Ecuador: ten digits, those of the cédula for people, and the branch (001).

The third digit is 0 to 5 for people, 6 for the state, 9 for companies (SRI); 1792060346001 is the sample of
python-stdnum. Thirteen digits are also the milliseconds of a date.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "RUC 1714307103001, RUC: 1792060346001, ruc 1714307104001")
['1714307103001', '1792060346001', '1714307104001']
>>> values(IDENTIFIERS, "1714307103001, ruc 1714307103999")
[]
"""

from __future__ import annotations

from dataclasses import replace

from stdnum.ec import ruc

from deckname.identifier import Identifier

_PROVINCE = r"(?:0[1-9]|1\d|2[0-4]|30|50)"
_PERSON = Identifier(
    type="TAX_ID",
    name="Ecuadorian RUC",
    shapes=("9999999999999", "9999999999-999"),
    form=rf"{_PROVINCE}[0-5]\d{{7}}0\d\d",
    words=(
        "ruc", "r u c", "ruc no", "número de ruc", "numero de ruc", "registro único de contribuyentes", "sri",
        "registro unico de contribuyentes", "ecuadorian tax id", "ruc ci", "ci ruc",
    ),
    valid=ruc.is_valid,
)  # fmt: skip
IDENTIFIERS = (
    _PERSON,
    replace(_PERSON, type="COMPANY_ID", name="Ecuadorian RUC of a company", form=rf"{_PROVINCE}[69]\d{{7}}\d\d\d"),
)
