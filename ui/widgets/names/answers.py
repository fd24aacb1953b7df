"""The answers to one name, as buttons in one place: what the bar under a field and the page of names have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.ending import end
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.who import Who
from ui.widgets.surfaces import column


class Answers(QWidget):
    """A line that says what it is about, one that says more, and the answers. Esc goes one step back."""

    left = Signal()
    entered = Signal()
    """The keyboard was given to one of the answers."""
    rearranged = Signal()

    def __init__(self, what: Label, more: Label) -> None:
        super().__init__()
        self._what, self._more = what, more
        self._answers = QWidget()
        self._box: QBoxLayout = column(self._what, self._more, 4, self._answers, gap=2)
        self._who: Who | None = None

    def show_again(self) -> None:
        """Show the buttons in the place of the question who it is."""
        raise NotImplementedError

    # ---- what is shown
    def show_buttons(self, *buttons: Button) -> None:
        """These answers."""
        self._who = None
        flow = QWidget()
        flow.setLayout(Flow(*buttons, gap=8))
        self._put(flow)

    def ask_who(self, who: Who) -> None:
        """Ask who it is, in the place of the buttons."""
        self._who = who
        who.left.connect(self._back)
        self._put(who)
        self.go_to()

    def button(self, words: str, description: str, act: Callable[[], object]) -> Button:
        """A button for an answer."""
        button = Button(words, "small")
        button.setAccessibleDescription(description)
        button.clicked.connect(act)
        return button

    @Slot()
    def _back(self) -> None:
        self.show_again()
        self.go_to()

    def _put(self, content: QWidget) -> None:
        """Show other answers in the place of those that are there; the keyboard stays with them if it was there."""
        had = self.has_keyboard()
        old, self._answers = self._answers, content
        self._box.replaceWidget(old, content)
        content.show()
        if had:
            self.go_to()
        old.hide()
        end(old)
        self.rearranged.emit()

    # ---- going about
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of the answers."""
        focus = self.window().focusWidget()
        return focus is not None and self._answers.isAncestorOf(focus)

    def first_control(self) -> QWidget | None:
        """The first answer; None where there is none."""
        return self._who.first_control() if self._who is not None else self._answers.findChild(Button)

    def go_to(self) -> None:
        """Give the first answer the keyboard."""
        first = self.first_control()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: to the answers, then to where one came from."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._who is not None:
            self._back()
        else:
            self.left.emit()
