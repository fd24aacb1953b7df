"""The only holder of the session in the window: edits go in here, and what they changed comes out.

An edit that could not be put on disk is kept and tried again before the next one, in order, so that nothing a page
believes to be kept is lost (design section 2, point 6).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from imr_desk.errors import BusyError, ImrDeskError, SaveFailedError
from imr_desk.i18n import tr
from imr_desk.session import Session

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.operations.judging import Judge
    from imr_desk.operations.writing import Written
    from imr_desk.review.record import RecordId
    from imr_desk.review.review import Review
    from ui.aside import Aside, Ended
    from ui.tasks import Tasks

    Composer = Callable[[Callable[[str], RecordId]], tuple[Operation, Place]]


class Bridge(QObject):
    """Runs the edits of one open review and tells what became of them."""

    changed = Signal(object)
    """Changes: what an edit changed, after it is on disk."""
    failed = Signal(str)
    """An edit could not be put on disk, and waits; the sentence says why. What was typed stays where it was typed."""
    refused = Signal(object, str)
    """An edit (an Operation, or None for undo and redo) that the review does not take; the sentence says why."""
    notes = Signal(tuple)
    """What the door for text took out of an edit, in plain sentences."""
    saved = Signal()
    """An edit is on disk."""
    taking_over = Signal(bool)
    """Edits that a worker made come into the review now, with those that waited for it; False: they are in it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._waiting: list[tuple[Operation, str]] = []
        self._aside: Aside | None = None
        self._end = session.subscribe(self.changed.emit)

    @property
    def review(self) -> Review:
        """The review as it stands on disk."""
        return self.session.review

    @property
    def waiting(self) -> bool:
        """Whether there are edits that could not be put on disk yet."""
        return bool(self._waiting)

    @property
    def writing(self) -> bool:
        """Whether a worker makes an edit: while that is put on disk, reading would wait for it."""
        return self._aside is not None

    @property
    def trouble(self) -> str:
        """A sentence where the file was taken away or replaced, so that nothing can be kept in it; else nothing."""
        return "" if self.session.read_only else self.session.trouble

    # ---- edits
    def run(self, operation: Operation, visit: str = "") -> bool:
        """Make an edit; whether it is on disk. Where the disk refuses, it waits and is tried again with the next.

        While a worker makes one it waits for the end of that.
        """
        if not self.retry():
            self._waiting.append((operation, visit))
            return False
        try:
            self._make(operation, visit)
        except SaveFailedError as error:
            self._waiting.append((operation, visit))
            self.failed.emit(error.sentence)
            return False
        except ImrDeskError as error:
            self.refused.emit(operation, error.sentence)
            return False
        return True

    def retry(self) -> bool:
        """Try the edits that wait; whether none waits any more."""
        if self._aside is not None:
            return False
        if trouble := self.trouble:
            self.failed.emit(trouble)
            return False
        while self._waiting:
            operation, visit = self._waiting[0]
            try:
                self._make(operation, visit)
            except SaveFailedError as error:
                self.failed.emit(error.sentence)
                return False
            except ImrDeskError as error:  # it can never be kept: said, and not in the way of the others
                self.refused.emit(operation, error.sentence)
            self._waiting.pop(0)
        return True

    @cached_property
    def _tasks(self) -> Tasks:
        """A queue of its own: edits wait for it."""
        from ui.tasks import Tasks

        return Tasks(self)

    def run_aside(self, operation: Operation, ended: Ended) -> None:
        """Make an edit that takes long in a worker; `ended` is told that it is on disk, or why not."""
        if self._is_busy() or not self.retry():
            ended(busy())
            return
        self._stand_aside(operation, self.session.stand_aside(operation), ended)

    def _stand_aside(self, operation: Operation | None, work: Callable[[], Written], ended: Ended) -> None:
        from ui.aside import Aside

        self._aside = Aside(operation, work, ended)
        self._tasks.run(self._aside.run).finished.connect(self._take_over)

    def turn_aside(self, told: Callable[[int, int], None], ended: Ended, *, back: bool) -> None:
        """Undo or redo a step that takes long, as `run_aside`; `told` is told in the worker how far it is."""
        if self._is_busy() or not self.retry():
            ended(busy())
            return
        self._stand_aside(None, self.session.turn_aside(told, back=back), ended)

    @Slot()
    def _take_over(self) -> None:
        """Go on with what the worker wrote; then make the edits that waited for it."""
        aside = self._aside
        if aside is None:
            return  # it was waited for
        aside.wait()
        self.taking_over.emit(True)  # pages ask for what is typed: it waits like the rest
        self._aside = None
        if aside.written is not None:
            self._waiting = [(aside.after_it(operation), visit) for operation, visit in self._waiting]
        try:
            outcome = self.session.take_over(aside.written)
            if outcome is not None:
                self._tell_saved()
            self.retry()
        finally:
            self.taking_over.emit(False)
        if outcome is not None and outcome.notes:
            self.notes.emit(outcome.notes)
        aside.ended(aside.error)

    def settled(self) -> bool:
        """As `retry`, once what a worker writes is written: waited for, since the review is to be put away."""
        self._take_over()
        return self.retry()

    def _is_busy(self) -> bool:
        """Whether a worker makes an edit; it is said that nothing else can be done yet."""
        if self._aside is not None:
            self.refused.emit(None, busy().sentence)
        return self._aside is not None

    def _make(self, operation: Operation, visit: str) -> None:
        outcome = self.session.run(operation, visit=visit)
        self._tell_saved()
        if outcome.notes:
            self.notes.emit(outcome.notes)

    def _tell_saved(self) -> None:
        """Say that an edit is on disk, unless the file went away at that very instant: then it is in memory alone."""
        if trouble := self.trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def add(self, kind: str, values: Mapping[str, object]) -> RecordId | None:
        """Add a record under a reference never used before; None where it could not be put on disk."""
        if self._is_busy() or not self.retry():
            return None
        record_id = self.session.new_id(kind)
        from imr_desk.operations.general import Insert

        operation = Insert(kind, record_id, dict(values))
        try:
            self._make(operation, "")
        except ImrDeskError as error:
            self._tell(operation, error)
            return None
        return record_id

    def add_all(self, kind: str, rows: Sequence[Mapping[str, object]], others: Sequence[Operation] = ()) -> bool:
        """Add several records and make other changes with them, as one step of undo; whether it is on disk."""
        if self._is_busy() or not self.retry():
            return False
        from imr_desk.operations.general import Batch, Insert

        ids = self.session.new_ids(kind, len(rows))
        made = (Insert(kind, record_id, dict(values)) for record_id, values in zip(ids, rows, strict=True))
        return self.run(Batch((*made, *others)))

    def compose(self, make: Composer) -> Place | None:
        """Make an edit that needs new references; where the person goes then, or None where it is not on disk.

        Where it has a `visit`, it is one step of undo with what is typed on in that visit.
        """
        if self._is_busy() or not self.retry():
            return None
        used: Counter[str] = Counter()

        def new_id(kind: str) -> RecordId:
            used[kind] += 1
            return self.session.new_ids(kind, used[kind])[-1]

        operation, place = make(new_id)
        try:
            self._make(operation, getattr(make, "visit", ""))
        except ImrDeskError as error:
            self._tell(operation, error)
            return None
        return place

    def undo(self) -> bool:
        """Take back the last step; whether there was one and it is taken back on disk."""
        return self._turn(back=True)

    def redo(self) -> bool:
        """Do again the step that was taken back last."""
        return self._turn(back=False)

    def _turn(self, *, back: bool) -> bool:
        if self._is_busy() or not self.retry():
            return False
        try:
            outcome = self.session.undo() if back else self.session.redo()
        except ImrDeskError as error:
            self._tell(None, error)
            return False
        if outcome is not None:
            self._tell_saved()
        return outcome is not None

    def _tell(self, operation: Operation | None, error: ImrDeskError) -> None:
        """Say why something was not done that does not wait to be tried again."""
        if isinstance(error, SaveFailedError):
            self.failed.emit(error.sentence)
        else:
            self.refused.emit(operation, error.sentence)

    # ---- reading
    def search(self, words: str) -> tuple[RecordId, ...]:
        """Ids of the records that hold every word."""
        return self.session.search(words)

    def judging(self) -> tuple[Judge, Review, dt.date]:
        """What the checks need. To be called in the thread of the window: the judge may read the file."""
        return self.session.judge, self.session.review, self.session.clock().date()

    def register_to_open(self) -> Callable[[], object]:
        """What opens the list of staff names, for a worker: then `judging` does not wait for it."""
        return self.session.register_to_open()

    def saved_words(self) -> str:
        """What the foot of the window says after an edit."""
        if self.session.read_only:
            return tr("Open for reading only")
        return tr("Saved {time}").format(time=f"{self.session.clock():%H:%M}")

    def close(self) -> None:
        """Let go of the session and close the file. Waiting edits are lost: whoever calls this has asked."""
        self._take_over()
        self._end()
        self.session.close()


def busy() -> BusyError:
    """What to say while a worker makes an edit."""
    return BusyError(tr("A long change is being made to this review. A moment later this goes."))
