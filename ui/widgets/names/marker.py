"""The marks of one text box. Registered: tint, heavy, solid line. Likely unknown: dashed line, no tint.

They are painted over the text (`ExtraSelection`, in a box of one line `boxes.paint`) and are no part of it: no step of
undo, no change of lines, nothing that copying would take along.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ui import theme
from ui.once import once
from ui.widgets.names.boxes import TextBox, Units, caret, paint, plain
from ui.widgets.names.stretches import Kept, Stretch, kept, stretches
from ui.widgets.names.watch import watch

if TYPE_CHECKING:
    from imr_desk.names.guard import Mark

PAUSE_MS = 20
"""How long after a key its paragraph is read: the key is painted first, and the marks stand there soon after it."""
SETTLE_MS = 1000
"""How long the word at the caret may still be typed before it is asked about; its mark does not wait."""
HEAVY = 0.6
"""Pixels of outline that make words heavier without making them wider, so that no line moves."""
REGISTERED = "registered"
NOTHING_KEPT = Kept(0, 0, {}, 0)


class NameAt(NamedTuple):
    """A name where it stands now: `start` up to `end` in Qt's units."""

    mark: Mark
    start: int
    end: int
    words: str

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"NameAt({self.mark.kind}, {self.start}, {self.end})"


class _Reading:
    """A text that is being read: only what is not as it was `before`, where that was read to its end."""

    def __init__(self, text: str, before: _Reading | None = None) -> None:
        self.text = text
        self.places: list[tuple[int, int]] = []
        """Where the stretches begin and end, and below what was found in each."""
        self.marks: list[tuple[Mark, ...]] = []
        self._before = before
        self._kept = kept(text, before.places, before.text) if before is not None else NOTHING_KEPT
        if before is not None:
            self.places += before.places[: self._kept.first]
            self.marks += before.marks[: self._kept.first]
        self._left: Iterator[Stretch] = stretches(text, self._kept.begin)

    def read_on(self, until: float) -> bool:
        """Read up to that time; whether all of it is read."""
        for stretch in self._left:
            if (same := self._kept.ends.get(stretch.start)) is not None:
                self._go_on_as_before(same)
                return True
            self.places.append((stretch.start, stretch.start + len(stretch.text)))
            self.marks.append(watch().marks_in(stretch))
            if time.perf_counter() >= until:
                return False
        self._before = None
        return True

    def _go_on_as_before(self, first: int) -> None:
        before, by = self._before, self._kept.by
        if before is not None:
            self.places += [(start + by, end + by) for start, end in before.places[first:]]
            self.marks += [_moved(marks, by) for marks in before.marks[first:]]
        self._left, self._before = iter(()), None

    @property
    def found(self) -> list[Mark]:
        """All marks, in order."""
        return [mark for marks in self.marks for mark in marks]


def _moved(marks: tuple[Mark, ...], by: int) -> tuple[Mark, ...]:
    return tuple(mark._replace(start=mark.start + by, end=mark.end + by) for mark in marks) if by else marks


