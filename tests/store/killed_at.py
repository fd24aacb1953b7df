"""Have a process killed by the kernel at a chosen system call (Linux): the moment is the same on every run.

A filter of system calls needs no rights and no other program; see seccomp(2).
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from pathlib import Path

_NUMBERS = {"x86_64": (0xC000003E, 18, 74, 87), "aarch64": (0xC00000B7, 68, 82, 35)}
"""Architecture; numbers of pwrite64, fsync, and unlink (unlinkat where there is no unlink)."""
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_SET_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_ARGUMENTS = 16


def kill_at(point: str, path: Path) -> None:
    """From now on this process dies at `point`: page:N (written to the file at path), synced, journal, removal."""
    _, pwrite, fsync, unlink = _NUMBERS[platform.machine()]
    what, _, number = point.partition(":")
    if what == "page":
        _install(pwrite, {0: _descriptor(path), 3: (int(number) - 1) * 4096})
    elif what == "synced":  # every page is written, and is about to be put on the disk
        _install(fsync, {0: _descriptor(path)})
    elif what == "journal":  # all of it is written, and is about to be put on the disk
        _install(fsync, {})
    else:
        _install(unlink, {})


def _descriptor(path: Path) -> int:
    wanted = str(path.resolve())
    for entry in Path("/proc/self/fd").iterdir():
        if entry.exists() and str(entry.readlink()) == wanted:
            return int(entry.name)
    raise FileNotFoundError(wanted)


def _install(call: int, arguments: dict[int, int]) -> None:
    """Kill at this call where each of these arguments (by position) has this value (below 2 to the power of 32)."""
    tests = [(0, call), *((_ARGUMENTS + 8 * place, value) for place, value in arguments.items())]
    program = []
    for at, (offset, value) in enumerate(tests):
        left = 2 * (len(tests) - at - 1)
        program += [(_LOAD, 0, 0, offset), (_EQUAL, 0, left + 1, value)]
    program += [(_RETURN, 0, 0, _KILL), (_RETURN, 0, 0, _ALLOW)]
    packed = b"".join(struct.pack("HBBI", *each) for each in program)
    held = ctypes.create_string_buffer(packed, len(packed))
    header = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program), ctypes.addressof(held)))
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or library.prctl(_SET_SECCOMP, _FILTER, header, 0, 0):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
