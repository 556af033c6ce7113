"""Vergi kimlik numarası: the Turkish tax number, ten digits, the last one a check digit.

Source: https://www.turkiye.gov.tr/gib-intvrg-vergi-kimlik-numarasi-dogrulama; 4540536920 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Vergi kimlik no: 4540536920, VKN 4540536921, vergi no 454 053 6920")
['4540536920', '4540536921', '454 053 6920']
>>> values(IDENTIFIERS, "tel. 4540536920")
[]
"""

from stdnum.tr import vkn

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Turkish VKN",
        shapes=("9999999999", "999 999 9999", "999 999 99 99"),
        valid=vkn.is_valid,
        words=(
            "vkn", "vergi kimlik", "vergi kimlik no", "vergi kimlik num*", "vergi no", "vergi numarası*", "vergi num*",
            "vergi dairesi", "VERGİ", "vergİ", "VERGİ KİMLİK", "turkish tax number", "turkish tax id",
            "türkische steuernummer",
        ),
    ),
)  # fmt: skip
