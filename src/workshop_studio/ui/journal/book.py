"""One open journal: its entries, the page in front, what is saved and what is not; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workshop_studio.domain.errors import RuleBroken, StorageUnavailable
from workshop_studio.domain.journal import Draft
from workshop_studio.domain.staging import wall_clock
from workshop_studio.ui.journal.lines import EntryLine, line_of
from workshop_studio.ui.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workshop_studio.domain.errors import WorkshopError
    from workshop_studio.domain.journal import JournalEntry, SealedEntry
    from workshop_studio.ports.lane import Lane
    from workshop_studio.ports.vault import JournalKey
    from workshop_studio.services.studio import Studio

_KEPT = "Your text is still on the screen and is tried again every few seconds."


class WritingView(Protocol):
    """What the writing page can be told and asked."""

    def show_lines(self, lines: tuple[EntryLine, ...]) -> None: ...  # noqa: D102
    def show_entry(self, draft: Draft, line: EntryLine) -> None: ...  # noqa: D102
    def take_typed(self) -> tuple[str, str] | None: ...  # noqa: D102
    def say_saving(self) -> None: ...  # noqa: D102
    def say_saved(self, time_of_day: str) -> None: ...  # noqa: D102
    def say_failed(self, text: str) -> None: ...  # noqa: D102
    def say_removed(self) -> None: ...  # noqa: D102


class OpenBook:
    """Lives as long as the key does; `expired` is called when the service refuses the key."""

    def __init__(
        self,
        studio: Studio,
        lane: Lane,
        view: WritingView,
        key: JournalKey,
        prompts: tuple[str, ...],
        expired: Callable[[], None],
    ) -> None:
        self._journals, self._clock = studio.journals, studio.clock
        self._lane, self._view, self._expired = lane, view, expired
        self.key, self._prompts = key, prompts
        self._entries: dict[str, Draft] = {}
        self._damaged: set[str] = set()
        self._stored: set[str] = set()
        self._unsaved: dict[str, Draft] = {}
        self._under_way: set[str] = set()
        self._removed: SealedEntry | None = None
        self._current = Draft("", "", "")
        self._is_open = True

    def __repr__(self) -> str:
        """Return a text without any of the words."""
        return "OpenBook()"

    def fill(self, entries: Iterable[JournalEntry]) -> None:
        """Take entries from the disk and show an empty page before them."""
        self._take(entries)
        self.new_entry()

    # --- pages -----------------------------------------------------------------------------------

    def new_entry(self) -> None:
        """Begin an empty page, about the session's first prompt."""
        self._keep_typed()
        prompt = self._prompts[0] if self._prompts else ""
        self._show(Draft(self._journals.new_entry_id(), prompt, ""))

    def choose(self, entry_id: str) -> None:
        """Show an earlier entry, to read and to change."""
        if entry_id in self._entries:
            self._keep_typed()
            self._show(self._entries[entry_id])

    def edited(self, prompt: str, text: str) -> None:
        """Save what stands on the page, sealed; an empty new page is not worth an entry."""
        draft = replace(self._current, prompt=prompt, text=text)
        is_new = draft.id not in self._entries
        if self._current.id in self._damaged or (draft == self._current and not is_new):
            return
        self._current = draft
        if is_new and not text.strip():
            return
        draft = replace(draft, created_utc=draft.created_utc or self._clock.now().utc)
        self._current = self._entries[draft.id] = self._unsaved[draft.id] = draft
        self._view.say_saving()
        self._send(draft.id)

    def remove(self) -> None:
        """Delete the entry on the page; it can be put back until the journal closes."""
        gone = self._current
        self._view.take_typed()
        self._unsaved.pop(gone.id, None)
        known = self._entries.pop(gone.id, None)
        self._current = Draft("", "", "")
        if known is not None and gone.id in self._stored | self._under_way:
            self._lane.submit(self._removal(gone.id), self._was_removed, self._not_removed(known))
        self.new_entry()

    def undo_remove(self) -> None:
        """Put the deleted entry back."""
        key, sealed = self.key, self._removed
        if sealed is not None:
            self._removed = None
            self._lane.submit(
                lambda: self._journals.restore(key, sealed), self._was_restored, self.write_failed
            )

    def _removal(self, entry_id: str) -> Callable[[], SealedEntry]:
        key = self.key
        return lambda: self._journals.remove(key, entry_id)

    def _was_removed(self, sealed: SealedEntry) -> None:
        if self._is_open:
            self._removed = sealed
            self._stored.discard(sealed.id)
            self._view.say_removed()

    def _not_removed(self, known: Draft) -> Callable[[WorkshopError], None]:
        def failed(error: WorkshopError) -> None:
            if self._is_open:
                self._entries[known.id] = known
                self._show_lines()
                self.write_failed(error)

        return failed

    def _was_restored(self, entry: JournalEntry) -> None:
        if self._is_open:
            self._keep_typed()
            self._take([entry])
            self._show(self._entries[entry.id])

    def _take(self, entries: Iterable[JournalEntry]) -> None:
        for entry in entries:
            self._entries[entry.id] = Draft(entry.id, entry.prompt, entry.text, entry.created_utc)
            self._stored.add(entry.id)
            if entry.is_damaged:
                self._damaged.add(entry.id)

    def _show(self, draft: Draft) -> None:
        self._current = draft
        self._view.show_entry(draft, self._line(draft))
        self._show_lines()

    def _show_lines(self) -> None:
        now = self._clock.now().utc
        known = sorted(self._entries.values(), key=lambda draft: draft.created_utc or now)
        self._view.show_lines(tuple(self._line(draft) for draft in reversed(known)))

    def _line(self, draft: Draft) -> EntryLine:
        is_current = draft.id == self._current.id
        is_damaged = draft.id in self._damaged
        return line_of(draft, self._clock.zone(), is_damaged=is_damaged, is_current=is_current)

    def _keep_typed(self) -> None:
        typed = self._view.take_typed()
        if typed is not None:
            self.edited(*typed)

    # --- saving ----------------------------------------------------------------------------------

    def try_again(self) -> None:
        """Save again what could not be saved."""
        for entry_id in tuple(self._unsaved):
            self._send(entry_id)

    def write_failed(self, error: WorkshopError) -> None:
        """Say what did not work; a refused key means that the five minutes were over."""
        if not self._is_open:
            return
        if isinstance(error, RuleBroken) and error.code == "journal-locked":
            self._expired()
            return
        can_retry = isinstance(error, StorageUnavailable) and bool(self._unsaved)
        self._view.say_failed(f"{words(error)} {_KEPT}" if can_retry else words(error))

    def shut(self) -> tuple[Draft, ...]:
        """Return everything that is not known to be on the disk, and forget all words."""
        typed = self._view.take_typed()
        if typed is not None and self._current.id not in self._damaged:
            prompt, text = typed
            if self._current.id in self._entries or text.strip():
                draft = replace(self._current, prompt=prompt, text=text)
                self._unsaved[draft.id] = draft
        drafts = tuple(self._unsaved.values())
        self._is_open = False
        self._entries, self._unsaved, self._removed = {}, {}, None
        self._current = Draft("", "", "")
        return drafts

    def _send(self, entry_id: str) -> None:
        if entry_id in self._under_way:
            return
        key, draft = self.key, self._unsaved[entry_id]

        def saved(_: str) -> None:
            self._saved(draft)

        def failed(error: WorkshopError) -> None:
            self._under_way.discard(entry_id)
            self.write_failed(error)

        self._under_way.add(entry_id)
        self._lane.submit(
            lambda: self._journals.write(key, draft.id, draft.prompt, draft.text), saved, failed
        )

    def _saved(self, draft: Draft) -> None:
        self._under_way.discard(draft.id)
        if not self._is_open:
            return
        self._stored.add(draft.id)
        if self._unsaved.get(draft.id) == draft:
            del self._unsaved[draft.id]
        elif draft.id in self._unsaved:
            self._send(draft.id)
        if not self._unsaved:
            self._view.say_saved(wall_clock(self._clock.now().utc, self._clock.zone()))
        self._show_lines()
