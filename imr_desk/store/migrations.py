"""From an older file to today's tables: numbered steps, forward only, all in one transaction, after a proved backup.

A step is a function of a connection that runs single statements of its own SQL and never today's classes, so that it
does the same for ever. Step n takes a file from version n to n + 1. Version 1 is the first; so there is no step yet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imr_desk.errors import FileTooNewError
from imr_desk.i18n import tr
from imr_desk.store.driver import Connection
from imr_desk.store.schema import VERSION

Step = Callable[[Connection], None]
STEPS: Sequence[Step] = ()


def version_of(connection: Connection) -> int:
    """The schema version a file was last saved with."""
    found = connection.row("PRAGMA user_version")
    return int(found[0]) if found else 0


def upgrade(
    connection: Connection, back_up: Callable[[], None], steps: Sequence[Step] = STEPS, newest: int = VERSION
) -> int:
    """Run the steps this file has not seen; all of them, or none. Returns the version found.

    `back_up` raises where a copy could not be made and proved; then nothing is changed. FileTooNewError names both
    versions and leaves the file untouched.
    """
    found = version_of(connection)
    if found > newest:
        raise FileTooNewError(
            tr(
                "This review was last saved by a newer IMR Desk (file version {found}; this one reads up to {newest}). "
                "It has been left untouched."
            ).format(found=found, newest=newest)
        )
    if found == newest:
        return found
    back_up()
    connection.run("BEGIN IMMEDIATE")
    try:
        for step in steps[found - 1 :]:
            step(connection)
        connection.run(f"PRAGMA user_version = {newest}")
        connection.run("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.run("ROLLBACK")
        raise
    return found
