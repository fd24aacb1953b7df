"""What the checks are given: the review, today's date and what the guard sees in all free text.

`Judge` keeps what the guard saw in each record, so that after an edit only the records that changed are read again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from imr_desk.errors import RegisterUnreadableError
from imr_desk.guidance.facts import Facts, NamesSeen, RecordField
from imr_desk.names.guard import Guard
from imr_desk.names.register import HashRow, StaffRegister, new_key, rows_for
from imr_desk.review.free_text import codes_in, texts_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.store import register
from imr_desk.store.driver import Connection

Seen = tuple[tuple[RecordField, ...], tuple[RecordField, ...], int]
"""(registered, unknown): the fields of one record in which such a name stands; and how many names there are."""


def guard_for(connection: Connection, review: Review) -> Guard:
    """The guard as it stands: registered staff, real names of subjects from their own page, decisions, codes."""
    staff = register.load(connection)
    if staff.key is None and staff.readable:
        staff = StaffRegister(new_key(), ())
    subjects = _subject_rows(staff.key, review)
    if subjects and staff.key is not None:
        staff = (
            register.load(connection, subjects) if register.persons(connection) else StaffRegister(staff.key, subjects)
        )
    return Guard(staff, register.decisions(connection), codes_in(review))


def _subject_rows(key: bytes | None, review: Review) -> tuple[HashRow, ...]:
    if key is None:
        return ()
    rows: list[HashRow] = []
    for identity in review.all("identity"):
        for name in (identity.text("real_name"), *identity.lines("other_names")):
            if name:
                rows.extend(rows_for(key, identity.link("subject") or identity.id, name))
    return tuple(rows)


def goes_on() -> None:
    """Work goes on without a rest."""


class Judge:
    """Reads names in a review as it changes. One judge belongs to one guard; a new guard needs a new judge."""

    def __init__(self, guard: Guard) -> None:
        """Begin with nothing read."""
        self.guard = guard
        self._seen: dict[RecordId, tuple[Record, Seen]] = {}

    def facts(self, review: Review, today: dt.date, breathe: Callable[[], None] = goes_on) -> Facts:
        """All that a check may look at. `breathe` is called often: whoever waits for the processor may rest in it."""
        return Facts(review, self.names_in(review, breathe), today)

    def names_in(self, review: Review, breathe: Callable[[], None] = goes_on) -> NamesSeen:
        """Where names stand in the review. `readable` False where the register's key is not at hand."""
        registered: list[RecordField] = []
        unknown: list[RecordField] = []
        count = 0
        try:
            for record in review:
                breathe()
                here = self._look(record)
                registered.extend(here[0])
                unknown.extend(here[1])
                count += here[2]
        except RegisterUnreadableError:
            return NamesSeen(readable=False)
        return NamesSeen(readable=True, registered=tuple(registered), unknown=tuple(unknown), count=count)

    def _look(self, record: Record) -> Seen:
        known = self._seen.get(record.id)
        if known is not None and known[0] is record:
            return known[1]
        registered: set[str] = set()
        unknown: set[str] = set()
        count = 0
        for text in texts_of(record):
            for mark in self.guard.marks(text.text):
                (registered if mark.kind == "registered" else unknown).add(text.field)
                count += 1
        seen = (
            tuple((str(record.id), field) for field in sorted(registered)),
            tuple((str(record.id), field) for field in sorted(unknown)),
            count,
        )
        self._seen[record.id] = (record, seen)
        return seen
