from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from sqlalchemy import create_engine

from workshop_studio.storage.rows import Base
from workshop_studio.storage.workspace_file import open_workspace

# Two names of one thing: which of them is written depends on the version of the library.
SAME = {"FLOAT": "REAL", "DOUBLE": "REAL"}


def description(path):
    """Return what a file says about each of its tables, without the order of constraints."""
    with closing(sqlite3.connect(path)) as connection:
        read = connection.execute
        tables = read("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: {
                "columns": [
                    (column, SAME.get(kind, kind), needed, default, key)
                    for _, column, kind, needed, default, key in read(f"PRAGMA table_info({name})")
                ],
                "references": {row[2:7] for row in read(f"PRAGMA foreign_key_list({name})")},
                "indexes": {
                    (unique, origin, tuple(c[2] for c in read(f"PRAGMA index_info({index})")))
                    for _, index, unique, origin, _ in read(f"PRAGMA index_list({name})")
                },
                "constraints": set(re.findall(r"CONSTRAINT (\w+)", sql)),
            }
            for name, sql in tables
            if name != "alembic_version"
        }


def test_migrations_and_row_classes_give_the_same_tables_types_and_constraint_names(tmp_path):
    open_workspace(tmp_path / "migrated.sqlite").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'described.sqlite'}")
    Base.metadata.create_all(engine)
    engine.dispose()
    migrated = description(tmp_path / "migrated.sqlite")
    assert migrated == description(tmp_path / "described.sqlite")
    assert migrated["teams"]["constraints"] == {
        "pk_teams", "fk_teams_cohort_id_cohorts", "uq_teams_code",
    }  # fmt: skip
