"""The way back from a signed report: one of three reasons, what it does, and a question before it is done (R-148)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from ui.ask import Answer, Question
from ui.icons import Glyph
from ui.pages.sign_off_forms import SignOffForm
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.buttons import Button
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.editors.readers import day_editor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_top, column, row


class ReopenForm(SignOffForm):
    """Why a signed report is opened again: one of three reasons, in words, who asked or was told, and of when."""

    reopen_asked = Signal(str, str, str, object)
    """Reason, words, who asked or was told, and a date."""

    def __init__(self) -> None:
        super().__init__()
        reason = field_of("reopening", "reason")
        editor: ChoiceEditor = ChoiceEditor(tuple((stored, tr(label)) for stored, label in reason.choices))
        self.reason = FieldRow(tr(reason.label), editor)
        self.words = FieldRow(tr("Why, in words"), ProseEditor())
        self.asked_by = FieldRow(tr("Who asked, or was told (post)"), LineEditor(), tr("For instance Board manager."))
        self.dated = FieldRow(tr(field_of("reopening", "dated").label), day_editor())
        self.button = Button(tr("Reopen the report"), "plain", Glyph.LOCK_OPEN)
        self.keep = Button(tr("Keep it sealed"), "plain")
        self.lay_out(self.reason, self.words, self.asked_by, self.dated, Flow(self.keep, self.button, gap=8))
        self.watch_names(self.words, self.asked_by)
        self.button.clicked.connect(self._ask)

    def clear(self) -> None:
        """Forget what was typed, once it has been done."""
        for each in (self.reason, self.words, self.asked_by, self.dated):
            editor: Editor[Any] = each.editor
            editor.set_value(None)

    @Slot()
    def _ask(self) -> None:
        if (
            self.wants(self.reason, tr("Choose one of the three reasons."))
            or self.wants(self.words, tr("Say why."))
            or self.wants(self.asked_by, tr("Say who asked, or who was told."))
            or self.wants(self.dated, tr("Type the date of the question, information or notice."))
        ):
            return
        day = dt.date.fromisoformat(str(self.dated.editor.value()))
        self.reopen_asked.emit(
            str(self.reason.editor.value()), str(self.words.editor.value()), str(self.asked_by.editor.value()), day
        )


class ReopenPart(QWidget):
    """The way back from a signed report, folded until it is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.link = Button(tr("Reopen this version"), "link")
        self._line = Label("", "small", "text_soft")
        self.notice = NoticePlace()
        self.form = ReopenForm()
        head = row(self.link, gap=10)
        head.addLayout(at_top(self._line, 4), 1)
        self.setLayout(column(head, self.notice, self.form, gap=6))
        self.form.hide()
        self.hide()
        self.link.clicked.connect(self._unfold)
        self.form.keep.clicked.connect(self._fold)

    def show_sealed(self, line: str) -> None:
        """Be there while something is signed; `line` says what reopening does, and is empty where nothing is."""
        self._line.setText(line)
        if not line:
            self.form.clear()
            self.notice.clear()
            self._fold()
        self.setVisible(bool(line))

    @Slot()
    def _unfold(self) -> None:
        self.form.show()
        QTimer.singleShot(0, self.form, self.form.reason.go_to)

    @Slot()
    def _fold(self) -> None:
        self.form.hide()
        if self.isVisible():
            self.link.setFocus()


def reopen_question() -> Question:
    """Asked before the signatures are voided; keeping them is the safe answer."""
    return Question(
        tr("Reopen the signed report?"),
        tr(
            "The signatures are voided and cannot be put back; both people sign again when it is ready. "
            "Reports that were exported before stay as they are, and the history keeps what was signed."
        ),
        (Answer("keep", tr("Keep it sealed")), Answer("reopen", tr("Reopen the report"), destructive=True)),
        "keep",
    )
