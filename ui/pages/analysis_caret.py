"""Keeps the caret in sight while paragraphs are written: the page scrolls, since the paragraphs do not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from shiboken6 import isValid

from ui import theme
from ui.pages.analysis_paragraph import ParagraphItem
from ui.widgets.surfaces import Scroll

MARGIN = 56
"""What is kept free above and below the caret, in pixels at 100 %."""


class CaretKeeper(QObject):
    """One for the page. `settle` gives every part of the page its place."""

    def __init__(self, scroller: Scroll, settle: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scroller, self._settle = scroller, settle
        self._item: ParagraphItem | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)

    @Slot(object)
    def moved(self, item: ParagraphItem) -> None:
        """The caret is somewhere else in this paragraph."""
        if item.box.hasFocus():
            self._item = item
            self._soon.start()

    @Slot()
    def _follow(self) -> None:
        """Scroll as far as is needed for the line of the caret, with a line or two above and below it."""
        item, self._item = self._item, None
        inner = self._scroller.widget()
        if item is None or inner is None or not isValid(item) or not item.isVisible():
            return
        self._settle()
        place = item.caret()
        at = item.mapTo(inner, place.center())
        self._scroller.ensureVisible(at.x(), at.y(), 0, place.height() // 2 + theme.px(MARGIN))
