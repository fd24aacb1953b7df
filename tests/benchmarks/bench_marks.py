"""How soon the marks of names stand after a key: beside a key that no name is looked for after, in the same run.

Both are waited for as a person does, up to what is painted. Quote how many times the plain key it takes, and the time
of the processor in the thread of the window: on a busy machine a clock on the wall measures the others.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest
from bench_steps import settled, wait
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from window_tools import ScriptedAsk, open_by_key, running

from imr_desk.guidance.facts import Place
from imr_desk.operations.names import RegisterName
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from ui.program import Program
from ui.widgets.names.marker import PAUSE_MS, Marker

NAME, KEYS, BETWEEN_MS = "Jolyon Wetherspindle", 60, 30
GOAL_MS, MOST_TIMES, MOST_CPU_MS = 150.0, 6.0, 100.0
"""Aimed at for 99 of 100 keys; on a busy machine how many times the slowest plain key; and how much work it may be."""
PARAGRAPH = (
    "The officer wrote that the file was sent on that day, and that it came back a week later without a note. " * 4
)


class Paints(QObject):
    """Knows when a box was painted last."""

    def __init__(self, box: QTextEdit) -> None:
        super().__init__(box)
        self.count = 0
        box.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        self.count += event.type() is QEvent.Type.Paint
        return False


class Taken(NamedTuple):
    """In milliseconds: on the wall, and of processor time."""

    wall: float
    work: float


def slowest(taken: list[Taken], part: float = 0.99) -> Taken:
    at = min(int(len(taken) * part), len(taken) - 1)
    return Taken(sorted(each.wall for each in taken)[at], sorted(each.work for each in taken)[at])


def until(over: object, limit_s: float = 5.0) -> None:
    """Let the window run until that is so."""
    end = time.perf_counter() + limit_s
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(2)
    look.timeout.connect(lambda: loop.quit() if over() or time.perf_counter() > end else None)  # type: ignore[operator]
    look.start()
    loop.exec()


def taken_by(box: QTextEdit, typed: str, *, marks: bool) -> list[Taken]:
    """Type letter by letter; after each, wait for it to be painted, or for the marks of the text with it."""
    paints = Paints(box)
    marker = box.findChildren(Marker)[0]
    found = []
    for letter in typed:
        before = paints.count
        begun, worked = time.perf_counter(), time.thread_time()
        QTest.keyClick(box, letter)
        if marks:
            until(lambda: marker._read is not None and marker._read.text == box.toPlainText())
            box.viewport().repaint()
        else:
            until(lambda was=before: paints.count > was)
        found.append(Taken((time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000))
        wait(BETWEEN_MS)
    return found


@pytest.fixture(params=[(0, 1), (0, 750), (20_000, 1)], ids=["sample", "50,000 words in a field", "20,000 entries"])
def box(
    request: pytest.FixtureRequest, qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QTextEdit]:
    """A text of the window, with so many paragraphs in it, in a sample of so many entries."""
    entries, paragraphs = request.param
    monkeypatch.setitem(os.environ, "XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "review.imr"
    write_sample(path, SAMPLE_PASSPHRASE, **({"entries": entries} if entries else {}))
    session = Session.open(path, SAMPLE_PASSPHRASE)
    session.run(RegisterName("STF-04", NAME))
    session.close()
    with running(ScriptedAsk(), pages_ahead=True) as program:
        yield opened(program, path, paragraphs)


def opened(program: Program, path: Path, paragraphs: int) -> QTextEdit:
    open_by_key(program, path, Session.derive_key(path, SAMPLE_PASSPHRASE), stage=1)
    review = settled(program)
    review.pages.go_to(Place("period", "period", "background", ""), 1)
    wait(200)
    found = QApplication.focusWidget()
    assert isinstance(found, QTextEdit)
    found.setPlainText("\n".join([PARAGRAPH] * paragraphs))
    wait(3_000)
    return found


def test_marks_stand_soon_after_each_key(box: QTextEdit) -> None:
    words = f" It was {NAME} who rang, and Mrs Quillfeather"
    letters = (words * 4)[:KEYS]
    plain = taken_by(box, letters[:20], marks=False)
    marked = taken_by(box, letters, marks=True)
    usual, slow, key = median(each.wall for each in marked), slowest(marked), slowest(plain)
    print(
        f"\na plain key {median(each.wall for each in plain):.1f} ms, slowest {key.wall:.1f} ms; marks stand within "
        f"{usual:.1f} ms, 99 of 100 within {slow.wall:.1f} ms, {slow.wall / (key.wall + PAUSE_MS):.1f} times the "
        f"key and the pause after it; processor time 99 of 100 within {slow.work:.1f} ms"
    )
    assert slow.work <= MOST_CPU_MS
    assert slow.wall <= max(GOAL_MS, MOST_TIMES * (key.wall + PAUSE_MS))
