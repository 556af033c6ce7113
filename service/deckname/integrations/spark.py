"""Spark: a frame redacted where its partitions are, batch by Arrow batch.

A worker process of Spark loads the model once, and keeps it for all tasks that it is given
(``spark.python.worker.reuse``, which is on unless somebody turned it off).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckname.columns import Kind, Leaf
from deckname.files.chosen import Columns
from deckname.integrations.arrow import Redactor, becomes_text

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructField, StructType


def redact(frame: DataFrame, redactor: Redactor | None = None) -> DataFrame:
    """Return a frame without its personal data; it is lazy, like all of Spark.

    Rows stay in their partitions and in their order, so sampling, caching and writing go on as before.

        redact(spark.read.parquet("people"), Redactor(skip=("id",), as_text=("phone",))).write.parquet("redacted")

    Raises:
        ImportError: pyspark is not installed.
        InvalidRequest: there is no such column, or one cannot be looked through.
    """
    redactor = redactor or Redactor()
    return frame.mapInArrow(redactor.each, schema_of(frame, redactor))


def schema_of(frame: DataFrame, redactor: Redactor) -> StructType:
    """Return the schema of a redacted frame: columns keep their own, metadata included, unless they become text."""
    try:
        from pyspark.sql.types import StructType
    except ImportError:
        raise ImportError("Spark is not installed: pip install 'deckname[spark]'") from None
    fields = frame.schema.fields
    asked = redactor.asked(
        [leaf for column, each in enumerate(fields) for leaf in _leaves(each.dataType, (each.name,), column)]
    )
    return StructType(
        [_typed(each, _retyped(each.dataType, (each.name,), column, asked)) for column, each in enumerate(fields)]
    )


def _typed(field: StructField, type_: DataType) -> StructField:
    from pyspark.sql.types import StructField

    return StructField(field.name, type_, field.nullable, field.metadata)


def _leaves(type_: DataType, path: tuple[str, ...], column: int) -> Iterator[Leaf]:
    from pyspark.sql.types import ArrayType, MapType, StructType

    if isinstance(type_, StructType):
        for each in type_.fields:
            yield from _leaves(each.dataType, (*path, each.name), column)
    elif isinstance(type_, ArrayType):
        yield from _leaves(type_.elementType, path, column)
    elif isinstance(type_, MapType):
        yield from _leaves(type_.keyType, path, column)
        yield from _leaves(type_.valueType, path, column)
    else:
        yield _leaf(type_, path, column)


def _retyped(type_: DataType, path: tuple[str, ...], column: int, asked: Columns) -> DataType:
    from pyspark.sql.types import ArrayType, MapType, StringType, StructType

    if isinstance(type_, StructType):
        return StructType(
            [_typed(each, _retyped(each.dataType, (*path, each.name), column, asked)) for each in type_.fields]
        )
    if isinstance(type_, ArrayType):
        return ArrayType(_retyped(type_.elementType, path, column, asked), type_.containsNull)
    if isinstance(type_, MapType):
        key, value = (_retyped(each, path, column, asked) for each in (type_.keyType, type_.valueType))
        return MapType(key, value, type_.valueContainsNull)
    return StringType() if becomes_text(_leaf(type_, path, column), asked) else type_


def _leaf(type_: DataType, path: tuple[str, ...], column: int) -> Leaf:
    """Return a leaf as it is in Arrow, where Spark's batches come in."""
    from pyspark.sql.types import BinaryType, DateType, NumericType, StringType, TimestampNTZType, TimestampType

    spelled = isinstance(type_, NumericType | DateType | TimestampType | TimestampNTZType)
    kind = Kind.TEXT if isinstance(type_, StringType | BinaryType) else Kind.SPELLED if spelled else Kind.SILENT
    return Leaf(path, column, None, kind)
