"""F1: the section of the guide for the page in sight, over it; then back to the same field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui import guide
from ui.names_left import NAMES_LEFT
from ui.past import BIN, HISTORY
from ui.registering import IDENTITIES, NAMES
from ui.restoring import BACKUPS as BACKED_UP

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.help import HelpPage

HELP = -6
"""The window's place for the page; the stages begin at 1."""
_HEADINGS = {
    BACKED_UP: guide.BACKUPS,
    HISTORY: guide.PAST,
    BIN: guide.PAST,
    NAMES: guide.NAMES,
    IDENTITIES: guide.NAMES,
    NAMES_LEFT: guide.NAMES,
}


class Helping(QObject):
    """One for an open review."""

    def __init__(self, window: MainWindow, pages: PageHost) -> None:
        super().__init__(pages)
        self._window, self._pages = window, pages
        self._page: HelpPage | None = None
        self._before: QWidget | None = None
        self._over = 0

    @Slot()
    def begin(self) -> None:
        """Show the section for the page in sight; from there F1 goes back."""
        if self._pages.over == HELP:
            self.leave()
            return
        self._before, self._over = QApplication.focusWidget(), self._pages.over
        section = guide.section_for(0 if self._over else self._pages.stage, _HEADINGS.get(self._over, guide.FIRST))
        self._pages.show_over(HELP, self._made)
        if self._page is not None:
            self._page.show_section(section)
            self._page.enter()

    def _made(self) -> HelpPage:
        from ui.pages.help import HelpPage

        self._page = page = HelpPage(guide.section_for())
        page.left.connect(self.leave)
        return page

    @Slot()
    def leave(self) -> None:
        """Go back to the page, and to the field that had the keyboard."""
        self._pages.back_to(self._over)
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.focus_page()
