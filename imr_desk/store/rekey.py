"""Encrypting a review file anew under another key; its salt stays (design section 4; docs/file-format.md).

It is one transaction of SQLite. While it lasts the pages of before lie in the journal as they were, under the old key.
Whoever opens the file after a kill has SQLite put them back, with whatever key: so until the journal is gone the old
key opens the file, and from then on the new one. A new salt would leave pages for which neither key verifies.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from imr_desk.errors import DamagedFileError, FileProblemError, SaveFailedError
from imr_desk.i18n import tr
from imr_desk.store import sheets
from imr_desk.store.key import FileKey
from imr_desk.store.review_file import ReviewFile
from imr_desk.store.sheets import Sheet

NAME = "change_passphrase"
"""How it stands in the history."""
_ROOM = 1.1
"""The journal takes as much room as the file, and a little for the head of each page in it."""


def rekey(path: Path, old: FileKey, new: FileKey, at: str) -> Sheet:
    """Change the key of a closed review file; the sheet of the new recovery key, which is now in force.

    `at` is the moment, ISO 8601 in UTC. Errors as of opening with `old`; SaveFailedError where the disk refused: then
    the old key still opens the file. DamagedFileError where the file does not hold together before it is touched.
    """
    if new.salt != old.salt:
        raise ValueError("the salt of a review file stays the same")
    _check_room(path)
    file = ReviewFile.open(path, old, _no_migration)
    try:
        if file.integrity_faults():
            raise DamagedFileError(
                tr("This review file is damaged, so its passphrase was not changed. Nothing was written to it.")
            )
        with file.transaction(at):
            sheets.add(file.connection, new, at, settled=False)
            file.write_history(at, NAME, ())
        file.go_on_under(new)
        if faults := file.integrity_faults():
            raise DamagedFileError(
                tr("The passphrase was changed, but then the file was found damaged: {fault} Open a backup.").format(
                    fault=faults[0]
                )
            )
        return file.sheets()[-1]
    finally:
        file.close()


def _check_room(path: Path) -> None:
    """Refuse before anything is written where the disk cannot hold the journal."""
    try:
        room, size = shutil.disk_usage(path.absolute().parent).free, path.stat().st_size
    except OSError as error:
        raise FileProblemError(
            tr("‘{name}’ cannot be read. Check that you may open it.").format(name=path.name)
        ) from error
    if room < size * _ROOM:
        raise SaveFailedError(
            tr(
                "The passphrase was not changed: the disk has too little room for it. Free {n} MB and try again."
            ).format(n=max(1, round((size * _ROOM - room) / 1_000_000)))
        )


def _no_migration() -> None:
    raise FileProblemError(tr("This review was last saved by an older version. Open and save it once, then try again."))
