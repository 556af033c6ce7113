"""What a recognizer itself thinks of a value, without a text around it."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

import deckname.recognizers
from benchmarks.recognizers.cases import accepted
from deckname.detector import Recognizer
from deckname.findings import CHECK_FAILED, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.text import normalise


@dataclass(frozen=True, slots=True)
class Own:
    """Whether a whole value has a form of ours, and passes its check."""

    formed: bool
    valid: bool


@dataclass(frozen=True)
class Kind:
    """A kind of value: what it is here, the words that name it, and who knows it.

    ``rules`` are the names of its identifiers; ``words_alone`` says that we know no form of this country's, and find
    what is called so; ``check`` whether a value is valid, beside the recognizers; ``ours`` matches what of a valid
    value is ours ("1.2, 3.4" of "(1.2, 3.4)").
    """

    name: str
    types: frozenset[str]
    words: str
    checked: tuple[Recognizer, ...] = field(repr=False)
    formed: tuple[Recognizer, ...] = field(repr=False)
    rules: frozenset[str] = frozenset()
    form_only: bool = False
    regions: tuple[str, ...] = ()
    options: tuple[Any, ...] = (None,)
    words_alone: bool = False
    check: Callable[[str], bool] | None = field(default=None, repr=False)
    ours: str = ""

    def covers(self, options: object) -> bool:
        """Whether vectors with such options are among those that count."""
        return options in self.options

    def is_other(self, rules: frozenset[str]) -> bool:
        """Whether identifiers of other kinds alone say that something is theirs."""
        return any(rules) and not rules & self.rules

    def part(self, value: str) -> tuple[int, int]:
        """Return where what is ours of a valid value begins and ends."""
        match = re.search(self.ours, value) if self.ours else None
        return match.span() if match else (0, len(value))

    def own(self, value: str) -> Own:
        """Return what the recognizers of this kind think of a value."""
        passage = Passage(normalise(value).text, (self.words,), regions=self.regions)
        return Own(
            formed=any(_holds(each, passage, self.types, failed=True) for each in self.formed),
            valid=any(_holds(each, passage, self.types, failed=False) for each in self.checked)
            or (self.check is not None and self.check(passage.text)),
        )


def _holds(recognizer: Recognizer, passage: Passage, types: frozenset[str], *, failed: bool) -> bool:
    try:
        found = [item for findings in recognizer.find([passage]) for item in findings.evidence]
    except Exception:  # as in the detector, which says so where the value stands in a sentence
        return False
    return any(
        (item.span.start, item.span.end) == (0, len(passage.text))
        and item.span.type in types
        and (failed or item.reason != CHECK_FAILED)
        for item in found
    )


def kinds_of(table: Mapping[str, Mapping[str, Any] | None], names: Sequence[str]) -> tuple[dict[str, Kind], list[str]]:
    """Return the kinds that are ours, by name, and the names of those that the table has and we have not.

    A table's row for "isVAT/*" holds for each locale that has no row of its own; a row that is null for none.
    """
    found: dict[str, Kind] = {}
    missing: list[str] = []
    for name in names:
        row = table[name] if name in table else table.get(f"{name.partition('/')[0]}/*")
        if row is None:
            continue
        if kind := _kind(name, row):
            found[name] = kind
        else:
            missing.append(name)
    return found, missing


def _kind(name: str, row: Mapping[str, Any]) -> Kind | None:
    types = accepted(row["types"])
    locale = re.sub(r"^.*/|,.*", "", name)
    given = {"country": locale.rpartition("-")[2].lower(), "COUNTRY": locale.rpartition("-")[2].upper()}
    for modules in (row["modules"], row.get("otherwise", [])):
        identifiers, recognizers = known([module.format_map(given) for module in modules], types, row.get("rule", ""))
        if identifiers or recognizers:
            break
    else:
        return None
    bare = [replace(each, words=(), alone=1.0) for each in identifiers]
    region = row.get("region", "").format_map(given)
    return Kind(
        name, types, row["words"],
        checked=(Identifiers(bare), *recognizers),
        formed=(Identifiers([replace(each, valid=None) for each in bare]), *recognizers),
        rules=frozenset(each.name for each in identifiers),
        form_only=row.get("form_only", False),
        regions=(region,) if region else (),
        options=tuple(row.get("options", [None])),
        words_alone=not identifiers and "otherwise" in row,
        check=_function(row["check"]) if "check" in row else None,
        ours=row.get("ours", ""),
    )  # fmt: skip


def _function(name: str) -> Callable[[str], bool]:
    """Return a function of ``deckname.recognizers`` by its name: "email.is_email"."""
    module, _, function = name.rpartition(".")
    found: Callable[[str], bool] = getattr(import_module(f"{deckname.recognizers.__name__}.{module}"), function)
    return found


def known(modules: Iterable[str], types: frozenset[str], rule: str = "") -> tuple[list[Identifier], list[Recognizer]]:
    """Return the identifiers and other recognizers of some types in modules of ``deckname.recognizers``.

    >>> [identifier.type for identifier in known(["us"], frozenset({"US_SSN"}))[0]][:1]
    ['US_SSN']
    """
    identifiers: list[Identifier] = []
    recognizers: list[Recognizer] = []
    for name in _names(modules):
        module = import_module(f"deckname.recognizers.{name}")
        identifiers += [
            each for each in getattr(module, "IDENTIFIERS", ()) if each.type in types and re.search(rule, each.name)
        ]
        recognizers += [each for each in getattr(module, "RECOGNIZERS", ()) if getattr(each, "type", "") in types]
    return identifiers, recognizers


def _names(modules: Iterable[str]) -> list[str]:
    """Return the modules of that name and those below them, which are there; "in" may be called "in_"."""
    prefix = f"{deckname.recognizers.__name__}."
    there = [m.name.removeprefix(prefix) for m in pkgutil.walk_packages(deckname.recognizers.__path__, prefix=prefix)]
    wanted = tuple(modules)
    return [name for name in there if any(re.match(rf"{re.escape(module)}_?(\.|$)", name) for module in wanted)]
