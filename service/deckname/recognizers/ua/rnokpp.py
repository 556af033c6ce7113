"""РНОКПП (formerly ІПН): the tax number of a person in Ukraine, ten digits, the last one a check digit modulo 11.

Source: Ukrainian tax code, art. 70; 1759013776 is stdnum's sample. The first five digits count the days to the birth.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "РНОКПП 1759013776, ІПН: 1759013770, ідентифікаційний код 1759013776, ИНН 1759013776")
['1759013776', '1759013770', '1759013776', '1759013776']
>>> values(IDENTIFIERS, "тел. 1759013776, рахунок 1759013776")
[]
"""

from stdnum.ua import rntrc

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="Ukrainian RNOKPP",
        shapes=("9999999999",),
        valid=rntrc.is_valid,
        words=(
            "рнокпп", "р н о к п п", "іпн", "ипн", "инн", "rnokpp", "rntrc", "ipn", "ідентифікаційний код",
            "ідентифікаційний номер", "ідентифікаційного номера", "податковий номер",
            "облікової картки платника податків", "идентификационный код", "ukrainian tax number", "ukrainian tax id",
            "taxpayer card number", "individual tax number", "ukrainische steuernummer",
        ),
    ),
)  # fmt: skip
