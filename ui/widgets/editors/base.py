"""The contract of every editor.

A value goes in by `set_value`, which says nothing to anybody; it comes out by `value` when `commit_requested` is given,
on leaving the field or when nothing has been typed for a moment. What cannot be read stays in the field, with the
reason (`problem`), and asks for no commit: words are never thrown away.

Ctrl+Z belongs to a field while it has typing that was not committed, and to the review otherwise (`dirty`).
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

V = TypeVar("V")
PAUSE_MS = 1500
"""How long after the last key a pause begins, so that what is typed is on disk two seconds after it at the latest."""
_NOTHING_KEPT = object()


class Editor(QWidget, Generic[V]):
    """One plain value, shown and edited. Subclasses give `value`, `_show`, `_state`, `controls`."""

    edited = Signal()
    """The person typed or chose."""
    commit_requested = Signal()
    """The value should be kept now; `value` has it."""
    problem_changed = Signal(str)
    """The sentence that says why what was typed cannot be read, or nothing."""
    reading_changed = Signal(str)
    """How the program reads what was typed, or nothing."""
    rearranged = Signal()
    """Controls came or went, so that the order of Tab has to be set again."""

    def __init__(self) -> None:
        super().__init__()
        self.pause_timer = QTimer(self)
        self.pause_timer.setSingleShot(True)
        self.pause_timer.setInterval(PAUSE_MS)
        self.pause_timer.timeout.connect(self.commit)
        self._kept: object = None
        self._problem = ""
        self._typed_in = False

    # ---- what a subclass gives
    def value(self) -> V:
        """The value as it stands. Where there is a `problem`, the value that was last kept."""
        raise NotImplementedError

    def _show(self, value: V | None) -> None:
        """Show a value, or None for a field that holds nothing; signals are not to be given."""
        raise NotImplementedError

    def _state(self) -> object:
        """What stands in the controls, for telling whether it was changed."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """The controls that take the keyboard, in order."""
        raise NotImplementedError

    def first_control(self) -> QWidget:
        """The control that takes the keyboard when the editor is given it."""
        return self.controls()[0]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the first control the keyboard. With a focus proxy instead, Tab would go round within the editor."""
        self.first_control().setFocus(reason)

    def find_problem(self) -> str:
        """Why what stands here cannot be read, in one sentence; nothing where it can."""
        return ""

    def reads_with_doubt(self) -> bool:
        """Whether the reading points out something that does not fit, such as another weekday."""
        return False

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        raise NotImplementedError

    # ---- what every editor does
    def set_value(self, value: V | None) -> None:
        """Show a value as kept, None where there is none.

        Tells nobody that anything was edited; the caret stays where it is if the value is the same.
        """
        self.pause_timer.stop()
        self._typed_in = False
        self._show(value)
        self._kept = self._state()
        self._say_problem("")

    @property
    def dirty(self) -> bool:
        """Whether something was typed that was not committed yet."""
        return self._state() != self._kept

    @property
    def typed_in(self) -> bool:
        """Whether the person typed or chose something here since a value was last shown, committed or not."""
        return self._typed_in

    @property
    def problem(self) -> str:
        """The sentence that is shown because what was typed cannot be read, or nothing."""
        return self._problem

    @Slot()
    def touched(self) -> None:
        """To be called when the person typed: waits for the pause and tells."""
        self.pause_timer.start()
        self._typed_in = True
        if self._problem:
            self._say_problem(self.find_problem())
        self.edited.emit()

    @Slot()
    def commit(self) -> None:
        """Ask for the value to be kept, if it was changed and can be read."""
        self.pause_timer.stop()
        if not self.dirty:
            self._say_problem("")
            return
        self._say_problem(self.find_problem())
        if not self._problem:
            self._kept = self._state()
            self.commit_requested.emit()

    def describe(self, name: str, description: str = "") -> None:
        """Name it for screen readers: the label of the field, then its hint, error and reading."""
        for control in self.controls():
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)

    def mark_fault(self, on: bool) -> None:
        """Show or clear the edge that says: this cannot be read."""
        for control in self.controls():
            mark_box(control, on=on)

    def show_problem(self, sentence: str) -> None:
        """Show a reason why the value was not kept, such as one the program found later."""
        self._say_problem(sentence)

    def not_kept(self, sentence: str) -> None:
        """Say why the value was refused. What is typed stays as it is, and counts as not committed."""
        self._kept = _NOTHING_KEPT
        self._say_problem(sentence)

    def _say_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.mark_fault(bool(sentence))
            self.problem_changed.emit(sentence)


def mark_box(box: QWidget, *, on: bool) -> None:
    """Show or clear the edge of one control."""
    if bool(box.property("fault")) != on:
        box.setProperty("fault", "yes" if on else None)
        box.style().unpolish(box)
        box.style().polish(box)


def leaves_undo_to_the_review(event: QEvent, owner: Editor[Any] | None) -> bool:
    """Whether a control should let Ctrl+Z or Ctrl+Y pass on: its editor has no typing of its own to take back."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
        return False
    return owner is None or not owner.dirty
