"""One program writes in a review; who it is stands inside, and nobody is pushed out without being asked for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from imr_desk import computer
from imr_desk.errors import (
    HeldError,
    OpenForReadingError,
    ReadOnlyPlaceError,
    SaveFailedError,
    WrongPassphraseError,
)
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store import file_lock, one_writer
from imr_desk.store.file_lock import lock_file_of
from imr_desk.store.one_writer import TAKE_OVER, Holder, holder

PASSPHRASE = "four plain words here"
EDIT = SetFields("opening", "opening", {"purpose": "To learn."})
OPENS_AND_STAYS = """
import sys, time
from pathlib import Path
from imr_desk.session import Session
session = Session.open(Path(sys.argv[1]), raw_key=bytes.fromhex(sys.argv[2]))
print("open", flush=True)
time.sleep(120)
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.imr"
    Session.create(path, PASSPHRASE).close()
    return path


@pytest.fixture
def key(review: Path) -> bytes:
    return Session.derive_key(review, PASSPHRASE)


@pytest.fixture
def other_program(review: Path, key: bytes) -> Iterator[subprocess.Popen[str]]:
    """A program that has the review open."""
    started = subprocess.Popen(
        [sys.executable, "-c", OPENS_AND_STAYS, str(review), key.hex()], stdout=subprocess.PIPE, text=True
    )
    try:
        assert started.stdout is not None
        assert started.stdout.readline() == "open\n"
        yield started
    finally:
        started.kill()
        started.communicate()


def row_of(path: Path, key: bytes) -> Holder:
    session = Session.open(path, raw_key=key, read_only=True)
    found = holder(session.file.connection)
    session.close()
    assert found is not None
    return found


def write_row(path: Path, key: bytes, row: Holder) -> None:
    """As if the review had been left open by `row`, and nobody had its lock."""
    session = Session.open(path, raw_key=key)
    connection = session.file.connection
    for name in ("token", "machine", "computer", "user", "since", "process", "started", "place"):
        connection.run(f"UPDATE sys_holder SET {name} = ?", (getattr(row, name),))  # noqa: S608 (named above)
    session.close()


ELSEWHERE = Holder("t", "other machine", "HILLTOP-7", "a.quill", "2014-12-03T14:02:00+00:00", 7, "1", "Z:/review.imr")


def test_second_program_is_told_who_has_it_and_may_read(
    review: Path, key: bytes, other_program: subprocess.Popen[str]
) -> None:
    with pytest.raises(HeldError) as said:
        Session.open(review, raw_key=key)
    assert f"open on {computer.name()} by {computer.user()} since " in said.value.sentence
    assert not said.value.may_be_taken
    with pytest.raises(HeldError):  # somebody whose program runs is not pushed out, whatever is asked for
        Session.open(review, raw_key=key, take_over=True)
    reader = Session.open(review, raw_key=key, read_only=True)
    assert reader.read_only
    with pytest.raises(OpenForReadingError):
        reader.run(EDIT)
    with pytest.raises(HeldError):
        reader.open_again()
    reader.close()


def test_reader_knows_who_writes_while_somebody_does(
    review: Path, key: bytes, other_program: subprocess.Popen[str]
) -> None:
    with closing(Session.open(review, raw_key=key, read_only=True)) as reader:
        said = f"This review is open on {computer.name()} by {computer.user()} since "
        assert reader.file.who_writes().startswith(said)
    other_program.send_signal(signal.SIGKILL)
    other_program.wait(30)
    with closing(Session.open(review, raw_key=key, read_only=True)) as reader:
        assert reader.file.who_writes() == ""
    write_row(review, key, ELSEWHERE)
    with closing(Session.open(review, raw_key=key, read_only=True)) as reader:
        assert "HILLTOP-7 by a.quill" in reader.file.who_writes()


def test_wrong_passphrase_is_told_also_while_another_program_has_it(
    review: Path, other_program: subprocess.Popen[str]
) -> None:
    with pytest.raises(WrongPassphraseError):
        Session.open(review, "four other words here")


def test_file_beside_the_review_holds_an_opaque_token_and_goes_when_it_is_closed(review: Path, key: bytes) -> None:
    session = Session.open(review, raw_key=key)
    beside = lock_file_of(review)
    token = beside.read_bytes()
    assert len(bytes.fromhex(token.decode("ascii"))) == 16
    assert beside.stat().st_mode & 0o077 == 0
    assert row_of(review, key).token == token.decode("ascii")
    session.close()
    assert list(review.parent.iterdir()) == [review]


def test_closed_review_does_not_say_who_had_it(review: Path, key: bytes) -> None:
    session = Session.open(review, raw_key=key, read_only=True)
    assert holder(session.file.connection) is None
    session.close()


def test_review_of_a_program_that_was_killed_is_opened_without_a_question(
    review: Path, key: bytes, other_program: subprocess.Popen[str]
) -> None:
    other_program.send_signal(signal.SIGKILL)
    other_program.wait(30)
    assert lock_file_of(review).exists()
    session = Session.open(review, raw_key=key)
    session.run(EDIT)
    assert [line.operation for line in session.past()] == ["set_fields"]
    session.close()
    assert list(review.parent.iterdir()) == [review]


