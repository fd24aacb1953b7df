"""Rows of the chronology by keys alone: written over, split, merged, filled from above; a record read by its pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import focused, press, push, tab_to, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, page_shown, review_in, running

from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.pages.chronology import ChronologyPage
from ui.program import Program
from ui.widgets.buttons import IconButton

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The sample in the program, at the chronology."""
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *review_in(tmp_path), stage=4)
        in_use(qtbot, made)
        yield made


def page_of(program: Program) -> ChronologyPage:
    return page_shown(program, ChronologyPage)


def held(program: Program) -> Review:
    assert program.review is not None
    return program.review.bridge.review


def at(program: Program, record_id: str) -> Record:
    assert page_of(program).table.choose(record_id)
    return held(program)[record_id]


def place_caret(after: str) -> None:
    box = focused()
    assert isinstance(box, QTextEdit)
    cursor = QTextCursor(box.document())
    cursor.setPosition(box.toPlainText().index(after) + len(after))
    box.setTextCursor(cursor)


def test_typing_on_a_row_writes_over_its_date_and_undo_brings_it_back(program: Program) -> None:
    before = at(program, "CE-004").get("date")
    write("1")
    write(" June 2011")
    press(KEY.Key_Escape)
    assert held(program)["CE-004"].text("date") == "1 June 2011, 15:40"
    press(KEY.Key_Z, CTRL)
    assert held(program)["CE-004"].get("date") == before


def test_time_typed_with_the_date_takes_the_place_of_the_one_beside_it(program: Program) -> None:
    at(program, "CE-004")
    press(KEY.Key_F2)
    press(KEY.Key_A, CTRL)
    write("2 June 2011 at 9.15 am")
    press(KEY.Key_Tab)
    known = held(program)["CE-004"].known("date")
    assert known is not None
    assert (known.edtf, focused().text()) == ("2011-06-02T09:15:00", "")  # type: ignore[attr-defined]


def test_time_alone_is_no_date_and_is_kept_until_it_has_one(program: Program) -> None:
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Tab)
    write("16:15")
    press(KEY.Key_Tab)
    assert page_of(program).writing.writer.fields[0].error() == "A time alone is no date. Type the date first."
    tab_to("Date", back=True)
    write("3 July 2012")
    press(KEY.Key_Tab)
    assert page_of(program).writing.writer.fields[0].error() == ""
    press(KEY.Key_Escape)
    assert held(program)["CE-101"].text("date") == "3 July 2012, 16:15"


def test_words_that_are_no_time_are_kept_and_said_where_the_date_has_its_time(program: Program) -> None:
    press(KEY.Key_Return, CTRL)
    write("4 May 2013, 16:15")
    press(KEY.Key_Tab)
    write("Mother rang.")
    press(KEY.Key_Tab)
    when = page_of(program).writing.writer.fields[0]
    assert when.error() == "‘Mother rang.’ is no time. The date has one already."
    tab_to("Time", back=True)
    assert focused().text() == "Mother rang."  # type: ignore[attr-defined]


def test_time_typed_after_a_date_that_has_one_counts(program: Program) -> None:
    press(KEY.Key_Return, CTRL)
    write("4 May 2013, 16:15")
    press(KEY.Key_Tab)
    write("17:00")
    press(KEY.Key_Escape)
    assert held(program)["CE-101"].text("date") == "4 May 2013, 17:00"


def test_another_source_is_reached_by_its_keys_from_the_table_and_goes_when_it_is_emptied(program: Program) -> None:
    before = at(program, "CE-004").rows("sources")
    press(KEY.Key_A, CTRL | SHIFT)
    assert focused().accessibleName() == "Source, row 2: Record"
    write("cms record, case a")
    press(KEY.Key_Tab)
    write("p. 7")
    press(KEY.Key_A, CTRL | SHIFT)
    press(KEY.Key_A, CTRL | SHIFT)
    assert focused().accessibleName() == "Source, row 3: Record"
    press(KEY.Key_Escape)
    assert [row.text("place") for row in held(program)["CE-004"].rows("sources")] == [before[0].text("place"), "p. 7"]
    press(KEY.Key_A, CTRL | SHIFT)
    tab_to("Source, row 2: Record", back=True)
    for _ in range(2):
        press(KEY.Key_A, CTRL)
        press(KEY.Key_Delete)
        press(KEY.Key_Tab)
    press(KEY.Key_Escape)
    assert held(program)["CE-004"].rows("sources") == before
    press(KEY.Key_Z, CTRL)
    assert len(held(program)["CE-004"].rows("sources")) == 2


