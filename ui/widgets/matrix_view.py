"""A table of counts that lead somewhere: one Tab stop, arrows from cell to cell, Return goes there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui import theme
from ui.copying import copied_from_list
from ui.widgets.current_said import say_current_later
from ui.widgets.in_page import show_in_page
from ui.widgets.surfaces import give_viewport
from ui.widgets.text_block import TextBlock


@dataclass(frozen=True)
class MatrixWords:
    """What a cell says. `more` is a reason behind it; `question` is the cell that names the row, with its `number`."""

    words: str
    more: str = ""
    question: bool = False
    number: str = ""
    quiet: bool = False
    missing: bool = False

    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return ". ".join(part for part in (self.words, self.more) if part)


Index = QModelIndex | QPersistentModelIndex
PAD, LEAST, HEAD = 10, 40, 36
BESIDE_HEAD = 20
MOST_LINES, MOST_LINES_NARROW, NARROW = 3, 6, 220
"""How many lines of a question are shown, in a column as wide as that and in a narrower one."""
LEAST_QUESTION = 100


class MatrixDelegate(QStyledItemDelegate):
    """Paints the question at the left, counts in the middle of their cells, and ‘none’ in a frame of its own."""

    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view

    def question(self, shown: MatrixWords, width: int) -> TextBlock:
        """The words of a question in a column of that width, cut between words after a few lines."""
        room = max(1, width - 2 * PAD - theme.px(20))
        words, block = shown.words, TextBlock(shown.words, "body", room)
        most = MOST_LINES if width >= theme.px(NARROW) else MOST_LINES_NARROW
        while block.lines > most and " " in words:
            words = words.rpartition(" ")[0]
            block = TextBlock(words + "…", "body", room)
        return block

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, rule and words, and the ring of the cell that has the focus."""
        shown = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(shown, MatrixWords):
            return
        box, view = option.rect, self._view
        here = view.currentIndex() == index
        painter.save()
        if here:
            painter.fillRect(box, theme.colour("selected"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colour("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown.question:
            number = TextBlock(shown.number, "label", weight=600)
            number.draw(painter, box.x() + PAD, box.y() + PAD, theme.colour("text_quiet"))
            words = view.question_block(index.row())
            words.draw(painter, box.x() + PAD + theme.px(20), box.y() + PAD, theme.colour("text"))
        else:
            _paint_count(painter, box, shown)
        if here and view.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(2, 2, -2, -3))
        painter.restore()


def _paint_count(painter: QPainter, box: QRect, shown: MatrixWords) -> None:
    """A count, ‘not needed’, or ‘none’ in a frame, in the middle of the cell."""
    block = TextBlock(shown.words, "small" if shown.quiet else "body", max(1, box.width() - 8))
    x, y = box.center().x() - block.width / 2, box.center().y() - block.height / 2
    if shown.missing:
        painter.setPen(QPen(theme.colour("bad_line"), 1))
        painter.setBrush(theme.colour("bad_soft"))
        painter.drawRoundedRect(QRectF(x - 6.5, y - 2.5, block.width + 13, block.height + 5), 4, 4)
    block.draw(painter, x, y, theme.colour("bad" if shown.missing else "text_soft" if shown.quiet else "text"))


class MatrixView(QTableView):
    """As high as its rows; the page scrolls. `UserRole` of the model gives MatrixWords, the first column the rows."""

    cell_chosen = Signal(int, int)
    """Row and column of the cell the person came to."""
    cell_opened = Signal(int, int)
    """Row and column of the cell whose place the person wants to go to."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        give_viewport(self)
        self.setModel(model)
        self._delegate = MatrixDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._blocks: dict[tuple[int, str], TextBlock] = {}
        self._set_up()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        for changed in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._soon.start)
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(self._open)

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(24)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # ---- measuring
    def question_block(self, at: int) -> TextBlock:
        """The words of the question of a row, laid out in its column."""
        shown = self.model().index(at, 0).data(Qt.ItemDataRole.UserRole)
        key = (self.columnWidth(0), shown.words)
        if key not in self._blocks:
            self._blocks[key] = self._delegate.question(shown, key[0])
        return self._blocks[key]

    @Slot()
    def fit(self) -> None:
        """Give the counts the room of their heads, the question what is left, and be as high as the rows."""
        self._soon.stop()
        width = self.viewport().width()
        model, across = self.model(), Qt.Orientation.Horizontal
        labels = [str(model.headerData(at, across)) for at in range(1, model.columnCount())]
        heads = [int(TextBlock(label, "caption", weight=600).width) + BESIDE_HEAD for label in labels]
        spare = width - sum(heads) - theme.px(320)
        more = max(0, min(spare // max(1, len(heads)), theme.px(28)))
        for at, head in enumerate(heads, 1):
            self.setColumnWidth(at, head + more)
        self.setColumnWidth(0, max(theme.px(LEAST_QUESTION), width - sum(heads) - more * len(heads)))
        self._blocks.clear()
        header = self.horizontalHeader()
        header.setFixedHeight(theme.px(HEAD))
        high = 0
        for at in range(model.rowCount()):
            tall = max(theme.px(LEAST), self.question_block(at).height + 2 * PAD + 1)
            self.setRowHeight(at, tall)
            high += tall
        across_all = sum(self.columnWidth(at) for at in range(model.columnCount()))
        wide = across_all > width > 0
        policies = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policies.ScrollBarAlwaysOn if wide else policies.ScrollBarAlwaysOff)
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(high + theme.px(HEAD) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_soon"):
            self._soon.start()

    def minimumSizeHint(self) -> QSize:
        """As high as it is; its counts and a few words wide."""
        return QSize(theme.px(320), self.height())

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme.px(600), self.height())

    # ---- going about
    @Slot(QModelIndex, QModelIndex)
    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())
            if self.hasFocus():
                self.reveal()

    def reveal(self) -> None:
        """Bring the cell into sight in the page that scrolls."""
        show_in_page(self, self.visualRect(self.currentIndex()))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_opened.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes to the place of the cell; Home and End to the first and the last question."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
        elif not copied_from_list(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first cell where none was chosen."""
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 1))
        super().focusInEvent(event)
        say_current_later(self, event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()
