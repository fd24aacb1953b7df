"""The chronology as a table: reference, date, what happened, source and links."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from imr_desk.i18n import tr, trn
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.icons import Glyph
from ui.models import chronology as said
from ui.models.rows import RowsModel
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.cells import Cell, FreeText, TableColumn, first_words, free_text
from ui.widgets.names.in_cells import CellNames
from ui.widgets.table import Table

WIDE = (76, 156, 0, 184)
NARROW = (76, 136, 0, 132)
"""Widths of the columns at 100 %, and while an entry stands open beside the table; 0 takes what is left."""


class ChronologyTable(Table):
    """One row an entry. Return opens it, Delete asks for its deletion."""

    delete_asked = Signal(str)
    """The reference of the entry."""

    def __init__(self) -> None:
        self._named = said.Named()
        self.rows = RowsModel[Record](self._columns(), _reference, also_said=self._names_said)
        super().__init__(tr("Chronology entries"), self.rows, WIDE)
        self.rows.setParent(self)

    def make_delegate(self) -> CellDelegate:
        """One that marks names."""
        self.names = CellNames(self)
        return CellDelegate(self, self.names)

    def _columns(self) -> tuple[TableColumn[Record], ...]:
        return (
            TableColumn("ref", tr("Ref"), _ref_cell),
            TableColumn("date", tr("Date"), _date_cell),
            TableColumn("what", tr("What happened"), self._what_cell),
            TableColumn("source", tr("Source and links"), self._source_cell),
        )

    def _what_cell(self, entry: Record) -> Cell:
        what, decision = said.what_said(entry, self._named)
        texts = _parts(free_text(what, entry.text("event")))
        second_texts = _parts(free_text(decision, entry.text("decision")))
        return Cell(first_words(what), first_words(decision), texts=texts, second_texts=second_texts)

    def _source_cell(self, entry: Record) -> Cell:
        source = said.source_said(entry, self._named)
        links = said.links_said(entry, self._named)
        texts = tuple(FreeText(*each) for each in said.source_texts(entry, self._named))
        return Cell(source, links, tone="text_soft", second_glyph=Glyph.LINK, small=True, texts=texts)

    def _names_said(self, entry: Record) -> str:
        """How many names are still to be resolved in an entry, of what is in sight of it; "" for none."""
        cells = tuple(column.cell(entry) for column in self._columns())
        count = self.names.count(cells)
        return trn("{n} name to resolve", "{n} names to resolve", count) if count else ""

    # ---- rows
    def show_entries(self, review: Review) -> None:
        """Show the entries of a review. What stays is left where it is on screen, and so is the chosen entry."""
        chosen = self.chosen()
        named = said.Named.of(review)
        self._showing = True
        if named != self._named:
            self._named = named
            self.rows.renew()
        self.rows.set_rows(review.all("entry"))
        self._showing = False
        at = self.rows.place_of(chosen) if chosen else -1
        if at >= 0 and at != self.currentIndex().row():
            self.go_to_row(at)

    def chosen(self) -> str:
        """The reference of the chosen entry, or nothing."""
        return self.rows.key_at(self.currentIndex().row())

    def choose(self, record_id: str) -> bool:
        """Choose an entry and bring it into sight; whether it is there."""
        at = self.rows.place_of(record_id)
        if at >= 0:
            self.go_to_row(at)
        return at >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks for the deletion of the chosen entry."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() and self.chosen():
            self.delete_asked.emit(self.chosen())
            return
        super().keyPressEvent(event)


def _reference(entry: Record) -> str:
    return entry.id


def _ref_cell(entry: Record) -> Cell:
    return Cell(entry.id, tone="text_soft")


def _date_cell(entry: Record) -> Cell:
    words, more = said.date_said(entry)
    known = entry.known("date")
    typed = known.words if known is not None else ""
    whole = bool(typed) and words == typed[:1].upper() + typed[1:]
    return Cell(words, more, strong=True, texts=(FreeText(typed, 0, len(typed)),) if whole else ())


def _parts(*texts: FreeText | None) -> tuple[FreeText, ...]:
    return tuple(each for each in texts if each is not None)
