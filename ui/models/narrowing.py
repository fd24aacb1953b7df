"""Narrowing a long chronology in slices, so that no key waits: which entries are left, how many bear a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.selecting import FLAGS, Selection, Test, holding, tests_of

AT_ONCE = 100
"""Entries gone through before the clock is looked at."""
SLICE_S = 0.005
"""How long a slice may take, in seconds."""


class Narrowing(QObject):
    """Goes through one review after the other; a newer question takes the place of the one before."""

    narrowed = Signal(object)
    """The entries that are left, a tuple; None where nothing is asked."""
    counted = Signal(object)
    """How many entries of the whole chronology bear each mark: a dict."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._narrowing, self._counting = _Slices(self), _Slices(self)

    def narrow(self, review: Review, asked: Selection, found: frozenset[RecordId] | None) -> None:
        """Find the entries that are left; `found` are those that hold the words asked for, None where none are."""
        self._narrowing.stop()
        if not asked:
            self.narrowed.emit(None)
            return
        left: list[Record] = []
        # The search has taken its part of this frame already.
        later = found is not None
        self._narrowing.begin(_left(review, asked, found, left), lambda: self.narrowed.emit(tuple(left)), later=later)

    def count(self, review: Review) -> None:
        """Count the marks, as soon as nothing else is to be done."""
        counts = dict.fromkeys(FLAGS, 0)
        self._counting.begin(_counts(review, counts), lambda: self.counted.emit(counts), later=True)

    def stop(self) -> None:
        """Leave off whatever goes on."""
        self._narrowing.stop()
        self._counting.stop()


class _Slices(QObject):
    """Steps through something for a moment at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] = iter(())
        self._done: Callable[[], object] = bool
        self._through = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[None], done: Callable[[], object], *, later: bool) -> None:
        """Step at once, so that what is short is done at once, or `later`; go on while the window is idle."""
        self._next.stop()
        self._steps, self._done, self._through = steps, done, False
        if later:
            self._next.start()
        else:
            self._go_on()

    def stop(self) -> None:
        """Forget it."""
        self._next.stop()
        self._steps, self._done = iter(()), bool

    @Slot()
    def _go_on(self) -> None:
        begun = perf_counter()
        for _ in self._steps:
            if perf_counter() >= begun + SLICE_S:
                self._next.start()
                return
        if not self._through and perf_counter() >= begun + SLICE_S / 2:  # what comes of it has a frame of its own
            self._through = True
            self._next.start()
            return
        done, self._done = self._done, bool
        done()


def _left(review: Review, asked: Selection, found: frozenset[RecordId] | None, left: list[Record]) -> Iterator[None]:
    tests: tuple[Test, ...] = tests_of(review, asked)
    if found is not None:
        tests = (holding(review, found, asked.words), *tests)
    for entries in _in_pieces(review):
        for test in tests:
            entries = [each for each in entries if test(each)]
        left.extend(entries)
        yield


def _counts(review: Review, counts: dict[str, int]) -> Iterator[None]:
    tests = {flag: tests_of(review, Selection(flags=(flag,)))[0] for flag in FLAGS}
    for entries in _in_pieces(review):
        for flag, test in tests.items():
            counts[flag] += sum(map(test, entries))
            yield


def _in_pieces(review: Review) -> Iterator[list[Record]]:
    entries = review.all("entry")
    for at in range(0, len(entries), AT_ONCE):
        yield list(entries[at : at + AT_ONCE])
