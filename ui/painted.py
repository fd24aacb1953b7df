"""Tells when a window has been painted for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.ending import end


class FirstPaint(QObject):
    """Calls `then` once, after the next painting of a window and all that stands in it."""

    def __init__(self, window: QWidget, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._then = window, then
        window.installEventFilter(self)
        window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window's own painting; what stands in it is painted before the next event."""
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
            end(self)
        return False
