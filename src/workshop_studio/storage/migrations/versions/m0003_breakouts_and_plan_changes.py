"""What a run was planned like when it began, and lines of its log about groups and the plan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; a run from before has no plan of its own and reads the session's."""
    with op.batch_alter_table("runs") as runs:
        runs.add_column(sa.Column("plan", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("run_log") as log:
        log.add_column(sa.Column("item", sa.Text(), nullable=False, server_default=""))
        log.add_column(sa.Column("changes", sa.Text(), nullable=False, server_default=""))
