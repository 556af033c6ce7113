"""How accurate is it: patterns and model together, through ``deckname.Detector``, beside Presidio if asked.

    python -m benchmarks.accuracy --data data --stage dev
    python -m benchmarks.accuracy --data data --stage test --presidio-synth presidio_synth.v2.jsonl
    python -m benchmarks.accuracy ... --presidio en_core_web_md      # a spaCy model, or the folder of one

``--data`` is what ``training.corpus --join`` and ``training.synthetic`` wrote. Dev sets choose between models; the test
sets (presidio-research's synth_dataset_v2, MEDDOCAN's test, the project's own test split) are looked at last.

strict F1: start, end and type are right. uncovered: share of the characters of gold spans that no found span covers.
spurious: direct identifiers found in texts that hold none, for each 10,000 characters of these. Presidio has no type
for addresses: its LOCATION is no direct identifier here.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import numpy as np

import deckname
from deckname.detector import Detector, Options
from deckname.document import Document
from deckname.evaluate import as_gold, count, parse_label_map, summarise
from deckname.overlap import remainder, resolve
from deckname.span import Span
from deckname.text import recase
from deckname.types import DIRECT_TYPES, expand
from training.evaluate import AMBIGUOUS

Types = frozenset[str] | Literal["all"] | None
LABELS = Path(__file__).with_name("labels") / "presidio_synth.json"
PLACES = frozenset({"ADDRESS", "LOCATION"})
FALSE_ALARMS = 0.02  # share of the texts without direct identifiers
BATCH = 64


@dataclass(frozen=True, slots=True)
class Found:
    """What a finder found in one text, and how sure it is that the text holds a direct identifier."""

    spans: tuple[Span, ...]
    score: float


Finder = Callable[[Sequence[str], Types], list[Found]]


def deckname_finder(detector: Detector) -> Finder:
    """Return deckname itself."""

    def find(texts: Sequence[str], types: Types) -> list[Found]:
        detections = detector.detect_batch(texts, options=Options(types=types))
        return [Found(detection.spans, detection.score) for detection in detections]

    return find


#: Presidio's entities by the types that they are counted as; what is not listed is left out.
PRESIDIO = {
    "PERSON": "PERSON", "LOCATION": "LOCATION", "PHONE_NUMBER": "PHONE_NUMBER", "EMAIL_ADDRESS": "EMAIL_ADDRESS",
    "CREDIT_CARD": "CREDIT_CARD", "IBAN_CODE": "IBAN_CODE", "US_SSN": "US_SSN", "IP_ADDRESS": "IP_ADDRESS",
    "URL": "URL", "DATE_TIME": "DATE_TIME", "US_PASSPORT": "PASSPORT", "UK_PASSPORT": "PASSPORT",
    "US_DRIVER_LICENSE": "DRIVER_LICENSE", "US_BANK_NUMBER": "BANK_ACCOUNT", "US_ITIN": "TAX_ID", "UK_NHS": "HEALTH_ID",
    "MEDICAL_LICENSE": "ID_NUMBER", "UK_NINO": "NATIONAL_ID", "MAC_ADDRESS": "MAC_ADDRESS",
    "ORGANIZATION": "ORGANIZATION", "AGE": "AGE",
}  # fmt: skip


def presidio_finder(nlp: Any) -> Finder:
    """Return presidio-analyzer with its default recognizers and a spaCy pipeline for English."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine

    engine = SpacyNlpEngine(
        models=[{"lang_code": "en", "model_name": nlp.meta["name"]}], ner_model_configuration=NerModelConfiguration()
    )
    engine.nlp = {"en": nlp}
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])

    def find(texts: Sequence[str], types: Types) -> list[Found]:
        wanted = DIRECT_TYPES if types is None else types
        found = []
        for text in texts:
            results = [result for result in analyzer.analyze(text, "en") if result.entity_type in PRESIDIO]
            spans = [Span(r.start, r.end, PRESIDIO[r.entity_type], round(r.score, 4), "presidio") for r in results]
            kept = tuple(span for span in resolve(spans) if wanted == "all" or span.type in expand(frozenset(wanted)))
            found.append(Found(kept, max((span.score for span in spans if span.type in DIRECT_TYPES), default=0.0)))
        return found

    return find


def presidio_label(nlp: Any) -> str:
    """Return the versions of Presidio and of the spaCy model; not where the model lies."""
    return f"presidio-analyzer {version('presidio-analyzer')} with {nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"


