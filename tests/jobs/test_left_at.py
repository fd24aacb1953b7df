"""Where the author was is kept in the review file, encrypted, and is no edit."""

from __future__ import annotations

import pytest
from sample_session import PASSPHRASE

from imr_desk.jobs.left_at import LeftAt, Unkept, keep_left_at, read_left_at
from imr_desk.session import Session
from imr_desk.store import left_at

WHERE = LeftAt(4, 0, "entry", "CE-003", "comment", 0, 17, 12, (Unkept("entry", "CE-003", "date", ("31 Febr",)),))


def test_left_at_is_there_when_the_file_is_opened_again(session: Session) -> None:
    keep_left_at(session, WHERE)
    session.close()
    again = Session.open(session.path, PASSPHRASE)
    assert read_left_at(again) == WHERE
    again.close()
    assert b"31 Febr" not in session.path.read_bytes()


def test_left_at_is_no_edit_and_no_step_of_undo(session: Session) -> None:
    lines, head = session.past(), session.file.history_head
    keep_left_at(session, WHERE)
    assert (session.past(), session.file.history_head) == (lines, head)
    assert not session.can_undo
    assert session.file.integrity_faults() == ()


def test_left_at_nothing_was_kept_is_the_beginning(session: Session) -> None:
    assert read_left_at(session) == LeftAt()


def test_left_at_the_beginning_leaves_nothing_of_what_was_kept_before(session: Session) -> None:
    keep_left_at(session, WHERE)
    keep_left_at(session, LeftAt())
    assert left_at.read(session.file.connection) == ""


@pytest.mark.parametrize(
    "text", ["", "no json", "[]", "{}", '{"unkept":[]}x', '{"stage":"two","unkept":[]}', '{"unkept":[1]}']
)
def test_left_at_what_another_version_kept_counts_as_nothing(session: Session, text: str) -> None:
    with session.file.transaction("2026-01-01T00:00:00+00:00") as tx:
        left_at.keep(tx.connection, text)
    assert read_left_at(session) == LeftAt()
