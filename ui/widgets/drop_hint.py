"""What lies over a page while files are dragged over it: what letting go will do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.icons import Glyph
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, column, row

MARGIN, HIGH = 24, 76


class DropHint(Surface):
    """Lies at the upper edge of its parent; hidden until it is shown."""

    def __init__(self, over: QWidget, what: str, more: str) -> None:
        box = row(at_top(IconView(Glyph.FILE_PLUS, "accent", 20), 1), gap=12, margins=(15, 12, 15, 12))
        box.addLayout(column(Label(what, "label"), Label(more, "small", "text_soft"), gap=0), 1)
        super().__init__(box, fill="accent_soft", edge="accent_line", radius=8)
        self.setParent(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{what} {more}")
        self.hide()

    def come(self) -> None:
        """Show it over whatever stands there."""
        over = self.parentWidget()
        wide = over.width() - 2 * MARGIN if over is not None else theme.px(480)
        self.setGeometry(MARGIN, MARGIN, wide, max(theme.px(HIGH), self.heightForWidth(wide)))
        self.raise_()
        self.show()
