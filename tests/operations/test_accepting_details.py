"""A detail may stay with a reason: kept by hash, dated, undone and taken back."""

from __future__ import annotations

import pytest

from imr_desk.errors import BadInputError
from imr_desk.guidance.details import acceptance_of, key_of
from imr_desk.operations.base import decode, encode
from imr_desk.operations.details import AcceptDetail
from imr_desk.session import Session

KEY = key_of("nhs", "943 476 5919")


def accept(session: Session, reason: str, key: str = KEY) -> None:
    session.run(AcceptDetail(session.new_id("accepted_detail"), key, "nhs", reason, "2014-12-03"))


def reason_of(session: Session) -> str:
    record = acceptance_of(session.review, KEY)
    return "" if record is None else record.text("reason")


def test_acceptance_is_kept_undone_and_done_again(session: Session) -> None:
    accept(session, "It is published.")
    assert reason_of(session) == "It is published."
    session.undo()
    assert reason_of(session) == ""
    session.redo()
    assert reason_of(session) == "It is published."


def test_second_acceptance_of_one_detail_takes_the_place_of_the_first(session: Session) -> None:
    before = len(session.review.all("accepted_detail"))
    accept(session, "First.")
    accept(session, "Second.")
    assert (reason_of(session), len(session.review.all("accepted_detail"))) == ("Second.", before + 1)
    session.undo()
    assert reason_of(session) == "First."


def test_acceptance_without_a_reason_is_refused(session: Session) -> None:
    with pytest.raises(BadInputError, match="Say why"):
        accept(session, "  ")
    assert reason_of(session) == ""


def test_acceptance_under_the_words_themselves_is_refused(session: Session) -> None:
    with pytest.raises(ValueError, match="not the key"):
        accept(session, "It is published.", "943 476 5919")


def test_acceptance_in_json_is_read_again() -> None:
    made = AcceptDetail("DET-01", KEY, "nhs", "It is published.", "2014-12-03")
    assert decode(encode(made)) == made
