"""Planes and rules, told apart by tone and a one-pixel edge; and rows and columns to put things in. No shadows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import createdByPython

from ui import theme
from ui.tokens import Tone

Item = QWidget | QLayout | int | None
"""What a row or column takes: a widget, a layout, a gap in pixels, or None for what is left over."""
Margins = tuple[int, int, int, int]


def fill_box(box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    """Put things into a box, one after the other."""
    box.setContentsMargins(*margins)
    box.setSpacing(gap)
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, QWidget):
            box.addWidget(item)
        else:
            box.addSpacing(item)


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Things one under the other."""
    box = QVBoxLayout()
    fill_box(box, items, gap, margins)
    return box


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Things side by side."""
    box = QHBoxLayout()
    fill_box(box, items, gap, margins)
    return box


def put_in(box: QBoxLayout, part: QLayout, at: int = -1) -> None:
    """Put a layout that holds something into a box that may stand in a widget already: at a place, or at the end.

    `addLayout` alone would leave Python with what stands for each item of it, also after Qt deleted the item, and that
    ends the program (decision 48).
    """
    box.insertLayout(at, part)
    if box.parentWidget() is not None:
        _let_go_of_items(part)


def _let_go_of_items(layout: QLayout) -> None:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner = item.layout() if item is not None else None
        if inner is not None:
            _let_go_of_items(inner)
        elif item is not None and not createdByPython(item):
            QHBoxLayout().removeItem(item)  # it is not there: nothing is done but that Python lets go of the item


def at_top(widget: QWidget, down: int = 0) -> QVBoxLayout:
    """Hold something to the first line of what stands beside it, `down` pixels lower."""
    return column(down, widget, None, gap=0)


class Surface(QWidget):
    """A plane: a fill, an edge and rounded corners, each if it is wanted."""

    def __init__(
        self,
        layout: QLayout | None = None,
        *,
        fill: Tone | None = None,
        edge: Tone | None = None,
        radius: int = 0,
        edge_width: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._edge, self._radius, self._edge_width = fill, edge, radius, edge_width
        if layout is not None:
            self.setLayout(layout)

    def set_tones(self, fill: Tone | None, edge: Tone | None) -> None:
        """Take another fill and edge."""
        self._fill, self._edge = fill, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the fill, then the edge on whole pixels."""
        painter = QPainter(self)
        if self._edge is None and not self._radius:
            if self._fill is not None:
                painter.fillRect(event.rect(), theme.colour(self._fill))
            return
        inset = self._edge_width / 2 if self._edge else 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(self._edge), self._edge_width) if self._edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._fill) if self._fill else Qt.BrushStyle.NoBrush)
        where = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(where, self._radius, self._radius)


class Rule(Surface):
    """A line between things."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__(fill="line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Bounded(QWidget):
    """A part that is never wider than it can be read; what is left of its place stays empty at the right.

    `widest` is in pixels at 100 %. (A largest width would not do: layouts ask how high a part is at the full width.)
    """

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rest empty."""
        super().resizeEvent(event)
        self._bound()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._bound()

    def _bound(self) -> None:
        rest = max(0, self.width() - theme.px(self._widest))
        if rest != self.contentsMargins().right():
            self.setContentsMargins(0, 0, rest, 0)


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give a scrolling view a viewport that Python made: asking Qt for its own one takes 10 ms the first time."""
    ground = QWidget()
    ground.setAutoFillBackground(False)
    area.setViewport(ground)


class Scroll(QScrollArea):
    """What is higher than its place scrolls; it never scrolls sideways, since pages wrap."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_viewport(self)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)


def at_left(*items: Item, gap: int = 8) -> QHBoxLayout:
    """Things side by side from the left; what is left over stays empty."""
    return row(*items, None, gap=gap)
