"""A pasted list of names: numbered on, never twice, and no name is kept as a job title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.jobs import register_key
from imr_desk.jobs.many_names import Fate, Planned, fate_in_words, planned, registering
from imr_desk.operations.general import Insert
from imr_desk.operations.names import ForgetName, RegisterName, RegisterNames
from imr_desk.review.codes import people
from imr_desk.session import Session

LIST = """Name\tJob title
Ida Fexmere\tCrown Prosecutor
Osric Pellbrook\tCrown Prosecutor
Pellbrook, Osric\tCrown Prosecutor
Maeve D'Ombrey\tLegal Manager 1
Tibor MacThrostle
Wilma Quenby\tLead for Ida Fexmere
7
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "review.imr", "four plain words here")
    opened.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    opened.run(Insert("staff", "STF-02", {"code": "Legal Manager 1", "title": "Legal Manager"}))
    yield opened
    opened.close()


def plan(session: Session, text: str = LIST, title: str = "") -> tuple[Planned, ...]:
    return planned(session.review, session.judge.guard, text, title)


def test_each_line_says_what_becomes_of_it(session: Session) -> None:
    assert [(one.code, one.fate) for one in plan(session)] == [
        ("Crown Prosecutor 2", Fate.NEW),
        ("Crown Prosecutor 3", Fate.NEW),
        ("", Fate.TWICE),
        ("Legal Manager 1", Fate.ADDED),
        ("", Fate.NO_TITLE),
        ("", Fate.NAME_IN_TITLE),
        ("", Fate.UNREAD),
    ]
    assert all(fate_in_words(one) for one in plan(session))


def test_list_is_registered_in_one_edit_and_each_name_is_known(session: Session) -> None:
    session.run(registering(session, plan(session, title="Paralegal Officer")))
    codes = dict(people(session.review, "staff"))
    guard = session.judge.guard
    for name, code in (
        ("Ida Fexmere", "Crown Prosecutor 2"),
        ("Pellbrook", "Crown Prosecutor 3"),
        ("M. D'Ombrey", "Legal Manager 1"),
        ("MACTHROSTLE", "Paralegal Officer 1"),
    ):
        assert codes[guard.who_exactly(name)] == code
    assert not any("Fexmere" in str(dict(record)) for record in session.review)


def test_a_name_that_is_registered_is_left_and_another_with_its_family_name_is_not(session: Session) -> None:
    session.run(RegisterName("STF-01", "Ida Fexmere"))
    found = plan(session, "Fexmere, Ida\nBertha Fexmere", "Crown Prosecutor")
    assert [(one.fate, one.code) for one in found] == [
        (Fate.KNOWN, "Crown Prosecutor 1"),
        (Fate.NEW, "Crown Prosecutor 2"),
    ]


def test_two_names_for_one_new_code_are_one_person(session: Session) -> None:
    session.run(registering(session, plan(session, "Ida Fexmere, Crown Prosecutor 9\nIda Quillow, Crown Prosecutor 9")))
    guard = session.judge.guard
    assert guard.who_exactly("Ida Fexmere") == guard.who_exactly("Ida Quillow") != ""


def test_a_list_types_a_lost_register_again(session: Session) -> None:
    session.run(registering(session, plan(session)))
    register_key.type_again(session)
    again = "Ida Fexmere, Crown Prosecutor 2\nOsric Pellbrook, Crown Prosecutor 3\nMaeve D'Ombrey, Legal Manager 1"
    session.run(registering(session, plan(session, again)))
    assert register_key.still_to_type(session) == {}
    assert session.judge.guard.readable
    assert len(people(session.review, "staff")) == 4


def kept_for_undo(session: Session) -> str:
    return str(session.file.connection.rows("SELECT operation, inverse FROM sys_undo")).casefold()


def test_a_list_is_taken_back_and_registered_again_in_one_step_that_holds_no_name(session: Session) -> None:
    session.run(RegisterName("STF-01", "Una Quillow"))
    before = people(session.review, "staff")
    session.run(registering(session, plan(session)))
    after, counts = people(session.review, "staff"), session.registered_names()
    for _ in range(2):
        session.undo()
        assert people(session.review, "staff") == before
        assert session.registered_names() == {"STF-01": 1}
        assert session.judge.guard.who_is("Osric Pellbrook") == ()
        assert session.judge.guard.who_is("Una Quillow") == ("STF-01",)
        session.redo()
        assert people(session.review, "staff") == after
        assert session.registered_names() == counts
        assert session.judge.guard.who_exactly("Osric Pellbrook")
    kept = kept_for_undo(session)
    assert not any(name in kept for name in ("fexmere", "pellbrook", "ombrey", "quillow"))


def test_a_list_is_taken_back_after_the_review_was_closed_and_opened(session: Session, tmp_path: Path) -> None:
    session.run(registering(session, plan(session)))
    session.close()
    again = Session.open(tmp_path / "review.imr", passphrase="four plain words here")
    again.undo()
    assert again.registered_names() == {}
    assert [code for _, code in people(again.review, "staff")] == ["Crown Prosecutor 1", "Legal Manager 1"]
    again.redo()
    assert again.judge.guard.who_exactly("Ida Fexmere")
    again.close()


def test_of_a_list_a_name_that_is_forgotten_is_brought_back_by_no_undo_or_redo(session: Session) -> None:
    session.run(registering(session, plan(session)))
    session.run(ForgetName("STF-02"))
    session.undo()
    session.redo()
    assert session.judge.guard.who_is("Maeve D'Ombrey") == ()
    assert session.judge.guard.who_exactly("Ida Fexmere")


def test_a_list_that_holds_nothing_new_leaves_no_step(session: Session) -> None:
    session.run(RegisterName("STF-01", "Una Quillow"))
    session.run(RegisterNames((("STF-01", "Una Quillow"),)))
    session.undo()
    assert session.registered_names() == {}
