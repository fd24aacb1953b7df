"""The page of names: every name of the review with its sentences, answered, previewed and replaced. Made-up names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from names_tools import REGISTERED, code, press, press_button, session_of
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running, words_in

from imr_desk.jobs.names_left import looked_at
from imr_desk.names.normalise import Reading
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from ui.names_left import NamesLeft
from ui.pages.names_left import NamesLeftPage
from ui.program import Program
from ui.widgets.buttons import Button
from ui.widgets.names.settling import NameAsked, People, SettlingPanel

FIRST = f"{REGISTERED} rang Mrs Quillfeather in the morning."
SECOND = "Later Sarah Okaforsen wrote a letter to Mrs Quillfeather."
TEXT = f"{FIRST} {SECOND}"
DOUBTFUL = "the evidence and the bail were looked at; then the bail again"


@contextmanager
def names_page(qtbot: QtBot, folder: Path) -> Iterator[tuple[Program, NamesLeftPage]]:
    """The page, opened by its keys, with three names in the review."""
    path, key = review_in(folder, "")
    session = Session.open(path, raw_key=key)
    session.run(Insert("staff", "STF-04", {"code": "Crown Prosecutor 4", "title": "Crown Prosecutor"}))
    session.run(Insert("entry", "CE-004", {"event": TEXT, "decision": DOUBTFUL}))
    session.run(RegisterName("STF-04", REGISTERED))
    session.close()
    with running(ScriptedAsk()) as program:
        open_by_key(program, path, key, 4)
        in_use(qtbot, program)
        actions = program.window.actions_shown
        assert actions is not None
        actions["review.names_left"].trigger()
        page = program.window.desk.body.pages.currentWidget()
        assert isinstance(page, NamesLeftPage)
        qtbot.waitUntil(lambda: page.model.rowCount() > 0 and done(program))
        yield program, page


def work(program: Program) -> NamesLeft:
    assert program.review is not None
    return program.review.names_left


def done(program: Program) -> bool:
    """Whether no work is under way for the page."""
    names = work(program)
    assert program.review is not None
    return not (names._far.isActive() or names._soon.isActive() or program.review.naming.replacing.on)


def wait(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: done(program))
    QApplication.processEvents()


def shown(page: NamesLeftPage) -> dict[str, tuple[str, str]]:
    """Names with their number of places and answer."""
    rows = range(page.model.rowCount())
    cells = [[page.model.cell(at, column).words for column in range(3)] for at in rows]
    return {name: (count, answer) for name, count, answer in cells}


def sentences(page: NamesLeftPage) -> list[tuple[str, str]]:
    rows = [page.sentences.row(at) for at in range(page.sentences.rowCount())]
    return [(row.words, row.becomes) for row in rows]


def go_to(page: NamesLeftPage, name: str) -> None:
    """Go down to a name with the arrow keys."""
    page.table.setFocus()
    at = list(shown(page)).index(name)
    while page.table.currentIndex().row() != at:
        press(Qt.Key.Key_Down if page.table.currentIndex().row() < at else Qt.Key.Key_Up)


def test_page_gathers_every_name_with_its_places_and_what_a_registered_one_becomes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        assert shown(page) == {
            REGISTERED: ("1 place", code(program)),
            "Sarah Okaforsen": ("1 place", "Not answered yet"),
            "Quillfeather": ("2 places", "Not answered yet"),
        }
        assert page.views["names"].words() == "To settle (3)"
        assert page.table.hasFocus()
        go_to(page, "Quillfeather")
        assert sentences(page) == [(FIRST, ""), (SECOND, "")]


def test_page_says_what_it_is_doing_while_the_review_is_read(qtbot: QtBot) -> None:
    page = NamesLeftPage(People(lambda _kind: (), lambda _kind, words: words))
    qtbot.addWidget(page)
    page.show()
    for view in page.views:
        page.show_view(view, "What it is.")
        page.show_unread()
        assert [each.words() for each in page.views.values()] == ["To settle", "May be names", "Other words"]
        assert page.nothing.isVisible()
        assert "being read" in page.nothing.text()
        assert not any(each.isVisible() for each in (page.table, page.words, page.sentence_table, page.do_all))
        assert page.first_control() is page.views[view]
    page.show_words(())
    assert page.words.isVisible()
    assert not page.nothing.isVisible()


def test_page_says_which_number_stands_for_a_name_in_a_draft_and_leaves_half_an_answer(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        go_to(page, "Quillfeather")
        press(Qt.Key.Key_Return)
        press_button("Staff …")
        names = work(program)
        names._count_in_draft()
        at = list(shown(page)).index("Quillfeather")
        qtbot.waitUntil(lambda: "In a draft number" in page.model.cell(at, 1).spoken())
        assert page.panel._who is not None
        assert page.model.cell(list(shown(page)).index(REGISTERED), 1).spoken() == "1 place"


def test_answers_are_previewed_and_done_all_at_once_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        go_to(page, "Sarah Okaforsen")
        press(Qt.Key.Key_Return)
        press_button("Someone in another agency …")
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, "Health Visitor")
        press(Qt.Key.Key_Return)
        wait(qtbot, program)
        assert shown(page)["Sarah Okaforsen"][1] == "Health Visitor 1"
        assert sentences(page) == [(SECOND, "Later Health Visitor 1 wrote a letter to Mrs Quillfeather.")]
        assert "Okaforsen" in session_of(program).review["CE-004"].text("event")
        page.see_all.click()
        wait(qtbot, program)
        assert len(sentences(page)) == 2
        assert page.all_heading.text() == "2 sentences will change"
        page.do_all.click()
        wait(qtbot, program)
        event = session_of(program).review["CE-004"].text("event")
        assert event == TEXT.replace(REGISTERED, code(program)).replace("Sarah Okaforsen", "Health Visitor 1")
        qtbot.waitUntil(lambda: list(shown(page)) == ["Quillfeather"])
        assert page.table.hasFocus()
        assert "Okaforsen" not in words_in(page)


def test_one_answer_is_done_alone_and_can_be_taken_back_before(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        go_to(page, "Quillfeather")
        press(Qt.Key.Key_Return)
        press_button("Never a person")
        wait(qtbot, program)
        assert shown(page)["Quillfeather"][1] == "Never a person"
        press_button("Take the answer back")
        assert shown(page)["Quillfeather"][1] == "Not answered yet"
        press_button("Never a person")
        press_button("Do it for this name")
        qtbot.waitUntil(lambda: "Quillfeather" not in shown(page))
        assert set(shown(page)) == {REGISTERED, "Sarah Okaforsen"}
        assert session_of(program).review["CE-004"].text("event") == TEXT
        session_of(program).undo()
        assert program.review is not None
        qtbot.waitUntil(lambda: "Quillfeather" in shown(page))


def test_what_may_be_a_name_is_looked_at_once_and_remembered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def doubtful(reading: Reading, *_more: object) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer("evidence|bail|looked", reading.text)]

    monkeypatch.setattr("imr_desk.jobs.names_left.worth_a_look", doubtful)
    with names_page(qtbot, tmp_path) as (program, page):
        page.views["look"].click()
        qtbot.waitUntil(lambda: {"evidence", "bail"} <= set(shown(page)) and done(program))
        assert shown(page)["bail"] == ("2 places", "Not answered yet")
        before = page.model.rowCount()
        page.table.setFocus()
        press(Qt.Key.Key_Return)
        press_button("No name: looked at")
        qtbot.waitUntil(lambda: page.model.rowCount() == before - 1)
        assert len(looked_at(session_of(program))) == 1
        page.all_looked.click()
        qtbot.waitUntil(lambda: page.model.rowCount() == 0)
        assert not page.nothing.isHidden()
        assert page.views["look"].words() == "May be names (0)"


def test_last_list_shows_words_until_they_are_looked_at_and_again_on_request(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        page.views["words"].click()
        words = page.words
        qtbot.waitUntil(lambda: words.model.rowCount() > 1 and done(program))
        count, first = words.model.rowCount(), words.model.row(0)
        words.table.setFocus()
        words.one.click()
        qtbot.waitUntil(lambda: words.model.rowCount() == count - 1)
        assert words.table.hasFocus()
        words.all_words.click()
        assert words.model.rowCount() == count
        words.table.go_to_row(words.model.place_of(first.key))
        words._chosen(words.table.currentIndex().row())
        assert words.one.words() == "Show this word again"
        words.one.click()
        qtbot.waitUntil(lambda: looked_at(session_of(program)) == frozenset())
        wait(qtbot, program)
        words.every.click()
        qtbot.waitUntil(lambda: len(looked_at(session_of(program))) == count)


def test_escape_goes_back_step_by_step_and_return_on_a_sentence_goes_to_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        go_to(page, "Quillfeather")
        press(Qt.Key.Key_Return)
        press_button("Staff …")
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
        assert page.table.hasFocus()
        page.sentence_table.setFocus()
        page.sentence_table.go_to_row(0)
        press(Qt.Key.Key_Return)
        assert program.review is not None
        assert program.review.pages.page is not page
        assert program.review.pages.stage == 4
        work(program).show()
        wait(qtbot, program)
        press(Qt.Key.Key_Escape)
        assert program.review.pages.page is not page


def test_page_is_told_of_edits_and_everything_has_a_name_for_readers(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        assert program.review is not None
        program.review.bridge.run(SetFields("entry", "CE-004", {"event": "Nobody rang."}))
        qtbot.waitUntil(lambda: page.model.rowCount() == 0)
        assert page.nothing.text() == "No name is left to settle."
        named = (page.table, page.sentence_table, page.words.table, page, page.do_all, page.progress)
        assert all(each.accessibleName() for each in named)


def test_answer_that_would_put_the_name_in_place_of_itself_is_refused_in_a_sentence(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        go_to(page, "Sarah Okaforsen")
        press(Qt.Key.Key_Return)
        press_button("Subject or family …")
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, "Sarah Okaforsen")
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.nothing.isHidden())
        assert "holds the name itself" in page.nothing.text()
        assert set(shown(page)) == {REGISTERED, "Sarah Okaforsen", "Quillfeather"}
        press_button("Take the answer back")
        wait(qtbot, program)
        assert shown(page)["Sarah Okaforsen"][1] == "Not answered yet"
        assert page.nothing.isHidden()


def test_name_that_is_signed_or_stands_for_several_people_is_not_replaced_from_here(qtbot: QtBot) -> None:
    panel = SettlingPanel(People(lambda _kind: (), lambda _kind, words: words))
    qtbot.addWidget(panel)
    panel.show_name(NameAsked("k", "Quillfeather", "unknown", False, (), "It looks like a name.", "", True))
    assert words_of(panel) == ["Not a person here", "Never a person"]
    panel.show_name(
        NameAsked("k", "Quillfeather", "unknown", False, (), "It looks like a name.", "Never a person", True)
    )
    assert words_of(panel) == ["Do it for this name", "Take the answer back"]
    staff = (("staff", "STF-01", "Crown Prosecutor 1"),)
    panel.show_name(NameAsked("k", REGISTERED, "registered", True, staff, "A registered name.", "", True, False))
    assert words_of(panel) == []
    two = (*staff, ("staff", "STF-02", "Crown Prosecutor 2"))
    panel.show_name(NameAsked("k", REGISTERED, "registered", True, two, "More than one.", ""))
    assert words_of(panel) == []


def words_of(panel: SettlingPanel) -> list[str]:
    return [button.words() for button in panel._answers.findChildren(Button)]


def test_name_of_two_people_leads_to_its_sentences(qtbot: QtBot, tmp_path: Path) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        session_of(program).run(Insert("staff", "STF-05", {"code": "Crown Prosecutor 5", "title": "Crown Prosecutor"}))
        assert program.review is not None
        program.review.bridge.run(RegisterName("STF-05", "Ada Wetherspindle"))
        program.review.bridge.run(SetFields("entry", "CE-004", {"event": "Wetherspindle rang."}))
        qtbot.waitUntil(lambda: list(shown(page)) == ["Wetherspindle"] and done(program))
        assert shown(page)["Wetherspindle"][1] == "Not answered yet"
        assert "more than one person" in page.panel._more.text()


@pytest.mark.parametrize("view", ["names", "look", "words"])
def test_lock_while_the_review_is_read_stops_it_and_leaves_no_name_in_the_window(
    qtbot: QtBot, tmp_path: Path, view: str
) -> None:
    with names_page(qtbot, tmp_path) as (program, page):
        names = work(program)
        page.views[view].click()
        names._soon.timeout.emit()
        program.leaving.lock()
        qtbot.waitUntil(lambda: program.review is None)
        qtbot.waitUntil(lambda: program.tasks.running == 0)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        said = words_in(program.window)
        assert "Quillfeather" not in said
        assert "Okaforsen" not in said
        assert names._found is None
        assert not names._answers
