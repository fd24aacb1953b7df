"""Words laid out at a width, each line exactly as high as its role says. Labels, buttons and cells paint with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui import theme
from ui.tokens import Role

LINE_BREAK = "\u2028"
WIDEST = 16_000.0
"""A width no words reach: laying out at it gives the natural width."""
SPACED = 1.2
"""Pixels between letters where words stand in capitals."""


class TextBlock:
    """A few lines of plain words. `height` is in pixels; `width` is what the widest line needs.

    Words wrap between words, and within a word only where it is wider than a line, so that nothing is ever cut.
    """

    __slots__ = ("_layout", "height", "lines", "width")

    def __init__(
        self,
        words: str,
        role: Role = "body",
        width: float = WIDEST,
        *,
        weight: int | None = None,
        underline: bool = False,
        spaced: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = theme.font(role, weight)
        font.setUnderline(underline)
        if spaced:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, SPACED)
        self._layout = _laid(words, font, align)
        self._layout.beginLayout()
        each, self.lines, self.width = theme.line_height(role), 0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.lines * each + (each - line.height()) / 2))
            self.lines += 1
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()
        self.lines = max(1, self.lines)
        self.height = self.lines * each

    def draw(
        self, painter: QPainter, x: float, y: float, ink: QColor, over: Sequence[QTextLayout.FormatRange] = ()
    ) -> None:
        """Paint the words with their upper left corner at that place; `over` are parts of them in other looks."""
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(x, y), list(over))


def _laid(words: str, font: QFont, align: Qt.AlignmentFlag) -> QTextLayout:
    """A layout not yet broken into lines."""
    made = QTextLayout(words.replace("\n", LINE_BREAK), font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.setCacheEnabled(True)
    return made


def widest_word(words: str, role: Role, weight: int | None = None) -> int:
    """The width of the widest word, in pixels rounded up: the least that these words can be shown in whole."""
    metrics = QFontMetricsF(theme.font(role, weight))
    return int(max((metrics.horizontalAdvance(word) for word in words.split()), default=0.0)) + 2
