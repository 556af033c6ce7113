"""Registration plates that are called so: letters and digits in the forms of German, British and other plates.

German plates: § 9 FZV (district, letters, digits). British plates: https://www.gov.uk/displaying-number-plates.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Kennzeichen S-AB 1234, number plate AB12 CDE, license plate: 7ABC123, plate ABC-1234")
['S-AB 1234', 'AB12 CDE', '7ABC123', 'ABC-1234']
>>> values(RECOGNIZERS, "registration number 1234567, plate 12, Kennzeichen der Firma, S-AB 1234")
[]
"""

from deckname.recognizers.labelled import Labelled

RECOGNIZERS = (
    Labelled(
        type="LICENSE_PLATE",
        hints=(
            "plate",
            "kennzeichen",
            "kfz",
            "registration",
            "reg",
            "nummernschild",
            "immatriculation",
            "matrícula",
            "matricula",
            "targa",
            "kenteken",
        ),
        label=r"(?:(?:licen[cs]e|number|registration|vehicle|car)[ _\-])?plates?|(?:vehicle "
        r"|car )?registration(?: mark)?|(?:vehicle |car )?reg"
        r"|(?:(?:kfz|amtl(?:iches|\.)?|auto|pkw)[ \-.]{0,2})?kennzeichen|kfz(?=[:.])|nummernschild"
        r"|plaque(?: d'immatriculation)?|immatriculation|matr[ií]cula|targa|kenteken",
        value=r"[A-ZÄÖÜ]{1,3}(?:[ :]?-[ ]?|[ ]{1,2})[A-Z]{1,2}[ \-]{0,2}\d{1,4}[EH]?|[A-Z]{2}\d{2} ?[A-Z]{3}"
        r"|[A-Z]{2}[ \-]?\d{3}[ \-]?[A-Z]{2}"
        r"|(?:(?=[A-Z]{0,8}\d)(?=\d{0,8}[A-Z])[A-Z\d]{4,10}"
        r"|(?=[A-Z\-]{0,7}\d)(?=[\d\-]{0,7}[A-Z])[A-Z\d]{1,4}-[A-Z\d]{1,5}(?:-[A-Z\d]{1,4})?"
        r"|(?-i:(?=[A-Z \-]{0,8}\d)(?=[\d \-]{0,7}[A-Z])[A-Z\d]{1,4}(?:[ \-][A-Z\d]{1,6}){1,2}))",
        score=0.85,
    ),
    # A German plate is clear enough beside the vehicle itself.
    Labelled(
        type="LICENSE_PLATE",
        hints=("fahrzeug", "wagen", "auto", "pkw", "car", "vehicle"),
        label=r"fahrzeug(?:e?s)?|wagens?|auto|pkw|car|vehicle",
        value=r"(?-i:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?)",
        number="",
        score=0.7,
    ),
)
