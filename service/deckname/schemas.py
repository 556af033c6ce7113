"""The HTTP contract: what is asked, and what is answered. OpenAPI is generated from here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, ValidationError, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema, models_json_schema
from pydantic_core import PydanticCustomError

from deckname import profiles
from deckname.caller_patterns import BONUS, HIGHEST, MAX_LENGTH, CallerPattern, compiled
from deckname.detector import Detection, Options
from deckname.errors import DecknameError, InvalidPattern, InvalidRequest, UnknownType
from deckname.http_errors import HttpError, body, explained
from deckname.keys import Keyring
from deckname.limits import check_count
from deckname.policy import Policy, Replace
from deckname.profiles import Profile
from deckname.redact import redact
from deckname.session import Session
from deckname.settings import Settings
from deckname.text import OffsetUnit, convert_offsets
from deckname.types import TYPE_NAME, TYPES, Tier

# Requests.


def _any_string(value: object) -> str:
    """Let any string through: pydantic would refuse lone surrogates, for which ``text.check`` has better words."""
    if not isinstance(value, str):
        raise PydanticCustomError("deckname", "must be a string")
    return value


def _type_name(value: object) -> str:
    if not isinstance(value, str) or not TYPE_NAME.fullmatch(value):
        raise PydanticCustomError("deckname", "must be the name of a type: capitals, digits and _, up to 64")
    return value


def _types(value: object) -> list[str] | Literal["all"]:
    if value == "all":
        return "all"
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise PydanticCustomError("deckname", 'must be a list of names of types, or "all"')
    return value


Text = Annotated[str, PlainValidator(_any_string), WithJsonSchema({"type": "string"})]
TypeName = Annotated[
    str, PlainValidator(_type_name), WithJsonSchema({"type": "string", "pattern": f"^{TYPE_NAME.pattern}$"})
]
Types = Annotated[
    list[str] | Literal["all"],
    PlainValidator(_types),
    WithJsonSchema({"anyOf": [{"type": "array", "items": {"type": "string"}}, {"const": "all"}]}),
]
Score = Annotated[float, Field(ge=0, le=1)]
Entry = Annotated[str, Field(min_length=1, max_length=1000)]
Word = Annotated[str, Field(min_length=1, max_length=100)]
Words = Annotated[list[Word], Field(max_length=20)]


class _Request(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return ()  # nearly every field may hold personal data


class OwnPattern(_Request):
    """A pattern of the caller's own. It runs under RE2, over text with plain digits, hyphens and spaces."""

    type: TypeName
    regex: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_LENGTH,
            description="RE2 syntax, case-insensitive save in `(?-i:...)`; a group named `value` is the span where "
            "only a part of the match is. Matches of more than 4096 bytes may be cut.",
        ),
    ]
    score: Score = 0.6
    context: Annotated[
        Words,
        Field(
            description="words that name such data (`*` for any further letters): with one of them near the match, "
            f"{BONUS} is added to the score, up to {HIGHEST}"
        ),
    ] = []


class DetectRequest(_Request):
    """What to look through and what for; exactly one of `text` and `texts`."""

    fail_closed_unless_told: ClassVar[bool] = False

    text: Annotated[Text | None, Field(description="one text")] = None
    texts: Annotated[list[Text] | None, Field(description="many texts; the answers come in the same order")] = None
    types: Annotated[
        Types | None, Field(description='names from `GET /types`, or "all"; without it, the direct identifiers')
    ] = None
    profile: Annotated[
        Annotated[str, Field(max_length=64)] | None,
        Field(description="a named set of types, thresholds and operators: `GET /profiles`"),
    ] = None
    threshold: Annotated[Score | None, Field(description="the score from which a finding counts")] = None
    thresholds: Annotated[dict[str, Score], Field(description="the same for one type")] = {}
    allow: Annotated[list[Entry], Field(description="values that are never reported (whole, in any case)")] = []
    deny: Annotated[dict[TypeName, list[Entry]], Field(description="values that are always reported, by type")] = {}
    patterns: Annotated[list[OwnPattern], Field(description="patterns of the caller's own")] = []
    context: Annotated[Words, Field(description="words that name the content: a column header, a JSON key")] = []
    regions: Annotated[
        list[Annotated[str, Field(pattern="^[A-Z]{2}$")]],
        Field(max_length=20, description="countries that the content comes from (ISO 3166), the likeliest first"),
    ] = []
    offset_unit: Annotated[OffsetUnit, Field(strict=False, description="what offsets count")] = OffsetUnit.CODEPOINT
    include_text: Annotated[bool, Field(description="add its text to each span")] = False
    explain: Annotated[bool, Field(description="add to each span the evidence for it")] = False
    fail_closed: Annotated[
        bool | None, Field(description="make a warning an error; false for /detect, true for /redact, unless told")
    ] = None

    @model_validator(mode="after")
    def _one_of_two(self) -> DetectRequest:
        if (self.text is None) == (self.texts is None):
            raise PydanticCustomError("deckname", "send exactly one of text and texts")
        return self


