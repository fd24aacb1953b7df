"""The heading of a section that folds: its words, and an arrow that points down while it stands open."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from imr_desk.i18n import tr
from ui import icons, theme
from ui.icons import Glyph
from ui.widgets.pressable import GAP, Paint, Pressable, Pressed

_LOOK = Pressed(
    rest=Paint(None, None, "text"),
    hover=Paint(None, None, "accent"),
    down=Paint(None, None, "accent_hover"),
    role="section",
    weight=600,
    height=28,
    pad=0,
)


class FoldButton(Pressable):
    """A heading that can be pressed."""

    def __init__(self, words: str) -> None:
        super().__init__(words, _LOOK, Glyph.CHEVRON_DOWN)
        self._open = True
        self.show_open(True)

    def show_open(self, on: bool) -> None:
        """Say whether the section stands open."""
        self._open = on
        self.setAccessibleDescription(tr("Open. Press to fold it.") if on else tr("Folded. Press to open it."))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the arrow behind them."""
        painter, paint = QPainter(self), self.paint_now()
        side = theme.px(self._style.side)
        block = self.block(max(0, self.width() - self._frame()))
        block.draw(painter, 0, (self.height() - block.height) / 2, theme.colour(paint.ink))
        painter.translate(round(block.width) + GAP + side / 2, self.height() / 2)
        if not self._open:
            painter.rotate(-90)
        icons.draw(painter, QRect(-side // 2, -side // 2, side, side), Glyph.CHEVRON_DOWN, "text_soft")