class Marker(QObject):
    """Reads one text box after a pause in typing, and marks the names in it."""

    found = Signal()
    """The names are others now."""
    moved = Signal()
    """The caret is somewhere else."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self.box = box
        self._reading: _Reading | None = None
        self._read: _Reading | None = None
        self._holds = False  # whether names are told as when it was read
        self._names: list[tuple[Mark, QTextEdit.ExtraSelection | None, int, int]] = []
        self._asked: list[tuple[Mark, int, int]] = []
        self._painted: list[tuple[int, int, QTextCharFormat]] = []
        self._pause, self._settle = once(self, PAUSE_MS), once(self, SETTLE_MS)
        self._pause.timeout.connect(self._read_soon)
        self._settle.timeout.connect(self._settled)
        changed = box.textChanged if isinstance(box, QLineEdit) else box.document().contentsChanged
        changed.connect(self._typed)
        box.cursorPositionChanged.connect(self._moved)
        theme.tell_of_looks(self)
        watch().changed.connect(self._again)
        self._read_soon()

    # ---- the names
    def names(self) -> tuple[NameAt, ...]:
        """The names to be asked about, where they stand now, in order.

        One that was typed over is left out, and a likely one at the caret as long as it may still be typed.
        """
        text = plain(self.box)
        units = Units(text)
        here = caret(self.box) if self._settle.isActive() else -1
        found = (each for one in self._names if (each := self._now(one, text, units)) is not None)
        return tuple(each for each in found if each.mark.kind == REGISTERED or each.end != here)

    def _now(
        self, one: tuple[Mark, QTextEdit.ExtraSelection | None, int, int], text: str, units: Units
    ) -> NameAt | None:
        mark, selection, start, end = one
        if selection is not None:
            cursor: QTextCursor = selection.cursor
            start, end = cursor.selectionStart(), cursor.selectionEnd()
        words = text[units.from_qt(start) : units.from_qt(end)]
        same = self._read is not None and words == self._read.text[mark.start : mark.end]
        return NameAt(mark, start, end, words) if same and words else None

    def at_caret(self) -> NameAt | None:
        """The name that the caret is in or touches."""
        here = caret(self.box)
        return next((each for each in self.names() if each.start <= here <= each.end), None)

    def read_now(self) -> None:
        """Read all of it at once: something is to be done with the names."""
        self._pause.stop()
        self._settle.stop()
        self.read_on(float("inf"))

    # ---- reading
    def read_on(self, until: float) -> bool:
        """As of a Reader."""
        text = plain(self.box)
        if self._reading is None or self._reading.text != text:
            self._reading = _Reading(text, self._read if self._holds else None)
        reading = self._reading
        if not reading.read_on(until):
            return False
        self._reading, self._read, self._holds = None, reading, True
        self._show()
        return True

    @Slot()
    def _typed(self) -> None:
        if self.box.hasFocus():
            self._settle.start()
            if not self._pause.isActive():  # whoever types on does not put it off
                self._pause.start()
        else:
            self._read_soon()

    @Slot()
    def _read_soon(self) -> None:
        self._pause.stop()
        if watch().book is not None:
            watch().read_soon(self, first=self.box.hasFocus())

    @Slot()
    def _again(self) -> None:
        """Names are told in another way: the marks stay until the text is read again, unless it is locked."""
        self._reading, self._holds = None, False
        if watch().book is None:
            self._read = None
            self._show()
        self._read_soon()

    @Slot()
    def _settled(self) -> None:
        self._show()

    @Slot()
    def _moved(self) -> None:
        if self._settle.isActive() and not self._pause.isActive():  # the caret left the word, or goes on in it
            self._show()
        self.moved.emit()

    # ---- marking
    def _show(self) -> None:
        """Mark what was read, and tell when there are others to be asked about."""
        read = self._read
        if read is not None and read.text != plain(self.box):
            return  # typed on meanwhile: it is read again soon
        units = Units(read.text if read is not None else "")
        here = caret(self.box) if self._settle.isActive() else -1
        marks = read.found if read is not None else []
        wanted = [(mark, units.to_qt(mark.start), units.to_qt(mark.end)) for mark in marks]
        before, asked = self._names, self._asked
        self._asked = [each for each in wanted if each[0].kind == REGISTERED or each[2] != here]
        made = [(mark, self._selection(mark, start, end), start, end) for mark, start, end in wanted]
        self._names = made
        if isinstance(self.box, QLineEdit):
            self._paint(self.box, [(start, end, mark_format(mark.kind)) for mark, start, end in wanted])
        elif made or before:
            self.box.setExtraSelections([each[1] for each in made if each[1] is not None])
        if asked != self._asked:
            self.found.emit()

    def _paint(self, box: QLineEdit, painted: list[tuple[int, int, QTextCharFormat]]) -> None:
        """Paint the marks of a line where they are others than those that are painted, or their places."""
        if painted != self._painted and not box.isReadOnly():
            self._painted = painted
            paint(box, painted)

    def _selection(self, mark: Mark, start: int, end: int) -> QTextEdit.ExtraSelection | None:
        if isinstance(self.box, QLineEdit):
            return None
        cursor = QTextCursor(self.box.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = mark_format(mark.kind)
        return selection

    def look_changed(self) -> None:
        """Take the colours of the look that is put on now (see `theme.put_on`)."""
        if self._names:
            self._show()


def mark_format(kind: str) -> QTextCharFormat:
    """How a name is marked: in shapes that differ without colour."""
    made = QTextCharFormat()
    lines = QTextCharFormat.UnderlineStyle
    if kind == REGISTERED:
        made.setBackground(theme.colour("bad_soft"))
        made.setForeground(theme.colour("bad"))
        made.setTextOutline(QPen(theme.colour("bad"), HEAVY))
        made.setUnderlineStyle(lines.SingleUnderline)
        made.setUnderlineColor(theme.colour("bad"))
    else:
        made.setUnderlineStyle(lines.DashUnderline)
        made.setUnderlineColor(theme.colour("wait"))
    return made
