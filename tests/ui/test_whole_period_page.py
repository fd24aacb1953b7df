"""The picture of the whole period: walked through by keys, leading to entries, put into the report and drawn again."""

from __future__ import annotations

import pytest
from factories import record, review
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.operations.general import SetFields
from imr_desk.review.dates import parse_known
from imr_desk.review.whole_period import whole_period
from ui.pages.chronology import ChronologyPage
from ui.pages.whole_period import WholePeriodPage
from ui.program import Program
from ui.widgets.period_rows import period_rows
from ui.widgets.period_view import PeriodView

SMALL = review(
    record("period", "period", start="2013-01-01", cut_off="2013-12-31"),
    record("question", "TOR-001", number=1),
    record("entry", "CE-001", date="4 January 2013", event="A first call.", questions=("TOR-001",)),
    record("entry", "CE-002", date="4 January 2013", event="A second call.", questions=("TOR-001",)),
    record("entry", "CE-003", date="9 September 2013", event="A visit.", significant=True),
)


@pytest.fixture
def view(qtbot: QtBot) -> PeriodView:
    made = PeriodView()
    qtbot.addWidget(made)
    whole = whole_period(SMALL)
    assert whole is not None
    made.show_rows(whole, period_rows(whole, lambda entry: SMALL[entry].text("event")))
    made.resize(900, made.sizeHint().height())
    made.show()
    return made


def shown(program: Program, qtbot: QtBot) -> WholePeriodPage:
    """The page, opened from the menu, with its picture."""
    actions = program.window.actions_shown
    assert actions is not None
    actions["review.period"].trigger()
    assert program.review is not None
    page = program.review.pages.page
    assert isinstance(page, WholePeriodPage)
    qtbot.waitUntil(page.view.isVisible)
    return page


def told(view: PeriodView, *keys: Qt.Key) -> list[str]:
    """What is said on the way of these keys."""
    said: list[str] = []
    view.moved.connect(said.append)
    for key in keys:
        QTest.keyClick(view, key)
    view.moved.disconnect(said.append)
    return said


def test_keys_walk_through_bars_gaps_events_and_questions(view: PeriodView) -> None:
    assert told(view, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right) == [
        "Entries. January 2013: 2 entries",
        "Entries. 248 days without an entry: from CE-002 to CE-003",
        "Entries. September 2013: 1 entry",
    ]
    assert told(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down) == [
        "Significant. 9 September 2013, CE-003: A visit.",
        "Question 1. 4 January 2013: 2 entries",
    ]


def test_return_and_a_click_lead_to_the_entry(view: PeriodView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as gone:
        told(view, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert gone.args == ["CE-001"]
    whole = whole_period(SMALL)
    assert whole is not None
    box = view._placed()[1].box(0).center().toPoint()
    with qtbot.waitSignal(view.chosen) as gone:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=box)
    assert gone.args == ["CE-003"]
    assert view.spot_at(QPoint(2, 2).x(), 2) is None


def test_picture_is_reached_from_the_menu_and_leads_to_the_entry_and_back(program: Program, qtbot: QtBot) -> None:
    page = shown(program, qtbot)
    qtbot.waitUntil(page.view.hasFocus)
    assert page.told.text().startswith("Entries. November 2008: 1 entry")
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert program.review is not None
    chronology = program.review.pages.page
    assert isinstance(chronology, ChronologyPage)
    assert chronology.table.chosen() == program.review.bridge.review.all("entry")[0].id
    chronology.filters.period.click()
    assert isinstance(program.review.pages.page, WholePeriodPage)
    QTest.keyClick(shown(program, qtbot).view, Qt.Key.Key_Escape)
    assert program.review.pages.page is chronology


def test_picture_goes_into_the_report_is_told_old_drawn_again_and_taken_out(program: Program, qtbot: QtBot) -> None:
    page = shown(program, qtbot)
    assert program.review is not None
    bridge = program.review.bridge
    assert page.form is None or page.form.isHidden()
    assert page.put.words() == "Put the picture into the report"
    page.put.click()
    qtbot.waitUntil(lambda: bool(bridge.review.one("chronology_picture").text("picture_sha256")))
    about = bridge.review.one("chronology_picture")
    assert about.text("picture_description").startswith("From ")
    assert page.form is not None
    assert page.form.isVisible()
    assert page.put.words() == "Draw it again"
    first = about.text("picture_sha256")
    bridge.run(SetFields("entry", bridge.review.all("entry")[0].id, {"date": parse_known("3 May 2013")}))
    qtbot.waitUntil(page.old.isVisible)
    page.put.click()
    qtbot.waitUntil(lambda: bridge.review.one("chronology_picture").text("picture_sha256") != first)
    qtbot.waitUntil(page.old.isHidden)
    page.take_out.click()
    assert len(bridge.review.one("chronology_picture")) == 0
    assert page.form is None or page.form.isHidden()
    assert page.put.hasFocus()


def test_words_of_the_description_are_kept_when_typed(program: Program, qtbot: QtBot) -> None:
    page = shown(program, qtbot)
    assert program.review is not None
    bridge = program.review.bridge
    page.put.click()
    qtbot.waitUntil(lambda: page.form is not None and page.form.isVisible())
    assert page.form is not None
    (row,) = page.form.rows
    row.go_to()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "A line of bars.")
    page.flush()
    assert bridge.review.one("chronology_picture").text("picture_description") == "A line of bars."


def test_picture_that_cannot_be_changed_says_nothing_can_be_put_in(program: Program, qtbot: QtBot) -> None:
    page = shown(program, qtbot)
    page.reading = True
    assert program.review is not None
    page.show_review(program.review.bridge.review)
    assert not page.put.isEnabled()
