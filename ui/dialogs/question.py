"""The dialog of a question: title, body, and one button for each answer, the safe one with the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.ask import Answer, Question
from ui.widgets.buttons import Button, ButtonLook
from ui.widgets.flow import Flow
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import Label
from ui.widgets.secret_field import SecretField
from ui.widgets.surfaces import Surface, column

WIDEST, USUAL = 640, 520


class PlainDialog(QDialog):
    """A dialog with a title, words, whatever stands under them, and buttons. At most 640 wide at 100 %."""

    def __init__(self, parent: QWidget | None, title: str, body: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)
        self.content = column(Label(title, "section"), Label(body, "body", "text_soft"), gap=8)
        self.buttons = Flow(gap=8)
        inside = column(self.content, 10, self.buttons, gap=8, margins=(24, 20, 24, 20))
        self.setLayout(column(Surface(inside, fill="raised", edge="line"), gap=0))
        self.setMaximumWidth(theme.px(WIDEST))
        self.setMinimumWidth(min(theme.px(USUAL), theme.px(WIDEST)))
        self.ring = FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as its words and buttons need at this width: Qt forgets those that go on in a second row."""
        super().showEvent(event)
        wanted = self.heightForWidth(self.width())
        if wanted > self.height():
            self.resize(self.width(), wanted)

    def add_button(self, words: str, look: ButtonLook, *, default: bool = False) -> Button:
        """Put one more button at the end. The default one is pressed by Return from anywhere but a button."""
        button = Button(words, look)
        button.setAutoDefault(default)
        button.setDefault(default)
        self.buttons.addWidget(button)
        return button


class QuestionDialog(PlainDialog):
    """A question. `answer` is the id of the button pressed; the safe one where it was closed without one."""

    def __init__(self, parent: QWidget | None, question: Question) -> None:
        super().__init__(parent, question.title, question.body)
        self.answer = question.safe
        ordered = sorted(question.answers, key=partial(_after, question.safe))
        for each in ordered:
            safe = each.id == question.safe
            button = self.add_button(each.words, "main" if safe else "plain", default=safe)
            button.clicked.connect(partial(self._give, each))
            if safe:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def _give(self, answer: Answer, _checked: bool = False) -> None:
        self.answer = answer.id
        self.accept()


def _after(safe: str, answer: Answer) -> tuple[bool, bool]:
    """The safe answer first, destructive ones last."""
    return (answer.id != safe, answer.destructive)


class SecretDialog(PlainDialog):
    """Asks for a passphrase or code."""

    def __init__(self, parent: QWidget | None, title: str, body: str, label: str) -> None:
        super().__init__(parent, title, body)
        self.field = SecretField(label)
        self.content.addWidget(self.field)
        self.field.given.connect(self.accept)
        self.add_button(tr("Go on"), "main", default=True).clicked.connect(self.accept)
        self.add_button(tr("Cancel"), "plain").clicked.connect(self.reject)
        self.field.setFocus()
