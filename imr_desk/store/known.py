"""What is remembered of an open file beside its records, for the day on which it can no longer be read."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.store.driver import Cell, Connection


@dataclass(frozen=True)
class Known:
    """What has to be known of a file beside its records.

    What its signatures were made with, its sheets, and how many names of whom are in its register.
    """

    nonce: str
    sheets: tuple[tuple[Cell, ...], ...]
    registered: tuple[tuple[str, int], ...] = ()


def known_of(connection: Connection) -> Known:
    """Read it while the file can be read."""
    found = connection.row("SELECT value FROM sys_fact WHERE name = 'nonce'")
    listed = connection.rows("SELECT number, made_at, check_value, settled FROM sys_sheet ORDER BY number")
    names = connection.rows("SELECT person, names FROM sys_register_person ORDER BY person")
    registered = tuple((str(person), int(number)) for person, number in names)
    return Known(str(found[0]) if found else "", tuple(listed), registered)
