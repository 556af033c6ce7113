"""Keyed choices: what a key and a value decide, the same everywhere and without a table.

Everything is drawn from HMAC-SHA-256 (RFC 2104, FIPS 198-1). Permutations are a Feistel network over two unequal halves
with cycle walking (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002). They spread values and keep
unequal ones apart; they are no format-preserving encryption in the sense of NIST SP 800-38G: nothing is decrypted.
"""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isqrt
from typing import TypeVar

_Choice = TypeVar("_Choice")
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Draw:
    """The choices of one key.

    >>> draw = Draw(bytes(32))
    >>> draw.below(6, "die", "ada") == draw.below(6, "die", "ada")
    True
    """

    key: bytes = field(repr=False)

    def digest(self, *labels: str) -> bytes:
        """Return 32 bytes that key and labels decide; no two lists of labels are the same message."""
        # "surrogatepass": a value may hold what has no UTF-8 form, and this must not be where that comes out.
        parts = [label.encode("utf-8", "surrogatepass") for label in labels]
        message = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
        return hmac.digest(self.key, message, "sha256")

    def below(self, count: int, *labels: str) -> int:
        """Return a number from 0 to ``count`` - 1."""
        return _below(self.digest(*labels), b"", count)

    def choice(self, choices: Sequence[_Choice], *labels: str) -> _Choice:
        """Return one of the choices."""
        return choices[self.below(len(choices), *labels)]

    def moved(self, number: int, count: int, *labels: str) -> int:
        """Return another number below ``count``; unequal numbers go to unequal ones, and none stays where it is.

        The numbers are laid out in one circle in an order that the key decides, and each goes to its successor.

        >>> sorted(Draw(b"k").moved(number, 5, "x") for number in range(5))
        [0, 1, 2, 3, 4]
        """
        if not 0 <= number < count or count < 2:
            raise ValueError(f"needs a number of at least two, below {count}")
        subkey = self.digest("moved", *labels)
        place = _permuted(number, count, subkey)
        return _permuted((place + 1) % count, count, subkey, back=True)


def _below(key: bytes, message: bytes, count: int) -> int:
    drawn = hmac.digest(key, message, "sha256")
    while len(drawn) * 8 < count.bit_length() + 64:  # 64 bits more than needed: no number is likelier to speak of
        drawn += hmac.digest(key, b"%d,%b" % (len(drawn), message), "sha256")
    return int.from_bytes(drawn, "big") % count


def _permuted(number: int, count: int, key: bytes, *, back: bool = False) -> int:
    left = isqrt(count - 1) + 1
    right = -(-count // left)
    while True:  # numbers that only the two halves have are passed over
        number = _network(number, left, right, key, back=back)
        if number < count:
            return number


def _network(number: int, left: int, right: int, key: bytes, *, back: bool) -> int:
    one, two = divmod(number, right)
    sign = -1 if back else 1
    for count in reversed(range(_ROUNDS)) if back else range(_ROUNDS):
        if count % 2:
            one = (one + sign * _below(key, b"%d:%d" % (count, two), left)) % left
        else:
            two = (two + sign * _below(key, b"%d:%d" % (count, one), right)) % right
    return one * right + two
