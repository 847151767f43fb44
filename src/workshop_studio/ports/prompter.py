"""Questions to the person, without saying how they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Prompter(Protocol):
    """Asks and answers through a callback; nothing waits."""

    def confirm(self, title: str, text: str, verb: str, answered: Callable[[bool], None]) -> None:
        """Ask a question whose yes is `verb`, such as "Replace the file"; Escape is no."""
        ...

    def choose_file(
        self, title: str, patterns: tuple[str, ...], chosen: Callable[[Path | None], None]
    ) -> None:
        """Ask for a file to open; patterns such as "*.csv". None when the person steps back."""
        ...

    def save_file(self, title: str, suggestion: str, chosen: Callable[[Path | None], None]) -> None:
        """Ask where to save; asks before an existing file is replaced."""
        ...

    def show_problem(self, title: str, text: str) -> None:
        """Say what went wrong, what was kept, and what to do."""
        ...
