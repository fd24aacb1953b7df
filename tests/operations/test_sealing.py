"""Signing, counter-signing, what stays open while signed, and reopening."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import BadInputError, GateShutError, KeyProblemError, SealedError
from imr_desk.guidance.gates import holding
from imr_desk.jobs.sign import record_signature, sign
from imr_desk.operations.general import Delete, Insert, Link, Move, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.operations.sealing import Declared, Reopen, signed_of
from imr_desk.review.sealing import is_final, is_sealed, signature_in_force
from imr_desk.session import Session
from imr_desk.signing.canonical import content_digest
from imr_desk.signing.statement import matching_words
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, Clock, open_sample

REOPENED = Reopen(
    "question", "Asked what an urgent listing would have needed.", "Independent overview author", dt.date(2015, 1, 14)
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    opened = open_sample(tmp_path, clock=clock)
    yield opened
    opened.close()


def signed(session: Session, clock: Clock, *, both: bool = True) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    if both:
        clock.move_to(dt.date(2014, 12, 5))
        sign(session, *MANAGER, PASSPHRASE)


def test_sample_holds_gates_1_to_3_but_for_the_signatures(session: Session) -> None:
    results = session.results()
    missing = {gate: [each.requirement for each in holding(results, gate)] for gate in ("G1", "G2", "G3")}
    assert missing == {"G1": [], "G2": [], "G3": ["R-136"]}


def test_both_signatures_make_the_review_final_and_verify(session: Session, clock: Clock) -> None:
    signed(session, clock)
    assert is_final(session.review)
    author, manager = (signed_of(signature_in_force(session.review, role)) for role in ("author", "counter_signatory"))  # type: ignore[arg-type]
    assert author.holds
    assert manager.holds
    assert manager.statement.author_signature == author.signature
    assert author.statement.signed_at.startswith("2014-12-03T14:32")
    assert len(matching_words(manager).split()) == 6
    assert author.public_key != manager.public_key


def test_signature_does_not_hold_over_another_statement(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    from dataclasses import replace

    author = signed_of(signature_in_force(session.review, "author"))  # type: ignore[arg-type]
    forged = replace(author, statement=replace(author.statement, name="Somebody Else"))
    assert not forged.holds


def test_name_typed_with_combining_letters_is_signed_as_it_is_stored(session: Session, clock: Clock) -> None:
    sign(session, "author", "  Zoe\u0308   Quillon ", AUTHOR[2], PASSPHRASE)
    author = signed_of(signature_in_force(session.review, "author"))  # type: ignore[arg-type]
    assert author.statement.name == "Zoë Quillon"
    assert author.holds
    clock.move_to(dt.date(2014, 12, 5))
    sign(session, *MANAGER, PASSPHRASE)
    assert is_final(session.review)


def test_manager_cannot_sign_before_the_author(session: Session) -> None:
    with pytest.raises(GateShutError):
        sign(session, *MANAGER, PASSPHRASE)
    assert not session.review.all("signature")


def test_author_cannot_sign_while_something_is_missing_and_is_told_what(session: Session) -> None:
    session.run(SetFields("opening", "opening", {"purpose": None}))
    with pytest.raises(GateShutError) as held:
        sign(session, *AUTHOR, PASSPHRASE)
    assert "R-010" in held.value.sentence
    assert not is_sealed(session.review)


@pytest.mark.parametrize(
    "edit",
    [
        SetFields("entry", "CE-050", {"event": "Other words"}),
        SetFields("opening", "opening", {"purpose": "Other words"}),
        Delete("entry", "CE-050"),
        Delete("record", "REC-01"),
        Insert("entry", "CE-101", {"event": "New"}),
        Move("lesson", "LES-2", "LES-1"),
        Link("paragraph", "AN-1.1", "refs", "CE-050"),
    ],
    ids=lambda edit: f"{edit.name}-{edit.kind}",
)
def test_report_part_is_read_only_while_signed(session: Session, clock: Clock, edit: object) -> None:
    signed(session, clock, both=False)
    before = content_digest(session.review, "n")
    with pytest.raises(SealedError):
        session.run(edit)  # type: ignore[arg-type]
    assert content_digest(session.review, "n") == before


@pytest.mark.parametrize(
    "edit",
    [
        Delete("signature", "SIG-01"),
        SetFields("signature", "SIG-01", {"voided_at": "2014-12-04"}),
        Insert("signature", "SIG-02", {"role": "counter_signatory", "part": "report"}),
        SetFields("review", "review", {"version": 9}),
        Insert("reopening", "REO-01", {"reason": "question"}),
    ],
    ids=lambda edit: f"{edit.name}-{edit.kind}",
)
def test_signatures_change_only_by_signing_and_reopening(session: Session, clock: Clock, edit: object) -> None:
    signed(session, clock, both=False)
    with pytest.raises(BadInputError):
        session.run(edit)  # type: ignore[arg-type]
    assert is_sealed(session.review)
    assert session.review.one("review").number("version") == 1


def test_process_part_goes_on_while_signed_and_signatures_hold(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    before = content_digest(session.review, session.file.fact("nonce"))
    session.run(SetFields("clearance", "CLR-01", {"reply": "Cleared again."}))
    session.run(Insert("circulation", session.new_id("circulation"), {"recipient": "Review panel"}))
    session.run(SetFields("debrief", "DBR-01", {"first_held": "2014-12-16"}))
    assert content_digest(session.review, session.file.fact("nonce")) == before
    sign(session, *MANAGER, PASSPHRASE)
    assert is_final(session.review)


def test_undo_ends_at_signing(session: Session, clock: Clock) -> None:
    session.run(SetFields("entry", "CE-050", {"event": "Other words, long enough."}))
    assert session.can_undo
    signed(session, clock, both=False)
    assert not session.can_undo
    assert session.undo() is None


def test_one_person_or_one_key_cannot_sign_twice(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    with pytest.raises(SealedError):
        sign(session, *AUTHOR, PASSPHRASE)
    with pytest.raises(BadInputError, match="different person"):
        sign(session, "counter_signatory", "alma  QUILL", MANAGER[2], PASSPHRASE)
    with pytest.raises(BadInputError, match="post cannot counter-sign"):
        sign(session, "counter_signatory", MANAGER[1], AUTHOR[2], PASSPHRASE)


def test_person_on_the_staff_register_cannot_sign(session: Session) -> None:
    session.run(RegisterName("STF-04", "Alma Quill"))
    with pytest.raises(BadInputError, match="list of staff involved"):
        sign(session, *AUTHOR, PASSPHRASE)


def test_post_that_took_part_cannot_sign(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    with pytest.raises(BadInputError, match="took part in the case"):
        sign(session, "counter_signatory", "Bruno Vance", "District Crown Prosecutor 2", PASSPHRASE)


def test_wrong_passphrase_of_a_signing_key_signs_nothing(session: Session, clock: Clock) -> None:
    signed(session, clock)
    session.run(REOPENED)
    with pytest.raises(KeyProblemError):
        sign(session, *AUTHOR, "another passphrase here")
    assert not is_sealed(session.review)


def test_signature_on_paper_is_an_equal_route(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    clock.move_to(dt.date(2014, 12, 5))
    declared = Declared("paper", dt.date(2014, 12, 5), "ab" * 32, "Area safe, folder 3")
    signature = record_signature(session, *MANAGER, declared)
    assert is_final(session.review)
    assert signature.text("route") == "paper"
    assert signature.text("signed_at") == "2014-12-05"
    assert not signature.text("signature")


def test_reopened_after_both_takes_the_next_version_and_voids_both(session: Session, clock: Clock) -> None:
    signed(session, clock)
    session.run(REOPENED)
    assert not is_sealed(session.review)
    assert session.review.one("review").number("version") == 2
    assert [bool(each.text("voided_at")) for each in session.review.all("signature")] == [True, True]
    assert session.review.all("reopening")[0].text("asked_by") == "Independent overview author"
    session.run(SetFields("paragraph", "AN-3.9", {"text": "Changed after the question."}))


def test_returned_before_counter_signature_keeps_its_number(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    session.run(Reopen("error of fact", "A date was wrong.", "Independent Chair of the panel", dt.date(2014, 12, 4)))
    assert session.review.one("review").number("version") == 1
    sign(session, *AUTHOR, PASSPHRASE)
    assert is_sealed(session.review)


def test_reopening_needs_a_reason_and_somebody_who_asked(session: Session, clock: Clock) -> None:
    signed(session, clock, both=False)
    for words, asked_by in (("", "Chair"), ("A reason", " ")):
        with pytest.raises(BadInputError):
            session.run(Reopen("question", words, asked_by, dt.date(2014, 12, 4)))
    with pytest.raises(BadInputError):
        session.run(Reopen("because", "A reason", "Chair", dt.date(2014, 12, 4)))
    assert is_sealed(session.review)


def test_private_keys_rest_in_no_readable_form_and_under_no_name(
    session: Session, clock: Clock, tmp_path: Path
) -> None:
    from imr_desk import paths

    signed(session, clock)
    folder = paths.config_folder() / "keys"
    files = list(folder.iterdir())
    assert len([each for each in files if each.suffix == ".key"]) == 2
    for each in files:
        text = each.read_bytes().lower() + each.name.lower().encode()
        assert b"quill" not in text
        assert b"vance" not in text
        assert each.stat().st_mode & 0o077 == 0
