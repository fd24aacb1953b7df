"""The one module that knows the cipher driver: it opens connections, types what they give, and translates errors.

The driver's errors are not those of the standard library's sqlite3, and it carries no type information.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2 as _driver

from imr_desk.errors import DamagedFileError, FileProblemError, OtherTablesError, SaveFailedError
from imr_desk.i18n import tr

Cell: TypeAlias = str | int | bytes | None
ROWS_AT_ONCE, MOST_VALUES = 100, 30_000
"""Rows, and values, of one statement at the most; SQLite takes 32,766 values."""
CACHE_KIB = 65_536
"""With the driver's own 8 MiB a scan of a long chronology decrypts every page each time."""


class Connection:
    """A connection in autocommit mode; `translated` errors; statements one at a time."""

    def __init__(self, path: Path, key_literal: str, *, read_only: bool = False) -> None:
        """Connect and hand over the key. Nothing is read yet: a wrong key shows at the first read."""
        mode = "ro" if read_only else "rw"
        self._was_read = self._is_damaged = False
        with translated():
            self._raw: Any = _driver.connect(f"{uri_of(path.absolute())}?mode={mode}", uri=True, isolation_level=None)
            try:
                # Before the key: a wrong one would otherwise print to standard error.
                self._raw.execute("PRAGMA cipher_log_level = NONE")
                # The key takes no bound parameter; `key_literal` is made of hex digits by `key.py` alone.
                self._raw.execute(f'PRAGMA key = "{key_literal}"')
            except BaseException:
                self._raw.close()
                raise

    def settle(self) -> None:
        """The settings that hold for every connection (design section 4). One file after every commit, all on disk."""
        for setting in (
            f"cache_size = -{CACHE_KIB}",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
        ):
            self.run(f"PRAGMA {setting}")

    def run(self, sql: str, values: Sequence[Cell] = ()) -> int:
        """Run one statement; the number of rows it touched."""
        with self._told():
            return int(self._raw.execute(sql, tuple(values)).rowcount)

    def run_many(self, sql: str, values: Iterable[Sequence[Cell]]) -> None:
        """Run one statement for each row of values."""
        with self._told():
            self._raw.executemany(sql, values)

    def insert_many(self, sql: str, values: Iterable[Sequence[Cell]]) -> None:
        """As `run_many` for a statement that ends in `VALUES (?, …)`, several rows at once.

        After each statement a worker waits for its turn, which takes long while the window is at work.
        """
        head, sign, marks = sql.rpartition(" VALUES ")
        at_once = max(1, min(ROWS_AT_ONCE, MOST_VALUES // marks.count("?")))
        rows = iter(values)
        while some := list(islice(rows, at_once)):
            self.run(f"{head}{sign}{', '.join([marks] * len(some))}", [cell for row in some for cell in row])

    def delete_many(self, sql: str, ids: Iterable[Cell]) -> None:
        """As `insert_many` for a statement to which the cells are put as `IN (?, …)`."""
        rest = iter(ids)
        while some := list(islice(rest, ROWS_AT_ONCE)):
            self.run(f"{sql} IN ({', '.join('?' * len(some))})", some)

    def rows(self, sql: str, values: Sequence[Cell] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._told():
            return list(self._raw.execute(sql, tuple(values)).fetchall())

    def row(self, sql: str, values: Sequence[Cell] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        with self._told():
            found = self._raw.execute(sql, tuple(values)).fetchone()
            self._was_read = self._was_read or found is not None
            return None if found is None else tuple(found)

    def copy_into(self, target: Connection, pages: int) -> None:
        """Copy every page into another connection, so many at a time; others may write between two slices.

        What somebody else writes meanwhile makes SQLite begin anew; whoever calls this looks at `data_version`.
        """
        with self._told():
            self._raw.backup(target._raw, pages=pages)

    def rekey(self, key_literal: str) -> None:
        """Encrypt every page anew under another key, in one transaction of its own; then close.

        SaveFailedError where it was taken back. The connection is closed in any case: after a change that failed the
        cipher reads with the old key and would write with the new one (tried: the file is then lost).
        """
        try:
            self._raw.execute(f'PRAGMA rekey = "{key_literal}"').fetchall()
        except _driver.DatabaseError as error:
            raise SaveFailedError(
                tr(
                    "The passphrase was not changed: the file could not be written anew. "
                    "Look whether the disk is full or another program has the file open."
                )
            ) from error
        finally:
            self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """As `translated`; where pages of this file were read before, one that cannot be read is damaged.

        After that the cipher gives nothing more, and for what is written it says that there is no memory (tried).
        """
        try:
            with translated():
                yield
        except (NotOpenedError, DamagedFileError) as error:
            if isinstance(error, NotOpenedError) and not self._was_read:
                raise
            self._is_damaged = True
            raise damaged() from error
        except MemoryError as error:
            if not self._is_damaged:
                raise
            raise damaged() from error

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._raw.in_transaction)

    def close(self) -> None:
        """Close; what was not committed is rolled back."""
        with translated():
            self._raw.close()


def uri_of(path: PurePath) -> str:
    """The URI of an absolute path as SQLite takes it: a Windows share stands in the path, never as an authority."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


class NotOpenedError(FileProblemError):
    """The first page could not be read: wrong key, other kind of file, or damage. `opening.py` tells them apart."""


def damaged() -> DamagedFileError:
    """What to say where a part of a file that was read before cannot be read."""
    return DamagedFileError(tr("This review file is damaged: a part of it cannot be read. Nothing of it was changed."))


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the driver raises into a plain sentence. A fault in our SQL stays what it is: a bug.

    A table or column that is not there is the file's: tests open a file of this program with every statement.
    """
    try:
        yield
    except _driver.DatabaseError as error:
        raise _translate(error) from error


def _translate(error: Exception) -> Exception:
    said = str(error).casefold()
    if "not a database" in said or "file is encrypted" in said:
        return NotOpenedError(tr("This file could not be opened."))
    if said.startswith(("no such column", "no such table")):
        return OtherTablesError(
            tr(
                "This review was made by another making of IMR Desk and lacks what this one needs. "
                "No word of it was changed. Open it with the program that made it."
            )
        )
    if "closed database" in said:
        return FileProblemError(tr("This review is closed. Open it again."))
    if any(word in said for word in ("malformed", "corrupt", "vtable constructor failed")):  # the last: of the search
        return damaged()
    if "full" in said:
        return SaveFailedError(
            tr("Not saved: the disk is full. Your words are still here. Free some space and try again.")
        )
    if "readonly" in said or "read-only" in said:
        return SaveFailedError(
            tr("Not saved: this file or its folder cannot be written to. Your words are still here.")
        )
    if "unable to open" in said:
        return SaveFailedError(tr("The file or its folder cannot be opened for writing. Nothing was changed."))
    if "locked" in said or "busy" in said:
        return SaveFailedError(
            tr("Not saved: another program is using this review file. Close it there and try again.")
        )
    if "disk i/o" in said:
        return SaveFailedError(
            tr("Not saved: the disk reported a fault. Your words are still here. Try another place.")
        )
    return error
