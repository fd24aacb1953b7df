"""The picture of the whole period as rows of things to go to: bars and gaps, what is significant, each question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.whole_period import Event, WholePeriod, step_in_words

Say = Callable[[str], str]
"""What happened, in a few words, by the reference of an entry."""


@dataclass(frozen=True)
class Stop:
    """One thing in the picture: its first and last day, the entry it leads to, and what is said of it.

    `count` is the height of a bar; 0 for a gap and for an event.
    """

    first: dt.date
    last: dt.date
    entry: str
    words: str
    count: int = 0
    gap: bool = False


@dataclass(frozen=True)
class PeriodRow:
    """A row of the picture: its name and its stops in the order of time. The first row holds the bars and gaps."""

    name: str
    stops: tuple[Stop, ...]
    significant: bool = False


def period_rows(whole: WholePeriod, say: Say) -> tuple[PeriodRow, ...]:
    """The rows of a picture, from top to bottom. A row of events is left out where nothing is marked as significant."""
    rows = [PeriodRow(tr("Entries"), _bars_and_gaps(whole))]
    if whole.significant:
        rows.append(PeriodRow(tr("Significant"), _events(whole.significant, say), significant=True))
    for lane in whole.lanes:
        rows.append(PeriodRow(tr("Question {number}").format(number=lane.number), _events(lane.events, say)))
    return tuple(rows)


def _bars_and_gaps(whole: WholePeriod) -> tuple[Stop, ...]:
    bars = [
        Stop(
            step.first, min(step.last, whole.last), step.entry, _bar_words(step_in_words(step), step.count), step.count
        )
        for step in whole.steps
        if step.count
    ]
    ends = {event.entry: event for event in whole.ends}
    gaps = [
        Stop(
            ends[gap.after].last,
            ends[gap.before].first,
            gap.after,
            trn("{n} day without an entry", "{n} days without an entry", gap.days)
            + ": "
            + tr("from {after} to {before}").format(after=gap.after, before=gap.before),
            gap=True,
        )
        for gap in whole.gaps
    ]
    return tuple(sorted([*bars, *gaps], key=lambda stop: (stop.first, stop.gap)))


def _bar_words(when: str, count: int) -> str:
    return f"{when}: {trn('{n} entry', '{n} entries', count)}"


def _events(events: tuple[Event, ...], say: Say) -> tuple[Stop, ...]:
    """One stop for each day that something begins on: of many entries of a day, the first is led to."""
    by_day: dict[tuple[dt.date, dt.date], list[Event]] = {}
    for event in events:
        by_day.setdefault((event.first, event.last), []).append(event)
    return tuple(_stop(first, last, among, say) for (first, last), among in sorted(by_day.items()))


def _stop(first: dt.date, last: dt.date, among: list[Event], say: Say) -> Stop:
    when = day_in_words(first)
    if first != last:
        when = tr("between {first} and {last}").format(first=when, last=day_in_words(last))
    entry = among[0].entry
    if len(among) > 1:
        return Stop(first, last, entry, _bar_words(when, len(among)))
    return Stop(first, last, entry, f"{when}, {entry}: {say(entry)}")
