"""French tax number of a person (numéro fiscal, SPI, NIF): thirteen digits, the last three modulo 511.

https://www.impots.gouv.fr and the OECD's sheet for France; 30 23 217 600 053 is its sample. Thirteen digits that begin
with 1 are milliseconds in every log, so only groups count without words.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Numéro fiscal : 3023217600053, SPI 30 23 217 600 054; lot 30 23 217 600 053, 3023217600053")
['3023217600053', '30 23 217 600 054', '30 23 217 600 053']
"""

from stdnum.fr import nif

from deckname.identifier import Identifier

_WORDS = (
    "numéro fiscal", "numero fiscal", "n fiscal", "no fiscal", "num fiscal", "numéro fiscal de référence", "nif", "spi",
    "numéro spi", "n spi", "référence fiscale", "identifiant fiscal", "identification fiscale",
    "numéro d identification fiscale", "déclarant", "simplified tax number", "avis d imposition", "tax number",
    "tax no", "tax id", "tin", "tax identification number", "french tax number", "steuernummer",
    "französische steuernummer", "steuer id", "número de identificación fiscal", "codice fiscale", "fiscaal nummer",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="TAX_ID",
        name="French numéro fiscal",
        shapes=("99 99 999 999 999", "99.99.999.999.999", "99-99-999-999-999"),
        form=r"[0-3]\d{12}",
        valid=nif.is_valid,
        words=_WORDS,
        alone=0.75,
    ),
    Identifier(
        type="TAX_ID",
        name="French numéro fiscal, written together",
        shapes=("9999999999999", "9999999999 999", "9 999 999 999 999"),
        form=r"[0-3]\d{12}",
        valid=nif.is_valid,
        words=_WORDS,
    ),
)
