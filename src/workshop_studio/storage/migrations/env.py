"""How Alembic runs a migration: on the connection that the workspace already holds."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
