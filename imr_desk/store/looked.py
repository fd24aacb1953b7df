"""Words that somebody looked at before an export: their hashes, beside the decisions and apart from them.

They tell the guard nothing, so that what it found need not be looked for again when some are added.
"""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.store.driver import Connection
from imr_desk.store.register import LOOKED_AT


def looked_at(connection: Connection) -> frozenset[str]:
    """The hashes of the words that were looked at."""
    return frozenset(
        str(row[0]) for row in connection.rows("SELECT key FROM sys_decision WHERE answer = ?", (LOOKED_AT,))
    )


def look_at(connection: Connection, keys: Iterable[str], at: str) -> tuple[str, ...]:
    """Remember that these were looked at; returns those that were not yet."""
    known = looked_at(connection)
    new = tuple(sorted(set(keys) - known))
    connection.run_many(
        "INSERT INTO sys_decision (key, answer, at) VALUES (?, ?, ?)", ((key, LOOKED_AT, at) for key in new)
    )
    return new


def forget(connection: Connection, keys: Iterable[str]) -> tuple[str, ...]:
    """Hold these for not looked at again; returns those that were."""
    gone = tuple(sorted(set(keys) & looked_at(connection)))
    connection.run_many(
        "DELETE FROM sys_decision WHERE key = ? AND answer = ?", tuple((key, LOOKED_AT) for key in gone)
    )
    return gone
