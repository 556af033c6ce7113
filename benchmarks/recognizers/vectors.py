"""Valid and invalid values of many kinds: does each recognizer agree, and what becomes of them in a sentence?

    python -m benchmarks.recognizers.vectors --data DIRECTORY

``labels/validatorjs.json``, ``stdnum.json`` and ``isemail.json`` say which kinds are ours: the types that are right,
the words that name such a value, the modules of ``deckname.recognizers`` that know it, and those that do where the
first hold nothing of these types ("otherwise"); "rule": those identifiers only whose name matches; "check": a function
of theirs that says whether a value is valid; "ours": what of a valid value is ours, where a pair of degrees without its
brackets is what we mean to find. A kind that no module knows is not ours, and listed.

* own validity: the whole value has a shape of ours and passes our form and check. Where the vectors' authors look at
  the form alone ("form_only"; validator.js does for passports, plates, most VAT numbers), our form alone has to agree
  to what they think valid; what they think invalid our form or our check has to refuse.
* named: in SENTENCE, which names the kind. A valid value counts if it is found exactly, with a right type, by whichever
  rule (``form_only``: checked or not). An invalid value ought not to be taken for valid; one of our own form ought to
  be found with ``check_failed`` and a lower score than any valid value of its kind.
* neutral: in NEUTRAL, an invalid value ought not to be found.

Counted apart, for none of them says that an invalid value is a valid one of its kind: "in part", something of the
kind's type is found within it (a valid address in a string that is none); "as of another kind", identifiers of other
kinds and the same type take it for theirs (a Spanish DNI is no Aadhaar number, and a NATIONAL_ID for all that); "by its
name", it is found because the words call it so, by a rule without a form of any country's, and not in NEUTRAL.

Every figure is there three times: as it is; without the vectors that are wrong by the definition which their reason
cites ("wrong:" in ``labels/recognizers_reasons*.json``; of mobile numbers, libphonenumber's metadata, which has them
from the national numbering plans); and without those that ask something else, too ("other:": a valid value of another
kind or within a longer one). What is left then is where we decide otherwise or fall short ("ours:"). "Reasons" counts
the vectors behind each of them, and ``--table`` writes the first two figures for each kind, as Markdown. Kinds with a
form of ours, and those that we know by words alone (the passport of a country whose form is not ours: no form, so
nothing is invalid), are there once more apart.

Left out: validator.js's vectors with options that change what is valid (save those that a row lists under "options"),
its locale "any" (each of them is there again with its own), isemail's that only RFC 5322 or older allow (no verdict),
and stdnum's texts with an argument of Python in them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import phonenumbers

import deckname
from benchmarks.recognizers.cases import (
    LABELS,
    OTHER,
    WRONG,
    Case,
    Disagreements,
    Seen,
    load_reasons,
    look,
    parser,
    read,
    share,
    write,
)  # fmt: skip
from benchmarks.recognizers.own import Kind, Own, kinds_of
from deckname.detector import Detector

SENTENCE = "My {words} is {value} as agreed."
NEUTRAL = "We saw {value} there."
SOURCES = ("validatorjs", "stdnum", "isemail")
IN_PART, AS_OTHER, BY_NAME = ", in part", ", as of another kind", ", by its name"
#: What each part of a disagreement is about.
FIGURES = {
    "own validity": ("own validity, refused", "own validity, accepted"),
    "valid found exactly": ("named",),
    "invalid not taken for valid, named": ("named, invalid",),
    "check_failed of our form": ("check_failed",),
    "invalid not found, neutral": ("neutral",),
}
#: So many vectors that they would hide all others.
APART = "isMobilePhone"
MOBILE = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
TITLE = """# Agreement with vectors, kind by kind

Written by `python -m benchmarks.recognizers.vectors --table`; what is a wrong vector, and by which definition, is in
`benchmarks/labels/recognizers_reasons*.json` ("wrong:").

