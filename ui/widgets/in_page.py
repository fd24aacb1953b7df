"""A place in a view brought into sight in the page that scrolls round it: the view itself sees to its own alone."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

ROUND = 24


def show_in_page(view: QAbstractItemView, place: QRect) -> None:
    """Scroll the page round a view, if it stands in one, to a place of its viewport; above all to its top."""
    above: QWidget | None = view.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inner = above.widget() if isinstance(above, QScrollArea) else None
    if isinstance(above, QScrollArea) and inner is not None:
        top = view.viewport().mapTo(inner, place.topLeft()).y()
        above.ensureVisible(0, top + place.height(), 0, ROUND)
        above.ensureVisible(0, top, 0, ROUND)
