"""The one search box: finds anything in the review."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from imr_desk.i18n import tr
from ui import icons, theme
from ui.copying import keep_from_learning
from ui.icons import Glyph
from ui.widgets.text_block import TextBlock

KEYS = "Ctrl+Shift+F"
PAUSE_MS = 150


class SearchBox(QLineEdit):
    """Asks a moment after the last key, and at once on Return. Esc empties it and leaves."""

    asked = Signal(str)
    left = Signal()
    entered = Signal()
    """Return or Down: the person wants to go into what was found."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setPlaceholderText(tr("Search this review"))
        self.setAccessibleName(tr("Search this review"))
        self.setAccessibleDescription(QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(380)
        self.setAcceptDrops(False)
        keep_from_learning(self)
        self.setMinimumWidth(200)
        self.pause_timer = QTimer(self)
        self.pause_timer.setSingleShot(True)
        self.pause_timer.setInterval(PAUSE_MS)
        self.pause_timer.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self._enter)

    @Slot(str)
    def _typed(self, _words: str) -> None:
        self.pause_timer.start()

    @Slot()
    def _ask(self) -> None:
        self.pause_timer.stop()
        self.asked.emit(self.text().strip())

    @Slot()
    def _enter(self) -> None:
        self._ask()
        self.entered.emit()

    def forget(self) -> None:
        """Empty it without asking, so that undo brings nothing back: the review is being closed."""
        self.pause_timer.stop()
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._ask()
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Down:
            self._enter()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the glass, and the keys where there is room for them."""
        super().paintEvent(event)
        painter, side = QPainter(self), theme.px(18)
        icons.draw(painter, QRect(theme.px(10), (self.height() - side) // 2, side, side), Glyph.SEARCH, "text_quiet")
        if self.text() or self.width() < theme.px(300):
            return
        keys = TextBlock(QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText), "caption")
        x, y = self.width() - keys.width - 10, (self.height() - keys.height) / 2
        keys.draw(painter, x, y, theme.colour("text_quiet"))
