"""Sort codes (six digits, mostly in pairs) and accounts of eight digits behind them, of the United Kingdom and Ireland.

After Pay.UK (https://www.wearepay.uk, "Sorting codes"). Its modulus check needs a table of every bank; the words
decide.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS[:1], "sort code 20-00-00 55779911; account: 200000 55779911; part 20-00-00 55779911")
['20-00-00 55779911', '200000 55779911']
>>> values(IDENTIFIERS[1:], "Sort code: 20-00-00, sortCode=200000; on 20-00-00")
['20-00-00', '200000']
"""

from deckname.identifier import Identifier

_SORT_CODE = ("sort code", "sort codes", "sortcode", "sorting code", "bank sort code", "s code", "branch sort code")

IDENTIFIERS = (
    Identifier(
        type="BANK_ACCOUNT",
        name="British account with sort code",
        shapes=(
            "99-99-99 99999999", "99 99 99 99999999", "999999 99999999", "99-99-99/99999999", "999999/99999999",
            "99-99-99-99999999", "99.99.99 99999999", "999999-99999999", "99-99-99 9999 9999",
        ),
        words=(
            *_SORT_CODE, "account", "account number", "account no", "acc no", "acct", "a c", "bank account",
            "bank details", "sort code and account number", "sort code account number", "bacs", "chaps",
            "faster payments", "kontonummer",
        ),
    ),
    Identifier(
        type="BANK_CODE",
        name="British sort code",
        shapes=("99-99-99", "99 99 99", "999999", "99.99.99"),
        words=_SORT_CODE,
        named=0.9,
    ),
)  # fmt: skip
