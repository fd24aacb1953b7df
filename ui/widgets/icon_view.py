"""An icon that stands beside words."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme
from ui.icons import Glyph
from ui.tokens import Tone


class IconView(QWidget):
    """One outline in one tone, `side` pixels square at 100 %. The words beside it carry the meaning."""

    def __init__(self, glyph: Glyph, tone: Tone = "text_soft", side: int = 18) -> None:
        super().__init__()
        self._glyph, self._tone, self._side = glyph, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(theme.px(side), theme.px(side))

    def show_glyph(self, glyph: Glyph, tone: Tone) -> None:
        """Show another outline or tone."""
        if (glyph, tone) != (self._glyph, self._tone):
            self._glyph, self._tone = glyph, tone
            self.update()

    def look_changed(self) -> None:
        """Grow with the text (see `theme.put_on`)."""
        self.setFixedSize(theme.px(self._side), theme.px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the outline."""
        icons.draw(QPainter(self), self.rect(), self._glyph, self._tone)
