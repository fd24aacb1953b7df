"""Beginning a review by keyboard alone: from the first page to the first thing that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_steps import do_without_recovery_key
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.guidance.facts import Place
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.forms.bound_field import BoundField
from ui.pages.new_review import NewReviewPage
from ui.pages.welcome import WelcomePage
from ui.program import Program

WORDS = "amber kettle moss window"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk) -> Iterator[Program]:
    with running(ask) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a new review is offered a place."""
    wanted = tmp_path / "IMR reviews"
    monkeypatch.setattr("imr_desk.paths.reviews_folder", lambda: wanted)
    return wanted


@pytest.fixture
def page(program: Program, qtbot: QtBot, folder: Path) -> NewReviewPage:
    """The page as it comes when ‘New review’ is chosen on the first page, with Return."""
    program.begin(None)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    assert focused().accessibleName() == "New review"
    press(Qt.Key.Key_Space)
    found = program.window.findChild(NewReviewPage)
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_in(words: str) -> None:
    QTest.keyClicks(focused(), words)


def tab(times: int = 1) -> None:
    for _ in range(times):
        press(Qt.Key.Key_Tab)


def fill_in(*, passphrase: str = WORDS, again: str = WORDS) -> None:
    """Type what is needed, from the field that has the keyboard when the page comes, as far as the last field."""
    type_in("c")  # Crown Prosecution Service
    tab()
    type_in("serious")
    tab(2)
    type_in("1/5/2012")
    tab()
    type_in("4 May 2013")
    tab(3)  # over the name of the file and the folder
    type_in(passphrase)
    tab(2)
    type_in(again)


def opened(program: Program, qtbot: QtBot) -> None:
    do_without_recovery_key(program, qtbot)
    qtbot.waitUntil(lambda: program.review is not None)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)


def test_new_review_typed_by_keyboard_lands_on_the_first_field_that_is_missing(
    page: NewReviewPage, program: Program, qtbot: QtBot, folder: Path
) -> None:
    fill_in()
    press(Qt.Key.Key_Return)
    opened(program, qtbot)
    assert program.review is not None
    about, period = (program.review.bridge.review.one(kind) for kind in ("review", "period"))
    assert (about.text("agency"), about.text("template")) == ("cps", "T1")
    assert about.text("review_type") == "Serious Case Review"
    assert (period.text("start"), period.text("cut_off")) == ("2012-05-01", "2013-05-04")
    assert program.review.pages.stage == 1
    qtbot.waitUntil(lambda: focused().accessibleName() == "Who the review is about")
    assert {each.suffix for each in folder.iterdir()} == {".imr", ".lock"}
    assert WORDS not in words_in(program.window)
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def test_new_review_is_opened_again_with_its_passphrase(
    page: NewReviewPage, program: Program, qtbot: QtBot, folder: Path
) -> None:
    fill_in()
    press(Qt.Key.Key_Return)
    opened(program, qtbot)
    program.close_review()
    session = Session.open(next(folder.iterdir()), WORDS)
    assert session.review.one("review").text("agency") == "cps"
    session.close()
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def test_new_review_esc_leaves_and_nothing_is_written(page: NewReviewPage, program: Program, folder: Path) -> None:
    fill_in()
    press(Qt.Key.Key_Escape)
    assert program.window.findChild(WelcomePage) is not None
    assert not folder.exists()


def test_new_review_same_key_again_keeps_what_was_typed(page: NewReviewPage) -> None:
    fill_in()
    press(Qt.Key.Key_N, CONTROL)
    assert page.isVisible()
    assert page.file.passphrase.secret() == WORDS


def test_new_review_says_what_is_still_needed_and_goes_there(page: NewReviewPage, folder: Path) -> None:
    page.begin_button.click()
    assert "Choose the agency" in words_in(page)
    assert focused().accessibleName() == "Agency"
    type_in("h")
    page.begin_button.click()
    assert focused().accessibleName() == "Passphrase"
    assert page.face.facts().template == "T2"
    assert not folder.exists()


