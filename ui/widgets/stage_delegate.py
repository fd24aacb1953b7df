"""Paints one stage: an icon whose shape differs by state, number and name, and the state in words under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from imr_desk.i18n import tr
from ui import icons, theme
from ui.icons import Glyph
from ui.shell_state import StageRow, StageState
from ui.tokens import Tone, tokens
from ui.widgets.text_block import TextBlock

Index = QModelIndex | QPersistentModelIndex

STATE_SHOWN: dict[StageState, tuple[Glyph, Tone]] = {
    StageState.NOT_LOOKED_AT: (Glyph.CIRCLE_DASHED, "text_quiet"),
    StageState.IN_PROGRESS: (Glyph.CIRCLE_DOT, "accent"),
    StageState.CANNOT_FINISH: (Glyph.CIRCLE_PAUSE, "wait"),
    StageState.DONE: (Glyph.CIRCLE_CHECK, "good"),
    StageState.DOES_NOT_APPLY: (Glyph.CIRCLE_SLASH, "text_soft"),
}
"""Ring, dot, pause, tick, slash: told apart without colour."""

EDGE = 8
WORDS_AT, WORDS_END = 54, 0
"""Where the words begin inside the card, and what is left free after them, in pixels at 100 %."""


class StageDelegate(QStyledItemDelegate):
    """Measures and paints. A long name wraps; it is never cut.

    What is chosen it asks the view: `QStyle`, of which a style option speaks, is slow to come up at the start.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.under_pointer = -1

    def blocks(self, row: StageRow, width: int, *, chosen: bool) -> tuple[TextBlock, TextBlock]:
        """Name and state laid out in the card of a list of that width."""
        room = width - 2 * EDGE - theme.px(WORDS_AT) - WORDS_END
        words = tr(row.state.value) + (f" · {row.count}" if row.count else "")
        name = TextBlock(row.name, "label", room, weight=600 if chosen else 500)
        return name, TextBlock(words, "caption", room, weight=400)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough for name and state at the heavier weight, so that choosing a stage moves nothing."""
        row = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        if not isinstance(row, StageRow) or width <= 0:
            return QSize(0, theme.px(tokens().size["stage_row"]))
        name, state = self.blocks(row, width, chosen=True)
        return QSize(0, max(theme.px(tokens().size["stage_row"]), name.height + state.height + 11))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card of the chosen stage, then icon, number, name and state."""
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, StageRow):
            return
        card = option.rect.adjusted(EDGE, 1, -EDGE, -1)
        chosen = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or index.row() == self.under_pointer:
            _paint_card(painter, card, chosen=chosen)
        self._paint_words(painter, card, row, option.rect.width(), chosen=chosen)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()

    def _paint_words(self, painter: QPainter, card: QRect, row: StageRow, width: int, *, chosen: bool) -> None:
        glyph, tone = STATE_SHOWN[row.state]
        side, px = theme.px(18), theme.px
        icons.draw(painter, QRect(card.x() + 10, card.y() + 6 + (px(20) - side) // 2, side, side), glyph, tone)
        number = TextBlock(str(row.number), "label", weight=500)
        number.draw(painter, card.x() + px(48) - number.width, card.y() + 5, theme.colour("text_quiet"))
        name, state = self.blocks(row, width, chosen=chosen)
        x, y = card.x() + px(WORDS_AT), card.y() + 5
        name.draw(painter, x, y, theme.colour("text"))
        waits = row.state is StageState.CANNOT_FINISH
        state.draw(painter, x, y + name.height + 1, theme.colour("wait" if waits else "text_quiet"))


def _paint_card(painter: QPainter, card: QRect, *, chosen: bool) -> None:
    """The chosen stage is a card with a bar of accent; the one under the pointer has a tint."""
    painter.setPen(QPen(theme.colour("line"), 1) if chosen else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("raised" if chosen else "hover"))
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(card.x(), card.y() + 8, 3, card.height() - 16), 1.5, 1.5)
