"""False alarms: what is found in text that holds no personal data but what its authors sign it with.

    python -m benchmarks.recognizers.alarms --files .venv/lib/python3.11/site-packages /usr/share/doc --logs /var/log
    python -m benchmarks.recognizers.alarms ... --model small --megabytes 1

Text: source code, licences and lists of authors, changelogs, documentation, data and settings, and machine logs, from
the directories given. Their files are put in the order of a hash of their paths below them, so that another run takes
the same; of each kind but source code at most an eighth of the whole is taken, of each file the first 50,000
characters, and nothing twice. Left out is what is no UTF-8, and packages that hold specimens of such data (SPECIMENS).

Direct identifiers are those found by default; the others are listed from a second run over all types. Spans are counted
for each 100 kB (100,000 bytes of UTF-8), by type and by kind of text.

Real people: an EMAIL_ADDRESS, PERSON or URL counts as real personal data, and apart, by these rules alone:

* its file is called AUTHORS, CONTRIBUTORS, MAINTAINERS, THANKS, CREDITS, copyright or METADATA;
* its line, up to 200 characters before and behind it, holds one of AUTHOR (author, maintainer, copyright, (c), contact,
  signed-off-by, reviewed-by and the like, contributed, credit, thanks, reported or patch by, patch from);
* a name stands beside it: an address in angle brackets right behind one, as in the headers of changelogs
  ("2024-01-05  Ada Lovelace  <ada@...>"), for both, and an address right behind two capitalised words, or below a line
  of nothing else ("Ada Lovelace, ada@...", the title page of a specification), or a key "email" below a key "name";
* for addresses alone: in a changelog it stands in angle brackets; the line before or its own says where to write
  (LETTERS: "email:", "mail me", "mailto:", "written by", "bug reports to"); mailing lists are spoken of in the 200
  characters before or right behind it, or it is the address of one by its form (LIST: at lists.*, bug-* or help-*,
  *-users, *-devel, *-announce and the like; at packages.debian.org, which sends on to who maintains a package).

Reserved domains (example.com and the like) are nobody's. Everything else counts: an address in code or in a test, one
that somebody made up for an example, numbers of telephones in licences, addresses of name servers in documentation.

``--listing`` writes where each span lies, with its type, score and rule, for somebody to look at; its text only shows
on the screen, with ``--show``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

import deckname
from benchmarks.recognizers.cases import parser, write
from deckname.detector import Detector, Options
from deckname.types import DIRECT_TYPES

LARGEST = 50_000  # characters of one file
#: Packages about such data, which hold specimens of it.
SPECIMENS = re.compile(r"(?i)(?:deckname|faker|schwifty|(?:python[_-])?stdnum|phonenumbers|presidio|scrubadub|datafog)")
SHARE = 8  # one part in so many for each kind but source code
SOURCE = "source code"
SUFFIXES = {
    SOURCE: (".py", ".pyi", ".js", ".c", ".h"),
    "documentation": (".md", ".rst", ".txt", ".html"),
    "data and settings": (".json", ".toml", ".cfg", ".css"),
}
NAMES = {
    "licences and authors": re.compile(r"(?i)(?:un)?licen[cs]e|copying|copyright|notice|authors|contributors|thanks"),
    "changelogs": re.compile(r"(?i)change|history|news"),
    "documentation": re.compile(r"METADATA$|README"),
}
PEOPLE = re.compile(r"(?i)(?:authors|contributors|maintainers|thanks|credits|copyright)(?:\.\w+)?$|METADATA$")
AUTHOR = re.compile(
    r"(?i)author|maintain|copyright|\(c\)|©|contact|contribut|credit|thank|(?:report|patch|writt?en|fix)\w* by"
    r"|patch from|(?:signed-off|(?:review|ack|test|suggest|co-develop)ed)-by|email change"
)
LETTERS = re.compile(
    r"(?i)e-?mail:|mailto:|(?:e-?mail|mail|write to) (?:me|us)\b|written by"
    r"|(?:bug|problem|security)s? reports?\b|report (?:it|bugs|problems)\b"
)
LIST = re.compile(
    r"(?i)(?:bug|help)-[\w.\-]+@|[\w.\-]+-(?:announce|bugs?|commits?|dev|devel|discuss|list|request|users?)@|\S+@(?:lists\.|packages\.debian\.org)"
)
LISTS = re.compile(r"(?i)(?:e-?mail|mailing)[ -]?lists?\b")
SIGNED = re.compile(r"(?:[^\W_]{2}[.,\"]?|\))\s{0,8}<\Z")
SIGNS = re.compile(r"[^<>\n]{0,20}\s{0,8}<[^<>\s]+@[^<>\s]+>")
#: Two capitalised words right before an address, and no other on their line if it is the one above.
NAMED = re.compile(r"(?:^|[\s(\[])[A-ZÀ-Þ][\w'.\-]* (?:[A-Z]\. )?[A-ZÀ-Þ][\w'\-]+(?:,? [(<]?|,? on )\Z")
KEYS = re.compile(r"\"name\": \"[^\"\n]+\",?\s+\"email\": \"\Z")
TITLED = re.compile(r"(?:\A|\n)[ \t]*[A-ZÀ-Þ][\w'.\-]* (?:[A-Z]\. )?[A-ZÀ-Þ][\w'\-]+[ \t]*\n[ \t]*\Z")
RESERVED = re.compile(
    r"(?i)@(?:[^@]*\.)?(?:example(?:\.\w+)?|test|invalid|localhost|local)\Z|\bexample\.(?:com|org|net)\b"
)
NEAR = 200  # characters of a line: minified files have no other
REAL = frozenset({"EMAIL_ADDRESS", "PERSON", "URL"})


@dataclass(frozen=True, slots=True)
class Text:
    """The beginning of a file: its path below the directory given, and its kind."""

    path: str
    kind: str
    text: str = field(repr=False)

    @property
    def size(self) -> int:
        """Bytes of UTF-8."""
        return len(self.text.encode("utf-8"))


def kind_of(path: PurePath, *, logs: bool = False) -> str | None:
    """Return what a file is by its name; None for what is left out.

    >>> [kind_of(PurePath(name)) for name in ("a/b.py", "x/LICENSE.txt", "changelog.Debian.gz", "a.so")]
    ['source code', 'licences and authors', 'changelogs', None]
    """
    name = path.name.removesuffix(".gz")
    if logs:
        return "machine logs" if ".log" in name else None
    suffix = PurePath(name).suffix
    if suffix not in SUFFIXES[SOURCE]:
        for kind, expression in NAMES.items():
            if expression.match(name):
                return kind
    return next((kind for kind, suffixes in SUFFIXES.items() if suffix in suffixes), None)


def files(directory: Path, *, logs: bool = False) -> Iterator[tuple[str, Path, str]]:
    """Yield path below the directory, path and kind of the files that may be taken."""
    for path in sorted(directory.rglob("*")):
        below = path.relative_to(directory)
        kind = kind_of(below, logs=logs)
        if kind is None or "__pycache__" in below.parts or SPECIMENS.match(below.parts[0]):
            continue
        if path.is_file() and not path.is_symlink():
            yield below.as_posix(), path, kind


def choose(directories: Iterable[Path], logs: Iterable[Path], *, size: int) -> list[Text]:
    """Return texts of about ``size`` bytes in all, in the order of the hash of their paths."""
    there = [file for directory in directories for file in files(directory)]
    there += [file for directory in logs for file in files(directory, logs=True)]
    there.sort(key=lambda file: (file[2] == SOURCE, hashlib.sha256(file[0].encode()).hexdigest()))
    left = dict.fromkeys({kind for _, _, kind in there}, size // SHARE)
    chosen: list[Text] = []
    seen: set[str] = set()
    total = 0
    for below, path, kind in there:
        room = size - total if kind == SOURCE else min(left[kind], size - total)
        if room <= 0 or (text := _read(path)) is None or text in seen:
            continue
        seen.add(text)
        chosen.append(Text(below, kind, text.encode("utf-8")[:room].decode("utf-8", errors="ignore")))
        left[kind] -= chosen[-1].size
        total += chosen[-1].size
    return chosen


def _read(path: Path) -> str | None:
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return data.decode("utf-8")[:LARGEST] or None
    except (OSError, UnicodeDecodeError, EOFError):  # not ours to read, or no text
        return None


@dataclass(frozen=True, slots=True)
class Alarm:
    """A span that was found where nothing should be, or the address of a real author."""

    text: Text
    start: int
    end: int
    type: str
    score: float
    rule: str

    @property
    def real(self) -> bool:
        """Whether it belongs to somebody who signs the file."""
        if self.type not in REAL:
            return False
        text = self.text.text
        before, behind = text[max(0, self.start - NEAR) : self.start], text[self.end : self.end + NEAR]
        if RESERVED.search(text[self.start : self.end]):
            return False
        if self.type == "EMAIL_ADDRESS" and self._is_somebodys(before, behind):
            return True
        if self.type == "PERSON" and SIGNS.match(behind):
            return True
        line = before.rpartition("\n")[2] + text[self.start : self.end] + behind.partition("\n")[0]
        return bool(PEOPLE.match(PurePath(self.text.path).name.removesuffix(".gz")) or AUTHOR.search(line))

    def _is_somebodys(self, before: str, behind: str) -> bool:
        """Whether an address has a name or words beside it that say whose it is, or is a mailing list's."""
        lines = "\n".join(before.split("\n")[-2:]) + "@" + behind.partition("\n")[0]
        return bool(
            (SIGNED.search(before) and behind.startswith(">"))
            or NAMED.search(before)
            or TITLED.search(before)
            or KEYS.search(before)
            or (self.text.kind == "changelogs" and before.endswith("<") and behind.startswith(">"))
            or LETTERS.search(lines)
            or LISTS.search(before + behind[:20])
            or LIST.match(self.text.text, self.start, self.end)
        )

    def as_json(self) -> dict[str, Any]:
        """Return where it is, and not what."""
        return {
            "path": self.text.path, "start": self.start, "end": self.end, "type": self.type, "score": self.score,
            "rule": self.rule, "real": self.real,
        }  # fmt: skip


