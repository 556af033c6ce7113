"""Real corpora as Documents: ``python -m training.corpus --out data/ [--mirror DIR] [--join] [names...]``.

Reads each file of ``sources.toml`` from GitHub at a pinned commit, or from ``DIR/<name>/<path>``, checks its
sha256, and writes ``<name>.train.jsonl``, ``<name>.dev.jsonl`` (and ``meddocan.test.jsonl``), one Document a line::

    {"id", "source", "lang", "text", "spans": [{"start", "end", "type"}], "unmarked": [...]}

Offsets count code points and are half-open. A type is one of ours, or alternatives ("LOCATION|ADDRESS"), or "?"
for text that the loss must ignore. What the conversion does, and what it cannot do:

- Token corpora lost their spaces. ``spacing`` guesses them from the tokens; the result reads naturally but is not
  always the original: a quote that was cut in half, a dash or a slash may stand on the wrong side of a space.
- Native labels that the guideline has no type for (products, laws, nationalities, ``-deriv``, ``-part``, events) are
  "?", and so are names without a letter, ages and dates in words, and the English adjectives of places ("British")
  that BTC calls LOC.
- Titles, possessives, punctuation, ``#`` and ``@`` are trimmed off the spans, never off the text. Titles are known
  from a list; one that is not on it ("Duchess Kate") stays inside.
- A LOCATION with a digit in it may be an ADDRESS.
- A handle in a tweet is a USERNAME whatever it was tagged as. Where the tokeniser cut "@ name" in two, "@" before a
  common word or before a place of several words is read as "at".
- germeval2014: nested entities are dropped. ECHR: only application numbers (36110/97) are ID_NUMBERs, other CODEs
  are pages and paragraphs, "?". mobie: offsets are UTF-16 in the file; stops and streets are places, train lines "?".
- meddocan: cut at line or sentence ends into pieces of about 1,200 characters; its test split is looked at last.
- german_ler is measured with, never trained on: it has no train split here.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import random
import re
import sys
import tomllib
import urllib.request
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

SOURCES = Path(__file__).with_name("sources.toml")
IGNORED = "?"
PIECE_CHARACTERS = 1200
LONGEST_JOIN = 4  # sentences


class CorpusError(Exception):
    """A file that is not what sources.toml says, or a split that does not exist."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a corpus; for ``brat`` a folder and the stems in it."""

    name: str
    url: str
    split: str
    path: str
    sha256: str
    format: str
    lang: str
    types: dict[str, str]
    unmarked: tuple[str, ...]
    join: bool = False
    glue: str = ""
    split_handles: bool = False
    stems: tuple[str, ...] = ()

    @property
    def paths(self) -> list[str]:
        """The files to fetch, in the order in which the checksum takes them."""
        if not self.stems:
            return [self.path]
        return [f"{self.path}/{stem}{end}" for stem in self.stems for end in (".txt", ".ann")]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of a text before it has become JSON."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its marks, not yet a Document: ``key`` is its id in its own corpus."""

    text: str
    marks: tuple[Mark, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Sentences that stand together, each a list of (token, native tag)."""

    sentences: list[list[tuple[str, str]]]
    key: str = ""
    whole: bool = False  # the sentences are one document, always


# --- sources -----------------------------------------------------------------------------------------------------


def sources(path: Path = SOURCES) -> dict[str, list[Source]]:
    """Return the files of every corpus, in the order in which they are written."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: [_source(name, entry, file) for file in entry["files"]] for name, entry in table.items()}


def _source(name: str, entry: dict[str, Any], file: dict[str, Any]) -> Source:
    if file["split"] == "train" and not entry.get("train", True):
        raise CorpusError(f"{name}: {file['path']} is listed for training, but the corpus says train = false")
    both = entry | file
    return Source(
        name=name,
        url=f"https://github.com/{entry['repo']}/raw/{entry['commit']}/",
        split=file["split"],
        path=file["path"],
        sha256=file["sha256"],
        format=both["format"],
        lang=both["lang"],
        types=entry["types"],
        unmarked=tuple(entry["unmarked"]),
        join=both.get("join", False),
        glue=both.get("glue", ""),
        split_handles=both.get("handles") == "split",
        stems=tuple(file.get("stems", "").split()),
    )


def fetch(source: Source, *, mirror: Path | None = None, check: bool = True) -> list[bytes]:
    """Return the contents of ``source.paths``, whose sha256 (of all together) must be the one that is listed."""
    if mirror is None:
        with ThreadPoolExecutor(8) as pool:
            contents = list(pool.map(lambda path: download(source.url + quote(path)), source.paths))
    else:
        contents = [(mirror / source.name / path).read_bytes() for path in source.paths]
    found = hashlib.sha256(b"".join(contents)).hexdigest()
    if check and found != source.sha256:
        raise CorpusError(
            f"{source.name}: {source.path} has sha256 {found}, sources.toml says {source.sha256}; "
            "fetch it anew at the pinned commit"
        )
    return contents


def download(url: str) -> bytes:
    """Return what a URL answers."""
    with urllib.request.urlopen(url, timeout=60) as response:
        return bytes(response.read())


# --- from tokens to text -----------------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLOSE = re.compile(r"[.!?…]+[\"'”)]*|[,;:]|[)\]}]+|[.,;:!?)\]]{2,}\"?|n['’]?t|['’](?:s|m|d|re|ve|ll|t)|[︀-️‍⃣]+", re.I)
_EMOTICON = re.compile(r"[:;=8][-'o^]?[)(\]\[DPp/|]+")
_CONTRACTED = _words("s t m d re ve ll sche schen scher sches")
_ELIDED = _words("l d n s c j m t qu jusqu lorsqu puisqu quoiqu aujourd")
_ENTITY_NAME = re.compile(r"gt|lt|amp|quot|[lr][ds]quo|nbsp|frac\d\d|apos")
_SPLIT_WORDS = frozenset({("gon", "na"), ("wan", "na"), ("got", "ta"), ("ca", "n't"), ("gim", "me"), ("lem", "me")})
_HANDLE = re.compile(r"(?=\w*[A-Za-z])[A-Za-z0-9_]{3,30}")
#: After "@" these are words of a sentence: "@ the mall", "@ home".
_PLACE_WORDS = _words("the my your our his her a an home work school this that new all least")


def spacing(tokens: Sequence[str], *, lang: str, glue: str = "", handles: frozenset[int] = frozenset()) -> list[bool]:
    """Say for each token whether a space stands before it; ``handles`` are the "@" that belong to a name.

    >>> spacing(["He", "said", '"', "no", '"', "."], lang="en")
    [False, True, True, False, False, False]
    """
    joined = [False] * (len(tokens) + 1)  # joined[i]: nothing between i-1 and i
    for rule in (_join_punctuation, _join_quotes, _join_apostrophes):
        rule(tokens, lang, joined)
    _join_numbers_and_words(tokens, lang, glue, joined)
    _join_symbols(tokens, lang, handles, joined)
    _join_addresses(tokens, joined)
    return [index > 0 and not joined[index] for index in range(len(tokens))]


def _at(tokens: Sequence[str], index: int) -> str:
    return tokens[index] if 0 <= index < len(tokens) else ""


def _join_punctuation(tokens: Sequence[str], lang: str, joined: list[bool]) -> None:
    depth = 0
    for index, token in enumerate(tokens):
        if token in {"(", "[", "{", "¿", "¡"}:
            joined[index + 1] = True
            depth += token in "([{"
        elif token in {":", ";"} and depth == 0 and _is_smiley(_at(tokens, index + 1), tokens[index + 2 :]):
            joined[index + 1] = True  # a smiley that was cut in two
        elif lang == "fr" and token in {":", ";", "!", "?"}:
            continue
        elif _CLOSE.fullmatch(token) and not _EMOTICON.fullmatch(token):
            joined[index] = True
            depth -= token in ")]}" and depth > 0


def _is_smiley(mouth: str, rest: Sequence[str]) -> bool:
    return mouth == ")" or (mouth == "(" and ")" not in rest)


def _join_quotes(tokens: Sequence[str], lang: str, joined: list[bool]) -> None:
    opened: set[str] = set()
    swiss = next((token for token in tokens if token in {"«", "»"}), "«") == "«"
    for index, token in enumerate(tokens):
        opens: bool
        if token in {'"', "``", "''"}:
            ends_speech = tokens.count(token) % 2 == 1 and _at(tokens, index - 1)[-1:] in tuple(".!?,…")
            ends_clause = _at(tokens, index + 1) in {",", ".", ";", ")"}
            inches = tokens.count(token) % 2 == 1 and _at(tokens, index - 1).isdigit()
            opens = token not in opened and not (index and (ends_speech or ends_clause or inches)) and token != "''"
            opened ^= {token} if opens or token in opened else set()
        elif token in {"„", "‚", "‘"} and not _is_apostrophe(tokens, index):
            opens = token != "‘" or "‚" not in opened
            opened ^= {"“" if token == "„" else "‚"} if token != "‘" or "‚" in opened else set()
        elif token in {"“", "”"}:
            closes = token == "”" or "“" in opened or (lang == "de" and not any("”" in t for t in tokens[index:]))
            opens = not closes
            opened.discard("“")
        elif token in {"«", "»"} and lang != "fr":
            opens = (token == "«") == swiss and not (index and index == len(tokens) - 1)
        else:
            continue
        joined[index + opens] = True


def _is_apostrophe(tokens: Sequence[str], index: int) -> bool:
    after = _at(tokens, index + 1).casefold()
    before = _at(tokens, index - 1)
    return (after in _CONTRACTED and before[-1:].isalnum()) or (before.casefold(), after) == ("y", "all")


def _join_apostrophes(tokens: Sequence[str], lang: str, joined: list[bool]) -> None:
    opened = False
    for index, token in enumerate(tokens):
        if token not in {"'", "’", "´", "`", "‘"}:
            continue
        before = _at(tokens, index - 1)
        elided = (lang in {"fr", "es"} or before in {"d", "D", "O"}) and before.casefold() in _ELIDED | {"o"}
        if _is_apostrophe(tokens, index) or (elided and _at(tokens, index + 1)[:1].isalnum()):
            joined[index] = joined[index + 1] = True
        elif token == "'":
            another = any(t == "'" and not _is_apostrophe(tokens, i) for i, t in enumerate(tokens) if i > index)
            opened = not opened and (another or index == 0)
            joined[index + opened] = True
        elif token == "’":
            joined[index] = True


def _join_numbers_and_words(tokens: Sequence[str], lang: str, glue: str, joined: list[bool]) -> None:
    for index in range(1, len(tokens)):
        before, token, after = tokens[index - 1], tokens[index], _at(tokens, index + 1)
        digits = before[-1:].isdigit() and after[:1].isdigit()
        words = before[-1:].isalnum() and after[:1].isalnum()
        thousands = lang == "en" and before.isdigit() and len(before) <= 3 and re.fullmatch(r"\d{3}", after) is not None
        number = (digits and token in {".", "-", "/", ":"}) or (thousands and token == ",")
        if number or (words and token in tuple(glue)):
            joined[index] = joined[index + 1] = True
        elif (before.casefold(), token.casefold()) in _SPLIT_WORDS or (
            before.casefold() in {"ca", "wo", "do", "did", "does", "is", "was", "could", "would", "should"}
            and token == "n"
            and after in {"'", "’", "´"}
        ):
            joined[index] = True
        elif before == "n" and joined[index - 1] and token in {"'", "’", "´"}:
            joined[index] = joined[index + 1] = True


def _join_symbols(tokens: Sequence[str], lang: str, handles: frozenset[int], joined: list[bool]) -> None:
    bold = False
    for index, token in enumerate(tokens):
        before, after = _at(tokens, index - 1), _at(tokens, index + 1)
        if token == after == "*":  # "* * bold * *"
            bold = not bold
            joined[index + 2 * bold] = True
        price = token in {"$", "£", "€"} and lang == "en" and after[:1].isdigit()
        if (token == "#" and after[:1].isalpha()) or price or index in handles:
            joined[index + 1] = True
        elif (token == "%" and lang == "en") or (token == "°" and before[-1:].isdigit()):
            joined[index] = True
        elif index - 2 in handles and (before == "_" or before.isdigit() or (token.isdigit() and after == ":")):
            joined[index] = True  # "@ 5 HonTour", "@ DailyNews 7 :"
        elif token == "&" and _ENTITY_NAME.fullmatch(after) and _at(tokens, index + 2) == ";":
            joined[index + 1] = joined[index + 2] = True
        elif (token == before and token in tuple("+-*=~^")) or (token == ">" and before in {"<", "-", "="}):
            joined[index] = True


def _join_addresses(tokens: Sequence[str], joined: list[bool]) -> None:
    """Join ``https : / / t . co / abc`` and ``/ u / name``, which a tokeniser took apart."""
    for index, token in enumerate(tokens):
        if re.search(r"ttps?$", token) and tokens[index + 1 : index + 4] == [":", "/", "/"]:
            end = _end_of_address(tokens, index + 4)
        elif token == "/" and _at(tokens, index + 1) in {"r", "u"} and _at(tokens, index + 2) == "/":
            end = min(index + 4, len(tokens))
            joined[index] = False
        else:
            continue
        for inside in range(index + 1, end):
            joined[inside] = True


def _end_of_address(tokens: Sequence[str], index: int) -> int:
    in_path = False
    while index < len(tokens):
        separator, after = _at(tokens, index + 1), _at(tokens, index + 2)
        if not tokens[index][:1].isalnum() or not (after[:1].isalnum() and after.isascii()):
            return index + 1
        if not (separator == "/" or (separator == "." and not in_path) or (separator in {"-", "_"} and in_path)):
            return index + 1
        in_path |= separator == "/"
        index += 2
    return index


def handles_in(tokens: Sequence[str], tags: Sequence[str]) -> frozenset[int]:
    """Return where a lone "@" begins a handle rather than meaning "at"."""
    found = set()
    for index in range(len(tokens) - 1):
        after = tokens[index + 1]
        if tokens[index] != "@" or after.casefold() in _PLACE_WORDS:
            continue
        cut = after == "_" or (after.isdigit() and _at(tokens, index - 1) == "RT")
        name = after + _at(tokens, index + 2) if cut else after
        if not _HANDLE.fullmatch(name):
            continue
        # "@ Stretford End": the name goes on, or it is a place at which somebody was.
        at = (
            not cut
            and tags[index] == "O"
            and (_at(tags, index + 2).startswith("I-") or tags[index + 1].casefold() == "b-loc")
        )
        if not at:
            found.add(index)
    return frozenset(found)


def render(sentence: Sequence[tuple[str, str]], source: Source) -> Text:
    """Return the sentence as natural text with its entities marked."""
    tokens = [token for token, _ in sentence]
    tags = [tag for _, tag in sentence]
    handles = handles_in(tokens, tags) if source.split_handles else frozenset()
    text, places = "", []
    for token, space in zip(tokens, spacing(tokens, lang=source.lang, glue=source.glue, handles=handles), strict=True):
        text += " " * space
        places.append((len(text), len(text) + len(token)))
        text += token
    marks = [
        mark
        for first, last, label in entities(tags)
        for mark in convert(source, label, text, places[first][0], places[last][1])
    ]
    return Text(text, tuple(marks))


def entities(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, label) of BIO or IO tags; an I that continues nothing begins something.

    >>> list(entities(["I-PER", "I-PER", "O", "B-LOC", "B-LOC"]))
    [(0, 1, 'PER'), (3, 3, 'LOC'), (4, 4, 'LOC')]
    """
    first = 0
    for index, tag in enumerate(tags):
        if tag == "O":
            continue
        if index == 0 or tag.startswith("B-") or tags[index - 1][2:] != tag[2:]:
            first = index
        if index + 1 == len(tags) or tags[index + 1] != f"I-{tag[2:]}":
            yield first, index, tag[2:]


# --- from native labels to ours ----------------------------------------------------------------------------------

_TITLE = re.compile(
    r"""(?:mr|mrs|ms|miss|mister|dr|drs|prof|professor|rev|hon|sir|lord\ justice|lord|lady|dame|baroness|madame
    |president|senator|sen|congressman|governor|gov|capt|captain|col|gen|lt|sgt|pope|coach
    |herr|herrn|frau|dipl\.?-?ing|präsident|präsidentin|papst|sr|sra|srta|sres|don|doña|dña|dra|doctor|doctora
    |mm|mme|mmes|mlle|maître|me|docteur|professeur|juez|juge)\b(?:\ ?\.)?\ +(?=\S*\w)""",
    re.I | re.X,
)
_ABBREVIATIONS = _words("corp bros univ str chr mass calif hosp")
_ARTICLE = re.compile(r"(?:el|la|los|las|le|les)\s+(?=\S)|[ld]['’](?=\w)")
_DATE_LEAD = re.compile(r"(?:el|la|las|los|le|les|del|du|de|au|al|en)\s+(?=\S)|l['’](?=\w)", re.I)
#: mobie calls these locations.
_DIRECTION = re.compile(r"(?:in )?(?:beiden? )?(?:fahrt|gegen)?richtung(?:en)?|\w+wärts", re.I)
_CASE_NUMBER = re.compile(r"\d{2,6}\s?/\s?\d{2,4}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+)?")
_PAIRS = {")": "(", "]": "[", "}": "{"}
#: BTC calls these LOC; the guideline leaves adjectives and inhabitants out.
_ADJECTIVES = _words(
    """afghan african american americans argentine asian australian australians austrian belgian brazilian british
    bulgarian canadian canadians chilean chinese colombian cornish croatian cuban czech danish dutch egyptian english
    european europeans filipino finnish french german germans greek hungarian icelandic indian indians indonesian
    iranian iraqi iraqis irish israeli israelis italian jamaican japanese jordanian kenyan kenyans korean kurdish
    lebanese libyan malaysian mexican moroccan nigerian nigerians norwegian pakistani palestinian palestinians
    parisian peruvian polish portuguese romanian russian russians rwandan saudi scottish serbian somali spanish
    swedish swiss syrian syrians taiwanese tasmanian tasmanians thai tunisian turkish ukrainian ukrainians victorian
    vietnamese welsh western albertans"""
)


def convert(source: Source, label: str, text: str, start: int, end: int) -> list[Mark]:
    """Return what the guideline makes of one native entity: mostly one mark, trimmed."""
    type_ = source.types.get(label, IGNORED)
    special = _SPECIAL.get((source.name, label.split("_")[0]))
    if special and type_ != IGNORED:
        return special(text, start, end)
    return [_trimmed(source, type_, text, start, end)]


def _trimmed(source: Source, type_: str, text: str, start: int, end: int) -> Mark:
    untouched = Mark(start, end, IGNORED)
    if type_ == IGNORED:
        return untouched
    kept = _trim_edges(text, start, end, type_)
    if type_ == "PERSON":
        kept = _trim_title(text, kept, source.lang)
    elif source.lang in {"fr", "es"} and type_ in {"LOCATION", "ORGANIZATION"}:
        kept = _trim_lead(_ARTICLE, text, kept)
    value = text[kept.start : kept.end]
    if (
        _DIRECTION.fullmatch(value)
        or value.startswith("http")
        or "\n" in value
        or (value and type_ == "PERSON" and not any(c.isalpha() for c in value))
    ):
        return untouched
    if type_ == "LOCATION" and source.lang == "en" and value.casefold() in _ADJECTIVES:
        return untouched
    if type_ == "LOCATION" and any(c.isdigit() for c in value):
        return replace(kept, type="LOCATION|ADDRESS")  # "Gerechtigkeitsgasse 72", but also "A 7"
    return kept


def _trim_edges(text: str, start: int, end: int, type_: str) -> Mark:
    before = -1, -1
    while start < end and before != (start, end):
        before = start, end
        first, last = text[start], text[end - 1]
        if (
            first.isspace()
            or first in "#@\"'“”„‘’‚«»*-–—/,;:.…~|<>=©\ufeff"
            or (first in "([{" and not _closed(text, start, end))
        ):
            start += 1
        elif last.isspace() or last in ",;:\"'“”„‘’«»*-–—/…~|#<>=\ufeff" or _drops_last(text, start, end, type_):
            end -= 1
        elif type_ in {"PERSON", "LOCATION"} and re.search(r"\w ?['’]s$", text[start:end], re.I):
            end -= 2
    if text[end : end + 1] == ")" and "(" in text[start:end] and ")" not in text[start:end]:
        end += 1  # "Niedernhausen (Taunus" was tagged without its last token
    return Mark(start, end, type_)


def _closed(text: str, start: int, end: int) -> bool:
    closer = {opener: closer for closer, opener in _PAIRS.items()}[text[start]]
    return closer in text[start:end]


def _drops_last(text: str, start: int, end: int, type_: str) -> bool:
    last, value = text[end - 1], text[start:end]
    if last in _PAIRS:
        return _PAIRS[last] not in value
    if last in "([{":
        return True
    if last in "!?":  # Yahoo! keeps its mark
        return type_ != "ORGANIZATION" or text[max(0, start - 1) : start] == "#"
    if last != ".":
        return False
    word = re.split(r"[\s-]", value)[-1][:-1]
    abbreviated = len(word) <= 3 and text[max(0, start - 1) : start] != "#" and not (word.isupper() and len(word) == 3)
    return not (abbreviated or "." in word.strip(".") or word.casefold().endswith(tuple(_ABBREVIATIONS)))


def _trim_lead(pattern: re.Pattern[str], text: str, mark: Mark) -> Mark:
    found = pattern.match(text, mark.start, mark.end)
    return replace(mark, start=found.end()) if found else mark


def _trim_title(text: str, mark: Mark, lang: str) -> Mark:
    trimmed = mark
    # "M." and "D." are titles in one language and initials in the others, and only in front.
    initial = {"fr": r"M ?\. *(?=\w)|M(?:me|mes|M)(?=[A-Z]\.)", "es": r"D ?\. *(?=\w\w\w)"}.get(lang)
    if initial:
        trimmed = _trim_lead(re.compile(initial), text, trimmed)
    while (shorter := _trim_lead(_TITLE, text, trimmed)) != trimmed:
        trimmed = shorter
    if re.fullmatch(r"(?:M|MM|Mme|Sr|Sra|Dr|Mr|Mrs) ?\.?", text[trimmed.start : trimmed.end]) and lang in {"fr", "es"}:
        return Mark(trimmed.end, trimmed.end, mark.type)
    return trimmed


def _birth_or_date(text: str, start: int, end: int) -> list[Mark]:
    born = "nacimiento" in text[max(0, start - 30) : start].casefold()
    dated = any(character.isdigit() for character in text[start:end])
    return [Mark(start, end, IGNORED if not dated else "DATE_OF_BIRTH" if born else "DATE_TIME")]


def _ages(text: str, start: int, end: int) -> list[Mark]:
    found = [Mark(start + m.start(), start + m.end(), "AGE") for m in _NUMBER.finditer(text[start:end])]
    return found or [Mark(start, end, IGNORED)]


def _postcode_or_place(text: str, start: int, end: int) -> list[Mark]:
    return [Mark(start, end, "ADDRESS" if text[start:end].isdigit() else "LOCATION|ADDRESS")]


def _case_number(text: str, start: int, end: int) -> list[Mark]:
    return [Mark(start, end, "ID_NUMBER" if _CASE_NUMBER.fullmatch(text[start:end]) else IGNORED)]


def _court_date(text: str, start: int, end: int) -> list[Mark]:
    if not any(character.isdigit() for character in text[start:end]):
        return [Mark(start, end, IGNORED)]
    return [_trim_lead(_DATE_LEAD, text, _trim_edges(text, start, end, "DATE_TIME|DATE_OF_BIRTH"))]


#: (corpus, first word of the native label): what the table of types in sources.toml cannot say.
_SPECIAL: dict[tuple[str, str], Callable[[str, int, int], list[Mark]]] = {
    ("meddocan", "FECHAS"): _birth_or_date,
    ("meddocan", "EDAD"): _ages,
    ("meddocan", "TERRITORIO"): _postcode_or_place,
    ("echr_fr_es_manual", "CODE"): _case_number,
    ("echr_fr_es_manual", "DATE"): _court_date,
    ("echr_fr_es_manual", "DATETIME"): _court_date,
}

_USERNAMES = (
    re.compile(r"(?<![\w@/])[@＠](?P<name>\w{2,30})"),
    re.compile(r"(?<!\w)/?u/(?P<name>[\w-]{3,30})"),
    re.compile(r"redditor\*\*: (?P<name>[\w-]{3,30})"),
)


def mark_usernames(text: Text) -> Text:
    """Mark every handle, in place of what it was tagged as."""
    found = {Mark(*match.span("name"), "USERNAME") for pattern in _USERNAMES for match in pattern.finditer(text.text)}
    found = {mark for mark in found if not text.text[mark.start : mark.end].isdigit()}
    others = [m for m in text.marks if not any(m.start < h.end and h.start < m.end for h in found)]
    return replace(text, marks=tuple(sorted([*others, *found])))


def disjoint(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Keep the longest of marks that overlap, and no empty one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start - m.end, m.start)):
        if mark.start < mark.end and not any(mark.start < other.end and other.start < mark.end for other in kept):
            kept.append(mark)
    return tuple(sorted(kept))


# --- file formats ------------------------------------------------------------------------------------------------


def _sentences(content: str, *, token: int, tag: int, comment: str = "-DOCSTART-") -> Iterator[list[tuple[str, str]]]:
    """Yield the sentences of a CoNLL-like file; a document's first line comes alone, as ``-DOCSTART-``."""
    sentence: list[tuple[str, str]] = []
    for line in [*content.lstrip("﻿").split("\n"), ""]:  # splitlines would also cut at U+2028
        line = line.rstrip("\r")
        if not line.strip() or line.startswith(("-DOCSTART-", comment)):
            if sentence:
                yield sentence
            sentence = []
            if line.startswith("-DOCSTART-"):
                yield [("-DOCSTART-", line)]
            continue
        columns = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
        if columns[token].strip():
            sentence.append((columns[token].strip(), columns[tag].strip()))


def _read_conll(source: Source, contents: list[bytes]) -> Iterator[Record]:
    record = Record([])
    for sentence in _sentences(contents[0].decode("utf-8"), token=0, tag=-1):
        if sentence[0][0] == "-DOCSTART-":
            yield record
            record = Record([])
        else:
            record.sentences.append(sentence)
    yield record


def _read_germeval(source: Source, contents: list[bytes]) -> Iterator[Record]:
    # "#" begins a line with the source of the sentence here, and a hashtag everywhere else.
    yield Record(list(_sentences(contents[0].decode("utf-8"), token=1, tag=2, comment="#\t")))


def _read_mobie_zip(source: Source, contents: list[bytes]) -> Iterator[Record]:
    content = zipfile.ZipFile(io.BytesIO(contents[0])).read("train.conll2003").decode("utf-8")
    record = Record([])
    for sentence in _sentences(content, token=0, tag=3):
        if sentence[0][0] == "-DOCSTART-":
            yield record
            key = sentence[0][1].removeprefix("-DOCSTART- -").removesuffix(" O O").removesuffix("-")
            record = Record([], key=key, whole=True)
        else:
            record.sentences.append(sentence)
    yield record


def _read_mobie(source: Source, contents: list[bytes]) -> Iterator[Text | None]:
    for line in contents[0].decode("utf-8").split("\n"):
        if not line.strip():
            continue
        native = json.loads(line)
        text, marks, fits = native["text"], list[Mark](), True
        for mention in native["conceptMentions"]:
            place = _code_points(text, mention["span"]["start"], mention["span"]["end"])
            fits &= place is not None
            marks.extend(convert(source, mention["type"], text, *place) if place else [])
        yield Text(text, tuple(marks), native["id"]) if fits else None


def _code_points(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Translate UTF-16 offsets; None if they leave the text or cut a character."""
    units = text.encode("utf-16-le")
    if not 0 <= start < end <= len(units) // 2:
        return None
    try:
        return len(units[: 2 * start].decode("utf-16-le")), len(units[: 2 * end].decode("utf-16-le"))
    except UnicodeDecodeError:
        return None


def _read_brat(source: Source, contents: list[bytes]) -> Iterator[Text | None]:
    for stem, raw, annotation in zip(source.stems, contents[::2], contents[1::2], strict=True):
        text, marks, fits = raw.decode("utf-8"), list[Mark](), True
        for line in annotation.decode("utf-8").split("\n"):
            if not line.startswith("T"):
                continue
            _, where, quoted = line.rstrip("\r").split("\t")
            label, start, end = where.split(" ")
            fits &= text[int(start) : int(end)] == quoted
            marks.extend(convert(source, label, text, int(start), int(end)))
        if fits:
            yield from pieces(Text(text, disjoint(marks), stem), limit=PIECE_CHARACTERS)
        else:
            yield None


def pieces(whole: Text, *, limit: int) -> Iterator[Text]:
    """Cut a long text at line ends, else at sentence ends, never inside a mark."""
    text, start = whole.text, 1 if whole.text.startswith("﻿") else 0
    number = 0
    while start < len(text):
        end = _cut(whole, start, start + limit)
        stop = start + len(text[start:end].rstrip())
        if stop > start:
            inside = tuple(Mark(m.start - start, m.end - start, m.type) for m in whole.marks if start <= m.start < end)
            yield Text(text[start:stop], inside, f"{whole.key}-{number}")
            number += 1
        start = end
        while start < len(text) and text[start].isspace():
            start += 1


def _cut(whole: Text, start: int, end: int) -> int:
    if end >= len(whole.text):
        return len(whole.text)
    for pattern in (r"\n", r"(?<=\w\w[.!?])\s", r"\s"):
        for match in reversed(list(re.finditer(pattern, whole.text[start:end]))):
            place = start + match.end()
            if match.end() > 1 and not any(mark.start < place < mark.end for mark in whole.marks):
                return place
    return max((mark.end for mark in whole.marks if mark.start < end < mark.end), default=end)


_Reader = Callable[[Source, list[bytes]], Iterator[Record | Text | None]]
FORMATS: dict[str, _Reader] = {
    "conll": _read_conll,
    "germeval": _read_germeval,
    "mobie-zip": _read_mobie_zip,
    "mobie": _read_mobie,
    "brat": _read_brat,
}


# --- documents ---------------------------------------------------------------------------------------------------


def documents(
    name: str,
    split: str,
    *,
    mirror: Path | None = None,
    join: bool = False,
    check: bool = True,
    skipped: Counter[str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the Documents of a split; ``skipped`` counts those whose offsets did not fit their text."""
    number = 0
    files = [source for source in sources()[name] if source.split == split]
    if not files:
        raise CorpusError(f"{name} has no {split} split in {SOURCES.name}")
    for source in files:
        chance = random.Random(f"{source.name}/{source.path}")
        for item in FORMATS[source.format](source, fetch(source, mirror=mirror, check=check)):
            if item is None:
                if skipped is not None:
                    skipped[name] += 1
                continue
            for text in [item] if isinstance(item, Text) else _texts(item, source, chance=chance, join=join):
                number += 1
                yield _document(source, text, number)


def _texts(record: Record, source: Source, *, chance: random.Random, join: bool) -> Iterator[Text]:
    rendered = [render(sentence, source) for sentence in record.sentences]
    if record.whole and rendered:
        yield replace(concatenate(rendered, chance=None), key=record.key)
    elif join and source.join:
        while rendered:
            size = chance.randint(1, LONGEST_JOIN)
            yield concatenate(rendered[:size], chance=chance)
            rendered = rendered[size:]
    elif not record.whole:
        yield from rendered


def concatenate(texts: Sequence[Text], *, chance: random.Random | None) -> Text:
    """Put texts one after the other: after a headline, and at times for variety, on a new line."""
    text, marks = "", list[Mark]()
    for part in texts:
        if text:
            headline = text[-1] not in ".!?…\"”“»«':;,"
            text += "\n" if chance and (headline or chance.random() < 0.15) else " "
        marks.extend(Mark(m.start + len(text), m.end + len(text), m.type) for m in part.marks)
        text += part.text
    return Text(text, tuple(marks))


def _document(source: Source, text: Text, number: int) -> dict[str, Any]:
    if source.name in {"wnut17", "btc", "mobie"}:
        text = mark_usernames(text)
    spans = [{"start": m.start, "end": m.end, "type": m.type} for m in disjoint(text.marks)]
    return {
        "id": f"{source.name}-{source.split}-{text.key or number}",
        "source": source.name,
        "lang": source.lang,
        "text": text.text,
        "spans": spans,
        "unmarked": list(source.unmarked),
    }


def write(name: str, split: str, out: Path, *, mirror: Path | None, join: bool) -> str:
    """Write one split and return the line of counts that is printed for it."""
    path = out / f"{name}.{split}.jsonl"
    types: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    texts = characters = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for document in documents(name, split, mirror=mirror, join=join, skipped=skipped):
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            texts += 1
            characters += len(document["text"])
            types.update(span["type"] for span in document["spans"])
    counts = ", ".join(f"{type_} {count:,}" for type_, count in types.most_common())
    return f"{path.name}: {texts:,} documents, {characters:,} characters, {skipped.total()} skipped; {counts}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the corpora that are named, or all."""
    known = sources()
    parser = argparse.ArgumentParser(
        prog="python -m training.corpus", description="Convert public corpora to Documents."
    )
    parser.add_argument("names", nargs="*", metavar="name", help=f"which of {', '.join(known)}; all if none is named")
    parser.add_argument("--out", type=Path, required=True, help="directory for <name>.train.jsonl and <name>.dev.jsonl")
    parser.add_argument("--mirror", type=Path, help="read DIR/<name>/<path> instead of downloading")
    parser.add_argument("--join", action="store_true", help=f"make documents of 1 to {LONGEST_JOIN} sentences")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(known):
        parser.error(f"unknown corpus {', '.join(sorted(unknown))}; choose from {', '.join(known)}")
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or known:
        for split in dict.fromkeys(source.split for source in known[name]):
            print(write(name, split, options.out, mirror=options.mirror, join=options.join), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
