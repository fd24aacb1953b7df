"""Backups as jobs: making one of an open review, listing and comparing them, and restoring one to a new file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from imr_desk.errors import DamagedFileError, FileProblemError, NotAReviewError, WrongPassphraseError
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import KINDS
from imr_desk.review.purging import held
from imr_desk.review.review import Review
from imr_desk.session import Session
from imr_desk.store.backups import Backup, backups_in, folder_of, folders_near, free_name, make_backup
from imr_desk.store.copying import is_damaged, proved_copy
from imr_desk.store.driver import Connection, NotOpenedError
from imr_desk.store.key import FileKey, salt_of
from imr_desk.store.pages import any_page_verifies
from imr_desk.store.salts import key_from_passphrase
from imr_desk.store.schema import APPLICATION_ID

__all__ = [
    "Backup",
    "Copied",
    "back_up_to",
    "backups_of",
    "comparing",
    "differences",
    "job",
    "lies_in",
    "looking",
    "made_words",
    "newest_of",
    "restore",
    "restoring",
    "ways_out",
]


@dataclass(frozen=True)
class Copied:
    """A copy that was proved: its file, its size in bytes, and the digest of what it holds."""

    path: Path
    size: int
    digest: str


def job(session: Session, place: Path | None = None) -> Callable[[], Backup]:
    """What makes a backup of an open review, to be called in any thread, also after the review was closed.

    Asked for in the thread of the session. `place` is a folder of choice; without it backups lie beside the file.
    BackupFailedError where there is none; DamagedFileError where the review cannot be read whole.
    """
    folder = folder_of(session.path, place)
    return partial(make_backup, session.path, session.file.key, folder, session.clock(), on_hold=held(session.review))


def looking(session: Session) -> Callable[[], bool]:
    """What tells whether a page of an open review is damaged; asked for in its thread, called in any."""
    return partial(is_damaged, session.path, session.file.key)


def backups_of(path: Path, place: Path | None = None) -> tuple[Backup, ...]:
    """The backups of a review, the newest first: those beside the file and those in the place of choice.

    Where the beginning of the file is damaged nothing tells which are its own, so all in its folders are listed.
    """
    try:
        salt = salt_of(path)
    except FileProblemError:
        salt = b""
    named = {folder_of(path), folder_of(path, place)}
    every = [each for folder in named for each in backups_in(folder)]
    own = [each for each in every if salt_of(each.path) == salt]
    if not every:  # the file was renamed, or moved here together with them
        own = [each for folder in folders_near(path, place) for each in backups_in(folder, salt)]
    return tuple(sorted(own or every, key=lambda each: (each.at, each.path.name), reverse=True))


def lies_in(path: Path, place: Path | None = None) -> Path:
    """The folder in which the next backup of a review lies; it need not be there yet."""
    return folder_of(path, place)


def newest_of(path: Path, place: Path | None = None) -> Backup | None:
    """The newest proved backup of a review, if there is one."""
    return next(iter(backups_of(path, place)), None)


def back_up_to(session: Session, target: Path) -> Copied:
    """Make one proved copy of a review at a place and under a name of choice; in a folder, under a name of its own."""
    if target.is_dir():
        target = free_name(target, session.clock().replace(tzinfo=None))
    digest = proved_copy(session.path, session.file.key, target)
    return Copied(target, target.stat().st_size, digest)


def restore(backup: Path, target: Path, passphrase: str | None = None, raw_key: bytes | None = None) -> Copied:
    """Make a new review file of a backup; both are opened and compared, and neither the backup nor any file changes.

    By the passphrase that held when the backup was made, or by the raw key. FileProblemError where the name is taken;
    WrongPassphraseError, NotAReviewError and DamagedFileError as of opening a review.
    """
    key = _key_of(backup, passphrase, raw_key)
    with closing(Connection(backup, key.literal(), read_only=True)) as connection:
        try:
            found = connection.row("PRAGMA application_id")
        except NotOpenedError:
            found = (APPLICATION_ID,)  # damaged, which copying it says
    if found is None or int(found[0]) != APPLICATION_ID:
        raise NotAReviewError(tr("‘{name}’ is not a review file of IMR Desk.").format(name=backup.name))
    try:
        digest = proved_copy(backup, key, target)
    except DamagedFileError as error:
        raise DamagedFileError(
            tr("‘{name}’ is damaged and cannot be restored whole. Nothing was written. Take another backup.").format(
                name=backup.name
            )
        ) from error
    return Copied(target, target.stat().st_size, digest)


def _key_of(backup: Path, passphrase: str | None, raw_key: bytes | None) -> FileKey:
    key = FileKey(raw_key, salt_of(backup)) if raw_key is not None else key_from_passphrase(backup, passphrase or "")
    if not any_page_verifies(backup, key):
        raise WrongPassphraseError(
            tr("That passphrase does not open this backup. It opens with the one that held when it was made.")
        )
    return key


def restoring(session: Session, backup: Path, target: Path) -> Callable[[], Copied]:
    """What makes a new file of a backup of an open review; asked for in its thread, called in any."""
    return partial(restore, backup, target, raw_key=session.file.key.raw)


def comparing(session: Session, backup: Path) -> Callable[[], tuple[str, ...]]:
    """What tells how a backup differs from an open review; asked for in its thread, called in any."""
    return partial(differences, session.review, backup, session.file.key.raw)


def differences(now: Review, backup: Path, raw_key: bytes) -> tuple[str, ...]:
    """What a backup holds more or less of than the review as it is now, in words; by kinds of records.

    WrongPassphraseError where the passphrase was another when it was made. For any thread.
    """
    with closing(Session.open(backup, raw_key=raw_key, read_only=True)) as session:
        then = session.review
    lines = []
    for kind in KINDS.values():
        if kind.single:
            continue
        more = len(then.all(kind.name)) - len(now.all(kind.name))
        if more:
            label = tr(kind.plural if abs(more) != 1 else kind.label)
            line = tr("{n} more: {what}") if more > 0 else tr("{n} fewer: {what}")
            lines.append(line.format(n=abs(more), what=label))
    changed = sum(1 for kind in KINDS for record in then.all(kind) if (there := now.get(record.id)) and there != record)
    if changed:
        lines.append(trn("{n} record says something else", "{n} records say something else", changed))
    return tuple(lines)


def made_words(at: dt.datetime) -> str:
    """When a backup was made, as it is told: ‘5 December 2026, 14:32’."""
    from imr_desk.review.dates import day_in_words

    return tr("{day}, {time}").format(day=day_in_words(at.date()), time=f"{at:%H:%M}")


def ways_out(damaged: Path | None) -> str:
    """What to do about a damaged review from a terminal: its newest proved backup, and reading out what verifies."""
    if damaged is None:
        return ""
    newest = newest_of(damaged)
    if newest is None:
        return tr("No backup of it was found beside it. ‘imr-desk salvage’ reads out what can still be read.")
    return tr(
        "Its newest proved backup is of {when}: ‘{path}’. ‘imr-desk restore’ makes a new file of it; "
        "‘imr-desk salvage’ reads out of the damaged file what can still be read."
    ).format(when=made_words(newest.at), path=newest.path)
