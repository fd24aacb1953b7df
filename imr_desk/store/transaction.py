"""One edit, one transaction. A write outside one cannot be made: only a Transaction writes records.

It works on the Review it was begun with, checks what comes in, keeps the report part shut while it is signed, and
collects what changed. The Review in memory is replaced only after the commit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from imr_desk.errors import BadInputError, SealedError
from imr_desk.i18n import tr
from imr_desk.review.catalogue import KINDS, field_of, fields_of, kind_of
from imr_desk.review.links import links_in, links_of, without
from imr_desk.review.past import Binned
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_sealed
from imr_desk.review.values import Noted, checked, is_empty
from imr_desk.store import rows, search
from imr_desk.store.bin import binned
from imr_desk.store.driver import Connection

RULED = frozenset({"signature", "reopening", ("review", "version")})
"""What no general edit may write: whoever could delete a signature would open the report part without a trace."""
STEP = 1024
"""Distance between the positions of neighbours, so that a record can be put between two without touching others."""
FARTHEST = 2**52
"""Largest position: there is room after it for any list."""
T = TypeVar("T")
_REFERENCE = re.compile(r"[A-Z]+-(?:[0-9]{1,9}(?:\.[0-9]{1,9})?|[A-Z])[a-z]?")


class Transaction:
    """What an operation works with. Made by `ReviewFile.transaction`, used up when that block ends."""

    def __init__(self, connection: Connection, review: Review, at: str) -> None:
        """Begin on `review`; `at` is the time of the edit, ISO 8601 in UTC."""
        self.connection = connection
        self.at = at
        self.noted = Noted()
        self.step: Callable[[int, int], None] = told_to_nobody
        self._base = review
        self._sealed = is_sealed(review)
        self._by_rule = False
        self._indexes = True
        self._changed: dict[RecordId, Record | None] = {}
        self._kinds: dict[RecordId, str] = {}

    # -- reading ------------------------------------------------------------------------------------------------
    @property
    def changed(self) -> tuple[tuple[str, RecordId], ...]:
        """(kind, id) of what was changed so far."""
        return tuple((self._kinds[record_id], record_id) for record_id in self._changed)

    def each_changed(self) -> Iterator[RecordId]:
        """The ids of what was changed so far, one by one: `step` is told, and may end it."""
        return self._told(self._changed)

    def _told(self, items: Collection[T]) -> Iterator[T]:
        """Each of them, with `step` told before."""
        for at, item in enumerate(items):
            self.step(at, len(items))
            yield item

    def review(self) -> Review:
        """The review with the changes so far."""
        return self._base.with_changes(self._changed, self._kinds) if self._changed else self._base

    def get(self, record_id: str) -> Record | None:
        """A record as it stands in this transaction."""
        key = RecordId(record_id)
        return self._changed[key] if key in self._changed else self._base.get(record_id)

    def must_get(self, kind: str, record_id: str) -> Record:
        """A record that has to be there."""
        found = self.get(record_id)
        if found is None or found.kind != kind:
            raise BadInputError(tr("That record is no longer there. Nothing was changed."))
        return found

    def bin(self) -> tuple[Binned, ...]:
        """What rests in the bin, the latest first."""
        return binned(self.connection)

    # -- writing ------------------------------------------------------------------------------------------------
    def set_values(self, kind: str, record_id: str, values: Mapping[str, object]) -> Mapping[str, Value]:
        """Write fields of one record and return what they held before (None: nothing)."""
        record = self.must_get(kind, record_id)
        if not values:
            return {}
        for name in values:
            self._may_write(kind, name)
        fit = {name: checked(field_of(kind, name), value, self.noted) for name, value in values.items()}
        before = {name: record.get(name) for name in fit}
        merged = {**record, **fit}
        new = self._made(kind, record.id, record.position, merged)
        self._links_hold(kind, fit)
        rows.update(self.connection, new, fit)
        self._put(new, record)
        return before

    def insert(self, kind: str, record_id: str, values: Mapping[str, object], position: int | None = None) -> Record:
        """Add a record; at the end of its kind where no position is given."""
        self._may_take(kind, record_id, position)
        self._may_change_list(kind)
        if set(values) - set(fields_of(kind)):
            raise no_such_field()
        fit = {name: checked(field_of(kind, name), value, self.noted) for name, value in values.items()}
        at = self.end_of(kind) if position is None else position
        record = self._made(kind, RecordId(record_id), at, fit)
        self._links_hold(kind, fit)
        self.connection.run(rows.insert_sql(kind), rows.row_of(record))
        self._count(record_id)
        self._put(record)
        return record

    def insert_all(self, kind: str, rows_in: Sequence[tuple[str, Mapping[str, object]]]) -> None:
        """Add many records of a kind at its end, (reference, values), each checked as `insert` does."""
        at = self.end_of(kind)
        records = []
        for number, (record_id, values) in enumerate(self._told(rows_in)):
            position = at + number * STEP
            self._may_take(kind, record_id, position)
            if set(values) - set(fields_of(kind)):
                raise no_such_field()
            fit = {name: checked(field_of(kind, name), value, self.noted) for name, value in values.items()}
            records.append(self._made(kind, RecordId(record_id), position, fit))
        if len({record.id for record in records}) < len(records):
            raise BadInputError(tr("A record with that reference cannot be added. Nothing was changed."))
        self.insert_many(records)

    def insert_many(self, records: Sequence[Record]) -> None:
        """Add records that were made by the program itself, in bulk; links are looked at when all are in."""
        for kind in {record.kind for record in records}:
            self._may_change_list(kind)
            of_kind = [record for record in records if record.kind == kind]
            self.connection.insert_many(rows.insert_sql(kind), (rows.row_of(record) for record in self._told(of_kind)))
        search.put_many(self.connection, [record.id for record in records], self._told(records))
        for record_id in {record.id.partition("-")[0]: record.id for record in sorted(records, key=_number)}.values():
            self._count(record_id)
        for record in records:
            self._changed[record.id] = record
            self._kinds[record.id] = record.kind
        for record in self._told(records):
            self._links_hold(record.kind, record)

    def take_out(self, kind: str, record_id: str) -> Record:
        """Take a record out of its kind and rest it in the bin. Links to it must have gone before."""
        self._may_change_list(kind)
        record = self.must_get(kind, record_id)
        if kind_of(kind).single:
            raise BadInputError(tr("This part of a review cannot be deleted. Nothing was changed."))
        self.connection.run(
            "INSERT OR REPLACE INTO sys_bin (id, kind, position, body, deleted_at) VALUES (?, ?, ?, ?, ?)",
            (record.id, kind, record.position, rows.body_of(record), self.at),
        )
        self.connection.run(f'DELETE FROM "{kind}" WHERE id = ?', (record.id,))  # noqa: S608 (declared name)
        search.take_out(self.connection, record.id)
        self._changed[record.id] = None
        self._kinds[record.id] = kind
        return record

    def take_out_all(self, kind: str, ids: Sequence[str]) -> None:
        """As `take_out` for many; none of them may be led to."""
        self._may_change_list(kind)
        records = [self.must_get(kind, record_id) for record_id in ids]
        if kind_of(kind).single:
            raise BadInputError(tr("This part of a review cannot be deleted. Nothing was changed."))
        self.connection.insert_many(
            "INSERT OR REPLACE INTO sys_bin (id, kind, position, body, deleted_at) VALUES (?, ?, ?, ?, ?)",
            ((record.id, kind, record.position, rows.body_of(record), self.at) for record in self._told(records)),
        )
        self.connection.delete_many(f'DELETE FROM "{kind}" WHERE id', (record.id for record in records))  # noqa: S608
        search.take_out_many(self.connection, [record.id for record in records])
        for record in records:
            self._changed[record.id] = None
            self._kinds[record.id] = kind

    def put_back(self, kind: str, record_id: str) -> Record:
        """Take a record out of the bin."""
        self._may_change_list(kind)
        found = self.connection.row("SELECT position, body FROM sys_bin WHERE id = ? AND kind = ?", (record_id, kind))
        if found is None:
            raise BadInputError(tr("That record is not in the bin. Nothing was changed."))
        record = rows.record_from_body(kind, record_id, int(found[0]), found[1])
        self._leads_somewhere(record, ())
        self.connection.run(rows.insert_sql(kind), rows.row_of(record))
        self.connection.run("DELETE FROM sys_bin WHERE id = ?", (record_id,))
        self._put(record)
        return record

    def put_back_all(self, kind: str, ids: Sequence[str]) -> None:
        """As `put_back` for many, which may lead to each other."""
        self._may_change_list(kind)
        wanted = set(ids)
        rested = self.connection.rows("SELECT id, position, body FROM sys_bin WHERE kind = ?", (kind,))
        found = [row for row in rested if row[0] in wanted]
        if len(found) < len(wanted):
            raise BadInputError(tr("That record is not in the bin. Nothing was changed."))
        records = [rows.record_from_body(kind, row[0], int(row[1]), row[2]) for row in self._told(found)]
        for record in records:
            self._leads_somewhere(record, wanted)
        self.connection.insert_many(rows.insert_sql(kind), (rows.row_of(record) for record in self._told(records)))
        self.connection.delete_many("DELETE FROM sys_bin WHERE id", (record.id for record in records))
        search.put_many(self.connection, [record.id for record in records], self._told(records))
        for record in records:
            self._changed[record.id] = record
            self._kinds[record.id] = kind

    def _leads_somewhere(self, record: Record, others: Container[str]) -> None:
        """What a record leads to has to be there, or come back with it."""
        for _, target in links_of(record):
            if target not in others and self.get(target) is None:
                raise BadInputError(
                    tr("This record leads to {other}, which was deleted too. Put that back first.").format(other=target)
                )

    def purge(self, records: Sequence[tuple[str, str]]) -> None:
        """Remove these (kind, id) in the bin for good, with kept bytes; what else is there loses its links to them.

        `secure_delete` writes over what they held, and the index for searching is made anew. Whether they may be
        removed is for the operation to say.
        """
        for kind, record_id in records:
            if self.connection.run("DELETE FROM sys_bin WHERE id = ? AND kind = ?", (record_id, kind)) != 1:
                raise BadInputError(tr("That record is not in the bin. Nothing was changed."))
            self.connection.run("DELETE FROM sys_document WHERE id = ?", (record_id,))
            self._changed[RecordId(record_id)] = None
            self._kinds[RecordId(record_id)] = kind
        search.rebuild(self.connection, ())
        gone = {RecordId(record_id) for _, record_id in records}
        for record in (each.record for each in self.bin()):
            values: dict[str, Value] = dict(record)
            for name, field in fields_of(record.kind).items():
                for target in {target for _, target in links_in(field, values.get(name))} & gone:
                    values[name] = without(field, values.get(name), target)
            if values != dict(record):
                self.rewrite_binned(record, values)

    def rewrite_binned(self, record: Record, values: Mapping[str, Value]) -> None:
        """Give fields of a record that rests in the bin other values; for rules that alter what was deleted."""
        body = rows.body_of(self._made(record.kind, record.id, 0, {**record, **values}))
        self.connection.run("UPDATE sys_bin SET body = ? WHERE id = ?", (body, record.id))

    def place(self, kind: str, record_id: str, position: int) -> int:
        """Give a record another position among its kind; returns the one before."""
        self._may_change_list(kind)
        record = self.must_get(kind, record_id)
        self.connection.run(f'UPDATE "{kind}" SET position = ? WHERE id = ?', (position, record_id))  # noqa: S608
        self._put(self._made(kind, record.id, position, record), record)
        return record.position

    def end_of(self, kind: str) -> int:
        """The position after the last of a kind."""
        found = self.connection.row(f'SELECT max(position) FROM "{kind}"')  # noqa: S608 (declared name)
        return int(found[0] or 0) + STEP if found else STEP

    @contextmanager
    def by_rule(self) -> Iterator[None]:
        """For the operations that hold a rule: only within this block are signatures and reopenings written."""
        self._by_rule = True
        try:
            yield
        finally:
            self._by_rule = False

    @contextmanager
    def indexed_anew(self) -> Iterator[None]:
        """Make the whole index for searching anew at the end of this block, in which records are only altered."""
        self._indexes = False
        yield
        self._indexes = True
        search.rebuild(self.connection, filter(None, map(self._changed.__getitem__, self.each_changed())))

    # -- rules --------------------------------------------------------------------------------------------------
    def _may_write(self, kind: str, name: str) -> None:
        if name not in fields_of(kind):
            raise no_such_field()
        self._may_touch(kind, name)
        if self._sealed and field_of(kind, name).sealed:
            raise sealed_error()

    def _may_take(self, kind: str, record_id: str, position: int | None) -> None:
        """A reference is of the kind's own form, holds no word, and was never used, not even by what is in the bin."""
        declared = KINDS.get(kind)
        if (
            declared is None
            or declared.single
            or not _REFERENCE.fullmatch(record_id)
            or record_id.partition("-")[0] != declared.prefix
            or self.get(record_id) is not None
            or self.connection.row("SELECT 1 FROM sys_bin WHERE id = ?", (record_id,))
            or abs(position or 0) > FARTHEST
        ):
            raise BadInputError(tr("A record with that reference cannot be added. Nothing was changed."))

    def _may_change_list(self, kind: str) -> None:
        """Adding, taking out and ordering change what is printed, so a sealed kind is shut as a whole."""
        self._may_touch(kind)
        if self._sealed and kind_of(kind).sealed:
            raise sealed_error()

    def _may_touch(self, kind: str, name: str = "") -> None:
        if (kind in RULED or (kind, name) in RULED) and not self._by_rule:
            raise BadInputError(
                tr("Signatures and versions change only by signing and reopening. Nothing was changed.")
            )

    def _links_hold(self, kind: str, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            for field, target in links_in(field_of(kind, name), value):
                found = self.get(target)
                if found is None or (field.to and found.kind not in field.to):
                    raise BadInputError(
                        tr("‘{label}’ leads to a record that is not there. Nothing was changed.").format(
                            label=tr(field.label)
                        )
                    )

    # -- keeping ------------------------------------------------------------------------------------------------
    def _made(self, kind: str, record_id: RecordId, position: int, values: Mapping[str, Value]) -> Record:
        kept = {name: value for name, value in values.items() if not is_empty(value)}
        return Record(kind, record_id, position, kept, kind_of(kind).dated)

    def _put(self, record: Record, before: Record | None = None) -> None:
        if self._indexes:
            search.put(self.connection, record, before)
        self._changed[record.id] = record
        self._kinds[record.id] = record.kind
        if record.kind == "signature":  # what follows in the same transaction finds the part shut, or open again
            self._sealed = is_sealed(self.review())

    def _count(self, record_id: str) -> None:
        """Remember the highest number of each prefix: a reference is never used twice, not even after a deletion."""
        prefix, _, digits = record_id.partition("-")
        if digits.isdecimal():
            self.connection.run(
                "INSERT INTO sys_counter (prefix, last) VALUES (?, ?) "
                "ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)",
                (prefix, int(digits)),
            )


def _number(record: Record) -> int:
    """The number in a reference; -1 for one without."""
    digits = record.id.partition("-")[2]
    return int(digits) if digits.isdecimal() else -1


def told_to_nobody(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def no_such_field() -> BadInputError:
    """The sentence for a field that is not declared."""
    return BadInputError(tr("This review has no such field. Nothing was changed."))


def sealed_error() -> SealedError:
    """The sentence for an edit of the report part while it is signed."""
    return SealedError(
        tr(
            "The report is signed, so this part is read-only. "
            "Reopen it, with a reason, to change it. Nothing was changed."
        )
    )
