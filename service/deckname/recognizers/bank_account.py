"""National account numbers and bank codes that are called so.

British sort codes (six digits, UK Payments) side by side with an account number are one value. German bank codes have
eight digits, account numbers up to ten (Deutsche Bundesbank); American routing numbers have nine.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "sort code 20-00-00 55779911. Kontonummer: 0532013000, BLZ 370 400 44, account no. 12345678")
['20-00-00 55779911', '0532013000', '370 400 44', '12345678']
>>> codes = [recognizer for recognizer in RECOGNIZERS if recognizer.type == "BANK_CODE"]
>>> values(codes, "routing number 071101307, BLZ 370 400 44; BLZ 370 400 44 / 0532013000")
['071101307', '370 400 44']
>>> values(RECOGNIZERS, "20-00-00, grad acc #37208, account manager 1, account of 12345678, Konto 12")
[]
>>> values(RECOGNIZERS, "Depósito en cuenta 0148770354; en cuenta 12 de 20")
['0148770354']
"""

from deckname.recognizers.labelled import Labelled

_ACCOUNT = r"(?!\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4})\d(?:[ \-.]?\d){4,16}"
_CODE = r"\d{3}[ .]?\d{3}[ .]?\d{2,3}"
_BEHIND = r"(?: ?[/,\-] ?| )\d(?: ?\d){4,11}"

RECOGNIZERS = (
    Labelled(
        type="BANK_ACCOUNT",
        hints=("account", "acct", "^acc", "^a/c", "konto", "kto", "^sort", "rekening", "compte", "cuenta", "^conto"),
        label=r"(?:(?:bank|checking|savings|current|giro|spar)[ _\-]?)?(?:account|acct\.?|acc\.?"
        r"|a/c)(?=[ _.\-]{0,2}(?:number|no|nr|num|#(?!\d{1,5}(?!\d)))|:|\b ?\d{6})"
        r"|(?:giro|spar|bank)?(?:konto|kto\.?)(?:verbindung)?(?:/blz)?|blz/kto\.?|kontonummer|sort[ _\-]?code"
        r"|rekening|cuenta(?: corriente)?(?=:? (?!20\d{6}(?!\d))\d{8})"
        r"|num[eé]ro de (?:compte|cuenta)|n[uú]mero de cuenta"
        r"|conto corrente",
        value=(
            rf"\d{{3}} ?\d{{3}} ?\d\d(?: ?[/,\-] ?| )\d(?: ?\d){{4,11}}|\d\d[ \-]?\d\d[ \-]?\d\d(?: / |/|, "
            rf"| )\d{{8}}|{_ACCOUNT}"
        ),
        score=0.85,
    ),
    # A bank's code with an account is somebody's; alone it is the bank's.
    *(
        Labelled(
            type=type_,
            hints=("routing", "^aba", "^rtn", "blz", "bankleitzahl", "bsb", "transit"),
            label=r"(?:aba )?(?:routing|rtn)(?:/transit)?|aba|blz|bankleitzahl|bsb",
            value=value,
            score=0.85,
        )
        for type_, value in (
            ("BANK_ACCOUNT", rf"{_CODE}{_BEHIND}"),
            ("BANK_CODE", rf"(?:{_CODE}|\d{{3}}-\d{{3}})(?!\d|{_BEHIND})"),
        )
    ),
)
