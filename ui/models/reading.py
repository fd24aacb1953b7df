"""The lines of a report that is read, one a row. Nothing is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from imr_desk.export.readable import ReadLine

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReadingModel(QAbstractListModel):
    """A model over a tuple of ReadLine. `UserRole` gives the line itself, for the delegate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ReadLine, ...] = ()

    def set_lines(self, lines: tuple[ReadLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, at: int) -> ReadLine:
        """The line at a place."""
        return self._lines[at]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, or its words for a screen reader and for copying."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._lines[index.row()].spoken()
        return None
