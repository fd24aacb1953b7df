"""The head of the chronology in a low window: what narrows the table gives way, so that nothing that is said is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.empty_state import WIDEST, EmptyState

if TYPE_CHECKING:
    from ui.pages.chronology_filters import FilterBar

LEAST, LOWEST = 92, 60
"""How much of the table stays, at 100 %: its heads and a row; and where several notices stand, a line of one."""
FULL, BRIEF, AWAY = 0, 1, 2
GAP, SIDES, EXAMPLE_GAP = 12, 48, 8
"""Between the parts of the head; at its left and right together; over the example of an empty chronology."""


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
        self._look_at_filters()
        for part in self._parts:
            if isinstance(part, EmptyState) and part.example is not None and not part.isHidden():
                self._look_at_example(part, part.example)

    def _look_at_example(self, empty: EmptyState, example: QWidget) -> None:
        """The example under what is said where nothing stands yet is there where there is room for it."""
        wide = self._around.width() - SIDES
        others = [_height(each, wide) + GAP for each in self._parts if each is not empty and not each.isHidden()]
        its = _height(example, min(wide, theme.px(WIDEST))) + EXAMPLE_GAP
        alone = _height(empty, wide) - (0 if example.isHidden() else its)
        example.setVisible(sum(others) + alone + its + 18 + 2 * GAP <= self._around.height())

    def _look_at_filters(self) -> None:
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
