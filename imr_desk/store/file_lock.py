"""The operating system's lock on a small file beside a review: whoever has it may write. Held until it is released.

The file holds an opaque token and nothing else. The system lets go of the lock when the process ends, however it ends;
then the file is left behind, and the next program takes its lock like any other. The lock is on a byte far behind the
token, because Windows lets nobody else read what is locked.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from imr_desk.errors import ReadOnlyPlaceError
from imr_desk.i18n import tr

if sys.platform == "win32":
    import msvcrt

    FAR = 0x4000_0000

    def _lock(handle: int) -> bool:
        os.lseek(handle, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


GOES_WHILE_OPEN = sys.platform != "win32"
"""Whether a file that is open can be taken away."""
ENDING = ".lock"
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
OWNER_ONLY = 0o600
ATTEMPTS = 100
"""How often it is tried again where whoever had the lock took its file away at that instant."""


def lock_file_of(review: Path) -> Path:
    """The small file beside a review; the same by whichever link the review is reached."""
    real = review.resolve()
    return real.with_name(real.name + ENDING)


class FileLock:
    """A lock that is held. It belongs to this process alone: processes it starts do not get it."""

    def __init__(self, path: Path, handle: int) -> None:
        """Take over a file that is open and locked."""
        self.path, self.token = path, os.urandom(16).hex()
        self._handle: int | None = handle

    @classmethod
    def take(cls, review: Path) -> FileLock | None:
        """Take the lock of a review; None where somebody else has it. It never waits.

        ReadOnlyPlaceError where its folder takes no file, or knows no locks.
        """
        path = lock_file_of(review)
        for _ in range(ATTEMPTS):
            handle = _opened(path)
            if handle is None:
                continue
            try:
                if not _locked(path, handle):
                    os.close(handle)
                    return None
                ours = _is_at(path, handle)
            except BaseException:
                os.close(handle)
                raise
            if ours:
                return cls(path, handle)._signed()
            os.close(handle)  # the one who had it has just taken the file away: this lock keeps nobody out
        return None

    def _signed(self) -> FileLock:
        """Write the token into the file; where the disk refuses, the lock is let go and no file is left."""
        try:
            if self._handle is not None:
                os.ftruncate(self._handle, 0)
                os.lseek(self._handle, 0, os.SEEK_SET)
                os.write(self._handle, self.token.encode("ascii"))
        except OSError as error:
            self.release()
            raise _full(self.path) from error
        return self

    def release(self) -> None:
        """Let go of the lock, and leave nothing beside the review. May be called twice."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        # While the lock is still ours, so that it is our file that goes; on Windows, where a file that is open stays,
        # afterwards. Where it stays nothing is wrong: the next program takes the lock of the same file.
        try:
            if GOES_WHILE_OPEN and _is_at(self.path, handle):
                with suppress(OSError):
                    self.path.unlink()
        finally:
            os.close(handle)
        if not GOES_WHILE_OPEN:
            with suppress(OSError):
                self.path.unlink()


def _opened(path: Path) -> int | None:
    """The small file, made where it was not there; None where it went away at that instant."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(path, flags, OWNER_ONLY)
    except FileNotFoundError:
        if path.parent.exists():
            return None
        raise _only_readable(path) from None
    except OSError as error:
        raise (_full(path) if error.errno in _NO_ROOM else _only_readable(path)) from error


def _locked(path: Path, handle: int) -> bool:
    try:
        return _lock(handle)
    except OSError as error:  # a network folder without locks
        raise ReadOnlyPlaceError(
            tr(
                "‘{name}’ can only be read where it is: the folder ‘{folder}’ cannot keep two programs apart. "
                "To write in it, copy it to a folder on this computer."
            ).format(name=path.name.removesuffix(ENDING), folder=path.parent.name)
        ) from error


def _is_at(path: Path, handle: int) -> bool:
    """Whether the file that was opened is the one that stands there now."""
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _full(path: Path) -> ReadOnlyPlaceError:
    return ReadOnlyPlaceError(
        tr(
            "‘{name}’ can only be read just now: the disk of the folder ‘{folder}’ takes nothing more. "
            "Free some space and open it again."
        ).format(name=path.name.removesuffix(ENDING), folder=path.parent.name)
    )


def _only_readable(path: Path) -> ReadOnlyPlaceError:
    return ReadOnlyPlaceError(
        tr(
            "‘{name}’ can only be read where it is: the folder ‘{folder}’ cannot be written to. "
            "To write in it, copy it to a folder of your own."
        ).format(name=path.name.removesuffix(ENDING), folder=path.parent.name)
    )
