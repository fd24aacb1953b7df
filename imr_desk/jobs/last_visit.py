"""Since you were last here: what was done on the last day of work, and what has come about since. Never a word of it.

It is told from the history in the file. Nobody signs in to a review, so it says what was done and not by whom; only
changes made with another copy of the program are told apart, by the line that stood last when this one closed the file.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.past import PastEdit
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.session import Session

LOOKED_AT = 2000
"""Lines of the history that are looked at: more than anybody makes in a day by hand."""


@dataclass(frozen=True)
class Edits:
    """How many edits there were, by stage (1 to 10, in that order), and the record (kind, id) touched last, if any.

    An edit that touched several stages counts once, in that of the record named last; one that touched no record, such
    as registering a name, in none.
    """

    count: int
    stages: tuple[tuple[int, int], ...]
    last: tuple[str, str] | None


@dataclass(frozen=True)
class LastVisit:
    """The last day of work before today, in the zone of the clock.

    `then` is what was done on it; `elsewhere` what another copy of the program did since; `lost` how many edits the
    file had when it was closed here and has not now; `passed` are the dates of the timetable that went by since and are
    not done yet, each with its day.
    """

    day: dt.date
    then: Edits
    elsewhere: Edits
    lost: int
    passed: tuple[tuple[dt.date, Record], ...]


def last_visit(session: Session, seen: int = 0) -> LastVisit | None:
    """What to say on opening; None where the review is new, or was worked on today by this program alone.

    `seen` is the number of the line that stood last when this program closed the file; 0 where that is not known.
    """
    now = session.clock()
    lines = session.past(most=LOOKED_AT)
    if not lines:
        return None
    ours = tuple(line for line in lines if not seen or line.number <= seen)
    foreign = tuple(line for line in lines if seen and line.number > seen)
    lost = max(0, seen - lines[0].number)
    day = _day(ours[0] if ours else lines[-1], now.tzinfo)
    if day >= now.date() and not foreign and not lost:
        return None
    then = tuple(line for line in ours if _day(line, now.tzinfo) == day)
    return LastVisit(day, _edits(then), _edits(foreign), lost, _passed(session.review, day, now.date()))


def _day(line: PastEdit, zone: dt.tzinfo | None) -> dt.date:
    return dt.datetime.fromisoformat(line.at).astimezone(zone).date()


def _edits(lines: tuple[PastEdit, ...]) -> Edits:
    """Lines, the newest first, by stage."""
    touched = [known[-1] for line in lines if (known := _known(line))]
    stages = Counter(kind_of(kind).stage for kind, _ in touched)
    return Edits(len(lines), tuple(sorted(stages.items())), touched[0] if touched else None)


def _known(line: PastEdit) -> tuple[tuple[str, str], ...]:
    """The records of a line whose kind this version of the program knows."""
    return tuple(pair for pair in line.records if pair[0] in KINDS)


def _passed(review: Review, since: dt.date, today: dt.date) -> tuple[tuple[dt.date, Record], ...]:
    """Dates of the timetable that went by from `since` until yesterday and are not done, the earliest first."""
    found = [
        (due, record)
        for record in review.all("deadline")
        if (due := record.day("due")) and since <= due < today and record.day("actual") is None
    ]
    return tuple(sorted(found, key=lambda pair: pair[0]))
