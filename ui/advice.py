"""What the guidance says of the review as it stands, worked out in a worker thread after every change.

The judge is asked for in the thread of the window, since it may read the file; names and checks are looked for in the
worker, on the immutable Review. One checker, one task at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui import starting
from ui.courtesy import Courtesy

if TYPE_CHECKING:
    import datetime as dt

    from imr_desk.guidance.engine import Checker
    from imr_desk.guidance.facts import NamesSeen, Place, Result
    from imr_desk.operations.judging import Judge
    from imr_desk.review.review import Review
    from ui.tasks import Tasks


class Judged(Protocol):
    """The open review, as far as it is judged."""

    def judging(self) -> tuple[Judge, Review, dt.date]:
        """The judge, which may read the file as it is asked for, the review, and what day it is."""

    def register_to_open(self) -> Callable[[], object]:
        """What a worker does before the judge is first asked for."""


@dataclass(frozen=True)
class Advice:
    """How every check stands for one review, and where names were seen in it."""

    review: Review
    results: tuple[Result, ...]
    names: NamesSeen

    def name_places(self) -> tuple[Place, ...]:
        """Every field in which a name is still to be dealt with, registered names first."""
        from imr_desk.guidance.facts import Place

        seen = (*self.names.registered, *self.names.unknown)
        found = ((self.review.get(record_id), field) for record_id, field in dict.fromkeys(seen))
        return tuple(Place.at(record, field, "") for record, field in found if record is not None)


class Adviser(QObject):
    """Gives new advice after `look` was called, however often, as soon as the work before is done."""

    ready = Signal()
    """What judges, with the lists of names, is loaded."""
    advised = Signal(object)
    """An Advice."""

    def __init__(self, judged: Judged, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._judged: Judged | None = judged
        self._tasks = tasks
        self._courtesy = Courtesy(self)
        self._checker: Checker | None = None
        self._busy = self._again = self._advised = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._begin)

    @Slot()
    def look(self) -> None:
        """The review has changed, or is seen for the first time."""
        if self._busy:
            self._again = True
        else:
            self._soon.start()

    def stop(self) -> None:
        """Give no more advice: the review is being closed."""
        self._soon.stop()
        self._judged = None
        starting.over()

    @Slot()
    def _begin(self) -> None:
        if self._judged is None:
            return
        self._busy = True
        if self._checker is None:  # the first time, the checks and the lists of names are loaded beside the window
            task = self._tasks.run(_load, self._loaded)
        else:
            task = self._tasks.run(
                partial(_look, self._courtesy.breathe, self._checker, *self._judged.judging()), self._told
            )
        task.broke.connect(self._broke)

    def _loaded(self, checker: object) -> None:
        self._checker = cast("Checker", checker)
        if self._judged is not None:
            self._tasks.run(self._judged.register_to_open(), self._opened).broke.connect(self._broke)

    def _opened(self, _register: object) -> None:
        self._busy = False
        if self._judged is not None:
            self.ready.emit()
        self._begin()

    def _told(self, advice: object) -> None:
        self._busy = False
        if self._judged is None:
            return
        if not self._advised:
            self._advised = True
            starting.done()  # by now every record was read
        self.advised.emit(advice)
        if self._again:
            self._again = False
            self._soon.start()

    def _broke(self, _error: object) -> None:
        """A fault of ours in a check; it was reported, and the next change begins anew."""
        self._busy = self._again = False


def _load() -> Checker:
    """Import what judges, make the checker, and load the lists of names: the first mark does not wait for them."""
    import_module("imr_desk.operations.judging")
    from imr_desk.guidance.engine import Checker
    from imr_desk.names.loading import load_lists

    load_lists()
    return Checker()


def _look(breathe: Callable[[], None], checker: Checker, judge: Judge, review: Review, today: dt.date) -> Advice:
    """Look at the review; runs in the worker."""
    facts = judge.facts(review, today, breathe)
    return Advice(review, checker.refresh(facts, breathe), facts.names)
