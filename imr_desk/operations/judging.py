"""What the checks are given: the review, today's date and what the guard sees in all free text.

`Judge` keeps what the guard saw in each record, so that after an edit only the records that changed are read again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from imr_desk.errors import RegisterUnreadableError
from imr_desk.guidance.facts import Facts, NamesSeen, RecordField
from imr_desk.names.guard import REGISTERED, Guard, Mark, read_codes
from imr_desk.names.register import HashRow, StaffRegister, new_key, rows_for
from imr_desk.review.free_text import FreeText, codes_in, texts_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.store import register
from imr_desk.store.driver import Connection


class Standing(NamedTuple):
    """A name that is still to be dealt with: the text it stands in, and its mark there."""

    text: FreeText
    mark: Mark

    @property
    def words(self) -> str:
        """The name as it is written there."""
        return self.text.text[self.mark.start : self.mark.end]

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Standing({self.text.record.id} {self.text.field})"


class Seen(NamedTuple):
    """What one record holds: the fields in which registered and unknown names stand, and every such name."""

    registered: tuple[RecordField, ...]
    unknown: tuple[RecordField, ...]
    standing: tuple[Standing, ...]


class Registered:
    """Who is registered in one review: opened when it is first asked for, and again when it is another.

    A decision, or a job title, changes the guard and not this: the register and what it remembers of words stay.
    """

    def __init__(self) -> None:
        """Nothing is opened yet."""
        self._last: tuple[register.Kept, tuple[Record, ...], StaffRegister] | None = None

    def of(self, kept: register.Kept, identities: tuple[Record, ...]) -> StaffRegister:
        """Registered staff, and the real names of subjects from their own page. Reads no file: a worker can do it."""
        last = self._last
        if last is not None and (last[0], last[1]) == (kept, identities):
            return last[2]
        staff = _opened(kept, identities)
        self._last = kept, identities, staff
        return staff

    def open(self, kept: register.Kept, review: Review) -> None:
        """What takes long of `guard`; a worker does it beforehand."""
        self.of(kept, review.all("identity"))
        read_codes(codes_in(review))

    def guard(self, connection: Connection, review: Review) -> Guard:
        """The guard as it stands: everybody who is registered, decisions, codes."""
        staff = self.of(register.as_kept(connection), review.all("identity"))
        return Guard(staff, register.decisions(connection), codes_in(review))


def guard_for(connection: Connection, review: Review) -> Guard:
    """The guard as it stands, for one question alone."""
    return Registered().guard(connection, review)


def _opened(kept: register.Kept, identities: tuple[Record, ...]) -> StaffRegister:
    if kept.anybody:
        return kept.opened(_subject_rows(kept.key, identities))
    if kept.key is None:
        kept = kept._replace(key=new_key())
    subjects = _subject_rows(kept.key, identities)
    return StaffRegister(kept.key, subjects) if subjects else kept.opened()


def _subject_rows(key: bytes | None, identities: tuple[Record, ...]) -> tuple[HashRow, ...]:
    if key is None:
        return ()
    rows: list[HashRow] = []
    for identity in identities:
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
                registered.extend(here.registered)
                unknown.extend(here.unknown)
                count += len(here.standing)
        except RegisterUnreadableError:
            return NamesSeen(readable=False)
        return NamesSeen(readable=True, registered=tuple(registered), unknown=tuple(unknown), count=count)

    def standing(self, record: Record) -> tuple[Standing, ...]:
        """The names in a record that are still to be dealt with, as its texts stand. RegisterUnreadableError."""
        return self._look(record).standing

    def _look(self, record: Record) -> Seen:
        known = self._seen.get(record.id)
        if known is not None and known[0] is record:
            return known[1]
        standing = tuple(Standing(text, mark) for text in texts_of(record) for mark in self.guard.marks(text.text))
        registered = {each.text.field for each in standing if each.mark.kind == REGISTERED}
        unknown = {each.text.field for each in standing if each.mark.kind != REGISTERED}
        seen = Seen(
            tuple((str(record.id), field) for field in sorted(registered)),
            tuple((str(record.id), field) for field in sorted(unknown)),
            standing,
        )
        self._seen[record.id] = (record, seen)
        return seen
