"""Choices, answers, lines, rows and links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from link_tools import keys
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.editors.readers import day_editor
from ui.widgets.editors.rows import Column, RowsEditor
from ui.widgets.editors.yes_no import YesNoEditor

CHOICES = (("csc", "Children’s social care"), ("police", "Police"))


def wheel(widget: QWidget) -> QWheelEvent:
    at = QPointF(widget.rect().center())
    return QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


@pytest.mark.parametrize("focused", [False, True])
def test_choice_wheel_is_left_to_the_page(show: Callable[..., None], focused: bool) -> None:
    held, other = QWidget(), QLineEdit()
    editor = ChoiceEditor(CHOICES)
    box = QVBoxLayout(held)
    box.addWidget(other)
    box.addWidget(editor)
    show(held, 300)
    (editor.box if focused else other).setFocus()
    event = wheel(editor.box)
    QApplication.sendEvent(editor.box, event)
    assert editor.value() == ""
    assert not event.isAccepted()


def test_choice_made_by_keyboard_is_committed_at_once(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = ChoiceEditor(CHOICES)
    show(editor, 300)
    editor.box.setFocus()
    with qtbot.waitSignals([editor.edited, editor.commit_requested]):
        QTest.keyClick(editor.box, Qt.Key.Key_Down)
    assert editor.value() == "csc"
    assert not editor.pause_timer.isActive()


def test_choice_other_choices_keep_what_was_chosen(qtbot: QtBot) -> None:
    editor = ChoiceEditor(CHOICES)
    qtbot.addWidget(editor)
    editor.set_value("police")
    editor.set_choices((("police", "The police"), ("health", "Health")))
    assert editor.value() == "police"
    assert editor.box.currentText() == "The police"


def test_yes_no_answer_and_its_taking_back_are_committed(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = YesNoEditor()
    show(editor, 300)
    yes, no, clear = editor.controls()
    assert not clear.isVisible()
    with qtbot.waitSignal(editor.commit_requested):
        no.click()  # type: ignore[attr-defined]
    assert editor.value() is False
    with qtbot.waitSignal(editor.commit_requested):
        clear.click()  # type: ignore[attr-defined]
    assert editor.value() is None
    assert yes.hasFocus()


def test_yes_no_by_keyboard_alone(show: Callable[..., None]) -> None:
    editor = YesNoEditor()
    show(editor, 300)
    yes, no, _ = editor.controls()
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert editor.value() is True
    QTest.keyClick(yes, Qt.Key.Key_Right)
    assert editor.value() is False
    assert no.hasFocus()


def lines_of(editor: LinesEditor) -> list[QLineEdit]:
    return [control for control in editor.controls() if isinstance(control, QLineEdit)]


def test_lines_return_goes_on_to_a_new_line(show: Callable[..., None]) -> None:
    editor = LinesEditor()
    show(editor, 400, 200)
    first = lines_of(editor)[0]
    first.setFocus()
    QTest.keyClicks(first, "Child A")
    QTest.keyClick(first, Qt.Key.Key_Return)
    second = lines_of(editor)[1]
    assert second.hasFocus()
    QTest.keyClicks(second, "The older child")
    editor.commit()
    assert editor.value() == ("Child A", "The older child")
    QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(lines_of(editor)[2], Qt.Key.Key_Return)
    assert len(lines_of(editor)) == 3


def test_lines_move_with_alt_and_arrows(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = LinesEditor()
    editor.set_value(("One", "Two", "Three"))
    show(editor, 400, 200)
    last = lines_of(editor)[2]
    last.setFocus()
    with qtbot.waitSignal(editor.commit_requested):
        QTest.keyClick(last, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.value() == ("One", "Three", "Two")
    assert last.hasFocus()
    assert [line.accessibleName() for line in lines_of(editor)] == [", line 1", ", line 2", ", line 3"]


def test_lines_one_taken_out_gives_the_keyboard_to_the_next(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = LinesEditor()
    editor.set_value(("One", "Two"))
    show(editor, 400, 200)
    with qtbot.waitSignal(editor.commit_requested):
        editor.controls()[1].click()  # type: ignore[attr-defined]
    assert editor.value() == ("Two",)
    assert lines_of(editor)[0].hasFocus()
    editor.controls()[1].click()  # type: ignore[attr-defined]
    assert editor.value() == ()
    assert len(lines_of(editor)) == 1


@pytest.fixture
def rows(show: Callable[..., None]) -> RowsEditor:
    editor = RowsEditor((Column("who", "Told", LineEditor), Column("when", "On", day_editor)))
    editor.describe("Who was told")
    show(editor, 400, 300)
    return editor


def test_rows_a_new_one_takes_the_keyboard_and_is_kept_when_it_says_something(rows: RowsEditor, qtbot: QtBot) -> None:
    rows.controls()[-1].click()  # type: ignore[attr-defined]
    who, when = rows.controls()[0], rows.controls()[1]
    assert who.hasFocus()
    assert who.accessibleName() == "Who was told, row 1: Told"
    rows.commit()
    assert rows.value() == ()
    QTest.keyClicks(who, "Police")
    with qtbot.waitSignal(rows.commit_requested):
        when.setFocus()
    assert rows.value() == ({"who": "Police"},)


def test_rows_cell_that_cannot_be_read_holds_the_commit_and_names_its_row(rows: RowsEditor) -> None:
    rows.set_value(({"who": "Police", "when": "2025-05-03"},))
    when = rows.controls()[1]
    when.setFocus()
    when.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(when, "31/02/2025")
    QTest.keyClick(when, Qt.Key.Key_Return)
    assert rows.problem == "Row 1: February 2025 has 28 days. Did you mean 28 February 2025 or 1 March 2025?"
    assert when.property("fault") == "yes"
    assert rows.controls()[0].property("fault") is None


def test_rows_one_taken_out_is_committed_and_the_rest_renumbered(rows: RowsEditor, qtbot: QtBot) -> None:
    rows.set_value(({"who": "Police"}, {"who": "Health"}))
    with qtbot.waitSignal(rows.commit_requested):
        rows.controls()[2].click()  # type: ignore[attr-defined]
    assert rows.value() == ({"who": "Health"},)
    assert rows.controls()[0].accessibleName() == "Who was told, row 1: Told"


def test_links_one_more_one_less_and_the_way_to_a_record(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = LinksEditor((("TOR-1", "Question 1"), ("TOR-2", "Question 2")))
    editor.set_value(("TOR-1",))
    show(editor, 500, 200)
    editor.box.setFocus()
    with qtbot.waitSignal(editor.commit_requested):
        keys(editor.box, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert editor.value() == ("TOR-1", "TOR-2")
    keys(editor.box, Qt.Key.Key_Down)
    assert editor.box.matches() == ["Everything is chosen already."]
    with qtbot.waitSignal(editor.opened) as opened:
        editor.controls()[0].click()  # type: ignore[attr-defined]
    assert opened.args == ["TOR-1"]
    with qtbot.waitSignal(editor.commit_requested):
        editor.controls()[1].click()  # type: ignore[attr-defined]
    assert editor.value() == ("TOR-2",)


def test_links_record_that_is_not_offered_any_more_is_not_lost(qtbot: QtBot) -> None:
    editor = LinksEditor((("TOR-1", "Question 1"),))
    qtbot.addWidget(editor)
    editor.set_value(("TOR-9", "TOR-1"))
    assert editor.value() == ("TOR-9", "TOR-1")


def test_rows_button_says_for_which_field_it_adds_a_row(show: Callable[..., None]) -> None:
    editor = RowsEditor((Column("page", "Page or place", LineEditor),))
    editor.describe("Source")
    show(editor, 300)
    add = editor.controls()[-1]
    assert add.accessibleName() == "Source: add a row"


def test_lines_button_says_for_which_field_it_adds_a_line(show: Callable[..., None]) -> None:
    editor = LinesEditor()
    editor.describe("Aliases")
    show(editor, 300)
    assert editor.controls()[-1].accessibleName() == "Aliases: add a line"
