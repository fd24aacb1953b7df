"""A damaged review at the unlock page: its newest backup, and what can still be read."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from imr_desk.jobs import backups
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.store.backups import folder_of, make_backup
from imr_desk.store.key import FileKey, salt_of
from imr_desk.store.pages import PAGE
from tests.window_tools import ScriptedAsk, review_in, running, words_in
from ui.pages.salvaged import SalvagedPage
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.widgets.buttons import Button

NOW = dt.datetime(2026, 11, 22, 14, 32, tzinfo=dt.UTC)


@pytest.fixture
def program(qtbot: QtBot, ask: ScriptedAsk) -> Iterator[Program]:
    with running(ask) as made:
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path, raw = review_in(tmp_path)
    make_backup(path, FileKey(raw, salt_of(path)), folder_of(path), NOW)
    return path


def damage(path: Path, *offsets: int) -> None:
    data = bytearray(path.read_bytes())
    for offset in offsets:
        data[offset] ^= 1
    path.write_bytes(data)


def unlocked(qtbot: QtBot, program: Program, path: Path) -> UnlockPage:
    """The unlock page after the right passphrase was given for a damaged file."""
    program.begin(path)
    page = program.window.findChildren(UnlockPage)[-1]
    page.unlock_asked.emit(SAMPLE_PASSPHRASE)
    qtbot.waitUntil(lambda: any("Read out" in each.words() for each in page.findChildren(Button)))
    return page


def button(page: UnlockPage, words: str) -> Button:
    return next(each for each in page.findChildren(Button) if words in each.words())


def test_newest_backup_is_offered_restored_and_opened(
    qtbot: QtBot, program: Program, review: Path, ask: ScriptedAsk
) -> None:
    damage(review, 100)
    before = review.read_bytes()
    page = unlocked(qtbot, program, review)
    assert "Your passphrase was right." in words_in(page)
    assert "The newest proved backup is of 22 November 2026, 14:32." in words_in(page)
    ask.files = [review.with_name("again.imr")]
    button(page, "Restore").click()
    qtbot.waitUntil(lambda: program.review is not None)
    assert program.path == review.with_name("again.imr")
    assert review.read_bytes() == before


def test_backup_that_is_damaged_too_leads_to_the_one_before(
    qtbot: QtBot, program: Program, review: Path, ask: ScriptedAsk
) -> None:
    newer = folder_of(review) / "backup 2026-11-23 09.00.00.imr"
    newer.write_bytes(next(folder_of(review).iterdir()).read_bytes())
    damage(newer, 7 * PAGE + 9)
    damage(review, 100)
    page = unlocked(qtbot, program, review)
    assert "23 November 2026, 09:00" in words_in(page)
    ask.files = [review.with_name("again.imr"), review.with_name("again.imr")]
    button(page, "Restore").click()
    qtbot.waitUntil(lambda: "22 November 2026, 14:32" in words_in(page))
    assert "Take another backup." in words_in(page)
    qtbot.waitUntil(lambda: len([each for each in page.findChildren(Button) if "Restore" in each.words()]) == 1)
    button(page, "Restore").click()
    qtbot.waitUntil(lambda: program.review is not None)


def test_what_can_be_read_is_written_listed_and_opened(
    qtbot: QtBot, program: Program, review: Path, ask: ScriptedAsk
) -> None:
    damage(review, *(number * PAGE + 50 for number in (1, *range(150, 170))))
    page = unlocked(qtbot, program, review)
    ask.files = [review.with_name("rescued.imr")]
    button(page, "Read out").click()
    qtbot.waitUntil(lambda: program.window.findChild(SalvagedPage) is not None)
    told = program.window.findChild(SalvagedPage)
    assert told.model.rowCount() > 0
    assert "21 of" in words_in(told)
    told.open.click()
    qtbot.waitUntil(lambda: program.review is not None)
    assert program.path == review.with_name("rescued.imr")


def test_review_without_a_backup_says_so_and_can_be_read_out(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    path, _ = review_in(tmp_path)
    damage(path, 100)
    page = unlocked(qtbot, program, path)
    assert "No backup of this review was found." in words_in(page)
    assert not [each for each in page.findChildren(Button) if "Restore" in each.words()]


def test_new_file_is_never_written_over_another(qtbot: QtBot, program: Program, review: Path, ask: ScriptedAsk) -> None:
    damage(review, 100)
    page = unlocked(qtbot, program, review)
    taken = review.with_name("taken.imr")
    taken.write_text("somebody's")
    ask.files = [taken]
    button(page, "Restore").click()
    qtbot.waitUntil(lambda: "there already" in words_in(page))
    assert taken.read_text() == "somebody's"
    assert program.review is None


def test_damaged_beginning_is_put_right_and_told(qtbot: QtBot, program: Program, review: Path) -> None:
    salt = salt_of(review)
    damage(review, 3)
    program.begin(review)
    program.window.findChildren(UnlockPage)[-1].unlock_asked.emit(SAMPLE_PASSPHRASE)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("mended") is not None)
    assert salt_of(review) == salt


def held_up(monkeypatch: pytest.MonkeyPatch, name: str) -> threading.Event:
    """What a worker does with backups waits until this is set."""
    go, real = threading.Event(), getattr(backups, name)

    def later(*given: object) -> object:
        assert go.wait(60)
        return real(*given)

    monkeypatch.setattr(backups, name, later)
    return go


def leave(qtbot: QtBot, page: UnlockPage) -> None:
    page.left.emit()
    qtbot.waitUntil(lambda: not isValid(page))


def test_who_left_while_backups_were_looked_for_is_left_alone(
    qtbot: QtBot, program: Program, review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = held_up(monkeypatch, "backups_of")
    damage(review, 100)
    program.begin(review)
    page = program.window.findChildren(UnlockPage)[-1]
    page.unlock_asked.emit(SAMPLE_PASSPHRASE)
    qtbot.waitUntil(lambda: "Your passphrase was right." in words_in(page))
    leave(qtbot, page)
    go.set()
    qtbot.waitUntil(lambda: program.tasks.running == 0)
    assert program.review is None


def test_who_left_while_a_backup_was_restored_finds_it_there_and_not_open(
    qtbot: QtBot, program: Program, review: Path, ask: ScriptedAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = held_up(monkeypatch, "restore")
    damage(review, 100)
    page = unlocked(qtbot, program, review)
    ask.files = [review.with_name("again.imr")]
    button(page, "Restore").click()
    leave(qtbot, page)
    go.set()
    qtbot.waitUntil(lambda: program.tasks.running == 0)
    assert review.with_name("again.imr").exists()
    assert program.review is None