def test_single_source_after_a_row_with_two_is_called_so_and_has_no_button_to_take_it_out(program: Program) -> None:
    assert len(at(program, "CE-001").rows("sources")) == 2
    page_of(program).writing.write("CE-001", "sources")
    assert focused().accessibleName() == "Source, row 1: Record"
    page_of(program).writing.write("CE-002", "sources")
    assert focused().accessibleName() == "Source: record"
    buttons = page_of(program).writing.writer.findChildren(IconButton)
    assert not any(each.isVisible() and each.accessibleName() == "Take row 1 out" for each in buttons)


def test_long_date_is_seen_from_its_beginning_once_it_is_left(program: Program) -> None:
    page_of(program).writing.write("CE-001", "date")
    box = focused()
    press(KEY.Key_End)
    press(KEY.Key_Tab)
    assert box.cursorPosition() == 0  # type: ignore[attr-defined]


def test_person_of_another_agency_is_found_among_the_people_and_kept_apart(program: Program) -> None:
    at(program, "CE-001")
    page_of(program).writing.write("CE-001", "staff")
    code = held(program).all("professional")[0].text("code")
    write(code)
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert held(program)["CE-001"].links("others") == (held(program).all("professional")[0].id,)
    assert code in page_of(program).table.rows.cell(page_of(program).table.rows.place_of("CE-001"), 3).spoken()


def test_writing_begins_in_the_column_in_which_one_stands_and_comes_back_there(program: Program) -> None:
    at(program, "CE-004")
    press(KEY.Key_Right)
    press(KEY.Key_Right)
    press(KEY.Key_F2)
    assert focused().accessibleName() == "Event or contact"
    press(KEY.Key_Escape)
    assert page_of(program).table.currentIndex().column() == 2


def test_today_is_written_by_its_key_in_the_date_of_a_new_row(program: Program) -> None:
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Semicolon, CTRL)
    assert program.review is not None
    today = program.review.bridge.session.clock().date()
    press(KEY.Key_Escape)
    known = held(program)["CE-101"].known("date")
    assert known is not None
    assert known.earliest == today


def test_case_is_found_by_typing_after_the_people(program: Program) -> None:
    case = held(program).all("case")[0]
    press(KEY.Key_Return, CTRL)
    write("3 July 2012")
    tab_to("Case", whole=True)
    write(case.text("code"))
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    assert held(program)["CE-101"].link("case") == case.id
    rows = page_of(program).table.rows
    assert case.text("code") in rows.cell(rows.place_of("CE-101"), 3).spoken()


def test_return_goes_to_the_same_column_of_the_next_row(program: Program) -> None:
    page = page_of(program)
    at(program, "CE-004")
    page.writing.write("CE-004", "event")
    press(KEY.Key_Return)
    assert page.writing.writer.record_id == page.table.rows.key_at(page.table.rows.place_of("CE-004") + 1)
    assert focused().accessibleName() == "Event or contact"


def test_shift_return_begins_another_line_in_a_cell_that_grows(program: Program) -> None:
    page = page_of(program)
    at(program, "CE-001")
    page.writing.write("CE-001", "comment")
    box = focused()
    before, high = box.height(), page.writing.writer.height()
    for _ in range(4):
        press(KEY.Key_Return, SHIFT)
        write("Line.")
    assert box.height() > before
    assert page.writing.writer.height() >= high
    press(KEY.Key_Escape)
    assert held(program)["CE-001"].text("comment").endswith("Line.\nLine.\nLine.\nLine.")


def test_date_that_cannot_be_read_holds_return_and_is_kept_by_escape(program: Program) -> None:
    page = page_of(program)
    press(KEY.Key_Return, CTRL)
    write("31 February 2013")
    press(KEY.Key_Return)
    assert focused().accessibleName() == "Date"
    press(KEY.Key_Escape)
    assert page.table.hasFocus()
    assert page.unreadable_notice.isVisible()
    page._to_unreadable.click()
    field = page.pane.field("date")
    assert field is not None
    assert "31 February 2013" in field.editor.first_control().text()  # type: ignore[attr-defined]
    assert field.editor.problem


def test_entry_is_split_at_the_caret_and_written_on_in_the_second_half(program: Program) -> None:
    text = at(program, "CE-004").text("event")
    page = page_of(program)
    page.writing.write("CE-004", "event")
    first = text.split(". ")[0] + "."
    place_caret(first)
    press(KEY.Key_Return, CTRL | SHIFT)
    new = page.writing.writer.record_id
    assert new not in ("", "CE-004")
    assert held(program)["CE-004"].text("event") == first
    assert f"{first} {held(program)[new].text('event')}" == text
    press(KEY.Key_Escape)
    press(KEY.Key_Z, CTRL)
    assert held(program)["CE-004"].text("event") == text
    assert page.table.chosen() == "CE-004"


