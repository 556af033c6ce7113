"""The cases of Presidio's own recognizer tests: found exactly, with the right type, and left alone where they say so.

    python -m benchmarks.recognizers.presidio --data DIRECTORY

``labels/presidio_recognizers.json`` says what Presidio's entities are called here ("types"), near-synonyms included. A
positive is right if every value in its text is found from its first to its last character, with one of these types,
whether or not a check refuses it.

Bare values, which are the whole text or with "and" between them, are of two sorts. What a check or a shape tells from
other text (at most one random string of the shape in fifty passes, and it is no run of up to 11 digits with one check
digit) is scored as it is. The other entities have words in the table ("named"), in the language of their cases: theirs
are scored behind these words, as on a form, and reported apart; save what matches "unless" (numbers in international
form). Telephone numbers of one country have its region as a hint ("regions"), as Presidio's recognizers of them have.

A negative counts as found if a span of the entity's types is found anywhere in it.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import deckname
from benchmarks.recognizers.cases import (
    LABELS,
    Case,
    Disagreements,
    Seen,
    accepted,
    load_reasons,
    look,
    parser,
    read,
    share,
    write,
)  # fmt: skip
from deckname.detector import Detector

FILE = "presidio_recognizers.jsonl"
AS_THEY_ARE, NAMED, NEGATIVES = "as they are", "bare values behind their names", "negatives"


_NO_WORDS = re.compile(r"(?:[\W\d]|\band\b)*")


def part_of(case: Case, table: Mapping[str, Any]) -> str:
    """Return the part that a case is scored in."""
    if not case.spans:
        return NEGATIVES
    row = table[case.spans[0].type]
    outside, end = "", 0
    for span in sorted(case.spans):
        outside, end = outside + case.text[end : span.start], span.end
    bare = _NO_WORDS.fullmatch(outside + case.text[end:]) is not None
    named = bare and "named" in row and not ("unless" in row and re.match(row["unless"], case.text))
    return NAMED if named else AS_THEY_ARE


def text_of(case: Case, table: Mapping[str, Any]) -> tuple[str, int]:
    """Return the text that is looked through, and how far the case's spans lie further on in it."""
    if part_of(case, table) != NAMED:
        return case.text, 0
    before = f"{table[case.spans[0].type]['named']}: "
    return before + case.text, len(before)


def right(case: Case, seen: Sequence[Seen], moved: int, table: Mapping[str, Any]) -> bool:
    """Whether every value of a positive is found exactly, with the right type."""
    return all(
        any(
            (each.span.start - moved, each.span.end - moved) == (gold.start, gold.end)
            and each.span.type in accepted(table[gold.type]["types"])
            for each in seen
        )
        for gold in case.spans
    )


def _entity(case: Case) -> str:
    return case.spans[0].type if case.spans else str(case.meta["entities"][0])


def measure(
    detector: Detector,
    cases: Sequence[Case],
    table: Mapping[str, Any],
    reasons: Mapping[str, str],
    *,
    show: bool = False,
) -> dict[str, Any]:
    """Return the figures of each part, and every disagreement."""
    texts = [text_of(case, table) for case in cases]
    totals: dict[str, list[int]] = {part: [0, 0] for part in (AS_THEY_ARE, NAMED, NEGATIVES)}
    entities: dict[str, dict[str, list[int]]] = defaultdict(dict)
    failed = 0
    listed = Disagreements("presidio_recognizers", reasons)
    regions = [tuple(table[_entity(case)].get("regions", ())) for case in cases]
    looked = look(detector, [text for text, _ in texts], regions=regions)
    for case, (_, moved), seen in zip(cases, texts, looked, strict=True):
        part = part_of(case, table)
        entity = _entity(case)
        if part == NEGATIVES:
            own = [each for each in seen if each.span.type in accepted(table[entity]["types"])]
            counted, agrees = bool(own), not own
            failed += bool(own) and all(each.failed for each in own)
        else:
            counted = agrees = right(case, seen, moved, table)
        for count in (totals[part], entities[entity].setdefault(part, [0, 0])):
            count[0] += 1
            count[1] += counted
        if not agrees:
            listed.add(case, part, entity, seen, show=show)
    return {
        **{part: {"texts": n, "right" if part != NEGATIVES else "found": k, "share": share(k, n)}
           for part, (n, k) in totals.items()},
        "negatives found with check_failed only": failed,
        "texts and right (negatives: found) by entity": {name: own for name, own in sorted(entities.items())},
        "not explained": listed.unexplained,
        "disagreements": listed.as_json(),
    }  # fmt: skip


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--data", type=Path, required=True, help=f"the directory that {FILE} lies in")
    arguments = arguments_of.parse_args()
    table = json.loads((LABELS / FILE).with_suffix(".json").read_text(encoding="utf-8"))
    figures = measure(deckname.load("none"), read(arguments.data / FILE), table, load_reasons(), show=arguments.show)
    write("presidio_recognizers", figures, arguments.out)


if __name__ == "__main__":
    main()
