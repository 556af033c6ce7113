"""Text in, spans out."""

from __future__ import annotations

import logging
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from typing import Literal, Protocol

import regex

from deckname.errors import DeadlineExceeded, DecknameError, Incomplete
from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.fuse import Fused, fuse
from deckname.overlap import rank, remainder, resolve
from deckname.span import Span
from deckname.text import Folded, normalise
from deckname.trim import complete, trim
from deckname.types import DIRECT_TYPES, TYPES, ancestors, expand

log = logging.getLogger(__name__)

DEFAULT_THRESHOLD = 0.5


class Recognizer(Protocol):
    """Whatever finds personal data: a pattern, a library's matcher, the model."""

    def find(self, passages: Sequence[Passage]) -> Iterable[Findings]:
        """Return one ``Findings`` for each passage, in order; offsets count the passage's text."""
        ...


@dataclass(frozen=True, kw_only=True)
class Options:
    """What a caller may ask for.

    ``types``: None for the direct identifiers, "all", or names (a parent covers its children). ``allow`` are values
    that are never reported, ``deny`` values that always are, by type. ``recognizers`` are the caller's own beside the
    detector's, and ``own_types`` what those report. ``context`` are words that name the content, ``regions``
    the countries that it comes from (ISO 3166, two capitals), the likeliest first. ``timeout`` is in seconds.
    ``fail_closed`` turns a warning into an error. ``by_profile`` says that ``types`` are a profile's, so that those
    beyond the direct ones raise no alarm; ``patterns_only`` leaves the model out.
    """

    types: frozenset[str] | Literal["all"] | None = None
    threshold: float | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    allow: frozenset[str] = field(default=frozenset(), repr=False)
    deny: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)
    recognizers: tuple[Recognizer, ...] = field(default=(), repr=False)
    own_types: frozenset[str] = frozenset()
    context: tuple[str, ...] = field(default=(), repr=False)
    regions: tuple[str, ...] = ()
    timeout: float | None = None
    fail_closed: bool = False
    by_profile: bool = False
    patterns_only: bool = False

    @property
    def alarming(self) -> frozenset[str]:
        """Types that make ``contains_pii`` true: the direct ones, and those that the caller names one by one."""
        named = expand(self.types) if isinstance(self.types, frozenset) and not self.by_profile else frozenset()
        return DIRECT_TYPES | named | self.own_types | frozenset(self.deny)

    def wants(self, type_: str) -> bool:
        """Whether spans of this type are asked for."""
        if type_ in self.own_types or type_ in self.deny or self.types == "all":
            return True
        return type_ in (DIRECT_TYPES if self.types is None else expand(self.types))


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found in one text.

    ``evidence`` runs parallel to ``spans``: what speaks for each, then what spoke for another type there.

    ``score`` is the probability that the text holds at least one identifier, counting those below their thresholds.
    """

    spans: tuple[Span, ...] = ()
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    contains_pii: bool = False
    score: float = 0.0
    warnings: tuple[Warning, ...] = ()

    @property
    def types(self) -> dict[str, float]:
        """The highest score of each type found."""
        best: dict[str, float] = {}
        for span in self.spans:
            best[span.type] = max(span.score, best.get(span.type, 0.0))
        return best


class Detector:
    """Recognizers put together. Holds no state between calls, so threads may share one."""

    def __init__(
        self,
        recognizers: Sequence[Recognizer],
        *,
        thresholds: Mapping[str, float] | None = None,
        model: str = "none",
        heard: frozenset[str] = frozenset(),
        own_types: frozenset[str] = frozenset(),
    ) -> None:
        self.recognizers = tuple(recognizers)
        self.thresholds = dict(thresholds or {})
        self.model = model
        self.heard = heard  # types on which the model's silence counts (``fuse``)
        self.own_types = own_types  # types beyond the vocabulary that a model was taught; direct ones

    def detect(self, text: str, *, options: Options | None = None) -> Detection:
        """Return what ``text`` holds.

        Raises:
            InvalidText: a lone surrogate.
            Incomplete: with ``fail_closed``, a recognizer timed out or failed.
            DeadlineExceeded: the timeout ran out.
        """
        return self.detect_batch([text], options=options)[0]

    def detect_batch(
        self, texts: Sequence[str], *, options: Options | None = None, contexts: Sequence[tuple[str, ...]] | None = None
    ) -> list[Detection]:
        """Return what each of ``texts`` holds; no answer depends on the others. Raises what ``detect`` raises.

        ``contexts`` are words that name each text, behind those of the options, which name them all.
        """
        options = self.resolved(options or Options())
        deadline = None if options.timeout is None else time.monotonic() + options.timeout
        folded = [normalise(text) for text in texts]
        named = [(*options.context, *words) for words in contexts] if contexts else [options.context] * len(texts)
        types = None if options.types == "all" else frozenset(filter(options.wants, TYPES))
        passages = [
            Passage(each.text, words, deadline, options.regions, types)
            for each, words in zip(folded, named, strict=True)
        ]
        findings: list[list[Findings]] = [[] for _ in texts]
        asked = [each for each in self.recognizers if _may_find(each, options)]
        for recognizer in (*asked, *options.recognizers, _Denied(options.deny)):
            for found, own in zip(findings, _find(recognizer, passages), strict=True):
                found.append(own)
            if deadline is not None and time.monotonic() > deadline:
                raise DeadlineExceeded("the time budget ran out; send less text or allow more time")
        return [
            self._conclude(text, each, found, options)
            for text, each, found in zip(texts, folded, findings, strict=True)
        ]

    def resolved(self, options: Options) -> Options:
        """Return the options with the model's own types among those that are asked for."""
        asked = self.own_types & options.types if isinstance(options.types, frozenset) else self.own_types
        return replace(options, own_types=options.own_types | asked) if asked else options

    def threshold(self, type_: str, options: Options) -> float:
        """Return the score from which a span of this type counts: the nearest of request, model and default."""
        family = (type_, *ancestors(type_))
        for name in family:
            if name in options.thresholds:
                return options.thresholds[name]
        if options.threshold is not None:
            return options.threshold
        own = {} if options.patterns_only else self.thresholds  # the model's, measured together with it
        return next((own[name] for name in family if name in own), DEFAULT_THRESHOLD)

    def _conclude(self, text: str, folded: Folded, findings: Sequence[Findings], options: Options) -> Detection:
        warnings = tuple(dict.fromkeys(warning for each in findings for warning in each.warnings))
        if warnings and options.fail_closed:
            failed = ", ".join(sorted({warning.type for warning in warnings}))
            raise Incomplete(f"not every recognizer finished: {failed}", types=failed)
        evidence = [item for each in findings for item in each.evidence if options.wants(item.span.type)]
        heard: frozenset[str] = frozenset() if options.patterns_only else self.heard
        fused = fuse(_placed(evidence, text, folded, _placeholders(text, options)), heard=heard)
        allowed = {_bare(value) for value in options.allow}
        fused = [
            each for each in fused
            if each.span.source == "deny" or _bare(text[each.span.start : each.span.end]) not in allowed
        ]  # fmt: skip
        kept = [each for each in fused if each.span.score >= self.threshold(each.span.type, options)]
        spans = [trimmed for span in resolve(each.span for each in kept) if (trimmed := trim(span, text))]
        alarming = options.alarming
        doubts = prod(1 - span.score for span in resolve(each.span for each in fused) if span.type in alarming)
        return Detection(
            spans=tuple(spans),
            evidence=tuple(_evidence_for(spans, kept, fused)),
            contains_pii=any(span.type in alarming for span in spans),
            score=round(1 - doubts, 4),
            warnings=warnings,
        )


