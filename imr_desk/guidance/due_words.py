"""Where a due date comes from, in words; and how near it is."""

from __future__ import annotations

import datetime as dt

from imr_desk.guidance.due_dates import Reckoner, Worked
from imr_desk.guidance.steps import Event, every_event
from imr_desk.guidance.working_days import SATURDAY
from imr_desk.i18n import mark, tr, trn
from imr_desk.review.known_date import day_in_words

WEEKDAYS = tuple(mark(name) for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"))


def comes_from(worked: Worked, reckoner: Reckoner) -> str:
    """What a date is counted from: ‘6 months after the decision, 10 March 2014. …’; or what it waits for."""
    step = worked.step
    if not step.start:
        return tr("The board sets this date.")
    event = event_words(every_event()[step.start], reckoner)
    if worked.start is None or worked.due is None:
        return tr("Waits for the date of {event}.").format(event=event)
    said = {"event": event, "day": day_in_words(worked.start.day), "span": _span(step.count, step.unit)}
    if not step.count:
        shape = tr("By {event}, {day}.") if step.before else tr("{event}, {day}.")
        said["event"] = said["event"] if step.before else event[:1].upper() + event[1:]
    else:
        shape = tr("{span} before {event}, {day}.") if step.before else tr("{span} after {event}, {day}.")
    parts = [shape.format(**said), _of_days_off(worked, reckoner)]
    if step.ours:
        parts.append(tr("The guidance says at once; one working day is the measure taken here."))
    if not worked.firm:
        parts.append(tr("Provisional: the date it is counted from is not certain yet."))
    return " ".join(part for part in parts if part)


def event_words(event: Event, reckoner: Reckoner) -> str:
    """What a sentence calls an event: by the name the review gives it, where it does."""
    kind, _, field = event.named.partition(".")
    named = " ".join(reckoner.review.one(kind).text(field).split()) if kind else ""
    return tr("‘{event}’").format(event=named) if named else tr(event.words)


def _span(count: int, unit: str) -> str:
    spans = {
        "month": lambda: trn("{n} month", "{n} months", count),
        "week": lambda: trn("{n} week", "{n} weeks", count),
        "day": lambda: trn("{n} day", "{n} days", count),
        "working day": lambda: trn("{n} working day", "{n} working days", count),
    }
    return spans[unit]()


def _of_days_off(worked: Worked, reckoner: Reckoner) -> str:
    """What weekends and bank holidays did to the date."""
    start, due, days = worked.start, worked.due, reckoner.days
    if start is None or due is None:
        return ""
    if worked.step.unit == "working day":
        if not worked.step.count:
            return "" if due == start.day else tr("Moved on from {day}.").format(day=day_off(start.day, reckoner))
        off = days.holidays_between(start.day, due)
        return trn("{n} bank holiday is left out.", "{n} bank holidays are left out.", len(off)) if off else ""
    if days.is_working(due):
        return ""
    words = tr("It falls on {day}; the last working day before it is {before}.")
    return words.format(day=day_off(due, reckoner), before=day_in_words(days.on_or_before(due)))


def day_off(day: dt.date, reckoner: Reckoner) -> str:
    """Why nobody works on a day: ‘a Saturday’, ‘a bank holiday’."""
    if day.weekday() < SATURDAY and reckoner.days.is_bank_holiday(day):
        return tr("a bank holiday")
    return tr("a {weekday}").format(weekday=tr(WEEKDAYS[day.weekday()]))
