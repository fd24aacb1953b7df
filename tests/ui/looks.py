"""Looks at a window as a reader would: what is cut off, too wide, too small to press, or has no name.

python tests/ui/looks.py            prints every fault of the kit and the shell at the scale of QT_SCALE_FACTOR
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from ui import theme
from ui.theme import Look
from ui.tokens import SETS, tokens
from ui.widgets.labels import Label, ShortLabel
from ui.widgets.pressable import Pressable
from ui.widgets.stage_list import StageList
from ui.widgets.table import Table

SIZES = (QSize(1280, 800), QSize(1024, 700), QSize(960, 540))
SMALLEST_TARGET = 24
INPUTS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)


def faults(window: QWidget) -> list[str]:
    """Everything that is wrong with what can be seen in a window, one sentence each."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _inside_qt(widget):
            found += _cut(widget) + _small(widget) + _wide(widget) + _outside(widget)
    return found


def unnamed(window: QWidget) -> list[str]:
    """Inputs that can be seen and have no name a screen reader could say."""
    inputs = [each for kind in INPUTS for each in window.findChildren(kind) if not _inside_qt(each)]
    return [_call(each) for each in inputs if each.isVisible() and not each.accessibleName().strip()]


def _inside_qt(widget: QWidget) -> bool:
    """Whether it is a part that Qt made inside one of its own widgets."""
    return widget.objectName().startswith("qt_") or (
        type(widget).__module__.startswith("PySide6")
        and isinstance(widget.parentWidget(), QComboBox | QLineEdit | QAbstractItemView)
    )


def _call(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, Label | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} {words[:50]!r}"


def _cut(widget: QWidget) -> list[str]:
    """Words that have less room than they need."""
    if isinstance(widget, Label) and widget.text() and not isinstance(widget, ShortLabel):
        need = widget.block(widget.width()).height
        one_line = not widget.wordWrap() and widget.width() < widget.natural_width() - 1
        if widget.height() < need or one_line:
            return [f"cut: {_call(widget)} has {_of(widget.size())}, needs {widget.natural_width()}x{need}"]
    if isinstance(widget, Pressable) and widget.height() < widget.heightForWidth(widget.width()):
        return [f"cut: {_call(widget)} is {widget.height()} high, needs {widget.heightForWidth(widget.width())}"]
    if isinstance(widget, Table):
        return _cut_rows(widget)
    return _cut_stages(widget) if isinstance(widget, StageList) else []


def _cut_rows(table: Table) -> list[str]:
    """Rows on screen that are lower than their words."""
    seen = range(max(0, table.rowAt(0)), table.rowAt(table.viewport().height() - 1) + 1)
    return [f"cut: row {row}" for row in seen if table.rowHeight(row) < table.heights.exact(row)]


def _cut_stages(view: StageList) -> list[str]:
    model, delegate = view.model(), view.itemDelegate()
    if model is None or not hasattr(delegate, "blocks"):
        return []
    found = []
    for at in range(model.rowCount()):
        place = view.visualRect(model.index(at, 0))
        name, state = delegate.blocks(model.index(at, 0).data(256), view.viewport().width(), chosen=True)
        if place.height() < name.height + state.height + 8:
            found.append(f"cut: stage {at + 1} is {place.height()} high")
    return found


def _small(widget: QWidget) -> list[str]:
    """What is too small to be pressed, or narrower than its widest word."""
    if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox):
        return []
    if min(widget.width(), widget.height()) < SMALLEST_TARGET:
        return [f"small: {_call(widget)} is {_of(widget.size())}"]
    if isinstance(widget, Pressable) and widget.width() < widget.minimumSizeHint().width():
        return [f"narrow: {_call(widget)} is {widget.width()}, needs {widget.minimumSizeHint().width()}"]
    return []


def _wide(widget: QWidget) -> list[str]:
    """A part that scrolls and is wider than its place: it would be cut at the right."""
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        inner = widget.widget()
        need, has = inner.minimumSizeHint().expandedTo(inner.minimumSize()).width(), widget.viewport().width()
        if need > has:
            return [f"wide: {_call(widget)} needs {need}, has {has}"]
    return []


def _outside(widget: QWidget) -> list[str]:
    """What reaches over the left or right edge of what holds it."""
    holder = widget.parentWidget()
    if holder is None or widget.isWindow():
        return []
    place = QRect(QPoint(0, 0), holder.size())
    own = widget.geometry()
    if own.left() < place.left() or own.right() > place.right():
        return [f"outside: {_call(widget)} {own.left()}..{own.right()} in {type(holder).__name__} {holder.width()}"]
    return []


def _of(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()


def look_at(window: QWidget, size: QSize) -> list[str]:
    """Show a window at a size, and say what is wrong with it, and whether it grew."""
    window.resize(size)
    window.show()
    settle()
    grew = [f"grew: {_of(window.size())} instead of {_of(size)}"] if window.size() != size else []
    return grew + faults(window) + [f"no name: {each}" for each in unnamed(window)]


def look_at_all(app: QApplication, scale: int = 100) -> list[str]:
    """The faults of the kit, the table and the first pages, in every set of colours at every size."""
    import lookers  # imports this module

    found = []
    for name in SETS:
        theme.put_on(app, Look(name, tokens().colours[name], scale))
        for called, make in lookers.WINDOWS.items():
            window = make()
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # laid out, and not painted
            for size in SIZES:
                found += [f"{called}, {name}, {_of(size)}: {each}" for each in look_at(window, size)]
            window.close()
            window.deleteLater()
            settle()
    return found


if __name__ == "__main__":
    print("\n".join(look_at_all(QApplication(["looks"]), int(os.environ.get("TEXT_SCALE", "100")))))  # noqa: T201
