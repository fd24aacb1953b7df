"""Making a sample review longer: plausible chronology entries for trying the program with a long case.

The entries are put together from a stock of phrases by a random number generator with a fixed seed: the same call
gives the same entries on every computer.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import KnownDate, month_end
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.sample import phrases
from imr_desk.sample.pools import Pools

PRACTICE = ("not applicable", "not applicable", "met", "met", "met", "partly met", "not met")
KNOWLEDGE = ("first-hand", "first-hand", "first-hand", "second-hand", "second-hand", "opinion")


def grown(records: Iterable[Record], count: int, seed: int = 1) -> tuple[Record, ...]:
    """The records with as many further chronology entries as make `count` in all; as they are where there are enough.

    Ids go on from the last one and from CE-101 at the least. The dates lie in the period under review, staff are named
    only while they were involved, policies only while in force, and every source has a page of its own. ValueError
    where the records hold no period under review.
    """
    kept = tuple(records)
    entries = [record for record in kept if record.kind == "entry"]
    missing = count - len(entries)
    if missing <= 0:
        return kept
    first = max(100, *(_number(entry.id) for entry in entries), 0) + 1
    position = max((entry.position for entry in entries), default=-1) + 1
    writer = _Writer(Pools.of(kept), random.Random(seed))  # noqa: S311 - for variety; nothing secret hangs on it
    dated = kind_of("entry").dated
    return kept + tuple(
        Record("entry", RecordId(f"CE-{first + at:03d}"), position + at, writer.values(), dated=dated)
        for at in range(missing)
    )


def _number(entry_id: str) -> int:
    digits = entry_id.rpartition("-")[2]
    return int(digits) if digits.isdigit() else 0


class _Writer:
    """Writes one entry after the other."""

    def __init__(self, pools: Pools, chance: random.Random) -> None:
        self._pools = pools
        self._chance = chance
        self._page = 0

    def values(self) -> dict[str, Value]:
        """The fields of one more entry; those that hold nothing are left out."""
        pools, chance = self._pools, self._chance
        known, day = self._date()
        staff = chance.choice(pools.staff_on(day) or ("",)) if chance.random() < 0.75 else ""
        subject, child = chance.choice(pools.adults), chance.choice(pools.children_on(day))
        values: dict[str, Value] = {
            "date": known,
            "sources": pools.source(chance, self._next_page()),
            "case": chance.choice(pools.cases_on(day) or ("",)),
            "concerns": tuple(dict.fromkeys((subject, child))) if chance.random() < 0.5 else (subject,),
            "staff": (staff,) if staff else (),
            "event": self._event(staff, subject, child),
            "action_outcome": chance.choice(phrases.OUTCOMES),
            "comment": chance.choice(phrases.COMMENTS),
            "expected_practice_met": chance.choice(PRACTICE) if staff else "not applicable",
            "knowledge": chance.choice(KNOWLEDGE),
            "questions": self._questions(),
            "significant": True if chance.random() < 0.06 else None,
        }
        if staff and chance.random() < 0.45:
            decision, basis = chance.choice(phrases.DECISIONS)
            values |= {"decision": decision, "decision_by": staff, "basis": basis}
            values["policies"] = tuple(chance.sample(pools.policies_on(day), min(1, len(pools.policies_on(day)))))
        if pools.home_office:
            values["child_considered"] = chance.choice(phrases.CHILD_CONSIDERED)
        if chance.random() < 0.06:
            values["learned_on"] = _learned(day + dt.timedelta(days=chance.randint(10, 200)), chance.random())
            values["learned_how"] = chance.choice(phrases.LEARNED_HOW)
        return {name: value for name, value in values.items() if value not in (None, "", ())}

    def _questions(self) -> tuple[str, ...]:
        questions = self._pools.questions
        return tuple(sorted(self._chance.sample(questions, min(len(questions), self._chance.choice((1, 2))))))

    def _next_page(self) -> int:
        self._page += 1
        return self._page

    def _event(self, staff: str, subject: str, child: str) -> str:
        pools, chance = self._pools, self._chance
        opening = chance.choice(pools.openings if staff else phrases.WITHOUT_STAFF)
        sentences = (opening, chance.choice(phrases.MIDDLES), chance.choice(phrases.ENDS))
        return " ".join(each for each in sentences if each).format(
            staff=pools.code(staff),
            other=chance.choice(pools.others),
            subject=pools.code(subject),
            child=pools.code(child),
        )

    def _date(self) -> tuple[KnownDate, dt.date]:
        """A date in the period, known with one precision or another, and its first day."""
        chance, pools = self._chance, self._pools
        day = pools.start + dt.timedelta(days=chance.randrange((pools.end - pools.start).days + 1))
        month = phrases.MONTHS[day.month - 1]
        words = f"{day.day} {month} {day.year}"
        draw = chance.random()
        if draw < 0.66:
            return KnownDate(day.isoformat(), words), day
        if draw < 0.88:
            time = f"{chance.randint(8, 17):02d}:{chance.randrange(0, 60, 5):02d}"
            return KnownDate(f"{day}T{time}:00", f"{words}, {time}"), day
        if draw < 0.92:
            return KnownDate(f"{day}~", f"about {words}"), day
        last = day + dt.timedelta(days=chance.randint(1, 6))
        if draw < 0.96 and last.month == day.month and last <= pools.end:
            return KnownDate(f"{day}/{last}", f"between {day.day} and {last.day} {month} {day.year}"), day
        whole = day.replace(day=1)
        if whole < pools.start or month_end(day.year, day.month) > pools.end:
            return KnownDate(day.isoformat(), words), day
        return KnownDate(f"{day:%Y-%m}~", f"about {month} {day.year}"), whole


def _learned(day: dt.date, draw: float) -> KnownDate:
    """When the agency came to know of something: mostly to the day, at times to the month."""
    month = phrases.MONTHS[day.month - 1]
    if draw < 0.8:
        return KnownDate(day.isoformat(), f"{day.day} {month} {day.year}")
    return KnownDate(f"{day:%Y-%m}~", f"about {month} {day.year}")
