"""Tab goes through a page in reading order, also where parts of it came later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Everything within `root` that Tab can stop at, hidden or not, in the order of the layouts."""
    if _is_stop(root):
        yield root
        held = getattr(root, "held", None)  # a list whose chosen row holds controls
        if isinstance(held, QWidget):
            yield from tab_stops(held)
        return
    if isinstance(root, QScrollArea):
        held = root.widget()
        yield from tab_stops(held) if held is not None else ()
        return
    layout = root.layout()
    if layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from tab_stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)


def _is_stop(widget: QWidget) -> bool:
    """Whether it takes the keyboard itself. A scroll area that only scrolls, and what passes the focus on, do not."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def put_in_reading_order(root: QWidget) -> None:
    """Make Tab go through `root` as it reads. The first stop keeps its place among what lies outside."""
    for before, after in pairwise(tab_stops(root)):
        QWidget.setTabOrder(before, after)
