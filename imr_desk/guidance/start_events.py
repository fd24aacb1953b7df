"""The events from which the six months can run: the sources differ, so the author chooses (R-195, conflict C-1)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from imr_desk.guidance.timetable import six_months
from imr_desk.i18n import mark, tr
from imr_desk.review.record import Values
from imr_desk.review.review import Review

_EVENTS = (
    (
        "decision.notified_on",
        mark("notification to the board"),
        mark("The North Yorkshire board’s guidance counts from it."),
    ),
    (
        "decision.decided_on",
        mark("decision to hold the review"),
        mark("The Home Office, the table of twenty steps and one passage of the CPS guidance count from it."),
    ),
    ("decision.letter_dated", mark("letter to the agencies"), ""),
    (
        "first-panel",
        mark("first panel meeting"),
        mark("The CPS guidance counts from it where it speaks of the proceedings."),
    ),
)


@dataclass(frozen=True)
class StartEvent:
    """One event that the review records; `who` says whose guidance counts from it."""

    name: str
    day: dt.date
    end: dt.date
    who: str


def start_events(review: Review) -> tuple[StartEvent, ...]:
    """The events that have a date, the earliest first."""
    found = []
    for where, name, who in _EVENTS:
        day = _day(review, where)
        if day is not None:
            found.append(StartEvent(tr(name), day, six_months(day), tr(who)))
    return tuple(sorted(found, key=lambda event: event.day))


def _day(review: Review, where: str) -> dt.date | None:
    kind, _, field = where.partition(".")
    if field:
        return review.one(kind).day(field)
    rows = (row for row in review.all("deadline") if row.text("rule") == where)
    return next((row.day("actual") or row.day("due") for row in rows), None)


def choosing(event: StartEvent, review: Review) -> dict[str, object]:
    """The values of the start event once this one is chosen; the others stay in view beside it.

    What the author wrote of another event stays as it was written.
    """
    kept = review.one("start_event")
    before, chosen = kept.day("date"), kept.text("chosen")
    others = [row for row in kept.rows("alternatives") if row.day("date") != event.day]
    there = {row.day("date") for row in others} | {event.day}
    if before and before not in there:
        others.append(_row(chosen or tr("chosen before"), before))
        there.add(before)
    others += [_row(each.name, each.day) for each in start_events(review) if each.day not in there]
    return {
        "chosen": event.name,
        "date": event.day.isoformat(),
        "six_months_end": event.end.isoformat(),
        "alternatives": tuple(others),
    }


def _row(name: str, day: dt.date) -> Values:
    return Values({"event": name, "date": day.isoformat(), "six_months_end": six_months(day).isoformat()})
