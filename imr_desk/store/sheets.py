"""The numbered sheets of a review's recovery keys: one for each passphrase it ever had, the last one in force.

No key stands in the file, only a check value worked out under it. A sheet is written down as not settled before the
file is encrypted anew, so that a program stopped in between leaves a file that says by itself which sheet is in force.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from imr_desk.errors import SaveFailedError
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey

START = "2013-01-01T00:00:00+00:00"
"""Since when the first sheet holds of a file that does not know when it was made."""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its number from 1, since when its key is the one of the file (ISO 8601, UTC), and its check value."""

    number: int
    made_at: str
    check: str


def sheets(connection: Connection) -> tuple[Sheet, ...]:
    """Every sheet there has been, the first one first; the last one opens the file."""
    found = connection.rows("SELECT number, made_at, check_value FROM sys_sheet WHERE settled = 1 ORDER BY number")
    return tuple(Sheet(int(number), str(at), str(check)) for number, at, check in found)


def add(connection: Connection, key: FileKey, at: str, *, settled: bool) -> Sheet:
    """Write down the next sheet; called inside a transaction."""
    from imr_desk.store.recovery import check_value

    found = connection.row("SELECT MAX(number) FROM sys_sheet")
    number = int(found[0] or 0) + 1 if found else 1
    sheet = Sheet(number, at, check_value(key, number))
    connection.run(
        "INSERT INTO sys_sheet (number, made_at, check_value, settled) VALUES (?, ?, ?, ?)",
        (number, at, sheet.check, int(settled)),
    )
    return sheet


def settle(connection: Connection, key: FileKey) -> None:
    """Where the key was being changed: keep the sheet that was prepared if its key is the one that opened the file.

    A file in which no sheet is known, as one that was salvaged may be, begins anew with the first.
    """
    if connection.row("SELECT 1 FROM sys_sheet WHERE settled = 1") is None:
        _begin_anew(connection, key)
    prepared = connection.rows("SELECT number, check_value FROM sys_sheet WHERE settled = 0 ORDER BY number")
    if not prepared:
        return
    from imr_desk.store.recovery import check_value

    with suppress(SaveFailedError):  # where the disk refuses, the next who opens the file does it
        connection.run("BEGIN IMMEDIATE")
        try:
            for number, check in prepared:
                if check_value(key, int(number)) == check:
                    connection.run("UPDATE sys_sheet SET settled = 1 WHERE number = ?", (number,))
                else:
                    connection.run("DELETE FROM sys_sheet WHERE number = ?", (number,))
            connection.run("COMMIT")
        finally:
            if connection.in_transaction:
                connection.run("ROLLBACK")


def _begin_anew(connection: Connection, key: FileKey) -> None:
    made_at = connection.row("SELECT value FROM sys_fact WHERE name = 'made_at'")
    with suppress(SaveFailedError):  # where the disk refuses, the next who opens the file does it
        connection.run("BEGIN IMMEDIATE")
        try:
            add(connection, key, str(made_at[0]) if made_at else START, settled=True)
            connection.run("COMMIT")
        finally:
            if connection.in_transaction:
                connection.run("ROLLBACK")
