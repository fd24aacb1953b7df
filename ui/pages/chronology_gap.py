"""The longest stretch of the chronology without an entry, looked for in slices: keys come first in a long one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from imr_desk.review.gaps import Gap
    from imr_desk.review.review import Review


class GapSearch(QObject):
    """Looks through one review after the other; a newer one takes the place of the one before."""

    found = Signal(object)
    """The Gap, or None."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looking: Iterator[Gap | None] = iter(())
        self._longest: Gap | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._look_on)

    def look(self, review: Review) -> None:
        """Begin to look; `found` is told when all entries were gone through."""
        from imr_desk.review.gaps import gaps_so_far  # looked for once the page was painted

        self._looking, self._longest = gaps_so_far(review), None
        self._next.start()

    @Slot()
    def _look_on(self) -> None:
        try:
            self._longest = next(self._looking)
        except StopIteration:
            self.found.emit(self._longest)
        else:
            self._next.start()
