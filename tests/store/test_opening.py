"""Making a file that cannot be finished, and opening one whose last change was cut short."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from imr_desk.errors import FileProblemError, SaveFailedError, WrongPassphraseError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store import register, schema
from imr_desk.store.driver import Connection

PASSPHRASE = "four plain words here"


@pytest.fixture
def cut_short(tmp_path: Path) -> Path:
    """A file with half a change in it, and the journal beside it: what a power cut leaves."""
    path, left = tmp_path / "review.imr", tmp_path / "left.imr"
    session = Session.create(path, PASSPHRASE)
    session.run(SetFields("opening", "opening", {"purpose": "To learn. " * 5000}))
    connection = session.file.connection
    for sql in ("PRAGMA cache_size = 5", "BEGIN IMMEDIATE", "UPDATE opening SET purpose = replace(purpose, 'l', 'L')"):
        connection.run(sql)
    for name in ("review.imr", "review.imr-journal"):
        shutil.copy(tmp_path / name, tmp_path / name.replace("review", "left"))
    connection.run("ROLLBACK")
    session.close()
    assert left.read_bytes() != path.read_bytes()
    return left


@pytest.mark.parametrize("read_only", [True, False])
def test_change_that_was_cut_short_is_taken_back_when_the_file_is_opened(cut_short: Path, read_only: bool) -> None:
    session = Session.open(cut_short, PASSPHRASE, read_only=read_only)
    assert session.review.one("opening").text("purpose").startswith("To learn.")
    assert session.file.integrity_faults() == ()
    session.close()
    assert not cut_short.with_name("left.imr-journal").exists()


def test_wrong_passphrase_loses_nothing_of_a_file_that_was_cut_short(cut_short: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        Session.open(cut_short, "four other words here", read_only=True)
    session = Session.open(cut_short, PASSPHRASE, read_only=True)
    assert session.file.integrity_faults() == ()
    session.close()


def test_file_cut_short_that_cannot_be_written_to_says_what_to_do(
    cut_short: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Connection.row

    def refused(connection: Connection, sql: str) -> object:
        if sql == "PRAGMA application_id":
            raise SaveFailedError("attempt to write a readonly database")
        return run(connection, sql)

    monkeypatch.setattr(Connection, "row", refused)
    for read_only in (True, False):
        with pytest.raises(FileProblemError, match="Open it where it may be written to"):
            Session.open(cut_short, PASSPHRASE, read_only=read_only)


@pytest.mark.parametrize(("module", "name"), [(schema, "create"), (register, "key_for_writing")])
def test_file_that_cannot_be_finished_is_closed_and_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    open_ones: set[int] = set()
    made, closed = Connection.__init__, Connection.close

    def count(connection: Connection, path: Path, key: str, *, read_only: bool = False) -> None:
        made(connection, path, key, read_only=read_only)
        open_ones.add(id(connection))

    def uncount(connection: Connection) -> None:
        open_ones.discard(id(connection))
        closed(connection)

    def full(*_: object) -> None:
        raise SaveFailedError("the disk is full")

    def gone(path: Path, missing_ok: bool = False) -> None:
        assert not open_ones  # Windows takes away no file that is open
        unlink(path, missing_ok)

    unlink = Path.unlink
    monkeypatch.setattr(Connection, "__init__", count)
    monkeypatch.setattr(Connection, "close", uncount)
    monkeypatch.setattr(Path, "unlink", gone)
    monkeypatch.setattr(module, name, full)
    with pytest.raises(SaveFailedError):
        Session.create(tmp_path / "review.imr", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []
