"""Backups in the window: some minutes after an edit, when the review is left, and when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from imr_desk.errors import BackupFailedError, ChangedMeanwhileError
from imr_desk.operations.general import Insert, SetFields
from imr_desk.session import Session
from imr_desk.store import copying
from imr_desk.store.backups import backups_in, folder_of
from imr_desk.store.key import FileKey
from imr_desk.store.loose_rows import pages_of
from imr_desk.store.sound_pages import SoundPages
from tests.window_tools import ScriptedAsk, open_by_key, review_in, running, words_in
from ui.pages.backups import BackupsPage
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.widgets.buttons import Button

EDIT = SetFields("opening", "opening", {"purpose": "To learn."})


class AskWithFolders(ScriptedAsk):
    """Gives the folders a test wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path] = []

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        return self.folders.pop(0) if self.folders else None


@pytest.fixture
def ask() -> AskWithFolders:
    return AskWithFolders()


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, ask: AskWithFolders) -> Iterator[Program]:
    """A review that is open, with backups made by themselves."""
    path, key = review_in(tmp_path, "")
    with running(ask, backups=True) as program:
        open_by_key(program, path, key)
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        yield program
        program.backing_up.by_itself = False
        qtbot.waitUntil(lambda: program.tasks.running + program.backing_up.tasks.running == 0)


def edit(program: Program) -> None:
    assert program.review is not None
    assert program.review.bridge.run(EDIT)


def copies(tmp_path: Path) -> int:
    return len(backups_in(folder_of(tmp_path / "review.imr")))


def backed_up(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.backing_up.made):
        program.backing_up.timer.timeout.emit()


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path | None = None) -> None:
    """No copy can be written: anywhere, or in one folder only."""
    real = copying.refuse_full

    def refused(where: Path, source: Path) -> None:
        if folder is None or where == folder:
            raise BackupFailedError("No copy was made: the disk is full. The review itself is as it was.")
        real(where, source)

    monkeypatch.setattr(copying, "refuse_full", refused)


def test_backup_is_made_some_minutes_after_an_edit_and_said_in_the_foot(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    assert not program.backing_up.timer.isActive()
    edit(program)
    assert 0 < program.backing_up.timer.remainingTime() <= 5 * 63_000
    backed_up(qtbot, program)
    assert copies(tmp_path) == 1
    assert not program.backing_up.behind
    assert not program.backing_up.timer.isActive()
    qtbot.waitUntil(lambda: "Backup proved" in program.window.desk.status.accessibleName())


def test_edit_made_while_a_backup_is_made_waits_for_the_next(qtbot: QtBot, program: Program) -> None:
    edit(program)
    with qtbot.waitSignal(program.backing_up.made):
        program.backing_up.start()
        edit(program)
    assert program.backing_up.behind
    assert program.backing_up.timer.isActive()


def test_backup_that_fails_is_said_with_ways_and_tried_again(
    qtbot: QtBot, program: Program, tmp_path: Path, ask: AskWithFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, folder_of(tmp_path / "review.imr"))
    edit(program)
    program.backing_up.timer.timeout.emit()
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("backup") is not None)
    assert "the disk is full" in words_in(program.window.desk.notices)
    assert 0 < program.backing_up.timer.remainingTime() <= 63_000
    other = tmp_path / "other"
    other.mkdir()
    ask.folders = [other]
    with qtbot.waitSignal(program.backing_up.made):
        program.backing_up.choose_place()
    assert program.window.desk.notices.notice("backup") is None
    assert program.kept.now.backup_folder == str(other)
    assert len(backups_in(other / "review backups")) == 1


