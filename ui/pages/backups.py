"""The backups of a review: when each was made, how large it is, what differs in it, and the way to restore it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.pages.over_page import OverPage
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.surfaces import put_in


@dataclass(frozen=True)
class BackupRow:
    """One backup: its file, what orders it, and in words when it was made, its size, whether proved, what differs."""

    id: str
    order: str
    when: str
    size: str
    proved: str
    differs: str = ""


class BackupsPage(OverPage[BackupRow]):
    """Return on a row restores it to a new file, and so does the button; nothing is ever written over."""

    restore_asked = Signal(str)
    """The file of the backup."""
    compare_asked = Signal(str)
    """What differs in this backup is to be told; its file."""

    def __init__(self) -> None:
        columns = (
            TableColumn[BackupRow]("when", tr("Made"), lambda row: Cell(row.when, strong=True), 210),
            TableColumn[BackupRow]("size", tr("Size"), lambda row: Cell(row.size, tone="text_soft"), 90),
            TableColumn[BackupRow]("proved", tr("Proved"), lambda row: Cell(row.proved, tone="text_soft"), 190),
            TableColumn[BackupRow](
                "differs", tr("Compared with the review as it is now"), lambda row: Cell(row.differs)
            ),
        )
        self.restore = Button(tr("Restore to a new file …"), "main", Glyph.UNDO)
        self.now = Button(tr("Back up now"), "plain", Glyph.HARD_DRIVE)
        self.place = Button(tr("Another place …"), "plain", Glyph.FOLDER_OPEN)
        self.beside = Button(tr("Beside the review again"), "link")
        empty = EmptyState(
            tr("A few minutes after an edit, and whenever the review is locked or closed, a copy is made and proved."),
            heading=tr("There is no backup yet"),
        )
        super().__init__(tr("Backups"), columns, lambda row: row.id, empty, self.restore)
        put_in(self._below, Flow(self.now, self.place, self.beside, gap=12))
        self.table.row_opened.connect(self._asked)
        self.table.row_chosen.connect(self._chosen)
        self.restore.clicked.connect(self._ask)
        self._where = ""
        self.show_rows(())

    def show_place(self, where: str, *, chosen: bool) -> None:
        """Say where backups lie, and whether that is a place of choice."""
        self._where = where
        self.beside.setVisible(chosen)
        self._say_lead()

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """As of an OverPage; the button is there where it can do something."""
        super().show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.go_to_row(0)
        self.restore.setVisible(bool(rows))
        self._say_lead()
        self._chosen(self.table.currentIndex().row())

    def chosen(self) -> str:
        """The file of the row the person is at; nothing for none."""
        return self.model.key_at(self.table.currentIndex().row())

    def _say_lead(self) -> None:
        if self.model.rowCount():
            line = tr("Each was opened and compared with the review when it was made. They lie in {folder}.")
        else:
            line = tr("They will lie in {folder}.")
        self.head.set_lead(line.format(folder=self._where) if self._where else "")

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.restore.setEnabled(at >= 0)
        if 0 <= at < self.model.rowCount() and not self.model.row(at).differs:
            self.compare_asked.emit(self.model.row(at).id)

    @Slot()
    def _ask(self) -> None:
        self._asked(self.table.currentIndex().row())

    @Slot(int)
    def _asked(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            self.restore_asked.emit(self.model.row(at).id)
