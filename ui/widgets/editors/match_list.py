"""The list of matches under a field in which a record is found. The field has the keyboard and tells it what to do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from imr_desk.i18n import tr, trn
from ui import theme
from ui.widgets.editors.findable import Match

ROWS = 8
"""How many rows are in sight at most."""
WIDEST = 680
"""How wide it is at most, in pixels at 100 %."""
ADD = "+"
"""What stands in the place of an id in the row that adds a record."""
_ID = Qt.ItemDataRole.UserRole


class MatchList(QListView):
    """Lies over the window it is made in, under a field or above it."""

    taken = Signal(str)
    """The id of the record whose row was pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setProperty("look", "matches")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(tr("What can be chosen"))
        self.clicked.connect(self._pressed)

    def show_matches(self, found: list[Match], count: int, note: str = "", offer: str = "") -> None:
        """List these; where there are more than them, say how many. Then a note, and a row that adds a record."""
        self._rows.clear()
        for match in found:
            item = QStandardItem(match.words)
            item.setData(match.id, _ID)
            item.setToolTip(match.words)
            self._rows.appendRow(item)
        if count > len(found):
            rest = count - len(found)
            self._say(trn("{n} more: type on to find it", "{n} more: type on to find them", rest))
        self._say(note)
        if offer:
            item = QStandardItem(offer)
            item.setData(ADD, _ID)
            self._rows.appendRow(item)

    def _say(self, words: str) -> None:
        """A row that is only read."""
        if words:
            item = QStandardItem(words)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._rows.appendRow(item)

    def words(self) -> list[str]:
        """The words of every row."""
        return [self._rows.item(at).text() for at in range(self._rows.rowCount())]

    def chosen(self) -> str:
        """The id of the row that stands ready, or nothing."""
        return str(self.currentIndex().data(_ID) or "")

    def chosen_words(self) -> str:
        """The words of that row."""
        return str(self.currentIndex().data() or "")

    def only_adds(self) -> bool:
        """Whether nothing was found and there is a row that adds what was typed."""
        return [self._rows.item(at).data(_ID) for at in self._open_rows()] == [ADD]

    def finds(self) -> bool:
        """Whether something was found."""
        return any(self._rows.item(at).data(_ID) != ADD for at in self._open_rows())

    def _open_rows(self) -> list[int]:
        return [at for at in range(self._rows.rowCount()) if self._rows.item(at).isEnabled()]

    def step(self, by: int) -> None:
        """Go so many rows down (or up), not past the ends; what is only read is passed over."""
        open_rows = self._open_rows()
        now = self.currentIndex().row()
        at = (open_rows.index(now) if now in open_rows else -1) + by
        if open_rows:
            self.setCurrentIndex(self._rows.index(open_rows[max(0, min(len(open_rows) - 1, at))], 0))

    def place_under(self, field: QWidget) -> None:
        """Lie under a field, or above it where there is more room, as wide as the words need."""
        window, gap = field.window(), theme.px(4)
        metrics = QFontMetrics(self.font())
        each = max(self.sizeHintForRow(0), theme.px(32))
        at = field.mapTo(window, QPoint(0, 0))
        under = window.height() - at.y() - field.height() - 2 * gap
        high = each * min(ROWS, self._rows.rowCount()) + 2 * self.frameWidth() + 2
        is_under = high <= under or under >= at.y()
        high = max(each, min(high, under if is_under else at.y() - 2 * gap))
        wanted = max(metrics.horizontalAdvance(words) for words in self.words()) + theme.px(48)
        wide = max(field.width(), min(wanted, theme.px(WIDEST), window.width() - theme.px(32)))
        left = min(at.x(), window.width() - theme.px(16) - wide)
        top = at.y() + field.height() + gap if is_under else at.y() - gap - high
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()

    @Slot(QModelIndex)
    def _pressed(self, index: QModelIndex) -> None:
        record_id = index.data(_ID)
        if record_id:
            self.taken.emit(str(record_id))
