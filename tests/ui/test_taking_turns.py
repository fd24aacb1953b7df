"""The window has its turn at once while a worker is at work, and everything is as before afterwards."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.taking_turns import NEVER, SWITCH_S, taking_turns
from ui.tasks import Tasks

USUAL = 0.004


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    interval, often = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(USUAL)
    gc.set_threshold(500, 7, 90)
    yield
    sys.setswitchinterval(interval)
    gc.set_threshold(*often)


def now() -> tuple[float, tuple[int, int, int]]:
    return round(sys.getswitchinterval(), 6), gc.get_threshold()


def test_turns_come_quickly_and_older_garbage_waits_while_a_worker_is_at_work() -> None:
    with taking_turns():
        assert now() == (SWITCH_S, (500, NEVER, 90))
    assert now() == (USUAL, (500, 7, 90))


def test_turns_stay_quick_until_the_last_of_several_workers_has_ended() -> None:
    with taking_turns():
        with taking_turns():
            pass
        assert now() == (SWITCH_S, (500, NEVER, 90))
    assert now() == (USUAL, (500, 7, 90))


def test_what_is_set_meanwhile_stays_when_the_worker_ends() -> None:
    with taking_turns():
        first, second, _ = gc.get_threshold()
        gc.set_threshold(first, second, 100)
    assert now() == (USUAL, (500, 7, 100))


def test_task_takes_turns_with_the_window_also_when_it_ends_in_a_fault(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[object] = []
    tasks = Tasks(qapp)

    def work() -> None:
        seen.append((now(), threading.current_thread() is threading.main_thread()))
        raise LookupError

    with qtbot.captureExceptions() as raised:
        task = tasks.run(work)
        qtbot.waitUntil(lambda: not tasks.running, timeout=5_000)
    tasks.wait()
    assert raised
    assert seen == [((SWITCH_S, (500, NEVER, 90)), False)]
    assert now() == (USUAL, (500, 7, 90))
    task.deleteLater()
