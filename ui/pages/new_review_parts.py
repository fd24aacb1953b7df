"""The two halves of ‘New review’: what the review is, and its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.folders import lying, warning
from imr_desk.guidance.reviews import kind_of_review, kinds_of_review
from imr_desk.i18n import tr
from imr_desk.jobs.begin import FirstFacts
from imr_desk.jobs.naming import file_in, name_fault
from imr_desk.passphrases import judge
from imr_desk.review.catalogue import field_of
from imr_desk.review.templates import template
from imr_desk.sample import SAMPLE_PASSPHRASE
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceEditor, Choices
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.readers import day_editor
from ui.widgets.field_row import FieldRow
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section
from ui.widgets.secret_field import SecretField
from ui.widgets.surfaces import at_left, at_top, column, row


def _choices(field: str) -> Choices:
    return tuple((stored, tr(label)) for stored, label in field_of("review", field).choices)


class FacePart(QWidget):
    """Agency, kind, template and period."""

    def __init__(self) -> None:
        super().__init__()
        self._agency = ChoiceEditor(_choices("agency"))
        self._kind = ChoiceEditor(tuple((kind.name, tr(kind.name)) for kind in kinds_of_review()))
        self._template = ChoiceEditor(_choices("template"), none=tr("That of the agency"))
        self._start, self._end = day_editor(), day_editor()
        self._by_hand = False
        self.agency = FieldRow(tr("Agency"), self._agency, tr("For whom the report is written."))
        self.kind = FieldRow(tr("Kind of review"), self._kind, tr("As the commissioning letter calls it."))
        self._standing = Label("", "small", "text_soft")
        self.template = FieldRow(tr("Template of the report"), self._template)
        self.start = FieldRow(tr("Period under review, from"), self._start, tr("Day first, as in 1 May 2013."))
        self.end = FieldRow(tr("To (cut-off)"), self._end, tr("Or leave both for later."))
        section = Section(tr("The review"))
        section.add(self.agency, 6)
        section.add(column(self.kind, self._standing, gap=2), 6)
        for part in (self.template, self.start, self.end):
            section.add(part, 6)
        self._standing.hide()
        self.setLayout(column(section, None, gap=0))
        self._agency.commit_requested.connect(self._agency_chosen)
        self._kind.commit_requested.connect(self._kind_chosen)
        self._template.commit_requested.connect(self._template_chosen)

    def facts(self) -> FirstFacts:
        """What is known."""
        return FirstFacts(
            self._agency.value(),
            self._kind.value(),
            self._template.value(),
            self._start.value() or "",
            self._end.value() or "",
        )

    def find_fault(self) -> QWidget | None:
        """The first editor that needs the person, its reason shown; None where all will do."""
        for date in (self._start, self._end):
            date.commit()
        if not self._agency.value():
            self._agency.show_problem(tr("Choose the agency: the guidance and the form of the report depend on it."))
            return self._agency
        wanting = next((date for date in (self._start, self._end) if date.problem), None)
        if wanting is None and (fault := self.facts().fault()):
            self._end.show_problem(fault)
            wanting = self._end
        return wanting

    @Slot()
    def _agency_chosen(self) -> None:
        """Offer the template of the agency, unless another was chosen by hand."""
        if not self._by_hand:
            fitting = (stored for stored, _ in _choices("template") if template(stored).agency == self._agency.value())
            self._template.set_value(next(fitting, ""))

    @Slot()
    def _template_chosen(self) -> None:
        self._by_hand = bool(self._template.value())

    @Slot()
    def _kind_chosen(self) -> None:
        """Say where and since when such a review is held."""
        kind = kind_of_review(self._kind.value())
        self._standing.setText(tr(kind.standing) if kind else "")
        self._standing.setVisible(kind is not None)


class FilePart(QWidget):
    """The name and folder of the file, and its passphrase, twice."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__()
        self._name = LineEditor()
        self._name.set_value(name)
        self.folder = folder
        self.name = FieldRow(
            tr("Name of the file"), self._name, tr("It is not encrypted: leave names of people out of it.")
        )
        self._where, self._copied = Label("", "small", "text_soft"), Label("", "small", "text_soft")
        self.folder_button = Button(tr("Choose another folder"), "small_link")
        advice = tr("At least 12 characters. Length counts most: four words that do not belong together are good.")
        self.passphrase = SecretField(tr("Passphrase"), advice)
        self._judged = Label("", "small", "text_soft")
        self.again = SecretField(tr("The same passphrase again"))
        self._lay_out()
        self.show_folder(folder)
        self.passphrase.box.textChanged.connect(self._judge)
        self.passphrase.box.textChanged.connect(self._withdraw)
        self.again.box.textChanged.connect(self._withdraw)

    def _lay_out(self) -> None:
        section = Section(tr("Its file"))
        section.add(self.name, 6)
        section.add(column(self._where, at_left(self.folder_button), gap=0))
        section.add(column(self.passphrase, self._judged, gap=4), 6)
        section.add(self.again, 6)
        safe = tr("Keep it safe: nobody can open the file without it.")
        line = row(at_top(IconView(Glyph.TRIANGLE_ALERT, "wait", 20), 1), gap=10)
        line.addLayout(column(Label(safe, "label"), self._copied, gap=2), 1)
        section.add(line, 8)
        self.setLayout(column(section, None, gap=0))

    def show_folder(self, folder: Path) -> None:
        """Take another folder for the file."""
        self.folder = folder
        self._where.setText(tr("In the folder {folder}").format(folder=folder))
        self._copied.setText(warning(lying(folder)) or _sends_nothing())
        self.folder_button.setAccessibleDescription(f"{self._where.text()}. {self._copied.text()}")

    def path(self) -> Path:
        """Where the file goes."""
        return file_in(self.folder, self._name.value())

    def find_fault(self) -> QWidget | None:
        """The first editor that needs the person, its reason shown; None where all will do."""
        fault = name_fault(self._name.value())
        if not fault and self.path().exists():
            fault = tr("‘{name}’ is there already, and it is kept. Choose another name.").format(name=self.path().name)
        if fault:
            self._name.show_problem(fault)
            return self._name
        reason = self._why_not(self.passphrase.secret())
        self.passphrase.say_error(reason)
        if reason:
            self._judged.setText("")
            return self.passphrase
        same = self.passphrase.secret() == self.again.secret()
        self.again.say_error("" if same else tr("The two are not the same. Type it again, or have both shown."))
        return None if same else self.again

    def _why_not(self, passphrase: str) -> str:
        """Why this passphrase will not do, in a sentence; nothing where it will."""
        if passphrase.casefold() == SAMPLE_PASSPHRASE:
            return tr("That is the passphrase of the sample review, which everybody knows. Use words of your own.")
        judged = judge(passphrase, known=(self._name.value(),))
        return "" if judged.enough else judged.words

    def forget(self) -> None:
        """Forget both passphrases."""
        self.passphrase.clear()
        self.again.clear()

    @Slot(str)
    def _judge(self, words: str) -> None:
        """Say how the passphrase stands while it is typed."""
        self._judged.setText(judge(words, known=(self._name.value(),)).words if words else "")

    @Slot()
    def _withdraw(self) -> None:
        """What was said before no longer holds."""
        self.passphrase.say_error("")
        self.again.say_error("")


def _sends_nothing() -> str:
    return tr("This program sends nothing. Your organisation may copy this folder.")
