"""The second question about a name: which member of staff, which of the family, who of another agency."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import mark, tr
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceEditor, Choices
from ui.widgets.editors.line import LineEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.surfaces import column

WHO = {
    "staff": mark("Which member of staff?"),
    "subject": mark("Which of the subjects or the family?"),
    "professional": mark("Who in another agency?"),
}
NEW = {
    "staff": mark("Job title of somebody not listed"),
    "subject": mark("Code of somebody not listed"),
    "professional": mark("Job title of somebody not listed"),
}
HINT = {
    "staff": mark("For instance Crown Prosecutor. It is numbered by itself."),
    "subject": mark("As the panel writes it, for instance Child B or Father."),
    "professional": mark("For instance Police Officer. It is numbered by itself."),
}


class Who(QWidget):
    """Somebody listed is chosen, or somebody new is typed. The name itself is not kept.

    `words` is the name, which may not be given as its own code; "" where that is looked at later.
    """

    left = Signal()

    def __init__(self, kind: str, words: str, people: Choices, next_code: Callable[[str], str]) -> None:
        super().__init__()
        self._people, self._next_code, self._words = people, next_code, words
        self.listed, self.new = ChoiceEditor(people, none=tr("Somebody not listed")), LineEditor()
        self._who = FieldRow(tr(WHO[kind]), self.listed)
        self._new = FieldRow(tr(NEW[kind]), self.new, tr(HINT[kind]))
        self.back = Button(tr("Back"), "small")
        self.setAccessibleName(tr(WHO[kind]))
        self.listed.edited.connect(self._chosen)
        self.back.clicked.connect(self.left)

    def lay_out(self, *answers: Button) -> None:
        """The fields, and the buttons under them."""
        if not self._people:
            self._who.hide()
            self._who.setParent(self)
        buttons = QWidget()
        buttons.setLayout(Flow(*answers, self.back, gap=8))
        self.setLayout(column(*((self._who, self._new) if self._people else (self._new,)), buttons, gap=10))

    def first_control(self) -> QWidget:
        """The list, or the field for somebody new where nobody is listed."""
        return (self.listed if self._people else self.new).first_control()

    @Slot()
    def _chosen(self) -> None:
        self._new.setHidden(bool(self.listed.value()))

    def said(self) -> tuple[str, str] | None:
        """The id of who it is, or "" and the code of somebody new; None, and a sentence at the field, for neither."""
        person = self.listed.value()
        code = "" if person else self._next_code(self.new.value())
        itself = code and self._words and _is_name_itself(code, self._words)
        if (person or code) and not itself:
            return person, code
        asked = tr("Choose somebody, or type a job title or code.")
        self.new.show_problem(tr("That is the name itself. Type the job title or code for it.") if itself else asked)
        self.new.setFocus()
        return None


class WhoIsIt(Who):
    """Asked at a field: the name is replaced at once, here or everywhere."""

    given = Signal(str, str, bool)
    """The id of who it is, or "" and the code of somebody new; whether the name is to be replaced everywhere."""

    def __init__(self, kind: str, words: str, people: Choices, next_code: Callable[[str], str]) -> None:
        super().__init__(kind, words, people, next_code)
        self.everywhere = Button(tr("Replace everywhere"), "small")
        self.here = Button(tr("Replace here only"), "small")
        said = tr("The program knows the name again from now on. The name itself is not kept.")
        self.here.setAccessibleDescription(said)
        whole = tr("In the whole review and in all that can be undone: no undo brings the name back.")
        self.everywhere.setAccessibleDescription(f"{whole} {said}")
        self.everywhere.setToolTip(whole)
        self.lay_out(self.everywhere, self.here)
        self.everywhere.clicked.connect(self._everywhere)
        self.here.clicked.connect(self._here)
        self.new.box.returnPressed.connect(self._everywhere)

    @Slot()
    def _everywhere(self) -> None:
        self._give(everywhere=True)

    @Slot()
    def _here(self) -> None:
        self._give(everywhere=False)

    def _give(self, *, everywhere: bool) -> None:
        said = self.said()
        if said is not None:
            self.given.emit(*said, everywhere)


class WhoFor(Who):
    """Asked on the page of names, where many are answered before anything is done: the answer is given back.

    An answer that is the name itself is told there, where all that will change is shown.
    """

    given = Signal(str, str)
    """The id of who it is, or "" and the code of somebody new."""

    def __init__(self, kind: str, people: Choices, next_code: Callable[[str], str]) -> None:
        super().__init__(kind, "", people, next_code)
        self.answer = Button(tr("Use this answer"), "small")
        self.answer.setAccessibleDescription(tr("Nothing is replaced yet: you see first what will change."))
        self.lay_out(self.answer)
        self.answer.clicked.connect(self._give)
        self.new.box.returnPressed.connect(self._give)

    @Slot()
    def _give(self) -> None:
        said = self.said()
        if said is not None:
            self.given.emit(*said)


def _is_name_itself(code: str, words: str) -> bool:
    from imr_desk.names.door import is_name_itself  # reads lists of names: not for the first paint

    return is_name_itself(code, words)
