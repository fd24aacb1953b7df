"""The ways never to be locked out: recovery keys on numbered sheets, another passphrase, a forgotten one."""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from imr_desk.clock import Clock, stamp, system_clock
from imr_desk.errors import BadInputError, FileProblemError, WrongPassphraseError
from imr_desk.i18n import tr
from imr_desk.jobs import backups
from imr_desk.passphrases import judge
from imr_desk.review.dates import day_in_words
from imr_desk.session import Session
from imr_desk.store.key import SALT_BYTES, FileKey, derive, salt_of
from imr_desk.store.pages import any_page_verifies
from imr_desk.store.recovery import MistypedError, RecoveryKey, check_value, read
from imr_desk.store.rekey import rekey
from imr_desk.store.review_file import ReviewFile
from imr_desk.store.salts import key_with_salt
from imr_desk.store.sheets import START, Sheet

__all__ = [
    "Changed",
    "MistypedError",
    "RecoveryKey",
    "RecoverySheet",
    "Sheet",
    "change_passphrase",
    "day_of",
    "earlier_sheets",
    "is_key_of",
    "is_recorded",
    "read",
    "recover",
    "sheet_as_pdf",
    "sheet_for",
    "sheet_of",
    "sheet_with",
    "told_of",
    "told_of_old_key",
    "told_of_sheet",
]


@dataclass(frozen=True)
class RecoverySheet:
    """What stands on the sheet in force: the groups, its number and check value, since when, and the file's name."""

    groups: tuple[str, ...] = field(repr=False)
    number: int
    check: str
    made_at: str
    file: str

    @property
    def since(self) -> str:
        """The day since when it opens the review, in words, by the clock on the wall."""
        return day_of(self.made_at)


@dataclass(frozen=True)
class Changed:
    """A passphrase that was changed: the raw key now (32 bytes), the new sheet, and the backup made just before."""

    key: bytes = field(repr=False)
    sheet: RecoverySheet
    backup: Path


def sheet_of(session: Session) -> RecoverySheet:
    """The sheet in force of an open review."""
    sheet = in_force(session.file)
    groups = RecoveryKey(session.file.key, sheet.number).groups()
    return RecoverySheet(groups, sheet.number, sheet.check, sheet.made_at, session.path.name)


def in_force(file: ReviewFile) -> Sheet:
    """The sheet that opens a file. One that knows of none, and is open for reading only, has its first."""
    sheets = file.sheets()
    return sheets[-1] if sheets else Sheet(1, file.fact("made_at") or START, check_value(file.key, 1))


def told_of_old_key(path: Path, raw_key: bytes, place: Path | None = None) -> str:
    """What is told of a passphrase that opens a backup and not the review any more; nothing where it opens none."""
    key = key_with_salt(path, raw_key, place)
    opened = next((each for each in backups.backups_of(path, place) if any_page_verifies(each.path, key)), None)
    if opened is None:
        return ""
    return tr(
        "This was the passphrase of the review until it was changed. It still opens the backup of {when}. "
        "Type the newer one."
    ).format(when=backups.made_words(opened.at))


def sheet_for(path: Path, passphrase: str) -> RecoverySheet:
    """The sheet in force of a closed review, or of one that is open elsewhere; errors as of opening it."""
    with closing(Session.open(path, passphrase, read_only=True)) as session:
        return sheet_of(session)


def sheet_with(path: Path, raw_key: bytes) -> RecoverySheet:
    """As `sheet_for`, where the raw key is at hand."""
    with closing(Session.open(path, raw_key=raw_key, read_only=True)) as session:
        return sheet_of(session)


def sheet_as_pdf(sheet: RecoverySheet, day: dt.date) -> bytes:
    """One clean page with a sheet, to print or to save; made in memory."""
    from imr_desk.export.pdf.recovery_sheet import write_recovery_sheet

    return write_recovery_sheet(sheet.groups, sheet.number, sheet.check, sheet.since, sheet.file, day)


def is_key_of(session: Session, raw_key: bytes) -> bool:
    """Whether this is the key of an open review; for whoever should not see it without the passphrase."""
    return hmac.compare_digest(session.file.key.raw, raw_key)


def is_recorded(session: Session) -> bool:
    """Whether the review says what became of the sheet in force: kept in some way, or refused in words."""
    number = in_force(session.file).number
    return any(each.number("sheet") == number for each in session.review.all("recovery_sheet"))


