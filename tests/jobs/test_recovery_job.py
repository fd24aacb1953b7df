"""Never locked out: sheets and what is told of them, another passphrase, a forgotten one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

from imr_desk.errors import BackupFailedError, BadInputError, WrongPassphraseError
from imr_desk.jobs import recovery
from imr_desk.jobs.backups import backups_of
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.key import salt_of

OLD, NEW, THIRD = "four plain words here", "another four words then", "yet seven lanterns under gravel"
FIRST_DAY = dt.datetime(2026, 12, 1, 14, 32, tzinfo=dt.UTC)


class Clock:
    def __init__(self) -> None:
        self.now = FIRST_DAY

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def review(tmp_path: Path, clock: Clock) -> Path:
    return _made(tmp_path / "review.imr", clock)


def _made(path: Path, clock: Clock) -> Path:
    session = Session.create(path, OLD, clock)
    session.run(SetFields("opening", "opening", {"introduction": "Quillonwibble."}))
    session.close()
    return path


def _typed(groups: Sequence[str]) -> recovery.RecoveryKey:
    return recovery.read("-".join(groups).lower())


def _change(path: Path, clock: Clock, old: str = OLD, new: str = NEW) -> recovery.Changed:
    clock.now += dt.timedelta(days=2)
    return recovery.change_passphrase(path, Session.derive_key(path, old), new, clock=clock)


def test_sheet_of_a_review_has_its_number_and_day_and_opens_it(review: Path, clock: Clock) -> None:
    sheet = recovery.sheet_for(review, OLD)
    assert (sheet.number, sheet.since, sheet.file) == (1, "1 December 2026", "review.imr")
    changed = recovery.recover(review, _typed(sheet.groups), NEW, clock=clock)
    assert changed.sheet.number == 2
    session = Session.open(review, NEW)
    assert session.review.one("opening").text("introduction") == "Quillonwibble."
    session.close()


def test_sheet_with_a_wrong_passphrase_is_refused(review: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        recovery.sheet_for(review, NEW)


def test_change_makes_a_proved_backup_first_that_opens_with_the_passphrase_from_before(
    review: Path, clock: Clock
) -> None:
    changed = _change(review, clock)
    assert [each.path for each in backups_of(review)] == [changed.backup]
    Session.open(changed.backup, OLD, read_only=True).close()
    Session.open(review, raw_key=changed.key).close()


def test_change_without_a_backup_changes_nothing(review: Path, clock: Clock) -> None:
    (review.parent / "review backups").write_text("in the way")
    with pytest.raises(BackupFailedError):
        _change(review, clock)
    Session.open(review, OLD).close()


@pytest.mark.parametrize(
    ("words", "said"), [("too short", "more are needed"), ("password12345", "first to be guessed")]
)
def test_change_to_a_passphrase_that_will_not_do_says_why(review: Path, clock: Clock, words: str, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        _change(review, clock, new=words)
    assert backups_of(review) == ()


def test_change_to_the_passphrase_it_has_is_told(review: Path, clock: Clock) -> None:
    with pytest.raises(BadInputError, match="has already"):
        _change(review, clock, new=OLD)


def test_a_sheet_from_before_is_told_with_what_it_does_open(review: Path, clock: Clock) -> None:
    first = _typed(recovery.sheet_for(review, OLD).groups)
    changed = _change(review, clock)
    with pytest.raises(WrongPassphraseError) as refused:
        recovery.recover(review, first, THIRD, clock=clock)
    assert refused.value.sentence.startswith("This is sheet 1 of this review, but this file needs another sheet")
    assert "Sheet 1 opens the backup of 3 December 2026" in refused.value.sentence
    recovery.recover(changed.backup, first, THIRD, clock=clock)
    Session.open(review, NEW).close()


def test_a_sheet_of_another_review_is_told(review: Path, tmp_path: Path, clock: Clock) -> None:
    other = _made(tmp_path / "other.imr", clock)
    with pytest.raises(WrongPassphraseError, match="sheet 1 of another review"):
        recovery.recover(review, _typed(recovery.sheet_for(other, OLD).groups), NEW, clock=clock)


def test_a_recovery_key_opens_a_file_whose_first_bytes_are_damaged(review: Path, clock: Clock) -> None:
    salt, sheet = salt_of(review), recovery.sheet_for(review, OLD)
    review.write_bytes(b"\x07" * 16 + review.read_bytes()[16:])
    recovery.recover(review, _typed(sheet.groups), NEW, clock=clock)
    assert salt_of(review) == salt
    Session.open(review, NEW).close()


def test_what_is_told_of_sheets_beside_the_open_review(review: Path, tmp_path: Path, clock: Clock) -> None:
    first = _typed(recovery.sheet_for(review, OLD).groups)
    second = _typed(_change(review, clock).sheet.groups)
    third = _typed(_change(review, clock, NEW, THIRD).sheet.groups)
    stranger = _typed(recovery.sheet_for(_made(tmp_path / "other.imr", clock), OLD).groups)
    session = Session.open(review, THIRD)
    sheets = session.file.sheets()
    session.close()
    told = [recovery.told_of_sheet(sheets, each) for each in (first, second, third, stranger)]
    assert told == [
        "This is sheet 1; this file needs sheet 3. Sheet 1 opens backups made before 3 December 2026.",
        "This is sheet 2; this file needs sheet 3. Sheet 2 opens backups made before 5 December 2026.",
        "This is sheet 3, the one that opens this file.",
        "This sheet belongs to another review, or to another file of this one.",
    ]


def test_a_sheet_never_shows_its_key_by_chance(review: Path) -> None:
    sheet = recovery.sheet_for(review, OLD)
    assert sheet.groups[0] not in repr(sheet)


def test_the_passphrase_from_before_is_told_by_the_backup_it_opens(review: Path, clock: Clock) -> None:
    old, stranger = Session.derive_key(review, OLD), Session.derive_key(review, THIRD)
    _change(review, clock)
    told = recovery.told_of_old_key(review, old)
    assert told.startswith("This was the passphrase of the review until it was changed.")
    assert "3 December 2026" in told
    assert recovery.told_of_old_key(review, stranger) == ""


def test_a_file_that_lost_its_list_of_sheets_has_its_first_again(review: Path) -> None:
    session = Session.open(review, OLD)
    session.file.connection.run("DELETE FROM sys_sheet")
    session.close()
    assert recovery.sheet_for(review, OLD).number == 1
    session = Session.open(review, OLD)
    assert [each.number for each in session.file.sheets()] == [1]
    session.close()


def test_change_mends_a_file_whose_first_bytes_are_damaged_where_a_backup_tells_them(
    review: Path, clock: Clock
) -> None:
    salt = salt_of(review)
    _change(review, clock)
    review.write_bytes(b"\x07" * 16 + review.read_bytes()[16:])
    _change(review, clock, NEW, THIRD)
    assert salt_of(review) == salt
    Session.open(review, THIRD).close()
