"""Edits nobody should make: each is refused in words or harmless, and the file says what the review in memory says."""

from __future__ import annotations

import datetime as dt

import pytest

from imr_desk.errors import BadInputError, ImrDeskError, SealedError
from imr_desk.jobs.sign import sign
from imr_desk.operations.base import Operation, decode
from imr_desk.operations.general import Batch, Delete, Insert, Link, Move, Restore, SetFields
from imr_desk.operations.load import Load
from imr_desk.operations.names import Decide, ForgetName
from imr_desk.operations.sealing import Declared, Reopen, Sign
from imr_desk.review.record import Record, RecordId, Values
from imr_desk.review.sealing import is_sealed
from imr_desk.session import Session
from imr_desk.store.transaction import FARTHEST
from tests.sample_session import AUTHOR, PASSPHRASE

LONE = "a\ud800b"
PURPOSE = SetFields("opening", "opening", {"purpose": "Other words."})
ON_PAPER = Declared("paper", dt.date(2014, 12, 3), "ab" * 32, "Area safe")


def in_file(session: Session) -> dict[str, Record]:
    again = Session.open(session.path, PASSPHRASE, read_only=True)
    records = {str(record.id): record for record in again.review}
    assert again.file.integrity_faults() == ()
    again.close()
    return records


def in_memory(session: Session) -> dict[str, Record]:
    return {str(record.id): record for record in session.review}


@pytest.mark.parametrize(
    "operation",
    [
        SetFields("opening", "opening", {"purpose": LONE}),
        SetFields("review", "review", {"case_area": LONE}),
        SetFields("participation", "participation", {"reasons": (LONE,)}),
        SetFields("participation", "participation", {"factors": [Values({"factor": LONE})]}),
        SetFields("decision", "decision", {"decided_on": dt.date(2014, 1, 31)}),
        SetFields("review", "review", {"subject": None}),
        SetFields("opening", "opening", {}),
        Insert("entry", "CE-901", {"event": LONE}),
        Link("paragraph", "AN-1.1", "refs", LONE, add=False),
        Move("question", "Q-2", "Q-2"),
        Batch(()),
    ],
    ids=lambda each: each.name,
)
def test_odd_edit_is_kept_undone_and_done_again(session: Session, operation: Operation) -> None:
    before = in_memory(session)
    session.run(operation)
    after = in_memory(session)
    assert in_file(session) == after
    session.undo()
    assert in_memory(session) == before
    session.redo()
    assert in_memory(session) == after == in_file(session)


@pytest.mark.parametrize(
    "operation",
    [
        SetFields("entry", LONE, {"event": "x"}),
        SetFields("review", "review", {"subject": LONE}),
        SetFields("no_such_kind", "x", {"a": "b"}),
        SetFields("decision", "decision", {"decided_on": dt.datetime(2014, 1, 31, 3)}),
        Insert("no_such_kind", "NO-1", {}),
        Insert("entry", "CE-901", {"no_such_field": "x"}),
        Insert("entry", LONE, {}),
        Insert("entry", "CE-" + "1" * 30, {}),
        Insert("lesson", "CE-901", {}),
        Insert("quality_item", "SIG-01", {}),
        Insert("staff", "STF-JohnSmith", {}),
        Insert("entry", "CE-٩", {}),
        Insert("lesson", "LES-901", {}, FARTHEST + 1),
        Insert("opening", "opening", {}),
        Move("question", "Q-1", "Q-99"),
        Move("question", "Q-1", LONE),
        Move("question", "Q-1", "CE-001"),
        Restore("no_such_kind", "NO-1"),
        Restore("opening", "opening"),
        Delete("opening", "opening"),
        Batch((PURPOSE, ForgetName("STF-04"))),
        Load((Record("signature", RecordId("SIG-77"), 1, {"role": "author", "part": "report"}),)),
        Load((Record("review", RecordId("review"), 0, {"version": 7}),)),
    ],
    ids=lambda each: each.name,
)
def test_edit_that_cannot_be_is_refused_and_changes_nothing(session: Session, operation: Operation) -> None:
    before = in_memory(session)
    with pytest.raises(BadInputError):
        session.run(operation)
    assert in_memory(session) == before == in_file(session)
    assert not session.can_undo
    session.run(PURPOSE)


