"""Real code, documentation and translations without personal data: ``python -m training.packages --out FILE``.

Cuts the text files of the packages of ``packages.toml`` (from PyPI, or from ``--mirror DIR``) into pieces of 200 to
1,500 characters, drops every piece that may hold an identifier, and writes Documents without spans. What cannot be
ruled out that cheaply is named as unmarked: the loss leaves it open. A piece is dropped that holds

- a word with a capital that is some country's first name (``faker``), and a word that announces people ("author", "©");
- a direct identifier that our patterns find, or a word of addresses.

Prose with two capitalised words in a row ("Guido van Rossum", "Model Meta") leaves PERSON open, too.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import re
import sys
import tarfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import deckname
from deckname.detector import Detector
from training.corpus import download
from training.finetune import TYPES
from training.synthetic.pools import SPLITS, pools

PACKAGES = Path(__file__).with_name("packages.toml")
KINDS = {
    "code": (".py", ".js", ".css", ".html", ".sh", ".sql", ".c", ".ts"),
    "configuration": (".cfg", ".toml", ".yml", ".yaml", ".ini", ".json", ".conf", ".in", ".xml", ".service"),
    "prose": (".rst", ".md", ".txt"),
    "translation": (".po",),
}
LANGUAGES = ("de", "fr", "es", "it", "nl", "pt", "pt_BR", "en")  # of translations
OPEN = ("LOCATION", "ORGANIZATION", "DATE_TIME", "EMAIL_ADDRESS", "URL", "USERNAME", "PASSWORD", "SECRET",
        "IP_ADDRESS", "MAC_ADDRESS", "PERSON")  # fmt: skip
PIECE = (200, 1500)  # characters
A_FILE = 6  # pieces of a file at most
A_KIND = {"code": 260, "configuration": 500, "prose": 500, "translation": 500}  # pieces of a package at most

_PEOPLE = re.compile(
    r"author|copyright|©|\(c\)|maintain|contribut|thank|credit|written by|patch|report|signed|translat|@|"
    r"\b(?:mr|mrs|ms|dr|prof|herr|frau|street|avenue|suite|floor|str\.|straße|platz|rue|calle|via|p\.?o\. box|usa)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?<![\w.])[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?\b")
_PAIR = re.compile(rf"{_CAPITALISED.pattern} {_CAPITALISED.pattern}")


def members(archive: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and text of the text files of a source distribution."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            kind = next((kind for kind, ends in KINDS.items() if member.name.endswith(ends)), None)
            if kind is None or not member.isfile() or member.size > 400_000 or ".min." in member.name:
                continue
            if kind == "translation" and not set(member.name.split("/")) & set(LANGUAGES):
                continue
            opened = files.extractfile(member)
            if opened is not None:
                yield member.name, kind, opened.read().decode("utf-8", "ignore")


def pieces(text: str, random: random.Random) -> Iterator[str]:
    """Yield pieces of whole lines."""
    piece, wanted = "", random.randint(*PIECE)
    for line in text.splitlines(keepends=True):
        if len(line) > PIECE[1]:
            piece = ""
            continue
        piece += line
        if len(piece) >= wanted:
            yield piece.rstrip()
            piece, wanted = "", random.randint(*PIECE)


def first_names() -> frozenset[str]:
    """Return the first names that the synthetic corpus knows, of every split."""
    return frozenset(
        name
        for split in SPLITS
        for origin, names in pools(split).names.items()
        if origin != "rare"  # invented
        for group in (names.female, names.male)
        for name in group
    )


class Clean:
    """Tells pieces that hold no identifier."""

    def __init__(self) -> None:
        self.names = first_names()
        self.patterns: Detector = deckname.load("none")

    def __call__(self, piece: str) -> bool:
        """Whether nothing in the piece looks like a person's name, address or number."""
        if _PEOPLE.search(piece) or self.names.intersection(re.findall(r"[^\W\d_]+", piece)):
            return False
        return not self.patterns.detect(piece).contains_pii


def documents(archive: bytes, clean: Clean, rng: random.Random) -> Iterator[dict[str, Any]]:
    """Yield a package's clean pieces, at most A_FILE of a file."""
    for path, kind, text in members(archive):
        kept = 0
        for number, piece in enumerate(pieces(text, rng)):
            if kept == A_FILE:
                break
            if rng.random() < 0.5 or not clean(piece):
                continue
            kept += 1
            absent = {"PERSON"} if kind in ("code", "configuration") or not _PAIR.search(piece) else set()
            unmarked = [each for each in OPEN if each in TYPES and each not in absent]
            yield {
                "id": f"{path}:{number}", "source": f"packages.{kind}", "lang": "en", "text": piece,
                "spans": [], "unmarked": unmarked,
            }  # fmt: skip


def fetch(url: str, sha256: str, mirror: Path | None) -> bytes:
    """Return a file, checked.

    Raises:
        ValueError: its digest is another.
    """
    name = url.rsplit("/", 1)[1]
    data = (mirror / name).read_bytes() if mirror else download(url)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(f"{name}: its sha256 is not the one in {PACKAGES.name}")
    return data


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pieces."""
    parser = argparse.ArgumentParser(prog="python -m training.packages", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--mirror", type=Path, help="read DIR/<file name> instead of downloading")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    clean = Clean()
    with options.out.open("w", encoding="utf-8") as out:
        for entry in tomllib.loads(PACKAGES.read_text(encoding="utf-8"))["packages"]:
            name = entry["url"].rsplit("/", 1)[1].removesuffix(".tar.gz")
            rng = random.Random(f"{options.seed} {name}")
            found = list(documents(fetch(entry["url"], entry["sha256"], options.mirror), clean, rng))
            rng.shuffle(found)
            kept = [
                document
                for kind, most in A_KIND.items()
                for document in [each for each in found if each["source"] == f"packages.{kind}"][:most]
            ]
            out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in kept)
            print(f"{name}: {len(kept)} of {len(found)} pieces", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
