"""Registration plates that are called so: letters and digits in the forms of German, British and other plates.

German plates: § 9 FZV (district, letters, digits; H for a veteran, E for an electric car). British plates:
https://www.gov.uk/displaying-number-plates. Letters alone, as of a plate that its owner chose, are any word.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Kennzeichen S-AB 1234, number plate AB12 CDE, license plate: 7ABC123, plate ABC-1234")
['S-AB 1234', 'AB12 CDE', '7ABC123', 'ABC-1234']
>>> values(RECOGNIZERS, "Kennzeichen FS AB 1234 E, SPZ LRO-AB-123-H; Kennzeichen S-AB 12 E-Auto, SPZ FSAB12 E")
['FS AB 1234 E', 'LRO-AB-123-H', 'S-AB 12', 'FSAB12 E']
>>> values(RECOGNIZERS, "SPZ 4A2 3000, matrícula 12·34·AB, regnr: ABC 12A, rendszám ABC-123, plaka 34 AB 123")
['4A2 3000', '12·34·AB', 'ABC 12A', 'ABC-123', '34 AB 123']
>>> values(RECOGNIZERS, "registration number 1234567, plate 12, Kennzeichen der Firma, S-AB 1234, placa RTX3060")
[]
"""

from deckname.recognizers.labelled import Labelled

_HINTS = (
    "plate", "kennzeichen", "kfz", "registration", "^reg", "nummernschild", "immatriculation", "matrícula", "matricula",
    "targa", "kenteken", "spz", "^rz", "značka", "evidenčn", "nummerplade", "kjennemerke", "skiltnummer", "rendszám",
    "rejestracyjn", "placa", "plaka", "înmatriculare", "rekisteri", "госномер", "номерной знак",
)  # fmt: skip
_LABEL = (
    r"(?:(?:licen[cs]e|number|registration|vehicle|car)[ _\-])?plates?|(?:vehicle |car )?registration(?: mark)?"
    r"|(?:vehicle |car )?reg(?=[^\p{L}]|num|no|nr|id|code)"
    r"|(?:(?:kfz|amtl(?:iches|\.)?|auto|pkw)[ \-.]{0,2})?kennzeichen|kfz(?=[:.])|nummernschild"
    r"|plaque(?: d'immatriculation)?|immatriculation|matr[ií]cula|targa|kenteken(?:plaat)?"
    r"|spz|rz(?=[:=])|(?:registrační|poznávací) značka|evidenčné číslo vozidla"
    r"|regnr|registrering(?=s(?:nummer|nr))s|registreringsskylt|nummerplade|kjennemerke|skiltnummer"
    r"|rekisteri(?:tunnus|numero|kilpi)|rendszám|(?:numer|nr|tablica) rejestracyjn[ya]"
    r"|placa(?:(?=[:=])| d[eo]l? (?:carro|coche|ve[ií]culo|vehículo|auto))|plaka(?:s[ıi])?"
    r"|număr(?:ul)? de înmatriculare|regist(?:arska|rska) (?:oznaka|številka)|госномер|номерной знак"
)
_GERMAN = r"[A-ZÄÖÜ]{1,3}(?:[ :]?-[ ]?|[ ]{1,2})[A-Z]{1,2}[ \-]{0,2}\d{1,4}(?:[EH]|(?-i:[ \-][EH])(?!-))?"

RECOGNIZERS = (
    Labelled(
        type="LICENSE_PLATE",
        hints=_HINTS,
        label=_LABEL,
        value=_GERMAN + r"|[A-Z]{2}\d{2} ?[A-Z]{3}"
        r"|[A-Z]{2}[ \-]?\d{3}[ \-]?[A-Z]{2}"
        r"|(?-i:[A-ZÄÖÜ]{2,5}\d{1,4}[ \-][EH](?!-))"
        r"|(?=[A-Z·]{0,6}\d)(?=[\d·]{0,6}[A-Z])(?:(?:[A-Z]{2}|\d\d)·){2}(?:[A-Z]{2}|\d\d)"
        r"|(?:(?=[A-Z]{0,8}\d)(?=\d{0,8}[A-Z])[A-Z\d]{4,10}"
        r"|(?=[A-Z\-]{0,7}\d)(?=[\d\-]{0,7}[A-Z])[A-Z\d]{1,4}-[A-Z\d]{1,5}(?:-[A-Z\d]{1,4})?"
        r"|(?-i:(?=[A-Z \-]{0,8}\d)(?=[\d \-]{0,7}[A-Z])[A-Z\d]{1,4}(?:[ \-][A-Z\d]{1,6}){1,2}))",
        score=0.85,
    ),
    # A German plate is clear enough beside the vehicle itself.
    Labelled(
        type="LICENSE_PLATE",
        hints=("^fahrzeug", "^wagen$", "^wagens$", "^auto$", "^pkw$", "^car$", "^vehicle$"),
        label=r"fahrzeug(?:e?s)?|wagens?|auto|pkw|car|vehicle",
        value=r"(?-i:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?)",
        number="",
        score=0.7,
    ),
)
