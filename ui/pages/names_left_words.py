"""The last list: every word with a capital and every word of the lists of names that is left, for the author's eye."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui import theme
from ui.models.rows import RowsModel
from ui.pages.names_left_rows import WORD_COLUMNS, WordRow
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import column
from ui.widgets.table import Table

HIGH = 380
"""How high the table is, in pixels at 100 %."""


class WordsPart(QWidget):
    """Words that were looked at go out of sight; they can be shown again."""

    looked_asked = Signal(tuple, bool)
    """Keys of words that were looked at, or with True that are to be looked at again."""
    place_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.all_words = FilterButton(tr("Words that were looked at too"))
        self.one = Button(tr("This word was looked at"), "plain")
        self.every = Button(tr("All words shown were looked at"), "plain")
        self.nothing = Label("", "body", "text_soft")
        self.model = RowsModel[WordRow](WORD_COLUMNS, key=lambda row: row.key)
        self.table = Table(tr("Words that are left"), self.model, tuple(each.width for each in WORD_COLUMNS))
        self.model.setParent(self.table)
        self._rows: tuple[WordRow, ...] = ()
        acts = QWidget()
        acts.setLayout(Flow(self.all_words, self.one, self.every, gap=8))
        self.setLayout(column(acts, self.nothing, self.table, gap=10))
        self.table.setFixedHeight(theme.px(HIGH))
        self.all_words.toggled.connect(self._filtered)
        self.one.clicked.connect(self._one)
        self.every.clicked.connect(self._every)
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(self._opened)

    def show_words(self, rows: tuple[WordRow, ...]) -> None:
        """All words; those that were looked at are shown only where they are asked for."""
        self._rows = rows
        self._show()

    def _show(self) -> None:
        looked = sum(row.looked for row in self._rows)
        shown = self._rows if self.all_words.isChecked() else tuple(row for row in self._rows if not row.looked)
        at = max(self.table.currentIndex().row(), 0)
        key = self.model.key_at(at)
        self.model.set_rows(shown)
        self.all_words.setHidden(not looked)
        self.table.setColumnHidden(3, not self.all_words.isChecked())
        self.nothing.setHidden(bool(shown))
        self.nothing.setText(
            trn("The {n} word was looked at.", "All {n} words were looked at.", looked)
            if looked
            else tr("No word with a capital is left.")
        )
        self.table.setHidden(not shown)
        self.one.setHidden(not shown)
        self.every.setHidden(not any(not row.looked for row in shown))
        if not shown and self.table.hasFocus():
            self.all_words.setFocus()
        if shown:
            now = self.model.place_of(key) if key else -1
            self.table.go_to_row(now if now >= 0 else min(at, len(shown) - 1))
        self._chosen(self.table.currentIndex().row())

    @Slot()
    def _filtered(self) -> None:
        self._show()

    @Slot(int)
    def _chosen(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            looked = self.model.row(at).looked
            self.one.say(tr("Show this word again") if looked else tr("This word was looked at"))

    @Slot(int)
    def _opened(self, at: int) -> None:
        place = self.model.row(at).place
        if place is not None:
            self.place_chosen.emit(place)

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _one(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            row = self.model.row(at)
            self._to_table()
            self.looked_asked.emit((row.key,), row.looked)

    @Slot()
    def _every(self) -> None:
        rows = tuple(self.model.row(at) for at in range(self.model.rowCount()))
        self._to_table()
        self.looked_asked.emit(tuple(row.key for row in rows if not row.looked), False)

    def first_control(self) -> QWidget | None:
        """The list, where there is one."""
        return self.table if self.model.rowCount() else None
