"""ИНН: twelve digits with two check digits for a person, ten with one for a company; ОГРН of companies: 13 or 15.

Source: Приказ ФНС России от 29.06.2012 № ММВ-7-6/435@; 123456789047 is stdnum's sample.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ИНН 123456789047, ИНН: 1234567894, инн 123456789037, ОГРН 1022200525819")
['123456789047', '1234567894', '123456789037', '1022200525819']
>>> values(IDENTIFIERS, "счёт 123456789047, заказ 1234567894, 1022200525819")
[]
"""

from stdnum.ru import inn, ogrn

from deckname.identifier import Identifier

_WORDS = (
    "инн", "и н н", "инн кпп", "inn kpp", "идентификационный номер налогоплательщика", "идентификационный номер",
    "russian tax number", "russian tax id", "taxpayer identification number", "russische steuernummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Russian INN",
        shapes=("999999999999",),
        valid=inn.is_valid,
        words=(*_WORDS, "inn"),  # not beside ten digits: "Hampton Inn, 2125550123"
        named=0.97,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Russian INN of a company",
        shapes=("9999999999",),
        valid=inn.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="COMPANY_ID",
        name="Russian OGRN",
        shapes=("9999999999999", "999999999999999"),
        form=r"[1-9]\d+",
        valid=ogrn.is_valid,
        words=("огрн", "огрнип", "ogrn", "ogrnip", "основной государственный регистрационный номер"),
    ),
)
