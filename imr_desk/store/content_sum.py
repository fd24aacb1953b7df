"""A sum over all records, kept with each edit: a record that another tool changed, added or took away shows.

The sum is of numbers made of each record by BLAKE2b, so an edit adds and takes away what it touched, and nothing else
is read. It is no seal: who knows this page and has the passphrase can make it anew. What was signed, signatures hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.fields import Kind
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.store import rows
from imr_desk.store.driver import Cell, Connection

FACT = "content_sum"
BYTES = 16
_AROUND = 1 << (8 * BYTES)


def keep(connection: Connection, before: Review, after: Review, changed: Iterable[RecordId]) -> None:
    """Bring the sum up to date in the transaction of an edit; a file that has none gets one."""
    found = connection.row("SELECT value FROM sys_fact WHERE name = ?", (FACT,))
    total = int(str(found[0]), 16) if found else sum(_of_record(record) for record in before)
    for record_id in changed:
        total += _of_record(after.get(record_id)) - _of_record(before.get(record_id))
    value = f"{total % _AROUND:0{2 * BYTES}x}"
    connection.run("INSERT OR REPLACE INTO sys_fact (name, value) VALUES (?, ?)", (FACT, value))


def holds(connection: Connection) -> bool:
    """Whether the records of the file are those of its edits; a file that was never edited has no sum to compare."""
    found = connection.row("SELECT value FROM sys_fact WHERE name = ?", (FACT,))
    if found is None:
        return True
    total = 0
    for kind in KINDS.values():
        every = connection.rows(f'SELECT {rows.select_list(kind)} FROM "{kind.name}"')  # noqa: S608 (declared names)
        total += sum(_of_row(kind, row) for row in every)
    return int(str(found[0]), 16) == total % _AROUND


def _of_record(record: Record | None) -> int:
    return _of_row(kind_of(record.kind), rows.row_of(record)) if record is not None else 0


def _of_row(kind: Kind, row: Sequence[Cell]) -> int:
    """A number for a record with its id, its place and every cell; 0 for a single one that says nothing."""
    if kind.single and all(cell is None for cell in row[2:]):
        return 0
    import hashlib  # not needed to read a review

    told = f"{kind.name} {tuple(row)!r}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=BYTES).digest(), "big")
