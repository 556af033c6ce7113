"""Tokens that whoever holds the key turns back into values."""

from __future__ import annotations

import base64
import re
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from deckname.errors import InvalidToken
from deckname.keys import Key, Keyring
from deckname.operators.base import Base, KeyName
from deckname.session import Session

#: ``<TYPE:ENC:key id.base64url>``: 16 bytes of authentication, then the value's own.
TOKEN = re.compile(r"<([A-Z][A-Z0-9_]{0,63}):ENC:([a-z2-7]{8})\.([A-Za-z0-9_-]{22,})>")
#: What begins like a token, whether or not it is whole.
BEGINNING = re.compile(r"<[A-Z][A-Z0-9_]{0,63}:ENC:")
_PURPOSE, _BYTES = "encrypt", 64  # AES-256 twice: once for the authentication, once for the encryption


class Encrypt(Base):
    """Put a token in the value's place that the same key turns back: AES-SIV (RFC 5297), 512-bit subkeys.

    Deterministic: equal values of a type give equal tokens, so that joins still join. The token names its key, and the
    type is authenticated with the value. How long a value is can be seen. Tokens are not found again.
    """

    op: Literal["encrypt"] = "encrypt"
    key: KeyName

    def __call__(self, value: str, type_: str, session: Session) -> str:
        key = session.keys.key(self.key)
        sealed = _cipher(key).encrypt(value.encode("utf-8", "surrogatepass"), [type_.encode()])
        return f"<{type_}:ENC:{key.id}.{base64.urlsafe_b64encode(sealed).decode().rstrip('=')}>"


def decrypted(token: re.Match[str], keys: Keyring) -> str:
    """Return the value of a token that ``TOKEN`` matched.

    Raises:
        InvalidToken: it is of no key that is here, or not what that key made. The message says where it stands.
    """
    key = keys.by_id(token[2])
    if key is None:
        raise InvalidToken(
            f"the token at character {token.start()} is of a key that is not here: id {token[2]}",
            position=token.start(),
            key_id=token[2],
        )
    value: bytes | None = None
    try:
        sealed = base64.b64decode(token[3] + "=" * (-len(token[3]) % 4), altchars=b"-_", validate=True)
        # Base64 leaves room for several spellings; only the one that was written counts.
        if base64.urlsafe_b64encode(sealed).decode().rstrip("=") == token[3]:
            value = _cipher(key).decrypt(sealed, [token[1].encode()])
    except (InvalidTag, ValueError):
        pass
    if value is None:
        raise InvalidToken(
            f"the token at character {token.start()} is damaged, or its type was changed", position=token.start()
        )
    return value.decode("utf-8", "surrogatepass")


def _cipher(key: Key) -> AESSIV:
    return AESSIV(key.subkey(_PURPOSE, length=_BYTES))
