"""Tab goes through a page in reading order, also where parts of it came later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


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
        yield from _stops_in(layout, root.findChildren(QWidget, options=DIRECT))


def _stops_in(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """In the order of a layout, which is asked for the place of each of `widgets`; those that it holds are taken out.

    Never `itemAt`: Python keeps what that gives for as long as the layout is there, also after Qt deleted the item
    (decision 48).
    """
    inner = layout.findChildren(QLayout, options=DIRECT)
    places = [(layout.indexOf(each), each) for each in widgets]
    widgets[:] = [each for at, each in places if at < 0]
    held = [(at, each) for at, each in places if at >= 0] + [(layout.indexOf(each), each) for each in inner]
    for _, each in sorted(held, key=itemgetter(0)):
        yield from tab_stops(each) if isinstance(each, QWidget) else _stops_in(each, widgets)


def _is_stop(widget: QWidget) -> bool:
    """Whether it takes the keyboard itself. A scroll area that only scrolls, and what passes the focus on, do not."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def put_in_reading_order(root: QWidget) -> None:
    """Make Tab go through `root` as it reads. The first stop keeps its place among what lies outside."""
    for before, after in pairwise(tab_stops(root)):
        QWidget.setTabOrder(before, after)
