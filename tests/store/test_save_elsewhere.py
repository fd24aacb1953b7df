"""An open review that can no longer be kept where it was goes on at another place, with everything in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.errors import FileProblemError, SaveFailedError
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from imr_desk.store.driver import Connection

PASSPHRASE = "four plain words here"


@pytest.fixture
def worked_in(tmp_path: Path) -> Session:
    """A review with something of everything: text, undo, history, a bin, a name in the register."""
    session = Session.create(tmp_path / "review.imr", PASSPHRASE)
    session.run(SetFields("opening", "opening", {"purpose": "To learn."}))
    session.run(Insert("staff", session.new_id("staff"), {"code": "Crown Prosecutor 1"}))
    session.run(RegisterName("STF-01", "Quintella Brambleworth"))
    session.run(KeepDocument("DOC-01", "Letter", "text/plain", b"words of a letter"))
    session.run(Insert("entry", session.new_id("entry"), {"event": "A letter came."}))
    session.run(Delete("entry", session.review.all("entry")[0].id))
    session.run(SetFields("opening", "opening", {"purpose": "To learn and to mend."}))
    return session


def test_everything_goes_to_the_other_place_and_edits_go_on_there(worked_in: Session, tmp_path: Path) -> None:
    before, head = worked_in.past(), worked_in.file.history_head
    other = tmp_path / "else where" / "it's here.imr"
    other.parent.mkdir()

    worked_in.save_elsewhere(other)

    assert worked_in.path == other
    assert worked_in.past() == before
    worked_in.run(SetFields("opening", "opening", {"purpose": "A third."}))
    worked_in.undo()
    worked_in.undo()
    assert worked_in.review.one("opening").text("purpose") == "To learn."
    worked_in.close()
    again = Session.open(other, PASSPHRASE)
    assert [each.record.id for each in again.bin()] == ["CE-01"]
    assert again.registered_names() == {"STF-01": 1}
    assert again.read_document("DOC-01") == b"words of a letter"
    assert head in {str(row[0]) for row in again.file.connection.rows("SELECT digest FROM sys_history")}
    assert again.file.integrity_faults() == ()
    again.close()
    assert [each.name for each in other.parent.iterdir()] == [other.name]


def test_review_whose_file_was_taken_away_is_whole_at_the_other_place(worked_in: Session, tmp_path: Path) -> None:
    worked_in.path.unlink()
    worked_in.save_elsewhere(tmp_path / "kept.imr")
    assert worked_in.review.one("opening").text("purpose") == "To learn and to mend."
    assert worked_in.file.integrity_faults() == ()
    worked_in.close()


def test_file_at_the_other_place_is_never_written_over(worked_in: Session, tmp_path: Path) -> None:
    other = tmp_path / "other.imr"
    other.write_bytes(b"somebody else's")
    with pytest.raises(FileProblemError, match="is there already"):
        worked_in.save_elsewhere(other)
    assert other.read_bytes() == b"somebody else's"
    worked_in.run(SetFields("opening", "opening", {"purpose": "Still here."}))
    worked_in.close()


def test_copy_that_is_not_as_it_was_written_is_taken_away(
    worked_in: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.imr"

    copy_into = Connection.copy_into

    def spoilt(original: Connection, copy: Connection, pages: int) -> None:
        copy_into(original, copy, pages)
        copy.run("DELETE FROM sys_undo WHERE seq = 1")

    monkeypatch.setattr(Connection, "copy_into", spoilt)
    with pytest.raises(SaveFailedError, match="not as it was written"):
        worked_in.save_elsewhere(other)
    assert not other.exists()
    worked_in.run(SetFields("opening", "opening", {"purpose": "Still here."}))
    worked_in.close()


def test_closed_review_is_not_saved_elsewhere(worked_in: Session, tmp_path: Path) -> None:
    worked_in.close()
    with pytest.raises(FileProblemError, match="is closed"):
        worked_in.save_elsewhere(tmp_path / "other.imr")
    assert not (tmp_path / "other.imr").exists()


def test_disk_that_does_not_take_the_copy_leaves_nothing_there(
    worked_in: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(original: Connection, copy: Connection, pages: int) -> None:
        raise SaveFailedError("Not saved: the disk is full.")

    monkeypatch.setattr(Connection, "copy_into", full)
    with pytest.raises(SaveFailedError):
        worked_in.save_elsewhere(tmp_path / "other.imr")
    assert {each.name for each in tmp_path.iterdir()} == {"review.imr", "review.imr.lock"}
    worked_in.run(SetFields("opening", "opening", {"purpose": "Still here."}))
    worked_in.close()
    assert [each.name for each in tmp_path.iterdir()] == ["review.imr"]
