"""The ten stages, for the list at the left."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from imr_desk.i18n import tr
from ui.shell_state import StageRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StageModel(QAbstractListModel):
    """A model over a tuple of rows. `UserRole` gives the row itself, for the delegate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StageRow, ...] = ()

    def set_rows(self, rows: tuple[StageRow, ...]) -> None:
        """Show other rows; only those that changed are told of."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(at)
                self.dataChanged.emit(index, index)

    def stage(self, index: Index) -> StageRow:
        """The row at a place."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many stages there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name to show, the whole of it for screen readers, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.number} {row.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return in_words(row)
        return row if role == Qt.ItemDataRole.UserRole else None


def in_words(row: StageRow) -> str:
    """The state of a stage, with its count."""
    state = tr(row.state.value)
    return f"{state} · {row.count}" if row.count else state


def spoken(row: StageRow) -> str:
    """All of a row in one sentence, as a screen reader says it: ‘Stage 4, Chronology, in progress, 214 entries’."""
    state = tr(row.state.value)
    parts = (tr("Stage {n}").format(n=row.number), row.name, state[:1].lower() + state[1:], row.count)
    return ", ".join(part for part in parts if part)
