"""Tokens and tags: CoNLL columns, and the data sets of Hugging Face's ``datasets``.

Tokens have lost their spaces; ``training.corpus.spacing`` guesses them. Tags may be BIO (also IOB1), BIOES or BILOU.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

from deckname.bio import word_labels
from deckname.words import words
from training.convert.drafts import Bad, Draft, Example, Mark
from training.corpus import spacing

_CARRIED = frozenset({"spans", "types"})


@dataclass(frozen=True, slots=True)
class Conll:
    """One token a line, its tag in the last column, an empty line between sentences; "#" and -DOCSTART- pass by."""

    name: ClassVar[str] = "conll"
    carries: ClassVar[frozenset[str]] = _CARRIED
    lang: str = "en"

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        number = 0
        with path.open(encoding="utf-8-sig") as stream:
            for sentence in _sentences(stream):
                number += 1
                place = f"sentence {number}"
                yield sentence if isinstance(sentence, Bad) else draft(place, *sentence, lang=self.lang)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        with path.open("w", encoding="utf-8") as stream:
            for each in examples:
                for token, tag in tagged(each):
                    stream.write(f"{token}\t{tag}\n")
                stream.write("\n")


def _sentences(lines: Iterable[str]) -> Iterator[tuple[list[str], list[str]] | Bad]:
    tokens: list[str] = []
    tags: list[str] = []
    wrong = 0
    for number, line in enumerate([*lines, ""], 1):
        cells = line.split()
        if not cells or cells[0] == "-DOCSTART-":
            if wrong:
                yield Bad(f"line {wrong}", "has one column; a token and its tag are needed")
            elif tokens:
                yield tokens, tags
            tokens, tags, wrong = [], [], 0
        elif line.startswith("# ") and not tokens:
            continue
        elif len(cells) < 2:
            wrong = wrong or number
        else:
            tokens.append(cells[0])
            tags.append(cells[-1])


def draft(place: str, tokens: Sequence[str], tags: Sequence[str], *, lang: str) -> Draft:
    """Return the draft that tokens and their tags make.

    >>> made = draft("sentence 1", ["Ask", "Ada", "Byron", "."], ["O", "B-PER", "E-PER", "O"], lang="en")
    >>> made.text, made.marks
    ('Ask Ada Byron.', (Mark(type='PER', start=4, end=13),))
    """
    text = ""
    ranges = []
    for token, space in zip(tokens, spacing(tokens, lang=lang), strict=True):
        text += " " * space
        ranges.append((len(text), len(text) + len(token)))
        text += token
    marks: list[Mark] = []
    open_at = -1
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        before = tags[index - 1].partition("-") if index else ("O", "", "")
        goes_on = prefix in ("I", "E", "L", "M") and open_at >= 0 and before[2] == label and before[0] not in "ESLU"
        if open_at >= 0 and not goes_on:
            marks.append(Mark(tags[open_at].partition("-")[2], ranges[open_at][0], ranges[index - 1][1]))
            open_at = -1
        if label and open_at < 0:
            open_at = index
    # The offsets follow from the tokens: the value makes sure that nothing is repaired that is not broken.
    marks = [Mark(mark.type, mark.start, mark.end, text[mark.start : mark.end]) for mark in marks]
    return Draft(place, text, tuple(marks), lang=lang)


def tagged(example: Example) -> list[tuple[str, str]]:
    """Return the tokens of a text with their BIO tags: cut at spaces, at the edges of spans, and off punctuation.

    >>> from deckname.span import Span
    >>> tagged(Example("1", "Ask (ada@example.org).", (Span(5, 20, "EMAIL_ADDRESS"),)))
    [('Ask', 'O'), ('(', 'O'), ('ada@example.org', 'B-EMAIL_ADDRESS'), (')', 'O'), ('.', 'O')]
    """
    edges = {edge for span in example.spans or () for edge in (span.start, span.end)}
    ranges: list[tuple[int, int]] = []
    for chunk in re.finditer(r"\S+", example.text):
        core = _CORE.search(example.text, chunk.start(), chunk.end())
        first, last = core.span() if core else (chunk.end(), chunk.end())
        cuts = {*range(chunk.start(), first), first, *range(last, chunk.end() + 1)}
        cuts |= {edge for edge in edges if chunk.start() < edge < chunk.end()}
        ranges += pairwise(sorted(cuts))
    spans = [(span.start, span.end, span.type) for span in example.spans or ()]
    return [
        (example.text[start:end], "O" if name == "O" else f"{'B' if begins else 'I'}-{name}")
        for (start, end), (name, begins) in zip(ranges, word_labels(ranges, spans), strict=True)
    ]


#: What stands between the first and the last letter or digit.
_CORE = re.compile(r"\w(?:\S*\w)?")


@dataclass(frozen=True, slots=True)
class HuggingFace:
    """A folder written by ``datasets.Dataset.save_to_disk``, with columns ``tokens`` and ``ner_tags``."""

    name: ClassVar[str] = "datasets"
    carries: ClassVar[frozenset[str]] = _CARRIED | {"ids"}
    lang: str = "en"

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        datasets = _datasets()
        loaded = datasets.load_from_disk(str(path))
        if hasattr(loaded, "keys"):  # a DatasetDict
            raise ValueError(f"{path} holds the splits {', '.join(loaded)}; name the folder of one")
        names = getattr(loaded.features["ner_tags"].feature, "names", None)
        for number, row in enumerate(loaded, 1):
            tags = [names[tag] if names else str(tag) for tag in row["ner_tags"]]
            if len(tags) != len(row["tokens"]):
                yield Bad(f"row {number}", "has not as many tags as tokens")
                continue
            made = draft(f"row {number}", row["tokens"], tags, lang=self.lang)
            yield Draft(made.place, made.text, made.marks, str(row.get("id", "")), self.lang)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        datasets = _datasets()
        rows = [(each.id, tagged(each)) for each in examples]
        names = ["O", *sorted({tag for _, words_ in rows for _, tag in words_ if tag != "O"})]
        features = datasets.Features(
            {
                "id": datasets.Value("string"),
                "tokens": datasets.Sequence(datasets.Value("string")),
                "ner_tags": datasets.Sequence(datasets.ClassLabel(names=names)),
            }
        )
        table = {
            "id": [id_ for id_, _ in rows],
            "tokens": [[token for token, _ in words_] for _, words_ in rows],
            "ner_tags": [[names.index(tag) for _, tag in words_] for _, words_ in rows],
        }
        datasets.Dataset.from_dict(table, features=features).save_to_disk(str(path))


def _datasets() -> Any:
    try:
        import datasets
    except ImportError as error:
        raise ValueError("this format needs the library datasets: pip install datasets") from error
    return datasets


@dataclass(frozen=True, slots=True)
class DocBin:
    """spaCy's binary training data: a blank pipeline's tokens with ``doc.ents``; the text is kept, spaces and all."""

    name: ClassVar[str] = "docbin"
    carries: ClassVar[frozenset[str]] = frozenset({"spans", "types", "whitespace", "labels", "ids"})
    lang: str = "xx"

    def read(self, path: Path) -> Iterator[Draft | Bad]:
        spacy = _spacy()
        vocabulary = spacy.blank(self.lang).vocab
        for number, doc in enumerate(spacy.tokens.DocBin().from_disk(path).get_docs(vocabulary), 1):
            marks = tuple(
                Mark(ent.label_, ent.start_char, ent.end_char, doc.text[ent.start_char : ent.end_char])
                for ent in doc.ents
            )
            labels = tuple(label for label, score in doc.cats.items() if score >= 0.5)
            yield Draft(f"document {number}", doc.text, marks, str(doc.user_data.get("id", "")), labels=labels)

    def write(self, examples: Iterable[Example], path: Path) -> None:
        spacy = _spacy()
        from spacy.tokens import Doc

        vocabulary = spacy.blank(self.lang).vocab
        made = spacy.tokens.DocBin(store_user_data=True)
        for each in examples:
            doc = _doc(Doc, vocabulary, each)
            doc.cats = dict.fromkeys(each.labels, 1.0)
            doc.user_data["id"] = each.id
            made.add(doc)
        made.to_disk(path)


def _doc(doc_class: Any, vocabulary: Any, example: Example) -> Any:
    """Return a ``Doc`` cut so that every span begins and ends at a token, whatever a tokenizer would say."""
    cuts = {0, len(example.text)}
    for start, end in words(example.text):
        cuts |= {start, end}
    for span in example.spans or ():
        cuts |= {span.start, span.end}
    edges = sorted(cuts)
    pieces = [example.text[start:end] for start, end in pairwise(edges)]
    tokens: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        if piece[0] == " " and piece.isspace() and tokens and not spaces[-1]:
            spaces[-1], piece = True, piece[1:]
        if piece:
            tokens.append(piece)
            spaces.append(False)
    doc = doc_class(vocabulary, words=tokens, spaces=spaces)
    doc.ents = [
        found
        for span in example.spans or ()
        if (found := doc.char_span(span.start, span.end, label=span.type, alignment_mode="expand"))
    ]
    return doc


def _spacy() -> Any:
    try:
        import spacy
        import spacy.tokens
    except ImportError as error:
        raise ValueError("this format needs spaCy: pip install 'spacy>=3.8,<3.9'") from error
    return spacy
