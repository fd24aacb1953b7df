"""From what a file gave to the fields of a record, with links where the words are codes or records of the review."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from imr_desk.errors import BadInputError
from imr_desk.intake.taken import Entry, Origin
from imr_desk.jobs.importing import file_bytes, operation_for, plan, store
from imr_desk.review.record import Record
from imr_desk.review.values import LONGEST_LINE
from imr_desk.session import Session


def stored(session: Session, **fields: str) -> Record:
    outcome = store(session, [Entry(Origin("S", 2), **fields)])  # type: ignore[arg-type]
    ((_, record_id),) = outcome.changes.records
    found = session.review.get(record_id)
    assert found is not None
    return found


def test_date_with_its_time_is_one_date_and_words_stay(session: Session) -> None:
    record = stored(
        session, date="2013-05-04", time="16:15", kept="2013-05-04T16:15:00", date_words="4/5/13", event="x"
    )
    known = record.known("date")
    assert known is not None
    assert (known.edtf, known.words) == ("2013-05-04T16:15:00", "4/5/13")


def test_unreadable_date_keeps_its_words_and_stands_at_the_top(session: Session) -> None:
    record = stored(session, date_text="31/06/2013", date_words="31/06/2013", event="x")
    assert record.known("date").words == "31/06/2013"  # type: ignore[union-attr]
    assert session.review.all("entry")[0] == record


def test_row_without_a_date_has_none(session: Session) -> None:
    assert stored(session, event="x").known("date") is None


def test_time_without_a_day_stands_in_the_comment(session: Session) -> None:
    record = stored(session, date="2013-05", kept="2013-05", time="10:00", event="x", comment="said")
    assert record.text("comment") == "said\nTime: 10:00"


def test_records_of_the_review_are_linked_with_their_place(session: Session) -> None:
    record = session.review.all("record")[0]
    rows = stored(session, source=f"{record.id}, p.9\n{record.text('description')}\nSome other file, p 3").rows(
        "sources"
    )
    assert [(row.link("record"), row.text("place")) for row in rows] == [
        (record.id, "p.9"),
        (record.id, ""),
        ("", "Some other file, p 3"),
    ]


def test_codes_of_people_are_linked_and_others_keep_their_words(session: Session) -> None:
    staff, subject = session.review.all("staff")[0], session.review.all("subject")[0]
    record = stored(session, people=f"{staff.text('code')}; {subject.text('code')}", event="x")
    assert (record.links("staff"), record.links("concerns")) == ((staff.id,), (subject.id,))
    assert "comment" not in record
    other = stored(session, people=f"{staff.text('code')} and the midwife", event="y")
    assert other.links("staff") == (staff.id,)
    assert other.text("comment") == f"People: {staff.text('code')} and the midwife"


def test_source_that_is_longer_than_a_line_stands_in_the_comment(session: Session) -> None:
    record = stored(session, source="s" * (LONGEST_LINE + 1), event="x")
    assert record.rows("sources") == ()
    assert record.text("comment").startswith("Source: sss")


def test_dates_are_no_names_and_likely_names_are_told(session: Session) -> None:
    entry = Entry(Origin("", 2), date_words="May 2013", date_text="May 2013", event="Mrs Quillfeather rang.")
    planned = plan([entry], session.judge.guard, session.review)
    assert [(name.place, name.words, name.code) for name in planned.names] == [("event", "Quillfeather", "")]


def test_rows_that_are_left_out_are_not_in_the_edit(session: Session) -> None:
    entries = [Entry(Origin("", row), event=f"e{row}") for row in (2, 3)]
    operation = operation_for(session, entries, [Origin("", 2)])
    assert operation is not None
    assert [values["event"] for _, values in operation.records] == ["e3"]
    assert operation_for(session, entries, [Origin("", 2), Origin("", 3)]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(BadInputError, match=r"pipe\.csv"):
        file_bytes(tmp_path / "pipe.csv")