def test_second_session_of_the_same_program_may_only_read(review: Path, key: bytes) -> None:
    session = Session.open(review, raw_key=key)
    with pytest.raises(HeldError):
        Session.open(review, raw_key=key)
    reader = Session.open(review, raw_key=key, read_only=True)
    session.close()
    writer = reader.open_again()
    reader.close()
    writer.run(EDIT)
    writer.close()


def test_review_open_on_another_computer_is_taken_over_only_when_that_is_wanted(review: Path, key: bytes) -> None:
    write_row(review, key, ELSEWHERE)
    before = review.read_bytes()
    with pytest.raises(HeldError) as said:
        Session.open(review, raw_key=key)
    assert said.value.may_be_taken
    assert "opened on HILLTOP-7 by a.quill at 3 December 2014, 14:02" in said.value.sentence
    assert review.read_bytes() == before
    session = Session.open(review, raw_key=key, take_over=True)
    assert session.past()[0].operation == TAKE_OVER
    session.run(EDIT)
    assert session.file.integrity_faults() == ()
    session.close()


def test_program_whose_review_was_taken_over_writes_nothing_more(review: Path, key: bytes) -> None:
    session = Session.open(review, raw_key=key)
    lock_file_of(review).unlink()  # as where a synchronised folder carries the review and not its lock
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(one_writer.computer, "machine", lambda: "other machine")
        other = Session.open(review, raw_key=key, take_over=True)
        other.run(EDIT)
        with pytest.raises(SaveFailedError, match=r"taken over on .* Your words are still here"):
            session.run(SetFields("opening", "opening", {"purpose": "Mine."}))
        other.close()
    session.close()
    again = Session.open(review, raw_key=key)
    assert again.review.one("opening").text("purpose") == "To learn."
    again.close()


def test_review_of_a_program_that_runs_is_not_taken_though_its_lock_was_removed(
    review: Path, key: bytes, other_program: subprocess.Popen[str]
) -> None:
    lock_file_of(review).unlink()
    with pytest.raises(HeldError) as said:
        Session.open(review, raw_key=key)
    assert said.value.may_be_taken


def test_copy_of_a_review_that_is_open_is_nobodys(
    review: Path, key: bytes, tmp_path: Path, other_program: subprocess.Popen[str]
) -> None:
    copy = tmp_path / "copy.imr"
    copy.write_bytes(review.read_bytes())
    session = Session.open(copy, raw_key=key)
    session.run(EDIT)
    session.close()


def test_review_is_the_same_by_whichever_link_it_is_reached(
    review: Path, key: bytes, tmp_path: Path, other_program: subprocess.Popen[str]
) -> None:
    soft, hard = tmp_path / "soft.imr", tmp_path / "hard.imr"
    soft.symlink_to(review)
    hard.hardlink_to(review)
    for path in (soft, hard):
        with pytest.raises(HeldError):
            Session.open(path, raw_key=key)


def test_process_number_that_was_given_to_another_process_since_holds_nothing(review: Path, key: bytes) -> None:
    session = Session.open(review, raw_key=key)
    mine = row_of(review, key)
    session.close()
    parent = os.getppid()
    write_row(review, key, replace(mine, process=parent, started="some other time"))
    Session.open(review, raw_key=key).close()
    write_row(review, key, replace(mine, process=parent, started=computer.process_started(parent) or ""))
    with pytest.raises(HeldError):
        Session.open(review, raw_key=key)


@pytest.mark.parametrize("refused", ["os.open", "_lock", "os.write"])
def test_place_that_takes_no_lock_is_for_reading_only(
    review: Path, key: bytes, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(95, "not here")

    with monkeypatch.context() as patch:
        if refused == "_lock":
            patch.setattr(file_lock, "_lock", refuse)
        else:
            patch.setattr(file_lock.os, refused.removeprefix("os."), refuse)
        with pytest.raises(ReadOnlyPlaceError, match="can only be read"):
            Session.open(review, raw_key=key)
    reader = Session.open(review, raw_key=key, read_only=True)
    reader.close()


def test_new_review_is_held_from_the_start(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "new.imr", PASSPHRASE)
    with pytest.raises(HeldError):
        Session.open(tmp_path / "new.imr", PASSPHRASE)
    session.close()


def test_place_gone_on_at_is_held_and_the_one_before_is_free(review: Path, key: bytes, tmp_path: Path) -> None:
    session = Session.open(review, raw_key=key)
    other = tmp_path / "other.imr"
    session.save_elsewhere(other)
    with pytest.raises(HeldError):
        Session.open(other, raw_key=key)
    before = Session.open(review, raw_key=key)
    before.close()
    session.close()
    assert {each.name for each in tmp_path.iterdir()} == {"review.imr", "other.imr"}
