"""From verdicts to Documents, and from choices to preference pairs.

Several reviews of one text become one Document. Where reviewers disagree the later one is followed: its verdicts
replace the earlier ones that they touch, and a review of the whole text replaces all before it.

What nobody spoke of stays open. A Document says in ``open`` which ranges those are, and ``training.finetune`` learns
nothing from them: a verdict on one span is no word on the rest of the text. Only Documents without open ranges are held
out to measure with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from deckname.feedback.verdicts import Feedback, Option, Verdict
from deckname.overlap import resolve
from deckname.span import Span


@dataclass(frozen=True, slots=True)
class Record:
    """A stored review: its id, when it came (seconds since 1970), and what it says."""

    id: str
    received_at: int
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text as its reviewers left it: ``open`` are the ranges that nobody spoke of.

    ``replaced`` counts the verdicts that a later one contradicted.
    """

    ids: tuple[str, ...]
    text: str = field(repr=False)
    spans: tuple[Span, ...]
    open: tuple[tuple[int, int], ...]
    replaced: int = 0


def reviewed(records: Iterable[Record]) -> Iterator[Reviewed]:
    """Yield each text that was reviewed, in the order of its first review; choices alone are no review."""
    by_text: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda each: (each.received_at, each.id)):
        if record.feedback.verdicts or record.feedback.whole:
            by_text.setdefault(record.feedback.text, []).append(record)
    for text, own in by_text.items():
        yield _merged(text, own)


def _merged(text: str, records: Sequence[Record]) -> Reviewed:
    standing: list[Verdict] = []
    whole, replaced = False, 0
    for record in records:
        later = record.feedback
        kept = [] if later.whole else [verdict for verdict in standing if not _touched(verdict, later.verdicts)]
        replaced += sum(_contradicted(verdict, later) for verdict in standing if verdict not in kept)
        standing = [*kept, *later.verdicts]
        whole = whole or later.whole
    spans = resolve(verdict.truth for verdict in standing if verdict.truth)
    spoken = [area for verdict in standing for area in verdict.areas]
    ranges = () if whole else tuple(_gaps(spoken, len(text)))
    return Reviewed(tuple(record.id for record in records), text, tuple(spans), ranges, replaced)


def _touched(verdict: Verdict, others: Iterable[Verdict]) -> bool:
    return any(own.overlaps(area) for own in verdict.areas for other in others for area in other.areas)


def _contradicted(verdict: Verdict, later: Feedback) -> bool:
    truths = [truth for each in later.verdicts if (truth := each.truth)]
    if verdict.truth is None:
        return any(area.overlaps(truth) for area in verdict.areas for truth in truths)
    return verdict.truth not in truths


def _gaps(spans: Iterable[Span], length: int) -> Iterator[tuple[int, int]]:
    done = 0
    for span in sorted(spans):
        if done < span.start:
            yield done, span.start
        done = max(done, span.end)
    if done < length:
        yield done, length


def document_line(found: Reviewed) -> str:
    """Return a line of JSON: a Document, with ``open`` and the ids of its reviews beside it."""
    spans = [
        {"start": span.start, "end": span.end, "type": span.type, "score": span.score, "source": span.source}
        for span in found.spans
    ]
    line = {"id": found.ids[0], "text": found.text, "spans": spans, "open": found.open, "feedback": found.ids}
    return json.dumps(line, ensure_ascii=False)


def pair_lines(record: Record) -> Iterator[str]:
    """Yield a line of JSON for each pair of a chosen and a rejected redaction: ``prompt``, ``chosen``, ``rejected`` as
    ``training.convert --from pairs`` reads them, and the spans of both."""
    said = record.feedback
    for choice in said.choices:
        best = choice.options[choice.best]
        for index, option in enumerate(choice.options):
            if index != choice.best:
                line = {
                    "prompt": said.text,
                    "chosen": _shown(said.text, best),
                    "rejected": _shown(said.text, option),
                    "chosen_spans": _told(best),
                    "rejected_spans": _told(option),
                    "model": said.model,
                    "id": record.id,
                }
                yield json.dumps(line, ensure_ascii=False)


def _shown(text: str, option: Option) -> str:
    """Return the redacted text that was chosen among, or the text with ``<TYPE>`` where the caller gave none.

    >>> _shown("Ask Ada.", Option((Span(4, 7, "PERSON"),)))
    'Ask <PERSON>.'
    """
    if option.redacted_text is not None:
        return option.redacted_text
    pieces, done = [], 0
    for span in resolve(option.spans):
        pieces += [text[done : span.start], f"<{span.type}>"]
        done = span.end
    return "".join([*pieces, text[done:]])


def _told(option: Option) -> list[dict[str, object]]:
    return [{"start": span.start, "end": span.end, "type": span.type, "score": span.score} for span in option.spans]
