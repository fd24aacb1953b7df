"""‘Since you were last here’ in words: a line that says when, and a few short sentences."""

from __future__ import annotations

import datetime as dt

from imr_desk.i18n import tr, trn
from imr_desk.jobs.last_visit import Edits, LastVisit
from imr_desk.review.catalogue import kind_of
from imr_desk.review.dates import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.stages import stage_name
from ui.record_words import shortened, title_of

MOST_STAGES = MOST_DATES = 3
LONGEST_NAME = 60


def since_words(visit: LastVisit, review: Review) -> tuple[str, str]:
    """What stands first, and what follows it; the second is empty where there is nothing more to say."""
    heading = tr("Since you were last here, on {day}").format(day=day_in_words(visit.day))
    sentences = (
        _lost(visit),
        _done(visit.then, review),
        _elsewhere(visit.elsewhere),
        *(_passed(day, record, review) for day, record in visit.passed[:MOST_DATES]),
        _more_dates(len(visit.passed) - MOST_DATES),
    )
    return heading, " ".join(each for each in sentences if each)


def next_words(missing: int) -> str:
    """What there is to do next: the number of places where something is missing that can be put right now."""
    if not missing:
        return tr("Nothing is missing that can be put right now.")
    return trn(
        "{n} thing is missing now; F4 goes to it.", "{n} things are missing now; F4 goes from one to the next.", missing
    )


def _lost(visit: LastVisit) -> str:
    if not visit.lost:
        return ""
    return trn(
        "{n} change that was made here is not in this file: perhaps it is an older copy.",
        "{n} changes that were made here are not in this file: perhaps it is an older copy.",
        visit.lost,
    )


def _done(edits: Edits, review: Review) -> str:
    if not edits.count:
        return ""
    words = trn("That day {n} change was made", "That day {n} changes were made", edits.count)
    where, last = _by_stage(edits), _last(edits, review)
    return "; ".join(part for part in (f"{words}: {where}" if where else words, last) if part) + "."


def _elsewhere(edits: Edits) -> str:
    if not edits.count:
        return ""
    words = trn(
        "{n} change was made with another copy of the program since",
        "{n} changes were made with another copy of the program since",
        edits.count,
    )
    where = _by_stage(edits)
    return (f"{words}: {where}" if where else words) + "."


def _by_stage(edits: Edits) -> str:
    """‘9 in Chronology, 5 in Interviews, 2 elsewhere’: the stages with the most first; together they are all edits."""
    most = sorted(edits.stages, key=lambda pair: (-pair[1], pair[0]))
    named = [tr("{n} in ‘{stage}’").format(n=n, stage=stage_name(stage)) for stage, n in most[:MOST_STAGES]]
    rest = edits.count - sum(n for _, n in most[:MOST_STAGES])
    if named and rest:
        named.append(tr("{n} elsewhere").format(n=rest))
    return ", ".join(named)


def _last(edits: Edits, review: Review) -> str:
    """The record that was touched last, by what it is called where it is still there."""
    if edits.last is None:
        return ""
    kind, record_id = edits.last
    record = review.get(record_id)
    if record is None:
        return ""
    if kind_of(kind).single:
        return tr("the last at ‘{what}’").format(what=tr(kind_of(kind).label))
    return tr("the last at {reference}").format(reference=record.id)


def _passed(day: dt.date, record: Record, review: Review) -> str:
    name = shortened(title_of(record, review), LONGEST_NAME)
    return tr("‘{what}’ was due on {day} and is not done.").format(what=name, day=day_in_words(day))


def _more_dates(more: int) -> str:
    if more <= 0:
        return ""
    return trn("{n} more date has passed.", "{n} more dates have passed.", more)
