"""Numbers of bank accounts in the United States that are called so.

Five to seventeen digits by the rules of the ACH (Nacha Operating Rules, appendix 3: DFI account number); the short ones
are left to ``recognizers.bank_account``, which wants the label right before them.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "wired to his checking account at First Example, 000123456789; savings account 4415-882-19")
['000123456789', '4415-882-19']
>>> values(IDENTIFIERS, "an account of 20260131, on account of 123456789012")
[]
"""

from __future__ import annotations

from dataclasses import replace

from deckname.identifier import Identifier

_KINDS = (
    "checking", "savings", "saving", "money market", "deposit", "direct deposit", "bank", "brokerage", "escrow",
    "business checking", "personal checking", "payroll", "credit union", "share draft", "dda",
)  # fmt: skip
_PARTS = ("account", "account number", "account no", "account num", "account nr", "acct", "acct no", "acct number")

_BANK = Identifier(
    type="BANK_ACCOUNT",
    name="US bank account",
    shapes=(*("9" * digits for digits in range(8, 18)), "9999-999-99", "9999-9999-99", "999-9999999", "9999 9999 9999"),
    form=r"(?!(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d$)\d+",
    words=tuple(f"{kind} {part}" for kind in _KINDS for part in _PARTS),
    named=0.75,
)
IDENTIFIERS = (
    _BANK,
    # Shops and power stations have account numbers as well.
    replace(
        _BANK,
        words=("account number", "account no", "account num", "acct number", "acct no", "acct num", "acct", "acctno"),
        named=0.6,
    ),
)