class RedactRequest(DetectRequest):
    """What to look through, what for, and what becomes of it."""

    fail_closed_unless_told: ClassVar[bool] = True

    policy: Annotated[
        Policy | Annotated[str, Field(max_length=64)] | None,
        Field(
            union_mode="left_to_right",
            description="which operator for which type, or the name of a profile whose operators to take; without it, "
            "those of `profile`, or `<TYPE>`",
        ),
    ] = None
    subject: Annotated[
        Text, Field(description="whose texts these are: `date_shift` moves all dates of a subject alike")
    ] = ""
    return_mapping: Annotated[
        bool,
        Field(
            description="return which numbered placeholder stands for which value, for `POST /restore`; without a "
            "policy of any kind, placeholders are then numbered"
        ),
    ] = False


class RestoreRequest(_Request):
    """What to undo: tokens of `encrypt` with the server's keys, placeholders with the mapping that `/redact` gave."""

    text: Annotated[Text, Field(description="a redacted text, or what somebody made of it")]
    mapping: Annotated[dict[Text, Text], Field(description="which placeholder stands for which value")] = {}


Model = TypeVar("Model", bound=BaseModel)


def read(content: bytes, model: type[Model]) -> Model:
    """Return the request that a body holds.

    Raises:
        HttpError: ``invalid_json``.
        InvalidRequest: names the field and why, never the value.
    """
    # Errors are raised outside the handlers: those of pydantic and json hold what was sent.
    problem = ""
    data: object = None
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_constant=_constant, object_pairs_hook=_object)
    except UnicodeDecodeError:
        problem = "is not UTF-8"
    except RecursionError:
        problem = "is nested too deeply"
    except _Refused as error:
        problem = str(error)
    except json.JSONDecodeError as error:
        problem = f"is not JSON (line {error.lineno}, column {error.colno})"
    except ValueError:  # Python refuses to read whole numbers of more than 4300 digits
        problem = "holds a number that is too long"
    if problem:
        raise HttpError("invalid_json", f"the body {problem}")
    if not isinstance(data, dict):
        raise InvalidRequest("the body must be a JSON object")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)[0]
    except RecursionError:
        found = None
    if found is None:
        raise HttpError("invalid_json", "the body is nested too deeply")
    field, why = explained(found, _names(model))
    raise InvalidRequest(f"{field}: {why}" if field else why, **({"field": field} if field else {}))


@lru_cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    """Return the names of all fields of a request, however deep."""

    def walk(schema: object) -> Iterable[str]:
        if isinstance(schema, dict):
            yield from schema.get("properties", {})
        for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            yield from walk(inner)

    return frozenset(walk(model.model_json_schema()))


class _Refused(Exception):
    """JSON that others may read in another way."""


def _constant(name: str) -> NoReturn:
    raise _Refused("holds NaN or Infinity, which JSON has not")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _Refused("holds a name twice in one object")
    return made


# From a request to the detector's options.


def check(
    asked: DetectRequest, settings: Settings, *, keys: Keyring | None = None, own_types: frozenset[str] = frozenset()
) -> None:
    """Refuse what only the whole request and the settings can tell; ``own_types`` are those that the model was taught.

    Raises:
        InvalidRequest, LimitExceeded, HttpError: names the field.
        UnknownKey: names the key.
    """
    _check_limits(asked, settings)
    profile = profile_of(asked)
    _check_types(asked, own_types | (profile.own_types if profile else frozenset()))
    if isinstance(asked, RedactRequest):
        policy_of(asked).check_keys(keys or Keyring())


