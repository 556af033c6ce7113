"""Portuguese cartão de cidadão: eight digits of the holder and a check digit, two letters of the issue, a check digit
over all.

https://www.autenticacao.gov.pt (Validação de Número de Documento do Cartão de Cidadão); 00000000 0 ZZ4 is its sample.
Luhn's sum with letters as 10 to 35. The first nine digits are the number of the older bilhete de identidade.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:1], "Cartão de cidadão: 00000000 0 ZZ4, CC 000000000ZZ3; lote 00000000 0 ZZ4, 000000000ZZ3")
['00000000 0 ZZ4', '000000000ZZ3', '00000000 0 ZZ4']
>>> values(IDENTIFIERS[1:], "CC n.º 12345678, bilhete de identidade n.º 12345678 9; lote 12345678")
['12345678', '12345678 9']
"""

from stdnum.pt import cc

from deckname.checksums import weighted
from deckname.identifier import Identifier

_WORDS = (
    "cartão de cidadão", "cartao de cidadao", "cartão do cidadão", "cartao do cidadao", "cartão cidadão", "cc", "c c",
    "cc n", "número de identificação civil", "numero de identificacao civil", "identificação civil", "nic", "n i c",
    "n id civil", "bilhete de identidade", "bi", "b i", "número do cartão de cidadão", "documento de identificação",
    "documento de identidade", "doc identificação", "citizen card", "portuguese citizen card", "identity card",
    "id card", "national id", "bürgerkarte", "portugiesischer personalausweis", "carte de citoyen", "carte d identité",
    "documento de identidad", "carta d identità",
)  # fmt: skip
# Too short to name a run of digits.
_SHORT = ("cc", "c c", "bi", "b i", "nic")


def is_card_number(number: str) -> bool:
    """Whether both check digits are right: the ninth (weights 9 to 2, modulus 11, 0 for 10) and the last.

    >>> is_card_number("000000000ZZ4"), is_card_number("000000000ZZ3"), is_card_number("123456780ZZ2")
    (True, False, False)
    """
    rest = weighted(number[:9], range(9, 0, -1)) % 11
    return bool(cc.is_valid(number)) and (rest == 0 or (rest == 1 and number[8] == "0"))


IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Portuguese cartão de cidadão",
        shapes=("99999999 9 AA9", "999999999AA9", "99999999-9-AA9", "99999999 9AA9", "99999999-9AA9", "999999999 AA9"),
        valid=is_card_number,
        words=_WORDS,
        alone=0.55,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Portuguese civil identification number",
        shapes=("99999999", "99999999 9", "99999999-9", "999999999", "9999999", "9999999 9"),
        words=(*(word for word in _WORDS if word not in _SHORT), "n bi", "bi n", "n cc", "bi no"),
        named=0.85,
    ),
)
