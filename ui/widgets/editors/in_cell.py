"""Editors as they stand in a row of a table that is written in: close together, and Return goes on to the next row."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.tokens import Role
from ui.widgets.buttons import FilterButton
from ui.widgets.editors.base import Editor
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.prose import ProseBox, ProseEditor
from ui.widgets.editors.rows import Row, RowsEditor
from ui.widgets.surfaces import at_left

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BREAKS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class CellBox(ProseBox):
    """Text that grows with its words. Return is the row’s; Shift+Return or Alt+Return begins another line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the row."""
        if event.key() not in _RETURNS:
            super().keyPressEvent(event)
        elif event.modifiers() & _CONTROL or not event.modifiers() & _BREAKS:
            event.ignore()
        elif not self.isReadOnly():
            self.insertPlainText("\n")


class CellProseEditor(ProseEditor):
    """Text of any length in a cell."""

    def __init__(self) -> None:
        super().__init__(fewest=1)

    def _make_box(self, role: Role) -> ProseBox:
        return CellBox(self, role)


class _Flag(FilterButton):
    """Space presses it; Return is the row’s."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the row."""
        if event.key() in _RETURNS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CellFlagEditor(Editor[bool | None]):
    """Yes, or nothing said: pressed, or not. A ‘no’ that was said elsewhere stays one until it is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._no = False
        self._button = _Flag("")
        self.setLayout(at_left(self._button))
        self._kept = None
        self._button.clicked.connect(self._pressed)

    def value(self) -> bool | None:
        """The answer."""
        return True if self._button.isChecked() else False if self._no else None

    def _show(self, value: bool | None) -> None:
        self._no = value is False
        self._button.setChecked(value is True)

    def _state(self) -> object:
        return self.value()

    def controls(self) -> tuple[QWidget, ...]:
        """The one button."""
        return (self._button,)

    def describe(self, name: str, description: str = "") -> None:
        """The button bears the name of the field."""
        self._button.say(name)
        super().describe(name, description)

    def set_read_only(self, on: bool) -> None:
        """Let it be read, and not changed."""
        self._button.setEnabled(not on)

    @Slot()
    def _pressed(self) -> None:
        self._no = False
        self.touched()
        self.commit()


class CellSourcesEditor(RowsEditor):
    """The records something comes from, each with its page; the first can be typed at once (R-072)."""

    ADD = "small_link"

    def _show(self, value: tuple[Row, ...] | None) -> None:
        before = len(self._forms)
        super()._show(value or ({},))
        if len(self._forms) < before:  # what a single one is called, and that it is not taken out by a button
            self.describe(self._name, self._description)
            self._arrange()

    def _arrange(self) -> None:
        for form in self._forms:
            form.arrange(across=True, first=False, stacked=True)
            form.remove.setVisible(len(self._forms) > 1 and not self._read_only)
            form.remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by keys a source goes by being emptied
            for each in self._columns:
                box = form.cells[each.name].first_control()
                if hasattr(box, "setPlaceholderText"):
                    box.setPlaceholderText(each.label)
        self._add.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on; another source is rare, and has its keys
        self.rearranged.emit()

    def find_problem(self) -> str:
        """The first cell that cannot be read; with several sources also in which."""
        if len(self._forms) > 1:
            return super().find_problem()
        return next((said for cell in self._cells() if (said := cell.find_problem())), "")

    def describe(self, name: str, description: str = "") -> None:
        """Say what is typed into each; with several sources also which it is."""
        super().describe(name, description)
        if len(self._forms) == 1:
            for each in self._columns:
                words = tr("{field}: {part}").format(field=name, part=each.label.lower())
                self._forms[0].cells[each.name].describe(words, description)

    @Slot()
    def another(self) -> None:
        """Go to an empty source after the others; there is one more where none is empty."""
        if self._forms and not any(cell.value() for cell in self._forms[-1].cells.values()):
            self._forms[-1].cells[self._columns[0].name].setFocus()
        else:
            super().another()

    def link_cells(self) -> list[LinkEditor]:
        """The fields in which a record is found."""
        return [cell for cell in self._cells() if isinstance(cell, LinkEditor)]