def _check_limits(asked: DetectRequest, settings: Settings) -> None:
    check_count(len(asked.texts or ()), settings.max_texts)
    count = len(asked.patterns)
    if count > settings.max_patterns:
        raise InvalidPattern(
            f"patterns: a request may have {settings.max_patterns}", limit=settings.max_patterns, actual=count
        )
    count = len(asked.allow) + sum(map(len, asked.deny.values()))
    if count > settings.max_entries:
        raise InvalidRequest(
            f"allow and deny may have {settings.max_entries} entries", limit=settings.max_entries, actual=count
        )


def _check_types(asked: DetectRequest, own_types: frozenset[str]) -> None:
    """Refuse names that nothing can be found under: a misspelt filter would hide what it was meant to find."""
    known = TYPES.keys() | own_types | asked.deny.keys() | {pattern.type for pattern in asked.patterns}
    policy = asked.policy if isinstance(asked, RedactRequest) else None
    named = {
        "types": asked.types if isinstance(asked.types, list) else [],
        "thresholds": asked.thresholds,
        "policy.types": policy.types if isinstance(policy, Policy) else [],
    }
    for field, names in named.items():
        for name in names:
            if name not in known:
                # A name of another form may be anything, a person's too.
                facts = {"field": field, **({"type": name} if TYPE_NAME.fullmatch(name) else {})}
                raise UnknownType(
                    f"{field}: {facts.get('type', 'one of the names')} is no known type; GET /types lists them, "
                    "deny and patterns define more",
                    **facts,
                )


def profile_of(asked: DetectRequest) -> Profile | None:
    """Return the profile that a request names. Raises ``HttpError``: there is none."""
    return None if asked.profile is None else _shipped(asked.profile, "profile")


def policy_of(asked: RedactRequest) -> Policy:
    """Return the operators of a request: its own go before its profile's. Raises ``HttpError``: no such profile."""
    if isinstance(asked.policy, Policy):
        return asked.policy
    if asked.policy is not None:
        return _shipped(asked.policy, "policy").policy
    profile = profile_of(asked)
    if profile:
        return profile.policy
    return _NUMBERED if asked.return_mapping else _PLAIN


_PLAIN, _NUMBERED = Policy(), Policy(default=Replace(with_="<{type}_{n}>"))


def _shipped(name: str, field: str) -> Profile:
    # Names and no paths: what is on the server's disk is none of the caller's business.
    if name not in profiles.NAMES:
        known = ", ".join(profiles.NAMES)
        raise HttpError("unknown_profile", f"{field}: there is no profile of this name; there are {known}", field=field)
    return profiles.shipped(name)


def options(asked: DetectRequest, *, timeout: float) -> Options:
    """Return the detector's options; compiles the patterns."""
    patterns = tuple(_pattern(index, pattern) for index, pattern in enumerate(asked.patterns))
    own = Options(
        types=frozenset(asked.types) if isinstance(asked.types, list) else asked.types,
        threshold=asked.threshold,
        thresholds=asked.thresholds,
        allow=frozenset(asked.allow),
        deny=asked.deny,
        recognizers=patterns,
        own_types=frozenset(pattern.type for pattern in patterns),
        context=tuple(asked.context),
        regions=tuple(asked.regions),
        timeout=max(0.0, timeout),
    )
    profile = profile_of(asked)
    return profile.applied(own) if profile else own


def _pattern(index: int, pattern: OwnPattern) -> CallerPattern:
    return compiled(index, pattern.type, pattern.regex, score=pattern.score, context=tuple(pattern.context))


# Answers.


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, use_enum_values=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        return ()  # texts and replacements are personal data


class Reason(_Answer):
    """One recognizer's word for a span, or for another type there (`type` tells)."""

    type: str
    source: str
    reason: str
    score: float
    rule: str | SkipJsonSchema[None] = Field(default=None, description="which rule matched, where a type has several")


class FoundSpan(_Answer):
    """Personal data at `start` to `end`, half-open."""

    type: str
    start: int
    end: int
    score: float
    source: str
    text: str | SkipJsonSchema[None] = Field(default=None, description="with `include_text`")
    explanation: list[Reason] | SkipJsonSchema[None] = Field(default=None, description="with `explain`")


class RedactedSpan(FoundSpan):
    """And what was done to it, and where that stands in `redacted_text`."""

    op: str
    replacement: str
    redacted_start: int
    redacted_end: int


class Incompleteness(_Answer):
    """Why the answer may lack something: a code, and the type or recognizer that is missing."""

    code: str
    type: str


