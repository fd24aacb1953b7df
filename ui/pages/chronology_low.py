"""The head of the chronology in a low window: what narrows the table gives way, so that nothing that is said is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import theme

if TYPE_CHECKING:
    from ui.pages.chronology_filters import FilterBar

LEAST, LOWEST = 92, 60
"""How much of the table stays, at 100 %: its heads and a row; and where several notices stand, a line of one."""
FULL, BRIEF, AWAY = 0, 1, 2
GAP, SIDES = 12, 48
"""Between the parts of the head; at its left and right together."""


class LowWindow(QObject):
    """Tells how much room the filters have: all they want, one line, or none."""

    changed = Signal()

    def __init__(self, around: QWidget, filters: FilterBar, parts: tuple[QWidget, ...], table: QWidget) -> None:
        """`around` holds `parts` one under the other, each as high as it must be, then the table."""
        super().__init__(around)
        self._around, self._filters, self._parts = around, filters, parts
        table.setMinimumHeight(theme.px(LOWEST))
        self.room = FULL
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part came or went, or the window is another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        wide = self._around.width() - SIDES
        left = self._around.height() - theme.px(LEAST) - 18 - GAP
        for part in self._parts:
            if not part.isHidden():
                left -= _height(part, wide) + GAP
        if not self._filters.isHidden() or self.room == AWAY:
            left -= GAP
        full, brief = (self._filters.height_at(wide, brief=each) for each in (False, True))
        room = FULL if full <= left else BRIEF if brief <= left or self._filters.in_use() else AWAY
        if room != self.room:
            self.room = room
            self.changed.emit()


def _height(part: QWidget, wide: int) -> int:
    return part.heightForWidth(wide) if part.hasHeightForWidth() else part.sizeHint().height()
