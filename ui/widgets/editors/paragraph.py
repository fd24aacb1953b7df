"""A paragraph among others, written on the page itself: no box round it, as high as its words.

Return goes on to the next paragraph, Shift+Return to the next line, Backspace at the beginning back to the one before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from ui.tokens import Role
from ui.widgets.editors.base import Editor
from ui.widgets.editors.prose import ProseBox, ProseEditor
from ui.widgets.focus_ring import OWN_RING
from ui.widgets.names.watch import watch

ENDLESS = 100_000
_MOVES = QTextCursor.MoveOperation
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class ParagraphBox(ProseBox):
    """The text. It never scrolls by itself: the page keeps the caret in sight."""

    went_on = Signal()
    """Return: the words after the caret, if any, belong to the next paragraph."""
    went_back = Signal()
    """Backspace with the caret at the beginning and nothing selected."""
    moved = Signal(int)
    """Alt+Up (-1) or Alt+Down (1)."""
    walked = Signal(int)
    """Up in the first line (-1) or Down in the last (1)."""
    pasted = Signal(tuple)
    """Several paragraphs at once."""
    evidence_asked = Signal()
    entered = Signal()
    """It has the keyboard."""
    caret_moved = Signal()

    def __init__(self, owner: Editor[str]) -> None:
        super().__init__(owner, "reading")
        self.setProperty("look", "paper")
        self.setProperty(OWN_RING, True)
        self.fewest, self.most = 1, ENDLESS
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self.caret_moved)
        self._fit()

    def edge(self) -> int:
        """Nothing stands round it."""
        return 0

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text; the caret may be further down then."""
        before = self._high
        super()._fit()
        if before != self._high:
            self.caret_moved.emit()

    def caret(self) -> QRect:
        """Where the caret is, in pixels from the upper left corner of this box."""
        place = self.cursorRect()
        return QRect(self.viewport().mapTo(self, QPoint(place.x(), place.y())), place.size())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in text alone; what has several paragraphs goes out, to become as many here."""
        text = watch().admitted(self, source.text())
        pieces = tuple(line.strip() for line in text.splitlines() if line.strip())
        if len(pieces) > 1:
            self.pasted.emit(pieces)
        else:
            self.insertPlainText(text.rstrip("\r\n"))

    # ---- keys and focus
    def event(self, event: QEvent) -> bool:
        """Ctrl+K is the page’s, on systems too where it deletes to the end of the line."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_evidence(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that concern more than these words out as signals."""
        if _is_evidence(event):
            self.evidence_asked.emit()
        elif event.key() in _PAGES:
            event.ignore()  # the page scrolls
        elif self.isReadOnly() or not self._passed_on(event):
            super().keyPressEvent(event)

    def _passed_on(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _RETURNS and not modifiers & (_SHIFT | _CONTROL | _ALT):
            self.went_on.emit()
        elif key == Qt.Key.Key_Backspace and not modifiers and self._at_the_beginning():
            self.went_back.emit()
        elif key in _STEPS and modifiers & _ALT:
            self.moved.emit(_STEPS[key])
        elif key in _STEPS and not modifiers & (_SHIFT | _CONTROL) and self._in_outer_line(key):
            self.walked.emit(_STEPS[key])
        else:
            return False
        return True

    def _at_the_beginning(self) -> bool:
        cursor = self.textCursor()
        return cursor.atStart() and not cursor.hasSelection()

    def _in_outer_line(self, key: Qt.Key) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(_MOVES.Up if key == Qt.Key.Key_Up else _MOVES.Down)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is here."""
        super().focusInEvent(event)
        self.entered.emit()
        self.caret_moved.emit()


def _is_evidence(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == _CONTROL


class ParagraphEditor(ProseEditor):
    """The words of one paragraph."""

    def __init__(self) -> None:
        self.words: ParagraphBox
        super().__init__("reading", fewest=1, most=ENDLESS)
        self.commit_requested.connect(self._begin_undo_anew)

    @Slot()
    def _begin_undo_anew(self) -> None:
        """Typing that was kept is the review’s to take back; the text’s own undo would take it together with newer."""
        self.box.document().setUndoRedoEnabled(False)
        self.box.document().setUndoRedoEnabled(True)

    def _make_box(self, role: Role) -> ProseBox:
        self.words = ParagraphBox(self)
        return self.words
