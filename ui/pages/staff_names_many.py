"""Many staff names at once: a list is pasted, what would become of each line is shown, and then it is registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr, trn
from ui import theme
from ui.models.rows import RowsModel
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import at_left
from ui.widgets.table import Table

TABLE_HIGH = 240
"""How high the table is, in pixels at 100 %."""


@dataclass(frozen=True)
class PlannedLine:
    """A line of the list as it is shown: the name, its job title, what becomes of it, and whether it is registered."""

    line: int
    name: str
    code: str
    fate: str
    is_done: bool

    def __repr__(self) -> str:
        """Without the name: a repr can reach a log."""
        return f"PlannedLine({self.line})"


class ManyNames(Section):
    """Nothing that is pasted here is kept: names go into hashes, job titles into the list of staff."""

    read_asked = Signal(str, str)
    """The list as it was pasted, and the job title where a line has none."""
    register_asked = Signal()
    """Register what was shown."""
    rearranged = Signal()
    planned = Signal()
    """What becomes of each line is shown, or that it is done: it is to be brought into sight."""

    def __init__(self) -> None:
        super().__init__(tr("Many names at once"))
        self.list = ProseEditor(fewest=4, most=10)
        self.title = LineEditor()
        self._list = FieldRow(
            tr("List of names"),
            self.list,
            tr("One person a line or several, with job titles if you have them: from a spreadsheet, a page or a mail."),
        )
        self._title = FieldRow(
            tr("Job title where a line has none"),
            self.title,
            tr("For instance Crown Prosecutor. It is numbered by itself."),
        )
        self.read = Button(tr("Read the list"), "plain")
        self.said = Label("", "label", weight=600)
        columns = (
            TableColumn[PlannedLine](
                "name", tr("Name"), lambda row: Cell(row.name or tr("Line {n}").format(n=row.line))
            ),
            TableColumn[PlannedLine]("code", tr("Job title or code"), lambda row: Cell(row.code, strong=True)),
            TableColumn[PlannedLine]("fate", tr("What becomes of it"), _fate),
        )
        self.model = RowsModel[PlannedLine](columns, key=lambda row: f"{row.line} {row.name}")
        self.table = Table(tr("The list as it was read"), self.model, (0, 220, 240))
        self.model.setParent(self.table)
        self.table.setFixedHeight(theme.px(TABLE_HIGH))
        self.register = Button(tr("Register the names"), "plain")
        for part in (self._list, self._title, at_left(self.read), self.said, self.table, at_left(self.register)):
            self.add(part, 2)
        self.read.clicked.connect(self._read)
        self.register.clicked.connect(self.register_asked)
        self.list.edited.connect(self._typed)
        self.title.edited.connect(self._typed)
        self._show(())

    # ---- what is shown
    def show_plan(self, lines: Sequence[PlannedLine]) -> None:
        """What would become of each line; the keyboard goes to the table."""
        self._show(tuple(lines))
        if not lines:
            self.say_problem(tr("No name was read in this list."))
            return
        announce(self, self.said.text())
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.planned.emit()

    def _show(self, lines: tuple[PlannedLine, ...]) -> None:
        ready = sum(line.is_done for line in lines)
        left = len(lines) - ready
        words = [trn("{n} name will be registered.", "{n} names will be registered.", ready)]
        if left:
            words.append(trn("{n} line is left out.", "{n} lines are left out.", left))
        self.model.set_rows(lines)
        self.said.setText(" ".join(words) if lines else "")
        self.register.say(trn("Register {n} name", "Register {n} names", ready))
        for part in (self.said, self.table):
            part.setHidden(not lines)
        self.register.setHidden(not ready)
        self.rearranged.emit()

    def registered(self, number: int) -> None:
        """Say that they were registered, and forget the list."""
        self.clear()
        words = trn(
            "{n} name was registered. The name itself was not kept.",
            "{n} names were registered. The names themselves were not kept.",
            number,
        )
        self.said.setText(words)
        self.said.show()
        self.list.setFocus()
        self.planned.emit()
        announce(self, words)

    def say_problem(self, sentence: str) -> None:
        """Say why the list was not read or registered."""
        self.list.show_problem(sentence)
        self.list.setFocus()

    def clear(self) -> None:
        """Forget what was pasted."""
        self.list.set_value("")
        self.title.set_value("")
        self.list.show_problem("")
        self._show(())

    # ---- what is asked for
    @Slot()
    def _typed(self) -> None:
        self.list.show_problem("")
        if self.model.rowCount():
            self._show(())

    @Slot()
    def _read(self) -> None:
        if not self.list.value().strip():
            self.say_problem(tr("Paste or type a list first."))
            return
        self.read_asked.emit(self.list.value(), self.title.value().strip())


def _fate(row: PlannedLine) -> Cell:
    return Cell(row.fate, tone="text" if row.is_done else "text_quiet")
