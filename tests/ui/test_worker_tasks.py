"""Work in a thread: its result, a sentence for the reader, or a fault of ours come back to the window's thread."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from imr_desk.errors import ImrDeskError, SaveFailedError
from ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.wait()


def answer() -> int:
    return 42


def refuse() -> None:
    raise SaveFailedError("Not saved: the disk is full.")


def fail() -> None:
    raise ZeroDivisionError("ours")


def test_task_result_comes_back_in_the_thread_of_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    where: list[object] = []

    def done(result: object) -> None:
        where.extend((result, QThread.currentThread() is tasks.thread()))

    with qtbot.waitSignal(tasks.run(answer, done).finished):
        assert tasks.running == 1
    assert where == [42, True]
    assert tasks.running == 0


def test_task_runs_in_another_thread(tasks: Tasks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tasks.run(threading.get_ident).done) as told:
        pass
    assert told.args != [threading.get_ident()]


def test_task_sentence_for_the_reader_is_told_apart(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[ImrDeskError] = []
    task = tasks.run(refuse, refused=told.append)
    with qtbot.assertNotEmitted(task.broke), qtbot.assertNotEmitted(task.done), qtbot.waitSignal(task.finished):
        pass
    assert [error.sentence for error in told] == ["Not saved: the disk is full."]


def test_task_fault_of_ours_reaches_the_hook(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    hooked: list[object] = []

    def hook(kind: object, error: BaseException, trace: object) -> None:
        hooked.extend((kind, str(error), trace is not None))

    monkeypatch.setattr(sys, "excepthook", hook)
    with qtbot.waitSignal(tasks.run(fail).broke) as told:
        pass
    assert isinstance(told.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: tasks.running == 0)
    assert hooked == [ZeroDivisionError, "ours", True]


def test_tasks_run_one_after_the_other_in_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[object] = []
    started = threading.Event()

    def first() -> str:
        started.wait(5)
        return "first"

    def second() -> str:
        return "second"

    tasks.run(first, order.append)
    last = tasks.run(second, order.append)
    with qtbot.waitSignal(last.finished):
        started.set()
    assert order == ["first", "second"]


def test_tasks_wait_until_the_work_is_done(tasks: Tasks, qtbot: QtBot) -> None:
    finished: list[int] = []

    def work() -> None:
        finished.append(1)

    tasks.run(work)
    tasks.wait()
    assert finished == [1]
    qtbot.waitUntil(lambda: tasks.running == 0)


class Held:
    """Something of a review."""


@pytest.mark.parametrize("ends", [answer, refuse])
def test_finished_task_holds_nothing_of_its_work_or_of_who_was_told(
    tasks: Tasks, qtbot: QtBot, ends: Callable[[], object]
) -> None:
    held = Held()
    seen = weakref.ref(held)

    def work(_held: Held) -> object:
        return ends()

    def told(_held: Held, _result: object) -> None:
        pass

    task = tasks.run(partial(work, held), partial(told, held), partial(told, held))
    qtbot.waitUntil(lambda: not tasks.running)
    del held
    gc.collect()
    assert seen() is None
    assert task.parent() is tasks
