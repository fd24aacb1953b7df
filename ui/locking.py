"""Locks by itself after a time without a key or a click. The clock is handed in, so that tests need not wait."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QWindow

TICK_MS, SECOND_MS = 5_000, 1_000
"""How often it looks at the clock, and how often in the last minute."""
LAST_S = 60
"""So many seconds before the lock it tells of every second."""
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


def awake_and_asleep() -> float:
    """Seconds that also pass while the computer sleeps, where the system counts them."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class IdleLock(QObject):
    """Counts down to the lock. Whatever is typed or clicked in a watched window begins the count again."""

    due = Signal()
    """The time is over: save and lock. Given once, until `start` is called again."""
    minutes_left = Signal(int)
    """The whole minutes left have changed."""
    seconds_left = Signal(int)
    """The seconds left, in the last minute."""

    def __init__(
        self, minutes: int, clock: Callable[[], float] = awake_and_asleep, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._minutes, self._clock = minutes, clock
        self._last = 0.0
        self._told: int | None = None
        self._told_s: int | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self.tick)

    @property
    def left(self) -> int | None:
        """Whole minutes left, rounded up; None while it is not counting."""
        if not self.timer.isActive():
            return None
        return -(-self._seconds() // 60)

    @property
    def minutes(self) -> int:
        """After how many minutes it locks."""
        return self._minutes

    def _seconds(self) -> int:
        """Whole seconds left, rounded up. A clock is a float: what is smaller than a thousandth is no time."""
        gone = round(self._clock() - self._last, 3)
        return max(0, 60 * self._minutes - int(gone // 1))

    def start(self) -> None:
        """Begin to count. With 0 minutes it never locks by itself."""
        self._last = self._clock()
        self._told = self._told_s = None
        if self._minutes > 0:
            self.timer.start()
            self.tick()

    def stop(self) -> None:
        """Stop counting: nothing is open."""
        self.timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """Take another time; the count begins again."""
        counting = self.timer.isActive()
        self.stop()
        self._minutes = minutes
        if counting:
            self.start()

    def watch(self, window: QWindow) -> None:
        """Count keys and clicks of a window. A window is watched, not the program: that is far fewer events."""
        window.installEventFilter(self)

    def touch(self) -> None:
        """Begin the count again."""
        self._last = self._clock()
        if self.timer.isActive():
            self._tell()

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self._clock() - self._last >= 60 * self._minutes:
            self.stop()
            self.due.emit()
            return
        self._tell()

    def _tell(self) -> None:
        left, seconds = self.left, self._seconds()
        if left is None:
            return
        last = seconds <= LAST_S
        pace = SECOND_MS if seconds <= LAST_S + TICK_MS // SECOND_MS else TICK_MS
        if self.timer.interval() != pace:
            self.timer.setInterval(pace)
        if left != self._told or (self._told_s is not None and not last):
            self._told, self._told_s = left, None
            self.minutes_left.emit(left)
        if last and seconds != self._told_s:
            self._told_s = seconds
            self.seconds_left.emit(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there. After a sleep that was longer than the time, the first key locks instead."""
        if event.type() in _ACTIVITY and self.timer.isActive():
            self.tick()
            if self.timer.isActive():
                self.touch()
        return False
