"""Since you were last here: told from the history in the file, and never a word of the review."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sample_session import Clock, open_sample

from imr_desk.jobs.last_visit import last_visit
from imr_desk.operations.general import Batch, Delete, SetFields
from imr_desk.session import Session

FRIDAY, MONDAY = dt.date(2014, 12, 5), dt.date(2014, 12, 8)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    opened = open_sample(tmp_path, clock=Clock())
    yield opened
    opened.close()


def on(session: Session, day: dt.date) -> None:
    assert isinstance(session.clock, Clock)
    session.clock.move_to(day)


def edit(session: Session, kind: str, record_id: str, **values: object) -> None:
    session.run(SetFields(kind, record_id, values))


def test_last_visit_counts_the_edits_of_its_day_by_stage_and_knows_the_last_place(session: Session) -> None:
    first = session.review.all("entry")[0].id
    on(session, FRIDAY)
    edit(session, "review", "review", reference="A")
    edit(session, "review", "review", reference="B")
    edit(session, "entry", first, event="Again.")
    on(session, MONDAY)
    visit = last_visit(session)
    assert visit is not None
    assert visit.day == FRIDAY
    assert visit.then.count == 3
    assert visit.then.stages == ((1, 2), (4, 1))
    assert visit.then.last == ("entry", first)
    assert (visit.elsewhere.count, visit.lost) == (0, 0)


def test_last_visit_on_the_same_day_says_nothing(session: Session) -> None:
    on(session, FRIDAY)
    edit(session, "review", "review", reference="A")
    assert last_visit(session) is None
    assert last_visit(session, seen=session.past(most=1)[0].number) is None


def test_last_visit_of_a_review_nobody_wrote_in_says_nothing(tmp_path: Path) -> None:
    session = Session.create(tmp_path / "empty.imr", "quiet harbour paper lantern", Clock())
    assert last_visit(session) is None
    session.close()


def test_last_visit_tells_apart_what_another_copy_of_the_program_did(session: Session) -> None:
    on(session, FRIDAY)
    edit(session, "review", "review", reference="A")
    seen = session.past(most=1)[0].number
    edit(session, "debriefing", "debriefing", **{_field(session): "Later"})
    visit = last_visit(session, seen=seen)
    assert visit is not None
    assert (visit.then.count, visit.elsewhere.count) == (1, 1)
    assert visit.elsewhere.stages[0][0] == 10


def test_last_visit_older_copy_of_the_file_is_seen(session: Session) -> None:
    on(session, FRIDAY)
    edit(session, "review", "review", reference="A")
    visit = last_visit(session, seen=session.past(most=1)[0].number + 4)
    assert visit is not None
    assert visit.lost == 4


def test_last_visit_dates_that_went_by_since_are_told_until_they_are_done(session: Session) -> None:
    on(session, FRIDAY)
    first, second = (record.id for record in session.review.all("deadline")[:2])
    edit(session, "deadline", first, due="2014-12-06", actual=None)
    edit(session, "deadline", second, due="2014-12-07", actual=None)
    on(session, MONDAY)
    visit = last_visit(session)
    assert visit is not None
    assert [(day.isoformat(), record.id) for day, record in visit.passed] == [
        ("2014-12-06", first),
        ("2014-12-07", second),
    ]
    on(session, FRIDAY)
    edit(session, "deadline", first, actual="2014-12-05")
    on(session, MONDAY)
    visit = last_visit(session)
    assert visit is not None
    assert [record.id for _, record in visit.passed] == [second]


def test_history_is_read_from_its_end_and_page_by_page(session: Session) -> None:
    for words in ("A", "B", "C"):
        edit(session, "review", "review", reference=words)
    newest = session.past(most=2)
    assert newest[0].number == newest[1].number + 1
    assert newest[0].records == (("review", "review"),)
    assert newest[0].operation == "set_fields"
    older = session.past(before=newest[1].number, most=1)
    assert older[0].number == newest[1].number - 1


def test_history_of_a_bulk_operation_says_how_many_more(session: Session) -> None:
    load = session.past()[-1]
    assert load.operation == "load"
    assert len(load.records) == 50
    assert load.more > 100


def test_bin_holds_what_was_deleted_the_latest_first(session: Session) -> None:
    first, second = session.review.all("entry")[:2]
    session.run(Delete("entry", first.id))
    on(session, FRIDAY)
    session.run(Delete("entry", second.id))
    resting = session.bin()
    assert [each.record.id for each in resting] == [second.id, first.id]
    assert resting[0].record.text("event") == second.text("event")
    assert resting[0].at.startswith("2014-12-05")


def _field(session: Session) -> str:
    """A text field of the debriefing."""
    from imr_desk.review.catalogue import kind_of
    from imr_desk.review.fields import FieldType

    return next(field.name for field in kind_of("debriefing").fields if field.type in (FieldType.LINE, FieldType.PROSE))


def test_last_visit_counts_each_change_in_one_stage_so_that_the_counts_add_up(session: Session) -> None:
    first = session.review.all("entry")[0].id
    on(session, FRIDAY)
    session.run(
        Batch((SetFields("review", "review", {"reference": "A"}), SetFields("entry", first, {"event": "Again."})))
    )
    edit(session, "review", "review", reference="B")
    on(session, MONDAY)
    visit = last_visit(session)
    assert visit is not None
    assert visit.then.count == sum(count for _, count in visit.then.stages) == 2
