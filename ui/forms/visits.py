"""Visits to fields: from the moment the keyboard comes to a field until it goes to another.

The commits of one visit are one step of undo. A menu, a list that drops down or another window does not end a visit.
"""

from __future__ import annotations

import os
from functools import cache
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@runtime_checkable
class Visited(Protocol):
    """A field that wants to know when it was left."""

    def settle(self) -> None:
        """Show what was kept: the keyboard has gone elsewhere."""


class Visits(QObject):
    """Names the visit that is going on. One for the forms of a page."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at: QWidget | None = None
        self._visit = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def visit_of(self, field: QWidget) -> str:
        """The visit going on in this field; a new one each time for a field that has not the keyboard."""
        return self._visit if field is self._at else new_visit()

    def renew(self) -> None:
        """Begin another visit where the keyboard is: what comes now is not of one step with what was before."""
        self._visit = new_visit()

    @Slot(QWidget, QWidget)
    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        field = _field_round(new)
        if field is not None and not self._is_mine(field):
            field = None  # of another page, which has visits of its own
        if field is not self._at:
            left, self._at, self._visit = self._at, field, new_visit()
            if left is not None and isValid(left) and isinstance(left, Visited):
                left.settle()

    def _is_mine(self, field: QWidget) -> bool:
        """Whether a field stands on the page whose visits these are."""
        owner: QObject | None = self.parent()
        while owner is not None and not isinstance(owner, QWidget):
            owner = owner.parent()
        return owner is not None and (owner is field or owner.isAncestorOf(field))


def new_visit() -> str:
    """A name that no visit ever had; undo lives in the file, so it must hold for other sittings too."""
    return os.urandom(8).hex()


def _field_round(widget: QWidget) -> QWidget | None:
    """The field in which a widget stands, lists that drop down from it included."""
    found: QWidget | None = widget
    while found is not None and not _is_field(cast("object", type(found))):
        found = found.parentWidget()
    return found


@cache
def _is_field(kind: object) -> bool:
    """Whether widgets of a kind are `Visited`. To ask each of them takes long, and every page asks at every move."""
    return callable(getattr(kind, "settle", None))
