"""Identifying details: what else in the report could pick a person out, to be taken out or accepted with a reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui import theme
from ui.icons import Glyph
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageFrame
from ui.widgets.progress import Progress
from ui.widgets.reason_field import ReasonField
from ui.widgets.surfaces import column
from ui.widgets.tab_order import put_in_reading_order
from ui.widgets.table import Table

if TYPE_CHECKING:
    from imr_desk.review.review import Review

LEAST, BESIDE = 170, 290
"""The least height of the list, and what is left for the head and what stands under it, in pixels at 100 %."""
PlaceHere = tuple[str, str, str]
"""Kind, reference and field."""


@dataclass(frozen=True)
class DetailRow:
    """One detail: what it is, its words, the sentence of its first place, how many places, and why it may stay."""

    key: str
    kind: str
    called: str
    words: str = field(repr=False)
    sentence: str = field(repr=False)
    where: str
    count: int
    place: PlaceHere
    reason: str = ""
    instead: str = ""
    """What would stand in its place."""


def _found(row: DetailRow) -> Cell:
    return Cell(row.words, row.called, strong=True)


def _stands(row: DetailRow) -> Cell:
    more = trn("and in {n} more place", "and in {n} more places", row.count - 1) if row.count > 1 else ""
    return Cell(row.sentence, ", ".join(part for part in (row.where, more) if part))


def _state(row: DetailRow) -> Cell:
    if not row.reason:
        return Cell(tr("To look at"), tone="wait", glyph=Glyph.TRIANGLE_ALERT)
    return Cell(tr("May stay: {reason}").format(reason=row.reason), tone="text_soft")


COLUMNS = (
    TableColumn[DetailRow]("detail", tr("Detail"), _found, 190),
    TableColumn[DetailRow]("stands", tr("Where it stands"), _stands),
    TableColumn[DetailRow]("state", tr("What was said of it"), _state, 170),
)


class DetailsPage(Page):
    """A page over a stage: the list, and under it what can be done with the detail that is chosen.

    Return on a row leads to its place. Esc leaves.
    """

    stage = 1
    keeps_typing = False

    left = Signal()
    removed = Signal(str)
    """The key of a detail that is to be taken out wherever it stands."""
    accepted = Signal(str, str)
    """The key of a detail, and the reason why it may stay."""
    taken_back = Signal(str)
    place_chosen = Signal(object)
    """The (kind, id, field) the person wants to see."""
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answered = False
        self.back = Button(tr("Back to the page"), "plain")
        self.frame = PageFrame(tr("Identifying details"), " ", self.back)
        self.progress = Progress(tr("Looking through the report"))
        self.model = RowsModel[DetailRow](COLUMNS, key=lambda row: row.key)
        self.table = Table(tr("Identifying details"), self.model, tuple(each.width for each in COLUMNS))
        self.empty = EmptyState(
            tr(
                "Dates of birth, addresses, telephone numbers, numbers of cases, schools and posts with a place are "
                "looked for in what the report prints. Rare facts, such as an illness or a prize, only a reader sees."
            ),
            heading=tr("Nothing was found"),
        )
        self.chosen = Label("", "section")
        self.go = Button(tr("Go to the place"), "small")
        self.remove = Button(tr("Take it out"), "small")
        self.accept = Button(tr("It may stay, because …"), "small")
        self.take_back = Button(tr("Take the reason back"), "small")
        self.reason = ReasonField(
            tr("It may stay, because"),
            tr("Keep the reason"),
            tr("Say why this detail may stay. Without a reason it is still to be looked at."),
        )
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Identifying details"))

    def _lay_out(self) -> None:
        self.model.setParent(self.table)
        acts = QWidget()
        acts.setLayout(Flow(self.go, self.remove, self.accept, self.take_back, gap=8))
        self._panel = QWidget()
        self._panel.setLayout(column(self.chosen, acts, self.reason, gap=6))
        for part in (self.progress, self.empty, self.table, self._panel):
            self.frame.add(part)
            part.hide()
        self.reason.hide()
        self.setLayout(column(self.frame, gap=0))
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.table.row_chosen.connect(self._show_chosen)
        self.table.row_opened.connect(self._go)
        self.go.clicked.connect(self._go)
        self.remove.clicked.connect(self._remove)
        self.accept.clicked.connect(self._begin_reason)
        self.take_back.clicked.connect(self._take_back)
        self.reason.given.connect(self._give)
        self.reason.left.connect(self._leave_reason)
        self.progress.stop_asked.connect(self.stopped)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Whoever holds the session shows the rows."""

    def show_rows(self, rows: tuple[DetailRow, ...]) -> None:
        """Show these; the detail that was chosen stays chosen, or, once it is answered, the one that took its place."""
        at = self.table.currentIndex().row()
        kept = "" if self._answered else self.model.key_at(at)
        self._answered = False
        self.model.set_rows(rows)
        self.empty.setHidden(bool(rows))
        self.table.setHidden(not rows)
        if rows:
            now = self.model.place_of(kept) if kept else -1
            self.table.go_to_row(now if now >= 0 else min(max(at, 0), len(rows) - 1))
        self.frame.head.set_lead(self._lead(sum(not row.reason for row in rows)) if rows else " ")
        self._show_chosen()

    def first_control(self) -> QWidget:
        """The list, or the way back."""
        return self.back if self.table.isHidden() else self.table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes the room that what stands round it leaves, and shows some rows in a low window too."""
        super().resizeEvent(event)
        self.table.setFixedHeight(max(theme.px(LEAST), self.height() - theme.px(BESIDE)))

    def _lead(self, left: int) -> str:
        if not left:
            return tr("Each was accepted with a reason. A final report says nothing of them.")
        said = trn("{n} detail is to be looked at.", "{n} details are to be looked at.", left)
        more = tr("Take each out of the text, or say why it may stay. A final export says how many are left.")
        return f"{said} {more}"

    def show_progress(self, said: str, percent: int) -> None:
        """How far the reading is; with "" that it is over."""
        self.progress.setHidden(not said)
        if said:
            self.progress.button.setEnabled(True)
            self.progress.go_on(said, percent)

    def row_now(self) -> DetailRow | None:
        """The detail that is chosen."""
        at = self.table.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    @Slot()
    def _show_chosen(self, _at: int = 0) -> None:
        row = self.row_now()
        self._panel.setHidden(row is None)
        if row is None:
            return
        self.chosen.setText(tr("‘{words}’").format(words=row.words))
        self.remove.say(tr("Take it out, put ‘{words}’").format(words=row.instead))
        self.accept.setHidden(bool(row.reason))
        self.take_back.setHidden(not row.reason)
        if row.reason:
            self._shut_reason()

    # ---- what is asked for
    @Slot()
    def _go(self, _at: int = 0) -> None:
        row = self.row_now()
        if row is not None:
            self.place_chosen.emit(row.place)

    @Slot()
    def _remove(self) -> None:
        row = self.row_now()
        if row is not None:
            self.table.setFocus()
            self.removed.emit(row.key)

    @Slot()
    def _begin_reason(self) -> None:
        self.reason.show()
        self.reason.setFocus()
        QTimer.singleShot(0, self, self._show_reason)

    @Slot()
    def _show_reason(self) -> None:
        """Bring the field into sight, once it has its place."""
        self.frame.show_part(self.reason)

    @Slot(str)
    def _give(self, reason: str) -> None:
        row = self.row_now()
        if row is not None:
            self._shut_reason()
            self._answered = True
            self.accepted.emit(row.key, reason)
            self.table.setFocus()

    @Slot()
    def _take_back(self) -> None:
        row = self.row_now()
        if row is not None:
            self.taken_back.emit(row.key)
            self.table.setFocus()

    @Slot()
    def _leave_reason(self) -> None:
        self.reason.hide()
        self.accept.setFocus()

    def _shut_reason(self) -> None:
        self.reason.clear()
        self.reason.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
