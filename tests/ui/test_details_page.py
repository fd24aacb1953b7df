"""The page of identifying details: listed, accepted with a reason, taken back, undone; by keyboard. Made-up details."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.operations.general import Insert, SetFields
from imr_desk.session import Session
from ui.details import Details
from ui.pages.details import DetailsPage
from ui.pages.ready import ReadyPage
from ui.pages.ready_details import DetailsPart
from ui.program import Program

EVENT = "Mother, born on 4 June 1990, called 07700 900123; the NHS number 943 476 5919 was asked for."
REASON = "It was published in the judgment."


@contextmanager
def details_page(qtbot: QtBot, folder: Path, event: str = EVENT) -> Iterator[tuple[Program, DetailsPage]]:
    """The page, opened from the menu, over the chronology of a review with one entry."""
    path, key = review_in(folder, "")
    session = Session.open(path, raw_key=key)
    session.run(Insert("entry", "CE-201", {"event": event, "decision": "The NHS number 943-476-5919 was kept."}))
    session.close()
    with running(ScriptedAsk()) as program:
        open_by_key(program, path, key, 4)
        in_use(qtbot, program)
        actions = program.window.actions_shown
        assert actions is not None
        actions["review.details"].trigger()
        page = program.window.desk.body.pages.currentWidget()
        assert isinstance(page, DetailsPage)
        qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        yield program, page


def shown(page: DetailsPage) -> list[tuple[str, str, int, str]]:
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    return [(row.called, row.words, row.count, row.reason) for row in rows]


def review_of(program: Program) -> Session:
    assert program.review is not None
    return program.review.session()


def accept(page: DetailsPage, qtbot: QtBot) -> None:
    page.accept.click()
    page.reason.editor.set_value(REASON)
    page.reason.keep.click()


def test_details_page_lists_each_detail_once_with_its_places(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (_, page):
        assert shown(page) == [
            ("Date of birth", "4 June 1990", 1, ""),
            ("Telephone number", "07700 900123", 1, ""),
            ("NHS number", "943 476 5919", 2, ""),
        ]
        assert page.table.hasFocus()
        assert "3 details are to be looked at" in page.frame.head.lead.text()


def test_details_page_accepts_with_a_reason_and_takes_it_back(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        accept(page, qtbot)
        qtbot.waitUntil(lambda: shown(page)[-1] == ("Date of birth", "4 June 1990", 1, REASON))
        (record,) = review_of(program).review.all("accepted_detail")
        assert record.day("dated") == review_of(program).clock().date()
        assert "1990" not in str(dict(record))
        assert (now := page.row_now()) is not None
        assert now.words == "07700 900123"  # the next one to look at
        page.table.go_to_row(2)
        page.take_back.click()
        qtbot.waitUntil(lambda: [row[3] for row in shown(page)] == ["", "", ""])
        assert review_of(program).review.all("accepted_detail") == ()


def test_details_page_takes_a_detail_out_wherever_it_stands_and_undo_brings_it_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        page.table.go_to_row(2)
        QTest.keyClick(page.table, Qt.Key.Key_Up)
        QTest.keyClick(page.table, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: page.remove.words() == "Take it out, put ‘[NHS number]’")
        page.remove.setFocus()
        QTest.keyClick(page.remove, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.model.rowCount() == 2)
        entry = review_of(program).review.get("CE-201")
        assert entry is not None
        assert entry.text("event").endswith("the NHS number [NHS number] was asked for.")
        assert entry.text("decision") == "The NHS number [NHS number] was kept."
        assert page.table.hasFocus()
        assert program.review is not None
        assert program.review.bridge.undo()
        qtbot.waitUntil(lambda: page.model.rowCount() == 3)


def test_details_page_without_a_reason_keeps_nothing_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        page.accept.click()
        page.reason.keep.click()
        assert page.reason.isVisible()
        assert review_of(program).review.all("accepted_detail") == ()
        QTest.keyClick(page.reason.editor.box, Qt.Key.Key_Escape)
        assert not page.reason.isVisible()
        assert page.accept.hasFocus()


def test_details_page_forgets_what_was_taken_out_of_the_text(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        assert program.review is not None
        program.review.bridge.run(SetFields("entry", "CE-201", {"event": "Mother called.", "decision": None}))
        qtbot.waitUntil(lambda: page.model.rowCount() == 0)
        assert page.empty.isVisible()
        assert page.first_control() is page.back


def test_details_page_by_keyboard_leads_to_the_place_and_back(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        places: list[object] = []
        page.place_chosen.connect(places.append)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert places == [("entry", "CE-201", "event")]
        assert program.review is not None
        Details.of(program, program.review).show()
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        assert program.window.desk.body.pages.currentWidget() is not page


def test_ready_counts_the_details_and_leads_to_their_page(qtbot: QtBot, tmp_path: Path) -> None:
    with details_page(qtbot, tmp_path) as (program, page):
        accept(page, qtbot)
        assert program.review is not None
        program.review.pages.show(8)
        ready = program.review.pages.page
        assert isinstance(ready, ReadyPage)
        ready.build_all()
        (part,) = ready.findChildren(DetailsPart)
        qtbot.waitUntil(lambda: "3 places in the report" in part._said.text())
        assert "1 detail was accepted" in part._said.text()
        part.button.click()
        assert program.window.desk.body.pages.currentWidget() is page
