"""Where the author was when the review was left: one text in the file, so that it is encrypted like all the rest.

It is no edit: no line of the history, no step of undo, nothing that is signed or printed.
"""

from __future__ import annotations

from imr_desk.store.driver import Connection

NAME = "left_at"


def read(connection: Connection) -> str:
    """What was kept, or nothing."""
    found = connection.row("SELECT value FROM sys_fact WHERE name = ?", (NAME,))
    return str(found[0]) if found else ""


def keep(connection: Connection, text: str) -> None:
    """Keep it in the place of what was there; with no text nothing stays. Called inside a transaction."""
    if text:
        connection.run("INSERT OR REPLACE INTO sys_fact (name, value) VALUES (?, ?)", (NAME, text))
    else:
        connection.run("DELETE FROM sys_fact WHERE name = ?", (NAME,))
