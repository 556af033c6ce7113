"""Named sets of types, thresholds and operators, those that ship with deckname and those of a user's own files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from deckname.caller_patterns import MAX_LENGTH, CallerPattern, compiled
from deckname.detector import Options
from deckname.errors import DecknameError
from deckname.policy import Policy
from deckname.types import DIRECT_TYPES, TYPE_NAME, TYPES, ancestors

_SHELF = Path(__file__).parent
#: In a list of types: all direct identifiers.
_DIRECT = "direct"
#: What ships with deckname.
NAMES = ("default", "hipaa-safe-harbor", "pci-dss", "gdpr", "logs")
#: More than a profile needs, and less than what would be slow to read.
_MAX_BYTES = 1_000_000


class ProfileError(DecknameError):
    """A policy or profile that is missing, or makes no sense; says where, and quotes nothing."""

    code = "unknown_profile"


class ProfilePattern(BaseModel):
    """A pattern that a profile brings along, of a type of its own; under RE2, as callers' patterns are."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    type: Annotated[str, Field(pattern=f"^{TYPE_NAME.pattern}$")]
    regex: Annotated[str, Field(min_length=1, max_length=MAX_LENGTH)]
    score: Annotated[float, Field(ge=0, le=1)] = 0.6
    context: tuple[str, ...] = ()


def _known(names: tuple[str, ...] | Literal["all"] | None) -> tuple[str, ...] | Literal["all"] | None:
    if isinstance(names, tuple):
        for name in names:
            if name != _DIRECT and name not in TYPES:
                raise PydanticCustomError("deckname", "has a name that is no type; `deckname types` lists them")
    return names


class Profile(BaseModel):
    """What to look for, from which score on, and what becomes of it, with where that comes from and what it cannot do.

    ``types`` are names, "direct" among them for all direct identifiers, "all", or none for the direct ones. ``model``
    is "none" where patterns alone shall look.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, ignored_types=(cached_property,))

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
    description: str = ""
    source: str = ""
    limits: tuple[str, ...] = ()
    types: Annotated[tuple[str, ...] | Literal["all"] | None, AfterValidator(_known)] = None
    thresholds: dict[str, Annotated[float, Field(ge=0, le=1)]] = {}
    patterns: Annotated[tuple[ProfilePattern, ...], Field(max_length=100)] = ()
    policy: Policy = Policy()
    model: Literal["none"] | None = None

    def applied(self, options: Options) -> Options:
        """Return the options of a request with this profile behind them: what the request says goes first.

        Its ``types`` replace the profile's, and so do its thresholds: one over every type all of the profile's, one
        over a parent those of the children.
        """
        thresholds: Mapping[str, float] = options.thresholds
        if options.threshold is None:
            lower = {
                name: score
                for name, score in self.thresholds.items()
                if options.thresholds.keys().isdisjoint((name, *ancestors(name)))
            }
            thresholds = lower | dict(options.thresholds)
        own = self._compiled
        return replace(
            options,
            types=options.types if options.types is not None else self.asked,
            by_profile=options.types is None,
            thresholds=thresholds,
            recognizers=(*options.recognizers, *own),
            own_types=options.own_types | {each.type for each in own},
            patterns_only=options.patterns_only or self.model == "none",
        )

    @property
    def asked(self) -> frozenset[str] | Literal["all"] | None:
        """The types as a detector's options have them."""
        if not isinstance(self.types, tuple):
            return self.types
        return frozenset(name for name in self.types if name != _DIRECT) | (
            DIRECT_TYPES if _DIRECT in self.types else frozenset()
        )

    @property
    def own_types(self) -> frozenset[str]:
        """Types beyond the vocabulary."""
        return frozenset(each.type for each in self.patterns)

    @cached_property
    def _compiled(self) -> tuple[CallerPattern, ...]:
        return tuple(
            compiled(index, each.type, each.regex, score=each.score, context=each.context)
            for index, each in enumerate(self.patterns)
        )


@lru_cache(maxsize=len(NAMES))
def shipped(name: str) -> Profile:
    """Return a profile that ships with deckname.

    >>> shipped("logs").model
    'none'

    Raises:
        ProfileError: there is none of this name.
    """
    if name not in NAMES:
        raise ProfileError(f"there is no profile of this name; there are {', '.join(NAMES)}")
    return Profile.model_validate_json((_SHELF / f"{name}.json").read_bytes())


def load(name_or_path: str | Path) -> Profile:
    """Return a profile by name, or of a JSON or YAML file.

    Raises:
        ProfileError: there is none, or it is not as it should be; the message says where.
    """
    if str(name_or_path) in NAMES:
        return shipped(str(name_or_path))
    path = Path(name_or_path)
    return _checked(_content(path), Profile, path)


def load_policy(name_or_path: str | Path) -> Policy:
    """Return a policy of a JSON or YAML file, or that of a profile, by name or file. Raises what ``load`` raises."""
    if str(name_or_path) in NAMES:
        return shipped(str(name_or_path)).policy
    path = Path(name_or_path)
    content = _content(path)
    if isinstance(content, dict) and "policy" in content:
        return _checked(content, Profile, path).policy
    return _checked(content, Policy, path)


_Model = TypeVar("_Model", bound=BaseModel)


def _checked(content: object, model: type[_Model], path: Path) -> _Model:
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    # The message names what is allowed, and the place what the file holds: a policy, and nobody's text.
    raise ProfileError(f"{path}: {place + ': ' if place else ''}{first['msg']}")


def _content(path: Path) -> object:
    problem = ""
    try:
        raw = path.read_bytes()
        if len(raw) > _MAX_BYTES:
            problem = f"has more than {_MAX_BYTES} bytes"
        elif path.suffix.lower() in (".yaml", ".yml"):
            return _yaml(raw)
        else:
            return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object)
    except FileNotFoundError:
        problem = f"there is no such file, and no profile of this name; there are {', '.join(NAMES)}"
    except OSError as error:
        problem = error.strerror or type(error).__name__
    except UnicodeDecodeError:
        problem = "is not UTF-8"
    except _Twice:
        problem = "holds a name twice in one place"
    except json.JSONDecodeError as error:
        problem = f"is not JSON (line {error.lineno}, column {error.colno}); YAML files end in .yaml"
    except (ValueError, RecursionError) as error:
        problem = f"cannot be read ({type(error).__name__})"
    raise ProfileError(f"{path}: {problem}")


class _Twice(Exception):
    """A name twice: which of the two counts would be a guess."""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _Twice
    return made


def _yaml(raw: bytes) -> object:
    import yaml  # a tenth of the time that the command line starts in

    class Loader(yaml.SafeLoader):
        """Makes strings, numbers, lists and objects, and nothing else."""

    def mapping(loader: Any, node: Any) -> dict[Any, object]:
        pairs = [(loader.construct_object(key), loader.construct_object(value, deep=True)) for key, value in node.value]
        return _object(pairs)

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    where = None
    try:
        return yaml.load(raw, Loader)  # a safe loader, with one constructor more
    except yaml.MarkedYAMLError as error:
        where = error.problem_mark
    except (yaml.YAMLError, TypeError):
        pass
    raise ValueError(f"line {where.line + 1}" if where else "no YAML")
