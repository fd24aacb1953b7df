"""Damaged copies of the sample, and whether the program tells of the damage whatever is read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from imr_desk.errors import DamagedFileError
from imr_desk.review.catalogue import KINDS
from imr_desk.session import Session
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.pages import PAGE
from tests.sample_session import PASSPHRASE, open_sample


def whole_file(folder: Path) -> tuple[bytes, FileKey]:
    """The bytes of the sample and its key."""
    open_sample(folder).close()
    path = folder / "sample.imr"
    return path.read_bytes(), derive(PASSPHRASE, salt_of(path))


def changed(data: bytes, offset: int) -> bytes:
    """The same with one byte changed."""
    return data[:offset] + bytes([data[offset] ^ 0x41]) + data[offset + 1 :]


def offsets_on(number: int) -> tuple[int, ...]:
    """Places on a page of each class: its head, the middle, the vector, the HMAC. Not the salt, which stands apart."""
    return (
        16 if number == 1 else 0,
        16 + (number * 997) % (PAGE - 96),
        PAGE - 80 + number % 16,
        PAGE - 1 - number % 64,
    )


def all_that_is_read(path: Path, key: FileKey) -> bool:
    """Read everything; whether the damage was told. The file is not touched, and no other error may come."""
    before = path.read_bytes()
    try:
        with closing(Session.open(path, raw_key=key.raw, read_only=True)) as session:
            for kind in KINDS:
                for record in session.review.all(kind):
                    assert record.id, dict(record)
            for document in session.review.all("document"):
                session.read_document(document.id)
            session.search("decision")
            session.past()
            session.bin()
            told = bool(session.file.integrity_faults())
    except DamagedFileError:
        told = True
    assert path.read_bytes() == before
    return told
