"""Editors as they stand in a row of a table that is written in: close together, and Return goes on to the next row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from imr_desk.i18n import tr
from ui.tokens import Role
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.prose import ProseBox, ProseEditor
from ui.widgets.editors.rows import Row, RowsEditor

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


class CellSourcesEditor(RowsEditor):
    """The records something comes from, each with its page; the first can be typed at once (R-072)."""

    def _show(self, value: tuple[Row, ...] | None) -> None:
        super()._show(value or ({},))

    def _arrange(self) -> None:
        for form in self._forms:
            form.arrange(across=True, first=False, stacked=True)
            form.remove.setVisible(len(self._forms) > 1 and not self._read_only)
            for each in self._columns:
                box = form.cells[each.name].first_control()
                if hasattr(box, "setPlaceholderText"):
                    box.setPlaceholderText(each.label)
        self._add.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on; another source is rare
        self.rearranged.emit()

    def describe(self, name: str, description: str = "") -> None:
        """Say what is typed into each; with several sources also which it is."""
        super().describe(name, description)
        if len(self._forms) == 1:
            for each in self._columns:
                words = tr("{field}: {part}").format(field=name, part=each.label.lower())
                self._forms[0].cells[each.name].describe(words, description)

    def link_cells(self) -> list[LinkEditor]:
        """The fields in which a record is found."""
        return [cell for cell in self._cells() if isinstance(cell, LinkEditor)]