class ErrorBody(_Answer):
    """A code, a message, and the facts of this error: `limit` and `actual`, `field`, `index`, `request_id`, ..."""

    model_config = ConfigDict(extra="allow")

    code: str
    message: str


class Failure(_Answer):
    """What every error looks like; it holds nothing of the text."""

    error: ErrorBody


class Found(_Answer):
    """What one text holds."""

    contains_pii: bool
    score: float = Field(description="the probability that the text holds personal data")
    types: dict[str, float] = Field(description="the highest score of each type found")
    spans: list[FoundSpan]
    warnings: list[Incompleteness]


class Redacted(Found):
    """What one text held, and the text without it."""

    spans: list[RedactedSpan]  # type: ignore[assignment]
    redacted_text: str


class _Meta(_Answer):
    offset_unit: OffsetUnit
    model: str


class _Mapped(_Answer):
    mapping: dict[str, str] | SkipJsonSchema[None] = Field(
        default=None, description="with `return_mapping`: which placeholder stands for which value"
    )


class DetectAnswer(Found, _Meta):
    """The answer to `text`."""


class RedactAnswer(Redacted, _Meta, _Mapped):
    """The answer to `text`."""


class DetectAnswers(_Meta):
    """The answer to `texts`, in their order; one bad text does not fail its neighbours."""

    results: list[Found | Failure]


class RedactAnswers(_Meta, _Mapped):
    """The answer to `texts`, in their order; one bad text does not fail its neighbours."""

    results: list[Redacted | Failure]


class RestoreAnswer(_Answer):
    """The text with its values back, and how many were put back."""

    text: str
    restored: int


class TypeEntry(_Answer):
    """A type of personal data; `direct` ones are found unless told otherwise. A parent covers its children."""

    name: str
    tier: Tier
    description: str
    parent: str | SkipJsonSchema[None] = None


class Vocabulary(_Answer):
    """All types."""

    types: list[TypeEntry]


class ProfileEntry(_Answer):
    """A profile: where it comes from, what it cannot do, and all that it sets."""

    name: str
    description: str
    source: str
    limits: list[str]
    types: list[str] | Literal["all"] | SkipJsonSchema[None] = Field(
        default=None, description='without them, or as "direct", the direct identifiers'
    )
    thresholds: dict[str, float]
    policy: dict[str, Any]
    model: str | SkipJsonSchema[None] = Field(default=None, description='"none": patterns alone')


def profile_entry(profile: Profile) -> ProfileEntry:
    """Return what is told of a profile."""
    return ProfileEntry.model_validate(profile.model_dump(mode="json", by_alias=True, exclude={"patterns"}))


class Profiles(_Answer):
    """All profiles."""

    profiles: list[ProfileEntry]


class Health(_Answer):
    """The process answers."""

    status: Literal["ok"] = "ok"


class Ready(_Answer):
    """The model is loaded."""

    status: Literal["ready"] = "ready"
    model: str
    version: str
    types: list[str]


# From what was found to an answer.


def answer(
    texts: Sequence[str],
    outcomes: Sequence[Detection | DecknameError],
    asked: DetectRequest,
    *,
    model: str,
    keys: Keyring | None = None,
    room: int | None = None,
) -> BaseModel:
    """Return what was found, or why nothing was, in the contract's words.

    Raises:
        LimitExceeded: the replacements together would have more than ``room`` characters.
    """
    meta: dict[str, Any] = {"offset_unit": asked.offset_unit, "model": model}
    redacting = isinstance(asked, RedactRequest)
    session = _session(texts, asked, keys, room) if isinstance(asked, RedactRequest) else Session()
    told = [_told(text, outcome, asked, session) for text, outcome in zip(texts, outcomes, strict=True)]
    if isinstance(asked, RedactRequest) and asked.return_mapping:
        meta["mapping"] = session.mapping
    if asked.texts is not None:
        return (RedactAnswers if redacting else DetectAnswers).model_validate({"results": told, **meta})
    return (RedactAnswer if redacting else DetectAnswer).model_validate({**told[0], **meta})


def _session(texts: Sequence[str], asked: RedactRequest, keys: Keyring | None, room: int | None) -> Session:
    """Return what the texts of a request share; a number that stands in any of them is given to no value."""
    session = Session(keys, subject=asked.subject, room=room)
    if policy_of(asked).numbers:
        for text in texts:
            session.reserve(text)
    return session


