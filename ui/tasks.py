"""Work that takes longer than a moment, in a worker thread. Its result, or what went wrong, comes back to the window.

A sentence for the reader (ImrDeskError) is told apart from a fault of ours. Nothing is swallowed: a fault goes to
`broke` and to the program's exception hook.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from imr_desk.errors import ImrDeskError, StoppedError
from ui.taking_turns import workers

GONE_S = 0.02
"""How long the window waits, at the most, for a worker that told its result to say that it has ended."""


class Task(QObject):
    """One piece of work. Its signals are given in the thread of the window."""

    done = Signal(object)
    """The result."""
    refused = Signal(object)
    """An ImrDeskError: its sentence is for the reader."""
    broke = Signal(object)
    """Any other exception: a fault of ours."""
    finished = Signal()
    """After one of the three."""
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work: Callable[[], object] = work
        self._done: Callable[[object], object] | None = None
        self._refused: Callable[[ImrDeskError], object] | None = None
        self._ended.connect(self._tell)
        self.gone = threading.Event()
        """Set when the worker has ended, which is after the result was told."""

    def work(self) -> None:
        """Run in the worker thread. Every exception is carried over; `_tell` tells them apart in the window's."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - carried to the window's thread and raised to its hook there
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def tell(self, done: Callable[[object], object] | None, refused: Callable[[ImrDeskError], object] | None) -> None:
        """Who gets the result, and who the sentence for the reader.

        A method of a QObject is connected, and falls silent when the object is gone. Anything else is kept here and
        not by a connection, which nobody could let go of.
        """
        if _falls_silent(done):
            self.done.connect(done)
        else:
            self._done = done
        if _falls_silent(refused):
            self.refused.connect(refused)
        else:
            self._refused = refused

    def let_go(self) -> None:
        """Forget what the work held on to, and whoever was told.

        The task itself, a few hundred bytes, stays until its parent goes: its worker may hold it for a moment yet, and
        Qt for Python ends the program now and then where a QObject is deleted in such a moment.
        """
        self._work = _nothing
        self._done = self._refused = None

    @Slot(object, object)
    def _tell(self, result: object, error: Exception | None) -> None:
        try:
            self._say(result, error)
        finally:
            self.finished.emit()

    def _say(self, result: object, error: Exception | None) -> None:
        if error is None:
            if self._done is not None:
                self._done(result)
            self.done.emit(result)
        elif isinstance(error, ImrDeskError):
            if self._refused is not None:
                self._refused(error)
            self.refused.emit(error)
        else:
            self.broke.emit(error)
            sys.excepthook(type(error), error, error.__traceback__)


def _falls_silent(told: Callable[..., object] | None) -> bool:
    """Whether it is a method of a QObject."""
    return isinstance(getattr(told, "__self__", None), QObject)


def _nothing() -> None:
    """What is left of the work of a task that has told its result."""


class Stoppable:
    """The step a long job is at, and the way to stop it. Handed to the job, which calls it before each step.

    Stopped, it ends the job by a StoppedError, unless the `last` step had begun. It is no QObject: the worker may hold
    it longer than the window does; whoever shows the step looks at it now and then.
    """

    def __init__(self, sentence: str, last: str = "") -> None:
        """`sentence` says what stopping left as it was."""
        self._sentence, self._last = sentence, last
        self._stopped = False
        self.step = ""

    def __call__(self, step: str) -> None:
        """Called before a step, in the worker thread."""
        if self._stopped:
            raise StoppedError(self._sentence)
        self.step = step

    def stop(self) -> bool:
        """Stop before the next step; False where the last one has begun and nothing can be stopped any more."""
        if self._last and self.step == self._last:
            return False
        self._stopped = True
        return True


class _Job(QRunnable):
    """What the pool runs."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task, self._gone = task, task.gone

    def run(self) -> None:
        try:
            self._task.work()
        finally:
            workers.ended()
            self._gone.set()


class Tasks(QObject):
    """Runs tasks, one after the other unless `at_once` says how many may run together."""

    def __init__(self, parent: QObject | None = None, at_once: int = 1) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(at_once)
        self._running: set[Task] = set()

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], object] | None = None,
        refused: Callable[[ImrDeskError], object] | None = None,
    ) -> Task:
        """Start work in a worker thread. `done` gets its result, `refused` the sentence for the reader."""
        task = Task(work, self)
        task.tell(done, refused)
        self._running.add(task)
        task.finished.connect(self._finished)
        workers.wanted()
        self._pool.start(_Job(task))
        return task

    @property
    def running(self) -> int:
        """How many tasks have not told their result yet."""
        return len(self._running)

    def wait(self) -> None:
        """Wait for the worker threads: before the review is closed. Results are still told by the event loop."""
        self._pool.waitForDone(-1)
        workers.settle()

    @Slot()
    def _finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.discard(task)
            task.let_go()
            task.gone.wait(GONE_S)
        workers.settle()
