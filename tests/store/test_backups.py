"""Backups are copies that were opened and compared; what cannot be proved is not called a backup."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from imr_desk.errors import BackupFailedError, ChangedMeanwhileError, DamagedFileError, FileProblemError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store import copying
from imr_desk.store.backups import Backup, backups_in, folder_of, make_backup
from imr_desk.store.copying import digest_of, proved_copy
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.pages import PAGE
from tests.sample_session import PASSPHRASE, open_sample

NOW = dt.datetime(2026, 11, 22, 14, 32, 7, tzinfo=dt.UTC)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    open_sample(tmp_path).close()
    return tmp_path / "sample.imr"


@pytest.fixture
def key(review: Path) -> FileKey:
    return derive(PASSPHRASE, salt_of(review))


def back_up(review: Path, key: FileKey, now: dt.datetime = NOW, *, on_hold: bool = False) -> Backup:
    return make_backup(review, key, folder_of(review), now, on_hold=on_hold)


def test_backup_is_a_whole_review_under_the_same_key_and_salt(review: Path, key: FileKey) -> None:
    made = back_up(review, key)
    assert made.path == review.parent / "sample backups" / "backup 2026-11-22 14.32.07.imr"
    assert made.path.read_bytes()[:16] == review.read_bytes()[:16]
    assert digest_of(made.path, key) == digest_of(review, key)
    with closing(Session.open(made.path, PASSPHRASE, read_only=True)) as session:
        assert session.file.integrity_faults() == ()
        assert len(session.review.all("entry")) > 10
    assert list(made.path.parent.iterdir()) == [made.path]
    if os.name == "posix":
        assert made.path.stat().st_mode & 0o777 == 0o600
        assert made.path.parent.stat().st_mode & 0o777 == 0o700


def test_two_backups_of_one_second_have_two_names(review: Path, key: FileKey) -> None:
    first, second = back_up(review, key), back_up(review, key)
    assert second.path.name == "backup 2026-11-22 14.32.07 (2).imr"
    assert {each.path for each in backups_in(folder_of(review), key.salt)} == {first.path, second.path}


def test_copy_with_one_other_cell_and_the_same_counts_is_not_proved(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tamper(path: Path) -> None:
        with closing(Connection(path, key.literal())) as copy:
            assert copy.run("UPDATE opening SET purpose = purpose || '.'") == 1

    monkeypatch.setattr(copying, "put_on_disk", tamper)
    with pytest.raises(BackupFailedError, match="does not hold what the review holds"):
        back_up(review, key)
    assert list(folder_of(review).iterdir()) == []


@pytest.mark.parametrize("offset", [0, 100, PAGE + 5, -1])
def test_copy_with_one_damaged_byte_is_not_proved(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch, offset: int
) -> None:
    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[offset] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(copying, "put_on_disk", damage)
    with pytest.raises(BackupFailedError):
        back_up(review, key)
    assert list(folder_of(review).iterdir()) == []


@pytest.mark.parametrize("page", [0, 3, -1])
def test_damaged_review_is_said_and_its_older_backups_stay(review: Path, key: FileKey, page: int) -> None:
    older = back_up(review, key)
    data = bytearray(review.read_bytes())
    data[page * PAGE + 40] ^= 1
    review.write_bytes(data)
    with pytest.raises(DamagedFileError, match="older backups were left"):
        back_up(review, key, NOW + dt.timedelta(days=400))
    assert list(folder_of(review).iterdir()) == [older.path]


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_disk_that_takes_no_more_leaves_nothing_behind(review: Path, key: FileKey) -> None:
    with (
        files_no_longer_than(review.stat().st_size // 2),
        pytest.raises(BackupFailedError, match=r"The review itself is as it was\."),
    ):
        back_up(review, key)
    assert list(folder_of(review).iterdir()) == []


def test_room_is_looked_for_before_anything_is_written(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(review.parent)._replace(free=review.stat().st_size)
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda _folder: usage)
    monkeypatch.setattr(copying, "_copied", None)  # never called
    with pytest.raises(BackupFailedError, match="is full"):
        back_up(review, key)


def test_folder_that_cannot_be_made_is_said(review: Path, key: FileKey) -> None:
    folder_of(review).write_text("a file where the folder should be")
    with pytest.raises(BackupFailedError, match="cannot be made"):
        back_up(review, key)


def test_review_that_changes_meanwhile_is_copied_anew(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.open(review, PASSPHRASE)
    copy_into, copies = Connection.copy_into, []

    def edit_after_the_first(connection: Connection, target: Connection, pages: int) -> None:
        copy_into(connection, target, pages)
        copies.append(1)
        if len(copies) == 1:
            session.run(SetFields("opening", "opening", {"purpose": "To learn."}))

    monkeypatch.setattr(Connection, "copy_into", edit_after_the_first)
    made = back_up(review, key)
    assert len(copies) == 2
    session.close()
    with closing(Session.open(made.path, PASSPHRASE, read_only=True)) as copy:
        assert copy.review.one("opening").text("purpose") == "To learn."


def test_review_that_changes_all_the_time_is_left_for_later(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.open(review, PASSPHRASE)
    copy_into, copies = Connection.copy_into, []

    def edit(connection: Connection, target: Connection, pages: int) -> None:
        copy_into(connection, target, pages)
        copies.append(1)
        session.run(SetFields("opening", "opening", {"purpose": f"To learn. {len(copies)}"}))

    monkeypatch.setattr(Connection, "copy_into", edit)
    with pytest.raises(ChangedMeanwhileError, match="tried again in a while"):
        back_up(review, key)
    session.close()
    assert list(folder_of(review).iterdir()) == []


def test_copy_that_another_program_holds_gets_its_name_when_it_is_let_go(
    review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, waited = copying._rename, []

    def held(part: Path, target: Path) -> None:
        if len(waited) < 3:
            raise PermissionError
        rename(part, target)

    monkeypatch.setattr(copying, "_rename", held)
    proved_copy(review, key, review.with_name("copy.imr"), rest=waited.append)
    assert len(waited) == 3
    assert review.with_name("copy.imr").exists()


def test_copy_is_never_written_over_a_file(review: Path, key: FileKey, monkeypatch: pytest.MonkeyPatch) -> None:
    target = review.with_name("other.imr")
    target.write_text("somebody's")
    with pytest.raises(FileProblemError, match="there already"):
        proved_copy(review, key, target)
    monkeypatch.setattr(copying, "refuse_taken", lambda _target: None)  # it came about while the copy was made
    with pytest.raises(FileProblemError, match="there already"):
        proved_copy(review, key, target)
    assert target.read_text() == "somebody's"
    assert {each.name for each in review.parent.iterdir()} == {"sample.imr", "other.imr"}


def test_old_backups_of_this_review_go_and_nothing_else_does(review: Path, key: FileKey) -> None:
    folder = folder_of(review)
    first = back_up(review, key, NOW - dt.timedelta(days=400))
    other = folder / "backup 2020-01-01 10.00.00.imr"
    other.write_bytes(bytes(PAGE))  # of another review: another salt
    notes = folder / "notes.txt"
    notes.write_text("mine")
    left = folder / ".backup 2020-01-01 10.00.00.imr.0a1b2c3d.part"
    left.write_text("half")
    os.utime(left, (0, 0))
    for day in range(12):
        last = back_up(review, key, NOW + dt.timedelta(minutes=day))
    assert not first.path.exists()
    assert not left.exists()
    assert other.exists()
    assert notes.exists()
    assert len(backups_in(folder, key.salt)) == 10
    assert backups_in(folder, key.salt)[0] == last


def test_inquiry_hold_lets_nothing_go(review: Path, key: FileKey) -> None:
    for minute in range(13):
        back_up(review, key, NOW + dt.timedelta(minutes=minute), on_hold=True)
    assert len(backups_in(folder_of(review), key.salt)) == 13


def test_files_that_are_no_backups_are_not_listed(review: Path, key: FileKey) -> None:
    made = back_up(review, key)
    for name in ("backup 2026-13-22 14.32.07.imr", "copy of backup.imr", "backup 2026-11-22 14.32.08.imr.part"):
        shutil.copy(made.path, made.path.with_name(name))
    made.path.with_name("backup 2026-11-22 14.32.09.imr").write_bytes(b"")
    made.path.with_name("backup 2026-11-22 14.32.10.imr").write_bytes(made.path.read_bytes()[:-1])
    assert backups_in(folder_of(review), key.salt) == (made,)
    assert backups_in(review.parent / "nowhere") == ()