def alarms(detector: Detector, texts: Sequence[Text]) -> Iterator[Alarm]:
    """Yield what is found: direct identifiers as by default, and the others where all types are asked for."""
    for text in texts:
        for options in (Options(), Options(types="all")):
            detection = detector.detect(text.text, options=options)
            for span, evidence in zip(detection.spans, detection.evidence, strict=True):
                if (span.type in DIRECT_TYPES) is (options.types is None):
                    rules = {getattr(item, "rule", "") or item.reason for item in evidence}
                    yield Alarm(text, span.start, span.end, span.type, span.score, ", ".join(sorted(rules)))


def figures(texts: Sequence[Text], found: Sequence[Alarm]) -> dict[str, Any]:
    """Return spans for each 100 kB, by type and by kind of text, and those of real people apart."""
    size: Counter[str] = Counter()
    for text in texts:
        size[text.kind] += text.size
    direct = [each for each in found if each.type in DIRECT_TYPES and not each.real]
    by_kind = Counter(each.text.kind for each in direct)

    def rates(own: Iterable[Alarm]) -> dict[str, float]:
        return {name: _rate(n, size.total()) for name, n in Counter(each.type for each in own).most_common()}

    return {
        "files": len(texts), "bytes": dict(sorted(size.items())),
        "direct identifiers for each 100 kB": _rate(len(direct), size.total()),
        "by type": rates(direct),
        "by kind of text": {kind: _rate(by_kind[kind], n) for kind, n in sorted(size.items())},
        "others, if asked for": rates(each for each in found if each.type not in DIRECT_TYPES and not each.real),
        "real people": rates(each for each in found if each.real),
    }  # fmt: skip


