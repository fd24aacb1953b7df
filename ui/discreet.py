"""What may be seen of the review outside its window: copies, and the picture that the system keeps of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from ui.copying import Copies
from ui.main_window import MainWindow
from ui.platforms import Platform


class Discreet(QObject):
    """One for the program."""

    def __init__(self, window: MainWindow, platform: Platform | None = None) -> None:
        super().__init__(window)
        self._window, self._platform = window, platform or Platform()
        Copies(self)
        self._stack = window.findChild(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if self._platform.covers and self._stack is not None:
            self._stack.currentChanged.connect(self._cover)

    @Slot()
    def _cover(self) -> None:
        """While the window is veiled, locked or without a review, its icon stands for it."""
        on = self._stack is not None and self._stack.currentWidget() is not self._window.desk
        self._platform.cover(int(self._window.winId()), on=on)
