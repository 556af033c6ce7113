"""What Presidio's ``/analyze`` is asked and what it answers, in terms of our detector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import regex
from ahocorasick_rs import AhoCorasick
from pydantic import BaseModel, ConfigDict, Field

from deckname import presidio_names
from deckname.caller_patterns import MAX_MATCHES, compiled
from deckname.detector import Detection, Options, Recognizer
from deckname.errors import InvalidPattern, InvalidRequest
from deckname.findings import CHECK_FAILED, Evidence, Findings, Passage, Warning
from deckname.limits import check_count, check_text
from deckname.settings import Settings
from deckname.span import Span
from deckname.text import normalise

#: Python's flags of regular expressions that RE2 has under the same letters.
_FLAGS = {"i": int(regex.IGNORECASE), "m": int(regex.MULTILINE), "s": int(regex.DOTALL)}
DEFAULT_FLAGS = sum(_FLAGS.values())
_VERBOSE = int(regex.VERBOSE)

Score = Annotated[float, Field(ge=0, le=1)]
Word = Annotated[str, Field(max_length=1000)]
#: They are looked for beside every match, so there may be fewer of them.
ContextWords = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=100)]


class _Asked(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", hide_input_in_errors=True)

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        return []


class AdHocPattern(_Asked):
    """One regular expression of a caller's recognizer. It runs under RE2: no look-around, no back-references."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    name: str
    regex: Annotated[str, Field(min_length=1)]
    score: Score


class AdHocRecognizer(_Asked):
    """A caller's own recognizer, for this request alone; it is heard whatever its language."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)

    name: str | None = None
    supported_language: str = "en"
    supported_entity: Annotated[str, Field(min_length=1, max_length=1000)] | None = None
    supported_entities: list[Annotated[str, Field(min_length=1, max_length=1000)]] | None = None
    patterns: list[AdHocPattern] | None = None
    deny_list: list[Word] | None = None
    deny_list_score: Score = 1.0
    context: ContextWords | None = None
    global_regex_flags: Annotated[int, Field(ge=0, le=1 << 16)] = DEFAULT_FLAGS
    version: str = "0.0.1"
    country_code: str | None = None

    @property
    def entity(self) -> str:
        """The name of what it finds; "" where there is none, or two answers to the question."""
        named = [self.supported_entity, *(self.supported_entities or [])[:1]]
        given = [name for name in named if name]
        return given[0] if len(given) == 1 else ""


class AnalyzeRequest(_Asked):
    """Presidio's request; what it does not name is ignored."""

    text: Annotated[Annotated[str, Field(min_length=0)] | list[str] | None, Field(description="one text, or many")] = (
        None
    )
    language: Annotated[str | None, Field(description="any: texts need not be of one language")] = None
    entities: Annotated[list[Word] | None, Field(description="names that are not known are passed over")] = None
    correlation_id: Any = None
    score_threshold: Annotated[
        float | None, Field(allow_inf_nan=False, description="without it, the model's own for each type")
    ] = None
    return_decision_process: Any = None
    ad_hoc_recognizers: list[AdHocRecognizer] | None = None
    context: ContextWords | None = None
    allow_list: list[Word] | None = None
    allow_list_match: Literal["exact", "regex"] | None = "exact"
    regex_flags: Annotated[int, Field(ge=0, le=1 << 16)] | None = DEFAULT_FLAGS

    @property
    def texts(self) -> list[str]:
        return self.text if isinstance(self.text, list) else [self.text or ""]


@dataclass(frozen=True, slots=True)
class Own:
    """Where a finding of a caller's own recognizer comes from."""

    entity: str
    recognizer: str
    pattern_name: str
    score: float
    pattern: str | None = field(default=None, repr=False)
    flags: int | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """The detector's options, and what turns its findings into Presidio's."""

    options: Options
    asked: frozenset[str] | None
    own: Mapping[str, Own]
    allowed: _Allowed
    explain: bool


