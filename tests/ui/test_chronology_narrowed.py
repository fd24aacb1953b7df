"""The chronology narrowed to what is looked for: by words, marks, people and days, as a saved view, and all again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_session import open_sample
from window_tools import ScriptedAsk, in_use, page_shown, running

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.selecting import Selection, narrowed
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.models import narrowing
from ui.pages.chronology import ChronologyPage
from ui.program import Program


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """All of a chronology as short as the sample's is gone through in one slice, however busy the machine is."""
    monkeypatch.setattr(narrowing, "SLICE_S", 60.0)
    session = open_sample(tmp_path)
    session.close()
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        made.open_session(Session.open(session.path, SAMPLE_PASSPHRASE), 4)
        in_use(qtbot, made)
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


def page_of(program: Program) -> ChronologyPage:
    return page_shown(program, ChronologyPage)


def rows(page: ChronologyPage) -> list[str]:
    return [page.table.rows.key_at(at) for at in range(page.table.rows.rowCount())]


def expected(page: ChronologyPage, asked: Selection) -> list[str]:
    return [str(entry.id) for entry in narrowed(page.host.review, asked)]


def wait_for(qtbot: QtBot, page: ChronologyPage, wanted: list[str]) -> None:
    """The table is narrowed in slices of time: on a busy machine in more than one."""
    qtbot.waitUntil(lambda: rows(page) == wanted)


