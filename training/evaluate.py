"""Measure a sealed model through ``deckname.Detector``, patterns and all, and write its figures and its card.

    python -m training.evaluate --model models/small --data data
    python -m training.evaluate --model models/small --data data --also NAME=GOLD.jsonl:LABELS.json
    python -m training.evaluate --model models/small --card          # the card anew, from the figures there are

The dev sets below choose between models and are not trained on; `synthetic.test` holds templates and values that
training never saw. Each corpus is asked for the types that it marks, since what it leaves unmarked may still be right.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import deckname
from deckname.artifact import Manifest, read_manifest
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.evaluate import Report, evaluate, parse_label_map
from deckname.span import Span
from deckname.types import DIRECT_TYPES
from training.encode import read
from training.synthetic.templates import TEST_DOMAINS

#: Converted corpora name alternatives "A|B" and classes to leave open "?".
AMBIGUOUS = parse_label_map(
    {
        "LOCATION|ADDRESS": ["LOCATION", "ADDRESS"],
        "DATE_TIME|DATE_OF_BIRTH": ["DATE_TIME", "DATE_OF_BIRTH"],
        "?": None,
    }
)


@dataclass(frozen=True, slots=True)
class Set:
    """A dev or test set below ``--data``, and the types that it marks; none: all."""

    file: str
    description: str
    types: tuple[str, ...] = ()


SETS = (
    Set("synthetic.test.jsonl", "seven languages; templates, values and five domains unseen in training"),
    Set("germeval2014.dev.jsonl", "German news and Wikipedia", ("PERSON", "LOCATION", "ORGANIZATION")),
    Set("german_ler.dev.jsonl", "German federal court decisions", ("PERSON",)),
    Set("mobie.dev.jsonl", "German traffic reports and tweets", ("PERSON", "LOCATION", "ORGANIZATION")),
    Set("wnut17.dev.jsonl", "English tweets, forums, comments", ("PERSON", "LOCATION", "ORGANIZATION")),
    Set("btc.dev.jsonl", "English tweets", ("PERSON", "LOCATION", "ORGANIZATION")),
    Set("echr_fr_es_manual.dev.jsonl", "French and Spanish judgments", ("PERSON", "LOCATION", "ORGANIZATION")),
    Set("meddocan.dev.jsonl", "Spanish clinical cases", ("PERSON", "ADDRESS", "DATE_OF_BIRTH", "HEALTH_ID")),
)


def documents(path: Path) -> list[Document]:
    """Return the documents of a JSONL file of `training.corpus`, or of another source that says "label" for "type"."""
    return [
        Document(
            id=str(found.get("id", number)),
            text=found["text"],
            spans=tuple(Span(s["start"], s["end"], s.get("type") or s["label"]) for s in found["spans"]),
        )
        for number, found in enumerate(read([path]))
    ]


def asked_for(
    gold: Sequence[Document], types: tuple[str, ...], labels: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return ``labels`` and every other label of the gold: itself where ``types`` (none: all) has it, or nothing."""
    names = {span.type for document in gold for span in document.spans} - labels.keys()
    return labels | {name: (name,) if not types or name in types else () for name in names}


def measure(detector: Detector, path: Path, types: tuple[str, ...], labels: dict[str, tuple[str, ...]]) -> Report:
    """Return the report on one set; gold of types that are not asked for is ignored."""
    gold = documents(path)
    mapped = asked_for(gold, types, labels)
    options = Options(types=frozenset(types) if types else "all")
    return evaluate(gold, detector, options=options, labels=mapped, bootstrap=200)


def measure_parts(detector: Detector, path: Path) -> dict[str, dict[str, Any]]:
    """Return the figures on the direct identifiers of the synthetic test, by language and by domain."""
    records = list(read([path]))
    gold = documents(path)
    found: dict[str, dict[str, Any]] = {}
    for kind, key in (("language", "lang"), ("domain", "source")):
        names = [str(record[key]).rsplit(".", 1)[-1] for record in records]
        for name in sorted(set(names)):
            own = [document for document, other in zip(gold, names, strict=True) if other == name]
            report = evaluate(own, detector, labels=AMBIGUOUS, bootstrap=200)
            found[f"{kind} {name}"] = {
                "documents": report.documents,
                "f1": report.micro.f1,
                "interval": report.intervals.get("f1"),
                "leaked": report.micro.leaked,
                "spurious": report.spurious,
                "unseen": kind == "domain" and name in TEST_DOMAINS,
            }
    return found


