"""People: a name in all the forms a text may give it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from . import lists
from .languages import TONGUES, known
from .pools import Names, Pools, Split, split_of, strip_accents, transliterate

_ENGLISH = {"us": 22, "gb": 14, "ie": 7, "nz": 4, "in": 8}
_GERMAN = {"de": 38, "at": 11, "ch": 8, "lu": 2}
_WORLD = {
    "fr": 4, "es": 5, "it": 3.5, "nl": 2.5, "pt": 2, "pl": 3, "cz": 1.5, "yu": 2, "tr": 4, "az": 0.4, "se": 1.2,
    "no": 1.5,
    "is": 0.5, "fi": 1.2, "hu": 0.8, "ro": 1.5, "lt": 0.7, "vi": 1, "id": 0.8, "ke": 1, "ng": 1.3, "pk": 2.6, "uz": 0.3,
    "ru": 2.2, "gr": 1.2, "th": 0.4, "jp": 0.8, "cn": 1.3, "kr": 0.7,
}  # fmt: skip


_HOMES: dict[str, dict[str, float]] = {
    "en": dict(_ENGLISH),
    "de": dict(_GERMAN),
    **{lang: dict(tongue.origins) for lang, tongue in TONGUES.items()},
}


def origin_weights(lang: str) -> dict[str, float]:
    """Weigh the origins of names in texts of a language; a tenth of all names is invented."""
    home = _HOMES[known(lang)]
    share = 55 if known(lang) == "en" else 60
    weights: dict[str, float] = {origin: weight * share / sum(home.values()) for origin, weight in home.items()}
    rest = {origin: weight / 6 for origin, weight in (_ENGLISH | _GERMAN).items()} | _WORLD
    rest = {origin: weight for origin, weight in rest.items() if origin not in home}
    weights |= {origin: weight * (90 - share) / sum(rest.values()) for origin, weight in rest.items()}
    return weights | {"rare": 10}


#: Whose first names stand beside invented last names, and whom streets and firms are called after.
_NATIVE = {"en": "us", "de": "de"}


def native(lang: str) -> str:
    """Return the origin of the usual names of a language."""
    return _NATIVE.get(lang, lang if lang in TONGUES else "us")


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
    lang: str = "en"
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
        first = _first(rng, pools.names[native(lang)], female=female)
    family = names if rng.random() > 0.1 else pools.names[pick_origin(rng, lang)]
    last = rng.choice(family.last or names.last)
    made = Person(origin, female, first, _last(rng, pools, origin, last, lang), split=pools.split, lang=lang)
    made.nicks = (pools.nicks_of.get(lang) if rng.random() < 0.75 else None) or pools.nicks
    roll = rng.random()
    if origin == "es" and lang == "es" and roll < 0.2:
        made.first = f"{first} {_first(rng, names, female=female)}"
    elif roll < (0.06 if lang == "de" else 0.02) or (origin in ("fr", "de") and roll < 0.08):
        made.first = f"{first}-{_first(rng, names, female=female)}"
    elif roll < 0.13:
        made.middle = _first(rng, names, female=female)
    elif roll < (0.26 if lang == "en" and origin in _ENGLISH else 0.15):
        made.middle = _first(rng, names, female=female)[0] + ("." if rng.random() < 0.75 else "")
        if rng.random() < 0.08:
            made.middle += f" {_first(rng, names, female=female)[0]}."
    if origin in ("us", "gb", "ie") and rng.random() < 0.03:
        made.suffix = rng.choice(
            (" Jr.", ", Jr.", " Sr.", " III", " II", " IV", " Jr", ", Sr.", ", III", " Jnr", " Jnr.", " V")
        )
    if rng.random() < 0.008:
        made.first, made.middle, made.last = made.first.upper(), made.middle.upper(), made.last.upper()
    made.upper_last = rng.random() < (0.12 if lang == "fr" else 0.05 if origin == "fr" else 0.012)
    return _respell(rng, made, lang)


#: Share of the names of an origin that join two last names, in texts of its own language and of others.
_TWO_LASTS = {"es": (0.66, 0.4), "pt": (0.7, 0.4)}
_BETWEEN = {
    "es": (*[""] * 16, "y ", "de ", "de la ", "del "),
    "pt": ("", "", "da ", "dos ", "de ", "do ", "e ", "das "),
}


def _last(rng: random.Random, pools: Pools, origin: str, last: str, lang: str) -> str:
    """Sometimes join two last names, or put a particle before one."""
    roll = rng.random()
    others = pools.names[origin].last
    if origin in _TWO_LASTS and roll < _TWO_LASTS[origin][lang != origin] and len(last.split()) < 3:
        joined = f"{last} {rng.choice(_BETWEEN[origin])}{rng.choice(others)}"
        if origin == "pt" and roll < 0.12:
            joined += f" {rng.choice(_BETWEEN[origin])}{rng.choice(others)}"
        return joined
    if roll < (0.07 if lang in ("de", "fr", "nl") else 0.04) and "-" not in last:
        return f"{last}-{rng.choice(others)}"
    usual = 0.78 if origin == lang == "nl" else 0.92 if origin == lang == "it" else 0.955
    if origin in lists.PARTICLES and roll > usual and " " not in last and "'" not in last:
        particle = rng.choice(lists.PARTICLES[origin])
        made = particle + ("" if particle[-1] in "'- " or particle in ("Mc", "Mac") else " ") + last
        if roll > 0.993 and "-" not in made:  # "O'Brien-Smith"
            made += f"-{rng.choice(others).split()[-1]}"
        return made
    return last


def _respell(rng: random.Random, made: Person, lang: str) -> Person:
    roll = rng.random()
    if roll < 0.05:
        respell = transliterate
    elif roll < (0.3 if lang == "en" else 0.12 if lang == "de" else 0.15):
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
    last = who.last.upper() if rng.random() < 0.04 else who.last
    if form < 0.52:
        return " ".join(f"{letter}." for letter in letters) + f" {last}"
    if form < 0.62:
        return "".join(f"{letter}." for letter in letters) + f"{rng.choice((' ', ' ', ' ', ''))}{last}"
    if form < 0.7:
        return f"{letters[0]} {last}"
    if form < 0.74:
        return f"{''.join(letters)} {last}"
    if form < 0.86:
        return f"{who.first} {who.last.split()[-1][0]}{rng.choice(('.', '.', ''))}"
    if form < 0.9:
        return f"{who.first} {letters[-1]}{rng.choice(('.', '.', ''))} {last}"
    return f"{last} {letters[0]}." if form < 0.96 else f"{last}, {letters[0]}."


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
    """The last name first; the French and the Italians mostly write no comma then, but the name in capitals."""
    rest = f"{who.first}{' ' + who.middle if who.middle else ''}"
    if who.lang in ("fr", "it") and rng.random() < 0.5:
        return f"{who.last.upper() if rng.random() < 0.7 else who.last} {rest}"
    last = who.last.upper() if rng.random() < 0.06 else who.last
    comma = "," if rng.random() < 0.06 else ", "
    return f"{last}{comma}{rest}"


def any_form(rng: random.Random, who: Person) -> str:
    roll = rng.random()
    if roll < 0.48:
        return who.full.upper() if roll < 0.02 else who.full
    if roll < 0.5:
        return f"{who.last} {who.first}"
    if roll < 0.66:
        return who.first
    if roll < 0.78:
        return who.last
    if roll < 0.86:
        return last_first(rng, who)
    return initials(rng, who) if roll < 0.94 else nick(rng, who)
