"""What was found in the review: a list by stage, gone through with the arrows, opened with Return."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Found:
    """One record that was found: its id and how it is cited, where it stands, and the words round what was found."""

    id: str
    cited: str
    where: str
    kind: str
    words: str


COLUMNS = (
    TableColumn[Found]("where", "", lambda found: Cell(found.kind, found.where, strong=True), 240),
    TableColumn[Found]("words", "", lambda found: Cell(found.words)),
    TableColumn[Found]("id", "", lambda found: Cell(found.cited, tone="text_soft"), 110),
)


class SearchResults(Surface):
    """A page over the page of the stage; Esc goes back there."""

    chosen = Signal(str)
    """The id of the record the person wants to see."""
    left = Signal()
    """The person wants to go back to the page."""

    def __init__(self) -> None:
        self._back = Button(tr("Back to the page"), "plain")
        self.head = PageHead(tr("Search"), " ", self._back)
        self.model = RowsModel[Found](COLUMNS, key=lambda found: found.id)
        self.table = Table(tr("What was found"), self.model, tuple(each.width for each in COLUMNS))
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
        records.sort(key=lambda record: kind_of(record.kind).stage)
        terms = tuple(words.casefold().split())
        self.model.set_rows(tuple(_found(review, record, terms) for record in records))
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


def _found(review: Review, record: Record, terms: tuple[str, ...]) -> Found:
    kind = kind_of(record.kind)
    return Found(
        record.id,
        "" if kind.single else record.id,
        stage_name(kind.stage),
        tr(kind.label),
        _around(_words(review, record, terms), terms),
    )


def _words(review: Review, record: Record, terms: tuple[str, ...]) -> str:
    """The text of a record in which a word asked for stands; else what names the record."""
    for _, _, text in texts_of(record):
        if any(term in text.casefold() for term in terms):
            return text
    title = kind_of(record.kind).title
    if title and field_of(record.kind, title).type is FieldType.LINK:
        other = review.get(record.link(title))
        return _words(review, other, ()) if other is not None else ""
    return record.text(title) if title else ""


def _around(text: str, terms: tuple[str, ...]) -> str:
    """The words of a text from a little before the first one asked for."""
    words = text.split()
    at = next((at for at, word in enumerate(words) if any(term in word.casefold() for term in terms)), 0)
    start = max(0, at - SHOWN_BEFORE) if len(words) > SHOWN_WORDS else 0
    end = start + SHOWN_WORDS
    return " ".join(("…" if start else "", *words[start:end], "…" if end < len(words) else "")).strip()
