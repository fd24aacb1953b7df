"""What is typed in one visit to a field is one step of undo, also where its first words began the record."""

from __future__ import annotations

import pytest

from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.joining import joined
from imr_desk.session import Session


def test_record_begun_in_a_visit_and_typed_on_in_it_goes_with_one_undo_and_comes_back_whole(session: Session) -> None:
    new = session.new_id("entry")
    session.run(Insert("entry", new, {"event": "It w"}), visit="one")
    session.run(SetFields("entry", new, {"event": "It was late."}), visit="one")
    session.run(SetFields("entry", new, {"comment": "Mine."}), visit="two")
    session.undo()
    assert "comment" not in session.review[new]
    session.undo()
    assert new not in session.review
    session.redo()
    assert session.review[new].text("event") == "It was late."


def test_what_was_emptied_again_in_the_visit_is_not_in_the_record() -> None:
    one = joined(SetFields("entry", "CE-1", {"event": None}), Insert("entry", "CE-1", {"event": "x", "date": "y"}))
    assert one == Insert("entry", "CE-1", {"date": "y"})


@pytest.mark.parametrize(
    "before",
    [
        Insert("entry", "CE-2", {"event": "x"}),
        Insert("entry", "CE-1", {"comment": "x"}),
        SetFields("entry", "CE-1", {"comment": "x"}),
        None,
    ],
)
def test_other_records_and_other_fields_are_steps_of_their_own(before: Insert | SetFields | None) -> None:
    assert joined(SetFields("entry", "CE-1", {"event": "y"}), before) is None
