"""Every string in a value of dicts and lists, redacted where it stands: what log records and JSON bodies share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from deckname import profiles
from deckname.detector import Detector, Options
from deckname.keys import Keyring
from deckname.policy import Policy
from deckname.redact import redact
from deckname.session import Session

#: All of it or an error: nobody reads warnings here.
COMPLETE = Options(fail_closed=True)
#: What a text stands under, the outermost first: names of fields, and "*" for an element of a list.
Path = tuple[str, ...]
#: The longest name of a field that is a hint at what the field holds.
_LONGEST_NAME = 100


@dataclass(frozen=True)
class ValueRedactor:
    """Redacts a text, or all texts in a value; the name of a field counts as context for what it holds.

    >>> import deckname
    >>> redactor = ValueRedactor(deckname.load("none"))
    >>> redactor.value({"ssn": 536904399, "to": ["ada@example.org", None]})
    {'ssn': '<US_SSN>', 'to': ['<EMAIL_ADDRESS>', None]}

    A number in which something is found becomes a string; names of fields are redacted like values. Everything else
    stays what it was, and a value in which nothing is found is the same object.
    """

    detector: Detector
    policy: Policy | None = None
    options: Options = COMPLETE
    keys: Keyring | None = field(default=None, repr=False)

    @classmethod
    def of(
        cls,
        detector: Detector,
        *,
        policy: Policy | None = None,
        options: Options | None = None,
        profile: str | None = None,
        keys: Keyring | None = None,
    ) -> ValueRedactor:
        """Return a redactor with a profile, by name or path, behind the options and the policy.

        Raises:
            ProfileError: there is no such profile.
        """
        options = options or COMPLETE
        if profile is not None:
            behind = profiles.load(profile)
            options, policy = behind.applied(options), policy or behind.policy
        return cls(detector, policy, options, keys)

    def text(self, text: str, *, context: tuple[str, ...] = ()) -> str:
        """Return a text without its personal data. Raises what ``Detector.detect`` raises."""
        return self.texts([text], [context])[0]

    def texts(self, texts: Sequence[str], contexts: Sequence[tuple[str, ...]]) -> list[str]:
        """Return each text without its personal data; they are one document, and its placeholders count through.

        Raises what ``Detector.detect`` and ``redact`` raise.
        """
        session = Session(self.keys)
        if self.policy is not None and self.policy.numbers:
            for text in texts:
                session.reserve(text)
        detections = self.detector.detect_batch(texts, options=self.options, contexts=contexts)
        return [
            redact(text, detection.spans, self.policy, session=session).text if detection.spans else text
            for text, detection in zip(texts, detections, strict=True)
        ]

    def value(self, value: Any, *, chosen: Callable[[Path], bool] = lambda path: True) -> Any:
        """Return a value without its personal data; ``chosen`` says which texts to look at, by where they stand.

        Raises what ``Detector.detect`` raises.
        """
        found = [(path, text) for path, text in _texts(value, ()) if chosen(path)]
        if not found:
            return value
        redacted = iter(self.texts([text for _, text in found], [_context(path) for path, _ in found]))
        return _rebuilt(value, (), chosen, redacted)


def chosen_by(pointers: Sequence[str]) -> Callable[[Path], bool]:
    """Return what chooses the texts at or under these JSON pointers (RFC 6901); ``*`` stands for any name or index.

    >>> chosen = chosen_by(["/messages/*/content"])
    >>> chosen(("messages", "0", "content")), chosen(("messages", "0", "content", "0", "text")), chosen(("model",))
    (True, True, False)
    """
    split = [tuple(_unescaped(part) for part in pointer.split("/")[1:]) for pointer in pointers]

    def chosen(path: Path) -> bool:
        return any(
            len(path) >= len(parts) and all(part in ("*", name) for part, name in zip(parts, path, strict=False))
            for parts in split
        )

    return chosen


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def _context(path: Path) -> tuple[str, ...]:
    """Return the name of the nearest field; an index names nothing."""
    names = [name for name in path if not name.isdecimal()][-1:]
    return tuple(name[:_LONGEST_NAME] for name in names)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the texts in a value: strings, numbers as they are written, and names of fields."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(name, str):
                yield path, name
            yield from _texts(inner, (*path, str(name)))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, str(index)))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, str(value)


def _rebuilt(value: Any, path: Path, chosen: Callable[[Path], bool], redacted: Iterator[str]) -> Any:
    """Return a value with its texts replaced by ``redacted``, in the order of ``_texts``."""
    if isinstance(value, Mapping):
        made: dict[Any, Any] = {}
        for name, inner in value.items():
            new = next(redacted) if isinstance(name, str) and chosen(path) else name
            made[_free(new, made)] = _rebuilt(inner, (*path, str(name)), chosen, redacted)
        same = len(made) == len(value) and all(
            old == new and value[old] is made[new] for old, new in zip(value, made, strict=True)
        )
        return value if same else made
    if isinstance(value, list | tuple):
        items = [_rebuilt(inner, (*path, str(index)), chosen, redacted) for index, inner in enumerate(value)]
        if all(old is new for old, new in zip(value, items, strict=True)):
            return value
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, str | int | float) and not isinstance(value, bool) and chosen(path):
        new = next(redacted)
        return value if new == (value if isinstance(value, str) else str(value)) else new
    return value


def _free(name: Any, made: Mapping[Any, Any]) -> Any:
    """Return a name that no field bears yet: two addresses become <EMAIL_ADDRESS> and <EMAIL_ADDRESS>_2."""
    if name not in made:
        return name
    count = 2
    while f"{name}_{count}" in made:
        count += 1
    return f"{name}_{count}"
