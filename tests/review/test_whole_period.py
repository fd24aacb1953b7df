"""The whole chronology at a glance."""

from __future__ import annotations

import datetime as dt

from factories import record, review
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.whole_period import MOST_STEPS, described, step_in_words, whole_period
from imr_desk.sample import cps_records

PERIOD = record("period", "period", start="2013-01-01", cut_off="2013-12-31")
QUESTIONS = (record("question", "TOR-001", number=1), record("question", "TOR-002", number=2))
NOVEMBER, CUT_OFF = dt.date(2012, 11, 1), dt.date(2013, 12, 31)
CHRONOLOGY = review(
    PERIOD,
    *QUESTIONS,
    record("entry", "CE-001", event="No date."),
    record("entry", "CE-002", date="10 November 2012"),
    record("entry", "CE-003", date="1 March 2013", significant=True, questions=("TOR-001",)),
    record("entry", "CE-004", date="between 3 and 7 March 2013", questions=("TOR-001",)),
    record("entry", "CE-005", date="9 September 2013", significant=True),
)


def test_steps_are_months_from_the_first_entry_to_the_cut_off_and_count_what_begins_in_them() -> None:
    whole = whole_period(CHRONOLOGY)
    assert whole is not None
    assert (whole.first, whole.last, whole.months, len(whole.steps)) == (
        dt.date(2012, 11, 1),
        dt.date(2013, 12, 31),
        1,
        14,
    )
    assert {step.first.isoformat(): (step.count, step.entry) for step in whole.steps if step.count} == {
        "2012-11-01": (1, "CE-002"),
        "2013-03-01": (2, "CE-003"),
        "2013-09-01": (1, "CE-005"),
    }
    assert (whole.count, whole.undated) == (4, 1)


def test_gaps_significant_events_and_lanes_lead_to_their_entries() -> None:
    whole = whole_period(CHRONOLOGY)
    assert whole is not None
    assert [(gap.after, gap.before, gap.days) for gap in whole.gaps] == [("CE-004", "CE-005", 186)]
    assert [event.entry for event in whole.significant] == ["CE-003", "CE-005"]
    assert [(lane.number, [event.entry for event in lane.events]) for lane in whole.lanes] == [
        ("1", ["CE-003", "CE-004"]),
        ("2", []),
    ]
    assert whole.lanes[0].events[1].last == dt.date(2013, 3, 7)


def test_places_lie_between_the_ends() -> None:
    whole = whole_period(CHRONOLOGY)
    assert whole is not None
    assert (whole.part(whole.first), whole.part(whole.last)) == (0, 1)
    assert 0 < whole.part(dt.date(2013, 3, 1)) < whole.part(dt.date(2013, 9, 1)) < 1


def test_description_names_what_the_picture_shows() -> None:
    whole = whole_period(CHRONOLOGY)
    assert whole is not None
    assert described(whole).split(". ") == [
        "From 1 November 2012 to 31 December 2013",
        "4 entries have a date",
        "Most of them in one stretch: 2, in March 2013",
        "Without an entry for more than 90 days: 186 days between CE-004 and CE-005",
        "Marked as significant: CE-003 on 1 March 2013; CE-005 on 9 September 2013",
        "Question 1: 2 entries, from 1 March 2013 to 3 March 2013",
        "No entry bears on question 2",
        "1 entry has no date and is not shown.",
    ]


def test_chronology_without_a_date_has_no_picture() -> None:
    assert whole_period(review(record("entry", "CE-001", event="No date."))) is None


def test_some_entries_give_a_picture_of_their_own_without_gaps() -> None:
    whole = whole_period(CHRONOLOGY, CHRONOLOGY.all("entry")[:3])
    assert whole is not None
    assert (whole.count, whole.gaps) == (2, ())


def test_sample_has_a_picture() -> None:
    sample = Review.of(cps_records())
    whole = whole_period(sample)
    assert whole is not None
    assert whole.count + whole.undated == len(sample.all("entry"))


@given(st.lists(st.dates(), min_size=1, max_size=30))
def test_every_entry_is_counted_once_in_few_steps_that_meet(days: list[dt.date]) -> None:
    entries = [
        Record("entry", RecordId(f"CE-{at:03d}"), at, {"date": KnownDate(day.isoformat())}, dated="date")
        for at, day in enumerate(days)
    ]
    whole = whole_period(review(*entries))
    assert whole is not None
    assert whole.count == len(days)
    assert len(whole.steps) <= MOST_STEPS + 1
    for before, after in zip(whole.steps, whole.steps[1:], strict=False):
        assert after.first == before.last + dt.timedelta(days=1)
    for step in whole.steps:
        assert step_in_words(step)
        assert step.count == sum(step.first <= day <= step.last for day in days)
