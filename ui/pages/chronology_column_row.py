"""One column among the columns of the chronology: its name, its place, and whether it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from imr_desk.i18n import tr
from imr_desk.review.chronology_columns import Column, Columns
from ui.widgets.buttons import Button
from ui.widgets.editors.line import LineBox, LineEditor
from ui.widgets.labels import Label
from ui.widgets.names.field_names import FieldNames
from ui.widgets.surfaces import Surface, column, row

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NewName(LineEditor):
    """The name of a column that is to be added."""

    def __init__(self, columns: Callable[[], Columns], placeholder: str) -> None:
        super().__init__(placeholder)
        self._columns = columns

    def find_problem(self) -> str:
        """That another is called so."""
        typed = " ".join(self.value().split()).casefold()
        there = {each.heading.casefold() for each in self._columns()}
        return tr("There is a column of that name already.") if typed in there else ""


class ColumnRow(Surface):
    """Alt+Up and Alt+Down put it elsewhere."""

    renamed = Signal(str, str)
    """The cell, and its new heading."""
    move_asked = Signal(str, int)
    hide_asked = Signal(str, bool)
    out_asked = Signal(str)

    def __init__(self) -> None:
        self._column = Column("", "")
        self.name = LineEditor()
        self.up = Button(tr("Up"), "small_link")
        self.down = Button(tr("Down"), "small_link")
        self.hide_button = Button(tr("Hide"), "small_link")
        self.out = Button(tr("Take out"), "small_link")
        self._always = Label(tr("Always shown"), "small", "text_quiet", wrap=False)
        name = column(self.name, gap=2)
        buttons = row(self._always, self.hide_button, self.up, self.down, self.out, None, gap=12)
        super().__init__(column(name, buttons, gap=2, margins=(0, 0, 0, 4)))
        self.names = FieldNames(self, self._boxes, self.name.commit, name)
        self.name.commit_requested.connect(self._rename)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.hide_button.clicked.connect(self._hide)
        self.out.clicked.connect(self._out)

    def show_column(self, shown: Column, *, first: bool, last: bool, removable: bool) -> None:
        """Be the row of a column; `removable` one may be taken out for good."""
        self._column = shown
        self.name.set_value(shown.heading)
        self.name.describe(tr("Name of the column {name}").format(name=shown.heading))
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        self._always.setHidden(shown.can_hide)
        self.hide_button.setHidden(not shown.can_hide)
        self.hide_button.say(tr("Show") if shown.hidden else tr("Hide"))
        self.out.setHidden(not removable)
        for button, words in (
            (self.up, tr("Up: {name}")),
            (self.down, tr("Down: {name}")),
            (self.hide_button, tr("Show: {name}") if shown.hidden else tr("Hide: {name}")),
            (self.out, tr("Take out: {name}")),
        ):
            button.setAccessibleName(words.format(name=shown.heading))
        self.set_tones("hover" if shown.hidden else None, None)

    def set_read_only(self, on: bool) -> None:
        """Let it be read, and not changed."""
        self.name.set_read_only(on)
        for button in (self.up, self.down, self.hide_button, self.out):
            button.setEnabled(button.isEnabled() and not on)

    def keep_keyboard(self, by: int) -> None:
        """Keep the keyboard on the button that moved it, or the other at the end."""
        button, other = (self.up, self.down) if by < 0 else (self.down, self.up)
        (button if button.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _boxes(self) -> tuple[LineBox, ...]:
        return (self.name.box,)

    @Slot()
    def _rename(self) -> None:
        self.renamed.emit(self._column.cell, self.name.value())

    def _move(self, by: int) -> None:
        self.move_asked.emit(self._column.cell, by)

    @Slot()
    def _hide(self) -> None:
        self.hide_asked.emit(self._column.cell, not self._column.hidden)

    @Slot()
    def _out(self) -> None:
        self.out_asked.emit(self._column.cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down put it elsewhere."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
            return
        super().keyPressEvent(event)
