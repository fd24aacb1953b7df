"""What was decided to be no person: remembered by hash, found again by its words, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk.names.guard import Guard
from imr_desk.operations.decided import decided, not_in_review, take_back
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import Decide
from imr_desk.session import Session

TEXT = "They moored Quillfeather at noon. We asked Quillfeather about it."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(SetFields("entry", "CE-001", {"event": TEXT}))
    yield opened
    opened.close()


def guard(session: Session) -> Guard:
    return session.judge.guard


def marked(session: Session, text: str = TEXT) -> list[int]:
    return [mark.start for mark in guard(session).marks(text)]


def here(session: Session, at: int, text: str = TEXT) -> Decide:
    return Decide(guard(session).key_here(text, at, at + len("Quillfeather")), "not a person here")


def listed(session: Session) -> list[tuple[str, str, int]]:
    found = decided(session.review, guard(session), session.decided_names())
    return [(one.words, one.sentence, one.places) for one in found]


def test_decision_for_one_place_leaves_the_mark_at_the_other(session: Session) -> None:
    first, second = marked(session)
    session.run(here(session, first))
    assert marked(session) == [second]
    assert listed(session) == [("Quillfeather", "They moored Quillfeather at noon.", 1)]


def test_decision_for_one_place_holds_after_an_edit_elsewhere_and_in_an_export(session: Session) -> None:
    session.run(here(session, marked(session)[0]))
    for text in (
        "At last.\nThey moored Quillfeather at noon. Then it rained.",
        "4.1\tThey moored Quillfeather at noon.",
        "What happened: They moored  Quillfeather\u00a0at noon",
    ):
        assert marked(session, text) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "They moored Mr Quillfeather at ten.",
        "They moored at noon. Quillfeather rang.",
        "They rang Quillfeather at noon.",
    ],
)
def test_decision_for_one_place_says_nothing_of_another(session: Session, text: str) -> None:
    session.run(here(session, marked(session)[0]))
    assert marked(session, text)


def test_decision_for_good_holds_everywhere_and_counts_its_places(session: Session) -> None:
    session.run(Decide(guard(session).key_for("QUILLFEATHER"), "not a person"))
    assert marked(session) == []
    assert listed(session) == [("Quillfeather", "", 2)]


def test_decisions_are_taken_back_and_undo_works_through_all_of_it(session: Session) -> None:
    both = marked(session)
    session.run(here(session, both[0]))
    session.run(Decide(guard(session).key_for("Marrowby"), "not a person"))
    found = decided(session.review, guard(session), session.decided_names())
    lost = not_in_review(found, session.decided_names())
    assert lost == (guard(session).key_for("Marrowby"),)
    session.run(take_back((found[0].key, *lost)))
    assert (session.decided_names(), marked(session)) == ({}, both)
    session.undo()
    assert marked(session) == both[1:]
    session.undo()
    session.undo()
    assert (session.decided_names(), marked(session)) == ({}, both)


def test_no_word_that_was_decided_is_kept(session: Session) -> None:
    session.run(here(session, marked(session)[0]))
    kept = session.file.connection.rows("SELECT * FROM sys_decision") + session.file.connection.rows(
        "SELECT * FROM sys_history"
    )
    assert "quillfeather" not in str(kept).casefold()
    assert "Quillfeather" not in repr(decided(session.review, guard(session), session.decided_names()))
