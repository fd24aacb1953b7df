"""A QIcon where Qt wants one, such as in a menu: drawn for the size, scale and mode that is asked for, and no other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from ui import theme
from ui.icons import Glyph, pixmap
from ui.tokens import Tone


class GlyphEngine(QIconEngine):
    """Draws an outline in the colours in force when it is drawn."""

    def __init__(self, glyph: Glyph, tone: Tone) -> None:
        super().__init__()
        self._glyph = glyph
        self._tone: Tone = tone

    def _drawn(self, mode: QIcon.Mode, side: int, ratio: float) -> QPixmap:
        ink = theme.colour("disabled" if mode is QIcon.Mode.Disabled else self._tone)
        return pixmap(self._glyph, ink.name(), side, ratio)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into the middle of a place."""
        side = min(rect.width(), rect.height())
        at = rect.center() - QPoint(side // 2, side // 2)
        made = self._drawn(mode, side, painter.device().devicePixelRatio())
        painter.drawPixmap(QRectF(at.x(), at.y(), side, side), made, QRectF(made.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw at the scale of 1."""
        return self._drawn(mode, min(size.width(), size.height()), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Draw for a screen with that many device pixels to one of the layout."""
        return self._drawn(mode, min(size.width(), size.height()), scale)

    def clone(self) -> QIconEngine:
        """Another one of the same."""
        return GlyphEngine(self._glyph, self._tone)


def icon(glyph: Glyph, tone: Tone = "text") -> QIcon:
    """An icon that takes the colours in force whenever it is drawn."""
    return QIcon(GlyphEngine(glyph, tone))
