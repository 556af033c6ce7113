"""A callable that redacts tables in memory: Arrow batches and tables, pandas frames; what Spark, Ray and others call.

>>> import pyarrow as pa
>>> redactor = Redactor(model="none")
>>> redactor(pa.table({"id": [7], "note": ["write to ada@lovelace.org"]})).to_pylist()
[{'id': 7, 'note': 'write to <EMAIL_ADDRESS>'}]
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ImportError:
    raise ImportError("tables need pyarrow: pip install 'deckname[tables]'") from None

import deckname
from deckname.batch.workers import Looker, unforeseen
from deckname.build import DEFAULT_MODEL
from deckname.columns import TEXT, Kind, Leaf, blanked, flat, leaves, packed, plain, retyped, shaped, technical, texts
from deckname.detector import Detection, Detector, Options
from deckname.errors import DecknameError, InvalidRequest
from deckname.files.chosen import Columns
from deckname.files.pandas_notes import pandas_metadata
from deckname.keys import Keyring
from deckname.overlap import resolve
from deckname.policy import Policy
from deckname.profiles import Profile
from deckname.profiles import load as load_profile
from deckname.redact import redact
from deckname.session import Session
from deckname.span import Span
from deckname.trim import trim

Array: TypeAlias = Any  # pyarrow ships no types
Schema: TypeAlias = Any
Rows = TypeVar("Rows")

_detectors: dict[tuple[int, str, int], Detector] = {}
_loading = threading.Lock()


def detector_of(model: str, threads: int) -> Detector:
    """Return this process's detector, which is loaded once however many redactors and tasks ask for it."""
    key = os.getpid(), model, threads  # a fork does not inherit the threads of a loaded model
    with _loading:
        if key not in _detectors:
            _detectors[key] = deckname.load(model, threads=threads)
        return _detectors[key]


def loaded() -> int:
    """Return how many detectors this process has loaded."""
    return sum(pid == os.getpid() for pid, _, _ in _detectors)


