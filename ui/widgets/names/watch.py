"""What the window knows of names in the review that is open: one watch over all its texts.

Whoever holds the review gives it a `NameBook`, and takes it away at lock: then everything that was read is forgotten.
Texts are read in slices in the thread of the window, so that a key is never waited for.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from imr_desk.errors import RegisterUnreadableError
from ui.widgets.names.stretches import Stretch

if TYPE_CHECKING:
    from imr_desk.names.guard import Mark

SLICE_S = 0.003
"""How long texts are read before the window gets its turn again. One stretch takes a millisecond or so."""
MOST_KEPT = 20_000
"""Stretches of which it is remembered what was found."""


class NameBook(NamedTuple):
    """How names are told in the open review.

    `marks` reads a text; `code` gives the job title or pseudonym of a person's id; `people` everybody of a kind
    (`staff`, `subject`, `professional`) as (id, code); `next_code` the code a new person of a kind would get;
    `key_here` the hash of words at their place in a text; `admit` a text that is pasted, with codes in the place of
    registered names, and how many gave way.
    """

    marks: Callable[[str], tuple[Mark, ...]]
    code: Callable[[str], str]
    people: Callable[[str], tuple[tuple[str, str], ...]]
    next_code: Callable[[str, str], str]
    key_here: Callable[[str, int, int], str] = lambda _text, _start, _end: ""
    admit: Callable[[str], tuple[str, int]] = lambda text: (text, 0)


@dataclass(frozen=True)
class NameAnswer:
    """What the person said about a name.

    `kind` is 'staff', 'subject', 'professional' (somebody in another agency), 'here' (not a person here), 'nobody'
    (never a person), or 'replace' for a registered name. `person` is the id of who it is; empty with a `new_code` for
    somebody new.
    """

    kind: str
    words: str = field(repr=False)
    key: str = ""
    person: str = ""
    new_code: str = field(default="", repr=False)
    everywhere: bool = False


class Reader(Protocol):
    """A text that waits to be read."""

    def read_on(self, until: float) -> bool:
        """Read until that time (of `time.perf_counter`); whether all of it is read."""


class NameWatch(QObject):
    """Reads texts for whoever shows them. There is one, as there is one window."""

    changed = Signal()
    """Names are told in another way now, or not at all: everything has to be read again."""
    answered = Signal(object, object)
    """A NameAnswer, and the FieldNames of the field it was given at."""
    let_in = Signal(int)
    """So many registered names gave way to codes in what was pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.book: NameBook | None = None
        self._seen: dict[tuple[str, str, str], tuple[Mark, ...]] = {}
        self._waiting: deque[Reader] = deque()
        self._guarded: WeakSet[QWidget] = WeakSet()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(1)
        self._turn.timeout.connect(self._read_slice)

    def take(self, book: NameBook | None) -> None:
        """Tell names in this way from now on; with None, forget everything."""
        self.book = book
        self._seen.clear()
        if book is None:
            self._waiting.clear()
            self._turn.stop()
        self.changed.emit()

    # ---- what is pasted
    def guards(self, box: QWidget) -> None:
        """From now on registered names that are pasted into this box give way to codes."""
        self._guarded.add(box)

    def admitted(self, box: QWidget, text: str) -> str:
        """A text that is pasted into a box, as it may stand there."""
        if self.book is None or box not in self._guarded:
            return text
        text, replaced = self.book.admit(text)
        if replaced:
            self.let_in.emit(replaced)
        return text

    def marks_in(self, stretch: Stretch) -> tuple[Mark, ...]:
        """The names that begin in a stretch, by their places in the whole text; none where names cannot be told."""
        if self.book is None:
            return ()
        key = (stretch.before, stretch.text, stretch.after)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) >= MOST_KEPT:
                self._seen.clear()
            found = self._seen[key] = self._read(stretch, self.book)
        by = stretch.start
        return tuple(one._replace(start=one.start + by, end=one.end + by) for one in found) if by else found

    @staticmethod
    def _read(stretch: Stretch, book: NameBook) -> tuple[Mark, ...]:
        lead, long = len(stretch.before), len(stretch.text)
        try:
            marks = book.marks(stretch.before + stretch.text + stretch.after)
        except RegisterUnreadableError:  # the checks and the page of names say so
            return ()
        here = (one for one in marks if lead <= one.start < lead + long)
        return tuple(one._replace(start=one.start - lead, end=one.end - lead) for one in here)

    # ---- in slices
    def read_soon(self, reader: Reader, *, first: bool = False) -> None:
        """Read a text when nothing else is to be done, `first` where somebody waits for it.

        Where names cannot be told there is nothing to read.
        """
        if self.book is None:
            return
        if first and reader in self._waiting:
            self._waiting.remove(reader)
        if reader not in self._waiting:
            (self._waiting.appendleft if first else self._waiting.append)(reader)
        if not self._turn.isActive():
            self._turn.start()

    @property
    def waiting(self) -> bool:
        """Whether texts wait to be read."""
        return bool(self._waiting)

    @Slot()
    def _read_slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        while self._waiting and time.perf_counter() < until:
            reader = self._waiting[0]
            if not isValid(reader) or reader.read_on(until):
                self._waiting.popleft()
        if self._waiting:
            self._turn.start()


class _InForce:
    """The watch of this process, made when the first text asks for it."""

    watch: NameWatch | None = None


def watch() -> NameWatch:
    """The one watch."""
    if _InForce.watch is None or not isValid(_InForce.watch):
        _InForce.watch = NameWatch()
    return _InForce.watch
