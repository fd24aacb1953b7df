"""A table model over a tuple of row values. Nothing is copied: a row's cells are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from ui.models.row_steps import RowStep

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
MANY = 20
"""Rows from which on all are told of as one stretch: each by itself would hold the window."""
MOST_FOUND, NEAR = 32, 4
"""Of how many rows it is remembered where they stood; and how far from there they are looked for first."""


class ShownCell(Protocol):
    """What a cell must be able to say; how it is painted is the view's business."""

    @property
    def words(self) -> str:
        """The words that are shown first."""

    def spoken(self) -> str:
        """All of it, as a screen reader says it."""


T = TypeVar("T", contravariant=True)


class ShownColumn(Protocol[T]):
    """What a column must give: its label, and its cell of a row."""

    @property
    def label(self) -> str:
        """What stands in the head."""

    @property
    def cell(self) -> Callable[[T], ShownCell]:
        """The cell of a row."""


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of any frozen value. `key` names a row for good, so that selection survives a change of rows.

    `also_said` is what a screen reader says of a row beside what its cells hold.
    """

    def __init__(
        self,
        columns: tuple[ShownColumn[R], ...],
        key: Callable[[R], str],
        parent: QObject | None = None,
        *,
        also_said: Callable[[R], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self._also_said = also_said
        self._key = key
        self._rows: tuple[R, ...] = ()
        self._found: dict[str, int] = {}

    def set_rows(self, rows: tuple[R, ...]) -> None:
        """Show other rows. Only what changed is told of: one row that came, went or moved, and those with other words.

        Where more than one came or went, a view begins again.
        """
        before = self._rows
        step = self._step_to(rows)
        if step is None:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        if step.removed >= 0:
            self.beginRemoveRows(_ROOT, step.removed, step.removed)
            before = self._rows = before[: step.removed] + before[step.removed + 1 :]
            self.endRemoveRows()
        if step.inserted >= 0:
            self.beginInsertRows(_ROOT, step.inserted, step.inserted)
            before = self._rows = (*before[: step.inserted], rows[step.inserted], *before[step.inserted :])
            self.endInsertRows()
        self._rows = rows
        last = len(self.columns) - 1
        others = [at for at, (new, old) in enumerate(zip(rows, before, strict=True)) if new is not old]
        changed = list(islice((at for at in others if rows[at] != before[at]), MANY + 1))
        spans = [(at, at) for at in changed] if len(changed) <= MANY else [(changed[0], others[-1])]
        for first, end in spans:
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))

    def _step_to(self, rows: tuple[R, ...]) -> RowStep | None:
        if not self._rows and len(rows) > 1:
            return None  # as at the first paint
        from ui.models.row_steps import step_between

        return step_between(self._rows, rows, self._key)

    def renew(self, rows: tuple[R, ...] | None = None) -> None:
        """Have every cell read again: what the cells name has other names now. Other `rows` are shown where given."""
        self.beginResetModel()
        if rows is not None:
            self._rows = rows
        self.endResetModel()

    def set_columns(self, columns: tuple[ShownColumn[R], ...]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def row(self, at: int) -> R:
        """The row at a place."""
        return self._rows[at]

    def all(self) -> tuple[R, ...]:
        """Every row, in order."""
        return self._rows

    def key_at(self, at: int) -> str:
        """The key of the row at a place; nothing outside the table."""
        return self._key(self._rows[at]) if 0 <= at < len(self._rows) else ""

    def place_of(self, key: str) -> int:
        """Where the row with that key stands, or -1."""
        found = self._found.get(key, -1)
        if self.key_at(found) != key:  # mostly a row is asked for that was asked for before, or that moved a little
            found = self._look_for(key, found)
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[key] = found
        return found

    def _look_for(self, key: str, near: int) -> int:
        for at in range(max(0, near - NEAR), near + NEAR) if near >= 0 else ():
            if self.key_at(at) == key:
                return at
        return next((at for at, row in enumerate(self._rows) if self._key(row) == key), -1)

    def cell(self, at: int, column: int) -> ShownCell:
        """One cell."""
        return self.columns[column].cell(self._rows[at])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, what a screen reader says, or the cell itself for the delegate."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.cell(index.row(), index.column()).spoken()
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            return self._rest_spoken(index.row())
        return None

    def _rest_spoken(self, at: int) -> str:
        """What stands in a row after its first cell: said with that cell, so that going down tells whole rows."""
        said = [self.cell(at, column).spoken() for column in range(1, len(self.columns))]
        if self._also_said is not None:
            said.append(self._also_said(self._rows[at]))
        words = ". ".join(part.rstrip(".") for part in said if part)
        return f"{words}." if words else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The label of a column; for screen readers, the key of a row."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not across and role == Qt.ItemDataRole.DisplayRole:
            return self.key_at(section)
        return None
