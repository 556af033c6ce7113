"""Named secrets, from a file, for the operators that need one.

    {"keys": [{"name": "crm-2026", "secret": "<43 characters of base64url: 32 random bytes>"}, ...]}

Of several entries with one name the last is in use, and all of them restore what they encrypted: to rotate a key, add
an entry. No operator sees a secret: each gets a subkey for its own purpose by HKDF-SHA-256 (RFC 5869), so that no
operator's output tells anything of another's. The id in a token is derived like a subkey; a file needs none.
"""

from __future__ import annotations

import base64
import binascii
import logging
import os
import re
import secrets
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from deckname.errors import DecknameError, UnknownKey

log = logging.getLogger(__name__)

#: Bytes of a secret at least: 256 bits, as many as HMAC-SHA-256 can use and AES-256 needs.
LEAST = 32
#: Names every derived key of ours, so that a secret that others use too gives them other ones.
_INFO = "deckname 1"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class KeyringError(DecknameError):
    """A file of secrets that cannot be read; the message holds none of them."""

    code = "key_file"


@dataclass(frozen=True)
class Key:
    """One secret and what is derived from it."""

    name: str
    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise KeyringError("a key's name has letters, digits and . _ -, up to 64")
        if len(self.secret) < LEAST:
            raise KeyringError(f"key {self.name}: a secret needs {LEAST} bytes or more, not {len(self.secret)}")
        if len(set(self.secret)) < LEAST // 4:
            raise KeyringError(f"key {self.name}: a secret is random bytes; `deckname policy key` makes one")

    @cached_property
    def id(self) -> str:
        """Which key a token is of, in eight letters and digits; it tells nothing of the secret."""
        return base64.b32encode(self.subkey("key id", length=5)).decode().lower()

    def subkey(self, purpose: str, *, length: int = 32) -> bytes:
        """Return the bytes of a purpose."""
        return _derived(self.secret, purpose, length)


@lru_cache(maxsize=256)  # asked for every value
def _derived(secret: bytes, purpose: str, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length=length, salt=None, info=f"{_INFO} {purpose}".encode()).derive(secret)


class Keyring:
    """The keys that a process holds.

    >>> ring = Keyring([Key("crm", bytes(range(32)))])
    >>> ring.subkey("crm", "hash") == ring.subkey("crm", "pseudonym")
    False
    """

    def __init__(self, keys: Sequence[Key] = ()) -> None:
        self._keys = tuple(keys)
        self._used = {key.name: key for key in self._keys}
        self._known: dict[str, Key] = {}
        for key in self._keys:
            if self._known.setdefault(key.id, key).secret != key.secret:  # a matter of 2 ** 40
                raise KeyringError(f"key {key.name}: its id is that of another; make a new one")

    def __repr__(self) -> str:
        return f"Keyring({len(self._keys)} keys)"

    def __iter__(self) -> Iterator[Key]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def names(self) -> frozenset[str]:
        """The names that operators may ask for."""
        return frozenset(self._used)

    @classmethod
    def read(cls, path: Path) -> Keyring:
        """Return the keys of a file; warns in the log where others than its owner may read it.

        Raises:
            KeyringError: it is missing, not readable, or not as it should be.
        """
        problem, entries = "", _File()
        try:
            with path.open("rb") as file:
                if os.name == "posix" and os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                    log.warning("others than its owner may read the key file; chmod 600 it", extra={"path": str(path)})
                content = file.read()
            entries = _File.model_validate_json(content)
        except OSError as error:
            problem = error.strerror or type(error).__name__
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False, include_context=False)[0]
            where = ".".join(str(part) for part in first["loc"] if isinstance(part, int) or part in _FIELDS)
            problem = f"{where or 'it'} is not as it should be ({first['type']}); see `deckname policy key`"
        if problem:  # raised out here: the errors above hold what the file holds
            raise KeyringError(f"{path}: {problem}")
        return cls([Key(entry.name, _decoded(entry)) for entry in entries.keys])

    def subkey(self, name: str, purpose: str) -> bytes:
        """Return the subkey of the key in use of that name. Raises ``UnknownKey``."""
        return self.key(name).subkey(purpose)

    def key(self, name: str) -> Key:
        """Return the key in use of that name.

        Raises:
            UnknownKey: there is none.
        """
        if name not in self._used:
            raise UnknownKey(missing([name]), key=name)
        return self._used[name]

    def by_id(self, id_: str) -> Key | None:
        """Return the key of a token's id, in use or not."""
        return self._known.get(id_)


def missing(names: Sequence[str]) -> str:
    """Say which keys are missing, and where keys are to be."""
    told = ", ".join(names)
    return f"there is no key {told}; add it to the key file (DECKNAME_KEY_FILE, --key-file): `deckname policy key`"


_FIELDS = frozenset({"keys", "name", "secret"})


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Annotated[str, Field(pattern=f"^{_NAME.pattern}$")]
    secret: Annotated[str, Field(repr=False, max_length=10_000)]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    keys: tuple[_Entry, ...] = ()


def _decoded(entry: _Entry) -> bytes:
    with suppress(binascii.Error, ValueError):
        plain = entry.secret.strip().replace("+", "-").replace("/", "_").rstrip("=")
        return base64.b64decode(plain + "=" * (-len(plain) % 4), altchars=b"-_", validate=True)
    raise KeyringError(f"key {entry.name}: its secret is not base64")


def add_key(path: Path, name: str) -> Key:
    """Make a new key of that name, write it at the end of the file, and return it; the file appears whole.

    Raises:
        KeyringError: the file is not as it should be, or the name.
    """
    before = list(Keyring.read(path)) if path.exists() else []
    key = Key(name, secrets.token_bytes(LEAST))
    entries = tuple(
        _Entry(name=each.name, secret=base64.urlsafe_b64encode(each.secret).decode().rstrip("="))
        for each in (*before, key)
    )
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # readable by its owner alone
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_File(keys=entries).model_dump_json(indent=1) + "\n")
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    return key
