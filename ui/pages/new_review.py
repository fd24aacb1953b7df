"""Begin a review: one page that asks the least that is needed. Nothing is written until it is all given."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from imr_desk.jobs.begin import FirstFacts
from ui import theme
from ui.pages.new_review_parts import FacePart, FilePart
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Scroll, Surface, column, row
from ui.widgets.tab_order import put_in_reading_order

WIDEST, TWO_COLUMNS = 1000, 900


@dataclass(frozen=True)
class Beginning:
    """What the person gave: where the file goes, its passphrase, and what is known of the review."""

    path: Path
    passphrase: str = field(repr=False)
    facts: FirstFacts


class NewReviewPage(Surface):
    """At the left what the review is, at the right its file; one under the other in a narrow window."""

    begin_asked = Signal(object)
    """A Beginning: all that is needed was given."""
    folder_asked = Signal()
    """The person wants another folder."""
    left = Signal()
    """The person would rather not; nothing was written."""

    def __init__(self, folder: Path, name: str) -> None:
        """`folder` and `name` are what is offered for the file."""
        self.face, self.file = FacePart(), FilePart(folder, name)
        self.begin_button = Button(tr("Begin the review"), "main")
        self.leave_button = Button(tr("Cancel"), "plain")
        self.refusal = Notice("bad", " ", " ")
        self.refusal.hide()
        lead = tr("What is not known yet can wait, and all of it can be changed later, except where the file lies.")
        self._across = row(self.face, self.file, gap=40)
        self._across.setStretch(0, 1)
        self._across.setStretch(1, 1)
        held = QWidget()
        ways = Flow(self.begin_button, self.leave_button, gap=12)
        held.setLayout(column(PageHead(tr("New review"), lead), 8, self._across, 8, self.refusal, ways, gap=12))
        held.setMaximumWidth(theme.px(WIDEST))
        inner = QWidget()
        middle = row(gap=0, margins=(32, 32, 32, 32))
        middle.addStretch(1)
        middle.addWidget(held, 100)
        middle.addStretch(1)
        inner.setLayout(column(middle, None, gap=0))
        super().__init__(column(Scroll(inner), gap=0), fill="page")
        self.setAccessibleName(tr("New review"))
        self._connect()
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.begin_button.clicked.connect(self._begin)
        self.leave_button.clicked.connect(self._leave)
        self.file.folder_button.clicked.connect(self.folder_asked)
        self.file.again.given.connect(self._begin)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the first field."""
        self.face.agency.editor.setFocus(reason)

    @Slot()
    def _begin(self) -> None:
        """Ask for the review to be begun, or go to what is still needed."""
        self.refusal.hide()
        wanting = self.face.find_fault() or self.file.find_fault()
        if wanting is not None:
            wanting.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_busy(True)
        self.begin_asked.emit(Beginning(self.file.path(), self.file.passphrase.secret(), self.face.facts()))

    def set_busy(self, on: bool) -> None:
        """While the file is made: say so, and take no second press."""
        self.begin_button.setEnabled(not on)
        self.begin_button.say(tr("Making the file …") if on else tr("Begin the review"))

    def refuse_error(self, error: ImrDeskError) -> None:
        """As `refuse`, from what a task was refused with."""
        self.refuse(error.sentence)

    def refuse(self, sentence: str) -> None:
        """Say why the file could not be made. What was given stays."""
        self.set_busy(False)
        what, _, more = sentence.partition(". ")
        self.refusal.say(what, more)
        self.refusal.show()
        self.file.name.editor.setFocus()
        announce(self, sentence, at_once=True)

    @Slot()
    def _leave(self) -> None:
        if self.begin_button.isEnabled():  # while the file is made there is nothing to leave
            self.file.forget()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, and nothing was written."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where they fit."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        fits = event.size().width() >= theme.px(TWO_COLUMNS)
        self._across.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
