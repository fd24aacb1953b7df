"""What this process leaves behind when it ends in the middle: no core dump, no report of the fault with its memory.

Here stands what the core asks of one system only. Each is asked as far as it lets itself be asked; what is left is said
in docs/security.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PR_SET_DUMPABLE = 4
NO_REPORT = 0x0001 | 0x0002 | 0x8000
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX: a fault ends the process, and its memory is
sent nowhere."""
NO_HEAP = 0x0001
"""WER_FAULT_REPORTING_FLAG_NOHEAP: where a report is made all the same, what was on the heap stays out of it."""

Library = Callable[[str], Any]


def be_quiet(system: str = sys.platform, library: Library | None = None) -> None:
    """Switch off dumps and reports of this process. Called once, before anything of a review is read.

    `library` loads a library of the system by its name; tests hand in their own.
    """
    if system == "win32":
        _quiet_on_windows(library or _windows_library)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if system == "linux":
        # No dump by a collector either, and no other program of this person may look into the memory.
        (library or _library)("").prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


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