def read(path: Path, *, limit: int | None = None) -> list[tuple[Document, dict[str, Any]]]:
    """Return the documents of a JSONL file, or the first of them, each with its whole record."""
    found = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, limit)):
            record = json.loads(line)
            spans = tuple(Span(s["start"], s["end"], s.get("type") or s["label"]) for s in record["spans"])
            found.append((Document(id=str(record.get("id", number)), text=record["text"], spans=spans), record))
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """Documents, what was found in them, and the labels that their gold is read with."""

    documents: list[Document]
    found: list[Found]
    labels: dict[str, tuple[str, ...]]  # label -> the types that are right for it; none: it is left out
    meanings: dict[str, tuple[str, ...]]  # the same, and nothing is left out because nobody asked for it
    types: Types

    def report(self, bootstrap: int = 200) -> dict[str, Any]:
        """Return strict F1 and the rest, by type, with intervals from drawing documents anew."""
        alarming = Options(types=self.types).alarming
        counts = []
        for document, found in zip(self.documents, self.found, strict=True):
            gold = as_gold(document.spans, self.labels)
            counts.append(count(gold, found.spans, length=len(document.text), alarming=alarming))
        report = summarise(counts, bootstrap=bootstrap).as_json()
        for name in ("intervals", "model"):
            if name == "model" or not bootstrap:
                report.pop(name)
        return report

    def uncovered(self, types: Iterable[str]) -> float:
        """Return the share of the gold characters of ``types`` that no found span covers."""
        wanted = expand(frozenset(types))
        characters = left = 0
        for document, found in zip(self.documents, self.found, strict=True):
            covered = resolve(found.spans)
            for gold in as_gold(document.spans, self.labels):
                if gold.types and gold.type in wanted:
                    characters += gold.end - gold.start
                    left += sum(map(len, remainder(Span(gold.start, gold.end, gold.type), covered)))
        return round(left / max(1, characters), 4)

    def direct(self, document: Document) -> bool:
        """Whether the gold of a document holds a direct identifier; what the gold leaves open counts."""
        return any(not g.types or set(g.types) & DIRECT_TYPES for g in as_gold(document.spans, self.meanings))

    def alarms(self) -> dict[str, float]:
        """Return the recall of ``contains_pii`` where at most 2 % of the alarms are false, and spurious spans."""
        with_, without = [], []
        spurious = characters = 0
        for document, found in zip(self.documents, self.found, strict=True):
            if self.direct(document):
                with_.append(found.score)
                continue
            without.append(found.score)
            spurious += sum(span.type in DIRECT_TYPES for span in found.spans)
            characters += len(document.text)
        allowed = int(FALSE_ALARMS * len(without))
        threshold = sorted(without, reverse=True)[allowed] if without else 0.0
        return {
            "contains_pii recall at .02 false alarms": round(float(np.mean([s > threshold for s in with_])), 4),
            "spurious for each 10,000 characters without direct identifiers": round(
                1e4 * spurious / max(1, characters), 3
            ),
            "texts with": len(with_),
            "texts without": len(without),
        }


def measure(
    finder: Finder, records: Sequence[tuple[Document, dict[str, Any]]], types: Types, labels: dict[str, Any]
) -> Measured:
    """Run a finder over documents."""
    documents = [document for document, _ in records]
    names = {span.type for document in documents for span in document.spans}
    mapped = AMBIGUOUS | parse_label_map(labels)
    meanings = mapped | {name: (name,) for name in names - mapped.keys()}
    # Gold of types that nobody asks for is neither right nor wrong.
    wanted = DIRECT_TYPES if types is None else types
    mapped = {n: own if wanted == "all" or set(own) & expand(frozenset(wanted)) else () for n, own in meanings.items()}
    found: list[Found] = []
    for at in range(0, len(documents), BATCH):
        found += finder([document.text for document in documents[at : at + BATCH]], types)
    return Measured(documents, found, mapped, meanings, types)


def recased(records: Sequence[tuple[Document, dict[str, Any]]], change: Callable[[str], str]) -> list[Any]:
    """Return the documents with every letter changed whose other case is one letter too."""
    return [(Document(id=d.id, text=recase(d.text, change), spans=d.spans), record) for d, record in records]


PERSON = frozenset({"PERSON"})


def person(finder: Finder, records: list[Any]) -> dict[str, Any]:
    """Return how well names are found."""
    measured = measure(finder, records, PERSON, {})
    report = measured.report()
    low, high = report["intervals"].get("PERSON.f1", (None, None))
    score = report["types"]["PERSON"]
    return {
        "documents": report["documents"], "PERSON strict F1": score["f1"], "interval": [low, high],
        "PERSON overlap F1": score["overlap_f1"], "PERSON uncovered": score["leaked"],
    }  # fmt: skip


