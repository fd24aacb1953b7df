"""Reading out of a damaged review file what still verifies, into a new file; and saying by record what was lost.

The damaged file is only read. What is read is in memory, and is written again only under the key of the file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from imr_desk import __version__
from imr_desk.errors import WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.links import links_in, without
from imr_desk.review.record import Record, RecordId
from imr_desk.store import btree, content_sum, history, loose_rows, opening, rows, schema, search
from imr_desk.store.copying import beside, put_in_place, put_on_disk, refuse_full, refuse_taken, said_of_copies
from imr_desk.store.driver import Cell, Connection
from imr_desk.store.key import FileKey
from imr_desk.store.loose_rows import Found, Shape, kind_of_reference
from imr_desk.store.sound_pages import SoundPages

HISTORY, BIN, DOCUMENT, COUNTER = "sys_history", "sys_bin", "sys_document", "sys_counter"
_GONE_AFTER = re.compile(r"(redo )?(delete|purge)|undo (insert|batch|keep_document)")
"""Lines of the history after which a record need not be there any more."""


@dataclass(frozen=True)
class Lost:
    """What was lost of one record. `fields` are the names of its fields that could not be read; none: all of it.

    `surely` is False where only the history names it: it may have been deleted by an edit of many records. `in_bin`: it
    had been deleted, and rested in the bin.
    """

    kind: str
    id: str
    fields: tuple[str, ...] = ()
    surely: bool = True
    in_bin: bool = False


@dataclass(frozen=True)
class Salvaged:
    """What became of a damaged file: how many records were read out, and what was lost.

    `links` are (id, id it led to) that were taken out because the other is lost. `documents` are ids of kept documents
    whose bytes are lost. `lines` is how many lines of the history are lost.
    """

    path: Path
    records: int
    pages: int
    damaged: int
    lost: tuple[Lost, ...]
    links: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    lines: int

    @property
    def whole(self) -> bool:
        """Whether nothing of the review was lost; the steps that could be undone are never taken over."""
        return not (self.lost or self.links or self.documents or self.lines)


def salvage(path: Path, key: FileKey, target: Path, at: str) -> Salvaged:
    """Write what can be read of a damaged file to a new one under the same key; `at` is now, ISO 8601 in UTC.

    FileProblemError where the name is taken or cannot be written to; WrongPassphraseError where no page verifies.
    """
    refuse_taken(target)
    refuse_full(target.parent, path)
    part = beside(target)
    with said_of_copies(target.parent, path):
        try:
            told = _written(path, key, part, at)
            put_on_disk(part)
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    return replace(told, path=target)


def _written(path: Path, key: FileKey, part: Path, at: str) -> Salvaged:
    opening.make_empty(part)
    with closing(Connection(part, key.literal())) as connection:
        connection.settle()
        schema.create(connection)
        shapes = loose_rows.shapes_of(connection)
        with SoundPages(path, key) as pages:
            found = loose_rows.rows_found(pages, shapes)
        if len(found.damaged) == found.pages:
            raise WrongPassphraseError(tr("Nothing in this file can be read with that passphrase."))
        connection.run("BEGIN IMMEDIATE")
        cut = {lost for name in shapes for lost in _put(connection, shapes[name], found.rows.get(name, []))}
        _fill_facts(connection, at)
        records = {str(record.id): record for record in rows.load_all(connection)}
        lost = sorted({*cut, *_lost(connection, found, records)}, key=lambda each: (each.kind, each.id))
        links = tuple(_mend_links(connection, records))
        whole = rows.load_all(connection)
        search.put_many(connection, (record.id for record in whole), whole)
        documents = tuple(_without_bytes(connection, records))
        lines = _lines_lost(connection)
        if lost or links:  # a sum over all records would tell of them for ever; the next edit makes it anew
            connection.run("DELETE FROM sys_fact WHERE name = ?", (content_sum.FACT,))
        _count(connection, [*records, *(each.id for each in lost)])
        history.append(connection, at, "salvage", [(each.kind, each.id) for each in lost])
        connection.run("COMMIT")
    return Salvaged(part, len(records), found.pages, len(found.damaged), tuple(lost), links, documents, lines)


def _put(connection: Connection, shape: Shape, found: list[btree.Row]) -> Iterator[Lost]:
    """Write the rows of a table; what was cut. Where one is there twice, that of a tree comes first."""
    if shape.name == HISTORY:
        found = sorted(found, key=lambda row: row.number)
    columns = ", ".join(f'"{column}"' for column in shape.columns)
    marks = ", ".join("?" * len(shape.columns))
    seen: set[Cell] = set()
    for row in found:
        cells = shape.whole(row)
        named = cells[shape.key] if shape.key >= 0 else None
        lacking = any(needed and cell is None for needed, cell in zip(shape.needed, cells, strict=True))
        if lacking or (named is not None and named in seen):
            continue
        seen.add(named)
        connection.run(f'INSERT OR REPLACE INTO "{shape.name}" ({columns}) VALUES ({marks})', cells)  # noqa: S608
        if row.cut and shape.name in KINDS:
            yield Lost(shape.name, str(cells[0]), _fields_of(shape.columns[len(row.cells) :], shape.name))


def _fill_facts(connection: Connection, at: str) -> None:
    """What a review file has to say of itself, where that was lost. A lost nonce shows in the check of signatures."""
    for name, value in (("made_at", at), ("made_by", f"IMR Desk {__version__}"), ("nonce", os.urandom(32).hex())):
        connection.run("INSERT OR IGNORE INTO sys_fact (name, value) VALUES (?, ?)", (name, value))


def _fields_of(columns: Iterable[str], kind: str) -> tuple[str, ...]:
    """The fields that begin in these columns."""
    return tuple(field.name for field in kind_of(kind).fields if field.name in set(columns))


def _lost(connection: Connection, found: Found, records: Mapping[str, Record]) -> Iterator[Lost]:
    """Records that are named somewhere and were not found."""
    binned = {str(row[0]) for row in connection.rows("SELECT id FROM sys_bin")}
    named = found.named | {
        target
        for record in records.values()
        for field in kind_of(record.kind).fields
        for _, target in links_in(field, record.get(field.name))
    }
    read = {str(row.cells[0]) for kind in KINDS for row in found.rows.get(kind, ()) if row.cells}
    singles = {kind.name for kind in KINDS.values() if kind.single}
    for reference in (named | singles) - found.in_bin - read - binned:
        yield Lost(kind_of_reference(reference), reference)
    for reference in found.in_bin - binned - read:
        yield Lost(kind_of_reference(reference), reference, in_bin=True)
    for reference in _in_history(connection) - named - found.in_bin - singles - read - binned:
        yield Lost(kind_of_reference(reference), reference, surely=False)


def _in_history(connection: Connection) -> set[str]:
    """References of records that stand in the history, and were not taken out afterwards as far as it tells."""
    last: dict[str, str] = {}
    for operation, named in connection.rows("SELECT operation, records FROM sys_history ORDER BY seq"):
        for pair in str(named).split():
            last[pair.rpartition(":")[2]] = str(operation)
    return {
        reference
        for reference, operation in last.items()
        if kind_of_reference(reference) and not _GONE_AFTER.fullmatch(operation)
    }


def _mend_links(connection: Connection, records: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """Take out the links that lead to what is lost; which they were."""
    for record in records.values():
        changed = {}
        for field in kind_of(record.kind).fields:
            value = record.get(field.name)
            for _, target in tuple(links_in(field, value)):
                if target not in records:
                    value = without(field, value, RecordId(target))
                    changed[field.name] = value
                    yield str(record.id), str(target)
        if changed:
            rows.update(connection, record, changed)


def _without_bytes(connection: Connection, records: Mapping[str, Record]) -> Iterator[str]:
    """Kept documents whose bytes are lost."""
    kept = {str(row[0]) for row in connection.rows("SELECT id FROM sys_document")}
    yield from sorted(each for each, record in records.items() if record.kind == "document" and each not in kept)


def _lines_lost(connection: Connection) -> int:
    """How many lines of the history are missing before the last one that was found."""
    found = connection.row("SELECT coalesce(max(seq), 0) - count(*) FROM sys_history")
    return int(found[0]) if found else 0


def _count(connection: Connection, references: Iterable[str]) -> None:
    """No reference is ever given again, those that were lost included."""
    for reference in references:
        prefix, _, number = reference.partition("-")
        if number.isdecimal():
            connection.run(
                "INSERT INTO sys_counter (prefix, last) VALUES (?, ?) "
                "ON CONFLICT (prefix) DO UPDATE SET last = max(last, excluded.last)",
                (prefix, int(number)),
            )