def test_entry_is_merged_with_the_one_below_and_undone(program: Program) -> None:
    page = page_of(program)
    at(program, "CE-004")
    below = page.table.rows.key_at(page.table.rows.place_of("CE-004") + 1)
    press(KEY.Key_M, CTRL)
    assert below not in held(program)
    assert page.table.chosen() == "CE-004"
    press(KEY.Key_Z, CTRL)
    assert below in held(program)
    press(KEY.Key_Y, CTRL)
    assert page.table.chosen() == "CE-004"


def test_source_of_the_row_above_is_taken_over_in_the_table(program: Program) -> None:
    page = page_of(program)
    at(program, "CE-004")
    above = page.table.rows.row(page.table.rows.place_of("CE-004") - 1)
    for _ in range(3):
        press(KEY.Key_Right)
    press(KEY.Key_D, CTRL)
    assert held(program)["CE-004"].rows("sources") == above.rows("sources")


def test_record_is_read_page_by_page_and_what_was_not_read_is_said(program: Program) -> None:
    page, bar = page_of(program), page_of(program).reader.bar
    push("Read a record")
    assert focused().accessibleName() == "Record that is read"
    write("cms record, case a")
    press(KEY.Key_Return)
    assert focused().accessibleName() == "Page"
    tab_to("How many pages there are")
    write("6")
    tab_to("Page", back=True, whole=True)
    press(KEY.Key_Return)
    for day in ("3 July 2012", "4 July 2012"):
        write(day)
        press(KEY.Key_Return)
    press(KEY.Key_PageDown, CTRL)
    press(KEY.Key_F5)
    write("5 July 2012")
    press(KEY.Key_Escape)
    new = [each for each in held(program).all("entry") if each.text("date").endswith("July 2012")]
    places = {each.text("date"): each.rows("sources")[0].text("place") for each in new if each.rows("sources")}
    assert places["3 July 2012"] == places["4 July 2012"] == "p. 1"
    assert places["5 July 2012"] == "p. 3"
    record_id = bar.record.value() if bar.record else ""
    record = held(program)[record_id]
    assert (record.text("pages_read"), record.text("pages_nothing"), record.number("pages")) == ("1", "2", 6)
    bar.finish.click()
    assert bar.isHidden()
    assert held(program)[record_id].text("pages_read") == "1, 3"  # there is an entry from the third
    assert page.reader.notice.accessibleName() == "Not read in ‘CMS record, Case A’: pages 4–6."


def test_new_row_that_was_not_typed_in_takes_the_page_that_is_turned_to(program: Program) -> None:
    page = page_of(program)
    push("Read a record")
    write("cms record, case a")
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    press(KEY.Key_PageDown, CTRL)
    tab_to("Source: page or place")
    assert focused().text() == "p. 2"  # type: ignore[attr-defined]
    press(KEY.Key_Escape)
    assert not page.writing.active


def test_record_of_which_every_page_was_read_is_noted_as_examined(program: Program) -> None:
    bar = page_of(program).reader.bar
    push("Read a record")
    write("cms record, case a")
    press(KEY.Key_Return)
    assert bar.record is not None
    record_id = bar.record.value()
    tab_to("How many pages there are")
    write("2")
    press(KEY.Key_Tab)
    press(KEY.Key_F5)
    press(KEY.Key_F5)
    bar.finish.click()
    record = held(program)[record_id]
    assert record.text("pages_nothing") == "1-2"
    assert record.day("examined_on") is not None
    assert page_of(program).reader.notice.accessibleName() == "Every page of ‘CMS record, Case A’ was read."


def test_place_in_the_table_is_not_lost_by_deleting_undoing_and_moving(program: Program) -> None:
    table = page_of(program).table
    at(program, "CE-004")
    press(KEY.Key_Right)
    press(KEY.Key_Right)
    press(KEY.Key_Delete)
    assert table.currentIndex().column() == 2
    press(KEY.Key_Down)
    press(KEY.Key_Z, CTRL)
    assert (table.chosen(), table.currentIndex().column()) == ("CE-004", 2)
    press(KEY.Key_M, CTRL)
    press(KEY.Key_Z, CTRL)
    assert table.currentIndex().column() == 2


def test_today_is_written_by_its_key_where_one_stands_on_a_date_in_the_table(program: Program) -> None:
    at(program, "CE-004")
    press(KEY.Key_Semicolon, CTRL)
    assert page_of(program).table.hasFocus()  # one stands on the reference
    press(KEY.Key_Right)
    press(KEY.Key_Semicolon, CTRL)
    assert focused().accessibleName() == "Date"
    assert program.review is not None
    today = program.review.session().clock().date()
    press(KEY.Key_Escape)
    known = held(program)["CE-004"].known("date")
    assert known is not None
    assert known.earliest == today


def test_filters_make_room_while_a_record_is_read(program: Program) -> None:
    page = page_of(program)
    page.read_record()
    assert page.filters.isHidden()
    press(KEY.Key_Escape)
    page.reader.bar.end()
    QApplication.processEvents()
    assert not page.filters.isHidden()
