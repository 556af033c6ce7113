"""Fill templates, join and roughen them, and write the documents."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from pathlib import Path
from typing import Any

from deckname.address import joined_addresses
from deckname.span import Span

from . import noise
from .pools import Pools, Split, pools
from .templates import DIRECTORY, Piece, Slot, Template, TemplateError, load_all
from .values import NAMES, Text

#: Share of the documents that come from domains called ``negative_*``.
NEGATIVES = 1 / 3
#: Share of the documents that are two or three texts put together.
JOINED = 0.06
_GENITIVE = frozenset({"PERSON", "LOCATION"})


@dataclass(frozen=True, slots=True)
class Sampler:
    """Draws templates: domains by the root of their size, templates of a domain alike."""

    domains: tuple[tuple[Template, ...], ...]
    cumulative: tuple[float, ...]

    def draw(self, rng: random.Random) -> Template:
        return rng.choice(rng.choices(self.domains, cum_weights=self.cumulative)[0])


def sampler(templates: Sequence[Template]) -> Sampler:
    """Weigh the domains of the templates."""
    by_domain: dict[tuple[str, str], list[Template]] = {}
    for template in templates:
        by_domain.setdefault((template.lang, template.domain), []).append(template)
    if not by_domain:
        raise TemplateError("no templates to draw from; put some into training/synthetic/templates")
    roots = [sqrt(len(group)) for group in by_domain.values()]
    negative = [group[0].negative for group in by_domain.values()]
    totals = {
        flag: sum(root for root, is_negative in zip(roots, negative, strict=True) if is_negative == flag)
        for flag in (True, False)
    }
    share = {True: NEGATIVES, False: 1 - NEGATIVES} if all(totals.values()) else {True: 1.0, False: 1.0}
    weights = [root / totals[flag] * share[flag] for root, flag in zip(roots, negative, strict=True)]
    return Sampler(tuple(tuple(group) for group in by_domain.values()), tuple(accumulate(weights)))


def fill(template: Template, rng: random.Random, parts: Pools) -> list[Piece]:
    """Return a template's pieces, every slot filled."""
    text = Text(rng, parts, template.lang)
    pieces: list[Piece] = []
    line = ""
    before: list[Piece | Slot] = []
    for part in template.parts:
        before = [*before[-2:], part]
        if isinstance(part, Slot):
            made = text.fill(part)
            if len(made) == 1 and len(pieces) > 1 and _continues(before, pieces[-2].type):
                joiner, head = pieces.pop(), pieces.pop()
                made = [Piece(head.text + joiner.text + made[0].text, head.type)]
            if (
                len(made) > 1 and line and not line.strip(" \t>|*#")
            ):  # what stands before the first line stands before all
                made = [Piece(piece.text + line) if piece.text == "\n" else piece for piece in made]
        else:
            made = [part]
        pieces += made
        line = (line + "".join(piece.text for piece in made)).rsplit("\n", 1)[-1]
    return _genitives(pieces) if template.lang == "de" else pieces


_FIRST = frozenset({"first", "nick"})
_POSTCODE = frozenset({"postcode", "postcode_city"})
_TOWN = frozenset({"city", "region", "country"})
#: What stands between a date and its time of day, which are one DATE_TIME.
_AT = frozenset(
    comma + at for comma in ("", ",") for at in (" ", " at ", " um ", " à ", " a las ", " alle ", " om ", " às ")
)


def _continues(parts: Sequence[Piece | Slot], type_: str | None) -> bool:
    """Whether the last of the parts goes on with the value of ``type_`` before it, as GUIDELINE.md has it.

    First and last name of one person are one name, in either order; what follows a street or a postcode on its line is
    the rest of one address.
    """
    match parts:
        case [Slot(name="date"), Piece(text=joiner, type=None), Slot(name="time")] if joiner in _AT:
            return True
        case [Slot() as head, Piece(text=joiner, type=None), Slot() as tail] if joiner in (" ", ", "):
            same = head.number == tail.number
            known = same and head.number is not None
            names = (head.name in _FIRST and tail.name in _FIRST | {"last"} and joiner == " " and same) or (
                head.name == "last" and tail.name in _FIRST and known
            )
            after = {"street": _POSTCODE | _TOWN, "address": _POSTCODE | _TOWN, "country": frozenset()}
            address = type_ == "ADDRESS" and tail.name in after.get(head.name, _TOWN)
            return names or address
    return False


def _genitives(pieces: list[Piece]) -> list[Piece]:
    """Take a German genitive's s into the span ("Annas"), and write "Hans'" for what ends like an s."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        genitive = (
            last
            and last.type in _GENITIVE
            and not piece.type
            and piece.text[:1] == "s"
            and not piece.text[1:2].isalnum()
        )
        if last and genitive:
            if last.text[-1] in "sßxz":
                out.append(Piece("'" + piece.text[1:]))
            else:
                out[-1] = Piece(last.text + "s", last.type)
                out.append(Piece(piece.text[1:]))
        else:
            out.append(piece)
    return out


def document(pieces: Sequence[Piece], *, name: str, template: Template) -> dict[str, Any]:
    """Join the pieces, and say where the marked ones ended up."""
    spans, at = [], 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.type and piece.text:
            spans.append({"start": at, "end": end, "type": piece.type})
        at = end
    text = "".join(piece.text for piece in pieces)
    spans = _addresses_joined(spans, text)
    return {
        "id": name,
        "source": f"synthetic.{template.lang}.{template.domain}",
        "lang": template.lang,
        "text": text,
        "spans": spans,
        "unmarked": [],
        "template": template.key,
    }


def _addresses_joined(spans: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the spans with the lines of one address as one span."""
    addresses = [Span(each["start"], each["end"], "ADDRESS") for each in spans if each["type"] == "ADDRESS"]
    joined = [{"start": span.start, "end": span.end, "type": "ADDRESS"} for span in joined_addresses(addresses, text)]
    return sorted([each for each in spans if each["type"] != "ADDRESS"] + joined, key=lambda each: int(each["start"]))


def generate(count: int, *, seed: int, split: Split, directory: Path = DIRECTORY) -> Iterator[dict[str, Any]]:
    """Yield ``count`` documents; the same arguments give the same documents."""
    templates = [template for template in load_all(directory, slots=NAMES) if template.split == split]
    draws = {lang: sampler([t for t in templates if t.lang == lang]) for lang in {t.lang for t in templates}}
    everything, parts = sampler(templates), pools(split)
    for position in range(count):
        rng = random.Random(f"{seed}:{split}:{position}")
        template = everything.draw(rng)
        pieces = fill(template, rng, parts)
        if rng.random() < JOINED:
            for _ in range(rng.choice((1, 1, 2))):
                pieces.append(Piece(rng.choice(("\n\n", "\n\n", "\n\n\n", "\n\n---\n\n"))))
                pieces += fill(draws[template.lang].draw(rng), rng, parts)
        yield document(noise.roughen(pieces, rng), name=f"synthetic-{split}-{seed}-{position}", template=template)


def write(documents: Iterator[dict[str, Any]], path: Path) -> int:
    """Write documents as lines of JSON, and say how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for entry in documents:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            count += 1
    return count
