"""The entry of the chronology is written by keys, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from chronology_tools import Asked, shown, small_review
from factories import record, review, with_record, with_values
from looks import SIZES, look_at, settle, unnamed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Batch, Delete, Insert, SetFields
from imr_desk.review.dates import parse_known
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.pages.chronology import ChronologyPage

Show = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(show: Show) -> ChronologyPage:
    made = ChronologyPage()
    show(made, 1000, 600)
    return made


@pytest.fixture
def asked(page: ChronologyPage) -> Asked:
    made = Asked(page, small_review())
    settle()
    page.table.setFocus()
    page.table.go_to_row(0)
    return made


def type_into(box: QWidget, words: str) -> None:
    QTest.keyClick(box, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(box, words)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_chronology_return_opens_the_entry_and_escape_goes_back_to_its_row(asked: Asked, qtbot: QtBot) -> None:
    page = asked.page
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.second_pane_toggled):
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.record_id == "CE-002"
    assert focus().accessibleName() == "Date"
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert not page.opened
    assert page.table.hasFocus()
    assert page.table.chosen() == "CE-002"


def test_chronology_double_click_opens_the_entry(asked: Asked) -> None:
    table = asked.page.table
    where = table.visualRect(table.rows.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.page.pane.record_id == "CE-003"


def test_chronology_typed_date_and_event_are_asked_for_as_one_visit_each(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001")
    type_into(focus(), "1 September 2013")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus().accessibleName() == "Event or contact"
    type_into(focus(), "The police wrote.")
    page.flush()
    assert asked.operations == [
        SetFields("entry", "CE-001", {"date": parse_known("1 September 2013")}),
        SetFields("entry", "CE-001", {"event": "The police wrote."}),
    ]
    assert all(asked.visits)
    assert asked.visits[0] != asked.visits[1]
    assert shown(page.table) == ["CE-002", "CE-003", "CE-001"]
    assert page.table.chosen() == page.pane.record_id == "CE-001"


def test_chronology_words_being_typed_are_not_replaced_by_another_showing(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001", "event")
    type_into(focus(), "Half a sen")
    asked.show(with_values(asked.review, "CE-003", event="Changed elsewhere."))
    field = page.pane.field("event")
    assert field is not None
    assert field.editor.value() == "Half a sen"


def test_chronology_open_entry_follows_the_row_that_is_gone_to(asked: Asked, qtbot: QtBot) -> None:
    page = asked.page
    page.open_entry("CE-001")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.pane.record_id == "CE-002")
    assert page.table.hasFocus()


def test_chronology_date_that_cannot_be_read_is_kept_while_another_entry_is_read(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001")
    type_into(focus(), "31 February 2013")
    page.open_entry("CE-002")
    assert asked.operations == []
    assert page.unreadable_notice.isVisible()
    assert "CE-001" in page.unreadable_notice.accessibleDescription()
    page._to_unreadable.click()
    assert page.pane.record_id == "CE-001"
    assert page.unreadable_notice.isHidden()
    field = page.pane.field("date")
    assert field is not None
    assert field.editor.problem.startswith("February 2013 has 28 days.")
    type_into(focus(), "28 February 2013")
    page.close_entry()
    assert asked.operations == [SetFields("entry", "CE-001", {"date": parse_known("28 February 2013")})]


def test_chronology_control_return_begins_a_new_row_under_the_chosen_one_at_its_date(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-002", "event")
    type_into(focus(), "Typed before.")
    QTest.keyClick(focus(), Qt.Key.Key_Return, CONTROL)
    assert asked.operations == [SetFields("entry", "CE-002", {"event": "Typed before."})]
    assert focus().accessibleName() == "Date"
    assert shown(page.table) == ["CE-001", "CE-002", "+", "CE-003"]
    type_into(focus(), "2 December 2013")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert asked.operations[1:] == [Insert("entry", "CE-004", {"date": parse_known("2 December 2013")})]
    assert shown(page.table) == ["CE-001", "CE-002", "CE-004", "CE-003"]
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert shown(page.table) == ["CE-001", "CE-002", "CE-003", "CE-004"]
    assert page.table.chosen() == "CE-004"
    assert page.table.hasFocus()


def test_chronology_delete_says_where_the_entry_is_and_puts_it_back(asked: Asked) -> None:
    page, before = asked.page, asked.review
    page.open_entry("CE-002")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert asked.operations == [Delete("entry", "CE-002")]
    assert shown(page.table) == ["CE-001", "CE-003"]
    assert not page.opened
    assert page.deleted.isVisible()
    QTest.mouseClick(page.deleted.button, Qt.MouseButton.LeftButton)
    assert isinstance(asked.operations[-1], Batch)
    asked.show(before)
    assert page.deleted.isHidden()
    assert page.table.chosen() == "CE-002"


def test_chronology_signed_report_is_read_only_and_says_why(asked: Asked) -> None:
    page = asked.page
    signature = record("signature", "SIG-01", role="author", part="report")
    asked.show(with_record(asked.review, signature))
    assert page.sealed_notice.isVisible()
    assert page.new_button.isHidden()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    QTest.keyClick(page.table, Qt.Key.Key_Return, CONTROL)
    page.open_entry("CE-001")
    assert page.pane.delete.isHidden()
    type_into(focus(), "1 September 2013")
    page.flush()
    assert (asked.operations, asked.new) == ([], [])


def test_chronology_refusal_is_said_at_the_field(asked: Asked) -> None:
    page = asked.page
    page.open_entry("CE-001")
    operation = SetFields("entry", "CE-001", {"event": "Other."})
    assert page.change_refused(operation, "It is sealed.")
    field = page.pane.field("event")
    assert field is not None
    assert field.error() == "It is sealed."
    assert not page.change_refused(SetFields("entry", "CE-003", {"event": "Other."}), "It is sealed.")


def test_chronology_place_of_a_check_is_gone_to(asked: Asked, qtbot: QtBot) -> None:
    page = asked.page
    assert page.focus_place(Place("entry", "CE-003", "sources", ""))
    assert page.pane.record_id == "CE-003"
    assert page.focus_place(Place("entry", "", "date", ""))
    assert page.new_button.hasFocus()
    assert not page.focus_place(Place("entry", "CE-099", "date", ""))
    assert not page.focus_place(Place("staff", "", "code", ""))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_chronology_nothing_is_cut_and_everything_is_named(show: Show, size: Any) -> None:  # noqa: ANN401
    page = ChronologyPage()
    show(page, size.width(), size.height())
    page.show_review(Review.of(cps_records()))
    assert look_at(page, size) == []
    page.open_entry("CE-012")
    settle()
    assert look_at(page, size) == []
    assert unnamed(page) == []


def test_chronology_entry_lies_over_the_table_where_there_is_no_room_for_both(asked: Asked) -> None:
    page = asked.page
    page.resize(700, 500)
    page.open_entry("CE-001")
    settle()
    assert not page.table.isVisible()
    assert page.pane.isVisible()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_chronology_that_is_come_to_has_the_keyboard_in_its_table(show: Callable[..., None]) -> None:
    page = ChronologyPage()
    page.show_review(small_review())
    show(page, 1000, 600)
    assert page.resting_place() is page.table
    page.notes_button.setFocus()
    page.table.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.table.chosen() == "CE-001"
    assert page.table.selectionModel().isRowSelected(0)
    page.show_review(review())
    assert page.resting_place() is page.notices.first
