"""Keyed hashes."""

from __future__ import annotations

import base64
import hmac
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from deckname.operators.base import Base, KeyName
from deckname.session import Session


class Hash(Base):
    """Put the HMAC-SHA-256 (RFC 2104, FIPS 198-1) of the value in its place, by a named key.

    ``length`` characters of it stay: 16 of hex are 64 bits, which ten million values share by chance with odds of 1 in
    370,000. With ``fold``, values that differ in case and spaces alone have one hash. ``{type}`` and ``{hash}`` in
    ``with`` are substituted; ``<{type}:HASH:{hash}>`` is not found again when the output is looked through.
    """

    op: Literal["hash"] = "hash"
    key: KeyName
    encoding: Literal["hex", "base64url"] = "hex"
    length: Annotated[int, Field(ge=16, le=64)] | None = None
    fold: bool = False
    with_: Annotated[str, Field(alias="with", max_length=1000)] = "{hash}"

    @model_validator(mode="before")
    @classmethod
    def _has_a_key(cls, given: object) -> object:
        if isinstance(given, dict) and not given.get("key"):
            raise PydanticCustomError(
                "deckname",
                "a hash needs the name of a key: there are so few telephone numbers, names and cards that without a "
                "secret anybody hashes them all and looks yours up",
            )
        return given

    @field_validator("with_")
    @classmethod
    def _has_the_hash(cls, template: str) -> str:
        if template.count("{hash}") != 1:
            raise PydanticCustomError("deckname", "must have {hash} once")
        return template

    def __call__(self, value: str, type_: str, session: Session) -> str:
        if self.fold:
            value = " ".join(value.casefold().split())
        # "surrogatepass": a value may hold what has no UTF-8 form, and this must not be where that comes out.
        digest = hmac.digest(session.subkey(self.key, self.op), value.encode("utf-8", "surrogatepass"), "sha256")
        told = digest.hex() if self.encoding == "hex" else base64.urlsafe_b64encode(digest).decode().rstrip("=")
        return self.with_.replace("{type}", type_).replace("{hash}", told[: self.length])
