"""The facilitator's own notes on the blocks of a session."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of notes."""
    op.create_table(
        "block_notes",
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("block_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_block_notes_session_id_sessions"
        ),
        sa.PrimaryKeyConstraint("session_id", "block_id", name="pk_block_notes"),
    )
