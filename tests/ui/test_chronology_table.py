"""The table of the chronology: what it says, and that a long one stays quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from by_keys import focused
from chronology_tools import Asked, shown, small_review, spoken
from factories import record, review, with_record, with_values, without
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from imr_desk.review.known_date import KnownDate
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, grown
from ui.models.chronology import date_said
from ui.pages import chronology_cells
from ui.pages.chronology import ChronologyPage

Show = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from imr_desk.sample import cps_records
from imr_desk.review.review import Review
review = Review.of(cps_records())
from ui.pages.registry import page_class
for stage in (4, 9):
    page = page_class(stage)()
    page.show_review(review)
    page.resize(900, 600)
    page.grab()
ours = ("imr_desk.guidance.checks", "imr_desk.guidance.engine", "imr_desk.names", "imr_desk.export", "imr_desk.jobs")
heavy = (*ours, "docx", "lxml", "cryptography", "keyring")
print([name for name in sys.modules if name.startswith(heavy)])
"""


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


# ---- what the table says
def test_chronology_row_is_said_in_words(asked: Asked) -> None:
    table = asked.page.table
    assert spoken(table, 0) == [
        "CE-001",
        "4 May 2013. 16:15",
        "The police asked for advice.",
        "No source yet. No question linked",
    ]
    assert spoken(table, 1)[1] == "About June 2013. Not sure · sorts at 1 June 2013"
    assert spoken(table, 1)[3] == "No source yet. Questions 1, 3"
    assert spoken(table, 2)[2] == "The papers were read. Decision by Crown Prosecutor 2: No charge"
    assert spoken(table, 2)[3] == "Case record, p. 12. Crown Prosecutor 2 · No question linked"
    assert [str(table.rows.headerData(at, Qt.Orientation.Horizontal)) for at in range(4)] == [
        "Ref",
        "Date",
        "What happened",
        "Source and links",
    ]


@pytest.mark.parametrize(
    ("typed", "words", "more"),
    [
        ("4 May 2013", "4 May 2013", ""),
        ("04/05/2013", "04/05/2013", "4 May 2013"),
        ("4 May 2013, 16:15", "4 May 2013", "16:15"),
        ("4 May 2013 at noon", "4 May 2013 at noon", "4 May 2013, 12:00"),
        ("between 3 and 7 August 2012", "Between 3 and 7 August 2012", "Sorts at 3 August 2012"),
        ("?4 May 2013", "?4 May 2013", "Not sure · sorts at 4 May 2013"),
        ("before 4 May 2013", "Before 4 May 2013", "Sorts at 3 May 2013"),
        ("date unknown", "Date unknown", "Stands first"),
    ],
)
def test_chronology_date_is_said_as_typed_with_what_is_not_known_of_it(typed: str, words: str, more: str) -> None:
    entry = record("entry", "CE-001", date=typed)
    assert date_said(entry) == (words, more)


def test_chronology_time_is_said_in_the_words_that_were_typed() -> None:
    known = KnownDate("2011-03-12T22:10:00", "12 March 2011, about 22:10")
    assert date_said(record("entry", "CE-001", date=known)) == ("12 March 2011", "about 22:10")


def test_chronology_entry_without_a_date_stands_first_and_says_so(asked: Asked) -> None:
    asked.show(with_record(asked.review, record("entry", "CE-009", event="Undated.")))
    assert shown(asked.page.table)[0] == "CE-009"
    assert spoken(asked.page.table, 0)[1] == "No date yet. Stands first until it has one"


def test_chronology_head_says_entries_at_once_and_the_longest_gap_after_the_first_paint(
    show: Show, qtbot: QtBot
) -> None:
    page = ChronologyPage()
    page.show_review(Review.of(cps_records()))
    assert page.head.lead.text() == "100 entries."
    show(page, 1000, 600)
    qtbot.waitUntil(lambda: "gap" in page.head.lead.text())
    assert page.head.lead.text() == "100 entries · longest gap 172 days"
    page.show_review(Review.of(cps_records()[:0]))
    qtbot.waitUntil(lambda: page.head.lead.text() == "What happened and when, and how it is known.")


