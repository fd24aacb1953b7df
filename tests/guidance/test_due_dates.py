"""Due dates worked out from what a review records, where they come from in words, and what that would change."""

from __future__ import annotations

import datetime as dt

import pytest
from factories import record, review, with_record, with_values
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.guidance.due_changes import Change, changes
from imr_desk.guidance.due_dates import Reckoner, Worked, due_after
from imr_desk.guidance.due_words import comes_from
from imr_desk.guidance.steps import Step, every_event, every_step, steps_for
from imr_desk.guidance.working_days import WorkingDays
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

TODAY = dt.date(2014, 12, 3)
SAMPLE = Review.of(cps_records())


def step(review_: Review, name: str, today: dt.date = TODAY) -> Worked:
    return Reckoner(review_, today).worked(every_step()[name])


def said(review_: Review, name: str, today: dt.date = TODAY) -> str:
    reckoner = Reckoner(review_, today)
    return comes_from(reckoner.worked(every_step()[name]), reckoner)


def change_of(review_: Review, name: str, today: dt.date = TODAY) -> Change | None:
    worked = Reckoner(review_, today).worked(every_step()[name])
    wanted = worked.row.id if worked.row else ""
    found = [each for each in changes(Reckoner(review_, today)) if each.kind == "deadline"]
    return next((each for each in found if each.values.get("rule") == name or each.record_id == wanted != ""), None)


def row(**values: object) -> Review:
    """A review with a start event and one date for the end of the six months."""
    start = record("start_event", "start_event", date="2014-03-10", chosen="the decision", six_months_end="2014-09-10")
    return review(start, record("deadline", "TT-01", event="End", rule="review-complete", **values))


# ---- the data
def test_steps_of_the_data_are_the_choices_of_the_field() -> None:
    choices = kind_of("deadline").field("rule").choices
    assert choices == tuple((each.id, each.name) for each in every_step().values())


def test_data_names_only_fields_and_steps_that_are_there() -> None:
    names = [name for event in every_event().values() for name in (*event.known, *event.expected, event.agreed)]
    names += [event.named for event in every_event().values()] + [
        n for each in every_step().values() for n in each.done
    ]
    for name in filter(None, names):
        kind, _, field = name.partition(".")
        assert KINDS[kind].single
        assert KINDS[kind].field(field)
    assert {name for event in every_event().values() for name in event.steps} <= set(every_step())
    assert {each.start for each in every_step().values() if each.start} <= set(every_event())
    marks = {stored for stored, _ in kind_of("deadline").field("marks").choices}
    assert {each.marks for each in every_step().values()} - {""} == marks


def test_steps_are_those_of_the_agency_and_the_kind_of_review() -> None:
    cps = {each.id for each in steps_for("Serious Case Review", "cps")}
    ho = {each.id for each in steps_for("Serious Case Review", "ho")}
    assert cps - ho == {"chief-officer-told"}
    assert ho - cps == {"four-notices"}
    rapid = {each.id for each in steps_for("Child Safeguarding Practice Review", "cps")}
    assert "rapid-review" in rapid
    assert "chair-decision" not in rapid
    assert steps_for("A review of our own", "cps") == steps_for("Serious Case Review", "cps") == steps_for("", "cps")


# ---- dates
@pytest.mark.parametrize("records", [cps_records(), ho_records()], ids=["cps", "ho"])
def test_dates_of_the_sample_are_those_worked_out(records: tuple[object, ...]) -> None:
    shown = Review.of(records)  # type: ignore[arg-type]
    worked = [each for each in Reckoner(shown, TODAY).all() if each.row and each.due]
    assert len(worked) > 5
    for each in worked:
        assert each.row is not None
        assert each.row.day("worked_out") == each.due, each.step.id


def test_six_months_run_from_the_start_event_and_nothing_else() -> None:
    moved = with_values(SAMPLE, "start_event", date="2014-08-31", chosen="proceedings commenced")
    assert step(moved, "review-complete").due == dt.date(2015, 2, 28)
    assert step(with_values(moved, "start_event", date="2015-08-31"), "review-complete").due == dt.date(2016, 2, 29)


