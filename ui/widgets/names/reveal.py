"""Bringing the answers, and the name they are about, into sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

LAYOUT_PASSES = 6
"""What wraps asks for another height once it has its width, and so does what holds it."""
AROUND = 24


def reveal(answers: QWidget | None, focus: QWidget | None) -> None:
    """Scroll the page so that the answers can be seen, and above all what has the keyboard."""
    for _ in range(LAYOUT_PASSES):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for widget in (answers, focus):
        area = _area_round(widget)
        if widget is not None and area is not None and widget.isVisible():
            place = _place_of(widget)
            inner = area.widget()
            at = widget.mapTo(inner, place.center()) if inner is not None else QPoint()
            area.ensureVisible(at.x(), at.y(), 0, min(place.height() // 2 + AROUND, area.viewport().height() // 2))


def _place_of(widget: QWidget) -> QRect:
    """What is to be seen of a widget: of a text the line of the caret, else all of it."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        line = widget.cursorRect()
        return QRect(widget.viewport().mapTo(widget, line.topLeft()), line.size())
    return widget.rect()


def _area_round(widget: QWidget | None) -> QScrollArea | None:
    """The scrolling page in which a widget stands."""
    above = widget.parentWidget() if widget is not None else None
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
