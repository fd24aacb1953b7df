"""A screen reader hears where it stands when the keyboard comes to a list or a table, and the whole of a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looks import settle
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableView, QWidget

from ui.models.rows import RowsModel
from ui.widgets import current_said
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.state_list import StateList
from ui.widgets.state_rows import StateRow
from ui.widgets.surfaces import column
from ui.widgets.table import Table

Show = Callable[..., None]
ROWS = (("CE-001", "3 May 2013", "The police rang."), ("CE-002", "4 May 2013", "A letter came."))


def _column(label: str, at: int) -> TableColumn[tuple[str, str, str]]:
    return TableColumn(label, label, lambda row: Cell(row[at]))


@pytest.fixture
def table() -> Table:
    model = RowsModel((_column("Ref", 0), _column("Date", 1), _column("What happened", 2)), lambda row: row[0])
    model.set_rows(ROWS)
    made = Table("Entries", model, (80, 120, 0))
    model.setParent(made)
    return made


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what Qt is told has the keyboard."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        view = event.object()
        said.append(_child(view, event.child()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return said


def _child(view: object, at: int, text: QAccessible.Text = QAccessible.Text.Name) -> str:
    assert isinstance(view, QAbstractItemView)
    return QAccessible.queryAccessibleInterface(view).child(at).text(text)


def _beside(show: Show, view: QWidget) -> QPushButton:
    """The view in a window with a button that has the keyboard."""
    button, window = QPushButton("Before"), QWidget()
    window.setLayout(column(button, view))
    show(window, 600, 400)
    button.setFocus()
    return button


def test_chosen_row_of_a_table_is_said_when_the_keyboard_comes(show: Show, table: Table, heard: list[str]) -> None:
    _beside(show, table)
    table.go_to_row(1)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert heard == ["CE-002"]


def test_chosen_row_of_a_list_is_said_when_the_keyboard_comes(show: Show, heard: list[str]) -> None:
    rows = StateList("Staff")
    rows.show_rows((StateRow("a", "Crown Prosecutor 1", "Held"), StateRow("b", "Paralegal Officer 1", "Held")))
    rows.choose("b")
    _beside(show, rows)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert heard == ["Paralegal Officer 1, Held"]


def test_row_pressed_by_mouse_is_left_to_qt(show: Show, table: Table, heard: list[str]) -> None:
    _beside(show, table)
    table.go_to_row(1)
    table.setFocus(Qt.FocusReason.MouseFocusReason)
    settle()
    assert heard == []


def test_first_cell_of_a_row_describes_the_rest_of_it(show: Show, table: Table) -> None:
    _beside(show, table)
    place = current_said.place_for_readers(table, table.model().index(1, 0))
    assert _child(table, place) == "CE-002"
    assert _child(table, place, QAccessible.Text.Description) == "4 May 2013. A letter came."
    assert _child(table, place + 1, QAccessible.Text.Description) == ""


def test_second_line_is_said_after_one_stop() -> None:
    assert Cell("He was told.", "Decision by the unit").spoken() == "He was told. Decision by the unit"


def test_row_of_a_list_whose_title_is_a_sentence_is_said_with_one_mark() -> None:
    assert StateRow("a", "The author has not signed.", "R-136").spoken() == "The author has not signed, R-136"


def test_row_of_a_list_shown_as_a_table_is_said(show: Show, heard: list[str]) -> None:
    view = QTableView()
    view.setModel(QStringListModel(["Contents", "1 Introduction"], view))
    show(_beside(show, view).window(), 300, 200)
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    heard.clear()
    current_said.say_current(view)
    assert heard == ["1 Introduction"]
