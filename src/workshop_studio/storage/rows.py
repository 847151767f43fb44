"""The tables. Rows never leave this package; stores map them to frozen values."""

from __future__ import annotations

from sqlalchemy import ForeignKey, LargeBinary, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Common metadata; named constraints keep migrations of different databases alike."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class CohortRow(Base):
    """A cohort."""

    __tablename__ = "cohorts"
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    created_order: Mapped[int]
    revision: Mapped[int]


class ParticipantRow(Base):
    """A person in a cohort; position keeps the order in which people came."""

    __tablename__ = "participants"
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    cohort_id: Mapped[str] = mapped_column(ForeignKey("cohorts.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    mail: Mapped[str] = mapped_column(Text)
    function: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(Text)
    manager: Mapped[str] = mapped_column(Text)
    times_alone: Mapped[int]
    team_id: Mapped[str] = mapped_column(Text)
    seat: Mapped[int]


class TeamRow(Base):
    """A table of a cohort."""

    __tablename__ = "teams"
    __table_args__ = (UniqueConstraint("code"),)
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    cohort_id: Mapped[str] = mapped_column(ForeignKey("cohorts.id"), index=True)
    letter: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)


class SessionRow(Base):
    """A planned session with a copy of its agenda."""

    __tablename__ = "sessions"
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    cohort_id: Mapped[str] = mapped_column(ForeignKey("cohorts.id"), index=True)
    pack_id: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    start_utc: Mapped[str] = mapped_column(Text)
    zone: Mapped[str] = mapped_column(Text)
    agenda: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]


class RunRow(Base):
    """A run of a session, and when the app was last alive in it."""

    __tablename__ = "runs"
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), index=True)
    created_utc: Mapped[str] = mapped_column(Text)
    created_order: Mapped[int]
    last_alive_utc: Mapped[str | None] = mapped_column(Text)
    plan: Mapped[str] = mapped_column(Text, server_default="")


class LogRow(Base):
    """One line of a run's log; only ever added."""

    __tablename__ = "run_log"
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[str] = mapped_column(Text)
    utc: Mapped[str] = mapped_column(Text)
    monotonic_s: Mapped[float]
    clock_id: Mapped[str] = mapped_column(Text)
    block_id: Mapped[str] = mapped_column(Text)
    seconds: Mapped[float]
    text: Mapped[str] = mapped_column(Text)
    is_on: Mapped[bool]
    target_seq: Mapped[int]
    item: Mapped[str] = mapped_column(Text, server_default="")
    changes: Mapped[str] = mapped_column(Text, server_default="")


class CapstoneRow(Base):
    """The head of a team's capstone."""

    __tablename__ = "capstones"
    __table_args__ = (UniqueConstraint("team_id"),)
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id"))
    title: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]


class AnswerRow(Base):
    """One field of a capstone's card."""

    __tablename__ = "capstone_answers"
    capstone_id: Mapped[str] = mapped_column(ForeignKey("capstones.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class FeedbackRow(Base):
    """Feedback on a capstone; ratings and texts as JSON by their stable names."""

    __tablename__ = "feedback"
    capstone_id: Mapped[str] = mapped_column(ForeignKey("capstones.id"), primary_key=True)
    content: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]


class LockboxRow(Base):
    """The locked journal key of a person."""

    __tablename__ = "journal_lockboxes"
    participant_id: Mapped[str] = mapped_column(ForeignKey("participants.id"), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    memory_kib: Mapped[int]
    passes: Mapped[int]
    lanes: Mapped[int]
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    failures: Mapped[int]
    locked_until_utc: Mapped[str | None] = mapped_column(Text)


class JournalRow(Base):
    """A sealed journal entry."""

    __tablename__ = "journal_entries"
    id: Mapped[str] = mapped_column(Text, primary_key=True)
    participant_id: Mapped[str] = mapped_column(ForeignKey("participants.id"), index=True)
    nonce: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    created_utc: Mapped[str] = mapped_column(Text)
    changed_utc: Mapped[str] = mapped_column(Text)


class PlayRow(Base):
    """How far a scenario was played in a session."""

    __tablename__ = "scenario_plays"
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    scenario_id: Mapped[str] = mapped_column(Text, primary_key=True)
    day: Mapped[int]
    decision_day: Mapped[int]
    decision: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]


class NoteRow(Base):
    """The facilitator's own note on a block of a session."""

    __tablename__ = "block_notes"
    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id"), primary_key=True)
    block_id: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class SettingRow(Base):
    """A setting of the workspace."""

    __tablename__ = "settings"
    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)
