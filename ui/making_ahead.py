"""Pages are made one by one while nothing else happens, so that a stage opens quickly when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.pages.registry import PAGES

if TYPE_CHECKING:
    from ui.page_host import PageHost

WAIT_MS = 40
"""How long the window is left alone between two pieces; one takes up to 30 ms of processor time."""


class MakingAhead(QObject):
    """Makes the pages of an open review, and of each what will be in sight; it shows none of them."""

    def __init__(self, pages: PageHost, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self.stages = sorted(PAGES)
        """Stages whose pages were not looked at yet, or have pieces left."""
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(WAIT_MS)
        self._next.timeout.connect(self._make)

    @Slot()
    def begin(self) -> None:
        """To be called when the modules of the pages are loaded."""
        if self.stages:
            self._next.start()

    def stop(self) -> None:
        """Make no more: the review is being closed."""
        self.stages.clear()
        self._next.stop()

    @Slot()
    def _make(self) -> None:
        if not self._pages.make_ahead(self.stages[0]):
            self.stages.pop(0)
        self.begin()
