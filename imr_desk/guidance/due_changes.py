"""What working out the dates would change in the timetable of a review. Nothing is changed here.

A date that the author set is never written over: what the guidance gives is kept beside it. A date counts as set by
the author where it is not the one that was worked out before, and where a provisional one was made firm.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from imr_desk.guidance.due_dates import Reckoner, Worked
from imr_desk.guidance.timetable import six_months
from imr_desk.i18n import tr
from imr_desk.review.record import Record


@dataclass(frozen=True)
class Change:
    """New values of one record, or the first values of a new date (`record_id` empty).

    `before` and `after` are the day it is about; they are the same where only something else changes.
    """

    kind: str
    record_id: str
    name: str
    before: dt.date | None
    after: dt.date | None
    values: Mapping[str, object] = field(repr=False)

    @property
    def is_new(self) -> bool:
        """Whether a date comes in."""
        return not self.record_id


def changes(reckoner: Reckoner) -> tuple[Change, ...]:
    """Every change, in the order of the steps; the end of the six months first."""
    found = (_of_start(reckoner), *(_of_step(worked) for worked in reckoner.all()))
    return tuple(change for change in found if change is not None)


def _of_start(reckoner: Reckoner) -> Change | None:
    """The day on which the six months end follows from their start, and can be no other (R-195)."""
    event = reckoner.review.one("start_event")
    start, end = event.day("date"), event.day("six_months_end")
    if start is None or end == six_months(start):
        return None
    values = {"six_months_end": six_months(start).isoformat()}
    return Change("start_event", "start_event", tr("Six months end on"), end, six_months(start), values)


def _of_step(worked: Worked) -> Change | None:
    row, name = worked.row, tr(worked.step.name)
    if row is None:
        values = _first(worked)
        return Change("deadline", "", name, None, worked.due, values) if values else None
    values = _renewed(worked, row)
    before = row.day("due")
    after = worked.due if "due" in values else before
    return Change("deadline", row.id, row.text("event") or name, before, after, values) if values else None


def _first(worked: Worked) -> dict[str, object]:
    """What a new date begins with; nothing where none is to come in."""
    step = worked.step
    if not step.own or (worked.due is None and (step.start or step.needed)):
        return {}
    found = {
        "event": tr(step.name),
        "rule": step.id,
        "due": _iso(worked.due),
        "worked_out": _iso(worked.due),
        "firmness": "firm" if worked.firm else "provisional",
        "marks": step.marks,
        "actual": _iso(worked.done),
    }
    return {name: value for name, value in found.items() if value}


def _renewed(worked: Worked, row: Record) -> dict[str, object]:
    """What changes in a date that is there."""
    found: dict[str, object] = {}
    if not row.text("rule"):
        found["rule"] = worked.step.id
    if worked.due is not None and row.day("worked_out") != worked.due:
        found["worked_out"] = _iso(worked.due)
    if worked.due is not None and not set_by_hand(row, firm=worked.firm):
        if row.day("due") != worked.due:
            found["due"] = _iso(worked.due)
        firmness = "firm" if worked.firm else "provisional"
        if row.text("firmness") != firmness:
            found["firmness"] = firmness
    if worked.done is not None and row.day("actual") is None:
        found["actual"] = _iso(worked.done)
    return found


def set_by_hand(row: Record, *, firm: bool) -> bool:
    """Whether the author set the date; `firm` is whether it is certain by what it is counted from."""
    due = row.day("due")
    if due is None:
        return False
    return due != row.day("worked_out") or (row.text("firmness") == "firm" and not firm)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
