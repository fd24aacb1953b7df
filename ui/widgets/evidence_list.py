"""A list of pieces of evidence as cards of one height, painted: it stays quick with any number of them.

Each card says what it is, how it begins, and whether it is used. Return or a double click links or unlinks.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from imr_desk.i18n import tr
from ui import icons, theme
from ui.copying import copied_from_list
from ui.icons import Glyph
from ui.tokens import Role, Tone, tokens
from ui.widgets.current_said import say_current_later
from ui.widgets.surfaces import give_viewport
from ui.widgets.text_block import TextBlock

Index = QModelIndex | QPersistentModelIndex
PAD, BETWEEN, EDGE, ICON = 12, 8, 2, 15
BUTTON, BUTTON_HIGH = 200, 26
LINES = 3
"""Title and beginning together; the whole of it stands where the card leads."""
MOST_KEPT = 300


@dataclass(frozen=True)
class EvidenceCell:
    """One card. `near` marks what belongs to the question in view; `linked` what the paragraph rests on."""

    words: str
    text: str
    state: str
    glyph: Glyph
    tone: Tone
    near: bool = False
    linked: bool = False

    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return ". ".join(part.rstrip(".") for part in (self.words, self.text, self.state) if part)


class EvidenceDelegate(QStyledItemDelegate):
    """Lays out and paints a card. All are as high as the first."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: dict[tuple[str, Role, int, int], TextBlock] = {}
        self.under_pointer = -1
        self.linkable = False

    def forget(self) -> None:
        """Drop what was laid out."""
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines of words and one of state."""
        words = theme.line_height("label") + (LINES - 1) * theme.line_height("small")
        return QSize(theme.px(120), words + theme.line_height("small") + 4 + 2 * PAD - 4 + BETWEEN)

    def _block(self, words: str, role: Role, width: int, lines: int, weight: int = 400) -> TextBlock:
        """Words in a few lines at most; what is left out is shown by dots."""
        key = (words, role, width, lines)
        if key not in self._blocks:
            if len(self._blocks) >= MOST_KEPT:
                self._blocks.clear()
            self._blocks[key] = fitted(words, role, width, lines, weight)
        return self._blocks[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint card, title, beginning and state."""
        cell = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(cell, EvidenceCell):
            return
        card = option.rect.adjusted(EDGE, EDGE, -EDGE, -BETWEEN + EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, card, index.row(), near=cell.near)
        room, x, y = card.width() - 2 * PAD, card.x() + PAD, float(card.y() + PAD - 2)
        title = self._block(cell.words, "label", room, LINES - 1, 500)
        title.draw(painter, x, y, theme.colour("text"))
        y += title.height
        if cell.text:
            text = self._block(cell.text, "small", room, LINES - title.lines)
            text.draw(painter, x, y, theme.colour("text_soft"))
        line, side = theme.line_height("small"), theme.px(ICON)
        foot = card.bottom() - PAD + 3 - line
        icons.draw(painter, QRect(x, foot + (line - side) // 2, side, side), cell.glyph, cell.tone)
        offered = self._offers(index.row())
        beside = self.button_in(option.rect, linked=cell.linked).width() + 6 if offered else 0
        state = self._block(cell.state, "small", room - side - 6 - beside, 1)
        state.draw(painter, x + side + 6, foot, theme.colour(cell.tone))
        if offered:
            self._paint_button(painter, self.button_in(option.rect, linked=cell.linked), linked=cell.linked)
        painter.restore()

    def _offers(self, row: int) -> bool:
        """Whether the card of a row has a button: the chosen one, and the one under the pointer."""
        return self.linkable and row in (self._view.currentIndex().row(), self.under_pointer)

    def _words(self, *, linked: bool) -> TextBlock:
        return self._block(tr("Unlink") if linked else tr("Link"), "small", BUTTON, 1, 500)

    def button_in(self, row: QRect, *, linked: bool) -> QRect:
        """Where the button of a card stands, in the place of its row."""
        wide, high = math.ceil(self._words(linked=linked).width) + 20, theme.px(BUTTON_HIGH)
        return QRect(row.right() - EDGE - 8 - wide, row.bottom() - BETWEEN + EDGE - 6 - high, wide, high)

    def _paint_button(self, painter: QPainter, where: QRect, *, linked: bool) -> None:
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("raised"))
        radius = tokens().radius["field"]
        painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        words = self._words(linked=linked)
        top = where.y() + (where.height() - words.height) / 2
        words.draw(painter, where.x() + (where.width() - words.width) / 2, top, theme.colour("text"))

    def _paint_card(self, painter: QPainter, card: QRect, row: int, *, near: bool) -> None:
        chosen, radius = row == self._view.currentIndex().row(), tokens().radius["card"]
        fill: Tone = "selected" if chosen else "hover" if row == self.under_pointer else "raised"
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour(fill))
        where = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(where, radius, radius)
        if near:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(card.x(), card.y() + 10, 3, card.height() - 20), 1.5, 1.5)
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def fitted(words: str, role: Role, width: int, lines: int, weight: int) -> TextBlock:
    """As many words as fit into so many lines; dots where some are left out."""
    block = TextBlock(words, role, width, weight=weight)
    if block.lines <= lines:
        return block
    parts = words.split()
    low, high = 1, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        if TextBlock(" ".join(parts[:middle]) + " …", role, width, weight=weight).lines <= lines:
            low = middle
        else:
            high = middle - 1
    return TextBlock(" ".join(parts[:low]) + " …", role, width, weight=weight)


class EvidenceList(QListView):
    """One Tab stop; arrows go through the cards."""

    pressed_on = Signal(int)
    """The row that is to be linked, or whose link is to be taken away."""
    gone_to = Signal(int)
    """The row the person went to."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        give_viewport(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(1000)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._down = QModelIndex()
        self._delegate = EvidenceDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.entered.connect(self._pointer_at)
        self.doubleClicked.connect(self._pressed)
        self.selectionModel().currentChanged.connect(self._went)

    @Slot(QModelIndex)
    def _pressed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pressed_on.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _went(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.gone_to.emit(current.row())

    @Slot(QModelIndex)
    def _pointer_at(self, index: QModelIndex) -> None:
        self._delegate.under_pointer = index.row()
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._delegate.under_pointer = -1
        self.viewport().update()

    def set_linkable(self, on: bool) -> None:
        """Whether there is a paragraph to which a card can be linked."""
        self._delegate.linkable = on
        self.viewport().update()

    def _button_at(self, event: QMouseEvent) -> QModelIndex:
        """The card whose button is at the pointer; an index that is not valid where there is none."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        cell = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if not isinstance(cell, EvidenceCell) or not self._delegate.linkable:
            return QModelIndex()
        button = self._delegate.button_in(self.visualRect(index), linked=cell.linked)
        return index if button.contains(at) else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the button that is pressed."""
        self._down = self._button_at(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on a button does nothing more; elsewhere on a card it is a double click."""
        self._down = QModelIndex()
        if not self._button_at(event).isValid():
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the button of a card links or unlinks it."""
        super().mouseReleaseEvent(event)
        down, self._down = self._down, QModelIndex()
        if down.isValid() and self._button_at(event) == down:
            self._pressed(down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return links or unlinks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._pressed(self.currentIndex())
        elif not copied_from_list(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring; there is always a card to begin with."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        say_current_later(self, event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._delegate.forget()

    def minimumSizeHint(self) -> QSize:
        """It scrolls where it must."""
        return QSize(theme.px(120), theme.px(56))
