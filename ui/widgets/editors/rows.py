"""A small table of a few rows, typed into: column names above, one row under the other, or each row as a small form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.buttons import Button, ButtonLook, IconButton, name_adding
from ui.widgets.editors.base import Editor
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, column, row

Row = Mapping[str, object]
TypedRow = Mapping[str, tuple[object, str]]
"""A row with what stands in its cells: the value, and the words that could not be read."""


@dataclass(frozen=True)
class Column:
    """One column: its name in the value, its label, and what makes its editor."""

    name: str
    label: str
    make: Callable[[], Editor[Any]]
    least: int = 0
    """The width, in pixels at 100 %, with which it can stand beside the others; 0 for one that cannot."""


def _words_in(cell: Editor[Any]) -> str:
    box = cell.first_control()
    return box.text().strip() if isinstance(box, QLineEdit) else ""


class _RowForm(Surface):
    """One row: its cells side by side where all of them fit, else as a small form, so that nothing is cut."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self.number = Label("", "caption", "text_quiet", wrap=False)
        self.remove = IconButton(tr("Take this row out"), Glyph.X)
        self.cells = {each.name: each.make() for each in columns}
        self._labels = tuple(Label(each.label, "small", "text_soft") for each in columns)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(4)
        for label, each in zip(self._labels, columns, strict=True):
            self._across.addLayout(column(label, self.cells[each.name], None, gap=2), 1)
        self._head = row(self.number, None, self.remove, gap=4)
        self._beside = row(gap=0)
        self._box = column(self._head, row(self._across, self._beside, gap=2), gap=2)
        super().__init__(self._box, radius=8)
        self.arrange(across=False, first=True)

    def arrange(self, *, across: bool, first: bool, stacked: bool = False) -> None:
        """Put the cells side by side, the labels over the first row only; or one under the other.

        `stacked` cells stand one under the other with nothing round them and no labels.
        """
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if across and not stacked else directions.TopToBottom)
        self._across.setSpacing(8 if across else 4)
        self.number.setHidden(across)
        for label in self._labels:
            label.setHidden(across and not first)
        home = self._beside if stacked else self._across if across else self._head
        if home.indexOf(self.remove) < 0:
            home.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._box.setContentsMargins(*((0, 0, 0, 0) if across else (12, 4, 6, 10)))
        self.set_tones(None if across else "page", None if across else "line")