def examples_of_errors(detector: Detector, path: Path, *, wanted: int = 14) -> list[dict[str, str]]:
    """Return short invented texts that the detector gets wrong: missed identifiers first, one of each type and kind."""
    missed: dict[tuple[str, str], dict[str, str]] = {}
    gold = [document for document in documents(path) if len(document.text) <= 110 and "|" not in document.text]
    for document, detection in zip(gold, detector.detect_batch([each.text for each in gold]), strict=True):
        marked = {(s.start, s.end, s.type) for s in document.spans if s.type in DIRECT_TYPES}
        found = {(s.start, s.end, s.type) for s in detection.spans}
        for kind, wrong in (("missed", marked - found), ("false", found - marked)):
            for start, end, name in sorted(wrong):
                text = " ".join(document.text.split())
                value = " ".join(document.text[start:end].split())
                missed.setdefault((kind, name), {"error": kind, "type": name, "value": value, "text": text})
    ordered = sorted(missed.values(), key=lambda each: (each["error"] != "missed", each["type"]))
    return ordered[:wanted]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--card", action="store_true", help="measure nothing")
    parser.add_argument("--also", action="append", default=[], metavar="NAME=GOLD[:LABELS]")
    parser.add_argument("--only", nargs="*", help="files of some sets only; writes nothing")
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()

    if arguments.card:
        write_card(arguments.model)
        return
    detector = deckname.load(f"{arguments.model}/", threads=arguments.threads)
    reports: dict[str, dict[str, Any]] = {}
    parts: dict[str, dict[str, Any]] = {}
    errors: list[dict[str, str]] = []
    for each in SETS:
        if arguments.only is not None and each.file not in arguments.only:
            continue
        report = measure(detector, arguments.data / each.file, each.types, AMBIGUOUS)
        reports[each.file.removesuffix(".jsonl")] = {"description": each.description} | report.as_json()
        print(f"\n== {each.file}\n{report.table()}", flush=True)
        if each.file.startswith("synthetic."):
            parts = measure_parts(detector, arguments.data / each.file)
            errors = examples_of_errors(detector, arguments.data / each.file.replace(".test.", ".dev."))
    for entry in arguments.also:
        name, _, rest = entry.partition("=")
        gold, _, labels = rest.partition(":")
        found = parse_label_map(json.loads(Path(labels).read_text())) if labels else {}
        report = measure(detector, Path(gold), (), AMBIGUOUS | found)
        reports[name] = {"description": "given with --also"} | report.as_json()
        print(f"\n== {name}\n{report.table()}", flush=True)
    if arguments.only is None:
        record: dict[str, Any] = {
            "machine": f"{platform.machine()}, Python {platform.python_version()}",
            "sets": reports,
        }
        record |= {"parts": parts, "errors": errors}
        (arguments.model / "metrics.json").write_text(json.dumps(record, indent=1) + "\n")
        write_card(arguments.model)


CARD = """\
# {label}

Generated by `python -m training.evaluate`; change the generator, not this page.

A token classifier for personal data: {count} types, windows of {window} tokens, {layers} layers, {megabytes:.1f} MB
with its tokenizer, 8-bit ONNX. Weights: Apache-2.0.

Types: {types}.

## How it was made

Fine-tuned from [multilingual-e5-small](https://huggingface.co/intfloat/multilingual-e5-small) (MIT; Wang et al. 2024,
[arXiv:2402.05672](https://arxiv.org/abs/2402.05672)), its vocabulary cut to Latin script first.

{passes}

| data | what | licence |
|---|---|---|
| `synthetic*` | 4,757 templates in seven languages, written for this project; names partly Faker's (MIT) | Apache-2.0 |
| `wnut17` | English tweets and forums; Derczynski et al. 2017 | CC BY 4.0 |
| `btc` | Broad Twitter Corpus; Derczynski et al. 2016 | CC BY 4.0 |
| `wikigold` | English Wikipedia; Balasuriya et al. 2009 | CC BY 4.0 |
| `germeval2014` | German news and Wikipedia; Benikova et al. 2014 | CC BY |
| `mobie` | German traffic reports; Hennig et al. 2021 | CC BY 4.0 |
| `echr_fr_es_manual` | French and Spanish judgments of the ECHR; Sierro et al. | MIT |
| `meddocan` | Spanish clinical cases; Marimon et al. 2019 | CC BY 4.0 |
| `packages` | code and documentation of nine Python packages, without personal data | BSD, MIT, Apache-2.0 |

Parity: fp32 ONNX within {torch_fp32_logits:.1e} of torch's logits; F1 on words {f1_fp32:.4f} in fp32, {f1_int8:.4f} in
8 bits, {equal_decisions:.4f} of the decisions equal.

## What it does, patterns and model together

Strict: start, end and type are right. Leaked: share of the characters of gold spans that no found span covers.
Spurious: found spans that touch no gold, for each 10,000 characters. In brackets, 95 % of the bootstrap over documents.
A corpus is asked for the types that it marks.

| set | what | PERSON strict F1 | micro strict F1 | leaked | spurious |
|---|---|---|---|---|---|"""
PARTS = """
## Direct identifiers on the synthetic test, by language and domain

Domains in italics were kept from training altogether.

| part | documents | strict F1 | leaked | spurious |
|---|---|---|---|---|"""
BY_TYPE = """
## By type, on the synthetic test

The last columns say from which score on 90, 95 and 99 % of the dev sets' values are found (–: some are not proposed at
all), how far scores are from probabilities (expected calibration error, ten bins, dev documents that calibration did
not see), and the default threshold.

| type | gold | precision | recall | strict F1 | leaked | .90 | .95 | .99 | calibration error | threshold |
|---|---|---|---|---|---|---|---|---|---|---|"""
CARD_END = """
![How often spans of a score are right](reliability.svg)

All figures are in `metrics.json` and `calibration.json`.

## What it is bad at

Scripts other than Latin (it does not know most of their letters); names without any context, such as one word in a
table's cell; telling a customer number from an order number where neither is named; names that are common words, in
small letters. Invented texts of the dev split that it gets wrong:

| error | type | value | text |
|---|---|---|---|"""


