"""‘Does not apply, because …’: kept with reason and day, refused without a reason, taken back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_session import open_sample

from imr_desk.errors import BadInputError
from imr_desk.guidance.asked import NO_REASON_OPENS, exemption_of, may_be_exempted
from imr_desk.guidance.pack import every_requirement
from imr_desk.operations.base import decode, encode
from imr_desk.operations.exempting import Exempt
from imr_desk.operations.general import SetFields
from imr_desk.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    yield made
    made.close()


def exempt(session: Session, requirement: str, reason: str) -> None:
    session.run(Exempt(session.new_id("exemption"), requirement, reason, "2014-12-03"))


def reason_for(session: Session, requirement: str) -> str:
    (result,) = [each for each in session.results() if each.requirement == requirement]
    return result.exempted_reason


def test_exempt_opens_the_check_and_undo_shuts_it_again(session: Session) -> None:
    session.run(SetFields("findings", "findings", {"resources_overall": None}))
    exempt(session, "R-105", "  Resources are dealt with by the board. ")
    assert reason_for(session, "R-105") == "Resources are dealt with by the board."
    record = exemption_of(session.review, "R-105")
    assert record is not None
    assert str(record.day("dated")) == "2014-12-03"
    session.undo()
    assert reason_for(session, "R-105") == ""
    session.redo()
    assert reason_for(session, "R-105") == "Resources are dealt with by the board."


@pytest.mark.parametrize("reason", ["", "  ", "\n\t", "\ufeff"])
def test_exempt_without_a_reason_is_refused_with_a_sentence(session: Session, reason: str) -> None:
    with pytest.raises(BadInputError, match="Say why it does not apply"):
        exempt(session, "R-105", reason)
    assert session.review.all("exemption") == ()


@pytest.mark.parametrize("requirement", [*sorted(NO_REASON_OPENS), "R-002", "", "nothing"])
def test_exempt_where_no_reason_may_stand_in_is_refused(session: Session, requirement: str) -> None:
    with pytest.raises(BadInputError, match="always asked for"):
        exempt(session, requirement, "Because.")
    assert session.review.all("exemption") == ()


def test_exempt_again_gives_the_reason_that_stands_and_undo_the_one_before(session: Session) -> None:
    exempt(session, "R-105", "First.")
    exempt(session, "R-105", "Second.")
    assert [each.text("reason") for each in session.review.all("exemption")] == ["Second."]
    session.undo()
    assert reason_for(session, "R-105") == "First."


def test_exempt_is_kept_in_the_file_and_can_be_undone_after_opening_it_again(session: Session, tmp_path: Path) -> None:
    exempt(session, "R-105", "Kept.")
    path = session.path
    session.close()
    from sample_session import PASSPHRASE

    again = Session.open(path, PASSPHRASE)
    assert reason_for(again, "R-105") == "Kept."
    again.undo()
    assert again.review.all("exemption") == ()
    again.close()


def test_exempt_survives_its_json_form_and_its_repr_holds_no_words() -> None:
    step = Exempt("EXE-01", "R-105", "Private words.", "2014-12-03")
    assert decode(encode(step)) == step
    assert "Private" not in repr(step)


def test_exempt_is_possible_for_46_of_the_54() -> None:
    assert sum(may_be_exempted(each.id) for each in every_requirement()) == 46
    assert len(tuple(every_requirement())) == 54
