"""Reading a record and writing in the rows, brought together: a new row takes the page that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ui.pages.chronology_reading import ReadingBar, ReadingEnd

if TYPE_CHECKING:
    from ui.forms.host import FormHost
    from ui.pages.chronology_rows import RowWriting
    from ui.pages.chronology_table import ChronologyTable


class RecordReader(QObject):
    """Holds the bar and the notice at the end, for the page to put where they belong."""

    place_requested = Signal(object)
    """As of a Page."""

    def __init__(self, host: FormHost, table: ChronologyTable, writing: RowWriting) -> None:
        super().__init__(table)
        self._table, self._writing, self._record = table, writing, ""
        self.bar, self.notice = ReadingBar(host), ReadingEnd()
        writing.first_values = self.bar.values
        self.bar.turned.connect(self._turned)
        self.bar.entry_asked.connect(writing.new_row)
        self.bar.ended.connect(self._ended)
        self.notice.reason.clicked.connect(self._say_why)

    @Slot()
    def begin(self) -> None:
        """Ask which record is read."""
        self.notice.hide()
        self._writing.leave()
        self.bar.begin()

    def turn(self, by: int) -> None:
        """Another page of the record that is read."""
        self._writing.flush()
        self.bar.turn(by)

    def nothing_here(self) -> None:
        """Nothing to enter from this page."""
        self._writing.flush()
        self.bar.nothing_here()

    @Slot()
    def _turned(self) -> None:
        self._writing.begin_anew()

    @Slot()
    def _ended(self) -> None:
        """Say what was not read."""
        self._writing.leave()
        record = self.bar.current()
        if record is not None:
            self._record = record.id
            what, more = self.bar.said_at_end()
            self.notice.say(what, more)
            self.notice.reason.setHidden(record.day("examined_on") is not None)
            self.notice.show()
            self.notice.speak()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _say_why(self) -> None:
        from imr_desk.guidance.facts import Place

        self.place_requested.emit(Place("record", self._record, "not_examined_reason", ""))
