"""What is written for Windows, run where it is not: its calls are stood in for, so this proves the flow alone."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from imr_desk import computer, folders
from imr_desk.store import file_lock

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the tests of the real thing run")

Loaded = Callable[[ModuleType], ModuleType]


@pytest.fixture
def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> Loaded:
    """A second copy of a module, made as Windows would make it."""

    def load(module: ModuleType) -> ModuleType:
        assert module.__spec__ is not None
        assert module.__file__ is not None
        spec = importlib.util.spec_from_file_location(f"{module.__name__}_on_windows", module.__file__)
        assert spec is not None
        assert spec.loader is not None
        made = importlib.util.module_from_spec(spec)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "platform", "win32")
            spec.loader.exec_module(made)
        return made

    return load


def test_byte_behind_the_token_is_locked_by_one_and_the_file_goes_after_it_was_closed(
    as_on_windows: Loaded, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    locked: set[tuple[int, int]] = set()

    def locking(handle: int, mode: int, count: int) -> None:
        byte = (os.fstat(handle).st_ino, os.lseek(handle, 0, os.SEEK_CUR))
        if byte in locked:
            raise PermissionError(13, "locked")
        locked.add(byte)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    lock = as_on_windows(file_lock).FileLock
    review = tmp_path / "review.imr"
    held = lock.take(review)
    assert (tmp_path / "review.imr.lock").read_text(encoding="ascii") == held.token
    assert {place for _, place in locked} == {0x4000_0000}
    assert lock.take(review) is None
    held.release()
    held.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "answer"), [(2, False), (3, False), (4, True)])
def test_drive_is_on_the_network_where_windows_says_so(
    as_on_windows: Loaded, monkeypatch: pytest.MonkeyPatch, kind: int, answer: bool
) -> None:
    asked: list[str] = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return kind

    monkeypatch.setattr(
        ctypes, "windll", SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=drive_type)), raising=False
    )
    assert as_on_windows(folders)._on_network(Path("/somewhere/IMR")) is answer
    assert asked == ["/"]


class Kernel:
    """The few calls of Windows that tell of processes: 7 runs, 8 has ended, others cannot be opened."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.OpenProcess, self.GetExitCodeProcess = _Call(self._open), _Call(self._ended)
        self.GetProcessTimes, self.CloseHandle = _Call(self._times), _Call(self._close)

    def _open(self, access: int, inherit: bool, process: int) -> int:
        if process not in (7, 8):
            return 0
        self.open.append(process)
        return process

    def _ended(self, handle: int, code: object) -> int:
        code._obj.value = 259 if handle == 7 else 0  # type: ignore[attr-defined]
        return 1

    def _times(self, handle: int, began: object, *_others: object) -> int:
        began._obj.dwHighDateTime, began._obj.dwLowDateTime = 1, 5  # type: ignore[attr-defined]
        return 1

    def _close(self, handle: int) -> int:
        self.open.remove(handle)
        return 1


class _Call:
    """A function with types that can be set, as those of a library of Windows have."""

    def __init__(self, does: Callable[..., int]) -> None:
        self._does = does

    def __call__(self, *given: object) -> int:
        return self._does(*given)


@pytest.mark.parametrize(
    ("process", "error", "answer"), [(7, 0, str((1 << 32) + 5)), (8, 0, None), (9, 5, ""), (10, 87, None)]
)
def test_start_of_a_process_is_that_which_windows_counts(
    as_on_windows: Loaded, monkeypatch: pytest.MonkeyPatch, process: int, error: int, answer: str | None
) -> None:
    kernel = Kernel()
    monkeypatch.setitem(sys.modules, "winreg", SimpleNamespace())
    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: error, raising=False)
    assert as_on_windows(computer).process_started(process) == answer
    assert kernel.open == []
