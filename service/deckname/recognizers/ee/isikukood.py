"""Isikukood: a digit for sex and century, birth date, three digits and a check digit modulo 11.

Source: https://www.riigiteataja.ee/akt/106032012004; 36805280109 is stdnum's sample. One random number in 700 of those
who live passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "Isikukood: 36805280109, isikukood 36805280108; isikukoodiga 3 680528 0109")
['36805280109', '36805280108', '3 680528 0109']
>>> values(IDENTIFIERS, "36805280109, 36805280108, 16805280109, 36813280109")
['36805280109']
"""

from dataclasses import replace

from stdnum.ee import ik

from deckname.identifier import Identifier

_ANY = Identifier(
    type="NATIONAL_ID",
    name="Estonian isikukood",
    shapes=("99999999999", "9 999999 9999", "9-999999-9999"),
    form=r"[1-8]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}",
    valid=ik.is_valid,
    words=(
        "isikukood*", "i k", "estonian personal code", "estonian personal identification code",
        "personal identification code", "personal code", "estonian id code", "estonian national id",
        "личный код", "isikunumber", "personenkennzeichen", "personencode", "henkilötunnus",
        "code personnel estonien",
    ),
    named=0.97,
)  # fmt: skip

IDENTIFIERS = (_ANY, replace(_ANY, form=_ANY.form.replace("[1-8]", "[3-6]"), words=(), alone=0.55))
