"""A program that knows nothing of the lock: what the second defence is there for."""

from __future__ import annotations

from pathlib import Path

from imr_desk.session import Session
from imr_desk.store import opening
from imr_desk.store.driver import Connection
from imr_desk.store.key import derive, salt_of
from imr_desk.store.one_writer import Writer
from imr_desk.store.review_file import ReviewFile


class LawlessWriter(Writer):
    """Never took a lock, and writes all the same."""

    def __init__(self) -> None: ...

    def must_have(self, connection: Connection) -> None: ...

    def sign_out(self, connection: Connection) -> None: ...

    def release(self) -> None: ...


def open_without_lock(path: Path, passphrase: str) -> Session:
    """A second session that may write; whoever opens it closes it."""
    key = derive(passphrase, salt_of(path))
    connection = opening.connect(path, key, lambda: None)
    return Session(ReviewFile(path, connection, key, LawlessWriter()))
