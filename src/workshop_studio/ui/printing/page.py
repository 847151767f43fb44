"""The one place to print from: preview, paper, printer, PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_studio.domain.prints import Paper
from workshop_studio.ui.kit.basics import Banner, Button, Text
from workshop_studio.ui.kit.pages import PagesView
from workshop_studio.ui.kit.segmented import SegmentedChoice
from workshop_studio.ui.printing.sheet_list import SheetList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from workshop_studio.domain.material import Material
    from workshop_studio.domain.prints import PageImage
    from workshop_studio.domain.sheet import Audience
    from workshop_studio.ui.printing.presenter import Preview
    from workshop_studio.ui.theme.theme import Theme


class PrintPage(QWidget):
    """Sets text and passes on what was pressed."""

    back_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()
    cancel_wanted = Signal()
    paper_chosen = Signal(object)
    done_said = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pages_in_all = 0
        self.setProperty("page", "true")
        self.setObjectName("print")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(12)
        column.addLayout(self._head(theme))
        self.banner = Banner(theme)
        self.banner.acted.connect(self._banner_acted)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.sheets = SheetList(theme)
        self.sheets.setFixedWidth(348)
        self.pages = PagesView(theme)
        self.pages.setAccessibleName("The pages as they will be printed")
        self.pages.page_seen.connect(self._seen)
        row.addWidget(self.sheets)
        row.addWidget(self.pages, 1)
        column.addLayout(row, 1)
        foot = QHBoxLayout()
        self.count = Text(theme, "body", "", "2")
        self.place = Text(theme, "body", "", "3")
        self.progress = Text(theme, "body", "", "2")
        self.cancel = Button(theme, "Stop printing", "text", size="compact")
        self.cancel.clicked.connect(self.cancel_wanted)
        for widget in (self.count, self.progress, self.cancel):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.place)
        column.addLayout(foot)
        self.cancel.hide()
        self.sheets.hide()
        self.show_preview(None)

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        self.back = Button(theme, "Back", "plain", hint="Esc")
        self.back.clicked.connect(self.back_wanted)
        self.title = Text(theme, "title")
        self.subtitle = Text(theme, "body", "", "2")
        self.subtitle.setMinimumWidth(40)
        self.paper = SegmentedChoice(theme, [(p.value, p.value) for p in Paper], name="Paper")
        self.paper.chosen.connect(self._paper_chosen)
        self.save = Button(theme, "Save as PDF", "plain", "download", hint="Ctrl+S")
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self.save_wanted)
        self.print = Button(theme, "Print", "primary", "printer", hint="Ctrl+P")
        self.print.setShortcut("Ctrl+P")
        self.print.clicked.connect(self.print_wanted)
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        for widget in (self.paper, self.save, self.print):
            head.addWidget(widget)
        return head

    def show_document(self, title: str, subtitle: str, paper: Paper) -> None:
        """Name what is shown."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setToolTip(subtitle)
        self.paper.choose(paper.value)
        self.banner.say("")

    def show_sheets(self, material: Material | None, audience: Audience) -> None:
        """Show the list of a session's sheets, or no list for a single handout."""
        self.sheets.setVisible(material is not None)
        if material is not None:
            self.sheets.show_material(material, audience)

    def show_working(self) -> None:
        """Let nothing out while pages are set again; the old ones stay to look at."""
        self.print.setEnabled(False)
        self.save.setEnabled(False)
        self.show_count("Setting the pages", "")

    def show_preview(self, preview: Preview | None) -> None:
        """Show the pages of a made PDF; nothing can be printed without one."""
        self.print.setEnabled(preview is not None)
        self.save.setEnabled(preview is not None)
        self._pages_in_all = preview.printed.pages if preview else 0
        self.place.setText("")
        self.pages.show_document(preview.sizes if preview else ())

    def show_picture(self, place: int, image: PageImage, dpi: int) -> None:
        """Draw a page."""
        self.pages.show_picture(place, image, dpi)

    def show_count(self, text: str, copies: str) -> None:
        """Say how many pages there are, and how many with copies."""
        self.count.setText(text)
        self.sheets.say_copies(copies)

    def show_progress(self, text: str) -> None:
        """Say how far the printing has come; an empty text ends it."""
        self.progress.setText(text)
        self.cancel.setVisible(bool(text))
        self.print.setEnabled(not text and bool(self._pages_in_all))

    def say_problem(self, text: str, action: str) -> None:
        """Say what did not work, and the way out."""
        self.banner.say(text, "alert", action or "Understood")

    def say_done(self, text: str, *, can_undo: bool) -> None:
        """Pass on what was done, for a toast."""
        self.done_said.emit(text, can_undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def _seen(self, place: int) -> None:
        self.place.setText(f"Page {place + 1} of {self._pages_in_all}")

    def _paper_chosen(self, value: str) -> None:
        self.paper_chosen.emit(Paper(value))

    def _banner_acted(self) -> None:
        is_way_out = self.banner.action.text() == "Save as PDF"
        self.banner.say("")
        if is_way_out:
            self.save_wanted.emit()
