"""Which row or cell is the current one, said when the keyboard comes to a list or a table.

Qt tells a screen reader of the list as a whole then, and of a row only when another becomes the current one; so whoever
came by Tab heard ‘Chronology entries, table’ and not where in it they stand.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


def say_current_later(view: QAbstractItemView, event: QFocusEvent) -> None:
    """To be called when a view was given the keyboard: its current row is said after the view itself.

    Not where it was given by the mouse: the row that is pressed then becomes the current one, which Qt says.
    """
    from PySide6.QtGui import QAccessible  # slow to come up: not for the first paint

    if QAccessible.isActive() and event.reason() != Qt.FocusReason.MouseFocusReason:
        QTimer.singleShot(0, view, partial(say_current, view))


def say_current(view: QAbstractItemView) -> None:
    """Tell screen readers that the current row or cell has the keyboard, if there is one and the view has it."""
    index = view.currentIndex()
    if index.isValid() and view.hasFocus():
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(place_for_readers(view, index))
        QAccessible.updateAccessibility(event)


def place_for_readers(view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> int:
    """The number of a cell among the children of its view, as Qt counts them: by rows, with the headers of a table."""
    if not isinstance(view, QTableView):
        return index.row()
    columns = view.horizontalHeader().count()  # which models of lists tell to nobody but Qt
    return (index.row() + 1) * (columns + 1) + index.column() + 1