def _rate(number: int, size: int) -> float:
    return round(1e5 * number / max(1, size), 4)


def main() -> None:
    arguments_of = parser(__doc__)
    arguments_of.add_argument("--files", type=Path, nargs="+", required=True, metavar="DIRECTORY")
    arguments_of.add_argument("--logs", type=Path, nargs="*", default=[], metavar="DIRECTORY")
    arguments_of.add_argument("--megabytes", type=float, default=20)
    arguments_of.add_argument("--model", default="none", help="a shipped model, or a model directory")
    arguments_of.add_argument("--listing", type=Path, help="write where each span lies, as JSONL")
    arguments_of.add_argument("--name", default="alarms", help='what the figures are called in --out: "alarms before"')
    arguments = arguments_of.parse_args()
    texts = choose(arguments.files, arguments.logs, size=round(arguments.megabytes * 1e6))
    detector = deckname.load(arguments.model)
    found = list(alarms(detector, texts))
    if arguments.listing:
        arguments.listing.write_text("".join(json.dumps(each.as_json()) + "\n" for each in found), encoding="utf-8")
    for each in found if arguments.show else ():
        around = each.text.text[max(0, each.start - 40) : each.start], each.text.text[each.start : each.end]
        print(f"{each.type}  {each.score:.2f}  {each.rule}  {each.real}  {each.text.path}  {around!r}")
    name = arguments.name if arguments.model == "none" else f"{arguments.name}, {detector.model}"
    write(name, figures(texts, found), arguments.out)


if __name__ == "__main__":
    main()