def test_event_that_lies_ahead_makes_a_provisional_date() -> None:
    assert step(SAMPLE, "review-complete").firm
    assert not step(SAMPLE, "review-complete", dt.date(2014, 3, 9)).firm


def test_date_counted_from_the_report_is_firm_as_soon_as_the_report_is() -> None:
    assert step(SAMPLE, "first-draft").firm
    assert not step(with_values(SAMPLE, "TT-17", firmness="provisional"), "first-draft").firm


def test_report_that_was_early_moves_no_date_before_it() -> None:
    assert SAMPLE["TT-17"].day("actual") == dt.date(2014, 12, 10)
    assert step(SAMPLE, "counter-signature").due == dt.date(2014, 12, 5)


def test_agreed_extension_is_firm_though_it_lies_ahead() -> None:
    assert step(SAMPLE, "review-extended").firm
    assert not step(with_values(SAMPLE, "extension", agreed_on=None), "review-extended").firm


def test_date_without_its_event_waits_for_it() -> None:
    empty = review()
    assert step(empty, "review-complete").due is None
    assert said(empty, "review-complete") == "Waits for the date of the start of the six months."
    assert said(empty, "imr-due") == "The board sets this date."


def test_bank_holidays_are_those_of_the_nation() -> None:
    told = review(record("invitation", "invitation", received="2014-04-17"))
    assert step(told, "records-secured").due == dt.date(2014, 4, 22)
    north = with_record(told, record("review", "review", nation="Scotland"))
    assert step(north, "records-secured").due == dt.date(2014, 4, 21)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2080, 1, 1)), st.sampled_from(sorted(every_step())))
def test_date_lies_on_the_right_side_of_its_event(start: dt.date, name: str) -> None:
    each = every_step()[name]
    due = due_after(start, each, WorkingDays())
    assert (due <= start) if each.before else (due >= start)
    assert each.count == 0 or due != start


@given(st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)))
def test_no_date_that_can_be_typed_stops_the_reckoning(start: dt.date) -> None:
    kinds = {"start_event": "date", "decision": "decided_on", "invitation": "received", "extension": "new_date"}
    shown = review(
        *(record(kind, kind, **{field: start.isoformat()}) for kind, field in kinds.items()),
        record("deadline", "TT-01", rule="imr-due", due=start.isoformat()),
    )
    reckoner = Reckoner(shown, TODAY)
    assert len([comes_from(each, reckoner) for each in reckoner.all()]) > 20
    changes(reckoner)


# ---- words
def test_words_say_what_a_date_is_counted_from() -> None:
    assert said(SAMPLE, "review-complete") == "6 months after ‘decision to initiate the review’, 10 March 2014."
    assert said(SAMPLE, "letter") == "1 working day after the decision, 10 March 2014."
    assert said(SAMPLE, "clearance") == "20 working days before the day the report is due, 12 December 2014."
    assert said(SAMPLE, "author-named") == "By the first panel meeting, 2 April 2014."
    assert said(SAMPLE, "review-extended") == "The end agreed with the extension, 27 February 2015."
    assert said(SAMPLE, "records-secured").endswith("one working day is the measure taken here.")


def test_words_say_that_a_date_is_provisional() -> None:
    assert said(SAMPLE, "published").endswith("Provisional: the date it is counted from is not certain yet.")


def test_words_say_what_weekends_and_bank_holidays_do() -> None:
    saturday = with_values(SAMPLE, "start_event", date="2014-04-04")
    assert "It falls on a Saturday; the last working day before it is 3 October 2014." in said(
        with_values(saturday, "start_event", date="2014-04-04"), "review-complete"
    )
    holiday = with_values(SAMPLE, "start_event", date="2014-06-26")
    assert "It falls on a bank holiday; the last working day before it is 24 December 2014." in said(
        holiday, "review-complete"
    )
    easter = with_values(SAMPLE, "decision", decided_on="2014-04-17")
    assert said(easter, "letter").endswith("2 bank holidays are left out.")


