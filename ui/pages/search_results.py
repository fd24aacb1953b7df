"""What was found in the review: a list by stage, gone through with the arrows, opened with Return.

What a row says is worked out when it is seen: a single letter finds nearly all of a long chronology.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.fields import FieldType
from imr_desk.review.free_text import texts_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.stages import stage_name
from ui.models.rows import RowsModel
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Surface, column
from ui.widgets.table import Table

SHOWN_WORDS, SHOWN_BEFORE = 30, 8
WIDTHS = (240, 0, 110)


class _Asked:
    """What was asked for, and of which review."""

    def __init__(self) -> None:
        self.review: Review | None = None
        self.terms: tuple[str, ...] = ()

    def words(self, record: Record) -> Cell:
        """What a record says, round what was asked for."""
        return Cell(_around(_text(self.review, record, self.terms), self.terms) if self.review is not None else "")


class SearchResults(Surface):
    """A page over the page of the stage; Esc goes back there."""

    chosen = Signal(str)
    """The id of the record the person wants to see."""
    left = Signal()
    """The person wants to go back to the page."""

    def __init__(self) -> None:
        self._back = Button(tr("Back to the page"), "plain")
        self.head = PageHead(tr("Search"), " ", self._back)
        self._asked = _Asked()
        cells = (_where, self._asked.words, _cited)
        columns = tuple(TableColumn[Record]("", "", cell, width) for cell, width in zip(cells, WIDTHS, strict=True))
        self.model = RowsModel[Record](columns, key=lambda record: record.id)
        self.table = Table(tr("What was found"), self.model, WIDTHS)
        self.model.setParent(self.table)
        self.table.horizontalHeader().hide()
        box = column(column(self.head, margins=(24, 24, 24, 12)), gap=0)
        box.addWidget(self.table, 1)
        super().__init__(box, fill="page")
        self.setAccessibleName(tr("Search"))
        self.table.row_opened.connect(self._opened)
        self._back.clicked.connect(self.left)

    def show_found(self, words: str, review: Review, ids: tuple[str, ...]) -> None:
        """Show the records of these ids, stage by stage."""
        records = [record for each in ids if (record := review.get(each)) is not None]
        stages = {kind: kind_of(kind).stage for kind in {record.kind for record in records}}
        records.sort(key=lambda record: stages[record.kind])
        terms = tuple(words.casefold().split())
        others = terms != self._asked.terms
        self._asked.review, self._asked.terms = review, terms
        if others:  # the same record is shown with other words
            self.model.renew(tuple(records))
        else:
            self.model.set_rows(tuple(records))
        self.head.title.setText(tr("‘{words}’").format(words=words))
        self.head.set_lead(
            trn("Found in {n} record.", "Found in {n} records.", len(records))
            if records
            else tr("Not found. Each word must stand in the same record; names of subjects are not searched.")
        )

    def first_control(self) -> QWidget:
        """The list."""
        return self.table

    def enter(self) -> None:
        """Go into the list, to its first row where none is chosen."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.go_to_row(0)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @Slot(int)
    def _opened(self, at: int) -> None:
        self.chosen.emit(self.model.row(at).id)


def _where(record: Record) -> Cell:
    """The stage a record belongs to, and what kind it is."""
    kind = kind_of(record.kind)
    return Cell(tr(kind.label), stage_name(kind.stage), strong=True)


def _cited(record: Record) -> Cell:
    """How a record is cited."""
    return Cell("" if kind_of(record.kind).single else record.id, tone="text_soft")


def _text(review: Review, record: Record, terms: tuple[str, ...]) -> str:
    """The text of a record in which a word asked for stands; else what names the record."""
    for _, _, text in texts_of(record):
        if any(term in text.casefold() for term in terms):
            return text
    title = kind_of(record.kind).title
    if title and field_of(record.kind, title).type is FieldType.LINK:
        other = review.get(record.link(title))
        return _text(review, other, ()) if other is not None else ""
    return record.text(title) if title else ""


def _around(text: str, terms: tuple[str, ...]) -> str:
    """The words of a text from a little before the first one asked for."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if any(term in word.casefold() for term in terms)), 0)
    start = max(0, at - SHOWN_BEFORE) if len(words) > SHOWN_WORDS else 0
    end = start + SHOWN_WORDS
    return " ".join(("…" if start else "", *words[start:end], "…" if end < len(words) else "")).strip()