def test_words_narrow_the_table_as_they_are_typed_and_escape_shows_all_again(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    every = rows(page)
    QTest.keyClicks(page.filters.words, "bail")
    qtbot.waitUntil(lambda: len(rows(page)) < len(every))
    assert program.review is not None
    found = set(program.review.bridge.search("bail"))
    assert rows(page) == [each for each in every if each in found] != []
    assert page.filters.state.text() == f"{len(rows(page))} shown"
    assert page.filters.state.accessibleName() == f"{len(rows(page))} entries are shown, of {len(every)}."
    QTest.keyClick(page.filters.words, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    QTest.keyClick(page.filters.words, Qt.Key.Key_Escape)
    assert rows(page) == every
    assert page.filters.state.text() == ""


def test_arrows_go_along_the_row_of_filters_and_stay_in_it(program: Program) -> None:
    page = page_of(program)
    buttons = [page.filters.every, *page.filters.marks.values()]
    buttons[0].setFocus()
    for at, key in ((1, Qt.Key.Key_Right), (0, Qt.Key.Key_Left), (0, Qt.Key.Key_Left)):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert buttons[at].hasFocus()
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert buttons[-1].hasFocus()


def test_marks_are_counted_and_several_narrow_together(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    unsure, unlinked = page.filters.marks["unsure date"], page.filters.marks["no question"]
    qtbot.waitUntil(lambda: unsure.words()[-1].isdigit())
    unsure.click()
    wait_for(qtbot, page, expected(page, Selection(flags=("unsure date",))))
    assert unsure.words() == f"Date not certain {len(rows(page))}"
    unlinked.click()
    wait_for(qtbot, page, expected(page, Selection(flags=("unsure date", "no question"))))
    assert not page.filters.every.isChecked()
    page.filters.every.click()
    assert len(rows(page)) == len(page.host.review.all("entry"))
    assert page.filters.every.isChecked()


def test_person_and_days_narrow_and_what_does_not_fit_is_told(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    page.filters.more.click()
    panel = page.filters.ways()
    assert panel.isVisible()
    person = page.host.review.all("staff")[0].id
    panel.choices["person"].set_value(person)
    panel.choices["person"].commit_requested.emit()
    wait_for(qtbot, page, expected(page, Selection(person=person)))
    assert rows(page)
    days = panel.days["first"]
    days.box.setFocus()
    QTest.keyClicks(days.box, "1 January 2030")
    QTest.keyClick(days.box, Qt.Key.Key_Return)
    wait_for(qtbot, page, [])
    assert page.filters.state.text() == "None fits"
    assert page.filters.state.accessibleName().startswith("Nothing fits, of ")


def test_nothing_moves_while_the_chronology_is_narrowed(program: Program, qtbot: QtBot) -> None:
    page = page_of(program)
    qtbot.waitUntil(lambda: page.filters.marks["unsure date"].words()[-1].isdigit() and "gap" in page.head.lead.text())
    shown = (page.table, page.filters.more, page.filters.period, page.filters.every, *page.filters.marks.values())
    before = [each.geometry() for each in shown]
    for mark in ("unsure date", "no source", "significant"):
        page.filters.marks[mark].click()
        QTest.qWait(1)
        assert [each.geometry() for each in shown] == before
    page.filters.every.click()
    QTest.keyClicks(page.filters.words, "zzzz")
    qtbot.waitUntil(lambda: rows(page) == [])
    assert [each.geometry() for each in shown] == before


def test_view_is_kept_under_a_name_called_up_and_deleted(program: Program) -> None:
    page, filters = page_of(program), page_of(program).filters
    filters.marks["unsure date"].click()
    filters.more.click()
    panel = filters.ways()
    assert panel.isVisible()
    QTest.keyClicks(panel.name.box, "Not certain")
    QTest.keyClick(panel.name.box, Qt.Key.Key_Return)
    (view,) = page.host.review.all("chronology_view")
    assert view.text("name") == "Not certain"
    left = rows(page)
    filters.every.click()
    assert rows(page) != left
    assert filters.views is not None
    filters.views.set_value(view.id)
    filters.views.commit_requested.emit()
    assert rows(page) == left
    assert filters.marks["unsure date"].isChecked()
    page.close_entry()
    filters.drop.click()
    assert page.host.review.all("chronology_view") == ()
    assert filters.views.isHidden()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.host.review.all("chronology_view") == (view,)


def test_entry_that_is_gone_to_from_elsewhere_is_shown_though_it_does_not_fit(program: Program) -> None:
    page = page_of(program)
    page.filters.marks["no source"].click()
    assert "CE-001" not in rows(page)
    assert page.focus_place(Place("entry", "CE-001", "event", ""))
    assert page.table.chosen() == "CE-001"
    assert page.filters.every.isChecked()


def test_entry_that_is_changed_stays_until_something_else_is_asked(program: Program) -> None:
    page = page_of(program)
    page.filters.marks["unsure date"].click()
    first = rows(page)[0]
    assert program.review is not None
    from imr_desk.review.dates import parse_known

    program.review.bridge.run(SetFields("entry", first, {"date": parse_known("3 May 2013")}))
    assert first in rows(page)
    page.filters.marks["significant"].click()
    page.filters.marks["significant"].click()
    assert first not in rows(page)


def test_long_chronology_is_narrowed_in_slices(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(narrowing, "AT_ONCE", 3)
    monkeypatch.setattr(narrowing, "SLICE_S", 0.0)
    page = page_of(program)
    page.filters.marks["unsure date"].click()
    wanted = expected(page, Selection(flags=("unsure date",)))
    assert rows(page) != wanted
    qtbot.waitUntil(lambda: rows(page) == wanted)


def test_view_that_is_called_up_first_brings_its_further_ways_to_the_side(program: Program) -> None:
    page = page_of(program)
    person = page.host.review.all("staff")[0].id
    page.host.add("chronology_view", {"name": "One post", "person": person})
    assert page.filters.views is not None
    page.filters.views.set_value(page.host.review.all("chronology_view")[0].id)
    page.filters.views.commit_requested.emit()
    assert rows(page) == expected(page, Selection(person=person))
    page.filters.more.click()
    assert page.side.isAncestorOf(page.filters.ways())
    assert page.filters.ways().choices["person"].value() == person


def test_filters_stand_on_one_line_while_an_entry_is_open_and_what_is_asked_stays_in_sight(program: Program) -> None:
    page = page_of(program)
    page.filters.marks["unsure date"].click()
    page.open_entry(rows(page)[0])
    assert [flag for flag, mark in page.filters.marks.items() if not mark.isHidden()] == ["unsure date"]
    page.filters.more.click()
    assert not any(mark.isHidden() for mark in page.filters.marks.values())
    page.close_entry()
    assert not any(mark.isHidden() for mark in page.filters.marks.values())