def _told(text: str, outcome: Detection | DecknameError, asked: DetectRequest, session: Session) -> dict[str, Any]:
    if isinstance(outcome, DecknameError):
        return {"error": body(outcome)}
    told: dict[str, Any] = {
        "contains_pii": outcome.contains_pii,
        "score": outcome.score,
        "types": outcome.types,
        "spans": _spans(text, outcome, asked),
        "warnings": [{"code": warning.code, "type": warning.type} for warning in outcome.warnings],
    }
    if isinstance(asked, RedactRequest):
        told |= _redacted(text, outcome, asked, told["spans"], session)
    return told


def _spans(text: str, detection: Detection, asked: DetectRequest) -> list[dict[str, Any]]:
    offsets = [offset for span in detection.spans for offset in (span.start, span.end)]
    converted = convert_offsets(text, offsets, asked.offset_unit)
    told = []
    for index, (span, evidence) in enumerate(zip(detection.spans, detection.evidence, strict=True)):
        start, end = converted[2 * index : 2 * index + 2]
        fields: dict[str, Any] = {
            "type": span.type, "start": start, "end": end, "score": span.score, "source": span.source,
        }  # fmt: skip
        if asked.include_text:
            fields["text"] = text[span.start : span.end]
        if asked.explain:
            fields["explanation"] = [
                {"type": item.span.type, "source": item.span.source, "reason": item.reason, "score": item.span.score}
                | ({"rule": item.rule} if item.rule else {})
                for item in evidence
            ]
        told.append(fields)
    return told


def _redacted(
    text: str, detection: Detection, asked: RedactRequest, spans: Sequence[dict[str, Any]], session: Session
) -> dict[str, Any]:
    """Return the redacted text, and ``spans`` with what was done to each."""
    redacted = redact(text, detection.spans, policy_of(asked), session=session)
    offsets = [offset for redaction in redacted.redactions for offset in (redaction.start, redaction.end)]
    converted = convert_offsets(redacted.text, offsets, asked.offset_unit)
    done = [
        {**span, "op": each.op, "replacement": each.replacement, "redacted_start": start, "redacted_end": end}
        for span, each, start, end in zip(spans, redacted.redactions, converted[::2], converted[1::2], strict=True)
    ]
    return {"spans": done, "redacted_text": redacted.text}


# OpenAPI.

_TEXT = "My name is John Smith."
_SPAN = {"type": "PERSON", "start": 11, "end": 21, "score": 0.98, "source": "small@0.1.0"}
_FOUND = {"contains_pii": True, "score": 0.98, "types": {"PERSON": 0.98}, "spans": [_SPAN], "warnings": []}
_REDACTION = {"op": "replace", "replacement": "<PERSON>", "redacted_start": 11, "redacted_end": 19}
_REDACTED = _FOUND | {"spans": [_SPAN | _REDACTION], "redacted_text": "My name is <PERSON>."}
_META = {"offset_unit": "codepoint", "model": "small@0.1.0"}
_BADGES = {"type": "BADGE", "regex": r"B-\d{5}", "score": 0.5, "context": ["badge*"]}

