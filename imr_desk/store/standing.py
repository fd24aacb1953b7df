"""Whether a file that is open is still the one that stands under its name.

A file that is open can be taken away, or another be put in its place: by a person, by a program that synchronises. The
open one then lives on without a name, and what is written to it is lost when it is closed. So it is looked at before
every edit; never by opening it, because closing it again would take away SQLite's own locks.
"""

from __future__ import annotations

import enum
import os
from pathlib import Path

from imr_desk.errors import SaveFailedError
from imr_desk.i18n import tr


class Standing(enum.Enum):
    """How the file stands."""

    HERE = "here"
    GONE = "gone"
    REPLACED = "replaced"
    UNREACHABLE = "unreachable"


class Standee:
    """A file as it was when it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._then = self._path.stat()

    def standing(self) -> Standing:
        """How the file stands now."""
        try:
            now = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return Standing.GONE
        except OSError:
            return Standing.UNREACHABLE
        return Standing.HERE if os.path.samestat(self._then, now) else Standing.REPLACED

    def must_be_here(self) -> None:
        """SaveFailedError where it is not; nothing may then be written."""
        standing = self.standing()
        if standing is not Standing.HERE:
            raise SaveFailedError(sentence(standing, self._path))


def sentence(standing: Standing, path: Path) -> str:
    """What to say of a file that does not stand where it was."""
    safe = tr("Your words are still here. Save the review to another place; nothing was overwritten.")
    if standing is Standing.GONE:
        what = tr("Not saved: ‘{name}’ is no longer in ‘{folder}’.")
    elif standing is Standing.REPLACED:
        what = tr("Not saved: another file was put in the place of ‘{name}’ in ‘{folder}’.")
    else:
        what = tr("Not saved: ‘{folder}’, where ‘{name}’ lies, cannot be reached.")
    return what.format(name=path.name, folder=path.absolute().parent.name) + " " + safe
