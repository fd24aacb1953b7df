"""The report read in the window before it is written: by keys alone, however long it is, and what is left out."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from looks import SIZES, look_at, settle, unnamed
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from imr_desk.export.readable import Chapter, Readable, ReadLine
from imr_desk.jobs.preview import LeftOut, Preview
from ui.pages.report_reader import CONTENTS, LEFT_OUT, REPORT, ReportReader

Show = Callable[..., None]
COLUMNS = ("Ref", "Date", "Source", "Concerns", "What happened", "Action", "Comment")
LONG = "The record of the hearing does not say why the condition of residence was taken away. " * 6


def lines(rows: int) -> tuple[ReadLine, ...]:
    table = (
        ReadLine("row", columns=COLUMNS, cells=(f"CE-{n:03d}", "3 May 2013", "REC-1", "Child K", LONG, "None.", ""))
        for n in range(1, rows + 1)
    )
    return (
        ReadLine("title", "Individual Management Review"),
        ReadLine("label", "Child K", lead="Subject"),
        ReadLine("chapter", "Introduction", "1"),
        ReadLine("numbered", LONG, "1.1"),
        ReadLine("finding", LONG, "1.2", "Finding."),
        ReadLine("quote", "As the letter says."),
        ReadLine("bullet", "A point."),
        ReadLine("caption", "People", "Table 1"),
        ReadLine("head", columns=("Code", "Post"), weights=(1, 2)),
        ReadLine("row", columns=("Code", "Post"), cells=("Police Officer 1", "Officer in the case"), weights=(1, 2)),
        ReadLine("chapter", "Full chronology", "Annex A"),
        ReadLine("head", columns=COLUMNS),
        *table,
        ReadLine("note", "End of chronology."),
    )


def preview(rows: int = 30, *, draft: bool = True) -> Preview:
    made = Readable(lines(rows), (Chapter("1", "Introduction", 2), Chapter("Annex A", "Full chronology", 10)))
    left = (LeftOut("5 records of interviews", "What was said is not printed."),)
    notice = "DRAFT – version 1 of 3 May 2014 – not signed" if draft else ""
    return Preview(draft, "IMR", "OFFICIAL-SENSITIVE", "", notice, 1, rows + 1, made, left)


@pytest.fixture
def reader(show: Show) -> ReportReader:
    made = ReportReader()
    show(made, 760, 640)
    made.begin(draft=True)
    made.show_preview(preview(), Path("folder/REVIEW-K draft of version 1.docx"))
    settle()
    return made


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    QApplication.processEvents()


def test_reader_says_marking_draft_place_and_what_is_left_out(reader: ReportReader) -> None:
    assert reader.marking.text() == "OFFICIAL-SENSITIVE · DRAFT – version 1 of 3 May 2014 – not signed"
    assert "‘REVIEW-K draft of version 1.docx’ in folder" in reader.facts.text()
    assert "Nothing is written yet" in reader.head.lead.text()
    assert reader.ways[LEFT_OUT].words() == "1 thing left out"
    reader.begin(draft=False)
    assert not reader.save.isVisible()
    reader.show_preview(preview(draft=False), Path("x.docx"))
    assert reader.marking.text() == "OFFICIAL-SENSITIVE"


def test_reader_no_longer_says_that_nothing_is_written_once_it_was(reader: ReportReader) -> None:
    reader.written()
    assert reader.head.lead.text().endswith("Every page says that it is one.")
    assert reader.facts.isHidden()
    reader.show_preview(preview(), Path("x.docx"))
    assert "Nothing is written yet." in reader.head.lead.text()
    assert not reader.facts.isHidden()


def test_reader_is_read_line_by_line_with_arrows_to_the_end(reader: ReportReader) -> None:
    assert QApplication.focusWidget() is reader.view
    seen = []
    for _ in range(4 * reader.model.rowCount()):
        index = reader.view.currentIndex()
        if not seen or seen[-1] != index.row():
            seen.append(index.row())
        press(Qt.Key.Key_Down)
    assert seen == list(range(reader.model.rowCount()))
    press(Qt.Key.Key_Home)
    QTest.keyClick(reader.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert reader.view.currentIndex().row() == 0


def test_reader_line_higher_than_the_view_is_scrolled_through_before_the_next(reader: ReportReader) -> None:
    reader.resize(420, 330)
    settle()
    at = next(at for at in range(reader.model.rowCount()) if reader.model.line(at).kind == "numbered")
    reader.view.show_line(at)
    high = reader.view.rowHeight(at)
    assert high > reader.view.viewport().height()
    before = reader.view.verticalScrollBar().value()
    press(Qt.Key.Key_Down)
    assert reader.view.currentIndex().row() == at
    assert reader.view.verticalScrollBar().value() > before
    for _ in range(30):
        press(Qt.Key.Key_Down)
    assert reader.view.currentIndex().row() > at


def test_reader_contents_lead_to_their_chapter(reader: ReportReader) -> None:
    reader.ways[CONTENTS].setFocus()
    press(Qt.Key.Key_Space)
    links = [each for each in reader.contents.findChildren(QPushButton) if each.isVisible()]
    assert [each.accessibleName() for each in links] == ["1 Introduction", "Annex A Full chronology"]
    links[1].setFocus()
    press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is reader.view
    assert reader.ways[REPORT].isChecked()
    assert reader.view.first_seen() == 10


def test_reader_what_is_spoken_of_a_row_has_its_headings(reader: ReportReader) -> None:
    said = reader.model.index(12, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Ref: CE-001. Date: 3 May 2013. Source: REC-1. Concerns: Child K. What happened: ")


def test_reader_escape_goes_back_or_stops_what_runs(reader: ReportReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.left):
        press(Qt.Key.Key_Escape)
    reader.notice.begin("The report is being built.")
    with qtbot.waitSignal(reader.stop_asked), qtbot.assertNotEmitted(reader.left):
        press(Qt.Key.Key_Escape)


def test_reader_to_be_counter_signed_shows_six_words_and_no_filled_button(reader: ReportReader, qtbot: QtBot) -> None:
    words = ("harbour", "linen", "orchard", "gravel", "window", "thistle")
    reader.begin(draft=False, signs="Counter-sign as senior manager", words=words)
    reader.show_preview(preview(draft=False), Path("x.docx"))
    assert reader.words.text() == "harbour · linen · orchard · gravel · window · thistle"
    assert reader.words.isVisible()
    assert not reader.save.isVisible()
    assert reader.counter_sign.isVisible()
    with qtbot.waitSignal(reader.counter_sign_asked):
        reader.counter_sign.click()


def test_reader_keeps_no_word_when_it_is_left(reader: ReportReader) -> None:
    reader.forget()
    assert reader.model.rowCount() == 0
    assert reader.contents.findChildren(QPushButton, "", Qt.FindChildOption.FindDirectChildrenOnly) == [] or all(
        not each.isVisible() for each in reader.contents.findChildren(QPushButton)
    )


def test_reader_two_thousand_rows_show_at_once_and_measure_in_slices(reader: ReportReader) -> None:
    begun = time.thread_time()
    reader.show_preview(preview(2000), Path("x.docx"))
    QApplication.processEvents()
    first, worst = time.thread_time() - begun, 0.0
    while reader.view.heights.timer.isActive():
        begun = time.thread_time()
        QApplication.processEvents()
        worst = max(worst, time.thread_time() - begun)
    assert first < 0.5
    assert worst < 0.2
    exact = sum(reader.view.heights.exact(at) for at in range(0, 2000, 100))
    about = sum(reader.view.heights.estimate(at) for at in range(0, 2000, 100))
    assert abs(exact - about) < exact / 20


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_reader_nothing_is_cut_and_everything_is_named(reader: ReportReader, size: QSize) -> None:
    assert look_at(reader, size) == []
    assert unnamed(reader) == []
