"""The window has its turn at once while a worker is at work, no garbage is searched for, and then all is as before."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.taking_turns import SWITCH_S, Workers, workers
from ui.tasks import Tasks

USUAL = 0.004


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    workers.settle()
    interval, often, on = sys.getswitchinterval(), gc.get_threshold(), gc.isenabled()
    sys.setswitchinterval(USUAL)
    gc.set_threshold(500, 7, 90)
    gc.enable()
    yield
    if not on:
        gc.disable()
    sys.setswitchinterval(interval)
    gc.set_threshold(*often)


def now() -> tuple[float, tuple[int, int, int]]:
    return round(sys.getswitchinterval(), 6), gc.get_threshold()


def test_turns_come_quickly_and_no_garbage_is_searched_for_while_a_worker_is_at_work() -> None:
    few = Workers()
    few.wanted()
    assert now() == (SWITCH_S, (0, 7, 90))
    few.ended()
    assert now() == (USUAL, (0, 7, 90))  # its thread still runs
    few.settle()
    assert now() == (USUAL, (500, 7, 90))


def test_turns_stay_quick_until_the_last_of_several_workers_has_ended() -> None:
    few = Workers()
    few.wanted()
    few.wanted()
    few.ended()
    few.settle()
    assert now() == (SWITCH_S, (0, 7, 90))
    few.ended()
    few.settle()
    assert now() == (USUAL, (500, 7, 90))


def test_what_is_set_meanwhile_stays_when_the_worker_ends() -> None:
    few = Workers()
    few.wanted()
    first, second, _ = gc.get_threshold()
    gc.set_threshold(first, second, 100)
    few.ended()
    few.settle()
    assert now() == (USUAL, (500, 7, 100))


def test_next_worker_may_be_wanted_before_the_window_heard_of_the_last() -> None:
    few = Workers()
    few.wanted()
    few.ended()
    few.wanted()
    few.ended()
    few.settle()
    assert now() == (USUAL, (500, 7, 90))


def test_task_takes_turns_with_the_window_also_when_it_ends_in_a_fault(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[object] = []
    tasks = Tasks(qapp)

    def work() -> None:
        seen.append((now(), threading.current_thread() is threading.main_thread()))
        raise LookupError

    with qtbot.captureExceptions() as raised:
        task = tasks.run(work)
        qtbot.waitUntil(lambda: not tasks.running)
    tasks.wait()
    assert raised
    assert seen == [((SWITCH_S, (0, 7, 90)), False)]
    assert now() == (USUAL, (500, 7, 90))
    task.deleteLater()


def test_no_garbage_is_searched_for_in_a_worker_however_much_it_makes(qtbot: QtBot, qapp: QApplication) -> None:
    threads: set[str] = set()

    def note(phase: str, _info: object) -> None:
        threads.add(threading.current_thread().name)

    def work() -> None:
        for _ in range(20_000):
            ring: list[object] = []
            ring.append(ring)

    tasks = Tasks(qapp)
    gc.callbacks.append(note)
    try:
        tasks.run(work)
        qtbot.waitUntil(lambda: not tasks.running)
        tasks.wait()
        for _ in range(2_000):
            ring: list[object] = []
            ring.append(ring)
    finally:
        gc.callbacks.remove(note)
    assert threads == {threading.main_thread().name}


def test_much_that_a_worker_made_is_not_looked_through_in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.taking_turns.MUCH", 1000)
    searched: list[str] = []

    def told(phase: str, _more: object) -> None:
        searched.append(phase)

    gc.callbacks.append(told)
    few = Workers()
    few.wanted()
    made = [[number] for number in range(3000)]
    few.ended()
    few.settle()
    more = [[number] for number in range(100)]
    gc.callbacks.remove(told)
    assert not searched
    assert len(more) == 100
    assert len(made) == 3000
    gc.unfreeze()


def test_garbage_is_searched_for_again_though_a_worker_ends_after_its_result_was_told(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited_for, ended = threading.Event(), workers.ended

    class Gone(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waited_for.set()
            return super().wait(60)

    def later() -> None:
        assert waited_for.wait(60)
        ended()

    monkeypatch.setattr(workers, "ended", later)
    monkeypatch.setattr("ui.tasks.threading.Event", Gone)
    tasks = Tasks(qapp)
    tasks.run(lambda: None)
    qtbot.waitUntil(lambda: not tasks.running)
    assert gc.get_threshold() == (500, 7, 90)
    tasks.deleteLater()
