"""The matrix of ‘Ready?’: every question against what answers it; and what the chosen cell says and leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.guidance.matrix import COLUMNS, MatrixCell, MatrixMaker, MatrixRow
from imr_desk.i18n import tr, trn
from imr_desk.operations.general import SetFields
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.pages.ready_matrix_model import MatrixModel
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.matrix_view import MatrixView
from ui.widgets.reason_field import ReasonField
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from imr_desk.review.record import Record

MOST_NAMED = 12
"""How many of the records that a cell counts are named under the matrix."""


class MatrixPart(Part):
    """The matrix, and under it the words of the chosen cell with what can be done about it."""

    was_read = Signal()
    """The rows of a long chronology are there, a moment after the review was shown."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._maker = MatrixMaker()
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self._visited: dict[tuple[str, str], int] = {}
        self.model = MatrixModel(self)
        self.view = MatrixView(tr("Terms of reference against evidence"), self.model)
        self.frame = Surface(column(self.view, gap=0, margins=(1, 1, 1, 1)), fill="raised", edge="line", radius=8)
        self._begin = Button(tr("Go to the questions"))
        self.empty = EmptyState(
            tr("No question of the terms of reference is recorded yet. Each becomes a row here."), self._begin
        )
        self._make_strip()
        self.setLayout(column(self.empty, self.frame, self.strip, gap=8))
        for widget in (self.empty, self.frame, self.strip):
            widget.hide()
        self._begin.clicked.connect(self._go_to_questions)
        self.view.cell_chosen.connect(self._show_cell)
        self.view.cell_opened.connect(self._open)

    def _make_strip(self) -> None:
        self.words = Label(tr("Choose a cell with the arrows. Return goes to what it counts."), "small", "text_soft")
        self.go = Button(tr("Go to it"), "small")
        self.not_needed = Button(tr("Not needed, because …"), "quiet")
        self.needed = Button(tr("It is needed after all"), "quiet")
        self.reason = ReasonField(
            tr("Not needed, because"),
            tr("Keep the reason"),
            tr("Say why it is not needed. Without a reason it stays empty."),
        )
        self.strip = QWidget()
        buttons = QWidget()
        buttons.setLayout(Flow(self.go, self.not_needed, self.needed, gap=12))
        self.strip.setLayout(column(self.words, buttons, self.reason, gap=6))
        for widget in (self.go, self.not_needed, self.needed, self.reason):
            widget.hide()
        self.go.clicked.connect(self._go)
        self.not_needed.clicked.connect(self._ask_reason)
        self.needed.clicked.connect(self._take_back)
        self.reason.given.connect(self._keep_reason)
        self.reason.left.connect(self._leave_reason)

    # ---- what is shown
    @property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows as they are shown."""
        return tuple(self.model.row(at) for at in range(self.model.rowCount()))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Count again what the host's review holds; the chosen cell stays chosen."""
        if self._maker.read_some(self._host.review):
            self._show_rows()
        else:  # the rest of a long chronology is read while keys come first
            self._reading.start()

    @Slot()
    def _read_on(self) -> None:
        if self._maker.read_some(self._host.review):
            self._show_rows()
            self.was_read.emit()
        else:
            self._reading.start()

    def _show_rows(self) -> None:
        self._reading.stop()
        rows = self._maker.rows(self._host.review)
        here = self.view.currentIndex()
        question, at = self.model.key_at(here.row()), here.column()
        self.model.set_rows(rows)
        self.view.fit()
        self.empty.setHidden(bool(rows))
        for widget in (self.frame, self.strip):
            widget.setHidden(not rows)
        again = self.model.place_of(question) if question else -1
        if again >= 0:
            self.view.setCurrentIndex(self.model.index(again, at))
            self._show_cell(again, at)

    def _chosen(self) -> tuple[MatrixRow, MatrixCell | None] | None:
        index = self.view.currentIndex()
        if not index.isValid() or index.row() >= self.model.rowCount():
            return None
        row = self.model.row(index.row())
        return row, row.cells[index.column() - 1] if index.column() else None

    @Slot(int, int)
    def _show_cell(self, _row: int, _column: int) -> None:
        """Say in words what the chosen cell says, and offer what can be done."""
        found = self._chosen()
        if found is None:
            return
        row, cell = found
        self.words.setText(words_of(row, cell))
        self.go.show()
        if self.reason.isVisible() and not self.reason.holds_words:
            self.reason.hide()
        missing = cell is not None and cell.missing
        self.not_needed.setHidden(not missing or not self.reason.isHidden())
        own = cell is not None and cell.column in self._own_reasons(row)
        self.needed.setHidden(not own)

    # ---- going there
    @Slot(int, int)
    def _open(self, _row: int, _column: int) -> None:
        self._go()

    @Slot()
    def _go(self) -> None:
        found = self._chosen()
        if found is not None:
            self._host.place_requested.emit(self.place(*found))

    def place(self, row: MatrixRow, cell: MatrixCell | None) -> Place:
        """Where a cell leads: to each thing it counts in turn, or to where the first of them would be written."""
        if cell is None:
            return Place("question", row.question, "text", "")
        if cell.leads:
            key = (row.question, cell.column)
            at = self._visited.get(key, -1) + 1
            self._visited[key] = at
            return Place(*_kind_and_id(self._host, cell.leads[at % len(cell.leads)]), "", "")
        review = self._host.review
        sections = [each for each in review.all("section") if each.link("question") == row.question]
        if cell.column == "entries":
            return Place("entry", "", "questions", "")
        if cell.column == "recommendations":
            return Place("lesson", "", "text", "")
        if sections:
            return Place("section", sections[0].id, "", "")
        return Place("section", "", "question", "")

    @Slot()
    def _go_to_questions(self) -> None:
        self._host.place_requested.emit(Place("question", "", "text", ""))

    # ---- reasons
    def _question(self, row: MatrixRow) -> Record:
        return self._host.review[row.question]

    def _own_reasons(self, row: MatrixRow) -> set[str]:
        """The columns for which a reason was given here, and not by the analysis or the lessons."""
        return {each.text("what") for each in self._question(row).rows("not_needed")}

    @Slot()
    def _ask_reason(self) -> None:
        self.not_needed.hide()
        self.reason.show()
        self.reason.setFocus()
        self._host.reveal.emit(self.reason)

    @Slot()
    def _leave_reason(self) -> None:
        self.reason.hide()
        self._show_cell(0, 0)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _keep_reason(self, reason: str) -> None:
        found = self._chosen()
        row, cell = found if found is not None else (None, None)
        if row is None or cell is None:
            return
        today = self._host.clock().date().isoformat()
        self._write(row, cell.column, {"what": cell.column, "reason": reason, "dated": today})
        self.reason.clear()
        self._leave_reason()
        announce(self, tr("Kept. It can be taken back here."))

    @Slot()
    def _take_back(self) -> None:
        found = self._chosen()
        if found is None:
            return
        row, cell = found
        if cell is not None:
            self._write(row, cell.column, None)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, row: MatrixRow, what: str, new: dict[str, str] | None) -> None:
        """Put the reason for one column in the place of the one before, or take it away."""
        kept = [dict(each) for each in self._question(row).rows("not_needed") if each.text("what") != what]
        rows = tuple((*kept, new) if new else kept)
        self._host.ask(SetFields("question", row.question, {"not_needed": rows or None}))

    # ---- going about
    def focus_question(self, question: str) -> None:
        """Give the keyboard to the first empty cell of a question."""
        at = self.model.place_of(question)
        if at < 0:
            return
        row = self.model.row(at)
        column_at = next((n for n, cell in enumerate(row.cells, 1) if cell.missing), 1)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(self.model.index(at, column_at))
        self.view.reveal()

    def first_control(self) -> QWidget | None:
        """The matrix; with no question yet, the way to the questions."""
        return self.view if self.model.rowCount() else self._begin


def words_of(row: MatrixRow, cell: MatrixCell | None) -> str:
    """A cell in words: what it counts, or that nothing is there, or why nothing is needed."""
    question = tr("Question {n}").format(n=row.number or row.question)
    if cell is None:
        return f"{question}: {row.text}"
    head = f"{question} · {tr(dict(COLUMNS)[cell.column])}"
    if cell.leads:
        named = ", ".join(cell.leads[:MOST_NAMED])
        rest = len(cell.leads) - MOST_NAMED
        more = " " + trn("and {n} more", "and {n} more", rest) if rest > 0 else ""
        return f"{head}: {named}{more}."
    if cell.reason:
        return tr("{head}: not needed. {reason}").format(head=head, reason=cell.reason)
    return tr("{head}: none.").format(head=head)


def _kind_and_id(host: FormHost, record_id: str) -> tuple[str, str]:
    return host.review[record_id].kind, record_id
