"""Texts are read in stretches: nothing is lost between them, and an edit has only what it touched read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

import pytest
from form_bench import Bench
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.names.guard import Guard
from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.review.free_text import all_texts
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.pages.chronology_filter_panel import FilterPanel
from ui.pages.sign_off_forms import ElsewhereForm
from ui.pages.sign_off_reopen import ReopenForm
from ui.widgets.field_row import FieldRow
from ui.widgets.names.boxes import Units, select
from ui.widgets.names.field_names import names_round
from ui.widgets.names.marker import PAUSE_MS
from ui.widgets.names.stretches import WHOLE, stretches
from ui.widgets.names.watch import NameBook, watch

KEY = bytes(range(32))
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, ())

NOT_PEOPLE = ["Not a person here", "Never a person"]


@lru_cache(maxsize=1)
def long_text() -> str:
    """Fifty paragraphs with a few names in them, one at each end of a paragraph."""
    words = " ".join(text.text for text in all_texts(Review.of(cps_records()))).split()
    made = []
    for at in range(0, 5000, 100):
        paragraph = " ".join(words[at : at + 100])
        made.append(f"Osric Pellbrook wrote. {paragraph} It was Mrs Quillfeather." if at % 300 == 0 else paragraph)
    return "\n".join(made)


@pytest.fixture
def book() -> Iterator[list[str]]:
    """Names are told by `GUARD`; the list has every text that it was asked about."""
    asked: list[str] = []

    def marks(text: str) -> object:
        asked.append(text)
        return GUARD.marks(text)

    watch().take(NameBook(marks, lambda _id: "Caseworker 1", lambda _kind: (), lambda _kind, words: words))  # type: ignore[arg-type]
    yield asked
    watch().take(None)


@given(st.text(alphabet="aB .!?\n\u00a0\u2019", max_size=4 * WHOLE))
@settings(max_examples=60, deadline=None)
def test_stretches_cover_every_word_of_a_text_once_and_in_order(text: str) -> None:
    at = 0
    for each in stretches(text):
        assert text[each.start : each.start + len(each.text)] == each.text
        assert not text[at : each.start].strip()
        assert text[: each.start].endswith(each.before)
        assert text[each.start + len(each.text) :].startswith(each.after)
        at = each.start + len(each.text)
    assert not text[at:].strip()


@given(st.text(max_size=60), st.integers(0, 60))
def test_places_in_units_of_qt_and_in_characters_belong_together(text: str, at: int) -> None:
    at = min(at, len(text))
    units = Units(text)
    assert units.to_qt(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
    assert units.from_qt(units.to_qt(at)) == at


def bench(show: Callable[..., None], text: str) -> Bench:
    made = Bench("period")
    show(made.window, 700, 500)
    made.row("background").editor.set_value(text)
    return made


def read_all(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not watch().waiting)


def test_names_of_a_long_text_are_those_of_the_whole_of_it(
    qtbot: QtBot, show: Callable[..., None], book: list[str]
) -> None:
    text = long_text()
    made = bench(show, text)
    read_all(qtbot)
    found = [(name.start, name.end) for _, name in made.row("background").names._all()]
    assert found == [(mark.start, mark.end) for mark in GUARD.marks(text)]
    assert len(found) >= 34


@pytest.mark.parametrize("end", ["It was said to Osric\nPellbrook at the door.", "Mrs\nQuill"])
def test_name_that_needs_the_line_before_it_is_found_in_a_long_text_too(
    qtbot: QtBot, show: Callable[..., None], book: list[str], end: str
) -> None:
    text = "The note was made on the day.\n" * 30 + end
    made = bench(show, text)
    read_all(qtbot)
    found = [(name.start, name.end) for _, name in made.row("background").names._all()]
    assert found == [(mark.start, mark.end) for mark in GUARD.marks(text)]
    assert found


def test_typing_has_only_the_paragraph_and_its_neighbours_read_again(
    qtbot: QtBot, show: Callable[..., None], book: list[str]
) -> None:
    made = bench(show, long_text())
    read_all(qtbot)
    assert len(book) > 50
    book.clear()
    box = made.row("background").editor.box
    box.setFocus()
    select(box, len(long_text()) // 2, len(long_text()) // 2)
    QTest.keyClicks(box, "And then ")
    assert book == []
    made.row("background").names.read_now()
    assert 0 < len(book) <= 4


def test_marks_go_along_with_the_words_while_more_is_typed_before_them(
    show: Callable[..., None], book: list[str]
) -> None:
    made = bench(show, "It was Mrs Quillfeather.")
    row = made.row("background")
    row.names.read_now()
    row.editor.setFocus()
    QTest.keyClicks(row.editor.controls()[0], "On the day, ")
    ((_, name),) = row.names._all()
    assert (name.words, name.start) == ("Quillfeather", len("On the day, It was Mrs "))


def test_rare_characters_before_a_name_do_not_move_its_mark(show: Callable[..., None], book: list[str]) -> None:
    made = bench(show, "\U0001f4dd\U0001f4dd It was Mrs Quillfeather.")
    row = made.row("background")
    row.names.read_now()
    (selection,) = row.editor.controls()[0].extraSelections()  # type: ignore[attr-defined]
    assert selection.cursor.selectedText() == "Quillfeather"


def test_date_in_words_with_a_name_is_answered_under_its_one_line(show: Callable[..., None], book: list[str]) -> None:
    made = Bench("entry", record_id="CE-001")
    show(made.window, 700, 900)
    row = made.row("date")
    row.editor.setFocus()
    box = row.editor.controls()[0]
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(box, "about July 2013, says Osric Pellbrook")
    row.names.read_now()
    assert row.names.bar is not None
    assert row.names.bar.shown is not None
    assert row.names.bar.shown.sentence() == "‘Osric Pellbrook’ is a registered name."
    assert row.names.replace() == "Caseworker 1"
    assert box.text() == "about July 2013, says Caseworker 1"  # type: ignore[attr-defined]


def test_cells_of_rows_and_lines_are_read_too(show: Callable[..., None], book: list[str]) -> None:
    made = Bench("participation")
    show(made.window, 700, 900)
    for name in ("reasons", "factors"):
        row = made.row(name)
        box = next(each for each in row.names._markers if each.isEnabled())
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "Osric Pellbrook ")
        row.names.read_now()
        assert [one.words for _, one in row.names._all()] == ["Osric Pellbrook"]
    QApplication.processEvents()


def test_nothing_is_read_and_nothing_marked_while_no_review_is_open(show: Callable[..., None]) -> None:
    made = bench(show, "It was Mrs Quillfeather.")
    row = made.row("background")
    row.names.read_now()
    assert row.names._all() == []
    assert row.names.bar is None


def test_likely_name_that_is_like_a_registered_one_has_all_answers(show: Callable[..., None], book: list[str]) -> None:
    made = bench(show, "Bellbrook was the place.")
    row = made.row("background")
    row.names.read_now()
    bar = row.names.bar
    assert bar is not None
    assert words_on(bar) == ["Replace with Caseworker 1", "Someone else …"]
    bar.go_to()
    QTest.keyClick(bar.first_control(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert words_on(bar) == ["Staff …", "Subject or family …", "Someone in another agency …", *NOT_PEOPLE]
    assert bar.has_keyboard()


def words_on(bar: object) -> list[str]:
    from ui.widgets.buttons import Button

    return [each.words() for each in bar._answers.findChildren(Button)]  # type: ignore[attr-defined]


def test_name_in_a_field_that_is_signed_can_only_be_said_to_be_no_person(
    show: Callable[..., None], book: list[str]
) -> None:
    made = bench(show, "It was Mrs Quillfeather.")
    row = made.row("background")
    row.editor.set_read_only(True)
    row.names.read_now()
    assert row.names.bar is not None
    assert words_on(row.names.bar) == NOT_PEOPLE
    row.editor.set_value("Osric Pellbrook")
    row.names.read_now()
    assert words_on(row.names.bar) == []
    assert "reopened" in row.names.bar._more.text()


def test_likely_name_is_marked_soon_after_the_last_key_and_asked_about_once_it_is_settled(
    qtbot: QtBot, show: Callable[..., None], book: list[str]
) -> None:
    made = bench(show, "")
    row = made.row("background")
    row.editor.setFocus()
    box = row.editor.box
    QTest.keyClicks(box, "It was Mrs Quillfeather")
    assert PAUSE_MS <= 100
    qtbot.waitUntil(lambda: len(box.extraSelections()) == 1)
    assert row.names.bar is None or row.names.bar.isHidden()
    QTest.keyClicks(box, " ")
    qtbot.waitUntil(lambda: row.names.bar is not None and not row.names.bar.isHidden())


def test_text_with_the_keyboard_is_read_before_those_that_wait(show: Callable[..., None], book: list[str]) -> None:
    made = bench(show, "")
    others = [_Waiting() for _ in range(3)]
    for each in others:
        watch().read_soon(each)
    row = made.row("background")
    row.editor.setFocus()
    QTest.keyClicks(row.editor.box, "Mrs Quillfeather ")
    marker = row.names._markers[row.editor.box]
    marker._read_soon()
    assert watch()._waiting[0] is marker


class _Waiting(QObject):
    def read_on(self, until: float) -> bool:
        return until < 0


@pytest.mark.parametrize("made", [ReopenForm, lambda: ElsewhereForm("author"), lambda: FilterPanel(())])
def test_text_that_is_kept_only_once_it_is_sent_is_read_as_well(
    show: Callable[..., None], book: list[str], made: Callable[[], QWidget]
) -> None:
    form = made()
    show(form, 600, 800)
    watched = [names for row in form.findChildren(FieldRow) if (names := names_round(row)) is not None]
    assert watched
    for names in watched:
        (box,) = names._markers
        box.setFocus()
        QTest.keyClicks(box, "Mrs Quillfeather ")
        names.read_now()
        assert [name.words for _, name in names._all()] == ["Quillfeather"]
