"""A whole copy of an open review file at another place: what is left when the first place takes no more.

It reads through the connection that is open, so it works while the file's own folder is full, shut or gone.
"""

from __future__ import annotations

import os
from pathlib import Path

from imr_desk.errors import SaveFailedError
from imr_desk.i18n import tr
from imr_desk.store import opening
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey

DOCUMENTS = "sys_document"
"""Compared one by one: together they may be larger than memory."""


def copied(connection: Connection, path: Path, key: FileKey) -> Connection:
    """Write everything to a new file under the same key, and open that. It was read back and compared.

    `connection` must not be in a transaction. SaveFailedError and FileProblemError leave nothing behind; a file that
    is there already is never written over.
    """
    opening.make_empty(path)
    with opening.gone_on_failure(path):
        connection.run("VACUUM INTO ?", (str(path.absolute()),))  # under the same key and salt
        _put_on_disk(path)
        copy = Connection(path, key.literal())
        with opening.closed_on_failure(copy):
            copy.settle()
            if opening.check_integrity(copy, path) or not same_content(connection, copy):
                raise SaveFailedError(
                    tr(
                        "The copy in ‘{folder}’ is not as it was written. It was taken away; choose another place."
                    ).format(folder=path.absolute().parent.name)
                )
            return copy


def same_content(one: Connection, other: Connection) -> bool:
    """Whether two review files hold the same rows in the same tables."""
    tables = _tables(one)
    return tables == _tables(other) and all(_same_rows(one, other, name) for name, _ in tables)


def _tables(connection: Connection) -> list[tuple[str, str]]:
    """Every table and what made it. The tables of the search index are left out: it is made from the records."""
    return [
        (str(name), str(sql))
        for name, sql in connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not str(name).startswith(("sys_search", "sqlite_"))
    ]


def _same_rows(one: Connection, other: Connection, table: str) -> bool:
    if table != DOCUMENTS:
        every = f'SELECT * FROM "{table}"'  # noqa: S608 (the file's own tables)
        return sorted(one.rows(every), key=repr) == sorted(other.rows(every), key=repr)
    ids = one.rows("SELECT id FROM sys_document ORDER BY id")
    document = "SELECT bytes FROM sys_document WHERE id = ?"
    return ids == other.rows("SELECT id FROM sys_document ORDER BY id") and all(
        one.row(document, row) == other.row(document, row) for row in ids
    )


def _put_on_disk(path: Path) -> None:
    """Have the system write the file, and its name in the folder, to the disk itself."""
    try:
        _sync(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        if os.name == "posix":  # elsewhere a folder is no file that can be opened
            _sync(path.absolute().parent, os.O_RDONLY)
    except OSError as error:
        raise SaveFailedError(
            tr("The disk did not take the copy in ‘{folder}’. It was taken away; choose another place.").format(
                folder=path.absolute().parent.name
            )
        ) from error


def _sync(place: Path, flags: int) -> None:
    handle = os.open(place, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