def earlier_sheets(session: Session) -> tuple[str, ...]:
    """What the sheets before the one in force still open, a sentence each, the newest first."""
    sheets = session.file.sheets()
    said = tr("Sheet {n} opens backups made before {day}.")
    pairs = reversed(tuple(pairwise(sheets)))
    return tuple(said.format(n=sheet.number, day=day_of(after.made_at)) for sheet, after in pairs)


def told_of(session: Session, typed: str) -> str:
    """What the sheet is whose groups were typed, beside an open review. MistypedError names a wrong group."""
    return told_of_sheet(session.file.sheets() or (in_force(session.file),), read(typed))


def change_passphrase(
    path: Path, raw_key: bytes, passphrase: str, *, place: Path | None = None, clock: Clock = system_clock
) -> Changed:
    """Change the passphrase of a closed review, after a proved backup; `place` is where backups lie, if of choice.

    BadInputError for a passphrase that will not do; BackupFailedError, and nothing is changed; errors as of `rekey`.
    """
    return _changed(path, key_with_salt(path, raw_key, place), passphrase, place, clock)


def recover(
    path: Path,
    recovery: RecoveryKey,
    passphrase: str,
    *,
    place: Path | None = None,
    clock: Clock = system_clock,
    take_over: bool = False,
) -> Changed:
    """Give a closed review a new passphrase by its recovery key. The first bytes of the file are not needed.

    WrongPassphraseError says what is told of a sheet that does not open it; the rest as of `change_passphrase`.
    `take_over`: the person wants a review that may still be open on another computer.
    """
    salt_of(path)  # says so where there is no such file
    try:
        return _changed(path, recovery.key, passphrase, place, clock, take_over=take_over)
    except WrongPassphraseError as error:
        if any_page_verifies(path, recovery.key):
            raise
        raise WrongPassphraseError(told_of_stranger(path, recovery, place)) from error


def _changed(
    path: Path, key: FileKey, passphrase: str, place: Path | None, clock: Clock, *, take_over: bool = False
) -> Changed:
    judged = judge(passphrase, known=(path.stem,))
    if not judged.enough:
        raise BadInputError(judged.words)
    new = derive(passphrase, key.salt)
    with closing(Session(ReviewFile.open(path, key, _too_old, take_over=take_over, at=stamp(clock)), clock)) as session:
        if new == key:
            raise BadInputError(tr("This is the passphrase that the review has already. Choose another one."))
        back_up = backups.job(session, place)
        made = back_up()
    sheet = rekey(path, key, new, stamp(clock))
    groups = RecoveryKey(new, sheet.number).groups()
    shown = RecoverySheet(groups, sheet.number, sheet.check, sheet.made_at, path.name)
    return Changed(new.raw, shown, made.path)


def told_of_sheet(sheets: Sequence[Sheet], recovery: RecoveryKey) -> str:
    """What a sheet is to an open review: ‘This is sheet 1; this file needs sheet 2 …’."""
    now, number = sheets[-1], recovery.sheet
    known = next((each for each in sheets if each.number == number), None)
    if known is None or check_value(recovery.key, number) != known.check:
        return tr("This sheet belongs to another review, or to another file of this one.")
    if known == now:
        return tr("This is sheet {n}, the one that opens this file.").format(n=number)
    until = next(each for each in sheets if each.number == number + 1)
    return tr("This is sheet {n}; this file needs sheet {needed}. Sheet {n} opens backups made before {day}.").format(
        n=number, needed=now.number, day=day_of(until.made_at)
    )


def told_of_stranger(path: Path, recovery: RecoveryKey, place: Path | None = None) -> str:
    """What can be told of a sheet that does not open a closed file: of which review it is, and what it does open."""
    with path.open("rb") as file:
        same = file.read(SALT_BYTES) == recovery.key.salt
    if not same:
        return tr("This recovery key is sheet {n} of another review. It does not open this file.").format(
            n=recovery.sheet
        )
    said = tr(
        "This is sheet {n} of this review, but this file needs another sheet: its passphrase was changed in between."
    ).format(n=recovery.sheet)
    opened = next(
        (each for each in backups.backups_of(path, place) if any_page_verifies(each.path, recovery.key)), None
    )
    if opened is None:
        return said
    more = tr("Sheet {n} opens the backup of {when}.").format(n=recovery.sheet, when=backups.made_words(opened.at))
    return f"{said} {more}"


def day_of(moment: str) -> str:
    """The day of a moment (ISO 8601), in words, by the clock on the wall."""
    return day_in_words(dt.datetime.fromisoformat(moment).astimezone().date())


def _too_old() -> None:
    raise FileProblemError(
        tr("This review was last saved by an older version. Open it once with its passphrase, then try again.")
    )
