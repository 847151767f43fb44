"""The list of screens under the projector's chip: choose, identify, swap, window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from workshop_studio.ui.stage.screens import ScreenOffer, ScreenState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from workshop_studio.ui.stage.screens import ScreenKeeper

_ONE_SCREEN = frozenset({ScreenState.CONNECTED, ScreenState.ALONE})


class ScreenMenu(QMenu):
    """Made anew each time it opens. acts: what the entries below the screens do, by name."""

    def __init__(
        self, screens: ScreenKeeper, acts: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._screens, self._acts = screens, acts
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._chosen)

    def fill(self) -> None:
        """List what there is now."""
        self.clear()
        offers = self._screens.offers()
        for offer in offers:
            entry = self.addAction(_line(offer))
            entry.setData(offer)
            entry.setCheckable(True)
            entry.setChecked(offer.has_stage)
            # Only a swap moves the console out of the way.
            entry.setEnabled(not offer.has_console)
        state = self._screens.state
        self.addSeparator()
        self._add("screens-identify", "Show a number on each screen\tCtrl+Shift+I")
        self._add(
            "stage-swap",
            "Swap stage and console",
            is_on=state is ScreenState.CONNECTED and len(offers) > 1,
        )
        self.addSeparator()
        is_up = state in {ScreenState.WINDOW, ScreenState.ALONE}
        words = "Hide the stage window" if is_up else "Show stage in a window"
        self._add("stage-window", words, is_on=state is not ScreenState.CONNECTED)
        self._add("stage-fill", "Fill this screen\tEscape leaves", is_on=state not in _ONE_SCREEN)
        if state in {ScreenState.CONNECTED, ScreenState.ASKING}:
            self._add("stage-hide", "Keep the stage hidden")

    def _add(self, name: str, words: str, *, is_on: bool = True) -> None:
        entry = self.addAction(words)
        entry.setData(name)
        entry.setEnabled(is_on)

    def _chosen(self, entry: QAction) -> None:
        what = entry.data()
        if isinstance(what, ScreenOffer):
            self._screens.choose(what)
        else:
            self._acts[what]()


def _line(offer: ScreenOffer) -> str:
    where = "the console is here" if offer.has_console else "the stage is here"
    is_taken = offer.has_console or offer.has_stage
    name = f"Screen {offer.number}: {offer.identity.label}".replace("&", "&&")
    return f"{name}\t{where}" if is_taken else name
