"""What this process leaves behind when it ends in the middle: no core dump, no report of the fault with its memory.

Here stands what the core asks of one system only. Each is asked as far as it lets itself be asked; what is left is said
in docs/security.md.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_DUMPABLE = 4
NO_REPORT = 0x0001 | 0x0002 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX: a fault ends the process, and its memory is
sent nowhere."""
NO_HEAP = 0x0001
"""WER_FAULT_REPORTING_FLAG_NOHEAP: where a report is made all the same, what was on the heap stays out of it."""

M_PERTURB, PATTERN = -6, 0x55
"""mallopt: what is freed is overwritten with this byte."""
LEAST, MOST, STEP = 48, 512, 16
"""Sizes of the places in which Python keeps small objects; larger ones it gets from the C library."""
OWN = 34
"""Bytes of an object that are not its content, and one that is written into it below."""
FILLED = 6 * 1024 * 1024
"""Bytes filled of each size: more than is free after a long review was closed."""

Library = Callable[[str], Any]


def be_quiet(system: str = sys.platform, library: Library | None = None) -> None:
    """Switch off dumps and reports of this process, and what libraries say of files: it may hold words of them.

    Called once, before anything of a review is read.

    `library` loads a library of the system by its name; tests hand in their own.
    """
    warnings.simplefilter("ignore")
    if system == "win32":
        _quiet_on_windows(library or _windows_library)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if system == "linux":
        # No dump by a collector either, and no other program of this person may look into the memory.
        (library or _library)("").prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def overwrite_what_is_freed(on: bool, system: str = sys.platform, library: Library | None = None) -> None:
    """From now on memory is overwritten when it is given back; with `on` False no longer, and what is free is let go.

    Only the C library of Linux can. It costs time, so it is on while a review is being closed and forgotten.
    """
    if system != "linux":
        return
    c_library = (library or _library)("")
    c_library.mallopt(M_PERTURB, PATTERN if on else 0)
    if not on:
        c_library.malloc_trim(0)


def overwrite_free_places() -> None:
    """Write over what small objects of Python left behind: their places are filled once more and let go of again.

    Python keeps such places for the next object of the same size, with what stood in them. About a quarter of a second.
    """
    for size in range(LEAST, MOST + 1, STEP):
        empty = bytes(size - OWN)
        kept = [empty + b"\0" for _ in range(FILLED // size)]
        del kept


def _quiet_on_windows(library: Library) -> None:
    kernel = library("kernel32")
    kernel.SetErrorMode(kernel.GetErrorMode() | NO_REPORT)
    kernel.WerSetFlags(NO_HEAP)
    if getattr(sys, "frozen", False):  # else the program goes by the name of the interpreter, and so do others
        library("wer").WerAddExcludedApplication(Path(sys.executable).name, 0)


def _library(name: str) -> Any:  # noqa: ANN401 - a library of C has no types
    import ctypes  # not needed to read a review

    return ctypes.CDLL(name or None)


def _windows_library(name: str) -> Any:  # noqa: ANN401 - a library of C has no types
    import ctypes

    return getattr(ctypes, "windll")[name]  # noqa: B009 - not there on other systems, nor for the checker of types


def wipe(words: bytearray) -> None:
    """Overwrite what was secret. Only a bytearray can be: a str or bytes of Python cannot, and is let go of instead."""
    words[:] = bytes(len(words))
