"""Setting up: kind and form of review, ownership, period, template, purpose, and the dates it runs to."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks
from imr_desk.guidance.timetable import six_months
from imr_desk.i18n import mark, tr
from imr_desk.review.dates import day_in_words


@check("R-001", reads=("review",))
def kind_of_review(facts: Facts) -> Iterator[Place]:
    """Kind of review and who it is about."""
    yield from blanks(
        facts.review.one("review"),
        {
            "review_type": mark("The kind of review is not chosen."),
            "subject_kind": mark("It is not said whether the review is about a child or an adult."),
        },
    )


@check("R-005", reads=("review",))
def form_of_review(facts: Facts) -> Iterator[Place]:
    """The form the board chose; the smaller forms carry the same duties."""
    yield from blanks(
        facts.review.one("review"), {"review_form": mark("The form of review that the board chose is not recorded.")}
    )


@check("R-010", reads=("opening",))
def purpose(facts: Facts) -> Iterator[Place]:
    """A paragraph on the purpose."""
    yield from blanks(facts.review.one("opening"), {"purpose": mark("The purpose of the review is not written yet.")})


@check("R-023", reads=("ownership", "interview"))
def ownership(facts: Facts) -> Iterator[Place]:
    """Three answers, dated before the first interview."""
    owner = facts.review.one("ownership")
    yield from blanks(
        owner,
        {
            "owner": mark("It is not said who owns the report."),
            "qa_route": mark("It is not said how the quality of the report is assured."),
            "final_text_agreed_by": mark("It is not said who agrees the final text."),
            "answered_on": mark("These three answers have no date."),
        },
    )
    answered = owner.day("answered_on")
    first = min((day for each in facts.review.all("interview") if (day := each.day("held_on"))), default=None)
    if answered and first and answered >= first:
        words = tr("These answers are dated {answered}; the first interview was held on {first}.")
        words = words.format(answered=day_in_words(answered), first=day_in_words(first))
        yield Place.at(owner, "answered_on", words)


@check("R-025", reads=("period",))
def period(facts: Facts) -> Iterator[Place]:
    """First day and cut-off, in that order."""
    about = facts.review.one("period")
    yield from blanks(
        about,
        {
            "start": mark("The first day of the period under review is not set."),
            "cut_off": mark("The cut-off date is not set."),
        },
    )
    start, end = about.day("start"), about.day("cut_off")
    if start and end and end < start:
        yield Place.at(about, "cut_off", tr("The cut-off date comes before the first day of the period."))


@check("R-029", reads=("review",))
def template(facts: Facts) -> Iterator[Place]:
    """Template, and where it was agreed."""
    yield from blanks(
        facts.review.one("review"),
        {
            "template": mark("The template of the report is not chosen."),
            "template_source": mark("It is not said where the template was agreed."),
        },
    )


@check("R-195", reads=("start_event",))
def six_months_end(facts: Facts) -> Iterator[Place]:
    """The event the six months run from, and the date on which they end."""
    event = facts.review.one("start_event")
    yield from blanks(
        event,
        {
            "chosen": mark("The event from which the six months run is not chosen."),
            "date": mark("The date of that event is not set."),
            "six_months_end": mark("The date on which the six months end is not set."),
        },
    )
    start, end = event.day("date"), event.day("six_months_end")
    if start and end and end != six_months(start):
        words = tr("Six months from {start} end on {right}, not on {end}.")
        dates = {"start": day_in_words(start), "right": day_in_words(six_months(start)), "end": day_in_words(end)}
        yield Place.at(event, "six_months_end", words.format(**dates))


@check("R-197", reads=("deadline",))
def firm_dates(facts: Facts) -> Iterator[Place]:
    """A firm date for the chronology and one for the report."""
    wanted = {
        "chronology due": mark("The timetable has no date for the chronology."),
        "imr due": mark("The timetable has no date for the report."),
    }
    for marks, words in wanted.items():
        rows = [row for row in facts.review.all("deadline") if row.text("marks") == marks]
        if not rows:
            yield Place.without("deadline", "marks", tr(words))
        for row in rows:
            yield from blanks(row, {"due": mark("This date is not set.")})
            if row.text("firmness") != "firm":
                yield Place.at(row, "firmness", tr("This date is not firm yet."))
