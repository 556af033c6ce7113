"""The first form of the tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "review",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("model", sa.String(128), nullable=False),
        sa.Column("whole", sa.Boolean, nullable=False),
        sa.Column("choices", sa.Integer, nullable=False),
        sa.Column("key_id", sa.String(8), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_review_received_at", "review", ["received_at"])
    op.create_table(
        "verdict",
        sa.Column("review_id", sa.String(32), sa.ForeignKey("review.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("type", sa.String(64), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("verdict")
    op.drop_index("ix_review_received_at", "review")
    op.drop_table("review")
