"""What was read out of a damaged review, and a list of what was lost, record by record."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.pages.over_page import OverPage
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label


@dataclass(frozen=True)
class LostRow:
    """One line of what was lost: its number, and its words."""

    id: str
    words: str


class SalvagedPage(OverPage[LostRow]):
    """Stands alone in the window until the new file is opened. Esc leaves for the first page."""

    open_asked = Signal()
    """The new file is to be opened."""

    def __init__(self, name: str, summary: str, lost: tuple[str, ...], *, pages: int, damaged: int) -> None:
        columns = (TableColumn[LostRow]("what", tr("What was lost"), lambda row: Cell(row.words)),)
        self.open = Button(tr("Open the new file"), "main", Glyph.FOLDER_OPEN)
        empty = EmptyState(
            tr("Every record that the file names is in the new one."), heading=tr("Nothing is known to be lost")
        )
        super().__init__(tr("What could still be read"), columns, lambda row: row.id, empty, self.open)
        self.back.hide()
        lead = tr("{summary} It was written to ‘{name}’; the damaged file stays as it is.")
        self.head.set_lead(lead.format(summary=summary, name=name))
        line = tr(
            "{damaged} of {pages} pages of the damaged file could not be read. What stood there only, and is named "
            "nowhere else, cannot be listed. Steps that could be undone are gone."
        )
        self._below.addWidget(Label(line.format(damaged=damaged, pages=pages), "small", "text_soft"))
        self.open.clicked.connect(self.open_asked)
        self.show_rows(tuple(LostRow(str(number), words) for number, words in enumerate(lost)))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the button the keyboard."""
        self.open.setFocus(reason)
