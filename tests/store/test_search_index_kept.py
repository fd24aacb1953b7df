"""The index of words is written anew where the words of a record changed, and left alone where they did not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.operations.general import Delete, Insert, Move, SetFields
from imr_desk.session import Session
from imr_desk.store import search


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "review.imr", "correct horse battery staple")
    made.run(Insert("entry", "CE-001", {"event": "The papers were read.", "sequence": 1}))
    made.run(Insert("contact", "CON-01", {"role": "Clerk"}))
    made.run(Insert("contact", "CON-02", {"role": "Usher"}))
    yield made
    made.close()


@pytest.fixture
def taken_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records whose words were taken out of the index."""
    found: list[str] = []
    real = search.take_out

    def take_out(connection: object, record_id: str) -> None:
        found.append(record_id)
        real(connection, record_id)  # type: ignore[arg-type]

    monkeypatch.setattr(search, "take_out", take_out)
    return found


def test_place_in_the_day_and_place_in_a_list_leave_the_index_alone(session: Session, taken_out: list[str]) -> None:
    session.run(SetFields("entry", "CE-001", {"sequence": 2}))
    session.run(Move("contact", "CON-02", "CON-01"))
    session.undo()
    assert taken_out == []
    assert session.search("papers") == ("CE-001",)
    assert set(session.search("CON")) == {"CON-01", "CON-02"}


def test_other_words_are_found_and_those_before_no_more(session: Session, taken_out: list[str]) -> None:
    session.run(SetFields("entry", "CE-001", {"event": "The letter came.", "sequence": 3}))
    assert taken_out == ["CE-001"]
    assert session.search("papers") == ()
    assert session.search("letter") == ("CE-001",)
    session.run(Delete("entry", "CE-001"))
    assert session.search("letter") == ()


def test_what_is_found_comes_in_the_order_in_which_it_was_written(session: Session) -> None:
    for number in range(30, 2, -1):
        session.run(Insert("entry", f"CE-{number:03}", {"event": "The papers were read again."}))
    assert session.search("papers") == ("CE-001", *(f"CE-{number:03}" for number in range(30, 2, -1)))
    assert session.search("nobody") == session.search("") == ()
