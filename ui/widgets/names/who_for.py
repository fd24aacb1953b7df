"""Who a name is, where many are answered before anything is done: somebody listed, or somebody new."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceEditor, Choices
from ui.widgets.editors.line import LineEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.names.who import HINT, NEW, WHO
from ui.widgets.surfaces import column


class WhoFor(QWidget):
    """Nothing is kept yet: the answer is given back."""

    given = Signal(str, str)
    """The id of who it is, or "" and the code of somebody new."""
    left = Signal()

    def __init__(self, kind: str, people: Choices, next_code: Callable[[str], str]) -> None:
        super().__init__()
        self._people, self._next_code = people, next_code
        self.listed, self.new = ChoiceEditor(people, none=tr("Somebody not listed")), LineEditor()
        self._who = FieldRow(tr(WHO[kind]), self.listed)
        self._new = FieldRow(tr(NEW[kind]), self.new, tr(HINT[kind]))
        self.answer = Button(tr("Use this answer"), "small")
        self.answer.setAccessibleDescription(tr("Nothing is replaced yet: you see first what will change."))
        self.back = Button(tr("Back"), "small")
        buttons = QWidget()
        buttons.setLayout(Flow(self.answer, self.back, gap=8))
        if not people:
            self._who.hide()
            self._who.setParent(self)
        self.setLayout(column(*((self._who, self._new) if people else (self._new,)), buttons, gap=10))
        self.setAccessibleName(tr(WHO[kind]))
        self.listed.edited.connect(self._chosen)
        self.answer.clicked.connect(self._give)
        self.back.clicked.connect(self.left)
        self.new.box.returnPressed.connect(self._give)

    def first_control(self) -> QWidget:
        """The list, or the field for somebody new where nobody is listed."""
        return (self.listed if self._people else self.new).first_control()

    @Slot()
    def _chosen(self) -> None:
        self._new.setHidden(bool(self.listed.value()))

    @Slot()
    def _give(self) -> None:
        person = self.listed.value()
        code = "" if person else self._next_code(self.new.value())
        if person or code:
            self.given.emit(person, code)
            return
        self.new.show_problem(tr("Choose somebody, or type a job title or code."))
        self.new.setFocus()