@pytest.mark.parametrize(
    ("given", "again", "said"),
    [
        ("short words", "short words", "1 character more is needed"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "repeats itself"),
        (WORDS, "amber kettle moss", "The two are not the same"),
        (SAMPLE_PASSPHRASE, SAMPLE_PASSPHRASE, "which everybody knows"),
    ],
)
def test_new_review_passphrase_that_will_not_do_makes_no_file(
    page: NewReviewPage, folder: Path, given: str, again: str, said: str
) -> None:
    fill_in(passphrase=given, again=again)
    press(Qt.Key.Key_Return)
    assert said in words_in(page)
    assert not folder.exists()


def test_new_review_period_that_cannot_be_is_said_at_its_field(page: NewReviewPage) -> None:
    fill_in()
    page.face._start.box.setText("31/04/2013")
    press(Qt.Key.Key_Return)
    assert "April" in page.face.start.error()
    page.face._start.box.setText("5 May 2014")
    page.begin_button.click()
    assert "ends before it begins" in page.face.end.error()


def test_new_review_over_a_file_that_is_there_is_refused_at_its_name(page: NewReviewPage, folder: Path) -> None:
    folder.mkdir()
    page.file.path().write_bytes(b"mine")
    fill_in()
    press(Qt.Key.Key_Return)
    assert "is there already, and it is kept" in page.file.name.error()
    assert page.file.path().read_bytes() == b"mine"


def test_new_review_file_that_comes_meanwhile_is_kept_and_said(
    page: NewReviewPage, program: Program, qtbot: QtBot, folder: Path
) -> None:
    folder.mkdir()
    fill_in()
    target = page.file.path()
    page.begin_asked.connect(lambda _given: target.write_bytes(b"mine"))
    program.tasks._pool.setMaxThreadCount(0)  # nothing is begun before the other file is there
    press(Qt.Key.Key_Return)
    program.tasks._pool.setMaxThreadCount(1)
    qtbot.waitUntil(lambda: program.tasks.running == 0)
    assert "is there already" in words_in(page.refusal)
    assert target.read_bytes() == b"mine"
    assert page.begin_button.isEnabled()


def test_new_review_from_an_open_one_keeps_it_until_the_new_one_is_there(
    program: Program, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    open_by_key(program, *review_in(tmp_path))
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)
    before = program.review
    QTest.keyClick(program.window.desk, Qt.Key.Key_N, CONTROL)
    found = program.window.findChild(NewReviewPage)
    assert found is not None
    found.leave_button.click()
    assert program.review is before
    assert program.window.desk.isVisible()
    QTest.keyClick(program.window.desk, Qt.Key.Key_N, CONTROL)
    fill_in()
    press(Qt.Key.Key_Return)
    do_without_recovery_key(program, qtbot)
    qtbot.waitUntil(lambda: program.review is not before)
    assert program.path is not None
    assert program.path.parent == folder
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def test_new_review_other_folder_is_taken_and_offered_next_time(
    page: NewReviewPage,
    program: Program,
    ask: ScriptedAsk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(ask, "folder", lambda _title, _start=None: other)
    page.file.folder_button.click()
    assert str(other) in words_in(page)
    page.setFocus()
    fill_in()
    press(Qt.Key.Key_Return)
    opened(program, qtbot)
    assert {each.suffix for each in other.iterdir()} == {".imr", ".lock"}
    assert program.kept.folder(tmp_path) == other
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def test_first_field_place_is_one_that_the_page_has(page: NewReviewPage, program: Program, qtbot: QtBot) -> None:
    fill_in()
    press(Qt.Key.Key_Return)
    opened(program, qtbot)
    assert program.review is not None
    shown = program.review.pages.page
    assert shown.focus_place(Place("review", "review", "subject_kind", ""))
    assert shown.findChildren(BoundField)
    qtbot.waitUntil(lambda: program.tasks.running == 0)