def check(asked: AnalyzeRequest, settings: Settings) -> None:
    """Refuse what cannot be looked through.

    Raises:
        InvalidRequest, LimitExceeded: says why; the first two in Presidio's words.
    """
    if not asked.text:
        raise InvalidRequest("No text provided")
    if not asked.language:
        raise InvalidRequest("No language provided")
    check_count(len(asked.texts), settings.max_texts)
    for text in asked.texts:
        check_text(text, settings.max_characters)
    own = asked.ad_hoc_recognizers or []
    patterns = sum(len(each.patterns or ()) for each in own)
    if patterns > settings.max_patterns or len(own) > settings.max_patterns:
        raise InvalidPattern(f"ad_hoc_recognizers: a request may have {settings.max_patterns} patterns")
    lists = [asked.allow_list, asked.context, asked.entities]
    lists += [words for each in own for words in (each.deny_list, each.context)]
    if sum(len(words or ()) for words in lists) > settings.max_entries:
        raise InvalidRequest(f"the lists of a request may have {settings.max_entries} entries")


def search(asked: AnalyzeRequest, *, timeout: float) -> Search:
    """Return what to look for; compiles the caller's expressions.

    Raises:
        InvalidRequest: one of them does not compile, or a recognizer lacks its entity or its patterns.
    """
    # An empty list of entities is none to Presidio.
    names = frozenset(asked.entities) if asked.entities else None
    own: dict[str, Own] = {}
    recognizers: list[Recognizer] = []
    for index, each in enumerate(asked.ad_hoc_recognizers or []):
        where = f"ad_hoc_recognizers.{index}"
        if not each.entity:
            raise InvalidRequest(f"{where}: name one supported_entity")
        if not each.patterns and not each.deny_list:
            raise InvalidRequest(f"{where}: give it patterns or a deny_list")
        if names is None or each.entity in names:
            recognizers += _recognizers(index, each, own)
    types = presidio_names.DEFAULT_TYPES if names is None else presidio_names.types_for(names)
    # Ours have thresholds that were measured; a caller's own patterns mean the scores they have.
    thresholds = dict.fromkeys(own, 0.0) if asked.score_threshold is None else {}
    context = tuple(word for word in asked.context or () if word.strip())
    options = Options(
        types=types,
        threshold=asked.score_threshold,
        thresholds=thresholds,
        recognizers=tuple(recognizers),
        own_types=frozenset(own),
        context=(" | ".join(context),) if context else (),  # one search for all of them
        timeout=max(0.0, timeout),
        fail_closed=True,
    )
    return Search(options, names, own, _allowed(asked), bool(asked.return_decision_process))


def _recognizers(index: int, asked: AdHocRecognizer, own: dict[str, Own]) -> Iterator[Recognizer]:
    """Yield a caller's recognizers, each under a type of its own that ``own`` explains."""
    name = asked.name or "PatternRecognizer"
    context = tuple(word for word in asked.context or () if word.strip())
    for place, pattern in enumerate(asked.patterns or []):
        type_ = f"AD_HOC_{index}_{place}"
        where = f"ad_hoc_recognizers.{index}.patterns.{place}"
        yield _compiled(where, type_, pattern.regex, asked.global_regex_flags, pattern.score, context)
        own[type_] = Own(
            asked.entity, name, pattern.name, pattern.score, pattern.regex, asked.global_regex_flags
        )  # fmt: skip
    words = tuple(word for word in (normalise(each).text for each in asked.deny_list or []) if word)
    if words and asked.deny_list_score:
        type_ = f"AD_HOC_{index}_DENIED"
        own[type_] = Own(asked.entity, name, "deny_list", asked.deny_list_score, None, asked.global_regex_flags)
        yield _Denied(type_, words, asked.deny_list_score, asked.global_regex_flags)


def _compiled(where: str, type_: str, expression: str, flags: int, score: float, context: tuple[str, ...] = ()) -> Any:
    if flags & _VERBOSE:
        raise InvalidPattern(f"{where}: RE2 has no verbose flag")
    on = "".join(letter for letter, bit in _FLAGS.items() if flags & bit)
    prefix = f"(?{on})" if "i" in on else f"(?{on}-i)"  # ours ignore case unless told
    problem = ""
    try:
        return compiled(0, type_, prefix + expression, score=score, context=context)
    except InvalidPattern as error:
        problem = str(error).partition(": ")[2]
    raise InvalidPattern(f"{where}: {problem}")


