"""Taking entries in: the rows of a file beside what was read in them, before anything is stored (R-072).

A page over the page of the stage. A file is chosen, or a table is pasted; columns can be corrected, rows
left out; then all of it comes in as one step of undo. Esc goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui import theme
from ui.models.rows import RowsModel
from ui.pages.intake_columns import ColumnsPanel
from ui.pages.intake_rows import ALL, COLUMNS, LOOK, NAMES, TWICE, IntakeRow
from ui.pages.page import Page
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.dropped import dropped_chronology
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.in_cells import CellNames
from ui.widgets.page_frame import PageFrame
from ui.widgets.progress import Progress
from ui.widgets.surfaces import column
from ui.widgets.tab_order import put_in_reading_order
from ui.widgets.table import Table

if TYPE_CHECKING:
    from imr_desk.review.review import Review

LEAST, ROUND = 220, 270
"""How high the table is at the least, and what stands round it in a window, in pixels at 100 %."""


class IntakeTable(Table):
    """The rows of a file, with names marked in what is taken in."""

    def make_delegate(self) -> CellDelegate:
        """One that marks names."""
        names = CellNames(self)
        return CellDelegate(self, lambda: names)


class IntakePage(Page):
    """Shown over a stage. Whoever holds the session gives what is shown and does what is asked."""

    stage = 4
    keeps_typing = False
    says_guidance = True

    left = Signal()
    file_asked = Signal()
    paste_asked = Signal()
    file_dropped = Signal(object)
    """The Path of a file that was dropped here."""
    stopped = Signal()
    column_chosen = Signal(str, str)
    """A field, and the letter of the column that is to fill it."""
    take_asked = Signal()
    out_asked = Signal(str, bool)
    """The key of a row, and whether it is to be left out."""
    same_out_asked = Signal()
    """Leave out what stands there word for word already."""
    despite_asked = Signal()
    """Take in what can be read of a file that is refused for some of its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(tr("Back to the page"), "plain")
        self.frame = PageFrame(tr("Take entries in"), " ", self.back)
        self.take = Button(tr("Take them in"), "main")
        self.despite = Button(tr("Take in the rest all the same"), "plain")
        self.choose = Button(tr("Choose a file …"), "plain")
        self.paste = Button(tr("Paste a table"), "plain")
        self.correct = Button(tr("Correct the columns"), "plain")
        self.same_out = Button(tr("Leave out what is there already"), "plain")
        self.progress = Progress(tr("Taking entries in"))
        self.refusal = Label("", "body", "bad")
        self.start = Label(
            tr(
                "A chronology that was sent: an Excel or OpenDocument workbook, a list (.csv) or a Word document with "
                "tables. Or copy the table in Excel or Word, come here and press Ctrl+V. Nothing is stored before you "
                "have seen how it was read."
            ),
            "body",
            "text_soft",
        )
        self.notes = Label("", "small", "text_soft")
        self.panel = ColumnsPanel()
        self.views = {view: FilterButton("") for view in (ALL, LOOK, TWICE, NAMES)}
        self.model = RowsModel[IntakeRow](COLUMNS, key=lambda row: row.key)
        self.table = IntakeTable(tr("Rows of the file"), self.model, tuple(each.width for each in COLUMNS))
        self.model.setParent(self.table)
        self.out = Button(tr("Leave this row out"), "plain")
        self._rows: tuple[IntakeRow, ...] = ()
        self._taking = False
        self._view = ALL
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Take entries in"))
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        acts, views, below = QWidget(), QWidget(), QWidget()
        acts.setLayout(Flow(self.take, self.despite, self.choose, self.paste, self.correct, self.same_out, gap=8))
        views.setLayout(Flow(*self.views.values(), gap=8))
        below.setLayout(Flow(self.out, gap=8))
        self._parts = (views, below)
        for part in (self.start, self.refusal, acts, self.progress, self.panel, self.notes, views, self.table, below):
            self.frame.add(part)
        self.setLayout(column(self.frame, gap=0))
        for part in (self.progress, self.refusal, self.panel, self.notes):
            part.hide()
        self._show_parts(there=False)
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.choose.clicked.connect(self.file_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.take.clicked.connect(self.take_asked)
        self.same_out.clicked.connect(self.same_out_asked)
        self.despite.clicked.connect(self.despite_asked)
        self.correct.clicked.connect(self._correct)
        self.out.clicked.connect(self._turn_chosen)
        self.progress.stop_asked.connect(self.stopped)
        self.panel.chosen.connect(self.column_chosen)
        self.table.row_opened.connect(self._turn)
        self.table.row_chosen.connect(self._say_button)
        for view, button in self.views.items():
            button.clicked.connect(lambda _checked=False, view=view: self.show_view(view))

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Whoever holds the session shows the rows."""

    def show_progress(self, doing: str, percent: int, *, can_stop: bool = True) -> None:
        """Say how far the work is; nothing ends it. The keyboard goes to Cancel, and afterwards back."""
        begins, ends = bool(doing) and self.take.hasFocus(), not doing and self._taking
        self._taking = (self._taking or begins) and not ends
        self.progress.setVisible(bool(doing))
        self.progress.button.setEnabled(can_stop)
        (self.table.heights.rest if doing else self.table.heights.go_on)()
        if doing:
            self.progress.go_on(doing, percent)
        for button in (self.take, self.despite, self.choose, self.paste, self.correct, self.same_out):
            button.setEnabled(not doing)
        if begins or ends:
            (self.progress.button if begins else self.take).setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Say why a file is not taken in; what was shown before is gone."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            self.show_rows((), "")
            self.choose.setFocus()
            announce(self, sentence)

    def show_faults(self, sentence: str) -> None:
        """Say which cells a file is refused for, over its rows; nothing can be taken in until that is allowed."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.despite.setVisible(bool(sentence))
        self.take.setVisible(bool(self._rows) and not sentence)

    def show_trouble(self, sentence: str) -> None:
        """Say why nothing was stored; the rows stay, to be tried again."""
        self.refusal.setText(sentence)
        self.refusal.show()
        announce(self, sentence)

    def show_rows(self, rows: tuple[IntakeRow, ...], lead: str, notes: str = "") -> None:
        """Show what was read; the row that was chosen stays chosen."""
        self._rows = rows
        self.frame.head.set_lead(lead or " ")
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        if rows:
            self.refusal.hide()
        self._show_parts(there=bool(rows))
        self.show_view(self._view if any(row.in_view(self._view) for row in rows) else ALL)
        taken = sum(row.entry and not row.out for row in rows)
        self.take.say(trn("Take in {n} entry", "Take in {n} entries", taken))
        self.take.setEnabled(bool(taken))
        same = any(row.same and not row.out for row in rows)
        self.same_out.setVisible(same)

    def show_columns(self, columns: tuple[tuple[str, str], ...], fields: Mapping[str, str]) -> None:
        """The columns there are, and which fills which field."""
        self.panel.show_columns(columns, fields)

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Show all rows, or those to look at."""
        self._view = view
        names = {
            ALL: tr("All rows"), LOOK: tr("To look at"), TWICE: tr("Seem to stand twice"), NAMES: tr("Likely names"),
        }  # fmt: skip
        for each, button in self.views.items():
            count = sum(row.in_view(each) for row in self._rows)
            button.say(f"{names[each]} ({count})")
            button.setChecked(each == view)
            button.setVisible(each == ALL or bool(count))
        kept = self.model.key_at(self.table.currentIndex().row())
        self.model.set_rows(tuple(row for row in self._rows if row.in_view(view)))
        at = self.model.place_of(kept) if kept else -1
        if at >= 0:
            self.table.go_to_row(at)
        self._say_button()

    def _show_parts(self, *, there: bool) -> None:
        for part in (self.take, self.correct, self.same_out, self.table, *self._parts):
            part.setVisible(there)
        self.despite.hide()
        self.start.setVisible(not there)
        if not there:
            self.panel.hide()

    def enter(self) -> None:
        """Give the keyboard to what comes next."""
        place = self.table if self.model.rowCount() else self.choose
        if place is self.table and not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_button()

    def first_control(self) -> QWidget:
        """The rows, or the way to a file."""
        return self.table if self.model.rowCount() else self.choose

    # ---- what is asked
    @Slot()
    def _correct(self) -> None:
        self.panel.setVisible(self.panel.isHidden())
        if self.panel.isVisible():
            self.panel.boxes["date"].setFocus()

    @Slot(int)
    def _turn(self, at: int) -> None:
        """Leave a row out, or take it in again."""
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            if row.entry:
                self.out_asked.emit(row.key, not row.out)
                announce(self, tr("Taken in again.") if row.out else tr("Left out."))

    @Slot()
    def _turn_chosen(self) -> None:
        self._turn(self.table.currentIndex().row())

    def _say_button(self, _at: int = -1) -> None:
        """What the button under the rows does with the chosen one."""
        at = self.table.currentIndex().row()
        row = self.model.row(at) if 0 <= at < self.model.rowCount() else None
        self.out.setEnabled(row is not None and row.entry)
        self.out.say(tr("Take this row in again") if row is not None and row.out else tr("Leave this row out"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the table have what room there is; in a low window the page scrolls."""
        super().resizeEvent(event)
        self.table.setFixedHeight(max(theme.px(LEAST), self.height() - theme.px(ROUND)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that can hold a chronology."""
        if dropped_chronology(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the file to be read once the drag is over."""
        path = dropped_chronology(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.file_dropped.emit, path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Ctrl+V pastes a table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)
