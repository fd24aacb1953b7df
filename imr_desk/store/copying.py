"""A copy of a review file that is proved before it gets its name: for backups, and for restoring one.

The copy is made in slices through a connection of its own, so whoever edits meanwhile waits for a few milliseconds at
most; where the review was changed while it was copied, the copy begins anew. Key and salt are those of the source.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from imr_desk.errors import (
    BackupFailedError,
    ChangedMeanwhileError,
    DamagedFileError,
    FileProblemError,
    SaveFailedError,
)
from imr_desk.i18n import tr
from imr_desk.store.digest import NOT_CONTENT, content_digest
from imr_desk.store.driver import Connection, NotOpenedError
from imr_desk.store.key import FileKey, salt_of
from imr_desk.store.opening import OWNER_ONLY

SLICE = 256
"""Pages copied at one time: one MiB, about ten milliseconds."""
ATTEMPTS = 4
"""How often a copy is begun anew because the review was changed meanwhile."""
SPARE = 1 << 20
"""Bytes that have to be left free on the disk beside the copy."""
UNPROVED = ".part"
"""How the name of a copy ends as long as it is not proved."""
_RENAMES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds waited before the next try, where another program (a scanner, a synchroniser) holds the copy."""

Rest = Callable[[float], None]


def proved_copy(source: Path, key: FileKey, target: Path, *, rest: Rest = time.sleep) -> str:
    """Copy a review file to a name that is free; the digest of what it holds.

    `target` is there when this returns, whole, on disk and proved; or there is nothing. BackupFailedError says why;
    DamagedFileError where the source itself cannot be read whole.
    """
    refuse_taken(target)
    refuse_full(target.parent, source)
    part = beside(target)
    with said_of_copies(target.parent, source):
        try:
            digest = _copied(source, key, part)
            put_on_disk(part)
            prove(part, key, digest)
            put_in_place(part, target, rest)
        finally:
            part.unlink(missing_ok=True)
    return digest


def refuse_taken(target: Path) -> None:
    """Nothing is ever written over: FileProblemError where the name is taken."""
    if target.exists() or target.is_symlink():
        raise FileProblemError(tr("‘{name}’ is there already. Choose another name.").format(name=target.name))


def refuse_full(folder: Path, source: Path) -> None:
    """BackupFailedError where the disk has no room for a copy of the source, or the folder is not there."""
    try:
        free, size = shutil.disk_usage(folder).free, source.stat().st_size
    except OSError as error:
        raise BackupFailedError(_no_place(folder)) from error
    if free < size + SPARE:
        raise BackupFailedError(_full(folder))


def prove(copy: Path, key: FileKey, digest: str) -> None:
    """Open a copy with its key and compare all that it holds; BackupFailedError where anything differs."""
    with closing(Connection(copy, key.literal(), read_only=True)) as connection:
        connection.run("PRAGMA temp_store = MEMORY")
        try:
            sound = salt_of(copy) == key.salt  # SQLCipher does not look, as it is given key and salt
            sound = sound and not connection.rows("PRAGMA cipher_integrity_check")
            sound = sound and connection.rows("PRAGMA quick_check") == [("ok",)]
            sound = sound and not connection.rows("PRAGMA foreign_key_check")
            same = sound and content_digest(connection) == digest
        except (NotOpenedError, DamagedFileError):
            same = False
    if not same:
        raise BackupFailedError(
            tr("A copy was written, but it does not hold what the review holds. It was taken away. Try another place.")
        )


def is_damaged(path: Path, key: FileKey) -> bool:
    """Whether a page of a review does not verify. For any thread, also while somebody writes."""
    with closing(Connection(path, key.literal(), read_only=True)) as connection:
        for _ in range(ATTEMPTS):
            before = connection.row("PRAGMA data_version")
            if not connection.rows("PRAGMA cipher_integrity_check"):
                return False
            if connection.row("PRAGMA data_version") == before:  # else a page was read while it was written
                return True
    return False


def digest_of(path: Path, key: FileKey) -> str:
    """The digest of what a file holds; errors of the driver where it cannot be read."""
    with closing(Connection(path, key.literal(), read_only=True)) as connection:
        connection.run("PRAGMA temp_store = MEMORY")
        return content_digest(connection)


def put_in_place(part: Path, target: Path, rest: Rest = time.sleep) -> None:
    """Give a finished file its name, never over another; OSError where that cannot be done."""
    for pause in _RENAMES:
        try:
            _rename(part, target)
            break
        except PermissionError:
            rest(pause)
    else:
        _rename(part, target)
    _put_folder_on_disk(target.parent)


def _rename(part: Path, target: Path) -> None:
    if os.name != "nt":  # where a rename would put one file over another
        try:
            os.link(part, target)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            refuse_taken(target)
        else:
            part.unlink()
            return
    part.rename(target)


def beside(target: Path) -> Path:
    """A name in the same folder for what is not proved yet."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}{UNPROVED}")


def _copied(source: Path, key: FileKey, part: Path) -> str:
    """Copy until nobody changed the source meanwhile; its digest."""
    with closing(Connection(source, key.literal(), read_only=True)) as original:
        original.run("PRAGMA temp_store = MEMORY")
        for _ in range(ATTEMPTS):
            before = original.row("PRAGMA data_version")
            _copy(original, key, part)
            digest = content_digest(original)
            # The copying reads over a damaged page of an index, or one that is free, and writes it as a sound one.
            damaged = original.rows("PRAGMA cipher_integrity_check")
            if original.row("PRAGMA data_version") == before:
                if damaged:
                    raise DamagedFileError(tr("This review file is damaged. Nothing was written to it."))
                return digest
            part.unlink()
    raise ChangedMeanwhileError(
        tr("No backup was made yet: the review was being changed all the time. It is tried again in a while.")
    )


def _copy(original: Connection, key: FileKey, part: Path) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), OWNER_ONLY))
    with closing(Connection(part, key.literal())) as copy:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY"):
            copy.run(f"PRAGMA {setting}")  # nobody needs half a copy; it is put on disk as a whole before it is proved
        original.copy_into(copy, SLICE)
        for name in NOT_CONTENT:
            if copy.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)):
                copy.run(f'DELETE FROM "{name}"')  # noqa: S608


def put_on_disk(path: Path) -> None:
    """Have the system write a file to the disk itself. OSError where the disk does not take it."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_folder_on_disk(folder: Path) -> None:
    """Have the new name put on disk too. Windows and some shared folders know no such thing; the copy is whole."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def said_of_copies(folder: Path, source: Path) -> Iterator[None]:
    """Turn what goes wrong with a copy into a sentence on the copy; the review itself is as it was."""
    try:
        yield
    except FileExistsError as error:
        raise FileProblemError(tr("A file of that name is there already. Choose another name.")) from error
    except (OSError, SaveFailedError) as error:
        refuse_full(folder, source)
        raise BackupFailedError(_no_place(folder)) from error
    except (NotOpenedError, DamagedFileError) as error:
        raise DamagedFileError(
            tr(
                "This review file is damaged, so no backup of it could be proved. "
                "Its older backups were left as they are."
            )
        ) from error


def _full(folder: Path) -> str:
    return tr(
        "No copy was made: the disk of ‘{folder}’ is full. The review itself is as it was. "
        "Free some space, or choose another place."
    ).format(folder=folder.name or str(folder))


def _no_place(folder: Path) -> str:
    return tr(
        "No copy was made: ‘{folder}’ cannot be written to. The review itself is as it was. Choose another place."
    ).format(folder=folder.name or str(folder))
