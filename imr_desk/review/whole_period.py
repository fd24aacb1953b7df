"""The whole chronology at a glance: how many entries in each stretch of time, where none are, what stands out.

Pure figures; a page paints them, a report prints them. Dates are days; a date that is a range counts at its first day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from imr_desk.i18n import tr, trn
from imr_desk.review.gaps import SECOND_LOOK, Gap, gaps_over
from imr_desk.review.known_date import day_in_words, month_end, month_name
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

MOST_STEPS = 120
"""No more bars than this: a longer time has longer steps."""
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 1200)
"""Months in a step."""


@dataclass(frozen=True)
class Step:
    """A stretch of whole months: its first and last day, how many entries begin in it, and the first of them."""

    first: dt.date
    last: dt.date
    count: int
    entry: RecordId


@dataclass(frozen=True)
class Event:
    """An entry at its place in time: from the first to the last day it can have been."""

    first: dt.date
    last: dt.date
    entry: RecordId


@dataclass(frozen=True)
class Lane:
    """A question of the terms of reference and the entries that bear on it."""

    question: RecordId
    number: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class WholePeriod:
    """All of it. `start` and `cut_off` are those of the period under review, where they are set.

    `ends` are the entries between which the gaps lie.
    """

    first: dt.date
    last: dt.date
    start: dt.date | None
    cut_off: dt.date | None
    months: int
    steps: tuple[Step, ...]
    gaps: tuple[Gap, ...]
    ends: tuple[Event, ...]
    significant: tuple[Event, ...]
    lanes: tuple[Lane, ...]
    undated: int

    @property
    def count(self) -> int:
        """How many entries have a place in time."""
        return sum(step.count for step in self.steps)

    def part(self, day: dt.date) -> float:
        """Where a day lies between the first and the last: 0 to 1."""
        return (day - self.first).days / max(1, (self.last - self.first).days)


def whole_period(review: Review, entries: tuple[Record, ...] | None = None) -> WholePeriod | None:
    """The picture of a review’s chronology, or of some of its entries; None where none of them has a date."""
    chosen = review.all("entry") if entries is None else entries
    events = [event for entry in chosen if (event := _event(entry)) is not None]
    if not events:
        return None
    period = review.one("period")
    start, cut_off = period.day("start"), period.day("cut_off")
    first = min([event.first for event in events] + ([start] if start else []))
    latest = max([event.last for event in events] + ([cut_off] if cut_off else []))
    last = month_end(latest.year, latest.month)
    months = _months_in_step(first, last)
    beginning = _beginning(first, months)
    known = {event.entry: event for event in events}
    gaps = gaps_over(review, SECOND_LOOK) if entries is None else ()
    return WholePeriod(
        beginning,
        last,
        start,
        cut_off,
        months,
        _steps(events, beginning, last, months),
        gaps,
        tuple(known[entry] for gap in gaps for entry in (gap.after, gap.before)),
        tuple(known[entry.id] for entry in chosen if entry.flag("significant") and entry.id in known),
        tuple(_lane(question, chosen, known) for question in review.all("question")),
        len(chosen) - len(events),
    )


def _event(entry: Record) -> Event | None:
    known = entry.known("date")
    if known is None:
        return None
    first, last = known.earliest or known.latest, known.latest or known.earliest
    return Event(first, last, entry.id) if first is not None and last is not None else None


def _lane(question: Record, chosen: Iterable[Record], known: dict[RecordId, Event]) -> Lane:
    events = tuple(
        known[entry.id]
        for entry in chosen
        if entry.held("questions") and question.id in entry.links("questions") and entry.id in known
    )
    return Lane(question.id, question.text("number") or question.id, events)


def _months_in_step(first: dt.date, last: dt.date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return next((step for step in _STEPS if months <= step * MOST_STEPS), _STEPS[-1])


def _beginning(first: dt.date, months: int) -> dt.date:
    """Where the first step begins: with a quarter, a half year or a January, as long as the steps are."""
    return dt.date(first.year, (first.month - 1) // min(months, 12) * min(months, 12) + 1, 1)


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _steps(events: list[Event], beginning: dt.date, last: dt.date, months: int) -> tuple[Step, ...]:
    origin = _month(beginning)
    counts: dict[int, int] = {}
    earliest: dict[int, RecordId] = {}
    for event in events:
        at = (_month(event.first) - origin) // months
        counts[at] = counts.get(at, 0) + 1
        earliest.setdefault(at, event.entry)
    return tuple(
        Step(_first_day(origin + at * months), _day_before(origin + (at + 1) * months), counts.get(at, 0), entry)
        for at in range((_month(last) - origin) // months + 1)
        for entry in (earliest.get(at, RecordId("")),)
    )


def _first_day(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)


def _day_before(month: int) -> dt.date:
    return dt.date.max if month >= _month(dt.date.max) + 1 else _first_day(month) - dt.timedelta(days=1)


_YEARS_AT_LEAST = 2
"""Where a picture has fewer years than this from its first to its last, its axis shows months."""


def ticks(whole: WholePeriod) -> list[tuple[dt.date, str]]:
    """Days with what is written under them: the years, and in a short time the months. The first may lie before it."""
    first, last = whole.first, whole.last
    if last.year - first.year >= _YEARS_AT_LEAST:
        return [(dt.date(year, 1, 1), str(year)) for year in range(first.year, last.year + 1)]
    months = range(_month(first), _month(last) + 1)
    return [(_first_day(month), f"{month % 12 + 1:02d}/{month // 12}") for month in months]


def step_in_words(step: Step) -> str:
    """A step of time: ‘March 2013’, ‘January to March 2013’, ‘2013’, ‘2010 to 2014’."""
    first, last = step.first, step.last
    if (first.month, last.month) == (1, 12):
        years = (str(first.year), str(last.year))
        return years[0] if first.year == last.year else tr("{start} to {end}").format(start=years[0], end=years[1])
    if first.month == last.month and first.year == last.year:
        return f"{month_name(first.month)} {first.year}"
    return tr("{start} to {end}").format(start=month_name(first.month), end=f"{month_name(last.month)} {last.year}")


_NAMED = 12
"""No more than so many entries and gaps are named one by one in the description."""


def described(whole: WholePeriod) -> str:
    """The picture in words, for whoever does not see it: by codes and dates alone, as the picture itself."""
    busiest = max(whole.steps, key=lambda step: step.count)
    sentences = [
        tr("From {first} to {last}.").format(first=day_in_words(whole.first), last=day_in_words(whole.last)),
        trn("{n} entry has a date.", "{n} entries have a date.", whole.count),
        tr("Most of them in one stretch: {count}, in {step}.").format(count=busiest.count, step=step_in_words(busiest)),
        _gaps_said(whole),
        _significant_said(whole),
        *(_lane_said(lane) for lane in whole.lanes),
    ]
    if whole.undated:
        sentences.append(_undated_said(whole.undated))
    return " ".join(sentence for sentence in sentences if sentence)


def _undated_said(count: int) -> str:
    return trn("{n} entry has no date and is not shown.", "{n} entries have no date and are not shown.", count)


def _gaps_said(whole: WholePeriod) -> str:
    if not whole.gaps:
        return tr("No stretch of more than {days} days is without an entry.").format(days=SECOND_LOOK)
    each = tr("{days} days between {after} and {before}")
    said = [each.format(days=gap.days, after=gap.after, before=gap.before) for gap in whole.gaps]
    return tr("Without an entry for more than {days} days: {gaps}.").format(days=SECOND_LOOK, gaps=_listed(said))


def _significant_said(whole: WholePeriod) -> str:
    if not whole.significant:
        return ""
    said = [
        tr("{entry} on {day}").format(entry=event.entry, day=day_in_words(event.first))
        if event.first == event.last
        else tr("{entry} between {first} and {last}").format(
            entry=event.entry, first=day_in_words(event.first), last=day_in_words(event.last)
        )
        for event in whole.significant
    ]
    return tr("Marked as significant: {events}.").format(events=_listed(said))


def _lane_said(lane: Lane) -> str:
    if not lane.events:
        return tr("No entry bears on question {number}.").format(number=lane.number)
    many = trn("{n} entry", "{n} entries", len(lane.events))
    first, last = (day_in_words(lane.events[at].first) for at in (0, -1))
    return tr("Question {number}: {entries}, from {first} to {last}.").format(
        number=lane.number, entries=many, first=first, last=last
    )


def _listed(said: list[str]) -> str:
    more = len(said) - _NAMED
    if more <= 0:
        return "; ".join(said)
    return "; ".join([*said[:_NAMED], trn("and {n} more", "and {n} more", more)])
