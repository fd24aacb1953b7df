"""What the page says of working out the dates, in words. Importing it imports what reckons them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from imr_desk.guidance.due_changes import Change, changes
from imr_desk.guidance.due_dates import Reckoner, Worked
from imr_desk.guidance.due_words import comes_from, event_words
from imr_desk.guidance.facts import Place
from imr_desk.guidance.steps import Event, every_event
from imr_desk.guidance.working_days import USUAL_NATION, bank_holidays
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review

MOST_LINES = 6
HERE = 1
"""The stage of the page this is said on."""


class Waiting(NamedTuple):
    """An event without a date: what it is called, where it is recorded, and the steps that wait for it."""

    event: str
    place: Place
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Sums:
    """What would change and how that is said; `sources` says by reference what a kept date comes from.

    `waiting` are the events that have no date yet, each with how many steps wait for it and where it is recorded.
    """

    changes: tuple[Change, ...]
    heading: str
    lines: tuple[str, ...]
    waiting: tuple[Waiting, ...]
    others: tuple[str, ...]
    sources: Mapping[str, str]


def get_ready() -> None:
    """Read the bank holidays for the first time, which takes a moment. For a worker thread."""
    bank_holidays(USUAL_NATION, dt.date.today().year)


def sums_of(review: Review, today: dt.date) -> Sums:
    """How the dates of a review work out as of a day."""
    reckoner = Reckoner(review, today)
    every, found = reckoner.all(), changes(reckoner)
    said = {each.step.id: comes_from(each, reckoner) for each in every}
    dated = [each for each in found if each.after or not each.is_new]
    shown = dated[:MOST_LINES] if len(dated) > MOST_LINES + 1 else dated
    lines = [_line(each, said) for each in shown]
    if len(dated) > len(shown):
        lines.append(tr("… and {n} more.").format(n=len(dated) - len(shown)))
    if undated := [each.name for each in found if each not in dated]:
        lines.append(tr("Without a date, since the board sets it: {what}.").format(what="; ".join(undated)))
    return Sums(
        found,
        _heading(found),
        tuple(lines),
        _waiting(every, reckoner),
        tuple(_other(each, said) for each in every if not each.step.own and each.row is None and each.due),
        {each.row.id: said[each.step.id] for each in every if each.row is not None and each.step.start},
    )


def _heading(found: tuple[Change, ...]) -> str:
    new, moved = sum(each.is_new for each in found), sum(not each.is_new for each in found)
    parts = []
    if new:
        parts.append(trn("{n} date would be added.", "{n} dates would be added.", new))
    if moved:
        parts.append(trn("{n} date would change.", "{n} dates would change.", moved))
    return " ".join(parts) or tr("The dates are worked out; nothing would change.")


def _line(change: Change, said: Mapping[str, str]) -> str:
    before, after = (day_in_words(day) if day else "" for day in (change.before, change.after))
    if change.is_new:
        source = said[str(change.values["rule"])]
        return tr("{what}: {day}. {source}").format(what=change.name, day=after, source=source)
    if before != after:
        shape = tr("{what}: {after} in place of {before}.") if before else tr("{what}: {after}.")
        return shape.format(what=change.name, before=before, after=after)
    given = str(change.values.get("worked_out", ""))
    if given:
        words = tr("{what}: your date stays; beside it stands {day}, which the guidance gives.")
        return words.format(what=change.name, day=day_in_words(dt.date.fromisoformat(given)))
    return tr("{what}: the date stays.").format(what=change.name)


def _waiting(every: tuple[Worked, ...], reckoner: Reckoner) -> tuple[Waiting, ...]:
    """The events that steps wait for and that are recorded on this page, in the order of the steps."""
    waits: dict[str, list[str]] = {}
    for each in every:
        step = each.step
        if step.own and step.start and not step.needed and each.due is None and each.row is None:
            waits.setdefault(step.start, []).append(tr(step.name))
    events = every_event()
    found = (
        Waiting(event_words(events[name], reckoner), _place(events[name], reckoner), tuple(steps))
        for name, steps in waits.items()
    )
    return tuple(each for each in found if kind_of(each.place.kind).stage == HERE and each.place.kind != "extension")


def _place(event: Event, reckoner: Reckoner) -> Place:
    """Where the date of an event is recorded: a field, or the date of the timetable that stands for it."""
    if event.steps and not event.known:
        row = next((each.row for each in reckoner.all() if each.step.id in event.steps and each.row), None)
        return Place("deadline", row.id if row else "", "due" if row else "", "")
    kind, _, field = (*event.known, *event.expected, "deadline.due")[0].partition(".")
    return Place(kind, kind, field, "")


def _other(worked: Worked, said: Mapping[str, str]) -> str:
    due = day_in_words(worked.due) if worked.due else ""
    words = tr("{day}: {what} ({who}). {source}")
    step = worked.step
    return words.format(day=due, what=tr(step.name), who=tr(step.who), source=said[step.id])
