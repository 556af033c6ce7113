from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from deckname import checksums

digits = st.text("0123456789", min_size=2, max_size=20)


def test_the_examples_hold() -> None:
    assert doctest.testmod(checksums).failed == 0


@given(digits)
def test_one_of_ten_last_digits_passes_luhn(number: str) -> None:
    assert sum(checksums.luhn(number + str(last)) for last in range(10)) == 1


@given(digits)
def test_one_of_ten_last_digits_passes_mod_11_10(number: str) -> None:
    assert sum(checksums.mod_11_10(number + str(last)) for last in range(10)) == 1


@given(st.text("0123456789", min_size=12, max_size=12))
def test_one_of_ten_last_digits_passes_ean_13(number: str) -> None:
    assert sum(checksums.ean_13(number + str(last)) for last in range(10)) == 1


@given(digits, st.integers(0, 18), st.integers(1, 9))
def test_luhn_sees_every_single_wrong_digit(number: str, place: int, wrong: int) -> None:
    passing = next(number + str(last) for last in range(10) if checksums.luhn(number + str(last)))
    place %= len(passing)
    mistyped = passing[:place] + str((int(passing[place]) + wrong) % 10) + passing[place + 1 :]
    assert not checksums.luhn(mistyped)
