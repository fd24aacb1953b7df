"""What is there again at the next start: the look, the window, the list of recent reviews; and never content."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.paths import config_folder
from imr_desk.sample import SAMPLE_PASSPHRASE
from ui.menus import choose_theme
from ui.pages.recent_reviews import RecentReviews
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import WelcomePage
from ui.program import Program
from ui.remembering import folder_words, when_words
from ui.theme import ThemeChoice
from ui.widgets.arrangement import Side
from ui.widgets.buttons import Button


def start(ask: ScriptedAsk) -> AbstractContextManager[Program]:
    return running(ask)


def done(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.running == 0)
    QApplication.processEvents()


def welcome(program: Program) -> WelcomePage:
    page = program.window._stack.currentWidget()
    assert isinstance(page, WelcomePage)
    return page


@pytest.fixture
def opened_once(qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path) -> Path:
    """A review that was open in a program that has ended."""
    path, key = review_in(tmp_path, name="Adult B.imr")
    with running(ask) as program:
        open_by_key(program, path, key)
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        done(program, qtbot)
        program.window.close()
    return path


def test_next_start_offers_the_latest_review_and_opens_it_with_its_passphrase(
    opened_once: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    with start(ask) as program:
        program.begin(None)
        with qtbot.waitActive(program.window):
            program.window.activateWindow()
        page = welcome(program)
        assert "Adult B" in words_in(page)
        done(program, qtbot)
        assert SAMPLE_PASSPHRASE in words_in(page)  # told by trying it, since this is the sample
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, SAMPLE_PASSPHRASE)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: program.review is not None)
        assert program.path == opened_once
        done(program, qtbot)


def test_file_that_was_named_is_asked_for_whatever_was_open_before(
    opened_once: Path, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    named, _ = review_in(tmp_path, name="named.imr")
    with start(ask) as program:
        program.begin(named)
        page = program.window._stack.currentWidget()
        assert isinstance(page, UnlockPage)
        assert "named.imr" in words_in(page)
        done(program, qtbot)


def test_list_switched_off_stays_off(opened_once: Path, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path) -> None:
    with start(ask) as program:
        program.begin(None)
        done(program, qtbot)
        press(welcome(program), "Do not keep this list")
        assert welcome(program).recent is None
        assert "Adult B" not in (config_folder() / "settings.json").read_text()
        open_by_key(program, *review_in(tmp_path, name="other.imr"))
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        done(program, qtbot)
    with start(ask) as program:
        program.begin(None)
        assert welcome(program).recent is None
        press(welcome(program), "Keep a list of recent reviews")
        assert program.kept.now.keep_recent


def test_list_is_switched_off_and_on_in_the_menu(opened_once: Path, ask: ScriptedAsk, qtbot: QtBot) -> None:
    with start(ask) as program:
        program.open_session(_session(opened_once))
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        actions = program.window.actions_shown
        assert actions is not None
        entry = actions["view.recent"]
        assert entry.isChecked()
        entry.trigger()
        assert not entry.isChecked()
        assert program.kept.now.recent == ()
        entry.trigger()
        assert entry.isChecked()
        assert [Path(each.path) for each in program.kept.now.recent] == [opened_once]  # it is open now
        done(program, qtbot)


def test_review_whose_file_is_gone_is_shown_as_missing_and_can_be_removed(
    opened_once: Path, ask: ScriptedAsk, qtbot: QtBot
) -> None:
    opened_once.unlink()
    with start(ask) as program:
        program.begin(None)
        done(program, qtbot)
        recent = welcome(program).findChild(RecentReviews)
        assert recent is not None
        assert "not there any more" in words_in(recent)
        press(recent, "Remove from the list")
        assert welcome(program).recent is None
        assert program.kept.now.recent == ()


def test_look_and_window_are_as_they_were_left(ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path) -> None:
    with start(ask) as program:
        open_by_key(program, *review_in(tmp_path))
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        choose_theme(program, "view.theme_light")
        program.window.resize(1600, 800)
        program.window.desk.body.toggle_guidance()
        program.theme.larger()
        program.window.resize(1210, 730)
        done(program, qtbot)
        program.window.close()
    with start(ask) as program:
        assert program.theme.choice is ThemeChoice.LIGHT
        assert program.theme.scale == 115
        assert (program.window.width(), program.window.height()) == (1210, 730) or _screen_is_smaller()
        open_by_key(program, *review_in(tmp_path))
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        done(program, qtbot)
        program.window.resize(1600, 800)
        assert program.window.desk.body.arrangement.guidance is Side.FOLDED
        program.theme.as_it_was()


def test_window_is_not_put_where_no_screen_is(ask: ScriptedAsk) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text(json.dumps({"place": [9000, 9000, 1100, 700]}))
    with start(ask) as program:
        screen = QApplication.primaryScreen().availableGeometry()
        assert screen.intersects(program.window.geometry())


def test_settings_that_cannot_be_read_are_said_on_the_first_page(ask: ScriptedAsk) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text("{")
    with start(ask) as program:
        program.begin(None)
        assert "What the program remembered could not be read." in words_in(welcome(program))


def test_settings_that_cannot_be_kept_are_said_once_and_hold(
    ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("ui.settings.write_whole", refuse)
    with start(ask) as program:
        open_by_key(program, *review_in(tmp_path))
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        assert "could not be kept" in words_in(program.window.desk.notices)
        assert len(program.kept.now.recent) == 1
        program.window.desk.notices.drop("settings")
        program.theme.larger()
        assert program.window.desk.notices.notice("settings") is None
        program.theme.as_it_was()
        done(program, qtbot)


def test_nothing_of_a_review_is_remembered_but_its_path(opened_once: Path) -> None:
    kept = (config_folder() / "settings.json").read_text()
    for words in ("Child K", "Thornmere", "REVIEW-K", "Crown Prosecutor"):
        assert words not in kept
    assert str(opened_once) in json.loads(kept)["recent"][0]["path"]


def test_times_are_told_as_of_that_day() -> None:
    now = dt.datetime(2026, 11, 20, 14, 0, tzinfo=dt.UTC)
    assert when_words("2026-11-20T09:12:00+00:00", now) == "Today 09:12"
    assert when_words("2026-11-19T23:59:00+00:00", now) == "Yesterday 23:59"
    assert when_words("2026-10-02T09:12:00+00:00", now) == "2 October"
    assert when_words("2025-10-02T09:12:00+00:00", now) == "2 October 2025"
    assert when_words("soon", now) == ""


def test_folder_is_told_from_the_persons_own_on() -> None:
    assert folder_words(Path.home() / "Documents" / "a.imr") == "Documents › a.imr"
    assert folder_words(Path("/mnt/usb/a.imr")).endswith("mnt › usb › a.imr")


def press(page: object, words: str) -> None:
    assert isinstance(page, WelcomePage | RecentReviews)
    next(each for each in page.findChildren(Button) if each.words() == words and each.isVisible()).click()


def _session(path: Path) -> object:
    from imr_desk.session import Session

    return Session.open(path, SAMPLE_PASSPHRASE)


def _screen_is_smaller() -> bool:
    room = QApplication.primaryScreen().availableSize()
    return room.width() < 1210 or room.height() < 730
