"""API keys: their file, their scopes, and who may do what.

A key is 32 random bytes, so one round of SHA-256 is enough at rest: there is no guessing it as one guesses passwords
(NIST SP 800-63B, 5.1.1.2 asks for slow hashes of secrets that people choose). The file holds digests and no keys:

    {"keys": [{"name": "crm", "sha256": "9f86...", "scopes": ["detect", "redact"], "requests_per_second": 50}]}
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from deckname.errors import DecknameError
from deckname.limits import Rates

log = logging.getLogger(__name__)

Scope = Literal["detect", "redact", "restore", "feedback", "metrics"]
SCOPES: tuple[Scope, ...] = ("detect", "redact", "restore", "feedback", "metrics")
#: Which scope a path needs; any other path needs a key, and of that no scope.
PATHS: dict[str, Scope] = {
    "/detect": "detect",
    "/classify": "detect",
    "/analyze": "detect",
    "/redact": "redact",
    "/redact/stream": "redact",
    "/anonymize": "redact",
    "/restore": "restore",
    "/deanonymize": "restore",
    "/feedback": "feedback",
    "/metrics": "metrics",
}
#: Probes come without a key.
OPEN = frozenset({"/health", "/ready"})
PREFIX = "dn_"
#: Seconds between two looks at the file.
_LOOK = 1.0


class KeyFileError(DecknameError):
    """A file of API keys that cannot be read."""

    code = "key_file"


class Unauthorized(DecknameError):
    """No key, or none that is known."""

    code = "unauthorized"


class Forbidden(DecknameError):
    """A key that may not do this."""

    code = "forbidden"


class ApiKey(BaseModel):
    """One entry of the file; ``*_per_second`` go before the service's own limits."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", repr=False)]
    scopes: tuple[Scope, ...]
    requests_per_second: Annotated[float, Field(ge=0)] | None = None
    characters_per_second: Annotated[float, Field(ge=0)] | None = None

    def rates(self, usual: Rates, *, workers: int = 1) -> Rates:
        """Return the part of the key's share that one of so many workers gives; ``usual`` is such a part already."""
        return Rates(
            usual.requests if self.requests_per_second is None else self.requests_per_second / workers,
            usual.characters if self.characters_per_second is None else self.characters_per_second / workers,
        )


class KeyFile(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    keys: tuple[ApiKey, ...] = ()

    @classmethod
    def read(cls, path: Path) -> KeyFile:
        """Return what a file holds.

        Raises:
            KeyFileError: it is missing, not readable or not of this form.
        """
        problem = ""
        found = cls()
        try:
            found = cls.model_validate_json(path.read_bytes())
        except OSError as error:
            problem = f"{path}: {error.strerror}"
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"])) or "the file"
            problem = f"{path}: {where} is not as it should be ({first['type']}); `deckname keys new` writes such files"
        if problem:  # raised out here: the errors above may hold what the file holds
            raise KeyFileError(problem)
        names = [key.name for key in found.keys]
        if len(names) > len(set(names)):
            raise KeyFileError(f"{path}: two keys have the same name")
        return found

    def write(self, path: Path) -> None:
        """Put the file in place, whole or not at all, readable by its owner alone (unless it was there before)."""
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(self.model_dump_json(indent=1, exclude_none=True) + "\n")
            with suppress(FileNotFoundError):
                before = path.stat()
                os.chmod(temporary, before.st_mode & 0o777)
                with suppress(PermissionError):
                    os.chown(temporary, before.st_uid, before.st_gid)
            os.replace(temporary, path)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
            raise


def scope_of(path: str) -> Scope | None:
    """Return the scope that a path needs: its own, or that of a path it lies below (/feedback/<id>)."""
    while path and path not in PATHS:
        path = path.rpartition("/")[0]
    return PATHS.get(path)


def new_key() -> str:
    """Return a fresh key: 256 random bits, with a prefix by which scanners for secrets know it."""
    return PREFIX + secrets.token_urlsafe(32)


def digest(key: str | bytes) -> str:
    return hashlib.sha256(key if isinstance(key, bytes) else key.encode()).hexdigest()


class Keys:
    """The keys of a file, read again when it changes; a file that went bad leaves the old ones in force."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._state()
        self._keys = KeyFile.read(path).keys
        self._look = time.monotonic() + _LOOK

    def caller(self, path: str, headers: Mapping[bytes, bytes]) -> ApiKey:
        """Return whose key came with a request.

        Raises:
            Unauthorized: there is none, or no such key.
            Forbidden: it lacks the scope that the path needs.
        """
        if time.monotonic() >= self._look:
            self.refresh()
        key = self._known(_presented(headers))
        if key is None:
            raise Unauthorized("send an API key: Authorization: Bearer ..., or X-API-Key")
        scope = scope_of(path)
        if scope is not None and scope not in key.scopes:
            raise Forbidden(f"this key lacks the scope {scope}", scope=scope)
        return key

    def refresh(self) -> None:
        """Read the file again where it changed."""
        self._look = time.monotonic() + _LOOK
        state = self._state()
        if state == self._seen:
            return
        self._seen = state
        try:
            self._keys = KeyFile.read(self._path).keys
            log.info("API keys read again", extra={"keys": len(self._keys)})
        except KeyFileError as error:
            log.error("API keys not read again; the old ones stay", extra={"reason": str(error)})

    def _state(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _known(self, presented: bytes) -> ApiKey | None:
        """Compare with every key, in a time that tells nothing of which matched or how far."""
        own = digest(presented)
        matching = [key for key in self._keys if hmac.compare_digest(key.sha256, own)]
        return matching[0] if matching and presented else None


def _presented(headers: Mapping[bytes, bytes]) -> bytes:
    scheme, _, value = headers.get(b"authorization", b"").partition(b" ")
    if scheme.lower() == b"bearer" and value.strip():
        return value.strip()
    return headers.get(b"x-api-key", b"").strip()
