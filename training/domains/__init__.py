"""Two fields of work that the shipped model does not know: insurance claims and laboratory reports, German and English.

    python -m training.domains claims --out data/claims        # claims.jsonl and claims.test.jsonl
    python -m training.domains lab --out data/lab

Each has numbers of its own: CLAIM_NUMBER and POLICY_NUMBER, SAMPLE_ID and LAB_ORDER, beside look-alikes (invoices,
lots, versions, consignments). 300 documents each, filled from templates by hand; the test part comes from templates,
names and numbers that the training part has not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.synthetic.generate import document, fill
from training.synthetic.pools import Split, pools
from training.synthetic.templates import Piece, Template, load
from training.synthetic.values import NAMES

HERE = Path(__file__).parent
DOCUMENTS = 300
TEST_SHARE = 0.2  # of the documents, and about of the templates
Maker = Callable[[random.Random], str]


def claim(rng: random.Random) -> str:
    """Return a claim number: of the new system or of the old one."""
    if rng.random() < 0.6:
        return f"SCH-{rng.randint(2016, 2026)}-{rng.randrange(10**7):07d}"
    return f"{rng.randint(10, 26)}-{rng.randint(100, 199)}-{rng.randrange(10**5):05d}/{rng.randint(1, 9)}"


def policy(rng: random.Random) -> str:
    """Return a policy number, with its line of business in front."""
    if rng.random() < 0.5:
        line = rng.choice(("KFZ", "HR", "PHV", "WG"))
        return f"{line} {rng.randint(1, 9)}.{rng.randint(100, 999)}.{rng.randint(100, 999)}-{rng.randint(10, 99)}"
    return f"PV-{rng.randint(10, 99)} {rng.randint(1000, 9999)} {rng.randint(100, 999)}"


def sample(rng: random.Random) -> str:
    """Return the number on a tube."""
    if rng.random() < 0.6:
        return f"LB{rng.randint(20, 26)}-{rng.randint(1, 1299):04d}-{rng.randint(1, 320):03d}"
    return f"P {rng.randint(1000, 9999)} {rng.randint(1000, 9999)}"


def lab_order(rng: random.Random) -> str:
    """Return the number of a laboratory order."""
    if rng.random() < 0.5:
        return f"A-{rng.randint(10, 99)}-{rng.randint(100000, 999999)}"
    return f"{rng.choice('KLMN')}{rng.randint(10000000, 99999999)}.{rng.randint(1, 4)}"


#: Slot -> the type of its values, and what makes them.
SLOTS: dict[str, tuple[str, Maker]] = {
    "claim": ("CLAIM_NUMBER", claim),
    "policy": ("POLICY_NUMBER", policy),
    "sample": ("SAMPLE_ID", sample),
    "laborder": ("LAB_ORDER", lab_order),
}
DOMAINS = ("claims", "lab")


def generate(domain: str, *, count: int = DOCUMENTS, seed: int = 1) -> dict[str, list[dict[str, Any]]]:
    """Return the documents of a domain, in two parts that share no template."""
    templates = [
        template for lang in ("de", "en") for template in _templates(HERE / domain / f"{lang}.txt", lang, domain)
    ]
    parts = {"train": [t for i, t in enumerate(templates) if i % 5], "test": templates[::5]}
    counts = {"test": round(TEST_SHARE * count)}
    counts["train"] = count - counts["test"]
    return {part: list(_documents(parts[part], counts[part], f"{domain}:{part}:{seed}", part)) for part in parts}


def _templates(path: Path, lang: str, domain: str) -> list[Template]:
    loaded = load(path, slots=NAMES | SLOTS.keys())
    return [
        replace(each, key=f"{domain}/{lang}#{index}", lang=lang, domain=domain) for index, each in enumerate(loaded, 1)
    ]


def _documents(templates: Sequence[Template], count: int, key: str, part: str) -> Iterator[dict[str, Any]]:
    split: Split = "train" if part == "train" else "test"
    for position in range(count):
        rng = random.Random(f"{key}:{position}")
        template = templates[position % len(templates)]
        pieces: list[Piece] = []
        # A slot of ours stands as a mark that no value holds while the others are filled.
        marked = tuple(
            Piece(f"\x00{each.name}") if not isinstance(each, Piece) and each.name in SLOTS else each
            for each in template.parts
        )
        for piece in fill(replace(template, parts=marked), rng, pools(split)):
            if piece.text.startswith("\x00"):
                type_, make = SLOTS[piece.text[1:]]
                pieces.append(Piece(make(rng), type_))
            else:
                pieces.append(piece)
        made = document(pieces, name=f"{key.replace(':', '-')}-{position}", template=template)
        yield {name: made[name] for name in ("id", "lang", "text", "spans")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("domain", choices=DOMAINS)
    parser.add_argument("--out", type=Path, required=True, help="a directory")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for part, documents in generate(arguments.domain, seed=arguments.seed).items():
        name = f"{arguments.domain}.jsonl" if part == "train" else f"{arguments.domain}.{part}.jsonl"
        lines = [json.dumps(each, ensure_ascii=False) for each in documents]
        (arguments.out / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{arguments.out / name}: {len(documents)} documents")
