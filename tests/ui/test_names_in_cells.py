"""Names in the cells of the chronology: marked as in the fields, for the rows in sight, and gone to by the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review
from names_tools import REGISTERED, SENTENCE, UNKNOWN, desk, field, press, type_here
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from imr_desk.names.guard import Guard
from imr_desk.names.matching import rows_for
from imr_desk.names.register import StaffRegister
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, grown
from ui.pages.chronology_table import ChronologyTable
from ui.widgets.cells import Cell, first_words, free_text
from ui.widgets.names.watch import NameBook, watch

Show = Callable[..., None]
KEY = bytes(range(32))
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", "Osric Pellbrook")), {}, ())
LONG = "The papers were read and nothing was noted. " * 7 + "Osric Pellbrook wrote it down. " + "More followed. " * 9


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


def read_all(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not watch().waiting)
    QApplication.processEvents()


def table_of(show: Show, made: Review) -> ChronologyTable:
    table = ChronologyTable()
    table.show_entries(made)
    assert table.names is not None  # from when it is asked for, names are looked for
    show(table, 900, 400)
    table.viewport().grab()
    return table


def cell(table: ChronologyTable, row: int, column: int) -> Cell:
    found = table.rows.data(table.rows.index(row, column), Qt.ItemDataRole.UserRole)
    assert isinstance(found, Cell)
    return found


def marked(table: ChronologyTable, row: int) -> list[tuple[str, bool]]:
    """The words that are painted as names in a row, in order, and whether as registered."""
    found = []
    for column in range(table.rows.columnCount()):
        each = cell(table, row, column)
        for second, shown in ((False, each.words), (True, each.second)):
            for span in table.names.formats(each, second=second):
                heavy = span.format.hasProperty(span.format.Property.BackgroundBrush)
                found.append((shown[span.start : span.start + span.length], heavy))
    return found


def painted(table: ChronologyTable) -> QImage:
    return table.viewport().grab().toImage()


# ---- where a free text stands in a cell
def test_free_text_within_a_sentence_is_read_by_itself() -> None:
    said = "Decision by Crown Prosecutor 2: No charge"
    part = free_text(said, "No charge")
    assert part is not None
    assert (part.text, said[part.start : part.end]) == ("No charge", "No charge")


def test_free_text_cut_short_is_read_a_little_further_than_it_is_shown() -> None:
    text = " ".join(f"word{n}\n" for n in range(100))
    shown = first_words(text)
    part = free_text(text, text)
    assert part is not None
    assert shown[part.start : part.end].split()[-1] == "word59"
    assert part.text.startswith(shown[part.start : part.end])
    assert part.text.split()[-1] == "word67"


def test_free_text_that_is_not_shown_any_more_is_not_read() -> None:
    assert free_text("Decision: " + "word " * 80 + "last", "last") is None
    assert free_text("Nothing written yet", "") is None


# ---- marks in the table
def test_names_in_cells_are_marked_in_two_shapes(show: Show, book: list[str], qtbot: QtBot) -> None:
    made = review(
        record("record", "REC-01", description="Letter of Mrs Quillfeather"),
        record(
            "entry",
            "CE-001",
            date="4 May 2013",
            event="\U0001f4ce Osric Pellbrook rang Mrs Quillfeather.",
            decision="Mrs Quillfeather was told.",
            sources=({"record": "REC-01", "place": "p. 3, note of O. Pellbrook"},),
        ),
        record("entry", "CE-002", date="5 May 2013", event=LONG),
    )
    table = table_of(show, made)
    read_all(qtbot)
    shown = cell(table, 0, 2)
    spans = table.names.formats(shown, second=False)
    units = shown.words.encode("utf-16-le")
    found = [units[2 * s.start : 2 * (s.start + s.length)].decode("utf-16-le") for s in spans]
    assert (found[0], len(found)) == ("Osric Pellbrook", 2)
    assert len(table.names.formats(shown, second=True)) == 1
    assert any("Quillfeather" in words for words, _ in marked(table, 0))
    assert ("Osric Pellbrook", True) in marked(table, 1)
    with_marks = painted(table)
    watch().take(None)
    assert painted(table) != with_marks


def test_name_at_the_end_of_what_a_cell_shows_is_told_by_what_follows(
    show: Show, book: list[str], qtbot: QtBot
) -> None:
    text = "word " * 59 + "Osric Pellbrook wrote."
    table = table_of(show, review(record("entry", "CE-001", event=text)))
    read_all(qtbot)
    assert marked(table, 0) == [("Osric", True)]


def test_names_in_cells_are_forgotten_with_the_review(show: Show, book: list[str], qtbot: QtBot) -> None:
    table = table_of(show, review(record("entry", "CE-001", event="Osric Pellbrook wrote.")))
    read_all(qtbot)
    assert marked(table, 0) == [("Osric Pellbrook", True)]
    watch().take(None)
    assert marked(table, 0) == []
    assert not table.names._found
    assert not table.names._before
    assert not table.names.wanted


def test_only_rows_in_sight_of_20000_are_read_and_each_text_once(show: Show, book: list[str], qtbot: QtBot) -> None:
    table = table_of(show, Review.of(grown(cps_records(), 20_000)))
    read_all(qtbot)
    assert 0 < len(book) < 200
    first = len(book)
    for _ in range(5):
        painted(table)
    read_all(qtbot)
    assert len(book) == first
    bar = table.verticalScrollBar()
    for at in range(0, bar.maximum(), max(1, bar.maximum() // 300)):
        bar.setValue(at)
        painted(table)
    assert len(table.names.wanted) <= 200
    read_all(qtbot)


def test_row_with_names_says_so_to_a_screen_reader(show: Show, book: list[str], qtbot: QtBot) -> None:
    table = table_of(show, review(record("entry", "CE-001", event="Osric Pellbrook rang Mrs Quillfeather.")))
    read_all(qtbot)
    said = table.rows.data(table.rows.index(0, 0), Qt.ItemDataRole.AccessibleDescriptionRole)
    assert str(said).endswith("2 names to resolve.")


# ---- by the keys, in the program
def test_keys_for_names_lead_from_the_row_into_the_entry(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        assert program.review is not None
        opened = program.review
        field(program, "entry", "decision", "CE-003")
        type_here(SENTENCE)
        field(program, "entry", "event", "CE-005")
        type_here(f"Mrs {UNKNOWN} rang.")
        opened.save()
        qtbot.waitUntil(lambda: opened.advice is not None and len(opened.advice.name_places()) == 2)
        page = opened.pages.page
        press(Qt.Key.Key_Escape)
        table = QApplication.focusWidget()
        assert isinstance(table, ChronologyTable)
        table.choose("CE-004")
        press(Qt.Key.Key_F8)
        assert (page.pane.record_id, selected()) == ("CE-005", UNKNOWN)  # type: ignore[attr-defined]
        press(Qt.Key.Key_Escape)
        table.choose("CE-003")
        press((Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier))
        assert (page.pane.record_id, selected()) == ("CE-003", REGISTERED)  # type: ignore[attr-defined]
        press((Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier))
        assert REGISTERED not in opened.bridge.review["CE-003"].text("decision")


def selected() -> str:
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    return box.textCursor().selectedText()
