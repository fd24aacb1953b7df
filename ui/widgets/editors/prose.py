"""Text of any length, plain. It grows with what is written and scrolls when it is higher than most of a window."""

from __future__ import annotations

from itertools import takewhile

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from ui import theme
from ui.copying import keep_from_learning, private
from ui.tokens import Role
from ui.widgets.dropped import has_files
from ui.widgets.editors.base import Editor, leaves_undo_to_the_review
from ui.widgets.names.watch import watch
from ui.widgets.surfaces import row

FEWEST_LINES, MOST_LINES = 2, 22
LONG_MS = 15_000
"""After so much writing without a pause it is kept all the same."""
PARAGRAPH_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})


class ProseBox(QTextEdit):
    """A QTextEdit for plain text: Tab moves on, what is pasted and copied is text alone, and its height follows it."""

    left = Signal()

    def __init__(self, owner: Editor[str], role: Role) -> None:
        super().__init__()
        self._owner, self._role = owner, role
        self.fewest, self.most = FEWEST_LINES, MOST_LINES
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        keep_from_learning(self)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self._high = 0
        self._restyle()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # ---- plain text in and out
    def plain(self) -> str:
        """The text as it is; Qt's own `toPlainText` would turn hard spaces into soft ones."""
        return self.document().toRawText().translate(PARAGRAPH_ENDS)

    def show_plain(self, text: str) -> None:
        """Show another text, the caret where it differs. What was typed before can no longer be taken back here."""
        changed_up_to = _changed_up_to(self.plain(), text) if self.hasFocus() else 0
        with QSignalBlocker(self):
            self.document().setUndoRedoEnabled(False)
            self.setPlainText(text)
            self._set_lines()
            self.document().setUndoRedoEnabled(True)
        if changed_up_to:
            self.place_caret(changed_up_to)
        self._fit()

    def place_caret(self, at: int) -> None:
        """Put the caret at a place counted in characters; -1 for the end."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(at, cursor.position()) if at >= 0 else cursor.position())
        self.setTextCursor(cursor)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text can come in; a file is for the page or the window."""
        return source.hasText() and not has_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in text alone, whatever came with it, and no registered name."""
        self.insertPlainText(watch().admitted(self, source.text()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give out text alone, marked so that no history of the clipboard keeps it."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().translate(PARAGRAPH_ENDS))
        return private(data)

    # ---- keys and focus
    def event(self, event: QEvent) -> bool:
        """Let undo and redo pass on where there is nothing of this field's to undo."""
        if leaves_undo_to_the_review(event, self._owner):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu or another window over it is not leaving."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            self.left.emit()

    # ---- measuring
    def changeEvent(self, event: QEvent) -> None:
        """Take the font and lines of the look in force."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        with QSignalBlocker(self):
            self.document().setDefaultFont(theme.font(self._role))
            self._set_lines()
        self._fit()

    def _set_lines(self) -> None:
        """Make every line as high as the role says, without a step of its own to undo."""
        lines = QTextBlockFormat()
        lines.setLineHeight(theme.line_height(self._role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(lines)
        cursor.endEditBlock()

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text, within bounds."""
        line, edge = theme.line_height(self._role), self.edge()
        wanted = round(self.document().size().height() - 2 * self.document().documentMargin()) + edge
        high = max(self.fewest * line + edge, min(wanted, self.most * line + edge))
        always = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > high else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not always:
            self.setVerticalScrollBarPolicy(always)
        if high != self._high:
            self._high = high
            self.setFixedHeight(high)

    def edge(self) -> int:
        """What it is higher than its lines: margin, padding and edge, above and below."""
        return 2 * (4 + 7 + 1)

    def sizeHint(self) -> QSize:
        """A comfortable width at the height of the text."""
        return QSize(theme.px(400), self._high)

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(theme.px(120), self._high)


def _changed_up_to(before: str, after: str) -> int:
    """How many characters of a text stand before what it has in common with the end of another."""
    shorter = min(len(before), len(after))
    same_first = sum(1 for _ in takewhile(lambda at: before[at] == after[at], range(shorter)))
    room = range(1, shorter - same_first + 1)
    return len(after) - sum(1 for _ in takewhile(lambda at: before[-at] == after[-at], room))


class ProseEditor(Editor[str]):
    """Text of any length, in the role for reading or for work."""

    def __init__(self, role: Role = "body", *, fewest: int = FEWEST_LINES, most: int = MOST_LINES) -> None:
        super().__init__()
        self.box = self._make_box(role)
        self.box.fewest, self.box.most = fewest, most
        self.setLayout(row(self.box))
        self._kept = ""
        self.long_timer = QTimer(self)
        self.long_timer.setSingleShot(True)
        self.long_timer.setInterval(LONG_MS)
        self.long_timer.timeout.connect(self.commit)
        self.commit_requested.connect(self.long_timer.stop)
        self.box.textChanged.connect(self.touched)
        self.box.left.connect(self.commit)

    @Slot()
    def touched(self) -> None:
        """Also without a pause: who writes on and on has it kept now and then."""
        super().touched()
        if not self.long_timer.isActive():
            self.long_timer.start()

    def set_value(self, value: str | None) -> None:
        """As of every editor."""
        self.long_timer.stop()
        super().set_value(value)

    def _make_box(self, role: Role) -> ProseBox:
        """The box in which it is written."""
        return ProseBox(self, role)

    def value(self) -> str:
        """The text as typed, its paragraphs parted by line ends."""
        return self.box.plain()

    def _show(self, value: str | None) -> None:
        value = value or ""
        if value != self.box.plain():
            self.box.show_plain(value)

    def _state(self) -> object:
        return self.box.plain()

    def controls(self) -> tuple[QWidget, ...]:
        """The one box."""
        return (self.box,)

    def set_read_only(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        self.box.setReadOnly(on)