#: Requests and answers by name, for each route.
EXAMPLES: dict[str, dict[str, Any]] = {
    "/detect": {
        "request": {
            "one text": {"text": _TEXT},
            "many texts": {"texts": [_TEXT, "Nothing here."], "offset_unit": "utf16", "include_text": True},
            "your own types": {
                "text": "Badge B-12345 opens the Falke lab.",
                "deny": {"PROJECT": ["Falke"]},
                "patterns": [_BADGES],
                "explain": True,
            },
        },
        "answer": {"one text": _FOUND | _META, "many texts": {"results": [_FOUND, _FOUND], **_META}},
    },
    "/redact": {
        "request": {
            "one text": {"text": _TEXT},
            "a policy": {
                "text": "Call John Smith, card 4111-1111-1111-1111.",
                "policy": {"default": {"op": "replace", "with": "[{type}]"}, "types": {"CREDIT_CARD": {"op": "mask"}}},
            },
            "many texts": {"texts": [_TEXT, "Nothing here."], "types": ["PERSON"], "thresholds": {"PERSON": 0.7}},
        },
        "answer": {"one text": _REDACTED | _META, "many texts": {"results": [_REDACTED, _REDACTED], **_META}},
    },
    "/types": {
        "answer": {"a part": {"types": [{"name": "PERSON", "tier": "direct", "description": "a person's name"}]}}
    },
    "/profiles": {
        "answer": {
            "a part": {
                "profiles": [
                    {
                        "name": "logs",
                        "description": "patterns alone",
                        "source": "our own choice",
                        "limits": [],
                        "types": ["direct"],
                        "thresholds": {},
                        "model": "none",
                        "policy": {"default": {"op": "replace", "with": "<{type}>"}, "types": {}},
                    }
                ]
            }
        }
    },
    "/restore": {
        "request": {
            "an answer of a language model": {"text": "Dear <PERSON_1>, ...", "mapping": {"<PERSON_1>": "John Smith"}},
        },
        "answer": {"restored": {"text": "Dear John Smith, ...", "restored": 1}},
    },
    "/health": {"answer": {"alive": {"status": "ok"}}},
    "/ready": {
        "answer": {"ready": {"status": "ready", "model": "small@0.1.0", "version": "0.1.0", "types": ["PERSON"]}}
    },
}
_LIMIT = {"limit": 1_000_000, "actual": 1_234_567}
#: For each status its codes, and one of its answers.
_FAILURES: dict[int, tuple[str, dict[str, Any]]] = {
    400: ("`invalid_json`", {"code": "invalid_json", "message": "the body is not JSON (line 1, column 9)"}),
    401: (
        "`unauthorized`: keys are configured, and none that is known came with the request",
        {"code": "unauthorized", "message": "send an API key: Authorization: Bearer ..., or X-API-Key"},
    ),
    403: (
        "`forbidden`: the key lacks the scope",
        {"code": "forbidden", "message": "this key lacks the scope redact", "scope": "redact"},
    ),
    413: (
        "`text_too_long`, `body_too_large`, `too_many_texts`",
        {"code": "text_too_long", "message": "a text may have 1000000 characters", **_LIMIT},
    ),
    415: (
        "`unsupported_media_type`",
        {"code": "unsupported_media_type", "message": "send JSON, with Content-Type: application/json"},
    ),
    422: (
        "`invalid_request`, `invalid_text`, `invalid_pattern`, `unknown_type`, `unknown_profile`, "
        "`unknown_key`, `invalid_token`",
        {"code": "invalid_request", "message": "threshold: must be at most 1.0", "field": "threshold"},
    ),
    429: (
        "`rate_limited`: the key had its share for now (with `Retry-After`)",
        {"code": "rate_limited", "message": "too many requests a second for this key; try again later"},
    ),
    500: (
        "`internal`: a request id and nothing else",
        {"code": "internal", "message": "something went wrong; the log knows more", "request_id": "5f0c"},
    ),
    503: (
        "`incomplete`; `overloaded` and `not_ready` (with `Retry-After`)",
        {"code": "overloaded", "message": "too many requests are waiting; try again later"},
    ),
    504: (
        "`deadline_exceeded`",
        {"code": "deadline_exceeded", "message": "the time budget ran out; send less text or allow more time"},
    ),
}


def described(path: str, answer: Any, request: type[BaseModel] | None = None) -> dict[str, Any]:
    """Return what a route's decorator says for OpenAPI: models, examples, errors."""
    examples = {side: {name: {"value": value} for name, value in all_.items()} for side, all_ in EXAMPLES[path].items()}
    responses: dict[int | str, dict[str, Any]] = {
        200: {"model": answer, "content": {"application/json": {"examples": examples["answer"]}}}
    }
    for status, (codes, error) in _FAILURES.items():
        if request or status == 500 or (status == 503 and path == "/ready"):
            content = {"application/json": {"example": {"error": error}}}
            responses[status] = {"model": Failure, "description": codes, "content": content}
    said: dict[str, Any] = {"response_model": None, "responses": responses}
    if request:
        schema = {"$ref": f"#/components/schemas/{request.__name__}"}
        asked = {"application/json": {"schema": schema, "examples": examples["request"]}}
        said["openapi_extra"] = {"requestBody": {"required": True, "content": asked}}
    return said


def request_schemas() -> dict[str, Any]:
    """Return the schemas that ``described`` refers to: the routes read their bodies themselves."""
    models = [(DetectRequest, "validation"), (RedactRequest, "validation"), (RestoreRequest, "validation")]
    _, schemas = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    return dict(schemas["$defs"])