def test_chronology_without_entries_says_how_to_begin_and_shows_the_table_for_the_first(page: ChronologyPage) -> None:
    page.show_review(review())
    assert page.table.isHidden()
    assert page.empty.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Return, CONTROL)
    assert page.table.isVisible()
    assert page.empty.isHidden()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.empty.isVisible()
    assert page.table.isHidden()


# ---- the model
def test_chronology_model_keeps_the_rules_of_qt_through_every_edit(page: ChronologyPage) -> None:
    table = page.table
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    now = small_review()
    page.show_review(now)
    for step in (
        with_values(now, "CE-001", event="Other words."),
        with_values(now, "CE-001", date="1 December 2013"),
        with_record(now, record("entry", "CE-004", date="1 July 2013")),
        without(now, "CE-002"),
        with_values(now, "STF-01", code="Crown Prosecutor 7"),
        review(),
    ):
        page.show_review(step)
        assert shown(table) == [entry.id for entry in step.all("entry")]
    assert tester is not None


def test_chronology_edits_of_one_row_never_begin_the_table_again(asked: Asked) -> None:
    table = asked.page.table
    table.go_to_row(1)
    resets: list[None] = []
    table.rows.modelReset.connect(lambda: resets.append(None))
    asked.show(with_values(asked.review, "CE-002", date="1 January 2014"))
    assert shown(table) == ["CE-001", "CE-003", "CE-002"]
    assert table.chosen() == "CE-002"
    asked.show(with_record(asked.review, record("entry", "CE-000", date="1 January 2012", event="A. " * 60)))
    assert table.chosen() == "CE-002"
    asked.show(without(asked.review, "CE-001"))
    assert table.chosen() == "CE-002"
    assert resets == []
    for at in range(3):
        assert table.rowHeight(at) == table.heights.exact(at)


def test_chronology_title_of_a_linked_record_changed_is_shown_in_every_row(asked: Asked) -> None:
    asked.show(with_values(asked.review, "STF-01", code="Crown Prosecutor 7"))
    assert "Crown Prosecutor 7" in spoken(asked.page.table, 2)[3]
    assert asked.page.table.chosen() == "CE-001"


@pytest.mark.parametrize("number", [6, 30, 95])
@pytest.mark.parametrize("high", [480, 700])
def test_chronology_entry_that_is_opened_is_in_sight_whole(show: Show, qtbot: QtBot, number: int, high: int) -> None:
    page = ChronologyPage()
    page.show_review(Review.of(cps_records()))
    show(page, 1000, high)
    page.open_entry(f"CE-{number:03}", "event")
    qtbot.waitUntil(lambda: not page.table.heights.timer.isActive())
    settle()
    seen = page.table.visualRect(page.table.currentIndex())
    view = page.table.viewport().rect()
    assert view.contains(seen) or (seen.height() > view.height() and seen.top() == 0)


def test_chronology_of_20000_entries_asks_only_for_cells_in_sight(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    cell = chronology_cells._what_cell

    def counted(*values: Any, **more: Any) -> Any:  # noqa: ANN401
        read.append(1)
        return cell(*values, **more)

    monkeypatch.setattr(chronology_cells, "_what_cell", counted)
    long = Review.of(grown(cps_records(), 20_000))
    page = ChronologyPage()
    page.resize(1000, 600)
    page.show_review(long)
    page.grab()
    assert 0 < len(read) < 200
    assert page.table.rows.rowCount() == 20_000
    page.deleteLater()


def test_chronology_and_sign_off_first_paint_loads_nothing_heavy(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], cwd=repository, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_chronology_references_of_more_digits_have_a_wider_column(page: ChronologyPage) -> None:
    table, wide = page.table, []
    for count in (9, 1_000):
        table.show_entries(Review.of(record("entry", f"CE-{n:04}") for n in range(1, count + 1)))
        wide.append(table.columnWidth(0))
    assert wide[1] > wide[0]
