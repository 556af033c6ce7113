"""Belgian identity cards (eID): twelve digits, the last two the rest of the others by 97; of newer ones a letter and
nine digits.

https://eid.belgium.be; 591-1917064-58 is a sample of python-stdnum.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Identiteitskaart 591-1917064-58, carte d'identité : B123456789, n° carte 591-1917064-58")
['591-1917064-58', 'B123456789', '591-1917064-58']
>>> values(IDENTIFIERS, "591191706458, 591-1917064-59")
[]
"""

from stdnum.be import eid

from deckname.identifier import Identifier

_WORDS = (
    "identiteitskaart", "identiteitskaartnummer", "nummer identiteitskaart", "kaartnummer", "kaartnr", "eid", "e id",
    "eid nummer", "eid kaart", "identiteitsbewijs", "carte d identité", "numéro de carte d identité", "numéro de carte",
    "carte eid", "numéro eid", "carte identité", "personalausweis", "personalausweisnummer", "kartennummer",
    "belgian id card", "identity card", "id card", "carta d identità", "documento de identidad",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Belgian identity card with dashes",
        shapes=("999-9999999-99",),
        valid=eid.is_valid,
        words=_WORDS,
        alone=0.55,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Belgian identity card",
        shapes=("999999999999", "999 9999999 99"),
        valid=eid.is_valid,
        words=_WORDS,
    ),
    Identifier(
        type="NATIONAL_ID",
        name="Belgian identity card of the newer kind",
        shapes=("A999999999", "A 999999999"),
        form=r"[BF]\d{9}",
        words=_WORDS,
        named=0.9,
    ),
)