def corpora(finder: Finder, data: Path, *, english_only: bool, limit: int | None = None) -> dict[str, Any]:
    """Return the figures on the dev sets of the public corpora."""
    rows: dict[str, Any] = {}
    tweets = read(data / "btc.dev.jsonl", limit=limit) + read(data / "wnut17.dev.jsonl", limit=limit)
    rows["btc h + wnut17 test"] = person(finder, tweets)
    if not english_only:
        for name, file in (
            ("germeval2014 dev", "germeval2014.dev.jsonl"),
            ("german_ler test", "german_ler.dev.jsonl"),
            ("echr dev + test (fr, es)", "echr_fr_es_manual.dev.jsonl"),
            ("meddocan dev (es)", "meddocan.dev.jsonl"),
        ):
            rows[name] = person(finder, read(data / file, limit=limit))
    return rows


def own(finder: Finder, path: Path, languages: Sequence[str], *, limit: int | None = None) -> dict[str, Any]:
    """Return the figures on a split of the project's own synthetic text."""
    records = [(document, record) for document, record in read(path, limit=limit) if record["lang"] in languages]
    rows: dict[str, Any] = {}
    whole = measure(finder, records, None, {})
    rows["all languages"] = _direct(whole)
    for lang in languages:
        rows[lang] = _direct(measure(finder, [each for each in records if each[1]["lang"] == lang], None, {}))
    rows["contains_pii and spurious"] = whole.alarms()
    names = [each for each in records if any(span.type == "PERSON" for span in each[0].spans)]
    recall = {}
    for case, change in (("as written", str), ("lower", str.lower), ("upper", str.upper)):
        report = measure(finder, recased(names, change), PERSON, {}).report(bootstrap=0)
        recall[case] = report["types"]["PERSON"]["recall"]
    rows["PERSON recall by case"] = recall
    return rows


def _direct(measured: Measured) -> dict[str, Any]:
    report = measured.report()
    by_type = {name: {"gold": s["gold"], "f1": s["f1"], "leaked": s["leaked"]} for name, s in report["types"].items()}
    return {
        "documents": report["documents"], "direct strict F1": report["micro"]["f1"],
        "interval": report["intervals"].get("f1"), "direct overlap F1": report["micro"]["overlap_f1"],
        "direct uncovered": report["micro"]["leaked"], "types": by_type,
    }  # fmt: skip


def presidio_synth(finder: Finder, path: Path) -> dict[str, Any]:
    """Return the figures on presidio-research's synth_dataset_v2."""
    measured = measure(finder, read(path), "all", json.loads(LABELS.read_text()))
    report = measured.report()
    by_type = {name: {"gold": s["gold"], "f1": s["f1"], "leaked": s["leaked"]} for name, s in report["types"].items()}
    return {
        "documents": report["documents"],
        "PERSON strict F1": report["types"]["PERSON"]["f1"], "interval": report["intervals"]["PERSON.f1"],
        "PHONE_NUMBER strict F1": report["types"]["PHONE_NUMBER"]["f1"],
        "address and place characters uncovered": measured.uncovered(PLACES),
        "direct uncovered": measured.uncovered(DIRECT_TYPES), "types": by_type,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--model", default="small", help="a shipped model, a model directory, or none")
    parser.add_argument("--stage", choices=("dev", "test"), default="dev")
    parser.add_argument("--presidio-synth", type=Path, help="presidio-research's synth_dataset_v2 as Documents")
    parser.add_argument("--presidio", metavar="SPACY_MODEL", help="measure Presidio instead, on the English sets")
    parser.add_argument("--limit", type=int, help="the first documents of each set only: a quick look")
    parser.add_argument("--out", type=Path, help="write the figures as JSON")
    arguments = parser.parse_args()

    begun = time.monotonic()
    english = bool(arguments.presidio)
    if english:
        import spacy

        nlp = spacy.load(arguments.presidio)
        finder, name = presidio_finder(nlp), presidio_label(nlp)
    else:
        detector = deckname.load(arguments.model)
        finder, name = deckname_finder(detector), detector.model
    languages = ("en",) if english else ("en", "de", "fr", "es", "it", "nl", "pt")
    limit = arguments.limit
    rows: dict[str, Any] = {"public corpora": corpora(finder, arguments.data, english_only=english, limit=limit)}
    synthetic = f"synthetic.{arguments.stage}"
    rows[synthetic] = own(finder, arguments.data / f"{synthetic}.jsonl", languages, limit=limit)
    if arguments.stage == "test" and not english:
        rows["meddocan test (es)"] = person(finder, read(arguments.data / "meddocan.test.jsonl"))
    if arguments.stage == "test" and arguments.presidio_synth:
        rows["presidio_synth.v2"] = presidio_synth(finder, arguments.presidio_synth)
    record = {
        "finder": name, "stage": arguments.stage, "limit": limit,
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "seconds": round(time.monotonic() - begun), "figures": rows,
    }  # fmt: skip
    text = json.dumps(record, indent=1, ensure_ascii=False)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
