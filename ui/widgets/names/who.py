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


class WhoIsIt(QWidget):
    """Somebody listed is chosen, or somebody new is typed. Only hashes of the name are kept."""

    given = Signal(str, str, bool)
    """The id of who it is, or "" and the code of somebody new; whether the name is to be replaced everywhere."""
    left = Signal()

    def __init__(self, kind: str, words: str, people: Choices, next_code: Callable[[str], str]) -> None:
        super().__init__()
        self._next_code, self._words = next_code, words
        self.listed = ChoiceEditor(people, none=tr("Somebody not listed"))
        self.new = LineEditor()
        self._who = FieldRow(tr(WHO[kind]), self.listed)
        self._new = FieldRow(tr(NEW[kind]), self.new, tr(HINT[kind]))
        self.everywhere = Button(tr("Replace everywhere"), "small")
        self.here = Button(tr("Replace here only"), "small")
        self.back = Button(tr("Back"), "small")
        said = tr("The program recognises the name from now on, and keeps only hashes of it.")
        for button in (self.everywhere, self.here):
            button.setAccessibleDescription(said)
        whole = tr("In the whole review and in all that can be undone: no undo brings the name back.")
        self.everywhere.setAccessibleDescription(f"{whole} {said}")
        self.everywhere.setToolTip(whole)
        parts = (self._new,) if not people else (self._who, self._new)
        if not people:
            self._who.hide()
            self._who.setParent(self)
        buttons = QWidget()
        buttons.setLayout(Flow(self.everywhere, self.here, self.back, gap=8))
        self.setLayout(column(*parts, buttons, gap=10))
        self.setAccessibleName(tr(WHO[kind]))
        self._people = people
        self.listed.edited.connect(self._chosen)
        self.everywhere.clicked.connect(self._everywhere)
        self.here.clicked.connect(self._here)
        self.back.clicked.connect(self.left)
        self.new.box.returnPressed.connect(self._everywhere)

    def first_control(self) -> QWidget:
        """The list, or the field for somebody new where nobody is listed."""
        return (self.listed if self._people else self.new).first_control()

    @Slot()
    def _chosen(self) -> None:
        self._new.setHidden(bool(self.listed.value()))

    @Slot()
    def _everywhere(self) -> None:
        self._give(everywhere=True)

    @Slot()
    def _here(self) -> None:
        self._give(everywhere=False)

    def _give(self, *, everywhere: bool) -> None:
        person = self.listed.value()
        code = "" if person else self._next_code(self.new.value())
        itself = code and _is_name_itself(code, self._words)
        if (person or code) and not itself:
            self.given.emit(person, code, everywhere)
            return
        asked = tr("Choose somebody, or type a job title or code.")
        self.new.show_problem(tr("That is the name itself. Type the job title or code for it.") if itself else asked)
        self.new.setFocus()


def _is_name_itself(code: str, words: str) -> bool:
    from imr_desk.names.door import is_name_itself  # reads lists of names: not for the first paint

    return is_name_itself(code, words)
