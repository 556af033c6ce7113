"""Clave de elector: the key on the voter card (INE) of Mexico, which serves as identity card.

Six consonants of the name, date of birth, state of birth (01 to 32, 87 and 88 abroad), sex, three digits (INE; LGIPE
art. 156).

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "clave de elector GMVLMR80070501M100; GMVLMR80070501M100")
['GMVLMR80070501M100', 'GMVLMR80070501M100']
>>> values(IDENTIFIERS, "GMVLMR80070501X100, GMVLMR80137501M100")
[]
"""

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Mexican voter key",
        shapes=("AAAAAA99999999A999",),
        form=r"[A-Z]{6}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|[12]\d|3[0-2]|8[78])[HM]\d{3}",
        words=(
            "clave de elector", "clave elector", "credencial de elector", "credencial para votar", "ine", "ife",
            "credencial ine", "clave ine", "clave del elector", "elector", "voter key", "voter id", "voter card",
        ),
        alone=0.8,
    ),
)  # fmt: skip
