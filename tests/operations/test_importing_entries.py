"""Entries of a file come in as one edit, and go again as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.errors import BadInputError
from imr_desk.operations.base import decode, encode
from imr_desk.operations.general import SetFields
from imr_desk.operations.importing import Import, PutBack, TakeBack
from imr_desk.review.known_date import KnownDate
from imr_desk.session import Session
from imr_desk.store.search import MANY
from tests.sample_session import open_sample


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_sample(tmp_path)


def three(session: Session) -> Import:
    ids = session.new_ids("entry", 3)
    days = (KnownDate("2013-05-04", "4/5/13"), KnownDate("2013-05-04T10:15:00", "same"), KnownDate("XXXX", "not known"))
    return Import(
        "entry", [(str(one), {"event": f"Event {day.edtf}", "date": day}) for one, day in zip(ids, days, strict=True)]
    )


def test_import_adds_all_in_their_order_and_undo_takes_all_back(session: Session) -> None:
    before = session.review.all("entry")
    operation = three(session)
    outcome = session.run(operation)
    assert len(outcome.changes.records) == 3
    assert len(session.review.all("entry")) == len(before) + 3
    session.undo()
    assert session.review.all("entry") == before
    session.redo()
    assert {record_id for record_id, _ in operation.records} <= {str(one.id) for one in session.review.all("entry")}
    session.undo()
    assert session.review.all("entry") == before


def test_import_is_found_by_search_and_leaves_one_line_in_the_history(session: Session) -> None:
    ids = session.new_ids("entry", 1)
    session.run(Import("entry", [(str(ids[0]), {"event": "A quokka was seen."})]))
    assert session.search("quokka") == ids
    assert [line.operation for line in session.past(most=1)] == ["import"]


def test_import_of_which_one_value_does_not_fit_changes_nothing(session: Session) -> None:
    before = session.review
    ids = session.new_ids("entry", 2)
    with pytest.raises(BadInputError):
        session.run(Import("entry", [(str(ids[0]), {"event": "good"}), (str(ids[1]), {"learned_on": "never"})]))
    assert session.review is before


def test_import_takes_no_reference_twice(session: Session) -> None:
    there = str(session.review.all("entry")[0].id)
    new = str(session.new_id("entry"))
    for ids in ((there,), (new, new)):
        with pytest.raises(BadInputError):
            session.run(Import("entry", [(one, {"event": "x"}) for one in ids]))


def test_step_of_an_import_holds_no_words(session: Session) -> None:
    operation = three(session)
    assert "Event" not in encode(operation)
    assert decode(encode(operation)) == PutBack("entry", tuple(one for one, _ in operation.records))


def test_taking_back_what_something_leads_to_unlinks_it_and_putting_back_links_it_again(session: Session) -> None:
    operation = three(session)
    session.run(operation)
    ids = tuple(one for one, _ in operation.records)
    gap = session.review.all("gap")[0]
    session.run(SetFields("gap", str(gap.id), {"after": ids[0]}))
    session.run(TakeBack("entry", ids))
    assert session.review.get(str(gap.id)).link("after") == ""  # type: ignore[union-attr]
    session.undo()
    assert session.review.get(str(gap.id)).link("after") == ids[0]  # type: ignore[union-attr]


def test_undo_of_a_long_import_leaves_nothing_to_be_found_and_redo_brings_it_back(session: Session) -> None:
    ids = session.new_ids("entry", MANY + 20)
    session.run(Import("entry", [(str(one), {"event": f"A quokka of {one}"}) for one in ids]))
    before = session.search("chronology"), len(session.search("quokka"))
    assert before[1] == MANY + 20
    session.undo()
    assert session.search("quokka") == ()
    raw = session.file.connection.rows("SELECT count(*) FROM sys_search_id")[0][0]
    assert raw == session.file.connection.rows("SELECT count(*) FROM sys_search_content")[0][0]
    session.redo()
    assert (session.search("chronology"), len(session.search("quokka"))) == before
