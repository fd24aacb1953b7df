"""Long work in a worker thread lets the window go first: Python runs one thread at a time.

Without it a key pressed while a long review is judged would wait for the worker each time it calls into Qt, hundreds of
times for one repaint.
"""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, Slot

from ui.taking_turns import waited_for

WORK_S = 0.003
"""How long the worker works at a time while the window is busy."""
REST_S = 0.006
"""How long it then rests, at the most: until the window waits for something to happen."""


class Courtesy(QObject):
    """Knows whether the window is at work. Made in its thread; `breathe` is called in the worker's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = threading.Event()
        self._since = time.perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            direct = Qt.ConnectionType.DirectConnection
            dispatcher.awake.connect(self._awake, direct)
            dispatcher.aboutToBlock.connect(self._waits, direct)

    @Slot()
    def _awake(self) -> None:
        self._idle.clear()

    @Slot()
    def _waits(self) -> None:
        self._idle.set()

    def breathe(self) -> None:
        """Rest for a moment if the window is at work, and the last rest was a while ago."""
        if time.perf_counter() - self._since < WORK_S or waited_for.is_set():
            return
        self._idle.wait(REST_S)
        self._since = time.perf_counter()
