"""An edit that fails leaves file and session as they were, and the next one is saved; nobody writes over anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from other_program import open_without_lock

from imr_desk.errors import BadInputError, FileProblemError, SaveFailedError
from imr_desk.operations.general import Batch, SetFields
from imr_desk.review.record import Record
from imr_desk.session import Session
from imr_desk.store import rows
from imr_desk.store.driver import Connection

PASSPHRASE = "four plain words here"
PURPOSE = SetFields("opening", "opening", {"purpose": "To learn."})
METHOD = SetFields("opening", "opening", {"methodology": "Records were read."})
LONG = SetFields("opening", "opening", {"purpose": "To learn. " * 2000})  # takes pages, and so touches the first one
HALF_BAD = Batch((LONG, SetFields("opening", "opening", {"no_such_field": "x"})))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    Session.create(tmp_path / "review.imr", PASSPHRASE).close()
    opened = Session.open(tmp_path / "review.imr", PASSPHRASE)
    yield opened
    opened.close()


def test_edit_after_one_that_failed_halfway_is_saved(session: Session) -> None:
    for _ in range(2):
        with pytest.raises(BadInputError):
            session.run(HALF_BAD)
    session.run(METHOD)
    again = Session.open(session.path, PASSPHRASE, read_only=True)
    assert dict(again.review.one("opening")) == {"methodology": "Records were read."}
    again.close()


def test_undo_after_an_edit_that_failed_halfway_takes_back_the_one_before(session: Session) -> None:
    session.run(METHOD)
    with pytest.raises(BadInputError):
        session.run(HALF_BAD)
    session.undo()
    assert not dict(session.review.one("opening"))


def test_failed_edit_does_not_hide_that_another_program_wrote(session: Session) -> None:
    other = open_without_lock(session.path, PASSPHRASE)
    other.run(METHOD)
    other.close()
    for operation in (HALF_BAD, PURPOSE, PURPOSE):
        with pytest.raises(SaveFailedError):
            session.run(operation)


def test_stranger_who_writes_no_history_is_noticed_each_time(session: Session) -> None:
    other = open_without_lock(session.path, PASSPHRASE)
    other.file.connection.run("UPDATE opening SET purpose = 'By another tool'")
    other.close()
    for _ in range(2):
        with pytest.raises(SaveFailedError):
            session.run(METHOD)


def test_write_of_another_program_between_look_and_lock_is_noticed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_without_lock(session.path, PASSPHRASE)
    run = Connection.run

    def overtaken(connection: Connection, sql: str, values: tuple[str, ...] = ()) -> int:
        if connection is session.file.connection and sql == "BEGIN IMMEDIATE":
            other.run(METHOD)
        return run(connection, sql, values)

    monkeypatch.setattr(Connection, "run", overtaken)
    with pytest.raises(SaveFailedError):
        session.run(PURPOSE)
    other.close()


def test_review_is_read_as_of_one_moment(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that writes while the records are read is either wholly seen, or stops, or stops us later."""
    load_all = rows.load_all

    def interrupted(connection: Connection) -> list[Record]:
        found = load_all(connection)
        session.file.connection.run("PRAGMA busy_timeout = 0")
        with pytest.raises(SaveFailedError):
            session.run(METHOD)
        return found

    monkeypatch.setattr("imr_desk.store.review_file.rows.load_all", interrupted)
    other = open_without_lock(session.path, PASSPHRASE)
    other.run(PURPOSE)
    other.close()


def test_session_that_is_closed_says_so(session: Session) -> None:
    session.close()
    session.close()
    for use in (lambda: session.run(PURPOSE), session.undo, lambda: session.search("x")):
        with pytest.raises(FileProblemError, match="closed"):
            use()
