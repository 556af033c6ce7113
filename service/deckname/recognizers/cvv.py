"""Security codes of payment cards: three or four digits right behind, or before, the words that name them.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "exp. 05/30, CVV 123; CVC2: 4567, Prüfziffer 321, security code is 042. 777 (CVV)")
['123', '4567', '321', '042', '777']
>>> values(RECOGNIZERS, "CVV 12, CVC 12345, security code 123-456, CSC 3.5, cvv is not stored, 123 EUR")
[]
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="CVV",
        hints=(
            "cvv", "cvc", "cvn", "csc", "cav2", "security", "verification", "prüf", "pruef", "sicherheits", "kartenc",
            "cryptogramme", "code de s", "código de", "codigo de", "codice di", "beveiligingsc", "veiligheidsc",
        ),
        label=(
            r"(?:card[ _\-]?)?(?:cvv2?|cvc2?|cvn2?|csc|cav2)(?:[ /]{1,3}(?:cvv2?|cvc2?|csc|cid))?"
            r"|(?:card[ _\-]?)?security[ _\-]?code|card verification(?: value| code)?|(?:karten[ \-]?)?pr(?:ü|ue)f"
            r"(?:ziffer|nummer|zahl|code)|(?:karten)?sicherheits(?:code|nummer)|kartencode|cryptogramme(?: visuel)?"
            r"|code de s[ée]curit[ée]|c[oó]digo de (?:seguridad|verificaci[oó]n|seguran[cç]a)|codice di sicurezza"
            r"|(?:beveiligings|veiligheids)code"
        ),
        value=r"\d{3,4}(?![.,/:\-]?\d|[ ]?[%€$£])",
        score=0.9,
        reach=90,
    ),
)  # fmt: skip