"""
WITH_FORM, BY_WORDS = "of these, kinds with a form of ours", "of these, kinds known by words alone"


@dataclass
class Tally:
    """What is counted of one kind."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    lowest_valid: float = 1.0
    highest_failed: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """Return the counts with the shares that matter."""
        n = self.counts
        return {
            "valid": n["valid"], "invalid": n["invalid"],
            "own validity": share(n["own"], n["valid"] + n["invalid"]),
            "valid found exactly": share(n["exact"], n["valid"]),
            "invalid taken for valid, named": n["taken"], "in part": n["taken" + IN_PART],
            "as of another kind": n["taken" + AS_OTHER], "by its name": n["taken" + BY_NAME],
            "invalid found, neutral": n["neutral"], "in part, neutral": n["neutral" + IN_PART],
            "as of another kind, neutral": n["neutral" + AS_OTHER],
            "invalid of our form": n["formed"], "of these check_failed": n["failed"],
            "check_failed scores below valid": not n["failed"] or self.highest_failed < self.lowest_valid,
        }  # fmt: skip

    def agreement(self) -> dict[str, dict[str, float | None]]:
        """Return the shares in which we agree, as they are and without what has a reason."""
        n = self.counts
        of = {
            "own validity": n["valid"] + n["invalid"], "valid found exactly": n["valid"],
            "invalid not taken for valid, named": n["invalid"], "check_failed of our form": n["formed"],
            "invalid not found, neutral": n["invalid"],
        }  # fmt: skip
        agreement: dict[str, dict[str, float | None]] = {}
        for figure, parts in FIGURES.items():
            apart = sum(self.disagreements[part] for part in parts)
            other = sum(self.other[part] for part in parts)
            wrong = sum(self.wrong[part] for part in parts)
            agreement[figure] = {
                "vectors": of[figure],
                "as it is": share(of[figure] - apart, of[figure]),
                "vectors that are wrong": wrong,
                "without those that are wrong": share(of[figure] - apart, of[figure] - wrong),
                "that ask something else": other,
                "without both": share(of[figure] - apart, of[figure] - wrong - other),
            }
        return agreement


def verdict(case: Case) -> bool | None:
    """Return what the vectors' authors say; None where they do not, or we cannot tell."""
    valid = case.meta["valid"]
    return None if valid is None or "', " in case.text or not case.text.strip() else bool(valid)


def kind_name(case: Case) -> str:
    """Return the kind of a vector as the tables name it."""
    locale = case.meta.get("locale")
    return str(case.meta.get("kind", "isemail")) + (f"/{locale}" if locale else "")


def measure(
    detector: Detector, cases: Sequence[Case], kinds: Mapping[str, Kind], listed: Disagreements, *, show: bool = False
) -> dict[str, Tally]:
    """Return what was counted of each kind."""
    own = [
        (case, kind)
        for case in cases
        if (kind := kinds.get(kind_name(case))) is not None and kind.covers(case.meta.get("options"))
        if verdict(case) is not None
    ]
    regions = [kind.regions for _, kind in own]
    # White space around a value that is valid is no part of it; around another it may be what is wrong.
    values = [case.text.strip() if verdict(case) else case.text for case, _ in own]
    starts = [SENTENCE.index("{value}") - len("{words}") + len(kind.words) for _, kind in own]
    sentences = [SENTENCE.format(words=kind.words, value=value) for (_, kind), value in zip(own, values, strict=True)]
    named = look(detector, sentences, regions=regions)
    neutral = look(detector, [NEUTRAL.format(value=value) for value in values], regions=regions)
    tallies: dict[str, Tally] = {}
    for (case, kind), value, start, in_sentence, in_neutral in zip(own, values, starts, named, neutral, strict=True):
        tally = tallies.setdefault(kind.name, Tally())
        begin, end = kind.part(value) if verdict(case) else (0, len(value))
        parts = weigh(
            tally, kind, kind.own(value[begin:end]), valid=bool(verdict(case)),
            named=_within(in_sentence, kind, start + begin, end - begin),
            neutral=_within(in_neutral, kind, NEUTRAL.index("{") + begin, end - begin),
        )  # fmt: skip
        for part in parts:
            seen = in_neutral if part.startswith("neutral") else in_sentence
            tally.disagreements[part] += 1
            reason = listed.add(case, part, kind.name, seen, show=show)
            tally.other[part] += reason.startswith(OTHER)
            tally.wrong[part] += reason.startswith(WRONG)
    return tallies