def test_backup_that_somebody_typed_into_is_tried_again_without_a_word(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(*_: object) -> str:
        raise ChangedMeanwhileError("No backup was made yet.")

    monkeypatch.setattr(copying, "_copied", changed)
    edit(program)
    program.backing_up.timer.timeout.emit()
    qtbot.waitUntil(lambda: program.backing_up.timer.isActive())
    assert 0 < program.backing_up.timer.remainingTime() <= 63_000
    assert program.backing_up.behind
    assert program.window.desk.notices.notice("backup") is None


def test_lock_waits_for_no_backup_and_says_when_it_is_proved(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    edit(program)
    assert program.leaving.put_away()
    assert program.path is not None
    program.front.unlock(program.path, locked=True)
    assert program.review is None
    qtbot.waitUntil(lambda: copies(tmp_path) == 1)
    page = program.window.findChild(UnlockPage)
    assert page is not None
    qtbot.waitUntil(lambda: "Backup proved" in words_in(page))


def test_backup_that_failed_at_the_lock_is_told_when_the_review_is_back(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(program)
    refuse(monkeypatch)
    assert program.leaving.put_away()
    qtbot.waitUntil(lambda: bool(program.backing_up.failed))
    (tmp_path / "keys").mkdir()
    path, key = tmp_path / "review.imr", review_in(tmp_path / "keys", "")[1]
    open_by_key(program, path, key)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("backup") is not None)


def test_closing_makes_a_backup_first(program: Program, tmp_path: Path) -> None:
    edit(program)
    assert program.leaving.may_close()
    assert copies(tmp_path) == 1
    assert program.review is None


def test_edit_made_while_a_backup_is_made_is_in_the_one_of_the_lock_and_of_closing(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    edit(program)
    program.backing_up.start()
    assert program.review is not None
    assert program.review.bridge.run(SetFields("opening", "opening", {"purpose": "Typed last."}))
    raw = program.review.session().file.key.raw
    assert program.leaving.may_close()
    newest = backups_in(folder_of(tmp_path / "review.imr"))[0]
    session = Session.open(newest.path, raw_key=raw, read_only=True)
    assert session.review.one("opening").text("purpose") == "Typed last."
    session.close()


def test_closing_without_an_edit_makes_none(program: Program, tmp_path: Path) -> None:
    assert program.leaving.may_close()
    assert copies(tmp_path) == 0


def test_backup_that_fails_at_close_keeps_the_review_open_and_says_why(
    program: Program, ask: AskWithFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(program)
    refuse(monkeypatch)
    assert not program.leaving.may_close()
    assert program.review is not None
    assert ask.asked[-1].title == "No copy was made: the disk is full"
    ask.answers = ["again", "leave"]
    assert program.leaving.may_close()
    assert program.review is None


def test_backup_that_fails_at_close_can_go_to_another_place(
    program: Program, tmp_path: Path, ask: AskWithFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(program)
    refuse(monkeypatch, folder_of(tmp_path / "review.imr"))
    other = tmp_path / "other"
    other.mkdir()
    ask.answers, ask.folders = ["place"], [other]
    assert program.leaving.may_close()
    assert len(backups_in(other / "review backups")) == 1


def test_page_lists_backups_says_what_differs_and_restores_to_a_new_file(
    qtbot: QtBot, program: Program, tmp_path: Path, ask: AskWithFolders
) -> None:
    edit(program)
    backed_up(qtbot, program)
    assert program.review is not None
    bridge = program.review.bridge
    assert bridge.run(Insert("abbreviation", bridge.session.new_id("abbreviation"), {"term": "CPS"}))
    program.backing_up.show_page()
    page = program.review.pages.page
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "1 fewer: Abbreviation" in page.model.row(0).differs)
    assert page.model.row(0).proved == "Opened again just now"
    ask.files = [tmp_path / "again.imr"]
    page.restore.click()
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("restored") is not None)
    restored = Session.open(tmp_path / "again.imr", raw_key=bridge.session.file.key.raw)
    assert restored.review.one("opening").text("purpose") == "To learn."
    assert not restored.review.all("abbreviation")
    restored.close()


def test_restoring_over_a_file_is_refused(qtbot: QtBot, program: Program, tmp_path: Path, ask: AskWithFolders) -> None:
    edit(program)
    backed_up(qtbot, program)
    before = (tmp_path / "review.imr").read_bytes()
    program.backing_up.show_page()
    assert program.review is not None
    page = program.review.pages.page
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    ask.files = [tmp_path / "review.imr"]
    page.restore.click()
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("restored") is not None)
    assert "there already" in words_in(program.window.desk.notices)
    assert (tmp_path / "review.imr").read_bytes() == before


def test_backup_from_before_another_passphrase_asks_for_that_one(
    qtbot: QtBot, program: Program, tmp_path: Path, ask: AskWithFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path / "review.imr")
    folder.mkdir()
    made = folder / "backup 2026-01-02 10.00.00.imr"
    assert program.review is not None
    earlier = "four earlier words here"
    Session.create(made, earlier).close()
    data = made.read_bytes()
    monkeypatch.setattr("imr_desk.jobs.backups.salt_of", lambda _path: data[:16])  # as where only the key is another
    program.backing_up.show_page()
    page = program.review.pages.page
    assert isinstance(page, BackupsPage)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "earlier passphrase" in page.model.row(0).differs)
    ask.files = [tmp_path / "again.imr"]
    monkeypatch.setattr(ask, "secret", lambda *_: earlier)
    page.restore.click()
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("restored") is not None)
    Session.open(tmp_path / "again.imr", earlier).close()


def test_damage_is_told_when_a_review_is_opened_and_leads_to_another_place_and_its_backups(
    qtbot: QtBot, program: Program, tmp_path: Path, ask: AskWithFolders
) -> None:
    """The pages of the words that can be found: the review opens without them."""
    folder = tmp_path / "other"
    folder.mkdir()
    path, raw = review_in(folder, "", "damaged.imr")
    key = FileKey(raw, path.read_bytes()[:16])
    with SoundPages(path, key) as pages:
        numbers = pages_of(pages, "sys_search_data")
    data = bytearray(path.read_bytes())
    data[(numbers[0] - 1) * 4096 + 9] ^= 1
    path.write_bytes(data)
    open_by_key(program, path, raw)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice("backup") is not None)
    words = words_in(program.window.desk.notices)
    assert "A part of this review file is damaged" in words
    notice = program.window.desk.notices.notice("backup")
    assert notice is not None
    assert [each.words() for each in notice.findChildren(Button)] == [
        "Save this review somewhere else …",
        "Show its backups",
    ]
    program.backing_up.start()
    qtbot.waitUntil(lambda: "no backup of it could be proved" in words_in(program.window.desk.notices))
    assert not program.backing_up.timer.isActive()
