"""Telephone numbers, checked by libphonenumber's metadata (ITU-T E.164 numbering plans).

A number in international form counts where it is valid. A number in national form counts where it is written as
numbers are printed and valid in one of ``phone_plans.REGIONS`` or of the passage's regions. Anything else, digits
without separators and invented numbers (555-0100) included, counts only with words around it that say so, and not if
words say "order" or "invoice".

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "My phone number is (555) 123-4567, mobil +49 171 1234567, Tel. 0711/1234567 or 020 7946 0958.")
['(555) 123-4567', '+49 171 1234567', '0711/1234567', '020 7946 0958']
>>> values(RECOGNIZERS, "Call 02079460958 ext. 12 or tel:+1-201-555-0123;ext=1, Durchwahl: 4711")
['02079460958 ext. 12', '+1-201-555-0123;ext=1', '4711']
>>> values(RECOGNIZERS, "01.02.2024, 2024-01-05 12:30:45, 978-3-16-148410-0, order 0211 4455667, 2079460958")
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckname.findings import Evidence, Findings, Passage, Warning
from deckname.recognizers.phone_context import Call, called
from deckname.recognizers.phone_plans import AMERICAN, DUBIOUS, NEVER, TRUNK
from deckname.recognizers.phone_scores import APART, LEAST_TRUNK, MOST_NAMED, SHORT, SHORTEST, score
from deckname.recognizers.phone_shapes import EXTENDS, SERVICE, Body, Edge, body_of, runs
from deckname.span import Span

#: A long text is given up when its deadline has passed; the clock is read once in so many numbers.
CLOCK_EVERY = 256
#: Characters of a run that are looked at together, and of the shortest number at home that no word names.
LONGEST, LEAST_ALONE = 60, 10
#: How a label ends that stands before a short number without a colon: "Tel 62889", "Ext. 4711".
_LABEL_ENDS = (
    "el ", "on ", "ne ", "no ", "ax ", "ob ", "xt ", "ph ", "lf ", "ry ", "il ", "le ", "ll ", "fo ", "lé ", "él ",
    "nr ", "er ", "mm ", "l. ", "n. ", "x. ", "t. ", "b. ", "h. ", "f. ", "r. ", "m. ",
)  # fmt: skip
_AMERICAN_RUN = re.compile(r"(?:24 ?/ ?7 +)?(?:1[ .\-]\(?)?[0-9]{3}(?:\) ?|[ ./\-])[0-9]{3}[ .\-][0-9]{4}")
_REASONS = {
    Call.OTHER: "pattern, check, other context",
    Call.SILENT: "pattern, check",
    Call.NAMED: "pattern, check, context",
    Call.LABELLED: "pattern, check, context",
}


class Phone:
    """Telephone numbers in text."""

    type = "PHONE_NUMBER"

    def find(self, passages: Sequence[Passage]) -> list[Findings]:
        """Return the telephone numbers of each passage; a passage that takes too long brings a warning."""
        return [self._find(passage) for passage in passages]

    def _find(self, passage: Passage) -> Findings:
        found: list[Evidence] = []
        for count, (start, end) in enumerate(runs(passage.text)):
            if count % CLOCK_EVERY == 0 and passage.remaining() <= 0:
                return Findings(tuple(found), (Warning("pattern_timeout", self.type),))
            least = _least(passage, start, end)
            if least is not None and (not found or start >= found[-1].span.end):  # not an extension
                found += _in_run(passage, start, end, least)
        return Findings(tuple(found))


def _in_run(passage: Passage, start: int, end: int, least: Call | None) -> Iterator[Evidence]:
    """Yield the numbers of a run: the first, and what stands behind it."""
    text = passage.text
    while end - start >= SHORTEST:
        stop = end if end - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
        evidence = _weigh(passage, start, stop, least) if least is not None and stop > start else None
        if evidence:
            yield evidence
            start = max(evidence.span.end, start + 1)
        else:
            start = stop if stop > start else text.find(" ", start + LONGEST, end)
        if not 0 <= start < end:
            break
        while start < end and not text[start].isdigit():
            start += 1
        least = _least(passage, start, end)


def _least(passage: Passage, start: int, end: int) -> Call | None:
    """Say what a run must be called to count, by a cheap look at it and the three characters before it."""
    text = passage.text
    before = text[start - 3 : start] if start > 2 else text[:start]
    if end - start <= SHORT:
        return _least_of_short(passage, text[start:end], before)
    if "+" in before:
        return Call.SILENT
    run = text[start : min(end, start + LONGEST)]
    if run.isdigit():
        if passage.regions and run[0] == "0" and len(run) >= LEAST_TRUNK:
            return Call.SILENT
        return Call.SILENT if run.startswith("00") else Call.NAMED if len(run) <= MOST_NAMED else None
    if before.endswith(":") and before[-2:-1].isdigit():  # a time, and a number behind it
        return Call.SILENT
    if not passage.regions and NEVER.match(run):
        return None
    if len(run) >= LEAST_ALONE and (run[0] == "0" or " 0" in run or "(0" in run or _AMERICAN_RUN.match(run)):
        return Call.SILENT
    return Call.LABELLED if DUBIOUS.match(run) else Call.NAMED


def _least_of_short(passage: Passage, run: str, before: str) -> Call | None:
    if "+" in before:
        return Call.SILENT if len(run) == SHORT else None
    if passage.context:
        return Call.LABELLED
    if before.endswith(":") and before[-2:-1].isdigit():  # a time
        return None
    if APART.isdisjoint(before) and not before.endswith(_LABEL_ENDS):
        return None
    return Call.LABELLED if run.isdigit() or passage.regions or (":" in before and "." not in run) else None


def _weigh(passage: Passage, start: int, end: int, least: Call) -> Evidence | None:
    """Return what a run is worth; the cheapest refusals come first."""
    text = passage.text
    call = Call.SILENT if least is Call.SILENT else called(passage, start, end, least)
    if call < least and text[end : end + 1] not in EXTENDS:
        return None
    body = body_of(text, start, end)
    if body is None or body.edge is Edge.SHUT:
        return None
    if least is Call.SILENT or body.start != start:
        call = called(passage, body.start, body.end)
    if call is Call.SILENT and _is_extended(body):
        call = Call.NAMED
    if body.edge is Edge.LABELLED and call is not Call.LABELLED and not (body.plus and text[body.start - 1] in "=/,"):
        return None
    value, sure = score(passage, body, call)
    if not sure:
        return None
    stop = body.end if value == body.value else body.start + len(value)
    return Evidence(Span(_first(text, body.start, value), stop, "PHONE_NUMBER", sure, "pattern"), _REASONS[call])


def _is_extended(body: Body) -> bool:
    """Whether an extension shows that a number is a telephone's: "x 12" behind any number may be a factor."""
    written = body.plus or AMERICAN.match(body.value) or TRUNK.match(body.value)
    return bool(body.extension and (written or body.names_itself))


def _first(text: str, start: int, value: str) -> int:
    """Return where a number begins with the star of "*3456" or the code of "*31#0171 2345678"."""
    if text[start - 1 : start] not in ("*", "#"):
        return start
    if SERVICE.search(text, max(0, start - 4), start):
        return start - 4
    return start - 1 if len(value) < SHORT and text[start - 1] == "*" else start


RECOGNIZERS = (Phone(),)
