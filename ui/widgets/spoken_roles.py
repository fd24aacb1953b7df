"""What screen readers take our own widgets for: headings are headings, and a named part of a page is a group.

Qt knows only its own widgets. To it our headings are labels among labels, so that nobody can go from one to the next,
and the name of a section belongs to a filler, which readers pass over in silence.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from ui.widgets.labels import Label

HEADINGS = frozenset({"display", "title", "section"})
"""The roles of type in which headings are set."""


class _Heading(QAccessibleWidget):
    """A label in the type of a heading."""

    def __init__(self, label: Label) -> None:
        super().__init__(label, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text) -> str:
        """Its words as they are now."""
        label = self.object()
        if kind == QAccessible.Text.Name and isinstance(label, Label):
            return label.accessibleName() or label.text()
        return str(super().text(kind))


class _Part(QAccessibleWidget):
    """A widget that only holds others: a group while it has a name, and passed over while it has none."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Client)

    def role(self) -> QAccessible.Role:
        """What it is now."""
        widget = self.object()
        named = isinstance(widget, QWidget) and not widget.isWindow() and bool(widget.accessibleName())
        return QAccessible.Role.Grouping if named else QAccessible.Role.Client


def install() -> None:
    """Have Qt ask here first. To be called once, when there is an application."""
    QAccessible.installFactory(_spoken)


def _spoken(name: str, thing: QObject) -> QAccessibleInterface | None:
    """What readers are told of a thing; None leaves it to Qt. Qt asks by each class, the most special one first."""
    if name != type(thing).__name__:
        return None
    if isinstance(thing, Label):
        return _Heading(thing) if thing.role in HEADINGS else None
    if isinstance(thing, QWidget) and _only_holds(thing):
        return _Part(thing)
    return None


def _only_holds(widget: QWidget) -> bool:
    """Whether it is one of ours that holds others. A field of one control bears its name, and once is enough."""
    from ui.widgets.field_row import FieldRow  # not needed before the first page is painted

    if isinstance(widget, FieldRow) and len(widget.editor.controls()) < 2:
        return False
    known = next(each for each in type(widget).__mro__ if each.__module__.startswith("PySide6"))
    return known is QWidget and type(widget) is not QWidget
