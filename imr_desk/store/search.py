"""Full-text search over everything a person typed, inside the encrypted file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import FieldType
from imr_desk.review.record import Record, RecordId
from imr_desk.store.driver import Connection

MOST = 200_000
MANY = 300
"""Records from which on taking them out of the index one by one takes longer than making it anew."""


def words_of(record: Record) -> str:
    """All that can be found in a record: its id and its free text, private pages left out."""
    parts: list[str] = [record.id]
    for field in kind_of(record.kind).fields:
        if field.private or field.name not in record:
            continue
        if field.type is FieldType.ROWS:
            for row in record.rows(field.name):
                parts.extend(row.text(column.name) for column in field.columns if isinstance(row.get(column.name), str))
        elif field.type is FieldType.LINES:
            parts.extend(record.lines(field.name))
        elif field.type in (FieldType.LINE, FieldType.PROSE, FieldType.CHOICE, FieldType.KNOWN_DATE):
            parts.append(record.text(field.name))
    return "\n".join(part for part in parts if part)


def put(connection: Connection, record: Record, before: Record | None = None) -> None:
    """Make a record findable by its words of now; nothing is to be done where they are those it had `before`."""
    if before is not None and words_of(before) == words_of(record):
        return
    take_out(connection, record.id)
    connection.run("INSERT INTO sys_search_id (id) VALUES (?)", (record.id,))
    connection.run(
        "INSERT INTO sys_search (rowid, words) SELECT row, ? FROM sys_search_id WHERE id = ?",
        (words_of(record), record.id),
    )


def put_many(connection: Connection, ids: Iterable[RecordId], records: Iterable[Record]) -> None:
    """As `put` for new records, in bulk; `ids` are theirs. The records are gone through once."""
    connection.insert_many("INSERT INTO sys_search_id (id) VALUES (?)", ((record_id,) for record_id in ids))
    places = dict(connection.rows("SELECT id, row FROM sys_search_id"))
    connection.insert_many(
        "INSERT INTO sys_search (rowid, words) VALUES (?, ?)",
        ((places[record.id], words_of(record)) for record in records),
    )


def take_out(connection: Connection, record_id: RecordId) -> None:
    """Forget a record's words; nothing of them stays in the index."""
    found = connection.row("SELECT row FROM sys_search_id WHERE id = ?", (record_id,))
    if found:
        connection.run("DELETE FROM sys_search WHERE rowid = ?", (found[0],))
        connection.run("DELETE FROM sys_search_id WHERE row = ?", (found[0],))


def take_out_many(connection: Connection, records: Sequence[RecordId]) -> None:
    """As `take_out`; of very many the index is made anew, since words are taken out of it one by one and thoroughly."""
    there = connection.row("SELECT count(*) FROM sys_search_id")
    if len(records) < MANY or (there and len(records) * 20 < int(there[0])):
        for record_id in records:
            take_out(connection, record_id)
        return
    gone = set(records)
    places = [(row, name) for name, row in connection.rows("SELECT id, row FROM sys_search_id") if name in gone]
    connection.delete_many("DELETE FROM sys_search_content WHERE id", (row for row, _ in places))
    connection.delete_many("DELETE FROM sys_search_id WHERE id", (name for _, name in places))
    connection.run("INSERT INTO sys_search (sys_search) VALUES ('rebuild')")


def rebuild(connection: Connection, records: Iterable[Record]) -> None:
    """Make the index anew, with these records by their words of now: the pages of the one before are written over.

    A word that is taken out can go on standing in it as the border between two pages; and of many records at once this
    is quicker than one after the other.
    """
    connection.run_many(
        "UPDATE sys_search_content SET c0 = ? WHERE id = (SELECT row FROM sys_search_id WHERE id = ?)",
        [(words_of(record), record.id) for record in records],
    )
    connection.run("INSERT INTO sys_search (sys_search) VALUES ('rebuild')")


def find(connection: Connection, words: str) -> tuple[RecordId, ...]:
    """Ids of the records that hold every word, the last one as a beginning; in the order they were written."""
    terms = re.findall(r"[^\W_]+", words)
    if not terms:
        return ()
    query = " ".join(f'"{term}"' for term in terms) + "*"
    # One text of all the ids: to make a row of each takes twice as long where a letter finds 20,000. No id has a
    # space in it, and the inner question is answered in its order, since it has a limit.
    found = connection.row(
        "SELECT group_concat(id, ' ') FROM (SELECT i.id AS id FROM sys_search s JOIN sys_search_id i "
        "ON i.row = s.rowid WHERE sys_search MATCH ? ORDER BY s.rowid LIMIT ?)",
        (query, MOST),
    )
    return tuple(map(RecordId, found[0].split(" "))) if found and found[0] else ()