def _may_find(recognizer: Recognizer, options: Options) -> bool:
    """Whether a recognizer can find a type that is asked for: one of a single type says which by ``type``."""
    type_ = getattr(recognizer, "type", None)
    if options.patterns_only and type_ == "model":
        return False
    return type_ not in TYPES or options.wants(type_)


def _find(recognizer: Recognizer, passages: Sequence[Passage]) -> list[Findings]:
    try:
        return list(recognizer.find(passages))
    except DecknameError:
        raise
    except Exception as error:  # one broken recognizer must not silence the others; the warning tells the caller
        if len(passages) > 1:  # nor must one text silence its neighbours
            return [findings for passage in passages for findings in _find(recognizer, [passage])]
        name = getattr(recognizer, "type", type(recognizer).__name__)
        # The class of the error and no more: its message may quote the text.
        log.error("recognizer failed", extra={"recognizer": name, "error": type(error).__name__})
        return [Findings(warnings=(Warning("recognizer_failed", name),))] * len(passages)


def _placed(evidence: Iterable[Evidence], text: str, folded: Folded, placeholders: list[Span]) -> Iterable[Evidence]:
    """Yield evidence with offsets into the source, cut out of placeholders and trimmed."""
    for item in evidence:
        span = item.span
        start, end = folded.source_range(span.start, span.end)
        moved = Span(start, end, span.type, span.score, span.source)
        first = bisect_left(placeholders, start, key=lambda placeholder: placeholder.end)
        last = bisect_left(placeholders, end, key=lambda placeholder: placeholder.start)
        for part in remainder(moved, placeholders[first:last]):
            trimmed = trim(part, text)
            if trimmed:
                yield replace(item, span=complete(trimmed, text))


