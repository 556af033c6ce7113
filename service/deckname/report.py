"""What a run over files did: counts by type, file and operator, for people and programs, and never a value.

The report says what was looked through and with what; a name of a file appears as it was asked for (``--hide-names``).
"""

from __future__ import annotations

import html
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from deckname.stream import Piece

Status = Literal["done", "done before", "failed", "refused"]


@dataclass(slots=True)
class FileReport:
    """One file; ``found`` counts by type and operator (nothing for a run that only looks)."""

    name: str
    status: Status = "done"
    output: str = ""
    format: str = ""
    bytes: int = 0
    values: int = 0
    characters: int = 0
    contains_pii: bool = False
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: str = ""

    def add(self, piece: Piece, done: Sequence[tuple[str, str]]) -> None:
        """Count a piece, and the types and operators of what was ``done`` to it."""
        self.values += 1
        self.characters += len(piece.text)
        self.contains_pii |= piece.contains_pii
        self.found.update(done)
        for warning in piece.warnings:
            self.note(self.warnings, f"{warning.code}: {warning.type}")

    @staticmethod
    def note(notes: list[str], text: str) -> None:
        """Keep a note once, and a hundred of them at most."""
        if text not in notes and len(notes) < 100:
            notes.append(text)

    @property
    def types(self) -> Counter[str]:
        """How many of each type were found."""
        types: Counter[str] = Counter()
        for (type_, _), count in self.found.items():
            types[type_] += count
        return types

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON has it, without what is empty."""
        whole: dict[str, Any] = {
            "name": self.name,
            "status": self.status,
            "output": self.output,
            "format": self.format,
            "bytes": self.bytes,
            "values": self.values,
            "characters": self.characters,
            "contains_pii": self.contains_pii,
            "found": _nested(self.found),
            "warnings": self.warnings,
            "notes": self.notes,
            "error": self.error,
        }
        return {name: value for name, value in whole.items() if value not in ("", [], {})}

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> FileReport:
        """Return a report that was kept as JSON."""
        found = Counter({(type_, op): n for type_, each in given.get("found", {}).items() for op, n in each.items()})
        return cls(**{"name": "", **given, "found": found})


def _nested(found: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for (type_, op), count in sorted(found.items()):
        nested.setdefault(type_, {})[op] = count
    return nested


@dataclass(slots=True)
class Report:
    """A whole run. ``settings`` are what it was done with: model, policy, types."""

    settings: dict[str, Any] = field(default_factory=dict)
    files: list[FileReport] = field(default_factory=list)
    passed_over: Counter[str] = field(default_factory=Counter)  # why -> how many files of the folders
    began: str = ""
    seconds: float = 0.0

    @property
    def found(self) -> Counter[tuple[str, str]]:
        """What was found in all files, by type and operator."""
        return sum((each.found for each in self.files), Counter())

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        return {
            "began": self.began,
            "seconds": round(self.seconds, 1),
            "settings": self.settings,
            "files": {status: sum(each.status == status for each in self.files) for status in _STATUSES},
            "passed_over": dict(self.passed_over),
            "characters": sum(each.characters for each in self.files),
            "found": _nested(self.found),
            "by_file": [each.as_json() for each in self.files],
        }

    def as_html(self) -> str:
        """Return the report as one page that needs nothing else."""
        settings = "".join(
            f"<tr><th>{_safe(name)}</th><td>{_safe(_plain(value))}</td></tr>" for name, value in self.settings.items()
        )
        most = max(self.found.values(), default=1)
        found = "".join(
            f"<tr><td>{_safe(type_)}</td><td>{_safe(op)}</td><td class=n>{count:,}</td>"
            f'<td class=w><i style="width:{max(1, 100 * count // most)}%"></i></td></tr>'
            for (type_, op), count in sorted(self.found.items(), key=lambda item: (-item[1], item[0]))
        )
        files = "".join(map(_row, self.files))
        passed = "".join(f"<li>{count:,} × {_safe(why)}</li>" for why, count in self.passed_over.items())
        failed = sum(each.status in ("failed", "refused") for each in self.files)
        verdict = (
            f"<p class=bad>{failed:,} of {len(self.files):,} files were not written.</p>"
            if failed
            else f"<p class=good>{len(self.files):,} files, all looked through.</p>"
        )
        return _PAGE.format(
            began=_safe(self.began), seconds=f"{self.seconds:,.1f}", verdict=verdict, settings=settings,
            total=f"{self.found.total():,}", characters=f"{sum(each.characters for each in self.files):,}",
            found=found or "<tr><td colspan=4>nothing</td></tr>", files=files,
            passed=f"<h2>Passed over</h2><ul>{passed}</ul>" if passed else "",
        )  # fmt: skip


_STATUSES: tuple[Status, ...] = ("done", "done before", "failed", "refused")


def _row(each: FileReport) -> str:
    types = ", ".join(f"{type_} {count:,}" for type_, count in each.types.most_common())
    remarks = "; ".join([*([each.error] if each.error else []), *each.warnings, *each.notes])
    bad = " class=bad" if each.status in ("failed", "refused") else ""
    return (
        f"<tr{bad}><td>{_safe(each.name)}</td><td>{_safe(each.output)}</td><td>{_safe(each.format)}</td>"
        f"<td>{each.status}</td><td class=n>{each.characters:,}</td><td class=n>{each.found.total():,}</td>"
        f"<td>{_safe(types)}</td><td>{_safe(remarks)}</td></tr>"
    )


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _safe(text: str) -> str:
    return html.escape(text.encode(errors="backslashreplace").decode())


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>deckname report</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; max-width: 75em; margin: 2em auto; padding: 0 1em; color: #222; }}
table {{ border-collapse: collapse; width: 100%; margin: 1em 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid #ddd; }}
td {{ overflow-wrap: anywhere; }} .n {{ text-align: right; white-space: nowrap; }} .w {{ width: 30%; }}
.w i {{ display: block; height: .8em; margin-top: .35em; background: #4577a8; }}
.bad {{ color: #a11; }} .good {{ color: #161; }}
@media (prefers-color-scheme: dark) {{
body {{ background: #181a1b; color: #ddd; }} th, td {{ border-color: #444; }}
.bad {{ color: #f88; }} .good {{ color: #8d8; }} }}
</style></head><body>
<h1>deckname report</h1>
<p>{began}, {seconds} s; {total} found in {characters} characters. Counts only: no value stands in this report.</p>
{verdict}
<h2>What was found</h2>
<table><tr><th>type</th><th>operator</th><th class=n>count</th><th></th></tr>{found}</table>
<h2>Files</h2>
<table><tr><th>file</th><th>output</th><th>format</th><th>status</th><th class=n>characters</th><th class=n>found</th>
<th>types</th><th>remarks</th></tr>{files}</table>
{passed}
<h2>Done with</h2>
<table>{settings}</table>
</body></html>
"""
