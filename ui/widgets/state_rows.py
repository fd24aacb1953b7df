"""Things with their state in words, for a list at the side of a page: plain values, and the model of that list."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.icons import Glyph
from ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StateRow(NamedTuple):
    """One thing. The shape of its icon says the state, its colour repeats it; `state` and `detail` say it in words."""

    key: str
    title: str
    state: str
    detail: str = ""
    glyph: Glyph = Glyph.CIRCLE_DASHED
    tone: Tone = "text_quiet"

    def spoken(self) -> str:
        """All of it in one sentence, as a screen reader says it."""
        return ", ".join(part for part in (self.title.rstrip("."), self.state, self.detail) if part)


class StateModel(QAbstractListModel):
    """A model over rows. `UserRole` gives the row itself, for the delegate."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[StateRow, ...] = ()

    def set_rows(self, rows: tuple[StateRow, ...]) -> bool:
        """Show other rows; True where other things, or another order, made the list begin anew."""
        before = self.rows
        if [each.key for each in rows] != [each.key for each in before]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return True
        self.rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))
        return False

    def at(self, key: str) -> int:
        """Where a thing stands; -1 where it is not in the list."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many things there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title to show, all of it for screen readers, or the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row if role == Qt.ItemDataRole.UserRole else None