def _evidence_for(
    spans: Sequence[Span], kept: Sequence[Fused], fused: Sequence[Fused]
) -> Iterator[tuple[Evidence, ...]]:
    """Yield for each of the disjoint, sorted ``spans`` the evidence of the best finding that it came from.

    What speaks for another type there follows: who claimed the span and lost.
    """
    counted = set(map(id, kept))
    ordered = sorted(fused, key=lambda each: each.span)
    active: list[Fused] = []
    position = 0
    for span in spans:
        active = [each for each in active if each.span.end > span.start]
        while position < len(ordered) and ordered[position].span.start < span.end:
            active.append(ordered[position])
            position += 1
        near = sorted((each for each in active if each.span.overlaps(span)), key=lambda each: rank(each.span))
        won = next((each.evidence for each in near if each.span.type == span.type and id(each) in counted), ())
        lost = [item for each in near if each.span.type != span.type for item in each.evidence if item not in won]
        yield (*won, *lost)


#: ``<PERSON>``, ``<PERSON_3>``, ``[PERSON]``, and what ``encrypt`` and ``hash`` write: ``<PERSON:ENC:...>``.
_PLACEHOLDER = regex.compile(
    r"<([A-Z][A-Z0-9_]*?)(?:_\d{1,6}|:ENC:[a-z2-7]{8}\.[A-Za-z0-9_-]{22,}|:HASH:[A-Za-z0-9_-]{16,64})?>"
    r"|\[([A-Z][A-Z0-9_]*?)(?:_\d{1,6})?\]"
)


def _placeholders(text: str, options: Options) -> list[Span]:
    """Return where placeholders and tokens stand: what is redacted already is not found again.

    Only known types count, or anybody could hide a value in brackets.
    """
    if "<" not in text and "[" not in text:
        return []
    known = TYPES.keys() | options.own_types | options.deny.keys()
    return [
        Span(match.start(), match.end(), "PLACEHOLDER")
        for match in _PLACEHOLDER.finditer(text)
        if (match[1] or match[2]) in known
    ]


def _bare(value: str) -> str:
    return " ".join(value.casefold().split())


class _Denied:
    """The caller's deny list as a recognizer."""

    def __init__(self, deny: Mapping[str, Sequence[str]]) -> None:
        self._expressions = {
            type_: regex.compile(
                "|".join(
                    rf"(?<!\w){regex.escape(value)}(?!\w)"
                    for value in sorted(map(_folded, values), key=len, reverse=True)
                    if value
                ),
                regex.IGNORECASE,
            )
            for type_, values in deny.items()
            if any(map(_folded, values))
        }

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        return [
            Findings(
                tuple(
                    Evidence(Span(match.start(), match.end(), type_, 1.0, "deny"), "deny list")
                    for type_, expression in self._expressions.items()
                    for match in _matches_in_time(expression, passage)
                )
            )
            for passage in passages
        ]


def _folded(value: str) -> str:
    return normalise(value).text


def _matches_in_time(expression: regex.Pattern[str], passage: Passage) -> list[regex.Match[str]]:
    """Return all matches; thousands of denied values take their time over a long text."""
    remaining = passage.remaining()
    if remaining == float("inf"):
        return list(expression.finditer(passage.text))
    try:
        return list(expression.finditer(passage.text, timeout=max(remaining, 0.001)))
    except TimeoutError:
        pass
    raise DeadlineExceeded("the time budget ran out; send less text or allow more time")
