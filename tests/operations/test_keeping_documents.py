"""A document is kept inside the file: bytes and record in one edit, which undo takes back and redo makes again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import BadInputError
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Batch, Delete, Insert, Restore
from imr_desk.session import Session

PASSPHRASE = "four words of my own"
CONTENT = b"%PDF-1.7 a letter that nobody wrote"
KEEP = KeepDocument("DOC-01", "Letter from the board", "application/pdf", CONTENT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Session.create(tmp_path / "kept.imr", PASSPHRASE).close()
    return tmp_path / "kept.imr"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    made = Session.open(path, PASSPHRASE)
    yield made
    made.close()


def test_kept_document_is_described_and_its_bytes_come_back_after_reopening(session: Session, path: Path) -> None:
    session.run(KEEP)
    session.close()
    again = Session.open(path, PASSPHRASE)
    document = again.review["DOC-01"]
    assert document.text("name") == "Letter from the board"
    assert (document.number("size"), document.text("media_type")) == (len(CONTENT), "application/pdf")
    assert document.text("sha256") == hashlib.sha256(CONTENT).hexdigest()
    assert again.read_document("DOC-01") == CONTENT
    again.close()


def test_bytes_of_a_kept_document_are_not_readable_in_the_file(session: Session, path: Path) -> None:
    session.run(KEEP)
    session.close()
    assert b"a letter that nobody wrote" not in path.read_bytes()


def test_keeping_is_one_step_of_undo_and_redo_brings_the_bytes_back(session: Session) -> None:
    session.run(KEEP)
    session.undo()
    assert session.review.all("document") == ()
    session.redo()
    assert session.read_document("DOC-01") == CONTENT
    session.undo()
    assert session.review.all("document") == ()


def test_several_documents_are_kept_as_one_step(session: Session) -> None:
    other = KeepDocument("DOC-02", "Reply", "text/plain", b"Yes.")
    session.run(Batch((KEEP, other)))
    session.undo()
    assert session.review.all("document") == ()
    session.redo()
    assert [session.read_document(each) for each in ("DOC-01", "DOC-02")] == [CONTENT, b"Yes."]


def test_deleted_document_is_put_back_with_its_bytes(session: Session) -> None:
    session.run(KEEP)
    session.run(Delete("document", "DOC-01"))
    session.run(Restore("document", "DOC-01"))
    assert session.read_document("DOC-01") == CONTENT


def test_document_belongs_to_a_record_of_the_register(session: Session) -> None:
    session.run(Insert("record", "REC-01", {"description": "A file"}))
    session.run(KeepDocument("DOC-01", "Page 3", "image/png", b"\x89PNG", "REC-01"))
    assert session.review["DOC-01"].link("record") == "REC-01"


def test_empty_document_is_refused_and_nothing_is_kept(session: Session) -> None:
    with pytest.raises(BadInputError, match="is empty"):
        session.run(KeepDocument("DOC-01", "Nothing", "text/plain", b""))
    assert session.review.all("document") == ()


def test_step_kept_for_undo_holds_neither_bytes_nor_words(session: Session) -> None:
    session.run(KEEP)
    found = session.file.connection.rows("SELECT operation, inverse FROM sys_undo")
    assert "letter" not in repr(found).casefold()
    assert session.next_undo is not None
    assert session.next_undo.name == "keep_document"
