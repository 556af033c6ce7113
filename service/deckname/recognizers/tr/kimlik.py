"""T.C. kimlik numarası: eleven digits that do not begin with 0, the last two check the others.

Source: https://tckimlik.nvi.gov.tr; 17291716060 is stdnum's sample. One random number in 110 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "T.C. Kimlik No: 17291716060, TCKN 17291716050, TC 172 917 160 60, T.C. KİMLİK NO: 17291716060")
['17291716060', '17291716050', '172 917 160 60', '17291716060']
>>> values(IDENTIFIERS, "TCKN 07291716092; parça 17291716061")
[]
"""

from stdnum.tr import tckimlik

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Turkish kimlik number",
        shapes=("99999999999", "999 999 999 99", "999 999 99 999"),
        form=r"[1-9]\d{10}",
        valid=tckimlik.is_valid,
        # A capital İ has no small letter of length one: it stays as it is.
        words=(
            "kimlik", "kimlik no", "kimlik num*", "kimliği", "t c kimlik", "tc kimlik", "t c no", "tc no", "tckn",
            "tckno", "tckimlik*", "tc", "t c", "KİMLİK", "kİmlİk", "tc KİMLİK", "yabancı kimlik",
            "turkish id number", "turkish identity number", "turkish identification number", "turkish national id",
            "türkische identitätsnummer", "türkische ausweisnummer", "numéro d identité turc",
        ),
        alone=0.55,
        named=0.97,
    ),
)  # fmt: skip
