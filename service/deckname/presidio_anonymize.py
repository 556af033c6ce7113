"""Presidio's ``/anonymize`` and ``/deanonymize``: its operators over spans that a caller hands in.

The operators give what those of presidio-anonymizer 2.2.366 give, to the byte: what one of the two encrypted the other
decrypts. Where spans meet we are stricter (``_settled``), because Presidio shows there what it should hide.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from pydantic import BaseModel, ConfigDict, Field

from deckname.errors import InvalidRequest, LimitExceeded
from deckname.limits import check_count, check_text
from deckname.settings import Settings

_BLOCK = 128  # bits of an AES block
_IV_BYTES = 16
_KEY_BYTES = frozenset({16, 24, 32})
_SALT_BYTES = 16, 32  # the least that a caller may send; what is drawn where none is sent
_HASHES = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}
#: What Presidio lets stand between two spans of a type that it makes one of.
_BETWEEN = re.compile(r" +\n?")

Parameters = Mapping[str, Any]
Operate = Callable[[str, str, Parameters], str]


class Unsupported(InvalidRequest):
    """What Presidio's service refuses as well, with another status."""


class _Asked(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", hide_input_in_errors=True)

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        return []


class ResultItem(_Asked):
    """A span that an analyzer found; an ``analysis_explanation`` and the like may come along."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    entity_type: Annotated[str, Field(min_length=1, max_length=1000)]
    score: Annotated[float, Field(allow_inf_nan=False)]


class AnonymizedItem(_Asked):
    """A span that an anonymizer made."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    entity_type: Annotated[str, Field(min_length=1, max_length=1000)]
    score: Annotated[float | None, Field(allow_inf_nan=False)] = None


Operators = dict[str, dict[str, Any]]


class AnonymizeRequest(_Asked):
    """One text and its spans, or a list of texts and a list of spans for each."""

    model_config = ConfigDict(json_schema_extra={"required": ["analyzer_results"]})

    text: str | list[str] | None = ""
    analyzer_results: list[ResultItem] | list[list[ResultItem]] | None = None
    anonymizers: Annotated[Operators | None, Field(description="by entity type or DEFAULT; without it, <TYPE>")] = None


class DeanonymizeRequest(_Asked):
    """One text and what was done to it, or a list of both."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    text: str | list[str] | None = ""
    anonymizer_results: list[AnonymizedItem] | list[list[AnonymizedItem]] | None = None
    deanonymizers: Annotated[Operators | None, Field(description="by entity type or DEFAULT")] = None


@dataclass(frozen=True, slots=True)
class Found:
    """One span of a request."""

    start: int
    end: int
    entity: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator of a request and its parameters; they are looked at when it is used, as Presidio does."""

    name: str
    parameters: Parameters = field(repr=False, default_factory=dict)


class _Room:
    """The characters that an answer may still have: one ``new_value`` for many spans makes much of little."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._taken = 0

    def take(self, characters: int) -> None:
        """Count some; raises ``LimitExceeded`` before the answer is put together."""
        self._taken += characters
        if self._taken > self._limit:
            told = f"the changed text may have {self._limit} characters"
            raise LimitExceeded("text_too_long", told, limit=self._limit, actual=self._taken)


# From a request to its answer.


def anonymize(asked: AnonymizeRequest, settings: Settings) -> Any:
    """Return Presidio's answer.

    Raises:
        InvalidRequest, InvalidText, LimitExceeded: says why, without a word of what was sent.
    """
    operators = _operators(asked.anonymizers)
    if any(operator.name == "custom" for operator in operators.values()):
        raise Unsupported("Custom type anonymizer is not supported")
    operators.setdefault("DEFAULT", Operator("replace"))
    if asked.analyzer_results is None:
        raise InvalidRequest("Invalid input, request must contain analyzer results")
    return _each(asked.text, asked.analyzer_results, "analyzer_results", operators, ANONYMIZERS, settings)


def deanonymize(asked: DeanonymizeRequest, settings: Settings) -> Any:
    """Return Presidio's answer. Raises what ``anonymize`` raises."""
    operators = _operators(asked.deanonymizers)
    return _each(asked.text, asked.anonymizer_results, "anonymizer_results", operators, DEANONYMIZERS, settings)


def _operators(asked: Operators | None) -> dict[str, Operator]:
    operators: dict[str, Operator] = {}
    for entity, parameters in (asked or {}).items():
        name = parameters.get("type")
        if not name or not isinstance(name, str):
            raise InvalidRequest("Invalid input, operator config must contain operator_name")
        operators[entity] = Operator(name, {key: value for key, value in parameters.items() if key != "type"})
    return operators


def _each(
    text: str | list[str] | None,
    items: Sequence[Any] | None,
    named: str,
    operators: Mapping[str, Operator],
    known: Mapping[str, Operate],
    settings: Settings,
) -> Any:
    """Answer one text, or each of many."""
    many = isinstance(text, list)
    texts: list[str] = text if isinstance(text, list) else [text or ""]
    lists: list[list[Any]] = [list(items or ())]
    if many:
        lists = [list(each) if isinstance(each, list) else [each] for each in items or [[] for _ in texts]]
    if len(texts) != len(lists) or (many and items and not all(isinstance(each, list) for each in items)):
        raise InvalidRequest(f"Invalid input, '{named}' must contain one list of results per item in 'text'")
    if not many and any(isinstance(each, list) for each in lists[0]):
        raise InvalidRequest(f"Invalid input, '{named}' must be a list of results")
    check_count(len(texts), settings.max_texts)
    for each in texts:
        check_text(each, settings.max_characters)
    answers: list[dict[str, Any]] = []
    room = _Room(settings.max_body_bytes)
    for each, own in zip(texts, lists, strict=True):
        answers.append(_operate(each, own, operators, known, room))
    return answers if many else answers[0]


def _operate(
    text: str,
    items: Sequence[ResultItem | AnonymizedItem],
    operators: Mapping[str, Operator],
    known: Mapping[str, Operate],
    room: _Room,
) -> dict[str, Any]:
    """Return a text with its spans replaced, and where the replacements stand in it, the last first."""
    found = [Found(item.start, item.end, item.entity_type, item.score) for item in items]
    for each in found:
        if each.start > each.end:
            raise InvalidRequest("Invalid input, start index must be smaller than end index")
        if each.end > len(text):
            raise InvalidRequest("Invalid analyzer result, start and end must lie within the text")
    pieces: list[str] = []
    told: list[dict[str, Any]] = []
    done = length = 0
    for each in _settled(text, found, operators):
        operator = _operator(each.entity, operators)
        operate = known.get(operator.name)
        if operate is None:
            raise InvalidRequest("Invalid operator class: GET /anonymizers and /deanonymizers list them")
        new = operate(text[each.start : each.end], each.entity, operator.parameters)
        length += each.start - done
        pieces += [text[done : each.start], new]
        told.append(
            {
                "start": length, "end": length + len(new), "entity_type": each.entity, "text": new,
                "operator": operator.name, "score": each.score,
            }
        )  # fmt: skip
        length += len(new)
        room.take(each.start - done + len(new))
        done = each.end
    pieces.append(text[done:])
    room.take(len(pieces[-1]))
    return {"text": "".join(pieces), "items": told[::-1]}


def _operator(entity: str, operators: Mapping[str, Operator]) -> Operator:
    operator = operators.get(entity) or operators.get("DEFAULT")
    if operator is None:
        raise InvalidRequest("Invalid input, name an operator for every entity type, or DEFAULT")
    return operator


# Where spans meet.


def _settled(text: str, found: Sequence[Found], operators: Mapping[str, Operator]) -> list[Found]:
    """Return disjoint spans in text order that cover what ``found`` covered.

    As in Presidio, overlapping spans of one type become one, a span within another is dropped, and of two that overlap
    the later keeps its whole extent. Stricter than Presidio: the earlier one's operator sees only what the later leaves
    it, where Presidio hands it the overlap too (and its ``mask`` or ``keep`` writes that out again); and neighbours of
    one type with a space between become one only where the operator lets nothing of either be seen. Presidio always
    makes them one, so a mask of the last four leaves the first of two card numbers as it was.
    """
    spans: list[Found] = []
    for each in _outermost(_merged([span for span in found if span.start < span.end])):
        before = spans[-1] if spans else None
        if before and before.end > each.start:
            spans[-1] = replace(before, end=each.start)
        elif (
            before
            and before.entity == each.entity
            and _BETWEEN.fullmatch(text, before.end, each.start)
            and _operator(each.entity, operators).name in ("replace", "redact")
        ):
            spans.pop()
            each = replace(each, start=before.start)
        spans.append(each)
    return spans


def _merged(found: Sequence[Found]) -> list[Found]:
    """Make one of overlapping spans of one type."""
    latest: dict[str, int] = {}
    merged: list[Found] = []
    for each in sorted(found, key=lambda span: (span.start, span.end)):
        place = latest.get(each.entity)
        if place is not None and each.start < merged[place].end:
            other = merged[place]
            scores = [span.score for span in (other, each) if span.score is not None]
            merged[place] = replace(other, end=max(other.end, each.end), score=max(scores, default=None))
        else:
            latest[each.entity] = len(merged)
            merged.append(each)
    return merged


def _outermost(found: Sequence[Found]) -> list[Found]:
    """Drop what lies within another; of spans of one extent the surest stays, the last of equals."""
    kept: list[Found] = []
    for _, each in sorted(
        enumerate(found), key=lambda item: (item[1].start, -item[1].end, -(item[1].score or 0), -item[0])
    ):
        if not kept or each.end > kept[-1].end:
            kept.append(each)
    return kept


# Operators: the value, its entity type, the parameters.


def _replace(value: str, entity: str, parameters: Parameters) -> str:
    return _parameter(parameters, "new_value", str, optional=True) or f"<{entity}>"


def _redact(value: str, entity: str, parameters: Parameters) -> str:
    return ""


def _keep(value: str, entity: str, parameters: Parameters) -> str:
    return value


def _mask(value: str, entity: str, parameters: Parameters) -> str:
    character = _parameter(parameters, "masking_char", str)
    if len(character) > 1:
        raise InvalidRequest("Invalid input, masking_char must be a character")
    count = max(0, min(len(value), _parameter(parameters, "chars_to_mask", int)))
    mask: str = character * count
    if _parameter(parameters, "from_end", bool):
        return value[: len(value) - count] + mask
    return mask + value[count:]


def _hash(value: str, entity: str, parameters: Parameters) -> str:
    kind = parameters.get("hash_type", "sha256")
    if not isinstance(kind, str) or kind not in _HASHES:
        raise InvalidRequest("Parameter hash_type value is not in range of values ['sha256', 'sha512']")
    least, drawn = _SALT_BYTES
    if "salt" in parameters:
        salt = _bytes(_parameter(parameters, "salt", str))
        if len(salt) < least:
            raise InvalidRequest(f"Salt must be at least {least} bytes (128 bits).")
    else:
        salt = os.urandom(drawn)
    return _HASHES[kind](value.encode() + salt).hexdigest()


def _encrypt(value: str, entity: str, parameters: Parameters) -> str:
    padder = padding.PKCS7(_BLOCK).padder()
    iv = os.urandom(_IV_BYTES)
    encryptor = Cipher(algorithms.AES(_key(parameters)), modes.CBC(iv)).encryptor()
    padded = padder.update(value.encode()) + padder.finalize()
    return base64.urlsafe_b64encode(iv + encryptor.update(padded) + encryptor.finalize()).decode()


def _decrypt(value: str, entity: str, parameters: Parameters) -> str:
    key = _key(parameters)
    try:
        sealed = base64.urlsafe_b64decode(value.encode())
        decryptor = Cipher(algorithms.AES(key), modes.CBC(sealed[:_IV_BYTES])).decryptor()
        padded = decryptor.update(sealed[_IV_BYTES:]) + decryptor.finalize()
        unpadder = padding.PKCS7(_BLOCK).unpadder()
        return (unpadder.update(padded) + unpadder.finalize()).decode()
    except ValueError:
        pass
    raise InvalidRequest("Invalid input, the text at a result's position does not decrypt with this key")


def _key(parameters: Parameters) -> bytes:
    key = _bytes(_parameter(parameters, "key", str))
    if len(key) not in _KEY_BYTES:
        raise InvalidRequest("Invalid input, key must be of length 128, 192 or 256 bits")
    return key


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


_JSON_TYPES = {str: "string", bool: "boolean", int: "number"}


def _parameter(parameters: Parameters, name: str, kind: type, *, optional: bool = False) -> Any:
    value = parameters.get(name)
    if value is None and not optional:
        raise InvalidRequest(f"Expected parameter {name}")
    if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        raise InvalidRequest(f"Invalid parameter value for {name}. Expecting '{_JSON_TYPES[kind]}'.")
    return value


ANONYMIZERS: dict[str, Operate] = {
    "encrypt": _encrypt, "hash": _hash, "keep": _keep, "mask": _mask, "redact": _redact, "replace": _replace,
}  # fmt: skip
DEANONYMIZERS: dict[str, Operate] = {"decrypt": _decrypt, "deanonymize_keep": _keep}
