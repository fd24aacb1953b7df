"""Backups as jobs: whether an inquiry hold is seen, which are listed, how one differs, and restoring."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import DamagedFileError, WrongPassphraseError
from imr_desk.jobs import backups
from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.session import Session
from imr_desk.store.pages import PAGE
from tests.sample_session import PASSPHRASE, Clock, open_sample


class Ticking(Clock):
    """A minute later each time it is asked."""

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(minutes=1)
        return self.now


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = open_sample(tmp_path, clock=Ticking())
    yield session
    session.close()


@pytest.mark.parametrize(("on", "stay"), [(True, 13), (False, 10)])
def test_inquiry_hold_of_the_review_stops_rotation(session: Session, on: bool, stay: int) -> None:
    session.run(SetFields("retention", "retention", {"inquiry_hold": on}))
    for _ in range(13):
        backups.job(session)()
    assert len(backups.backups_of(session.path)) == stay


def test_job_runs_after_the_review_was_closed(session: Session) -> None:
    job = backups.job(session)
    session.close()
    assert job().path.exists()


def test_backup_is_found_beside_the_file_and_in_the_place_of_choice(session: Session, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    first, second = backups.job(session)(), backups.job(session, place)()
    assert backups.backups_of(session.path, place) == (second, first)
    assert backups.newest_of(session.path) == first


def test_backups_of_a_file_that_was_renamed_are_found(session: Session) -> None:
    made = backups.job(session)()
    session.close()
    renamed = session.path.rename(session.path.with_name("Child K.imr"))
    assert backups.backups_of(renamed) == (made,)


def test_what_differs_is_told_in_counts_and_words(session: Session) -> None:
    made = backups.job(session)()
    compare = backups.comparing(session, made.path)
    assert compare() == ()
    session.run(Delete("abbreviation", session.review.all("abbreviation")[0].id))
    session.run(Insert("early_action", session.new_id("early_action"), {"action": "Checklist"}))
    session.run(SetFields("opening", "opening", {"purpose": "To learn."}))
    told = backups.comparing(session, made.path)()
    assert set(told) == {"1 more: Abbreviation", "1 fewer: Early action", "1 record says something else"}


def test_restored_file_opens_and_the_open_review_stays(session: Session, tmp_path: Path) -> None:
    made = backups.job(session)()
    before = session.review
    restored = backups.restoring(session, made.path, tmp_path / "again.imr")()
    assert session.review is before
    again = Session.open(restored.path, PASSPHRASE)
    assert len(again.review.all("entry")) == len(before.all("entry"))
    assert again.file.integrity_faults() == ()
    again.close()


def test_damaged_backup_is_not_restored(session: Session, tmp_path: Path) -> None:
    made = backups.job(session)()
    data = bytearray(made.path.read_bytes())
    data[5 * PAGE + 9] ^= 1
    made.path.write_bytes(data)
    with pytest.raises(DamagedFileError, match="Take another backup"):
        backups.restore(made.path, tmp_path / "again.imr", PASSPHRASE)
    with pytest.raises(WrongPassphraseError, match="the one that held when it was made"):
        backups.restore(made.path, tmp_path / "again.imr", "four other words here")
    assert not (tmp_path / "again.imr").exists()


def test_beginning_of_a_backup_is_known_from_those_beside_it(session: Session, tmp_path: Path) -> None:
    made, _ = backups.job(session)(), backups.job(session)()
    data = bytearray(made.path.read_bytes())
    data[9] ^= 1
    made.path.write_bytes(data)
    restored = backups.restore(made.path, tmp_path / "again.imr", PASSPHRASE)
    Session.open(restored.path, PASSPHRASE).close()
