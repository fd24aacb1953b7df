"""One digest over all that a review file holds, so that a copy can be compared with its source: counts do not do.

Every table, the program's own included, in the order of their names; in each table the rows in the order of their key;
in each row every cell with its type and its bytes. Read in slices, so that whoever writes meanwhile waits for one slice
at most.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from imr_desk.store.driver import Connection

SLICE = 1000
"""Rows read at one time: about ten milliseconds of a long chronology."""
NOT_CONTENT = frozenset({"sys_holder"})
"""Who has the file open: nobody has a copy open, so a copy holds nothing there."""
FEW = 4
"""Kept documents read at one time: each may be large."""


def content_digest(connection: Connection) -> str:
    """SHA-256, in hex, over tables, rows and cells."""
    digest = hashlib.sha256()
    for kind, name, sql in connection.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"):
        digest.update(_framed(f"{kind}\x1f{name}\x1f{sql or ''}"))
    for name, without_rowid in connection.rows(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name"
    ):
        digest.update(_framed(str(name)))
        if name in NOT_CONTENT:
            continue
        for rows in _slices_of(connection, str(name), bool(without_rowid)):
            digest.update(_framed(rows))
    return digest.hexdigest()


def _framed(words: str) -> bytes:
    """Text with its length before it, so that no two lists of texts give the same bytes."""
    data = words.encode("utf-8", "surrogatepass")
    return len(data).to_bytes(8, "big") + data


def _slices_of(connection: Connection, name: str, without_rowid: bool) -> Iterator[str]:
    """The rows of a table, so many in one text, in which every cell stands with its type and its bytes in hex digits.

    SQLite puts the text together, which leaves Python, and so the window, to others meanwhile.
    """
    columns = connection.rows(f"SELECT name, pk FROM pragma_table_info({_text(name)}) ORDER BY cid")  # noqa: S608
    cells = " || ',' || ".join(f"typeof({_name(column)}) || hex({_name(column)})" for column, _ in columns)
    if without_rowid:
        key = ", ".join(_name(column) for column, place in sorted(columns, key=lambda each: each[1]) if place)
        found = connection.row(f"SELECT group_concat({cells}, ';' ORDER BY {key}) FROM {_name(name)}")  # noqa: S608
        yield str(found[0]) if found else ""
        return
    most = FEW if name == "sys_document" else SLICE
    rows = f"SELECT rowid AS place, {cells} AS cells FROM {_name(name)} WHERE rowid > ? ORDER BY rowid LIMIT {most}"  # noqa: S608
    query = f"SELECT max(place), group_concat(place || ',' || cells, ';' ORDER BY place) FROM ({rows})"  # noqa: S608
    last: int | None = -(2**63)
    while last is not None:
        found = connection.row(query, (last,))
        last = found[0] if found else None
        if found and last is not None:
            yield str(found[1])


def _name(name: str) -> str:
    """A name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _text(words: str) -> str:
    """A text as SQL takes it."""
    return "'" + words.replace("'", "''") + "'"
