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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import deckname
from deckname.artifact import Manifest, read_manifest
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.evaluate import Report, evaluate, parse_label_map
from deckname.span import Span
from training.encode import read

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
    Set("synthetic.test.jsonl", "English and German, templates and values unseen in training"),
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


def measure(detector: Detector, path: Path, types: tuple[str, ...], labels: dict[str, tuple[str, ...]]) -> Report:
    """Return the report on one set; gold of types that are not asked for is ignored."""
    gold = documents(path)
    names = {span.type for document in gold for span in document.spans} - labels.keys()
    mapped = dict(labels) | {name: (name,) for name in names if not types or name in types}
    mapped |= {name: () for name in names if types and name not in types}
    options = Options(types=frozenset(types) if types else "all")
    return evaluate(gold, detector, options=options, labels=mapped, bootstrap=200)


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
    for each in SETS:
        if arguments.only is not None and each.file not in arguments.only:
            continue
        report = measure(detector, arguments.data / each.file, each.types, AMBIGUOUS)
        reports[each.file.removesuffix(".jsonl")] = {"description": each.description} | report.as_json()
        print(f"\n== {each.file}\n{report.table()}", flush=True)
    for entry in arguments.also:
        name, _, rest = entry.partition("=")
        gold, _, labels = rest.partition(":")
        found = parse_label_map(json.loads(Path(labels).read_text())) if labels else {}
        report = measure(detector, Path(gold), (), AMBIGUOUS | found)
        reports[name] = {"description": "given with --also"} | report.as_json()
        print(f"\n== {name}\n{report.table()}", flush=True)
    if arguments.only is None:
        record = {"machine": f"{platform.machine()}, Python {platform.python_version()}", "sets": reports}
        (arguments.model / "metrics.json").write_text(json.dumps(record, indent=1) + "\n")
        write_card(arguments.model)


CARD = """\
# {label}

Generated by `python -m training.evaluate`; change the generator, not this page.

A token classifier for personal data: {count} types, windows of {window} tokens, {megabytes:.1f} MB with its tokenizer,
8-bit ONNX. Weights: Apache-2.0.

Types: {types}.

## How it was made

Fine-tuned from [multilingual-e5-small](https://huggingface.co/intfloat/multilingual-e5-small) (MIT; Wang et al. 2024,
[arXiv:2402.05672](https://arxiv.org/abs/2402.05672)): its lower six layers, its vocabulary cut to Latin script first.

{passes}

Attribution: WNUT 2017 (Derczynski et al.), Broad Twitter Corpus (Derczynski et al.), WikiGold (Balasuriya et al.),
GermEval 2014 (Benikova et al.), MobIE (Hennig et al.), MEDDOCAN (Marimon et al.), all CC BY 4.0 or CC BY; judgments of
the ECHR in French and Spanish (Sierro et al., MIT). The synthetic text was written for this project; its names come in
part from Faker (MIT).

Parity: fp32 ONNX within {torch_fp32_logits:.1e} of torch's logits; F1 on words {f1_fp32:.4f} in fp32, {f1_int8:.4f} in
8 bits, {equal_decisions:.4f} of the decisions equal. Calibration: logits are divided by {temperature}.

## What it does, patterns and model together

Strict: start, end and type are right. Leaked: share of the characters of gold spans that no found span covers.
Spurious: found spans that touch no gold, for each 10,000 characters. A corpus is asked for the types that it marks.

| set | what | PERSON strict F1 | micro strict F1 | leaked | spurious |
|---|---|---|---|---|---|"""
CARD_END = """
All figures, by type and with bootstrap intervals, are in `metrics.json`.

## What it is bad at

Scripts other than Latin (it does not know most of their letters); names without any context, such as one word in a
table's cell; telling a customer number from an order number where neither is named. It was never shown Italian, Dutch
or Portuguese, and English and German far more than French and Spanish."""


def write_card(directory: Path) -> None:
    """Write README.md of a model directory from its manifest, export record and metrics."""
    reports = json.loads((directory / "metrics.json").read_text())["sets"]
    (directory / "README.md").write_text(card(directory, read_manifest(directory), reports))


def card(directory: Path, manifest: Manifest, reports: dict[str, dict[str, Any]]) -> str:
    """Return the model card, made of manifest, export record and figures, so that it cannot drift."""
    export = json.loads((directory / "export.json").read_text())
    training, parity = export["training"], export["parity"]
    passes = [training]
    while "before" in passes[0]:
        passes.insert(0, passes[0]["before"])
    lines = CARD.format(
        label=manifest.label,
        count=len(manifest.types),
        types=", ".join(f"`{name}`" for name in manifest.types),
        window=manifest.window,
        megabytes=export["bytes"] / 1e6,
        temperature=manifest.temperature,
        passes="\n".join(_pass(each) for each in passes),
        **parity,
    ).splitlines()
    for name, report in reports.items():
        lines.append(f"| {name} | {report['description']} | " + " | ".join(_cells(report)) + " |")
    return "\n".join([*lines, *CARD_END.splitlines(), ""])


def _pass(training: dict[str, Any]) -> str:
    data = ", ".join(f"`{name.removesuffix('.jsonl')}`" for name in training["train"])
    return (
        f"- {training['steps']} steps of {training['batch_tokens']} tokens at most, learning rate "
        f"{training['learning_rate']}, seed {training['seed']}, on {data}"
    )


def _cells(report: dict[str, Any]) -> list[str]:
    types = report["types"]
    person = types.get("PERSON", {}).get("f1")
    micro = report["micro"]
    values = [person, micro["f1"], micro["leaked"], report["spurious"]]
    return ["–" if value is None else f"{value:.3f}" for value in values]


if __name__ == "__main__":
    main()
