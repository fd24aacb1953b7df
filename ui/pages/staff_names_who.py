"""‘Who is this?’: a name goes in, its job title comes out; and a name can be registered for a job title."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceEditor, Choices
from ui.widgets.editors.line import LineEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import Surface, at_left, at_top, column, row


class WhoIsThis(Section):
    """Nothing that is typed here is kept: a name is looked up, or goes into hashes."""

    asked = Signal(str)
    register_asked = Signal(str, str, str)
    take_back_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Who is this?"))
        self.name, self.title, self.new = LineEditor(), ChoiceEditor((), tr("Somebody not listed")), LineEditor()
        self._name = FieldRow(tr("Name"), self.name, tr("As it is written anywhere. It is looked up and not kept."))
        self._title = FieldRow(tr("Job title it stands for"), self.title)
        self._new = FieldRow(
            tr("Job title of somebody not listed"),
            self.new,
            tr("For instance Crown Prosecutor. It is numbered by itself."),
        )
        self.look_up = Button(tr("Who is this?"), "plain")
        self.register = Button(tr("Register the name"), "plain")
        self.take_back = Button(tr("Take the decision back"), "small")
        self._icon, self._answer = IconView(Glyph.USER, "text_soft", 18), Label("", "label")
        words = row(at_top(self._icon, 1), gap=8, margins=(13, 9, 13, 10))
        words.addLayout(column(self._answer, at_left(self.take_back), gap=6), 1)
        self._said = Surface(words, fill="accent_soft", edge="accent_line", radius=8)
        self._said.hide()
        for part in (self._name, at_left(self.look_up), self._said):
            self.add(part, 2)
        self.add(Label(tr("Register it"), "label", weight=600), 8)
        for part in (self._title, self._new, at_left(self.register)):
            self.add(part, 2)
        self.look_up.clicked.connect(self._ask)
        self.register.clicked.connect(self._register)
        self.take_back.clicked.connect(self._take_back)
        self.name.box.returnPressed.connect(self._ask)
        self.new.box.returnPressed.connect(self._register)
        self.name.edited.connect(self._typed)
        self.title.edited.connect(self._chosen)

    # ---- what is shown
    def show_people(self, people: Choices) -> None:
        """The job titles that there are."""
        if getattr(self, "_people", None) != people:
            self._people = people
            self.title.set_choices(people)
            self._title.setHidden(not people)
            self._chosen()

    def show_answer(self, codes: tuple[str, ...], *, no_person: bool, exact: bool = True) -> None:
        """Say who it is; nobody is said too, and what is only close to a name."""
        if len(codes) == 1:
            words = codes[0] if exact else tr("Perhaps {code}: the words are not quite a registered name.").format(
                code=codes[0]
            )  # fmt: skip
        elif codes:
            words = tr("More than one fits: {codes}.").format(codes=", ".join(codes))
        elif no_person:
            words = tr("Decided to be no person.")
        else:
            words = tr("Nobody is registered under this name.")
        self._say(words, take_back=no_person and not codes)

    def registered(self, code: str) -> None:
        """Say that a name was registered, and forget it."""
        self.clear()
        self._say(tr("Registered for {code}. The name itself was not kept.").format(code=code))
        self.name.setFocus()

    def _say(self, words: str, *, take_back: bool = False) -> None:
        self._answer.setText(words)
        self.take_back.setHidden(not take_back)
        self._said.setAccessibleName(words)
        self._said.show()
        announce(self, words)

    def say_problem(self, sentence: str) -> None:
        """Say why the name was not registered."""
        self.name.show_problem(sentence)
        self.name.setFocus()

    def say_new_problem(self, sentence: str) -> None:
        """Say why the job title of somebody new will not do."""
        self.new.show_problem(sentence)
        self.new.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.name.set_value("")
        self.new.set_value("")
        self._said.hide()

    # ---- what is asked for
    @Slot()
    def _typed(self) -> None:
        self._said.hide()

    @Slot()
    def _chosen(self) -> None:
        self._new.setHidden(bool(self.title.value()))

    def _name_typed(self) -> str:
        name = self.name.value().strip()
        if not name:
            self.name.show_problem(tr("Type a name first."))
            self.name.setFocus()
        else:
            self.name.show_problem("")
        return name

    @Slot()
    def _ask(self) -> None:
        if name := self._name_typed():
            self.asked.emit(name)

    @Slot()
    def _register(self) -> None:
        name = self._name_typed()
        if not name:
            return
        person, new = self.title.value(), self.new.value().strip()
        if not person and not new:
            self.new.show_problem(tr("Choose a job title, or type a new one."))
            (self.title if not self._title.isHidden() else self.new).setFocus()
            return
        self.new.show_problem("")
        self.register_asked.emit(name, person, "" if person else new)

    @Slot()
    def _take_back(self) -> None:
        if name := self._name_typed():
            self._said.hide()
            self.name.setFocus()
            self.take_back_asked.emit(name)
