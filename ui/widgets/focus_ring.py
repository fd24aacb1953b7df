"""One ring for whatever has the keyboard: two pixels of ink, two pixels away, so that no ground and no style hides it.

It follows the focus, scrolling and resizing, and hides when what it marks is out of sight. Fields have it always,
buttons only when they were reached by keyboard; tables and lists paint their own inside the row.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

from ui import theme
from ui.tokens import tokens

_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
OWN_RING = "own_ring"
"""A widget with this property set paints its own ring."""


class FocusRing(QWidget):
    """The ring. One for the program: it goes to the window in which the focus is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._home = window
        self._marked: QWidget | None = None
        self._watched: list[QWidget] = []
        self._shift = QPoint()
        self._whole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def marked(self) -> QWidget | None:
        """What the ring stands round now, or None where it is hidden."""
        return self._marked if self.isVisible() else None

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._unwatch()
        self._marked = new if new is not None and self._wanted(new) else None
        if self._marked is None:
            self.hide()
            return
        above: QWidget | None = self._marked
        while above is not None and above is not self._home:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()
        self._place()

    def _wanted(self, widget: QWidget) -> bool:
        """Whether this is ours to mark."""
        if widget.window() is not self._home or isinstance(widget, QAbstractItemView | QMenu | QMenuBar):
            return False
        if widget.property(OWN_RING):
            return False
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not (by_mouse and isinstance(widget, QAbstractButton))

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the marked widget goes."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        """Stand round the marked widget, as far as it is in sight."""
        marked = self._marked
        if marked is None or not isValid(marked) or not marked.isVisible():
            self.hide()
            return
        reach = tokens().size["focus_ring"] + tokens().size["focus_gap"]
        top = marked.mapTo(self._home, QPoint(0, 0))
        self._whole = QRect(top, marked.size()).adjusted(-reach, -reach, reach, reach)
        seen = self._whole.intersected(self._sight(marked))
        if not seen.intersects(QRect(top, marked.size())):
            self.hide()
            return
        self._shift = self._whole.topLeft() - seen.topLeft()
        self.setGeometry(seen)
        self.show()
        self.raise_()
        self.update()

    def _sight(self, widget: QWidget) -> QRect:
        """The part of the window in which the widget can be seen."""
        sight = self._home.rect()
        above = widget.parentWidget()
        while above is not None and above is not self._home:
            around = above.parentWidget()
            if isinstance(around, QAbstractScrollArea) and around.viewport() is above:
                sight = sight.intersected(QRect(above.mapTo(self._home, QPoint(0, 0)), above.size()))
            above = around
        return sight

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        thick = tokens().size["focus_ring"]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), thick))
        half = thick / 2
        where = QRectF(QRect(self._shift, self._whole.size())).adjusted(half, half, -half, -half)
        radius = tokens().radius["field"] + tokens().size["focus_gap"] + half
        painter.drawRoundedRect(where, radius, radius)
