"""The check of the chronology: listed over the page, leading to entries, looked at again after each change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from imr_desk.operations.general import SetFields
from ui.checking import lead_of
from ui.menus import show_chronology_check
from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_check import ChronologyCheckPage
from ui.program import Program


def shown(qtbot: QtBot, program: Program) -> ChronologyCheckPage:
    assert program.review is not None
    show_chronology_check(program)
    page = program.review.pages.page
    assert isinstance(page, ChronologyCheckPage)
    qtbot.waitUntil(lambda: "cited" in page.head.lead.text())
    return page


def rows(page: ChronologyCheckPage) -> list[tuple[str, str]]:
    return [(row.about, row.entry) for row in map(page.model.row, range(page.model.rowCount()))]


def test_entry_that_lost_its_source_is_listed_and_return_goes_to_it(qtbot: QtBot, program: Program) -> None:
    assert program.review is not None
    first = program.review.bridge.review.all("entry")[3].id
    program.review.bridge.run(SetFields("entry", first, {"sources": None}))
    page = shown(qtbot, program)
    at = rows(page).index(("No source", first))
    page.table.go_to_row(at)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.review and program.review.pages.page, ChronologyPage))


def test_change_is_looked_at_again_while_the_list_is_in_sight(qtbot: QtBot, program: Program) -> None:
    assert program.review is not None
    page = shown(qtbot, program)
    before = rows(page)
    entry = program.review.bridge.review.all("entry")[5].id
    program.review.bridge.run(SetFields("entry", entry, {"sources": None}))
    qtbot.waitUntil(lambda: set(rows(page)) - set(before) == {("No source", entry)})


def test_escape_goes_back_to_the_chronology(qtbot: QtBot, program: Program) -> None:
    page = shown(qtbot, program)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.review is not None
    assert isinstance(program.review.pages.page, ChronologyPage)


def test_lead_says_how_much_there_is_in_words() -> None:
    assert lead_of(0, 0) == "There is nothing to look at."
    assert lead_of(1, 2) == "1 thing to look at. 2 other entries are cited nowhere."
