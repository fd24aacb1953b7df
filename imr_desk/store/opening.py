"""Making and opening a review file, and telling apart why one does not open (design section 4)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk import __version__
from imr_desk.errors import DamagedFileError, FileProblemError, NotAReviewError, SaveFailedError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.store import migrations, schema
from imr_desk.store.driver import Connection, NotOpenedError
from imr_desk.store.key import FileKey
from imr_desk.store.pages import PAGE, any_page_verifies

OWNER_ONLY = 0o600


def create(path: Path, key: FileKey, made_at: str) -> Connection:
    """Make the tables of a new review in a file that is there and empty."""
    connection = Connection(path, key.literal())
    with closed_on_failure(connection):
        connection.settle()
        schema.create(connection)
        for name, value in (
            ("made_at", made_at),
            ("made_by", f"IMR Desk {__version__}"),
            ("nonce", os.urandom(32).hex()),
        ):
            connection.run("INSERT INTO sys_fact (name, value) VALUES (?, ?)", (name, value))
    return connection


def make_empty(path: Path) -> None:
    """An empty file, readable by its owner only, where there was none; a plain sentence where that cannot be."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), OWNER_ONLY))
    except FileExistsError as error:
        raise FileProblemError(tr("‘{name}’ is there already. Choose another name.").format(name=path.name)) from error
    except OSError as error:
        raise SaveFailedError(
            tr("‘{name}’ cannot be made in that folder. Check that the folder is there and may be written to.").format(
                name=path.name
            )
        ) from error


@contextmanager
def closed_on_failure(connection: Connection) -> Iterator[None]:
    """Close the connection where the block fails; on Windows nothing can be done to a file that is still open."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextmanager
def gone_on_failure(path: Path) -> Iterator[None]:
    """Take away a file that was just made where the block fails."""
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def connect(path: Path, key: FileKey, back_up: Callable[[], None], *, read_only: bool = False) -> Connection:
    """Open a review file and bring it to today's tables. Each way of not opening has its own sentence."""
    if path.stat().st_size == 0:
        raise NotAReviewError(tr("‘{name}’ is empty; it is not a review file of IMR Desk.").format(name=path.name))
    half = _is_half_changed(path)
    would_open = half and any_page_verifies(path, key)  # asked before SQLite takes back what was half done
    if read_only and half:
        _take_back_half_a_change(path, key)
    connection = Connection(path, key.literal(), read_only=read_only)
    with closed_on_failure(connection):
        try:
            found = connection.row("PRAGMA application_id")
        except NotOpenedError as error:
            raise (_key_taken_back() if would_open else _why_not(path, key)) from error
        except SaveFailedError as error:
            raise (_not_put_right(path) if _is_half_changed(path) else error) from error
        if found is None or int(found[0]) != schema.APPLICATION_ID:
            raise NotAReviewError(
                tr("‘{name}’ is encrypted, but it is not a review file of IMR Desk.").format(name=path.name)
            )
        connection.settle()
        migrations.upgrade(connection, back_up)
    return connection


def _is_half_changed(path: Path) -> bool:
    """Whether a change is being saved, or was cut short: then SQLite's journal lies beside the file."""
    return path.with_name(f"{path.name}-journal").exists()


def _take_back_half_a_change(path: Path, key: FileKey) -> None:
    """Where a program was stopped while it saved, let SQLite take back what was half done: only who may write can."""
    connection = Connection(path, key.literal())
    try:
        connection.row("PRAGMA application_id")
    except NotOpenedError:
        return  # told apart by who opens it
    except SaveFailedError as error:
        raise _not_put_right(path) from error
    finally:
        connection.close()


def _not_put_right(path: Path) -> FileProblemError:
    return FileProblemError(
        tr(
            "‘{name}’ cannot be read just now: it is being written to, or its last change was cut short. "
            "Nothing is lost. Open it where it may be written to, together with the file beside it."
        ).format(name=path.name)
    )


def _key_taken_back() -> WrongPassphraseError:
    """Pages stood under this key until the journal was played back: the change to it never came to its end."""
    return WrongPassphraseError(
        tr(
            "The passphrase was being changed when the program was stopped, so it was not changed. "
            "The passphrase from before opens this file; nothing is lost."
        )
    )


def _why_not(path: Path, key: FileKey) -> FileProblemError:
    if any_page_verifies(path, key):
        return DamagedFileError(
            tr("This review file is damaged. Your passphrase was right. Nothing was written to it.")
        )
    if path.stat().st_size % PAGE:
        return NotAReviewError(
            tr("‘{name}’ is not a review file of IMR Desk, or it was cut short. Nothing was written to it.").format(
                name=path.name
            )
        )
    return WrongPassphraseError(tr("That passphrase does not open this file. Check capitals and spaces."))


def check_integrity(connection: Connection, path: Path) -> tuple[str, ...]:
    """Plain sentences on what does not hold in the file; empty where all is well.

    Every page's HMAC, SQLite's own structures, foreign keys, the chain of the history, the heads that were signed, and
    the tables themselves.
    """
    from imr_desk.store import history, integrity

    faults: list[str] = []
    if path.stat().st_size % PAGE:
        faults.append(tr("The file was cut short."))
    if pages := connection.rows("PRAGMA cipher_integrity_check"):
        faults.append(tr("Damaged pages: {n}.").format(n=len(pages)))
        return tuple(faults)
    faults.extend(str(row[0]) for row in connection.rows("PRAGMA integrity_check") if row[0] != "ok")
    if loose := connection.rows("PRAGMA foreign_key_check"):
        faults.append(tr("Links that lead nowhere: {n}.").format(n=len(loose)))
    if (line := history.broken_at(connection)) is not None:
        faults.append(tr("The history does not hold together from line {n} on.").format(n=line))
    if history.lacks_what_was_signed(connection):
        faults.append(tr("Lines of the history that were signed are no longer there."))
    return (*faults, *integrity.faults(connection))
