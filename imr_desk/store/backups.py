"""Backups of a review file: where they lie, what they are called, making one, and letting old ones go.

A backup is the review file itself, copied and proved (see `copying`); any of them opens with the passphrase that held
when it was made. Its name says when it was made and nothing else. A name without `.part` at its end is given to a copy
that was proved, and to nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from imr_desk.errors import BackupFailedError
from imr_desk.i18n import tr
from imr_desk.store.copying import UNPROVED, proved_copy
from imr_desk.store.key import SALT_BYTES, FileKey
from imr_desk.store.pages import PAGE
from imr_desk.store.rotation import kept

_NAME = re.compile(r"backup (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})\.(\d{2})(?: \((\d+)\))?\.imr")
_ABANDONED = dt.timedelta(hours=1)
"""An unproved copy that is older was left behind when a computer or program stopped."""


@dataclass(frozen=True)
class Backup:
    """A backup that was proved: its file, when it was made by the clock on the wall (no zone), its size in bytes."""

    path: Path
    at: dt.datetime
    size: int


def folder_of(review: Path, place: Path | None = None) -> Path:
    """The folder of a review's backups: beside the file, or in a place of choice. It need not be there yet."""
    return (place or review.absolute().parent) / f"{review.stem} backups"


def folders_near(review: Path, place: Path | None = None) -> tuple[Path, ...]:
    """Where backups of a review may lie, the likeliest first: also under the name of a file that was renamed since.

    The folder of the file itself comes last; a backup finds those beside it there.
    """
    beside = review.absolute().parent
    try:
        renamed = sorted(beside.glob("* backups"))
    except OSError:
        renamed = []
    chosen = (folder_of(review, place),) if place is not None else ()
    return tuple(dict.fromkeys((folder_of(review), *chosen, *renamed, beside)))


def make_backup(review: Path, key: FileKey, folder: Path, now: dt.datetime, *, on_hold: bool = False) -> Backup:
    """Make a backup and prove it; then let old ones go, unless an inquiry hold stops that.

    For any thread: it opens connections of its own. `folder` is made if it is not there, but not its parents.
    BackupFailedError says why there is none; DamagedFileError where the review itself cannot be read whole.
    """
    wall = now.replace(tzinfo=None, microsecond=0)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise BackupFailedError(
            tr(
                "No copy was made: the folder ‘{folder}’ cannot be made. The review itself is as it was. "
                "Choose another place for backups."
            ).format(folder=folder.name)
        ) from error
    path = free_name(folder, wall)
    proved_copy(review, key, path)
    made = Backup(path, wall, path.stat().st_size)
    if not on_hold:
        _let_go(folder, key.salt, made, wall)
    return made


def backups_in(folder: Path, salt: bytes | None = None) -> tuple[Backup, ...]:
    """The backups in a folder, the newest first; with `salt` only those of that review. None where it is not there."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return ()
    found = (_backup_at(path) for path in entries)
    ours = [each for each in found if each is not None and (salt is None or _salt(each.path) == salt)]
    return tuple(sorted(ours, key=lambda each: (each.at, each.path.name), reverse=True))


def time_in(name: str) -> dt.datetime | None:
    """The time in the name of a backup; None for any other name."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return dt.datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}:{found[4]}")
    except ValueError:
        return None


def _backup_at(path: Path) -> Backup | None:
    at = time_in(path.name)
    if at is None or path.is_symlink() or not path.is_file():
        return None
    size = path.stat().st_size
    return Backup(path, at, size) if size and size % PAGE == 0 else None


def _salt(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError:
        return b""


def free_name(folder: Path, wall: dt.datetime) -> Path:
    """A name that is not taken; two of one second are told apart by a number."""
    stem = f"backup {wall:%Y-%m-%d %H.%M.%S}"
    path, number = folder / f"{stem}.imr", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}).imr"
    return path


def _let_go(folder: Path, salt: bytes, made: Backup, wall: dt.datetime) -> None:
    """Take away the backups of this review that the rule does not keep, and copies that were never finished.

    What cannot be taken away stays: a backup too many harms nobody, and the new one is there.
    """
    found = backups_in(folder, salt)
    staying = kept((each.at for each in found), wall)
    gone = [each.path for each in found if each.at not in staying and each.path != made.path]
    for path in (*gone, *_abandoned(folder)):
        _unlink(path)


def _abandoned(folder: Path) -> list[Path]:
    now = dt.datetime.now().timestamp()
    return [
        path
        for path in folder.glob(f".backup *{UNPROVED}")
        if path.is_file() and now - path.stat().st_mtime > _ABANDONED.total_seconds()
    ]


def _unlink(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