class RowsEditor(Editor[tuple[Row, ...]]):
    """Rows in order. A row without a word in any cell is left out of the value."""

    ADD: ButtonLook = "small"
    """How the button looks that adds a row."""

    def __init__(self, columns: tuple[Column, ...], add: str = "") -> None:
        super().__init__()
        self._columns, self._forms = columns, list[_RowForm]()
        self._name, self._description, self._read_only = "", "", False
        self._across = False
        self._box = column(gap=8)
        self._add = Button(add or tr("Add a row"), self.ADD, Glyph.PLUS)
        self._add.clicked.connect(self.another)
        self.setLayout(column(self._box, at_left(self._add), gap=8))
        self._kept = self._state()

    def value(self) -> tuple[Row, ...]:
        """The rows that say something; a cell that says nothing is not in its row."""
        rows = ({name: cell.value() for name, cell in form.cells.items()} for form in self._forms)
        kept = ({name: cell for name, cell in each.items() if cell not in (None, "", ())} for each in rows)
        return tuple(each for each in kept if each)

    def _show(self, value: tuple[Row, ...] | None) -> None:
        wanted = [dict(each) for each in value or ()]
        while len(self._forms) > len(wanted):
            self._drop(self._forms[-1])
        while len(self._forms) < len(wanted):
            self._insert()
        for form, each in zip(self._forms, wanted, strict=True):
            for name, cell in form.cells.items():
                cell.set_value(each.get(name))

    def _state(self) -> object:
        return tuple(tuple(cell._state() for cell in form.cells.values()) for form in self._forms)

    def find_problem(self) -> str:
        """The first cell that cannot be read, with its row."""
        for n, form in enumerate(self._forms, 1):
            for cell in form.cells.values():
                if sentence := cell.find_problem():
                    return tr("Row {n}: {sentence}").format(n=n, sentence=sentence)
        return ""

    def controls(self) -> tuple[QWidget, ...]:
        """Every control of every cell, and the buttons."""
        inner: list[QWidget] = []
        for form in self._forms:
            for cell in form.cells.values():
                inner.extend(cell.controls())
            inner.append(form.remove)
        return (*inner, self._add)

    def describe(self, name: str, description: str = "") -> None:
        """Each cell says its column and row."""
        self._name, self._description = name, description
        self.setAccessibleName(name)
        name_adding(self._add, name)
        for n, form in enumerate(self._forms, 1):
            form.number.setText(tr("Row {n}").format(n=n))
            words = tr("Take row {n} out").format(n=n)
            form.remove.setAccessibleName(words)
            form.remove.setToolTip(words)
            for each in self._columns:
                label = tr("{name}, row {n}: {column}").format(name=name, n=n, column=each.label)
                form.cells[each.name].describe(label, description)

    def mark_fault(self, on: bool) -> None:
        """Mark the cells that cannot be read."""
        for form in self._forms:
            for cell in form.cells.values():
                cell.mark_fault(on and bool(cell.find_problem()))

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self._read_only = on
        self._add.setVisible(not on)
        for form in self._forms:
            form.remove.setVisible(not on)
            for cell in form.cells.values():
                cell.set_read_only(on)

    # ---- side by side
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells of a row side by side where there is room for all of them."""
        super().resizeEvent(event)
        least = [each.least for each in self._columns]
        across = all(least) and event.size().width() >= theme.px(sum(least) + 8 * len(least) + 36)
        if across is not self._across:
            self._across = across
            self._arrange()

    def _arrange(self) -> None:
        for at, form in enumerate(self._forms):
            form.arrange(across=self._across, first=at == 0)
        self.rearranged.emit()

    # ---- rows in and out
    def _insert(self) -> _RowForm:
        form = _RowForm(self._columns)
        form.remove.clicked.connect(partial(self._remove, form))
        for cell in form.cells.values():
            cell.edited.connect(self.touched)
            cell.commit_requested.connect(self.commit)
            cell.problem_changed.connect(self._cell_problem)
        self._forms.append(form)
        self._box.addWidget(form)
        form.remove.setVisible(not self._read_only)
        self.describe(self._name, self._description)
        if self._read_only:
            self.set_read_only(True)
        self._arrange()
        return form

    def _drop(self, form: _RowForm) -> None:
        self._forms.remove(form)
        self._box.removeWidget(form)
        for cell in form.cells.values():
            cell.blockSignals(True)
        form.hide()
        end(form)

    def _remove(self, form: _RowForm) -> None:
        if form not in self._forms:
            return  # its button was pressed twice before it went
        self._drop(form)
        self.describe(self._name, self._description)
        self._arrange()
        self._add.setFocus()
        self.touched()
        self.commit()

    def add_row(self) -> None:
        """Add an empty row at the end."""
        self._insert()

    @Slot()
    def another(self) -> None:
        """Add an empty row at the end and go to it."""
        form = self._insert()
        form.cells[self._columns[0].name].setFocus()

    @Slot(str)
    def _cell_problem(self, _sentence: str) -> None:
        self._say_problem(self.find_problem() if any(cell.problem for cell in self._cells()) else "")

    def as_typed(self) -> tuple[TypedRow, ...]:
        """Every row as it stands: each cell's value, and its words where these cannot be read."""
        return tuple(
            {name: (cell.value(), _words_in(cell) if cell.find_problem() else "") for name, cell in form.cells.items()}
            for form in self._forms
        )

    def type_in(self, rows: tuple[TypedRow, ...]) -> None:
        """Have rows stand as they were typed elsewhere, with the words that cannot be read."""
        self._show(tuple({name: value for name, (value, _) in each.items()} for each in rows))
        self.rearranged.emit()  # each new cell has to know what there is to choose from before it holds words
        for form, each in zip(self._forms, rows, strict=True):
            for name, (_, words) in each.items():
                box = form.cells[name].first_control()
                if words and isinstance(box, QLineEdit):
                    box.setText(words)
        self.touched()

    def cells_of(self, column: str) -> list[Editor[Any]]:
        """The editors of one column, from the first row to the last."""
        return [form.cells[column] for form in self._forms]

    def _cells(self) -> list[Editor[Any]]:
        return [cell for form in self._forms for cell in form.cells.values()]