@dataclass(frozen=True, slots=True)
class _Denied:
    """A caller's deny list: whole words."""

    type: str
    words: tuple[str, ...] = field(repr=False)
    score: float
    flags: int

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        ignoring = bool(self.flags & _FLAGS["i"])
        words = {_lower(word) if ignoring else word for word in self.words}
        search = AhoCorasick(sorted(words))
        return [self._find(search, passage, ignoring=ignoring) for passage in passages]

    def _find(self, search: AhoCorasick, passage: Passage, *, ignoring: bool) -> Findings:
        text = _lower(passage.text) if ignoring else passage.text
        found: list[Evidence] = []
        for _, start, end in search.find_matches_as_indexes(text, overlapping=True):
            if (start and _is_word(text[start - 1])) or (end < len(text) and _is_word(text[end])):
                continue
            if len(found) == MAX_MATCHES:
                return Findings(tuple(found), (Warning("too_many_matches", self.type),))
            found.append(Evidence(Span(start, end, self.type, self.score, "caller"), "deny list"))
        return Findings(tuple(found))


def _lower(text: str) -> str:
    """Return a text in small letters, of the same length."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@dataclass(frozen=True, slots=True)
class _Allowed:
    """A caller's allow list."""

    words: frozenset[str] = field(default=frozenset(), repr=False)
    expressions: tuple[Any, ...] = field(default=(), repr=False)

    def __contains__(self, value: str) -> bool:
        if value in self.words:
            return True
        encoded = value.encode()
        return any(expression.search(encoded) is not None for expression in self.expressions)


def _allowed(asked: AnalyzeRequest) -> _Allowed:
    listed = [each for each in asked.allow_list or () if each]
    if asked.allow_list_match != "regex":
        return _Allowed(words=frozenset(listed))
    if len(listed) > 100:
        raise InvalidRequest("allow_list: there may be 100 regular expressions")
    flags = DEFAULT_FLAGS if asked.regex_flags is None else asked.regex_flags
    expressions = [
        _compiled(f"allow_list.{index}", "ALLOWED", each, flags, 1.0).expression for index, each in enumerate(listed)
    ]
    return _Allowed(expressions=tuple(expressions))


def results(text: str, detection: Detection, sought: Search, *, model: str) -> list[dict[str, Any]]:
    """Return what was found in Presidio's words, the surest first, as Presidio sorts it."""
    told: list[dict[str, Any]] = []
    for span, evidence in zip(detection.spans, detection.evidence, strict=True):
        own = sought.own.get(span.type)
        name = own.entity if own else presidio_names.entity(span.type, evidence, sought.asked)
        if name is None or text[span.start : span.end] in sought.allowed:
            continue
        explanation = _explanation(span, evidence, own, model) if sought.explain else None
        told.append(
            {
                "entity_type": name, "start": span.start, "end": span.end, "score": span.score,
                "analysis_explanation": explanation,
            }
        )  # fmt: skip
    return sorted(told, key=lambda found: (-found["score"], found["start"]))


def _explanation(span: Span, evidence: Sequence[Evidence], own: Own | None, model: str) -> dict[str, Any]:
    ours = [item for item in evidence if item.span.type == span.type] or list(evidence)
    first = ours[0] if ours else Evidence(span, "pattern")
    by_model = first.reason == "model"
    recognizer = own.recognizer if own else model if by_model else presidio_names.recognizer(span.type)
    reasons = ", ".join(dict.fromkeys(item.reason for item in ours))
    checks = {True for item in ours if "check" in item.reason and item.reason != CHECK_FAILED}
    checks |= {False for item in ours if item.reason == CHECK_FAILED}
    original = own.score if own else first.span.score
    return {
        "recognizer": recognizer,
        "pattern_name": own.pattern_name if own else first.rule or None,
        "pattern": own.pattern if own else None,
        "original_score": original,
        "score": span.score,
        "textual_explanation": f"Detected by `{recognizer}`: {reasons}",
        "score_context_improvement": max(0.0, round(span.score - original, 4)),
        "supportive_context_word": "",
        "validation_result": True if True in checks else False if checks else None,
        "regex_flags": own.flags if own else None,
    }
