"""The page of staff names: who is this, how many are registered, forgetting, decisions; and the page of real names."""

from __future__ import annotations

from pathlib import Path

from names_tools import REGISTERED, UNKNOWN, code, desk, field, marked, press, press_button, session_of, type_here
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, words_in

from imr_desk.operations.general import Delete, Insert
from imr_desk.operations.names import RegisterName
from imr_desk.review.free_text import all_texts
from ui.pages.identities import IdentitiesPage
from ui.pages.staff_names import StaffNamesPage
from ui.program import Program
from ui.registering import _marks
from ui.widgets.labels import Label


def opened(program: Program) -> StaffNamesPage:
    """Open the page from its menu."""
    actions = program.window.actions_shown
    assert actions is not None
    actions["review.names"].trigger()
    QApplication.processEvents()
    page = program.window.desk.body.pages.currentWidget()
    assert isinstance(page, StaffNamesPage)
    return page


def keys(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def said(page: StaffNamesPage) -> str:
    return page.who._answer.text() if not page.who._said.isHidden() else ""


def names_of(page: StaffNamesPage, code_wanted: str) -> str:
    rows = range(page.model.rowCount())
    return next(page.model.cell(at, 1).words for at in rows if page.model.cell(at, 0).words == code_wanted)


def test_page_shows_job_titles_and_numbers_and_never_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        assert names_of(page, code(program)) == "1 name"
        assert names_of(page, code(program, "STF-05")) == "None"
        assert "Names are never shown here" in page.frame.head.lead.text()
        cells = [page.model.cell(at, column).spoken() for at in range(page.model.rowCount()) for column in (0, 1)]
        assert REGISTERED.split()[1] not in "\n".join((*cells, words_in(page)))


def test_who_is_this_answers_with_the_job_title_and_leaving_forgets_what_was_typed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        assert page.who.name.box.hasFocus()
        keys("Wetherspindle, Jolyon")
        press(Qt.Key.Key_Return)
        assert said(page) == code(program)
        press(Qt.Key.Key_Escape)
        assert not page.isVisible()
        page = opened(program)
        assert (page.who.name.value(), said(page)) == ("", "")


def test_who_is_this_says_that_nobody_is_registered(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        keys(UNKNOWN)
        press(Qt.Key.Key_Return)
        assert said(page) == "Nobody is registered under this name."


def test_name_is_registered_for_a_new_job_title_and_is_nowhere_afterwards(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        keys(f"Edith {UNKNOWN}")
        while QApplication.focusWidget() is not page.who.new.box:
            press(Qt.Key.Key_Tab)
        keys("Charging lawyer")
        press_button("Register the name")
        assert said(page) == "Registered for Charging lawyer 1. The name itself was not kept."
        assert page.who.name.value() == ""
        assert names_of(page, "Charging lawyer 1") == "1 name"
        assert all(UNKNOWN not in text.text for text in all_texts(session_of(program).review))
        keys(UNKNOWN)
        press(Qt.Key.Key_Return)
        assert said(page) == "Charging lawyer 1"


def test_registering_nothing_says_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        press_button("Register the name")
        assert page.who.name.problem == "Type a name first."
        keys("7")
        page.who.title.box.setCurrentIndex(1)
        press_button("Register the name")
        assert "at least two letters" in page.who.name.problem


def test_names_of_a_job_title_are_forgotten_only_after_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    ask = ScriptedAsk()
    with desk(qtbot, tmp_path, ask=ask) as program:
        page = opened(program)
        while QApplication.focusWidget() is not page.table:
            press(Qt.Key.Key_Tab)
        page.table.setCurrentIndex(page.model.index(page.model.place_of("STF-04"), 0))
        press(Qt.Key.Key_Delete)
        assert names_of(page, code(program)) == "1 name"
        ask.answers.append("forget")
        press_button(f"Forget the names of {code(program)}")
        assert names_of(page, code(program)) == "None"
        assert [question.safe for question in ask.asked] == ["keep", "keep"]
        assert not any(REGISTERED in question.title + question.body for question in ask.asked)


def test_names_of_somebody_who_was_deleted_can_be_forgotten_too(qtbot: QtBot, tmp_path: Path) -> None:
    ask = ScriptedAsk()
    ask.answers.append("forget")
    with desk(qtbot, tmp_path, ask=ask) as program:
        session = session_of(program)
        session.run(Insert("staff", "STF-90", {"code": "Usher 1"}))
        session.run(RegisterName("STF-90", "Edith Thistlecroft"))
        session.run(Delete("staff", "STF-90"))
        page = opened(program)
        page.table.setFocus()
        page.table.setCurrentIndex(page.model.index(page.model.place_of("STF-90"), 0))
        press(Qt.Key.Key_Delete)
        assert session.registered_names() == {"STF-04": 1}
        assert page.model.place_of("STF-90") == -1


def test_decision_that_words_are_no_person_is_listed_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        row = field(program, "period", "background")
        type_here(f"We saw Mrs {UNKNOWN} there.")
        assert marked(row) == [(UNKNOWN, "unknown")]
        press_button("Never a person")
        page = opened(program)
        qtbot.waitUntil(lambda: [row.words for row in page.decided.rows] == [UNKNOWN])
        for _ in range(3):
            QApplication.processEvents()
        press_button(f"Take back ‘{UNKNOWN}’")
        qtbot.waitUntil(lambda: page.decided.rows == ())
        assert session_of(program).decided_names() == {}
        press(Qt.Key.Key_Escape)
        assert marked(row) == [(UNKNOWN, "unknown")]


def test_decision_for_one_sentence_holds_there_alone_and_is_listed_with_it(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        other = field(program, "review", "case_area")
        type_here(f"Mrs {UNKNOWN}")
        row = field(program, "period", "background")
        type_here(f"The barge is called Mrs {UNKNOWN} by all. We saw Mrs {UNKNOWN} there.")
        press(Qt.Key.Key_Home)
        assert marked(row) == [(UNKNOWN, "unknown")] * 2
        press_button("Not a person here")
        assert marked(row) == [(UNKNOWN, "unknown")]
        assert marked(other) == [(UNKNOWN, "unknown")]
        page = opened(program)
        qtbot.waitUntil(lambda: bool(page.decided.rows))
        assert [(each.words, each.where) for each in page.decided.rows] == [
            (UNKNOWN, f"Not a person here: The barge is called Mrs {UNKNOWN} by all.")
        ]
        for _ in range(3):
            QApplication.processEvents()
        press_button(f"Take back ‘{UNKNOWN}’")
        qtbot.waitUntil(lambda: page.decided.rows == ())
        press(Qt.Key.Key_Escape)
        assert marked(row) == [(UNKNOWN, "unknown")] * 2


def test_decisions_about_words_that_stand_nowhere_are_taken_back_together(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        from imr_desk.operations.names import Decide

        session = session_of(program)
        for word in ("Thistlecroft", "Marrowby"):
            session.run(Decide(session.judge.guard.key_for(word), "not a person"))
        page = opened(program)
        qtbot.waitUntil(lambda: bool(page.decided.rows))
        assert [each.where for each in page.decided.rows] == [
            "2 decisions are about words that do not stand in the review."
        ]
        for _ in range(3):
            QApplication.processEvents()
        press_button("Take them all back")
        assert session.decided_names() == {}
        assert session.undo() is not None
        assert len(session.decided_names()) == 2


def test_name_replaced_everywhere_is_listed_with_its_day_and_code(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        from imr_desk.operations.resolving import Resolution, ResolveNames

        session = session_of(program)
        page = opened(program)
        session.run(ResolveNames((Resolution("Edith Thistlecroft", "STF-05"),)))
        shown = next(iter(_marks(session.review, session.resolved_names())))
        assert session.review["STF-05"].text("code") in shown
        assert "in 0 records" in shown
        assert page.replaced.findChildren(Label)[-1].text() == shown


def test_words_that_stand_nowhere_are_taken_back_by_typing_them(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        from imr_desk.operations.names import Decide

        session = session_of(program)
        session.run(Decide(session.judge.guard.key_for("Thistlecroft"), "not a person"))
        page = opened(program)
        keys("thistlecroft")
        press(Qt.Key.Key_Return)
        assert said(page) == "Decided to be no person."
        press_button("Take the decision back")
        assert session.decided_names() == {}


def test_real_name_of_a_subject_is_written_on_its_private_page_and_marked_elsewhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with desk(qtbot, tmp_path) as program:
        opened(program)
        press_button("Open the private page")
        page = program.window.desk.body.pages.currentWidget()
        assert isinstance(page, IdentitiesPage)
        assert page.whose.box.hasFocus()
        press(Qt.Key.Key_Down)
        subject = page.whose.value()
        if page.add_button.isVisible():
            press_button("Write down the real names")
        assert page._form is not None
        page._form.row("real_name").editor.setFocus()
        type_here(f"Edith {UNKNOWN}")
        press(Qt.Key.Key_Escape)
        assert not page.isVisible()
        row = field(program, "period", "background")
        box = type_here(f"{UNKNOWN} rang.")
        assert marked(row) == [(UNKNOWN, "registered")]
        press(Qt.Key.Key_Home)
        press((Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier))
        assert box.toPlainText() == f"{session_of(program).review[subject].text('code')} rang."


def test_private_page_shows_one_person_at_a_time_and_its_names_can_be_deleted_and_brought_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with desk(qtbot, tmp_path) as program:
        actions = program.window.actions_shown
        assert actions is not None
        actions["review.identities"].trigger()
        page = program.window.desk.body.pages.currentWidget()
        assert isinstance(page, IdentitiesPage)
        assert page._form is None
        press(Qt.Key.Key_Down)
        count = len(session_of(program).review.all("identity"))
        if page.add_button.isVisible():
            press_button("Write down the real names")
            count += 1
        assert len(session_of(program).review.all("identity")) == count
        press_button("Delete these names")
        assert len(session_of(program).review.all("identity")) == count - 1
        assert page._form is None
        press((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
        assert len(session_of(program).review.all("identity")) == count
        assert page.isVisible()


def test_pages_over_a_stage_are_gone_after_lock(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        opened(program)
        keys(UNKNOWN)
        program.lock()
        qtbot.waitUntil(lambda: program.review is None)
        QApplication.processEvents()
        assert not program.window.has_page(-1)


def test_who_is_this_says_perhaps_where_the_words_are_only_close(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        page = opened(program)
        for words in ("Bertha Wetherspindle", "Jolyon Wetherspingle"):
            page.who.name.set_value(words)
            page.who.look_up.click()
            assert said(page) == f"Perhaps {code(program)}: the words are not quite a registered name."
