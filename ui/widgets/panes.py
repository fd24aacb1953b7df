"""From pane to pane with F6: stages, page, second pane, guidance, status. Each gives the keyboard back where it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.widgets.tab_order import tab_stops


class Pane(NamedTuple):
    """A part of the window, and what in it takes the keyboard the first time."""

    widget: QWidget
    first: Callable[[], QWidget]


class Panes:
    """The panes of a window in order. `listed` gives those that can be seen now."""

    def __init__(self, listed: Callable[[], tuple[Pane, ...]]) -> None:
        self._listed = listed
        self._last: dict[int, QWidget] = {}

    def step(self, by: int) -> None:
        """Go `by` panes on, round and round."""
        panes = self._listed()
        focus = QApplication.focusWidget()
        holding = [at for at, pane in enumerate(panes) if _holds(pane.widget, focus)]
        here = holding[-1] if holding else None  # a second pane stands after the page that holds it
        if here is not None and focus is not None:
            self._last[id(panes[here].widget)] = focus
        to = panes[(0 if by > 0 else -1) if here is None else (here + by) % len(panes)]
        before = self._last.get(id(to.widget))
        if before is None or not isValid(before) or not before.isVisible() or not _holds(to.widget, before):
            before = to.first()
        before.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, inner: QWidget | None) -> bool:
    """Whether something stands in a pane."""
    return inner is not None and (pane is inner or pane.isAncestorOf(inner))


def first_in(pane: QWidget) -> QWidget:
    """The first thing in a pane that Tab would reach; the pane itself where there is none.

    The layouts are asked and never `nextInFocusChain`: Qt for Python takes what that gives for a part of the widget
    that was asked, so that the end of one widget ended Python's side of every layout item after it, and the program.
    """
    return next((each for each in tab_stops(pane) if each.isVisible() and each.isEnabled()), pane)
