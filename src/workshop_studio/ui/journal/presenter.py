"""A participant's journal at the station: a name, a passphrase, a page; no Qt.

What is written here goes to `JournalService` and to the page, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.domain.journal import IDLE_S, JournalDoor, find_writers, quiet_s
from workshop_studio.ui.journal.book import OpenBook, WritingView
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.journal import JournalEntry, Writer
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.vault import JournalKey
    from workshop_studio.services.studio import Studio

# How often the service of an open journal hears that somebody is there, and how often what
# could not be written is tried again.
_NOTED_S = 5.0
_RETRY_S = 4.0
WAITS = (
    "The last words of a journal could not be saved yet. They are kept sealed, nobody can read "
    "them, and saving is tried again every few seconds. Leave the app open."
)


class JournalView(WritingView, Protocol):
    """What the page can be told and asked."""

    def show_names(self, writers: tuple[Writer, ...]) -> None: ...  # noqa: D102
    def show_passphrase(self, name: str, *, is_new: bool) -> None: ...  # noqa: D102
    def say_refused(self, text: str) -> None: ...  # noqa: D102
    def show_journal(self, name: str, prompts: tuple[str, ...]) -> None: ...  # noqa: D102
    def blank(self) -> None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class JournalExits:
    """Whom the presenter tells when its page is wanted, and when it is gone again.

    closed: with a sentence when it was not the person who closed. say_at_door: what went wrong
    when nobody's page is open; "" when it is right again.
    """

    opened: Callable[[], None]
    closed: Callable[[str], None]
    say_at_door: Callable[[str], None]


class JournalPresenter:
    """Holds the key while a journal is open, and lets go of it after five quiet minutes."""

    def __init__(self, studio: Studio, lane: Lane, view: JournalView, exits: JournalExits) -> None:
        self._studio, self._journals, self._clock = studio, studio.journals, studio.clock
        self._lane, self._view, self._exits = lane, view, exits
        self._door = JournalDoor()
        self._writer: Writer | None = None
        self._is_new = self._is_busy = self._is_inside = False
        self._book: OpenBook | None = None
        self._last_active = self._last_noted = self._last_tried = self._clock.now()

    # --- getting in ------------------------------------------------------------------------------

    def open(self) -> None:
        """Show whose journals may be written here."""
        self._lane.submit(self._journals.door, self._show_names, self._not_opened)

    def find(self, typed: str) -> None:
        """Show the names that begin with what was typed."""
        if self.active() and self._writer is None:
            self._view.show_names(find_writers(self._door.writers, typed))

    def choose(self, writer_id: str) -> None:
        """Ask for the passphrase of one person, or for a first one."""
        writer = next((w for w in self._door.writers if w.id == writer_id), None)
        if not self.active() or writer is None:
            return
        self._writer = writer

        def known(has_journal: bool) -> None:  # noqa: FBT001 - an answer of the lane
            if self._writer is writer and self._book is None:
                self._is_new = not has_journal
                self._view.show_passphrase(writer.name, is_new=self._is_new)

        self._lane.submit(lambda: self._journals.has_journal(writer.id), known, self._not_asked)

    def enter(self, passphrase: str, again: str) -> None:
        """Open the chosen journal, or begin it when the passphrase was typed twice the same."""
        writer = self._writer
        if not self.active() or writer is None or self._is_busy:
            return
        if self._is_new and passphrase != again:
            self._view.say_refused("The two are not the same. Type both again.")
            return
        step = self._journals.begin if self._is_new else self._journals.open
        self._is_busy = True
        self._lane.submit(lambda: step(writer.id, passphrase), self._unlocked, self._refused)

    def back(self) -> None:
        """Go back from the passphrase to the names."""
        if self.active():
            self._writer = None
            self._view.show_names(self._door.writers)

    def leave(self) -> None:
        """Go back to the door without having opened anything."""
        self._go("")

    def _show_names(self, door: JournalDoor) -> None:
        self._door, self._writer, self._is_inside = door, None, True
        self._last_active = self._clock.now()
        self._view.show_names(door.writers)
        self._exits.opened()

    def _unlocked(self, key: JournalKey) -> None:
        self._is_busy = False
        if self._writer is None or self._writer.id != key.participant_id:
            # The person went away while the passphrase was being tried.
            self._lane.submit(lambda: self._journals.close(key))
            return
        self._last_active = self._last_noted = self._clock.now()
        self._book = OpenBook(
            self._studio, self._lane, self._view, key, self._door.prompts, self._expire
        )
        self._lane.submit(lambda: self._journals.entries(key), self._show_journal, self._unreadable)

    def _refused(self, error: WorkshopError) -> None:
        self._is_busy = False
        writer = self._writer
        if writer is None:
            return
        if isinstance(error, RuleBroken) and error.code == "journal-exists":
            self._is_new = False
            self._view.show_passphrase(writer.name, is_new=False)
        self._view.say_refused(words(error))

    def _unreadable(self, error: WorkshopError) -> None:
        # Without its entries the journal is not shown; the key must not stay behind.
        self._lock(words(error))

    def _not_asked(self, error: WorkshopError) -> None:
        self._go("")
        self._exits.say_at_door(words(error))

    def _not_opened(self, error: WorkshopError) -> None:
        self._exits.say_at_door(words(error))

    # --- writing ---------------------------------------------------------------------------------

    def new_entry(self) -> None:
        """Begin an empty page."""
        if self.active() and self._book is not None:
            self._book.new_entry()

    def choose_entry(self, entry_id: str) -> None:
        """Show an earlier entry."""
        if self.active() and self._book is not None:
            self._book.choose(entry_id)

    def edited(self, prompt: str, text: str) -> None:
        """Save what stands on the page; a page saves itself, so this is no sign of anybody."""
        if self._book is not None:
            self._book.edited(prompt, text)

    def remove(self) -> None:
        """Delete the entry on the page."""
        if self.active() and self._book is not None:
            self._book.remove()

    def undo_remove(self) -> None:
        """Put the deleted entry back."""
        if self.active() and self._book is not None:
            self._book.undo_remove()

    def _show_journal(self, entries: tuple[JournalEntry, ...]) -> None:
        if self._book is not None and self._writer is not None:
            self._view.show_journal(self._writer.name, self._door.prompts)
            self._book.fill(entries)

    # --- closing ---------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the journal at once; the app does so too when it closes."""
        self._lock("")

    def active(self) -> bool:
        """Note that somebody is there; False when the five minutes were over before that."""
        self.tick()
        if not self._is_inside:
            return False
        now, book = self._clock.now(), self._book
        self._last_active = now
        if book is not None and quiet_s(self._last_noted, now) >= _NOTED_S:
            self._last_noted = now
            self._lane.submit(lambda: self._journals.stay_open(book.key), None, book.write_failed)
        return True

    def tick(self) -> None:
        """Look at the clock: close after five quiet minutes, try failed writes again."""
        now = self._clock.now()
        if self._is_inside and quiet_s(self._last_active, now) >= IDLE_S:
            self._expire()
        if quiet_s(self._last_tried, now) >= _RETRY_S:
            self._last_tried = now
            if self._book is not None:
                self._book.try_again()
            self._lane.submit(self._journals.try_again, self._tried, self._still_waits)

    def _expire(self) -> None:
        if self._book is None:
            self._go("")
        else:
            self._lock(f"{words(RuleBroken('journal-locked'))} Everything written is kept.")

    def _lock(self, reason: str) -> None:
        book = self._book
        if book is None:
            self._go(reason)
            return
        key, drafts = book.key, book.shut()
        self._go(reason)
        self._lane.submit(lambda: self._journals.put_away(key, drafts), None, self._still_waits)

    def _go(self, reason: str) -> None:
        """Forget this person, then show the door."""
        was_inside = self._is_inside
        self._book = self._writer = None
        self._is_busy = self._is_inside = False
        self._view.blank()
        if was_inside:
            self._exits.closed(reason)

    def _tried(self, was_any: bool) -> None:  # noqa: FBT001 - an answer of the lane
        if was_any:
            self._exits.say_at_door("")

    def _still_waits(self, _: WorkshopError) -> None:
        self._exits.say_at_door(WAITS)
