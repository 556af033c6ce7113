"""Postcodes of the United Kingdom: area, district, then a digit and two letters.

The 124 areas, with BF of the forces and BX of banks, and the letters that do not stand at the end (C I K M O V) are
those of Royal Mail's PAF Programmers' Guide and BS 7666. A postcode alone is no address; with a name for it, it is a
part finer than a town. GIR 0AA was that of Girobank.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Postcode: sw1a 1aa, M1 1AE; postcode=EC1A1BB; postcode: GIR 0AA; XX1 1AA, SW1A 1AC")
['sw1a 1aa', 'M1 1AE', 'EC1A1BB', 'GIR 0AA']
"""

from deckname.identifier import Identifier

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN "
    "NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB "
    "W WA WC WD WF WN WR WS WV YO ZE"
)
_FORM = rf"(?:{_AREAS.replace(' ', '|')})(?:\d\d?|\d[A-HJKMNPR-Y])\d[ABD-HJLNP-UW-Z]{{2}}|GIR0AA"
_SPACED = ("A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "AAA 9AA")
_WORDS = (
    "postcode", "postcodes", "post code", "postal code", "zip code", "zipcode", "address", "addr", "home address",
    "residing at", "lives at", "postleitzahl", "plz", "code postal", "código postal", "codice postale", "adresse",
    "anschrift", "adres", "indirizzo", "dirección", "postal address", "delivery address", "billing address",
)  # fmt: skip

IDENTIFIERS = (
    Identifier(
        type="ADDRESS", name="British postcode", shapes=_SPACED, form=_FORM, words=_WORDS, alone=0.35, named=0.9
    ),
    Identifier(
        type="ADDRESS",
        name="British postcode, written together",
        shapes=tuple(shape.replace(" ", "") for shape in _SPACED),
        form=_FORM,
        words=_WORDS,
        named=0.9,
    ),
)
