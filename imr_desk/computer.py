"""Which computer this is, who works at it, and whether a process of it still runs: told alike on Windows and Unix.

The start of a process is told by the system's own count, not by the clock, which may be set back. What stands here
leaves this computer only inside an encrypted review file.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

MACHINE_ID = Path("/etc/machine-id")
PROCESSES = Path("/proc")
_STARTED = 19
"""Where /proc/N/stat has the start of a process, counted from after its name: the 22nd of all fields."""


def user() -> str:
    """Whose account this is; "?" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account that stands in no list, as in a container
        return "?"


def machine() -> str:
    """What tells this computer from another of the same name."""
    return f"{_own_id()} {name()}".strip()


def process_started(process: int) -> str | None:
    """When a process of this computer started, as words to compare; None where it does not run any more.

    Empty where it runs and the system does not say since when.
    """
    return _started(process)


if sys.platform == "win32":
    import ctypes
    import winreg
    from ctypes import wintypes

    _MAY_ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _NO_SUCH = 87  # ERROR_INVALID_PARAMETER
    _RUNS = 259  # STILL_ACTIVE

    def name() -> str:
        """What this computer is called; "?" where nobody called it anything."""
        return os.environ.get("COMPUTERNAME", "") or "?"

    def _own_id() -> str:
        try:
            with winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE,
                r"SOFTWARE\Microsoft\Cryptography",
                0,
                winreg.KEY_READ | winreg.KEY_WOW64_64KEY,
            ) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""

    def _started(process: int) -> str | None:
        system = ctypes.WinDLL("kernel32", use_last_error=True)
        system.OpenProcess.restype = wintypes.HANDLE
        system.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        system.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
        system.GetProcessTimes.argtypes = (wintypes.HANDLE, *(ctypes.POINTER(wintypes.FILETIME),) * 4)
        system.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = system.OpenProcess(_MAY_ASK, False, process)
        if not handle:
            return None if ctypes.get_last_error() == _NO_SUCH else ""
        try:
            ended = wintypes.DWORD()
            times = tuple(wintypes.FILETIME() for _ in range(4))
            if system.GetExitCodeProcess(handle, ctypes.byref(ended)) and ended.value != _RUNS:
                return None
            if not system.GetProcessTimes(handle, *(ctypes.byref(each) for each in times)):
                return ""
            return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime)
        finally:
            system.CloseHandle(handle)

else:

    def name() -> str:
        """What this computer is called; "?" where nobody called it anything."""
        return os.uname().nodename or "?"

    def _own_id() -> str:
        try:
            return MACHINE_ID.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _started(process: int) -> str | None:
        if not (PROCESSES / "self").exists():
            return "" if _is_there(process) else None
        try:
            fields = (PROCESSES / str(process) / "stat").read_text(encoding="utf-8", errors="replace")
            boot = (PROCESSES / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except OSError:  # it ended while it was looked at, or is hidden from this account
            return "" if _is_there(process) else None
        return f"{boot} {fields.rpartition(')')[2].split()[_STARTED]}"

    def _is_there(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
