"""Dates, times and numbers: the reading stands under the field, and what cannot be read is kept with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk.review.catalogue import field_of
from imr_desk.review.known_date import KnownDate
from ui.widgets.editors.for_field import editor_for
from ui.widgets.editors.readers import day_editor, known_date_editor, number_editor, time_editor
from ui.widgets.editors.typed import TypedEditor
from ui.widgets.field_row import FieldRow


def retype(editor: TypedEditor[object], words: str) -> None:
    editor.box.selectAll()
    QTest.keyClicks(editor.box, words)


def test_known_date_reading_follows_what_is_typed(show: Callable[..., None]) -> None:
    row = FieldRow("Date", known_date_editor())
    show(row, 400, 120)
    retype(row.editor, "about march 2025")
    assert row.reading() == "About March 2025 · sorts at 1 March 2025"
    retype(row.editor, "about marchish")
    assert row.reading() == ""
    assert row.error() == ""


def test_known_date_by_which_nothing_is_ordered_does_not_say_where_it_sorts(show: Callable[..., None]) -> None:
    row = FieldRow("Learned on", editor_for(field_of("entry", "learned_on")))
    show(row, 400, 120)
    retype(row.editor, "about march 2025")
    assert row.reading() == "About March 2025"


def test_known_date_keeps_the_words_typed(show: Callable[..., None]) -> None:
    editor = known_date_editor()
    show(editor, 400)
    retype(editor, "c. March 2025")
    editor.commit()
    assert editor.value() == KnownDate("2025-03~", "c. March 2025")
    editor.set_value(KnownDate("2025-03~", "c. March 2025"))
    assert editor.box.text() == "c. March 2025"


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("Thu 6 Nov 2013", "6 November 2013 was a Wednesday, not a Thursday."),
        ("4 May 2013 at 4", "The time is read as 04:00, by the 24-hour clock."),
        ("4 May 2013 (second letter)", "Words beside the date are kept with it and not read."),
    ],
)
def test_what_does_not_fit_in_a_date_is_pointed_out_under_the_field(
    show: Callable[..., None], typed: str, note: str
) -> None:
    row = FieldRow("Date", known_date_editor())
    show(row, 400, 120)
    retype(row.editor, typed)
    assert row.reading().endswith(f" · {note}")


def test_date_that_does_not_exist_stays_with_its_reason_and_is_not_kept(show: Callable[..., None]) -> None:
    row = FieldRow("Date", day_editor())
    editor = row.editor
    editor.set_value("2025-05-03")
    show(row, 400, 120)
    commits: list[str] = []
    editor.commit_requested.connect(commits.clear)
    retype(editor, "31/02/2025")
    assert row.error() == ""
    editor.commit()
    assert row.error() == "February 2025 has 28 days. Did you mean 28 February 2025 or 1 March 2025?"
    assert editor.box.text() == "31/02/2025"
    assert editor.value() == "2025-05-03"
    assert editor.dirty
    assert editor.box.property("fault") == "yes"
    assert "28 days" in editor.box.accessibleDescription()


def test_date_put_right_loses_the_reason_at_once_and_is_kept(show: Callable[..., None], qtbot: QtBot) -> None:
    row = FieldRow("Date", day_editor())
    show(row, 400, 120)
    retype(row.editor, "31/02/2025")
    row.editor.commit()
    retype(row.editor, "28/02/2025")
    assert row.error() == ""
    with qtbot.waitSignal(row.editor.commit_requested):
        row.editor.commit()
    assert row.editor.value() == "2025-02-28"
    assert row.editor.box.property("fault") is None


def test_date_set_from_outside_clears_the_reason(show: Callable[..., None]) -> None:
    row = FieldRow("Date", day_editor())
    show(row, 400, 120)
    retype(row.editor, "31/02/2025")
    row.editor.commit()
    row.editor.set_value("2025-02-28")
    assert row.error() == ""
    assert row.editor.box.text() == "28 February 2025"
    assert row.reading() == ""


def test_date_emptied_is_kept_as_nothing(show: Callable[..., None], qtbot: QtBot) -> None:
    editor = day_editor()
    editor.set_value("2025-05-03")
    show(editor, 300)
    editor.box.selectAll()
    QTest.keyClicks(editor.box, " ")
    with qtbot.waitSignal(editor.commit_requested):
        editor.commit()
    assert editor.value() is None


@pytest.mark.parametrize(("typed", "value"), [("12", 12), ("1,200", 1200), ("-3", -3), (" 7 ", 7)])
def test_number_is_read_in_figures(qtbot: QtBot, typed: str, value: int) -> None:
    editor = number_editor()
    qtbot.addWidget(editor)
    retype(editor, typed)
    editor.commit()
    assert editor.value() == value


@pytest.mark.parametrize("typed", ["twelve", "1.5", "٣", "1e3", "9" * 13])
def test_number_that_is_none_says_how_to_write_it(qtbot: QtBot, typed: str) -> None:
    editor = number_editor()
    qtbot.addWidget(editor)
    editor.box.setText(typed)
    editor.commit()
    assert "whole number" in editor.problem
    assert editor.value() is None


def test_time_is_read_as_people_write_it(qtbot: QtBot) -> None:
    editor = time_editor()
    qtbot.addWidget(editor)
    retype(editor, "4.15 pm")
    assert editor.reading() == "16:15"
    editor.commit()
    assert editor.value() == "16:15"
