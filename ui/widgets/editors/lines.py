"""Texts in order, each on a line of its own."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.buttons import Button, IconButton, name_adding
from ui.widgets.editors.base import Editor
from ui.widgets.editors.line import LineBox
from ui.widgets.editors.wrapped import WrappedBox
from ui.widgets.surfaces import at_left, column, row

NAME = "{name}, line {n}"


class _Line(QWidget):
    """One line and the button that takes it out."""

    def __init__(self, owner: LinesEditor, text: str) -> None:
        super().__init__()
        self.box = owner.make_box(owner)
        self.box.setText(text)
        self.box.setCursorPosition(0)
        self.remove = IconButton(tr("Take this line out"), Glyph.X)
        self.setLayout(row(self.box, self.remove, gap=4))


class LinesEditor(Editor[tuple[str, ...]]):
    """A list of lines. Return goes on to the next line; Alt+Up and Alt+Down move one; empty lines are left out."""

    make_box: ClassVar[type[LineBox] | type[WrappedBox]] = LineBox

    def __init__(self, add: str = "") -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._name, self._description, self._read_only = "", "", False
        self._box = column(gap=6)
        self._add = Button(add or tr("Add a line"), "small", Glyph.PLUS)
        self._add.clicked.connect(self._add_asked)
        self.setLayout(column(self._box, at_left(self._add), gap=6))
        self._show(())
        self._kept = self._state()

    def value(self) -> tuple[str, ...]:
        """The lines that say something, in order."""
        return tuple(text for line in self._lines if (text := line.box.text()).strip())

    def _show(self, value: tuple[str, ...] | None) -> None:
        if self._lines and (value or ()) == self.value():
            return
        while self._lines:
            self._drop(self._lines[-1])
        for text in value or ("",):
            self._insert(len(self._lines), text)

    def _state(self) -> object:
        return self.value()

    def controls(self) -> tuple[QWidget, ...]:
        """The lines, their buttons and the one that adds another."""
        inner = [control for line in self._lines for control in (line.box, line.remove)]
        return (*inner, self._add)

    def describe(self, name: str, description: str = "") -> None:
        """Each line says which it is."""
        self._name, self._description = name, description
        self.setAccessibleName(name)
        name_adding(self._add, name)
        for n, line in enumerate(self._lines, 1):
            line.box.setAccessibleName(tr(NAME).format(name=name, n=n))
            line.box.setAccessibleDescription(description)
            words = tr("Take line {n} out").format(n=n)
            line.remove.setAccessibleName(words)
            line.remove.setToolTip(words)

    def mark_fault(self, on: bool) -> None:
        """Lines hold any text: there is no fault to mark."""

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self._read_only = on
        self._add.setVisible(not on)
        for line in self._lines:
            line.box.setReadOnly(on)
            line.remove.setVisible(not on)

    # ---- lines in and out
    def _insert(self, at: int, text: str) -> _Line:
        line = _Line(self, text)
        line.box.setReadOnly(self._read_only)
        line.remove.setVisible(not self._read_only)
        line.box.textEdited.connect(self._typed)
        line.box.editingFinished.connect(self.commit)
        line.box.returnPressed.connect(partial(self._next, line))
        line.remove.clicked.connect(partial(self._remove, line))
        line.box.installEventFilter(self)
        self._lines.insert(at, line)
        self._box.insertWidget(at, line)
        self.describe(self._name, self._description)
        self.rearranged.emit()
        return line

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.box.removeEventFilter(self)
        line.box.blockSignals(True)
        line.hide()
        end(line)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move a line with Alt+Up and Alt+Down."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and not self._read_only:
                self._move(next(line for line in self._lines if line.box is watched), step)
                return True
        return False

    def _move(self, line: _Line, by: int) -> None:
        at = self._lines.index(line)
        to = at + by
        if 0 <= to < len(self._lines):
            self._lines.insert(to, self._lines.pop(at))
            self._box.removeWidget(line)
            self._box.insertWidget(to, line)
            self.rearranged.emit()
            line.box.setFocus()
            self.describe(self._name, self._description)
            self.touched()
            self.commit()

    def _next(self, line: _Line) -> None:
        """Go on to the next line, a new one after the last."""
        at = self._lines.index(line) + 1
        if at == len(self._lines) and line.box.text().strip():
            self._insert(at, "")
        if at < len(self._lines):
            self._lines[at].box.setFocus()

    def _remove(self, line: _Line) -> None:
        at = self._lines.index(line)
        self._drop(line)
        if not self._lines:
            self._insert(0, "")
        self.describe(self._name, self._description)
        self._lines[min(at, len(self._lines) - 1)].box.setFocus()
        self.touched()
        self.commit()

    @Slot()
    def _add_asked(self) -> None:
        self._insert(len(self._lines), "").box.setFocus()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.touched()


class WrappedLinesEditor(LinesEditor):
    """A list of lines each of which wraps, for texts as long as a sentence."""

    make_box: ClassVar[type[LineBox] | type[WrappedBox]] = WrappedBox
