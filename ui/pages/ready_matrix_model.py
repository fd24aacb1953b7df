"""The matrix of questions against evidence as a table model: real cells, with their words for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from imr_desk.guidance.matrix import COLUMNS, MatrixRow
from imr_desk.i18n import tr
from ui.models.rows import RowsModel
from ui.widgets.matrix_view import MatrixWords


@dataclass(frozen=True)
class Column:
    """One column: its head, and its cell of a row."""

    label: str
    cell: Callable[[MatrixRow], MatrixWords]


class MatrixModel(RowsModel[MatrixRow]):
    """Questions down, what answers them across."""

    def __init__(self, parent: QObject | None = None) -> None:
        heads = tuple(Column(tr(label), _cell_at(at)) for at, (_, label) in enumerate(COLUMNS))
        super().__init__((Column(tr("Question"), _question), *heads), _key, parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads stand in the middle of their columns; a row is called by its question."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return tr("Question {n}").format(n=self.row(section).number or section + 1)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As of rows; and the whole question, or the reason, where the pointer rests."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.cell(index.row(), index.column()).spoken()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.isValid():
            return self._place_spoken(index.row(), index.column())
        return super().data(index, role)

    def _place_spoken(self, at: int, column: int) -> str:
        """What a number counts, and for which question; with a question, all of its numbers."""
        if column:
            question = self.headerData(at, Qt.Orientation.Vertical)
            return tr("{column}, {question}").format(column=self.columns[column].label, question=question)
        counts = enumerate(self.columns[1:], 1)
        return ", ".join(f"{each.label}: {self.cell(at, place).words}" for place, each in counts)


def _key(row: MatrixRow) -> str:
    return row.question


def _question(row: MatrixRow) -> MatrixWords:
    words = row.heading or row.text or tr("No words yet")
    return MatrixWords(words, row.text if row.heading else "", question=True, number=row.number)


def _cell_at(at: int) -> Callable[[MatrixRow], MatrixWords]:
    def cell(row: MatrixRow) -> MatrixWords:
        found = row.cells[at]
        if found.leads:
            return MatrixWords(str(len(found.leads)))
        if found.reason:
            return MatrixWords(tr("not needed"), found.reason, quiet=True)
        return MatrixWords(tr("none"), quiet=True, missing=True)

    return cell
