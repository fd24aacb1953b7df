"""Due dates worked out from the events a review records (R-195, R-197, R-198).

The sources say nothing of days on which nobody works. Here a period in working days ends on a working day; one in
months, weeks or days keeps its date, since moving it on would make it later than the guidance allows.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from imr_desk.guidance.steps import Event, Step, every_event, every_step, steps_for
from imr_desk.guidance.timetable import months_after
from imr_desk.guidance.working_days import WorkingDays
from imr_desk.review.record import Record
from imr_desk.review.review import Review

COUNTED = range(1000, 9990)
"""The years in which dates are worked out; one beyond them is a slip of the pen."""


class Dated(NamedTuple):
    """The date of an event, and whether it is certain: it has happened, or was agreed."""

    day: dt.date
    firm: bool


@dataclass(frozen=True)
class Worked:
    """One step as it stands. `due` is None while its event has no date, and where the board sets it (no `step.start`).

    `row` is the date of the timetable kept for it; `done` is when it was done, as told elsewhere in the review.
    """

    step: Step
    start: Dated | None
    due: dt.date | None
    row: Record | None
    done: dt.date | None

    @property
    def firm(self) -> bool:
        """Whether the date it is counted from is certain."""
        return self.start is not None and self.start.firm


class Reckoner:
    """Works out the dates of one review as of one day. Each date is worked out once."""

    def __init__(self, review: Review, today: dt.date) -> None:
        about = review.one("review")
        self.review, self.today = review, today
        self.days = WorkingDays(about.text("nation"))
        self.steps = steps_for(about.text("review_type"), about.text("agency"))
        self._rows = rows_of(review)
        self._worked: dict[str, Worked] = {}

    def all(self) -> tuple[Worked, ...]:
        """Every step asked of this review, in the order in which they usually come."""
        return tuple(self.worked(step) for step in self.steps)

    def worked(self, step: Step) -> Worked:
        """One step."""
        if step.id not in self._worked:
            start = self.date_of(every_event()[step.start]) if step.start else None
            due = due_after(start.day, step, self.days) if start and start.day.year in COUNTED else None
            done = next((day for name in step.done if (day := self._day(name))), None)
            self._worked[step.id] = Worked(step, start, due, self._rows.get(step.id), done)
        return self._worked[step.id]

    def date_of(self, event: Event) -> Dated | None:
        """When an event was or is expected to be; None where nothing says so."""
        for name in event.known:
            if day := self._day(name):
                agreed = bool(event.agreed) and self._day(event.agreed) is not None
                return Dated(day, agreed if event.agreed else day <= self.today)
        rows = [row for name in event.steps if (row := self._rows.get(name))]
        if not event.by_due and (actual := next((day for row in rows if (day := row.day("actual"))), None)):
            return Dated(actual, True)
        for name in event.expected:
            if day := self._day(name):
                return Dated(day, False)
        return next((found for name in event.steps if (found := self._of_step(name))), None)

    def _of_step(self, name: str) -> Dated | None:
        """The date that stands for a step in the timetable, or else the one worked out for it.

        It is certain only where somebody fixed it: that a period ends on a day does not make the event happen then.
        """
        row, step = self._rows.get(name), every_step()[name]
        if row is not None and (due := row.day("due")):
            return Dated(due, row.text("firmness") == "firm" and not step.start)
        due = self.worked(step).due if step.start else None
        return Dated(due, False) if due else None

    def _day(self, name: str) -> dt.date | None:
        kind, _, field = name.partition(".")
        return self.review.one(kind).day(field)


def due_after(start: dt.date, step: Step, days: WorkingDays) -> dt.date:
    """The date of a step whose event is on `start`."""
    count = -step.count if step.before else step.count
    if step.unit == "working day":
        return days.count(start, count)
    if step.unit == "month":
        return months_after(start, count)
    return start + dt.timedelta(days=count * (7 if step.unit == "week" else 1))


def rows_of(review: Review) -> dict[str, Record]:
    """The date of the timetable that stands for each step: the one that names it, or that is marked as it."""
    rows = review.all("deadline")
    named = {row.text("rule"): row for row in reversed(rows) if row.text("rule")}
    marked = {row.text("marks"): row for row in reversed(rows) if row.text("marks") and not row.text("rule")}
    for step in every_step().values():
        if step.marks in marked and step.id not in named:
            named[step.id] = marked[step.marks]
    return named
