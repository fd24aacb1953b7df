"""The key kept on this computer, in the window: only on request, only when it is opened afresh, never after a lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fake_keyring
import keyring
import pytest
from keyring.backends import fail
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.jobs.kept_key import may_keep
from ui.menus import about
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import WelcomePage
from ui.program import Program


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk) -> Iterator[Program]:
    with running(ask) as made:
        yield made
        _settled(made, qtbot)


def _settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def _open(program: Program, qtbot: QtBot, folder: Path) -> Path:
    path, key = review_in(folder)
    open_by_key(program, path, key)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)
    return path


def _asked(program: Program, qtbot: QtBot, ask: ScriptedAsk, answer: str) -> tuple[str, ...]:
    """The answers that were offered, after one of them was given."""
    before = len(ask.asked)
    ask.answers = [answer]
    program.recovering.keys.begin()
    qtbot.waitUntil(lambda: len(ask.asked) > before)
    _settled(program, qtbot)
    return tuple(each.id for each in ask.asked[-1].answers)


def _unlock(program: Program) -> UnlockPage:
    page = program.window.findChild(UnlockPage)
    assert page is not None
    return page


def test_key_is_kept_on_request_and_opens_the_review_when_it_is_opened_afresh(
    program: Program, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    path = _open(program, qtbot, tmp_path)
    assert backend.kept == {}
    assert _asked(program, qtbot, ask, "keep") == ("leave", "keep", "forbid")
    assert len(backend.kept) == 1
    program.close_review()
    program.front.unlock(path)
    page = _unlock(program)
    qtbot.waitUntil(lambda: not page.card.kept.isHidden())
    page.card.kept.click()
    qtbot.waitUntil(lambda: program.review is not None)
    assert _asked(program, qtbot, ask, "forget") == ("leave", "forget", "forbid")
    assert backend.kept == {}


def test_key_that_is_kept_never_takes_the_place_of_the_passphrase_after_a_lock(
    program: Program, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_keyring.use(monkeypatch)
    path = _open(program, qtbot, tmp_path)
    _asked(program, qtbot, ask, "keep")
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    _settled(program, qtbot)
    assert _unlock(program).card.kept.isHidden()
    program.front.welcome()
    _settled(program, qtbot)
    welcome = program.window.findChild(WelcomePage)
    assert welcome is not None
    assert welcome.card is not None
    assert welcome.card.kept.isHidden()
    program.front.unlock(path)
    _settled(program, qtbot)
    assert _unlock(program).card.kept.isHidden()


def test_key_in_the_keyring_is_not_used_for_a_review_that_forbids_it(
    program: Program, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    path = _open(program, qtbot, tmp_path)
    _asked(program, qtbot, ask, "keep")
    stolen = dict(backend.kept)
    _asked(program, qtbot, ask, "forbid")
    assert backend.kept == {}
    assert program.review is not None
    assert not may_keep(program.review.session())
    program.close_review()
    backend.kept = stolen
    program.front.unlock(path)
    page = _unlock(program)
    qtbot.waitUntil(lambda: not page.card.kept.isHidden())
    page.card.kept.click()
    assert program.review is None


def test_without_a_safe_keyring_keeping_is_not_offered(
    program: Program, qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    _open(program, qtbot, tmp_path)
    assert _asked(program, qtbot, ask, "leave") == ("leave", "forbid")


def test_about_names_the_keyring_of_this_computer(
    program: Program, qtbot: QtBot, ask: ScriptedAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_keyring.use(monkeypatch)
    about(program)
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert "the keyring of this system" in ask.asked[-1].body
