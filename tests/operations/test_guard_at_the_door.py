"""What comes in from elsewhere has its registered names replaced before it is kept, and the person is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_session import open_sample

from imr_desk.errors import BadInputError
from imr_desk.names.door import Door, is_name_itself
from imr_desk.names.guard import Guard
from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.operations.admitting import admitted
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Batch, Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.operations.resolving import Resolution, ResolveNames
from imr_desk.operations.signatories import signatory_faults
from imr_desk.review.known_date import KnownDate
from imr_desk.session import Session

NAME = "Jolyon Wetherspindle"
KEY = bytes(32)
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-01", NAME)), {}, ("Caseworker 1",))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(RegisterName("STF-04", NAME))
    yield opened
    opened.close()


def code(session: Session) -> str:
    return session.review["STF-04"].text("code")


def test_comments_that_come_back_hold_codes_before_they_are_stored(session: Session) -> None:
    passed = admitted(
        Batch(
            (
                SetFields("quality_checklist", "quality_checklist", {"comment": f"Ask {NAME}. Mrs Quillfeather too."}),
                Insert(
                    "entry", "CE-990", {"event": f"{NAME}\u2019s note.", "date": KnownDate("2013", f"as {NAME} says")}
                ),
            )
        ),
        session.review,
        session.judge.guard,
    )
    session.run(passed.operation)
    assert (passed.replaced, passed.open) == (3, 1)
    assert passed.note() == "3 registered names were replaced by their codes as the text came in."
    assert session.review["CE-990"].text("event") == f"{code(session)}\u2019s note."
    assert session.review["CE-990"].text("date") == f"as {code(session)} says"
    kept = str([session.file.connection.rows(f"SELECT * FROM {table}") for table in ("sys_undo", "sys_search_content")])  # noqa: S608
    assert "Wetherspindle" not in kept


def test_edit_without_a_registered_name_passes_as_it_is(session: Session) -> None:
    edit = SetFields("entry", "CE-001", {"event": "Nothing of note.", "people": None})
    passed = admitted(edit, session.review, session.judge.guard)
    assert (passed.operation, passed.note()) == (edit, "")


def test_private_page_and_signatories_keep_their_names(session: Session) -> None:
    edit = Insert("identity", "ID-90", {"real_name": NAME})
    assert admitted(edit, session.review, session.judge.guard).operation == edit


def test_name_of_a_kept_document_holds_the_code_and_it_is_said(session: Session) -> None:
    outcome = session.run(KeepDocument("DOC-990", f"Statement of {NAME}", "application/pdf", b"%PDF-"))
    assert session.review["DOC-990"].text("name") == f"Statement of {code(session)}"
    assert outcome.notes == ("One registered name was replaced by its code as the text came in.",)
    assert "DOC-990" not in session.search("Wetherspindle")


def test_job_title_with_a_registered_name_does_not_sign(session: Session) -> None:
    guard = session.judge.guard
    assert signatory_faults(session.review, guard, "author", "Alma Quill", f"Deputy to {NAME}") == (
        "The job title holds a registered name. Give the title alone.",
    )


@pytest.mark.parametrize(
    ("code", "name", "itself"),
    [
        ("Jolyon Wetherspindle 1", NAME, True),
        ("wetherspindle", NAME, True),
        ("Caseworker Wetherspindle", NAME, True),
        ("Rose Field 1", "Rose Field", True),
        ("Caseworker 1", NAME, False),
        ("Police Constable 2", "Peter Constable", False),
        ("Child B", "Bob Child", False),
        ("Baker 1", "Tom Baker", False),
    ],
)
def test_code_that_is_the_name_itself_is_told(code: str, name: str, itself: bool) -> None:
    assert is_name_itself(code, name) is itself


def test_name_is_neither_registered_nor_replaced_for_a_code_that_holds_it(session: Session) -> None:
    session.run(Insert("staff", "STF-90", {"code": "Quillfeather 1", "title": "Quillfeather"}))
    session.run(SetFields("entry", "CE-001", {"event": "Mrs Quillfeather rang."}))
    for edit in (RegisterName("STF-90", "Edith Quillfeather"), ResolveNames((Resolution("Quillfeather", "STF-90"),))):
        with pytest.raises(BadInputError, match="holds the name itself"):
            session.run(edit)
    assert session.review["CE-001"].text("event") == "Mrs Quillfeather rang."


def test_name_of_two_people_and_a_name_like_a_registered_one_stay_to_be_settled() -> None:
    both = (*rows_for(KEY, "STF-01", NAME), *rows_for(KEY, "STF-02", "Petra Wetherspindle"))
    door = Door(Guard(StaffRegister(KEY, both), {}, ()), lambda person: {"STF-01": "Caseworker 1"}.get(person, ""))
    for text in ("Mrs Wetherspindle rang.", "Petra Wetherspindle rang."):
        assert door.new(text) == text
    assert (door.replaced, door.open) == (0, 2)


def test_without_the_key_of_the_register_text_comes_in_as_it_is() -> None:
    door = Door(Guard(StaffRegister(None, rows_for(KEY, "STF-01", NAME)), {}, ()), lambda _person: "Caseworker 1")
    assert door.new(f"{NAME} rang.") == f"{NAME} rang."


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.text(max_size=60))
def test_any_text_comes_in_without_the_registered_name(before: str, after: str) -> None:
    door = Door(GUARD, lambda _person: "Caseworker 1")
    assert "Wetherspindle" not in door.new(f"{before}\n\n{NAME} rang.\n\n{after}")
