"""What the value modules know of a language beside English and German; one module a language fills it in."""

from __future__ import annotations

from dataclasses import dataclass

from .lists import items


def lines(text: str) -> tuple[str, ...]:
    """Split at line ends.

    >>> lines("Bonjour. \\n\\n Merci.")
    ('Bonjour.', 'Merci.')
    """
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def named(text: str) -> dict[str, str]:
    """Read "fr France, de Allemagne".

    >>> named("fr France, gb Royaume Uni")
    {'fr': 'France', 'gb': 'Royaume Uni'}
    """
    return {part[:2]: part[3:] for part in items(text)}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language. Forms of firms and places have the fields of :func:`firms._fill`; stems follow a kind of street."""

    origins: dict[str, float]
    lands: dict[str, float]
    titles: dict[str, tuple[str, ...]]
    roles: tuple[str, ...]
    products: tuple[str, ...]
    nouns: tuple[str, ...]
    adjectives: tuple[str, ...]
    verbs: tuple[str, ...]
    sentences: tuple[str, ...]
    things: tuple[str, ...]
    industries: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    legal: tuple[str, ...]
    companies: tuple[str, ...]
    orgs: tuple[str, ...]
    matters: tuple[str, ...]
    named_firms: tuple[str, ...]
    named_streets: tuple[str, ...]
    public: tuple[str, ...]
    stems: tuple[str, ...]
    countries: dict[str, str]
    other_countries: tuple[str, ...]
    regions: tuple[str, ...]
    mail: tuple[str, ...]
    tlds: tuple[str, ...]
    prefixes: tuple[str, ...]
