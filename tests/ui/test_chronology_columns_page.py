"""The columns of the chronology in the window: chosen, named, hidden, put in order and written in, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from by_keys import focused, press, push, tab_to, write
from chronology_tools import Asked, small_review
from factories import full_entry, record, with_record, with_values
from looks import SIZES, look_at, settle, unnamed
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from imr_desk.operations.general import Batch, SetFields
from imr_desk.review.chronology_columns import CELLS, columns_of, further_words, shown
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.models.chronology_columns import as_read, on_screen, spread
from ui.pages.chronology import ChronologyPage
from ui.widgets.cell_delegate import PAD
from ui.widgets.text_block import TextBlock

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(show: Callable[..., None]) -> ChronologyPage:
    made = ChronologyPage()
    show(made, 1200, 700)
    return made


@pytest.fixture
def asked(page: ChronologyPage) -> Asked:
    made = Asked(page, small_review())
    settle()
    page.open_columns()
    QApplication.processEvents()
    return made


def heads(page: ChronologyPage) -> list[str]:
    rows = page.table.rows
    return [str(rows.headerData(at, Qt.Orientation.Horizontal)) for at in range(rows.columnCount())]


def row_said(page: ChronologyPage) -> dict[str, str]:
    assert page.table.choose("CE-001")
    rows, at_row = page.table.rows, page.table.currentIndex().row()
    return {head: str(rows.index(at_row, at).data()) for at, head in enumerate(heads(page))}


def cells(asked: Asked) -> list[str]:
    return [each.cell for each in columns_of(asked.review)]


def each_column(asked: Asked) -> None:
    tab_to("On the screen")
    press(KEY.Key_End)


def test_columns_are_few_until_the_author_wants_each_by_itself(asked: Asked) -> None:
    assert heads(asked.page) == ["Ref", "Date", "What happened", "Source and links"]
    each_column(asked)
    assert heads(asked.page)[:6] == ["Ref", "Date", "Time", "Source", "Case", "Concerns"]
    press(KEY.Key_Home)
    assert heads(asked.page) == [each.label for each in as_read()]


def test_column_is_renamed_hidden_and_put_elsewhere_and_the_review_keeps_it(asked: Asked) -> None:
    each_column(asked)
    tab_to("Name of the column Case")
    press(KEY.Key_A, CTRL)
    write("Which file")
    press(KEY.Key_Tab)
    assert "Which file" in heads(asked.page)
    push("Hide: Which file")
    assert "Which file" not in heads(asked.page)
    assert focused().accessibleName() == "Show: Which file"
    push("Up: Concerns")
    assert cells(asked).index("concerns") < cells(asked).index("case")
    assert heads(asked.page) == [each.heading for each in shown(columns_of(asked.review))]
    assert all(isinstance(each, SetFields) and each.kind == "chronology_layout" for each in asked.operations)


def test_date_and_source_have_no_button_that_hides_them(asked: Asked) -> None:
    names = {each.name.box.accessibleName(): each for each in asked.page.columns.rows}
    for heading in ("Date", "Source"):
        assert names[f"Name of the column {heading}"].hide_button.isHidden()
    assert not names["Name of the column Case"].hide_button.isHidden()


def test_column_of_the_authors_own_is_added_and_written_in_and_stays_with_its_entry(asked: Asked) -> None:
    page = asked.page
    each_column(asked)
    tab_to("Another column")
    write("Weather")
    press(KEY.Key_Return)
    assert heads(page)[-1] == "Weather"
    press(KEY.Key_Escape)
    assert page.table.hasFocus()
    page.table.go_to_row(0)
    press(KEY.Key_F2)
    tab_to("Weather")
    write("Rain.")
    press(KEY.Key_Escape)
    assert further_words(asked.review["CE-001"], "column_1") == "Rain."
    page.open_columns()
    row = page.columns.rows[-1]
    assert row.name.value() == "Weather"
    page.columns.show_review()
    page.open_entry("CE-001")
    field = next(each for form in page.pane.forms() for each in form.rows if each.label.text() == "Weather")
    assert field.editor.value() == "Rain."


def test_own_column_without_words_can_be_taken_out_and_one_with_words_cannot(asked: Asked) -> None:
    columns = [{"cell": "date", "heading": "Date"}, {"cell": "source", "heading": "Source"}]
    columns.extend({"cell": f"own:{each}", "heading": each} for each in ("empty", "used"))
    now = with_record(asked.review, record("chronology_layout", "chronology_layout", columns=tuple(columns)))
    asked.show(with_record(now, record("entry", "CE-009", further=({"column": "used", "words": "x"},))))
    shown_out = {each.name.value(): not each.out.isHidden() for each in asked.page.columns.rows}
    assert shown_out == {"Date": False, "Source": False, "empty": True, "used": False}


def test_other_set_is_taken_as_one_step(asked: Asked) -> None:
    tab_to("Set")
    press(KEY.Key_Home)
    press(KEY.Key_Down)
    assert isinstance(asked.operations[-1], Batch)
    assert asked.review.one("review").text("chronology_columns") == "C0"
    assert cells(asked)[:6] == ["ref", "date", "time", "end_date", "end_time", "source"]


def test_every_column_the_program_fills_says_something_of_an_entry_that_has_it_all(asked: Asked) -> None:
    asked.show(with_record(asked.review, full_entry()))
    columns = tuple({"cell": each, "heading": each} for each in CELLS)
    every = record("chronology_layout", "chronology_layout", columns=columns, on_screen="each")
    asked.show(with_record(asked.review, every))
    said = row_said(asked.page)
    assert heads(asked.page) == list(CELLS)
    assert [head for head in said if not said[head]] == []
    assert [said[each] for each in ("time", "end_date", "end_time")] == ["22:00", "5 May 2021", "02:00"]


@pytest.mark.parametrize(("hidden", "time"), [(True, "14:00 to 15:00"), (False, "14:00")])
def test_time_says_its_end_only_where_no_other_column_does(asked: Asked, *, hidden: bool, time: str) -> None:
    asked.show(with_values(asked.review, "CE-001", date="4 May 2013, 14:00 to 15:00"))
    columns = [{"cell": each, "heading": each} for each in ("date", "source", "time")]
    columns.append({"cell": "end_time", "heading": "end_time", "hidden": hidden})
    layout = record("chronology_layout", "chronology_layout", columns=tuple(columns), on_screen="each")
    asked.show(with_record(asked.review, layout))
    assert row_said(asked.page)["time"] == time


def test_name_that_is_there_already_is_refused_in_words(asked: Asked) -> None:
    tab_to("Another column")
    write("comment")
    before = list(asked.operations)
    press(KEY.Key_Return)
    assert asked.page.columns.new is not None
    assert asked.page.columns.new.problem == "There is a column of that name already."
    assert asked.operations == before


def test_signed_report_lets_columns_be_read_and_not_changed(asked: Asked) -> None:
    asked.show(with_record(asked.review, record("signature", "SIG-01", role="author", part="report")))
    row = asked.page.columns.rows[4]
    assert row.name.box.isReadOnly()
    assert not row.hide_button.isEnabled()


def test_room_that_is_left_goes_to_text_and_none_is_taken_where_there_is_too_little(asked: Asked) -> None:
    now = with_record(asked.review, record("chronology_layout", "chronology_layout", on_screen="each"))
    columns = on_screen(now)
    usual = tuple(each.width for each in columns)
    assert spread(columns, 300, 1.0) == usual
    wide = spread(columns, sum(usual) + 400, 1.0)
    assert sum(usual) < sum(wide) <= sum(usual) + 400
    assert wide[0] == usual[0]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("each", [False, True])
def test_row_that_is_written_in_and_the_columns_are_not_cut_and_are_named(
    show: Callable[..., None],
    size: QSize,
    each: bool,
) -> None:
    page = ChronologyPage()
    show(page, size.width(), size.height())
    layout = record("chronology_layout", "chronology_layout", **({"on_screen": "each"} if each else {}))
    page.show_review(with_record(Review.of(cps_records()), layout))
    settle()
    page.writing.write("CE-012", "date")
    settle()
    sideways = "outside: RowWriter"  # each column by itself: the table scrolls
    assert [fault for fault in look_at(page, size) if not (each and fault.startswith(sideways))] == []
    assert unnamed(page) == []
    page.writing.leave()
    page.reader.begin()
    settle()
    assert look_at(page, size) == []
    page.open_columns()
    settle()
    assert look_at(page, size) == []
    assert unnamed(page) == []


@pytest.mark.parametrize("name", ["C0", "C3", "C6", "C7"])
def test_no_heading_is_cut_where_each_column_stands_by_itself(show: Callable[..., None], name: str) -> None:
    page = ChronologyPage()
    asked = Asked(page, small_review())
    show(page, 900, 600)
    layout = record("chronology_layout", "chronology_layout", on_screen="each")
    now = with_record(with_record(asked.review, layout), record("review", "review", chronology_columns=name))
    asked.show(now)
    for at, column in enumerate(page.table.columns):
        assert page.table.columnWidth(at) >= TextBlock(column.label, "caption", weight=600).width + 2 * PAD


def test_time_typed_with_the_date_stands_in_its_column_while_the_row_is_written(page: ChronologyPage) -> None:
    asked = Asked(page, small_review())
    asked.show(with_record(asked.review, record("chronology_layout", "chronology_layout", on_screen="each")))
    at = [each.name for each in page.table.columns].index("time")

    def said() -> str:
        return " ".join(each.text() for each in page.writing.writer._holders[at].findChildren(QLabel))

    page.writing.write("CE-001", "date")
    assert said() == "16:15"
    box = page.writing.writer.fields[0].editor.controls()[1]
    assert isinstance(box, QLineEdit)
    box.selectAll()
    QTest.keyClicks(box, "9.30am")
    assert said() == "09:30"
    box.selectAll()
    QTest.keyClicks(box, "tea time")
    assert said() == "tea time"
    page.writing.write("CE-002", "date")
    assert said() == ""
