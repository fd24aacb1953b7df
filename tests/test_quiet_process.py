"""The process leaves no dump and no report; secrets that can be overwritten are."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from imr_desk.quiet import NO_HEAP, NO_REPORT, be_quiet, overwrite_free_places, overwrite_what_is_freed, wipe
from imr_desk.stretch import stretched
from ui import command

ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
FALLS = """
import ctypes, os, resource, signal
from imr_desk.quiet import be_quiet
be_quiet()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
os.kill(os.getpid(), signal.SIGSEGV)
"""


@ONLY_LINUX
def test_process_that_crashes_leaves_no_core_and_cannot_be_looked_into(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", FALLS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGSEGV
    assert done.stdout.split() == ["0", "0"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["--version"], []])
def test_both_ways_into_the_program_are_quiet_before_anything_else(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    done: list[str] = []
    monkeypatch.setattr(command, "be_quiet", lambda: done.append("quiet"))
    monkeypatch.setattr("imr_desk.cli.main", lambda _words: done.append("command") or 0)
    monkeypatch.setattr("ui.starting.begin", lambda: done.append("window"))
    monkeypatch.setattr("ui.app.run", lambda _path: 0)
    assert command.main(words) == 0
    assert done == ["quiet", "command" if words else "window"]


def test_what_a_library_warns_of_is_not_printed(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[1]
    warns = "import warnings\nfrom imr_desk.quiet import be_quiet\nbe_quiet()\nwarnings.warn('Row 3: Wetherspindle')"
    done = subprocess.run(
        [sys.executable, "-c", warns],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@ONLY_LINUX
def test_module_run_without_a_window_is_quiet_too() -> None:
    shows = "import resource, runpy, sys; sys.argv[1:] = ['--version']\n"
    shows += "try:\n    runpy.run_module('imr_desk', run_name='__main__')\n"
    shows += "finally:\n    print(resource.getrlimit(resource.RLIMIT_CORE))"
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", shows], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "(0, 0)"


def test_windows_is_asked_for_no_report_and_no_heap_and_keeps_what_was_set() -> None:
    asked: list[tuple[object, ...]] = []
    kernel = SimpleNamespace(
        GetErrorMode=lambda: 0x0004,
        SetErrorMode=lambda mode: asked.append(("SetErrorMode", mode)),
        WerSetFlags=lambda flags: asked.append(("WerSetFlags", flags)),
    )

    def library(name: str) -> SimpleNamespace:
        asked.append((name,))
        return kernel

    be_quiet("win32", library)
    assert asked == [("kernel32",), ("SetErrorMode", 0x0004 | NO_REPORT), ("WerSetFlags", NO_HEAP)]


def test_windows_is_asked_to_make_no_report_of_the_packed_program_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    excluded: list[tuple[str, int]] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("programs") / "imr-desk.exe"))
    nothing = SimpleNamespace(GetErrorMode=int, SetErrorMode=int, WerSetFlags=int)
    reports = SimpleNamespace(WerAddExcludedApplication=lambda name, for_all: excluded.append((name, for_all)))
    be_quiet("win32", lambda name: reports if name == "wer" else nothing)
    assert excluded == [("imr-desk.exe", 0)]


def test_what_is_freed_is_overwritten_only_for_as_long_as_is_asked() -> None:
    asked: list[tuple[object, ...]] = []
    c_library = SimpleNamespace(
        mallopt=lambda *given: asked.append(given), malloc_trim=lambda keep: asked.append(("trim", keep))
    )
    overwrite_what_is_freed(on=True, system="linux", library=lambda _name: c_library)
    overwrite_what_is_freed(on=False, system="linux", library=lambda _name: c_library)
    overwrite_what_is_freed(on=True, system="win32", library=lambda _name: c_library)
    assert asked == [(-6, 0x55), (-6, 0), ("trim", 0)]


@ONLY_LINUX
def test_places_of_small_objects_that_are_gone_are_overwritten() -> None:
    words = [f"quockerwodger {number:05d}" for number in range(20_000)]
    stays = words[::2]  # so that none of their pages is given back
    places = [id(each) for each in words[1::2]]
    del words
    before = sum(b"quockerwodger" in ctypes.string_at(place + 32, 40) for place in places)
    overwrite_free_places()
    after = sum(b"quockerwodger" in ctypes.string_at(place + 32, 40) for place in places)
    assert (len(stays), before > 9_000, after) == (10_000, True, 0)


def test_wiping_overwrites_in_place() -> None:
    words = bytearray(b"four plain words")
    wipe(words)
    assert words == bytes(16)


@pytest.mark.usefixtures("no_key_known")
def test_passphrase_made_into_bytes_is_overwritten_after_the_key_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytearray] = []
    monkeypatch.setattr("imr_desk.stretch.wipe", lambda words: (seen.append(words), wipe(words)))
    key = stretched("four plain words here", b"1" * 16)
    assert key.hex().startswith("dfc75701e280c508")
    assert seen == [bytearray(21)]