def write_card(directory: Path) -> None:
    """Write README.md of a model directory from its manifest, export record and metrics."""
    metrics = json.loads((directory / "metrics.json").read_text())
    (directory / "README.md").write_text(card(directory, read_manifest(directory), metrics))


def card(directory: Path, manifest: Manifest, metrics: dict[str, Any]) -> str:
    """Return the model card, made of manifest, export record and figures, so that it cannot drift."""
    export = json.loads((directory / "export.json").read_text())
    calibration_file = directory / "calibration.json"
    calibration = json.loads(calibration_file.read_text()) if calibration_file.exists() else {}
    passes = _passes(export["training"])
    lines = CARD.format(
        label=manifest.label,
        count=len(manifest.types),
        types=", ".join(f"`{name}`" for name in manifest.types),
        window=manifest.window,
        layers=export["layers"],
        megabytes=export["bytes"] / 1e6,
        passes="\n".join(passes),
        **export["parity"],
    ).splitlines()
    reports = metrics["sets"]
    for name, report in reports.items():
        lines.append(f"| {name} | {report['description']} | " + " | ".join(_cells(report)) + " |")
    lines += PARTS.splitlines()
    for name, part in metrics.get("parts", {}).items():
        shown = f"*{name}*" if part["unseen"] else name
        values = [_ranged(part["f1"], part["interval"]), _decimal(part["leaked"]), _decimal(part["spurious"])]
        lines.append(f"| {shown} | {part['documents']} | " + " | ".join(values) + " |")
    lines += BY_TYPE.splitlines()
    errors = calibration.get("expected_calibration_error", {})
    for name, score in reports.get("synthetic.test", {}).get("types", {}).items():
        own = manifest.recall_thresholds.get(name, {})
        values = [_decimal(score[key]) for key in ("precision", "recall", "f1", "leaked")]
        values += [_decimal(own.get(recall)) for recall in ("0.90", "0.95", "0.99")]
        values += [_decimal(errors.get(name)), _decimal(manifest.thresholds.get(name))]
        lines.append(f"| {name} | {score['gold']} | " + " | ".join(values) + " |")
    lines += CARD_END.splitlines()
    for each in metrics.get("errors", []):
        lines.append(f"| {each['error']} | {each['type']} | `{each['value']}` | {each['text']} |")
    return "\n".join([*lines, ""])


def _passes(training: dict[str, Any]) -> list[str]:
    """Return the passes of a training record in their order, the teacher's own below the pass that it taught."""
    lines = _passes(training["before"]) if "before" in training else []
    lines.append(_pass(training))
    if "teacher" in training:
        lines += [f"  {line}" for line in ["- its teacher:", *(f"  {own}" for own in _passes(training["teacher"]))]]
    return lines


def _pass(training: dict[str, Any]) -> str:
    data = ", ".join(f"`{name.removesuffix('.jsonl')}`" for name in training["train"])
    shares = " : ".join(map(str, training.get("average", ())))
    return (
        f"- {training['steps']} steps of {training['batch_tokens']} tokens at most, learning rate "
        f"{training['learning_rate']}, seed {training['seed']}, on {data}"
        + (f"; then averaged with the pass before it, {shares} (`training.average`)" if shares else "")
    )


def _cells(report: dict[str, Any]) -> list[str]:
    intervals, micro = report["intervals"], report["micro"]
    person = report["types"].get("PERSON", {}).get("f1")
    return [
        _ranged(person, intervals.get("PERSON.f1")),
        _ranged(micro["f1"], intervals.get("f1")),
        _decimal(micro["leaked"]),
        _decimal(report["spurious"]),
    ]


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _ranged(value: float | None, interval: Sequence[float] | None) -> str:
    return _decimal(value) + (f" ({interval[0]:.3f}–{interval[1]:.3f})" if value is not None and interval else "")


if __name__ == "__main__":
    main()