def _within(seen: Sequence[Seen], kind: Kind, start: int, length: int) -> list[tuple[Seen, bool]]:
    """Return what overlaps a value and has a right type, and whether it is the whole value."""
    end = start + length
    return [
        (each, (each.span.start, each.span.end) == (start, end))
        for each in seen
        if each.span.start < end and start < each.span.end and each.span.type in kind.types
    ]


def weigh(
    tally: Tally, kind: Kind, own: Own, *, valid: bool, named: Sequence[tuple[Seen, bool]],
    neutral: Sequence[tuple[Seen, bool]],
) -> list[str]:  # fmt: skip
    """Count one vector, and return the parts in which we disagree."""
    n, parts = tally.counts, []
    n["valid" if valid else "invalid"] += 1
    if (own.formed if kind.form_only and valid else own.valid) is valid:
        n["own"] += 1
    else:
        parts.append("own validity, refused" if valid else "own validity, accepted")
    if valid:
        exact = [each for each, whole in named if whole and (kind.form_only or not each.failed)]
        n["exact"] += bool(exact)
        tally.lowest_valid = min([tally.lowest_valid, *(each.span.score for each in exact)])
        return parts if exact else [*parts, "named"]
    taken = [(each, whole) for each, whole in named if not each.failed]
    for name, part, found in (("taken", "named, invalid", taken), ("neutral", "neutral", neutral)):
        if (how := _how(kind, found, named_alone=name == "taken" and not neutral)) is not None:
            n[name + how] += 1
            parts.append(part + how)
    if not kind.form_only and own.formed and not own.valid:
        failed = [each for each, whole in named if whole and each.failed]
        n["formed"] += 1
        n["failed"] += bool(failed)
        tally.highest_failed = max([tally.highest_failed, *(each.span.score for each in failed)])
        if not failed and not taken:
            parts.append("check_failed")
    return parts


def _how(kind: Kind, found: Sequence[tuple[Seen, bool]], *, named_alone: bool) -> str | None:
    """Return how something was found in an invalid value: whole (""), as of another kind, by name or in part."""
    own = [(each, whole) for each, whole in found if not kind.is_other(each.rules)]
    if not own:
        return AS_OTHER if found else None
    if not any(whole for _, whole in own):
        return IN_PART
    return BY_NAME if named_alone and not any(any(each.rules) for each, whole in own if whole) else ""


def of_mobiles(case: Case, part: str) -> str | None:
    """Return who is right about a mobile number, by libphonenumber's metadata; None about other kinds.

    >>> of_mobiles(Case("a", "+441211234567", meta={"kind": "isMobilePhone", "locale": "en-GB"}), "named, invalid")
    'other: a valid number of this country that is no mobile: validator.js asks for those alone'
    """
    if not apart(kind_name(case)):
        return None
    region = str(case.meta.get("locale") or "").rpartition("-")[2]
    try:
        number = phonenumbers.parse(case.text, region)
    except phonenumbers.NumberParseException:
        return "ours: too few digits, or too many, for any telephone; behind words that name one they count"
    possible, valid = phonenumbers.is_possible_number(number), phonenumbers.is_valid_number(number)
    if part in ("named", "own validity, refused"):
        if not possible:
            return "wrong: no possible number in its country by libphonenumber's metadata"
        return "ours: six digits or fewer, or in no range that is assigned: not told from any other number"
    if valid and phonenumbers.region_code_for_number(number) != region:
        return "other: a valid number of another country: validator.js asks for one country's alone"
    if valid and phonenumbers.number_type(number) in MOBILE:
        return "wrong: a mobile number of this country by libphonenumber's metadata, which validator.js's list lacks"
    if valid:
        return "other: a valid number of this country that is no mobile: validator.js asks for those alone"
    if possible:
        return "ours: a possible number in no range that is assigned: it counts behind words that name a telephone"
    return "ours: longer or shorter than this country's numbers: it counts behind words that name a telephone"