@dataclass(frozen=True, kw_only=True)
class Redactor:
    """Redacts tables; picklable, and the same rows come out whatever batches they come in.

    ``columns`` are those that are looked through (names, or paths like ``address.street``; all by default), ``skip``
    those that are not. ``types`` says of columns what all their values are. The schema of what comes out is known
    beforehand (``schema``): ``as_text`` are columns that become text; in any other column of numbers or dates, a value
    in which something is found becomes null, or zero where the schema knows no null.

    ``key_file`` is read where the work is done: keys do not travel with a job. ``threads`` are those within one
    inference; clusters run a task a core, so it is one.
    """

    policy: Policy = field(default_factory=Policy)
    options: Options = field(default_factory=lambda: Options(fail_closed=True))
    model: str = DEFAULT_MODEL
    key_file: str | None = None
    columns: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    as_text: tuple[str, ...] = ()
    threads: int = 1

    def __post_init__(self) -> None:
        if self.policy.numbers:
            raise InvalidRequest(
                "numbered placeholders count through one document, and the batches of a table are none: "
                "use pseudonym, hash or encrypt where equal values shall stay equal"
            )

    @classmethod
    def of(cls, profile: Profile | str, **given: Any) -> Redactor:
        """Return a redactor that does what a profile says, by its name or file; what is ``given`` goes first.

        >>> Redactor.of("logs", skip=("id",)).model
        'none'

        Raises:
            ProfileError: there is no such profile.
        """
        profile = load_profile(profile) if isinstance(profile, str) else profile
        given["options"] = profile.applied(given.get("options", Options(fail_closed=True)))
        own = {"policy": profile.policy} | ({"model": profile.model} if profile.model else {})
        return cls(**own | given)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in vars(self).items() if name not in ("_looker", "_keys")}

    def __call__(self, rows: Rows) -> Rows:
        """Return a record batch, a table or a pandas frame without its personal data.

        Raises:
            InvalidRequest: there is no such column, or one cannot be looked through.
            DecknameError: something else went wrong; no message holds a value.
        """
        problem: DecknameError
        try:
            made: Rows = self._redacted(rows)
            return made
        except DecknameError as error:
            problem = error
        except Exception as error:  # pyarrow quotes values in its messages, and clusters log them
            problem = unforeseen(error)
        raise problem

    def each(self, batches: Iterable[Rows]) -> Iterator[Rows]:
        """Yield every batch redacted: what ``mapInArrow`` and ``mapInPandas`` of Spark take."""
        for batch in batches:
            yield self(batch)

    def schema(self, schema: Schema) -> Schema:
        """Return the schema of what comes out for what goes in; metadata that could hold anything is dropped."""
        found = leaves(schema)
        asked = self.asked(found)
        types = [pa.string() if becomes_text(leaf, asked) else leaf.type for leaf in found]
        new = retyped(schema, iter(types))
        cast = {leaf.path[0] for leaf in found if becomes_text(leaf, asked)}
        fields = [
            each.with_metadata(technical(old, same_type=each.type == old.type) or None)
            for each, old in zip(new, schema, strict=True)
        ]
        pandas = pandas_metadata((schema.metadata or {}).get(b"pandas"), cast=cast)
        return pa.schema(fields, metadata={b"pandas": pandas} if pandas else None)

    def load(self) -> None:
        """Load the model and read the keys now, and not with the first rows."""
        self._looker, self._keys  # noqa: B018

    def asked(self, found: Sequence[Leaf]) -> Columns:
        """Return which columns are looked through. Raises ``InvalidRequest`` where one that is named is not there."""
        asked = Columns(self.columns, self.skip, tuple(self.types.items()), self.as_text)
        asked.check(found)
        return asked

    # Not fields: made where the work is done, and never pickled.

    @cached_property
    def _looker(self) -> Looker:
        return Looker(detector_of(self.model, self.threads), self.options)

    @cached_property
    def _keys(self) -> Keyring:
        keys = Keyring() if self.key_file is None else Keyring.read(Path(self.key_file))
        self.policy.check_keys(keys)
        return keys

    def _redacted(self, rows: Any) -> Any:
        if isinstance(rows, pa.RecordBatch):
            return self._batch(rows, self.schema(rows.schema))
        if isinstance(rows, pa.Table):
            schema = self.schema(rows.schema)
            return pa.Table.from_batches([self._batch(each, schema) for each in rows.to_batches()], schema)
        if type(rows).__module__.split(".")[0] == "pandas":
            return self._frame(rows)
        raise InvalidRequest("this is no Arrow batch, Arrow table or pandas frame")

    def _batch(self, rows: Any, schema: Schema) -> Any:
        rows.validate(full=True)
        found = leaves(rows.schema)
        asked = self.asked(found)
        arrays = (array for column in rows.columns for array in flat(column))
        new = iter([self._leaf(leaf, array, asked) for leaf, array in zip(found, arrays, strict=True)])
        return pa.RecordBatch.from_arrays([shaped(column, new) for column in rows.columns], schema=schema)

    def _leaf(self, leaf: Leaf, array: Array, asked: Columns) -> Array:
        if not asked.wants(leaf):
            return array
        text = texts(leaf, array)
        # A dictionary with what no cell holds: categories, in their order.
        order = texts(leaf, array.dictionary) if pa.types.is_dictionary(leaf.type) else text
        every = order.drop_null().unique() if len(order) else order
        new = pa.array(self._texts(every.to_pylist(), leaf, asked.type_of(leaf)), TEXT)
        if leaf.kind is Kind.SPELLED and not becomes_text(leaf, asked):
            hit = pc.filter(every, pc.not_equal(every, new))
            values = plain(array)
            places = pc.indices_nonzero(pc.is_in(text, value_set=hit)).to_pylist() if len(hit) else []
            return packed(blanked(values, places, nullable=leaf.nullable) if places else values, leaf.type)
        redacted = new.take(pc.index_in(text, value_set=every)) if len(every) else text
        if leaf.kind is Kind.SPELLED:
            return redacted.cast(pa.string())
        return packed(redacted, leaf.type, order=new)

    def _texts(self, values: Sequence[str], leaf: Leaf, type_: str) -> list[str]:
        found = self._looker.look(values, [leaf.context] * len(values))
        return [self._text(value, each, type_) for value, each in zip(values, found, strict=True)]

    def _text(self, value: str, detection: Detection, type_: str) -> str:
        spans = detection.spans
        if type_ and value and (whole := trim(Span(0, len(value), type_, 1.0, "format"), value)):
            spans = tuple(resolve([*spans, whole]))
        if not spans:
            return value
        return redact(value, spans, self.policy, session=Session(self._keys)).text

    def _frame(self, frame: Any) -> Any:
        """Return a frame; columns in which nothing changes stay as they are."""
        names = [str(name) for name in frame.columns]
        self.asked([leaf for column, name in enumerate(names) for leaf in _named(column, name)])
        new = frame.copy(deep=False)
        for place, name in enumerate(names):
            series = frame.iloc[:, place]
            array = _array(series, place)
            found = [replace(leaf, column=place) for leaf in leaves(pa.schema([(name, array.type)]))]
            asked = Columns(self.columns, self.skip, tuple(self.types.items()), self.as_text)
            made = iter([self._leaf(leaf, each, asked) for leaf, each in zip(found, flat(array), strict=True)])
            redacted = shaped(array, made)
            if redacted.type != array.type or not redacted.equals(array):
                new.isetitem(place, _series(redacted, series))
        return new


def _named(column: int, name: str) -> list[Leaf]:
    return [Leaf((name,), column, pa.string(), Kind.TEXT)]


def becomes_text(leaf: Leaf, asked: Columns) -> bool:
    """Whether a leaf of numbers or dates comes out as text."""
    return leaf.kind is Kind.SPELLED and asked.wants(leaf) and asked.becomes_text(leaf)


def _array(series: Any, place: int) -> Array:
    problem = False
    try:
        array = pa.array(series, from_pandas=True)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        problem = True
    if problem:  # outside the handler: the error quotes a value
        raise InvalidRequest(f"column {place + 1} holds values of more than one kind; make it text, or leave it out")
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def _series(array: Array, like: Any) -> Any:
    """Return a column of a frame; whole numbers with gaps stay whole."""
    import pandas as pd

    whole = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int32Dtype(), pa.int16(): pd.Int16Dtype()}
    made = array.to_pandas(types_mapper=whole.get if array.null_count else None)
    made.index = like.index
    same_kind = array.type == pa.string() or array.type == pa.large_string()
    return made.astype(like.dtype) if same_kind and str(like.dtype) in ("object", "str", "string") else made
