"""Ages and intervals beside an open entry, when they are asked for."""

from __future__ import annotations

from factories import record, review
from pytestqt.qtbot import QtBot

from ui.pages.chronology import ChronologyPage

CHRONOLOGY = review(
    record("subject", "SUB-001", code="Child A"),
    record("identity", "IDN-001", subject="SUB-001", date_of_birth="2006-05-04"),
    record("entry", "CE-001", date="1 May 2013", event="A call."),
    record("entry", "CE-002", date="4 May 2013", event="A visit."),
    record("entry", "CE-003", event="Without a date."),
)


def test_ages_and_intervals_are_told_while_they_are_asked_for_and_follow_the_entry(qtbot: QtBot) -> None:
    page = ChronologyPage()
    qtbot.addWidget(page)
    page.show_review(CHRONOLOGY)
    page.open_entry("CE-002")
    told = page.pane.reckoning.told
    assert told.isHidden()
    page.pane.reckoning.button.click()
    assert told.text().splitlines() == ["Child A: aged 7.", "From the entry before, CE-001: 3 days."]
    page.open_entry("CE-001")
    assert told.text().splitlines() == ["Child A: aged 6.", "To the entry after, CE-002: 3 days."]
    page.open_entry("CE-003")
    assert told.text() == "Its date is not known, so nothing can be reckoned."
    page.pane.reckoning.button.click()
    assert told.isHidden()


def test_what_is_told_comes_into_sight(qtbot: QtBot) -> None:
    page = ChronologyPage()
    qtbot.addWidget(page)
    page.resize(960, 420)
    page.show_review(CHRONOLOGY)
    page.show()
    page.open_entry("CE-002")
    reckoning, bar = page.pane.reckoning, page.pane.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(0)
    page.pane.scroller.ensureWidgetVisible(reckoning.button, 0, 0)
    qtbot.waitUntil(lambda: not reckoning.button.visibleRegion().isEmpty())
    before = bar.value()
    reckoning.button.click()
    qtbot.waitUntil(lambda: bar.value() > before and not reckoning.told.visibleRegion().isEmpty())
