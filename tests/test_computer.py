"""Which computer this is, and whether a process of it runs: a number that was given anew is told from the old one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from imr_desk import computer


def test_computer_and_user_have_names_and_the_computer_one_mark() -> None:
    assert computer.name()
    assert computer.user()
    assert computer.machine() == computer.machine()
    assert computer.name() in computer.machine()


def test_start_of_a_process_stays_the_same_and_ends_with_it() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        started = computer.process_started(child.pid)
        assert started
        assert started == computer.process_started(child.pid)
        assert started != computer.process_started(os.getpid())
    finally:
        child.communicate(b"\n")
    assert computer.process_started(child.pid) is None


def test_system_that_tells_no_starts_still_tells_what_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(30)
    monkeypatch.setattr(computer, "PROCESSES", tmp_path)
    assert computer.process_started(os.getpid()) == ""
    assert computer.process_started(ended.pid) is None


def test_account_that_stands_in_no_list_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("getpwuid")

    monkeypatch.setattr(computer.getpass, "getuser", unknown)
    assert computer.user() == "?"
