"""How soon the window answers while a report is exported: held to the same window with nothing to do, in the same run.

An answer is what a person waits for: a key goes to the table of the chronology, and the row it leads to is painted.
It is measured from the moment the key was due, so that every moment in which the window did not run is counted.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from window_tools import ScriptedAsk, open_by_key, running

from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from ui.pages.chronology import ChronologyPage
from ui.program import Program
from ui.sign_off_jobs import SignOffJobs

EVERY_MS, IDLE_MS, READY_MS = 25, 4_000, 60_000
GOAL_MS, MOST_TIMES = 50.0, 10.0
"""What is aimed at for the slowest answer of a hundred; and how many times that of an idle window on a busy machine."""
FILES = {"Word": "report.docx", "PDF": "report.pdf", "CSV": "chronology.csv"}
USUAL = 0
"""Entries of the sample as it is."""


class Answers(NamedTuple):
    """In milliseconds."""

    middle: float
    slowest_of_100: float
    worst: float
    count: int


class Keys(QObject):
    """Presses a key again and again, and keeps how long each answer took."""

    def __init__(self, page: ChronologyPage) -> None:
        super().__init__()
        self._table = page.table
        self._taken: list[float] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._press)

    def begin(self) -> None:
        self._taken.clear()
        self._due = time.perf_counter() + EVERY_MS / 1000
        self._timer.start()

    def end(self) -> Answers:
        self._timer.stop()
        taken = sorted(self._taken)
        return Answers(median(taken), taken[int(len(taken) * 0.99)], taken[-1], len(taken))

    @Slot()
    def _press(self) -> None:
        down = len(self._taken) % 40 < 20
        QTest.keyClick(self._table, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        self._table.viewport().repaint()
        now = time.perf_counter()
        self._taken.append(max(0.0, now - self._due) * 1000)
        self._due = now + EVERY_MS / 1000


@pytest.fixture
def program(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setitem(os.environ, "XDG_CONFIG_HOME", str(tmp_path))
    with running(ScriptedAsk(), pages_ahead=True) as made:
        yield made


def opened(program: Program, path: Path, entries: int) -> Keys:
    """The window at the chronology, when everything that it begins by itself is done."""
    if entries:
        write_sample(path, SAMPLE_PASSPHRASE, entries=entries)
    else:
        write_sample(path, SAMPLE_PASSPHRASE)
    open_by_key(program, path, Session.derive_key(path, SAMPLE_PASSPHRASE), stage=4)
    review = program.review
    assert review is not None
    end = time.monotonic() + READY_MS / 1000
    while review.advice is None or review._making is None or review._making.stages or program.tasks.running:
        assert time.monotonic() < end
        wait(100)
    wait(500)
    page = review.pages.page
    assert isinstance(page, ChronologyPage)
    page.table.setFocus()
    return Keys(page)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def while_exported(program: Program, keys: Keys, target: Path) -> Answers:
    assert program.review is not None
    jobs = SignOffJobs(program.review.session, program.tasks, parent=program)
    loop, refused = QEventLoop(), []
    jobs.done.connect(loop.quit)
    jobs.failed.connect(lambda _job, why: (refused.append(why), loop.quit()))
    keys.begin()
    jobs.export(target, draft=True)
    loop.exec()
    assert refused == []
    return keys.end()


def tell(what: str, answers: Answers, idle: Answers) -> None:
    times = answers.slowest_of_100 / idle.slowest_of_100
    print(
        f"\n{what:28} {answers.count:4} keys: middle {answers.middle:5.1f}, "
        f"slowest of 100 {answers.slowest_of_100:5.1f}, worst {answers.worst:5.1f} ms; {times:4.1f} times",
        end="",
    )


@pytest.mark.parametrize("entries", [USUAL, 2_000])
def test_window_answers_while_a_report_is_exported(program: Program, tmp_path: Path, entries: int) -> None:
    keys = opened(program, tmp_path / "review.imr", entries)
    keys.begin()
    wait(IDLE_MS)
    idle = keys.end()
    size = f"{entries:,} entries" if entries else "sample"
    tell(f"{size}, an idle window", idle, idle)
    for name, file in FILES.items():
        answers = while_exported(program, keys, tmp_path / file)
        tell(f"{size}, {name}", answers, idle)
        assert (tmp_path / file).exists()
        assert answers.slowest_of_100 <= max(GOAL_MS, MOST_TIMES * idle.slowest_of_100)
    print()