def test_record_that_others_lead_to_is_deleted_and_comes_back(session: Session) -> None:
    before = in_memory(session)
    for record_id in ("STF-04", "SUB-01", "SEC-01", "LES-1"):
        found = session.review.get(record_id)
        if found is not None:
            session.run(Delete(found.kind, record_id))
            assert not session.review.linked_from(record_id)
            session.undo()
    assert in_memory(session) == before == in_file(session)


def test_record_is_not_put_back_without_what_it_leads_to(session: Session) -> None:
    before = in_memory(session)
    interview = session.review.all("interview")[0]
    paragraph, entry = session.review["AN-1.1"], session.review["AN-1.1"].links("refs")[0]
    for kind, record_id, target in (
        ("interview", interview.id, interview.link("staff")),
        ("paragraph", paragraph.id, entry),
    ):
        session.run(Delete(kind, record_id))
        session.run(Delete(before[target].kind, target))
        with pytest.raises(BadInputError, match=f"leads to {target}, which was deleted too"):
            session.run(Restore(kind, record_id))
        session.run(Batch((Restore(before[target].kind, target), Restore(kind, record_id))))
        assert session.review[record_id] == before[record_id]
        for _ in range(3):
            session.undo()
    assert in_memory(session) == before == in_file(session)


def test_reference_in_the_bin_is_not_given_to_another_record(session: Session) -> None:
    session.run(Delete("lesson", "LES-4"))
    for operation in (
        Insert("lesson", "LES-4", {}),
        Batch((Delete("lesson", "LES-3"), Insert("lesson", "LES-3", {"text": "Another"}))),
    ):
        with pytest.raises(BadInputError):
            session.run(operation)
    session.undo()
    assert "LES-4" in session.review
    assert "LES-3" in session.review


def test_signing_is_no_part_of_a_batch(session: Session) -> None:
    signing = Sign(*AUTHOR, session.judge, session.clock, declared=ON_PAPER)
    for operations in ((PURPOSE, signing), (signing, PURPOSE)):
        with pytest.raises(ImrDeskError):
            session.run(Batch(operations))
        assert not is_sealed(session.review)
        assert not session.can_undo


def test_reopening_is_no_part_of_a_batch(session: Session) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    reopening = Reopen("question", "Asked.", "Overview author", dt.date(2014, 12, 4))
    with pytest.raises(BadInputError):
        session.run(Batch((reopening, PURPOSE)))
    assert is_sealed(session.review)


def test_transaction_in_which_was_signed_writes_no_more_of_the_report(session: Session) -> None:
    signing = Sign(*AUTHOR, session.judge, session.clock, declared=ON_PAPER)

    def sign_and_write_on() -> None:
        with session.file.transaction("2014-12-03T14:32:00+00:00") as tx:
            signing.apply(tx)
            PURPOSE.apply(tx)

    with pytest.raises(SealedError):
        sign_and_write_on()
    assert not is_sealed(session.review)


def test_step_of_another_program_is_told_and_stops_no_edit(session: Session) -> None:
    session.run(PURPOSE, visit="v")
    future = '{"op":"future","v":9}'
    session.file.connection.run("UPDATE sys_undo SET operation = ?, inverse = ?", (future, future))
    assert session.next_undo is None
    for use in (session.undo, lambda: decode('{"op":"set_fields","v":2}')):
        with pytest.raises(BadInputError, match="another version of the program"):
            use()
    session.run(SetFields("opening", "opening", {"purpose": "Once more."}), visit="v")
    assert in_file(session)["opening"].text("purpose") == "Once more."


def test_words_are_never_kept_for_the_key_of_a_decision(session: Session) -> None:
    with pytest.raises(ValueError, match="key of a decision"):
        session.run(Decide("Mrs Okaforsen", "not a person"))
    assert session.file.connection.rows("SELECT * FROM sys_decision") == []


def test_repr_of_an_edit_shows_no_words(session: Session) -> None:
    words = "Wibblewords"
    session.run(SetFields("opening", "opening", {"purpose": words}))
    for each in (
        session.next_undo,
        Insert("entry", "CE-901", {"event": words}),
        Reopen("question", words, words, dt.date(2014, 12, 4)),
        Sign("author", words, "Post", session.judge, session.clock, declared=Declared("paper", dt.date.min, "", words)),
    ):
        assert words not in repr(each)
