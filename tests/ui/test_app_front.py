"""Before a review is open: the first page, the passphrase, what is said where a file does not open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import WelcomePage
from ui.program import Program
from ui.widgets.buttons import Button

OTHER = "another four plain words"


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk) -> Iterator[Program]:
    with running(ask) as made:
        yield made


def unlock_page(program: Program) -> UnlockPage:
    found = program.window.findChildren(UnlockPage)
    assert len(found) == 1
    return found[0]


def type_passphrase(program: Program, words: str) -> UnlockPage:
    page = unlock_page(program)
    QTest.keyClicks(page.card.field.box, words)
    page.card.button.click()
    return page


def wait_until_told(program: Program, qtbot: QtBot) -> None:
    """Wait for the worker, and for what it found to be told."""
    qtbot.waitUntil(lambda: program.tasks.running == 0)


def test_first_page_offers_only_what_works(program: Program) -> None:
    program.begin(None)
    page = program.window.findChild(WelcomePage)
    shown = [each.words() for each in page.findChildren(Button) if each.isVisible()]
    assert shown == ["New review", "Open a review file", "Try the sample review", "Help"]


def test_right_passphrase_opens_the_review_and_leaves_the_field_empty(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    program.begin(path)
    page = type_passphrase(program, SAMPLE_PASSPHRASE)
    assert not page.card.button.isEnabled()
    qtbot.waitUntil(lambda: program.review is not None)
    assert program.window.desk.isVisible()
    assert program.window.windowTitle().startswith("Child K")
    qtbot.waitUntil(lambda: program.window.findChild(UnlockPage) is None)  # Qt deletes it when it is idle
    wait_until_told(program, qtbot)


def test_wrong_passphrase_says_so_and_keeps_what_was_typed(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path, _ = review_in(tmp_path)
    program.begin(path)
    page = type_passphrase(program, "not the right words")
    wait_until_told(program, qtbot)
    assert program.review is None
    assert "does not open this file" in words_in(page)
    assert page.card.field.secret() == "not the right words"
    assert page.card.button.isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.imr", None, "There is no file ‘missing.imr’ there."),
        ("notes.imr", b"words", "is not a review file of IMR Desk"),
    ],
)
def test_file_that_is_no_review_is_told_on_the_unlock_page_before_anything_is_typed(
    program: Program, qtbot: QtBot, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    program.begin(tmp_path / name)
    wait_until_told(program, qtbot)
    assert said in words_in(unlock_page(program))


def test_sample_is_known_by_its_passphrase_and_not_by_its_name(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path, _ = review_in(tmp_path)
    plain = path.rename(tmp_path / "smith.imr")
    Session.create(tmp_path / "sample.imr", OTHER).close()
    program.begin(plain)
    wait_until_told(program, qtbot)
    assert SAMPLE_PASSPHRASE in words_in(unlock_page(program))
    program.front.unlock(tmp_path / "sample.imr")
    wait_until_told(program, qtbot)
    assert SAMPLE_PASSPHRASE not in words_in(program.window)


def test_sample_review_is_written_where_the_person_says_and_then_asked_for_its_passphrase(
    program: Program, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "practice.imr"
    ask.files.append(target)
    program.begin(None)
    program.window.findChild(WelcomePage)._sample.link.click()
    wait_until_told(program, qtbot)
    qtbot.waitUntil(lambda: program.tasks.running == 0)
    assert target.exists()
    assert "practice.imr" in words_in(unlock_page(program))


def test_sample_review_over_a_file_that_is_there_is_refused_in_a_sentence_and_the_file_kept(
    program: Program, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "practice.imr"
    target.write_bytes(b"mine")
    ask.files.append(target)
    program.begin(None)
    program.window.findChild(WelcomePage)._sample.link.click()
    wait_until_told(program, qtbot)
    assert target.read_bytes() == b"mine"
    assert [question.title for question in ask.asked] == ["‘practice.imr’ is there already"]


def test_review_that_was_left_for_another_is_not_opened_when_its_key_comes(
    program: Program, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    other = tmp_path / "other.imr"
    shutil.copy(path, other)
    program.begin(path)
    page = type_passphrase(program, SAMPLE_PASSPHRASE)
    ask.files.append(other)
    page.other.click()
    wait_until_told(program, qtbot)
    assert program.review is None
    assert "other.imr" in words_in(unlock_page(program))


def test_what_is_told_of_a_sample_when_another_way_opened_a_review_changes_nothing(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, key = review_in(tmp_path)
    program.begin(path)
    page = unlock_page(program)
    open_by_key(program, path, key)
    qtbot.waitUntil(lambda: not isValid(page))
    program.front._sample_told(page, SAMPLE_PASSPHRASE)
    program.front.say_backup("Backed up.")
    assert program.review is not None
