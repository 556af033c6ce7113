"""The tables of the store: what is personal is in ``content``, encrypted; the rest is to count and to erase by."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

#: One review of one text.
reviews = Table(
    "review",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("received_at", BigInteger, nullable=False, index=True),  # seconds since 1970
    Column("model", String(128), nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("choices", Integer, nullable=False),
    Column("key_id", String(8), nullable=False),
    Column("content", LargeBinary, nullable=False),
)

#: How many verdicts of a kind on spans of a type (as found; for ``missed``, as it should be) a review holds.
verdicts = Table(
    "verdict",
    metadata,
    Column("review_id", String(32), ForeignKey("review.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("type", String(64), primary_key=True),
    Column("count", Integer, nullable=False),
)