def as_table(source: str, tallies: Mapping[str, Tally]) -> str:
    """Return the agreement on each kind as Markdown: as it is, and without the vectors that are wrong."""
    rows = [f"## {source}", "", "| kind | vectors | own validity | without wrong | valid | found | without wrong |",
            "|---|---|---|---|---|---|---|"]  # fmt: skip
    for name, tally in sorted(tallies.items()):
        own, found = tally.agreement()["own validity"], tally.agreement()["valid found exactly"]
        cells = [
            name, *(each[key] for each in (own, found)
                    for key in ("vectors", "as it is", "without those that are wrong")),
        ]  # fmt: skip
        rows.append(f"| {' | '.join('–' if cell is None else str(cell) for cell in cells)} |")
    return "\n".join(rows) + "\n"


def apart(kind: str) -> bool:
    """Whether the vectors of a kind are counted apart from all others."""
    return kind.startswith(APART)


def summed(tallies: Sequence[Tally]) -> dict[str, Any]:
    """Return the figures of several kinds together."""
    total = Tally()
    for tally in tallies:
        total.counts.update(tally.counts)
        total.disagreements.update(tally.disagreements)
        total.other.update(tally.other)
        total.wrong.update(tally.wrong)
    return total.as_json() | {
        "kinds": len(tallies),
        "check_failed scores below valid": all(t.as_json()["check_failed scores below valid"] for t in tallies),
        "agreement": total.agreement(),
    }


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--data", type=Path, required=True, help="the directory of the *.vectors.jsonl")
    arguments_of.add_argument("--source", choices=SOURCES, action="append", help="those only")
    arguments_of.add_argument("--kind", help="kinds whose name begins so, only: for a look with --show")
    arguments_of.add_argument("--table", type=Path, help="write the agreement on each kind, as Markdown")
    arguments = arguments_of.parse_args()
    detector, reasons = deckname.load("none"), load_reasons()
    tables: list[str] = []
    for source in arguments.source or SOURCES:
        cases = read(arguments.data / f"{source}.vectors.jsonl")
        cases = [case for case in cases if not arguments.kind or kind_name(case).startswith(arguments.kind)]
        table = json.loads((LABELS / f"{source}.json").read_text(encoding="utf-8"))
        kinds, missing = kinds_of(table, sorted({kind_name(case) for case in cases}))
        listed = Disagreements(source, reasons, of_mobiles)
        tallies = measure(detector, cases, kinds, listed, show=arguments.show)
        figures = {
            "all": summed([tally for name, tally in tallies.items() if not apart(name)]),
            **{
                part: summed(
                    [tallies[name] for name in tallies if kinds[name].words_alone == words and not apart(name)]
                )
                for part, words in ((WITH_FORM, False), (BY_WORDS, True))
            },
            "kinds not ours": missing,
            "kinds without a row": " ".join(sorted({kind_name(case) for case in cases} - kinds.keys() - {*missing})),
            "kinds": {name: tally.as_json() for name, tally in sorted(tallies.items())},
            "not explained": listed.unexplained,
            "reasons": dict(Counter(reason for _, reason in {(row[3], row[2]) for row in listed.rows}).most_common()),
            "disagreements": listed.as_json(),
        }
        if phones := [tally for name, tally in tallies.items() if apart(name)]:
            figures = {"all": figures.pop("all"), APART: summed(phones), **figures}
        tables.append(as_table(source, tallies))
        write(f"{source}.vectors", figures, None if arguments.kind else arguments.out)
    if arguments.table:
        arguments.table.write_text(TITLE + "\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
