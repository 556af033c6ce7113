"""How often unequal values get equal surrogates: 100,000 of each kind, made by Faker with a fixed seed.

    python -m benchmarks.collisions [--kind "plates"]        writes benchmarks/results/collisions.json

``sharing`` counts the values whose surrogate another value has too. ``expected`` is what drawing each value anew would
give: of ``n`` values out of a space of ``m``, ``n * (1 - (1 - 1/m) ** (n - 1))`` share theirs, near ``n * n / m``.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from faker import Faker

from deckname.operators.surrogates.kinds import surrogate
from deckname.operators.surrogates.phones import FICTION as _FICTION

RESULTS = Path(__file__).parent / "results/collisions.json"
COUNT = 100_000
SEED = 20261124
KEY = bytes(range(32))
#: Numbers of fixed lines for fiction, by country.
FICTION = {code: sum(10**free for _, free in fixed) for code, (fixed, _) in _FICTION.items()}
LOCALES = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pt_PT", "pl_PL", "sv_SE", "ru_RU", "el_GR"]


def values(fake: Faker, rng: random.Random) -> dict[str, tuple[str, Callable[[], str], bool, int | None]]:
    """Return by kind: type, how to make a value, whether surrogates shall be distinct, and out of how many they are."""

    def digits(count: int) -> str:
        return "".join(rng.choices(string.digits, k=count))

    def letters(count: int) -> str:
        return "".join(rng.choices(string.ascii_uppercase, k=count))

    def american() -> str:
        return f"+1 {rng.randint(2, 9)}{digits(2)}-{rng.randint(2, 9)}{digits(2)}-{digits(4)}"

    english = fake["en_US"]
    rare = Faker(["en_IN", "tr_TR", "hu_HU", "ro_RO", "fi_FI", "id_ID"])
    rare.seed_instance(SEED)
    syllables = [
        f"{one}{two}{three}".capitalize() for one in "bdfghklmnprstvw" for two in "aeiou" for three in "lmnrst"
    ]
    return {
        "names in twelve languages": ("PERSON", lambda: f"{fake.first_name()} {fake.last_name()}", False, None),
        "names in English": ("PERSON", lambda: f"{english.first_name()} {english.last_name()}", False, None),
        "names of two last names": (
            "PERSON",
            lambda: f"{fake['es_ES'].first_name()} {fake['es_ES'].last_name()} {fake['es_ES'].last_name()}",
            False,
            None,
        ),
        "names that are in no list": (
            "PERSON",
            lambda: f"{rare.first_name()}{rng.choice('aeiou')}n {rare.last_name()}{rng.choice(('by', 'ow', 'ez'))}",
            False,
            None,
        ),
        "last names alone that are in no list": (
            "PERSON",
            lambda: f"{rng.choice(syllables)}{rng.choice(syllables).lower()}{rng.choice(('by', 'ow', 'ez', 'ner'))}",
            False,
            None,
        ),
        "e-mail addresses": ("EMAIL_ADDRESS", lambda: mail(fake, rng), False, None),
        "addresses": ("ADDRESS", lambda: fake["en_US"].address().replace("\n", ", "), False, None),
        "phones, +1": ("PHONE_NUMBER", american, False, FICTION["1"]),
        "phones, +1, distinct": ("PHONE_NUMBER", american, True, None),
        "phones, +49": ("PHONE_NUMBER", lambda: f"+49 711 {digits(7)}", False, FICTION["49"]),
        "phones, +48, no range": ("PHONE_NUMBER", lambda: f"+48 {rng.choice('56789')}{digits(8)}", False, None),
        "IPv4 addresses": ("IP_ADDRESS", lambda: fake.ipv4_public(), False, 762),
        "IPv4 addresses, distinct": ("IP_ADDRESS", lambda: fake.ipv4_public(), True, 2**28),
        "IPv6 addresses": ("IP_ADDRESS", lambda: fake.ipv6(), False, 2**96),
        "IBANs, German": ("IBAN_CODE", lambda: fake["de_DE"].iban(), False, 10**10),
        "cards, Visa": ("CREDIT_CARD", lambda: fake.credit_card_number("visa"), False, 10**9),
        "social security numbers": ("US_SSN", lambda: fake["en_US"].ssn(), False, 50_000_000),
        "Spanish DNIs": ("NATIONAL_ID", lambda: dni(digits(8)), False, None),
        "customer numbers": ("ID_NUMBER", lambda: f"{letters(2)}-{digits(6)}", False, None),
        "plates": ("LICENSE_PLATE", lambda: f"{letters(2)} {digits(3)} {letters(2)}", False, None),
        "birthdays": ("DATE_OF_BIRTH", lambda: f"{fake.date_of_birth():%Y-%m-%d}", False, None),
    }  # fmt: skip


def mail(fake: Faker, rng: random.Random) -> str:
    """Return an address built of names, of an initial and a name, or of a nickname and figures."""
    one = fake["en_US"]
    first, last = one.first_name().lower(), one.last_name().lower()
    local = rng.choice((f"{first}.{last}", f"{first[0]}{last}", f"{last}{rng.randint(1, 99)}", one.user_name()))
    return f"{local}@{rng.choice((one.free_email_domain(), one.domain_name()))}"


def dni(digits: str) -> str:
    """Return a number of a Spanish identity card."""
    return digits + "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23]


def distinct(make: Callable[[], str], count: int) -> Iterator[str]:
    """Yield ``count`` unequal values, or as many as there are."""
    seen: set[str] = set()
    tries = 0
    while len(seen) < count and tries < 20 * count:
        tries += 1
        if (value := make()) not in seen:
            seen.add(value)
            yield value


def measure(type_: str, made: list[str], *, wide: bool) -> dict[str, int | float]:
    """Return how many values share a surrogate, and how many stayed what they were."""
    begun = time.perf_counter()
    surrogates = [surrogate(value, type_, KEY, distinct=wide) for value in made]
    seconds = time.perf_counter() - begun
    counts = Counter(surrogates)
    return {
        "values": len(made),
        "surrogates": len(counts),
        "sharing": sum(count for count in counts.values() if count > 1),
        "share": round(sum(count for count in counts.values() if count > 1) / len(made), 6),
        "unchanged": sum(value == other or other is None for value, other in zip(made, surrogates, strict=True)),
        "microseconds": round(seconds / len(made) * 1e6, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", action="append", help="only this kind; the others stay as they were measured")
    arguments = parser.parse_args()
    fake = Faker(LOCALES)
    fake.seed_instance(SEED)
    results: dict[str, dict[str, int | float]] = json.loads(RESULTS.read_text())["kinds"] if arguments.kind else {}
    kinds = values(fake, random.Random(SEED))
    for kind, (type_, make, wide, space) in kinds.items():
        if arguments.kind and kind not in arguments.kind:
            continue
        found = measure(type_, list(distinct(make, COUNT)), wide=wide)
        if space:
            count = int(found["values"])
            found |= {"space": space, "expected": round(1 - (1 - 1 / space) ** (count - 1), 6)}
        results[kind] = found
        print(kind.ljust(34), found, flush=True)
    facts = {"seed": SEED, "count": COUNT, "kinds": {kind: results[kind] for kind in kinds}}
    RESULTS.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
