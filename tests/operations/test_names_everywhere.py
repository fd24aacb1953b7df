"""A name is registered for anybody with a code, counted, found again and forgotten."""

from __future__ import annotations

import pytest

from imr_desk.errors import BadInputError
from imr_desk.names.guard import Guard
from imr_desk.operations.general import Batch, SetFields
from imr_desk.operations.names import Decide, ForgetName, RegisterName
from imr_desk.session import Session

NAME = "Jolyon Wetherspindle"


def guard(session: Session) -> Guard:
    return session.judge.guard


@pytest.mark.parametrize("kind", ["staff", "subject", "professional"])
def test_registered_name_is_found_again_for_anybody_with_a_code(session: Session, kind: str) -> None:
    person = str(session.review.all(kind)[0].id)
    session.run(RegisterName(person, NAME))
    assert guard(session).who_is("Wetherspindle, Jolyon") == (person,)
    assert [mark.person for mark in guard(session).marks(f"We saw {NAME} there.")] == [person]


def test_registering_for_a_record_that_is_no_person_is_refused(session: Session) -> None:
    with pytest.raises(BadInputError):
        session.run(RegisterName("CE-001", NAME))


def test_names_are_counted_by_person_and_the_same_name_again_counts_once(session: Session) -> None:
    for name in (NAME, NAME, "Jolyon Marrowby"):
        session.run(RegisterName("STF-04", name))
    assert session.registered_names() == {"STF-04": 2}
    session.run(ForgetName("STF-04"))
    assert session.registered_names() == {}


def test_who_is_answers_with_nobody_or_with_everybody_it_can_be(session: Session) -> None:
    assert guard(session).who_is(NAME) == ()
    session.run(RegisterName("STF-04", NAME))
    session.run(RegisterName("STF-05", "Petra Wetherspindle"))
    assert guard(session).who_is("Wetherspindle") == ("STF-04", "STF-05")
    assert guard(session).who_is("Jolyon Wetherspindel") == ("STF-04",)


def test_word_decided_to_be_no_person_is_known_by_its_spelling_alone(session: Session) -> None:
    session.run(Decide(guard(session).key_for("Thistlecroft"), "not a person"))
    assert guard(session).is_no_person("THISTLECROFT")
    assert not guard(session).is_no_person("Thistle")
    assert list(session.decided_names().values()) == ["not a person"]


def test_registering_is_undone_and_done_again_without_the_name(session: Session) -> None:
    session.run(RegisterName("STF-05", "Petra Marrowby"))
    session.run(RegisterName("STF-04", NAME))
    size = session.file.connection.row("SELECT count(*) FROM sys_register")
    session.undo()
    assert (guard(session).who_is(NAME), session.registered_names()) == ((), {"STF-05": 1})
    session.redo()
    assert (guard(session).who_is(NAME), session.registered_names()) == (("STF-04",), {"STF-05": 1, "STF-04": 1})
    session.undo()
    session.undo()
    assert (guard(session).who_is("Petra Marrowby"), session.registered_names()) == ((), {})
    session.redo()
    assert guard(session).who_is("Petra Marrowby") == ("STF-05",)
    assert session.file.connection.row("SELECT count(*) FROM sys_register") == size
    kept = str(session.file.connection.rows("SELECT * FROM sys_undo")).casefold()
    assert "wetherspindle" not in kept
    assert "marrowby" not in kept


def test_second_name_of_a_person_is_undone_alone(session: Session) -> None:
    session.run(RegisterName("STF-04", NAME))
    session.run(RegisterName("STF-04", "Jolyon Marrowby"))
    session.undo()
    assert guard(session).who_is("Marrowby") == ()
    assert guard(session).who_is(NAME) == ("STF-04",)
    assert session.registered_names() == {"STF-04": 1}


def test_what_undo_keeps_of_a_registered_name_does_not_tell_its_length(session: Session) -> None:
    sizes = set()
    for name in ("Li Ng", "Alexandra Wetherspindle"):
        session.run(RegisterName("STF-04", name))
        sizes.add(session.file.connection.row("SELECT length(inverse) FROM sys_undo ORDER BY seq DESC LIMIT 1"))
    assert len(sizes) == 1


def test_name_that_is_forgotten_is_brought_back_by_no_undo_or_redo(session: Session) -> None:
    session.run(RegisterName("STF-05", "Petra Marrowby"))
    session.run(RegisterName("STF-04", NAME))
    session.run(ForgetName("STF-04"))
    while session.can_undo:
        session.undo()
    assert session.registered_names() == {}
    while session.can_redo:
        session.redo()
    assert session.registered_names() == {"STF-05": 1}
    assert guard(session).who_is(NAME) == ()


def test_registering_among_other_edits_is_undone_with_them_and_done_again(session: Session) -> None:
    session.run(Batch((RegisterName("STF-04", NAME), SetFields("entry", "CE-001", {"event": "Nothing of note."}))))
    session.undo()
    assert guard(session).who_is(NAME) == ()
    session.redo()
    assert guard(session).who_is(NAME) == ("STF-04",)
    assert session.review["CE-001"].text("event") == "Nothing of note."
