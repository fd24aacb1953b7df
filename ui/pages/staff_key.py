"""The sealed staff key: a separate encrypted file with names and job titles. It is made here, and read on the screen.

Names are shown nowhere else, and here only while an opened key is in sight: leaving the page forgets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.known_date import day_in_words
from ui import theme
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.pages.recovery_parts import NewPassphrase
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import at_left, column, row
from ui.widgets.tab_order import put_in_reading_order
from ui.widgets.table import Table

if TYPE_CHECKING:
    from imr_desk.review.review import Review

TABLE_HIGH = 280
"""How high the table is, in pixels at 100 %."""


@dataclass(frozen=True)
class KeyRow:
    """A job title of an opened key, with its names."""

    code: str
    names: str

    def __repr__(self) -> str:
        """Without the names: a repr can reach a log."""
        return f"KeyRow({self.code!r})"


class StaffKeyPage(Page):
    """Shown over a stage; Esc goes back. Whoever holds the session makes and reads the file."""

    stage = 1
    kinds = frozenset({"identity_key"})
    keeps_typing = False

    left = Signal()
    make_asked = Signal(str, str, str)
    """The list of names, the post, the passphrase."""
    open_asked = Signal()

    def __init__(self, path: Path) -> None:
        """`path` is the review."""
        super().__init__()
        self.back = Button(tr("Back to staff names"), "plain")
        lead = tr("The review holds no staff name. Whoever needs the names keeps them apart, in a file of its own.")
        self.frame = PageFrame(tr("Sealed staff key"), lead, self.back)
        self.list, self.post, self.secret = ProseEditor(fewest=4, most=10), LineEditor(), NewPassphrase(path)
        self._list = FieldRow(tr("Names"), self.list, tr("One person a line. Only registered names go into the key."))
        self._post = FieldRow(tr("Lodged with (post)"), self.post, tr("Who keeps the file, by post and never by name."))
        self.make = Button(tr("Write the sealed key \u2026"), "plain")
        self.said = Label("", "label", weight=600)
        self.last = Label("", "body", "text_soft")
        self.open = Button(tr("Open a sealed key \u2026"), "plain")
        self.close_key = Button(tr("Close it"), "plain")
        columns = (
            TableColumn[KeyRow]("code", tr("Job title or code"), lambda each: Cell(each.code, strong=True)),
            TableColumn[KeyRow]("names", tr("Names"), lambda each: Cell(each.names)),
        )
        self.model = RowsModel[KeyRow](columns, key=lambda each: each.code)
        self.table = Table(tr("The opened key"), self.model, (280, 0))
        self.model.setParent(self.table)
        self.table.setFixedHeight(theme.px(TABLE_HIGH))
        self.about = Label("", "body", "text_soft")
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.frame.head.title.text())

    def _lay_out(self) -> None:
        made = Section(
            tr("Write one"),
            tr("It is encrypted under a passphrase of its own. No export, print or search ever opens it."),
        )
        for part in (self.last, self._list, self._post, self.secret, at_left(self.make), self.said):
            made.add(part, 4)
        read = Section(tr("Read one"), tr("Its names are on the screen until you leave this page."))
        buttons = row(self.open, self.close_key, gap=12)
        buttons.addStretch(1)
        for item in (buttons, self.about, self.table):
            read.add(item, 4)
        for section in (made, read):
            self.frame.add(section)
        self.setLayout(column(self.frame, gap=0))
        self.said.hide()
        self._show((), "")

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.make.clicked.connect(self._make)
        self.secret.given.connect(self._make)
        self.open.clicked.connect(self.open_asked)
        self.close_key.clicked.connect(self._closed)
        self.list.edited.connect(self._typed)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page: which key was written last."""
        kept = review.one("identity_key")
        post, day = kept.text("staff_key_with"), kept.day("staff_key_on")
        words = tr("No sealed key was written yet.")
        if post and day is not None:
            words = tr("One was written on {day} and lodged with: {post}.").format(day=day_in_words(day), post=post)
        self.last.setText(words)

    def written(self, sentence: str) -> None:
        """Say what was written, and forget what was typed."""
        self.forget()
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence)
        self.make.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not written; what was typed stays."""
        self.said.setText(sentence)
        self.said.show()
        announce(self, sentence, at_once=True)

    def show_key(self, rows: Sequence[KeyRow], about: str) -> None:
        """Show an opened key."""
        self._show(tuple(rows), about)
        announce(self, about)
        self.table.setFocus()
        self.table.go_to_row(0)

    def _show(self, rows: tuple[KeyRow, ...], about: str) -> None:
        self.model.set_rows(rows)
        self.about.setText(about)
        self.about.setHidden(not about)
        for part in (self.table, self.close_key):
            part.setHidden(not rows)
        put_in_reading_order(self)

    def say_about(self, sentence: str) -> None:
        """Say why a key was not opened."""
        self._show((), sentence)
        announce(self, sentence, at_once=True)
        self.open.setFocus()

    def forget(self) -> None:
        """Forget what was typed and what was opened."""
        self.list.set_value("")
        self.post.set_value("")
        self.list.show_problem("")
        self.post.show_problem("")
        for field in (self.secret.first, self.secret.again):
            field.clear()
        self.said.hide()
        self._show((), "")

    # ---- what is asked for
    @Slot()
    def _typed(self) -> None:
        self.list.show_problem("")

    @Slot()
    def _closed(self) -> None:
        self._show((), "")
        self.open.setFocus()

    @Slot()
    def _make(self) -> None:
        if not self.list.value().strip():
            self.list.show_problem(tr("Type or paste the names first."))
            self.list.setFocus()
            return
        if not self.post.value().strip():
            self.post.show_problem(tr("Say with which post the key is lodged."))
            self.post.setFocus()
            return
        self.post.show_problem("")
        fault = self.secret.find_fault()
        if fault is not None:
            fault.setFocus()
            return
        self.make_asked.emit(self.list.value(), self.post.value().strip(), self.secret.secret())

    def first_control(self) -> QWidget:
        """The field for the names."""
        return self.list.box

    def hideEvent(self, event: QHideEvent) -> None:
        """Whichever way the page is left, names do not stay on it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
