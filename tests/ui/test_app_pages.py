"""Pages in the window: made when shown, told of changes, undone together; the panel, search and menus lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Delete, SetFields
from imr_desk.review.catalogue import field_of
from imr_desk.review.stages import STAGES
from ui import page_host
from ui.open_review import OpenReview
from ui.program import Program
from ui.shell_state import ItemGroup


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Iterator[Program]:
    """The sample, open at stage 3."""
    with running(ask) as made:
        open_by_key(made, *review_in(tmp_path), stage=3)
        made.window.activateWindow()
        qtbot.waitUntil(lambda: made.review is not None and made.review.advice is not None)
        yield made


@pytest.fixture
def review(program: Program) -> OpenReview:
    assert program.review is not None
    return program.review


def settled(qtbot: QtBot, review: OpenReview) -> None:
    """Until the checks have looked at the review as it stands."""
    qtbot.waitUntil(lambda: review.advice is not None and review.advice.review is review.bridge.review)
    QApplication.processEvents()


@pytest.mark.parametrize("stage", range(1, 11))
def test_every_stage_has_a_page_that_says_what_it_is_for(program: Program, review: OpenReview, stage: int) -> None:
    program.window.stage_chosen.emit(stage)
    assert review.pages.stage == stage
    assert review.pages.page.stage == stage
    assert STAGES[stage - 1].name in words_in(review.pages.page)


def test_page_in_sight_is_shown_the_review_after_a_change(program: Program, review: OpenReview) -> None:
    program.window.stage_chosen.emit(5)
    assert "14 people" in words_in(review.pages.page)
    review.bridge.add("staff", {})
    assert "15 people" in words_in(review.pages.page)


def test_page_out_of_sight_is_shown_the_review_when_it_comes_in_sight(program: Program, review: OpenReview) -> None:
    program.window.stage_chosen.emit(5)
    first = review.pages.page
    program.window.stage_chosen.emit(4)
    review.bridge.add("staff", {})
    assert "14 people" in words_in(first)
    program.window.stage_chosen.emit(5)
    assert review.pages.page is first
    assert "15 people" in words_in(first)


def test_undo_goes_to_the_stage_of_what_it_took_back(program: Program, review: OpenReview, qtbot: QtBot) -> None:
    review.bridge.run(SetFields("entry", "CE-001", {"comment": "Changed."}))
    qtbot.waitUntil(lambda: program.window.desk.header.undo.isEnabled())
    assert program.window.desk.header.undo.accessibleName() == "Undo: Change of ‘Comment’"
    program.window.desk.header.undo.click()
    assert review.pages.stage == 4
    assert review.bridge.review["CE-001"].text("comment") != "Changed."
    qtbot.waitUntil(lambda: program.window.desk.header.redo.isEnabled())
    assert not program.window.desk.header.undo.isEnabled()


def test_undo_and_redo_say_what_they_did(review: OpenReview, monkeypatch: pytest.MonkeyPatch) -> None:
    review.pages.show(4)
    said: list[str] = []
    monkeypatch.setattr(page_host, "announce", lambda _widget, words: said.append(words))
    entry = review.bridge.review.all("entry")[0]
    review.bridge.run(SetFields("entry", entry.id, {"comment": "Seen."}), "")
    review.pages.turn(back=True)
    review.pages.turn(back=False)
    assert said == ["Undone: Change of ‘Comment’.", "Done again: Change of ‘Comment’."]
    said.clear()
    review.pages.turn(back=False)
    assert said == []


def test_keys_of_undo_and_redo_work_at_once_after_an_edit(program: Program, review: OpenReview) -> None:
    menus = program.window.actions_shown
    assert menus is not None
    review.bridge.run(SetFields("entry", "CE-001", {"comment": "Changed."}))
    assert menus["edit.undo"].isEnabled()
    review.pages.turn(back=True)
    assert menus["edit.redo"].isEnabled()
    assert not menus["edit.undo"].isEnabled()


def test_panel_way_leads_to_the_field_on_its_page(program: Program, review: OpenReview, qtbot: QtBot) -> None:
    review.bridge.run(SetFields("ownership", "ownership", {"owner": None}))
    settled(qtbot, review)
    program.window.stage_chosen.emit(1)
    review.refresh()
    panel = program.window.desk.body.guidance
    assert "R-023" in words_in(panel)
    panel.first_control().click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert review.pages.page.isAncestorOf(focus)
    assert focus.accessibleName() == field_of("ownership", "owner").label


def test_panel_at_another_stage_way_changes_the_stage(program: Program, review: OpenReview, qtbot: QtBot) -> None:
    review.bridge.run(SetFields("ownership", "ownership", {"owner": None}))
    settled(qtbot, review)
    program.window.stage_chosen.emit(8)
    review.refresh()
    item = next(item for item in program.window._state.guidance.of(ItemGroup.MISSING) if item.requirement == "R-023")
    program.window.go_to.emit(item.check)
    assert review.pages.stage == 1


def test_missing_thing_is_reached_by_key_from_anywhere(program: Program, review: OpenReview, qtbot: QtBot) -> None:
    review.bridge.run(SetFields("ownership", "ownership", {"owner": None}))
    settled(qtbot, review)
    QTest.keyClick(program.window.desk, Qt.Key.Key_F4)
    assert review.pages.stage == 1


def test_place_that_no_page_shows_leads_to_the_page_of_its_stage(review: OpenReview) -> None:
    record = review.bridge.review.all("interview")[0]
    review.pages.go_to(Place("interview", record.id, "held_on", ""))
    assert review.pages.stage == 5


def test_name_to_resolve_is_counted_at_the_foot_and_reached_from_there(
    program: Program, review: OpenReview, qtbot: QtBot
) -> None:
    before = len(review.advice.name_places()) if review.advice else 0
    review.bridge.run(SetFields("entry", "CE-002", {"comment": "Mrs Okafor rang the office."}))
    settled(qtbot, review)
    places = review.advice.name_places() if review.advice else ()
    assert len(places) == before + 1
    qtbot.waitUntil(lambda: program.window.desk.status.names.isVisible())
    for _ in places:
        program.window.desk.status.names.click()
    assert review.pages.stage == 4


def test_refused_edit_that_no_field_asked_for_is_told_over_the_page(program: Program, review: OpenReview) -> None:
    review.bridge.run(Delete("signature", "SIG-77"))
    assert program.window.desk.notices.notice("refused") is not None


def test_words_left_out_by_the_door_are_told_over_the_page_until_closed(program: Program, review: OpenReview) -> None:
    review.bridge.run(SetFields("entry", "CE-001", {"comment": "A\x07 call."}))
    notice = program.window.desk.notices.notice("noted")
    assert notice is not None
    assert "1 control character was taken out." in words_in(program.window.desk.notices)
    program.window.desk.notices.drop("noted")
    assert not program.window.desk.notices.isVisible()


# -- search
def test_search_lists_what_is_found_and_return_goes_there(program: Program, review: OpenReview, qtbot: QtBot) -> None:
    box = program.window.desk.header.search
    QTest.keyClicks(box, "grandmother custody")
    QTest.keyClick(box, Qt.Key.Key_Return)
    page = program.window.page(0)
    assert page.isVisible()
    assert page.model.rowCount() > 0  # type: ignore[attr-defined]
    table = page.table  # type: ignore[attr-defined]
    assert table.hasFocus()
    first = page.model.row(0).id  # type: ignore[attr-defined]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert not page.isVisible()
    record = review.bridge.review.get(first)
    assert record is not None
    assert box.text() == ""


def test_search_finds_nothing_says_so_and_escape_goes_back(program: Program, review: OpenReview) -> None:
    box = program.window.desk.header.search
    QTest.keyClicks(box, "zzzz")
    QTest.keyClick(box, Qt.Key.Key_Down)
    page = program.window.page(0)
    assert "Not found." in words_in(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert review.pages.page.isVisible()
    assert box.text() == ""


def test_search_choosing_a_stage_leaves_what_was_found(program: Program, review: OpenReview) -> None:
    QTest.keyClicks(program.window.desk.header.search, "risk")
    QTest.keyClick(program.window.desk.header.search, Qt.Key.Key_Return)
    program.window.stage_chosen.emit(2)
    assert review.pages.page.isVisible()
    program.window.desk.header.search.clear()
    program.window.search_asked.emit("")
    assert review.pages.page.isVisible()


# -- menus
def test_every_entry_of_the_menus_does_something_without_a_fault(
    program: Program, ask: ScriptedAsk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions = program.window.actions_shown
    assert actions is not None
    leaving = {"file.quit", "file.close", "file.lock"}
    assert leaving <= set(actions.shown())
    for action in actions.shown():
        if action not in leaving and actions[action].isEnabled():
            actions[action].trigger()
            QApplication.processEvents()
    assert program.review is not None
    titles = {"IMR Desk", "The key cannot be kept here", "When does a review lock by itself?"}
    qtbot.waitUntil(lambda: {question.title for question in ask.asked} == titles)


def test_theme_of_the_menu_is_put_on_and_marked(program: Program) -> None:
    actions = program.window.actions_shown
    assert actions is not None
    actions["view.theme_dark"].trigger()
    assert actions["view.theme_dark"].isChecked()
    assert not actions["view.theme_system"].isChecked()
    actions["view.theme_light"].trigger()
