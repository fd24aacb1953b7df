"""Every key in the chronology is answered where it can be seen, and words that lead nowhere yet are not lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import focused, press, tab_to, write
from looks import faults
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, page_shown, review_in, running

from imr_desk.review.record import Record
from ui.pages.chronology import ChronologyPage
from ui.program import Program
from ui.widgets.icon_view import IconView

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """An empty review at the chronology, a new row begun."""
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *review_in(tmp_path, ""), stage=4)
        in_use(qtbot, made)
        press(KEY.Key_Return, CTRL)
        yield made


def page_of(program: Program) -> ChronologyPage:
    return page_shown(program, ChronologyPage)


def entries(program: Program) -> tuple[Record, ...]:
    assert program.review is not None
    return program.review.bridge.review.all("entry")


def type_source_nobody_listed() -> None:
    write("4 May 2013")
    tab_to("Source: record")
    write("Case file 12")
    press(KEY.Key_Tab)
    write("p. 3")


def test_source_that_is_in_no_list_is_held_with_its_page_when_the_row_is_left(program: Program) -> None:
    page = page_of(program)
    type_source_nobody_listed()
    press(KEY.Key_Escape)
    assert page.unreadable_notice.isVisible()
    tab_to("Go to it", back=True)
    press(KEY.Key_Space)
    assert focused().accessibleName() == "Source, row 1: Record"
    assert focused().property("text") == "Case file 12"
    press(KEY.Key_A, CTRL)
    write("Case file 12")
    press(KEY.Key_Return)
    press(KEY.Key_Return)
    press(KEY.Key_Escape)
    (row,) = entries(program)[0].rows("sources")
    assert (row.text("place"), page.host.review[row.link("record")].text("description")) == ("p. 3", "Case file 12")


def test_return_on_a_source_that_is_not_listed_offers_to_add_it_and_adds_it_when_pressed_again(
    program: Program,
) -> None:
    assert program.review is not None
    tab_to("Source: record")
    write("Case file 12")
    press(KEY.Key_Return)
    assert not program.review.bridge.review.all("record")
    press(KEY.Key_Return)
    assert [each.text("description") for each in program.review.bridge.review.all("record")] == ["Case file 12"]


def test_reason_why_a_row_cannot_be_left_is_in_sight(program: Program) -> None:
    page = page_of(program)
    type_source_nobody_listed()
    press(KEY.Key_Return)
    field = page.writing.writer.unreadable()
    assert field is not None
    assert focused().accessibleName() == "Source: record"
    view = page.table.viewport()
    assert 0 <= field.mapTo(view, QPoint(0, 0)).y() <= view.height() - focused().height()


def test_weekday_that_does_not_fit_bears_no_tick(program: Program) -> None:
    page = page_of(program)
    write("Mon 4 May 2013")
    field = page.writing.writer.fields[0]
    tones = [each._tone for each in field.findChildren(IconView) if each.isVisible()]
    assert "not a Monday" in field.reading()
    assert tones == ["wait"]
    press(KEY.Key_A, CTRL)
    write("Sat 4 May 2013")
    assert field._reading.icon._tone == "good"


def test_time_that_cannot_be_read_marks_its_own_box_alone(program: Program) -> None:
    editor = page_of(program).writing.writer.fields[0].editor
    write("4 May 2013")
    press(KEY.Key_Tab)
    write("25:99")
    press(KEY.Key_Tab)
    assert [bool(each.property("fault")) for each in editor.controls()] == [False, True]
    press(KEY.Key_Backtab)
    press(KEY.Key_Backtab)
    press(KEY.Key_A, CTRL)
    write("31 June 2013")
    press(KEY.Key_Tab)
    assert [bool(each.property("fault")) for each in editor.controls()] == [True, False]


def test_key_that_can_do_nothing_says_why_at_the_head_until_the_person_goes_on(program: Program) -> None:
    page = page_of(program)
    write("4 May 2013")
    press(KEY.Key_Return)
    write("5 May 2013")
    press(KEY.Key_Escape)
    press(KEY.Key_Right)
    press(KEY.Key_D, CTRL)
    assert page.head.lead.text() == "There is nothing in this field of the row above."
    press(KEY.Key_Up)
    assert page.head.lead.text().startswith("2 entries")
    press(KEY.Key_Semicolon, CTRL)
    assert page.head.lead.text().startswith("Today’s date goes into")
    press(KEY.Key_F2)
    press(KEY.Key_D, CTRL)
    assert page.head.lead.text() == "There is nothing in this field of the row above."


def test_redo_that_brings_the_first_entry_back_gives_the_table_the_keyboard(program: Program) -> None:
    page = page_of(program)
    write("4 May 2013")
    press(KEY.Key_Escape)
    press(KEY.Key_Z, CTRL)
    assert focused() is page.notices.first
    press(KEY.Key_Y, CTRL)
    assert page.table.hasFocus()


def test_notices_over_a_low_window_are_not_cut_and_the_filters_give_way(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    program.window.resize(960, 540)
    write("4 May 2013")
    press(KEY.Key_Escape)
    assert page.filters.isVisible()
    press(KEY.Key_Return, CTRL)
    write("31 Feb 2013")
    press(KEY.Key_Escape)
    program.window.desk.notices.tell("test", "bad", "Not exported.", "Nothing leaves.")
    qtbot.waitUntil(lambda: page.filters.isHidden() and not faults(program.window))
    assert page.unreadable_notice.isVisible()
    program.window.resize(1280, 800)
    qtbot.waitUntil(page.filters.isVisible)


def test_example_of_an_empty_chronology_goes_where_the_window_is_too_low_for_it(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    press(KEY.Key_Escape)
    example = page.empty.example
    assert example is not None
    qtbot.waitUntil(example.isVisible)
    program.window.resize(960, 540)
    qtbot.waitUntil(lambda: example.isHidden() and not faults(program.window))
