"""People: a name in all the forms a text may give it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from . import lists
from .pools import Names, Pools, Split, split_of, strip_accents, transliterate

_ENGLISH = {"us": 22, "gb": 14, "ie": 7, "nz": 4, "in": 8}
_GERMAN = {"de": 38, "at": 11, "ch": 8, "lu": 2}
_WORLD = {
    "fr": 4, "es": 5, "it": 3.5, "nl": 2.5, "pt": 2, "pl": 3, "cz": 1.5, "yu": 2, "tr": 4, "az": 0.4, "se": 1.2,
    "no": 1.5,
    "is": 0.5, "fi": 1.2, "hu": 0.8, "ro": 1.5, "lt": 0.7, "vi": 1, "id": 0.8, "ke": 1, "ng": 1.3, "pk": 2.6, "uz": 0.3,
    "ru": 2.2, "gr": 1.2, "th": 0.4, "jp": 0.8, "cn": 1.3, "kr": 0.7,
}  # fmt: skip


def origin_weights(lang: str) -> dict[str, float]:
    """Weigh the origins of names in texts of a language; a tenth of all names is invented."""
    home, away = (_GERMAN, _ENGLISH) if lang == "de" else (_ENGLISH, _GERMAN)
    share = 60 if lang == "de" else 55
    weights: dict[str, float] = {origin: weight * share / sum(home.values()) for origin, weight in home.items()}
    rest = {origin: weight / 6 for origin, weight in away.items()} | _WORLD
    weights |= {origin: weight * (90 - share) / sum(rest.values()) for origin, weight in rest.items()}
    return weights | {"rare": 10}


@cache
def _cumulative(lang: str) -> tuple[list[str], list[float]]:
    weights = origin_weights(lang)
    return list(weights), list(accumulate(weights.values()))


def pick_origin(rng: random.Random, lang: str) -> str:
    origins, cumulative = _cumulative(lang)
    return rng.choices(origins, cum_weights=cumulative)[0]


@dataclass(slots=True)
class Person:
    """One invented person; ``full`` is how this text writes the name throughout."""

    origin: str
    female: bool
    first: str
    last: str
    middle: str = ""
    suffix: str = ""
    upper_last: bool = False
    nicks: tuple[str, ...] = ()
    split: Split = "train"

    @property
    def full(self) -> str:
        last = self.last.upper() if self.upper_last else self.last
        return " ".join(part for part in (self.first, self.middle, last) if part) + self.suffix


def _first(rng: random.Random, names: Names, *, female: bool) -> str:
    return rng.choice((names.female if female else names.male) or names.female or names.male)


def person(rng: random.Random, pools: Pools, lang: str) -> Person:
    """Invent a person whose name parts all come from ``pools``."""
    origin = pick_origin(rng, lang)
    names = pools.names[origin]
    female = rng.random() < 0.5
    first = _first(rng, names, female=female)
    if origin == "rare" and rng.random() < 0.55:  # a usual first name beside a last name that nobody has
        usual = pools.names["de" if lang == "de" else "us"]
        first = _first(rng, usual, female=female)
    family = names if rng.random() > 0.1 else pools.names[pick_origin(rng, lang)]
    last = rng.choice(family.last or names.last)
    made = Person(origin, female, first, _last(rng, pools, origin, last, lang), nicks=pools.nicks, split=pools.split)
    roll = rng.random()
    if roll < (0.06 if lang == "de" else 0.02) or (origin in ("fr", "de") and roll < 0.08):
        made.first = f"{first}-{_first(rng, names, female=female)}"
    elif roll < 0.13:
        made.middle = _first(rng, names, female=female)
    elif roll < (0.24 if lang == "en" and origin in _ENGLISH else 0.15):
        made.middle = _first(rng, names, female=female)[0] + ("." if rng.random() < 0.85 else "")
        if rng.random() < 0.08:
            made.middle += f" {_first(rng, names, female=female)[0]}."
    if origin in ("us", "gb", "ie") and rng.random() < 0.03:
        made.suffix = rng.choice((" Jr.", ", Jr.", " Sr.", " III", " II", " IV", " Jr"))
    made.upper_last = rng.random() < (0.05 if origin == "fr" else 0.008)
    return _respell(rng, made, lang)


def _last(rng: random.Random, pools: Pools, origin: str, last: str, lang: str) -> str:
    """Sometimes join two last names, or put a particle before one."""
    roll = rng.random()
    others = pools.names[origin].last
    if origin in ("es", "pt") and roll < 0.4:
        return f"{last} {rng.choice(('', '', '', 'y ', 'de '))}{rng.choice(others)}"
    if roll < (0.07 if lang == "de" else 0.04) and "-" not in last:
        return f"{last}-{rng.choice(others)}"
    if origin in lists.PARTICLES and roll > 0.955 and " " not in last and "'" not in last:
        particle = rng.choice(lists.PARTICLES[origin])
        return particle + ("" if particle[-1] in "'- " or particle in ("Mc", "Mac") else " ") + last
    return last


def _respell(rng: random.Random, made: Person, lang: str) -> Person:
    roll = rng.random()
    if roll < 0.05:
        respell = transliterate
    elif roll < (0.12 if lang == "de" else 0.3):
        respell = strip_accents
    else:
        return made
    made.first, made.middle, made.last = respell(made.first), respell(made.middle), respell(made.last)
    return made


def initials(rng: random.Random, who: Person) -> str:
    letters = [part[0] for part in who.first.replace("-", " ").split()]
    if who.middle or rng.random() < 0.25:
        letters.append(who.middle[0] if who.middle else rng.choice("ABCDEFGHJKLMPRSTW"))
    form = rng.random()
    if form < 0.6:
        return " ".join(f"{letter}." for letter in letters) + f" {who.last}"
    if form < 0.72:
        return "".join(f"{letter}." for letter in letters) + f" {who.last}"
    if form < 0.82:
        return f"{letters[0]} {who.last}"
    if form < 0.9:
        return f"{who.first} {who.last.split()[-1][0]}."
    return f"{who.last} {letters[0]}." if form < 0.96 else f"{who.last}, {letters[0]}."


def nick(rng: random.Random, who: Person) -> str:
    """A short form of the first name, or a nickname from the split's list."""
    short = _short(rng, who)
    return short if short and split_of(short) == who.split else rng.choice(who.nicks)


def _short(rng: random.Random, who: Person) -> str:
    known = lists.NICKNAMES.get(who.first)
    if known:
        return rng.choice(known)
    base = who.first.replace("-", " ").split()[0]
    roll = rng.random()
    if roll < 0.35 or len(base) < 4:
        return ""
    cut = base[: rng.choice((3, 3, 4))]
    if roll < 0.7:
        return cut
    return cut.rstrip("aeiouy") + rng.choice(("i", "y", "ie", "o")) if cut.rstrip("aeiouy")[1:] else cut


def last_first(rng: random.Random, who: Person) -> str:
    last = who.last.upper() if rng.random() < 0.06 else who.last
    comma = "," if rng.random() < 0.06 else ", "
    return f"{last}{comma}{who.first}{' ' + who.middle if who.middle else ''}"


def any_form(rng: random.Random, who: Person) -> str:
    roll = rng.random()
    if roll < 0.5:
        return who.full
    if roll < 0.65:
        return who.first
    if roll < 0.78:
        return who.last
    if roll < 0.86:
        return last_first(rng, who)
    return initials(rng, who) if roll < 0.94 else nick(rng, who)
