"""What is kept of a review, encrypted: AES-256-GCM (NIST SP 800-38D) under a subkey of the operator's key.

The nonce is 96 random bits, which NIST allows for 2 ** 32 reviews under one key. A row's id, time and model
are authenticated with its content, so that it cannot be swapped, redated or ascribed to another model.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from deckname.keys import Key

_NONCE = 12
PURPOSE = "feedback"


def seal(content: bytes, key: Key, *columns: str | int) -> bytes:
    """Return ``content`` encrypted, for the row with these clear ``columns`` and no other."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key.subkey(PURPOSE)).encrypt(nonce, content, _bound(columns))


def unseal(sealed: bytes, key: Key, *columns: str | int) -> bytes | None:
    """Return what ``seal`` was given, or None: it is damaged, or of another key or row."""
    with suppress(InvalidTag, ValueError):  # too short to hold a nonce and a tag
        return AESGCM(key.subkey(PURPOSE)).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(columns))
    return None


def _bound(columns: tuple[str | int, ...]) -> bytes:
    return json.dumps(columns).encode()