def test_words_say_that_a_date_was_moved_on() -> None:
    from imr_desk.guidance.due_dates import Dated

    reckoner = Reckoner(SAMPLE, TODAY)
    at_once = Step("x", "At once", "We", start="decision", unit="working day")
    worked = Worked(at_once, Dated(dt.date(2014, 3, 8), True), dt.date(2014, 3, 10), None, None)
    assert comes_from(worked, reckoner).endswith("Moved on from a Saturday.")


# ---- what would change
def test_new_review_gets_the_dates_that_can_be_worked_out_and_those_the_board_sets() -> None:
    begun = review(
        record("review", "review", agency="cps"),
        record("invitation", "invitation", received="2014-03-12"),
        record("decision", "decision", notified_on="2014-02-11", decided_on="2014-03-10"),
    )
    found = {str(each.values["rule"]): each for each in changes(Reckoner(begun, TODAY))}
    assert found["records-secured"].after == dt.date(2014, 3, 13)
    assert found["chair-decision"].values["actual"] == "2014-03-10"
    assert found["imr-due"].after is None
    assert found["imr-due"].values == {
        "event": "IMR due", "rule": "imr-due", "firmness": "provisional", "marks": "imr due",
    }  # fmt: skip
    assert not {"review-complete", "first-draft", "health-told", "review-extended"} & set(found)
    assert all(each.is_new for each in found.values())


def test_date_worked_out_before_follows_its_event() -> None:
    kept = row(due="2014-09-10", worked_out="2014-09-10", firmness="firm")
    assert change_of(kept, "review-complete") is None
    moved = with_values(kept, "start_event", date="2014-02-11")
    change = change_of(moved, "review-complete")
    assert change is not None
    assert (change.before, change.after) == (dt.date(2014, 9, 10), dt.date(2014, 8, 11))
    assert change.values == {"due": "2014-08-11", "worked_out": "2014-08-11"}


@pytest.mark.parametrize("worked_out", ["2014-09-10", "2014-08-01", None])
def test_date_set_by_hand_is_never_written_over(worked_out: str | None) -> None:
    kept = row(due="2014-09-30", firmness="firm", **({"worked_out": worked_out} if worked_out else {}))
    change = change_of(with_values(kept, "start_event", date="2014-02-11"), "review-complete")
    assert change is not None
    assert change.values == {"worked_out": "2014-08-11"}
    assert change.before == change.after == dt.date(2014, 9, 30)


def test_provisional_date_made_firm_by_the_author_stays() -> None:
    kept = row(due="2014-09-10", worked_out="2014-09-10", firmness="firm")
    ahead = with_values(kept, "start_event", date="2014-04-10")
    change = change_of(ahead, "review-complete", dt.date(2014, 4, 1))
    assert change is not None
    assert change.values == {"worked_out": "2014-10-10"}


def test_empty_date_is_filled_and_becomes_firm_with_its_event() -> None:
    change = change_of(row(), "review-complete")
    assert change is not None
    assert change.values == {"due": "2014-09-10", "worked_out": "2014-09-10", "firmness": "firm"}


def test_date_marked_by_hand_is_taken_for_its_step_and_not_doubled() -> None:
    kept = review(record("deadline", "TT-01", event="Our chronology", due="2014-06-27", marks="chronology due"))
    change = change_of(kept, "chronology-due")
    assert change is not None
    assert (change.record_id, dict(change.values)) == ("TT-01", {"rule": "chronology-due"})


def test_end_of_six_months_follows_its_start() -> None:
    wrong = with_values(SAMPLE, "start_event", six_months_end="2014-09-11")
    first = changes(Reckoner(wrong, TODAY))[0]
    assert (first.kind, first.after) == ("start_event", dt.date(2014, 9, 10))


@given(st.dates(dt.date(2013, 1, 1), dt.date(2015, 12, 31)))
def test_working_out_twice_changes_nothing_the_second_time(start: dt.date) -> None:
    once = with_values(SAMPLE, "start_event", date=start.isoformat())
    for number, change in enumerate(changes(Reckoner(once, TODAY)), 50):
        if change.is_new:
            once = with_record(once, record("deadline", f"TT-{number}", **change.values))
        else:
            once = with_values(once, change.record_id, **change.values)
    assert changes(Reckoner(once, TODAY)) == ()
