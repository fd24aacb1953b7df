"""The shade over the window behind a dialog. Planes are told apart by tone; there are no shadows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class Scrim(QWidget):
    """Covers a window for as long as it lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of it when it changes its size."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shade what lies below."""
        QPainter(self).fillRect(event.rect(), theme.colour("scrim"))
