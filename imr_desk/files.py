"""Writing a small file whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import time
from contextlib import suppress
from pathlib import Path

_NAMELESS = getattr(os, "O_TMPFILE", 0)
_NOT_HERE = (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL)
"""What a system or disk says that knows no files without a name."""
_ABANDONED_S = 60
"""A part that is older was left behind when a computer or program stopped."""


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write beside the target, put on disk, then replace: a reader sees the old file or the new one, never a part.

    Where the system can, what is being written has no name, so that nothing is left of it if the program is killed.
    OSError where it cannot be done; no temporary file is left behind.
    """
    import secrets  # brings a large library of ciphers, which the start of the window does without

    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        if not _written_nameless(beside, data, mode):
            handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode)
            _fill(handle, data)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sweep(path)


def _written_nameless(beside: Path, data: bytes, mode: int) -> bool:
    """Write a file that gets its name when it is whole; False where the system has no such files."""
    if not _NAMELESS:
        return False
    try:
        handle = os.open(beside.parent, _NAMELESS | os.O_WRONLY, mode)
    except OSError as error:
        if error.errno in _NOT_HERE and beside.parent.is_dir():
            return False
        raise
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        try:
            os.link(f"/proc/self/fd/{file.fileno()}", beside, follow_symlinks=True)
        except OSError:  # no /proc, or a disk that gives no second name: with a name from the start, then
            return False
    return True


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sweep(path: Path) -> None:
    """Take away parts of this file that were left behind where they had to have a name."""
    part = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}")
    with suppress(OSError):  # whatever cannot be taken away stays: the file itself is there
        for each in path.parent.iterdir():
            if part.fullmatch(each.name) and time.time() - each.stat().st_mtime > _ABANDONED_S:
                each.unlink(missing_ok=True)
