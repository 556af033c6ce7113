"""Sessions for tests, with secrets that are as random as their names are different."""

from __future__ import annotations

from hashlib import sha256

from deckname.keys import Key, Keyring
from deckname.session import Session

NAMES = ("crm-2026", "study-7", "k", *"abcdefgh")


def case(subject: str = "") -> Session:
    """Return a session of a subject that has the keys of these tests."""
    return Session(Keyring([Key(name, sha256(name.encode()).digest()) for name in NAMES]), subject=subject)
