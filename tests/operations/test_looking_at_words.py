"""What was looked at is kept by hash, tells the guard nothing, and can be taken back. All names are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.jobs.names_left import looked_at
from imr_desk.names.looking import looked_key
from imr_desk.operations.looking import LookAt
from imr_desk.operations.names import Decide
from imr_desk.session import Session

WORDS = "four plain words here"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session.create(tmp_path / "review.imr", WORDS)


def test_looked_at_is_kept_in_the_file_and_is_no_step_of_undo(session: Session, tmp_path: Path) -> None:
    judge = session.judge
    key = looked_key(judge.guard, "Chase")
    session.run(LookAt((key,)))
    assert not session.can_undo
    assert session.judge is judge
    session.close()
    again = Session.open(tmp_path / "review.imr", WORDS)
    assert looked_at(again) == {key}
    assert again.decided_names() == {}
    again.run(LookAt((key, key[::-1]), again=True))
    assert looked_at(again) == frozenset()
    again.close()


def test_looking_twice_and_deciding_the_same_words_keep_both(session: Session) -> None:
    key, decided = looked_key(session.judge.guard, "Chase"), session.judge.guard.key_for("Chase")
    session.run(LookAt((key,)))
    session.run(LookAt((key,)))
    session.run(Decide(decided, "not a person"))
    assert (looked_at(session), session.decided_names()) == ({key}, {decided: "not a person"})
    session.close()


def test_looking_refuses_words_in_place_of_a_hash(session: Session) -> None:
    with pytest.raises(ValueError, match="not the keys"):
        session.run(LookAt(("Chase",)))
    assert looked_at(session) == frozenset()
    session.close()
