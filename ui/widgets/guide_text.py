"""A text in Markdown to read: paragraphs, lists and tables in our own type and colours."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from ui import theme
from ui.tokens import tokens


class GuideText(QTextEdit):
    """Shows one text. Tab goes on; arrows, Page Up and Page Down scroll."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = ""
        self._look = theme.look()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "paper")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)

    def show_markdown(self, text: str) -> None:
        """Show another text from its beginning."""
        self._text = text
        self._fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._look is not theme.look():
            self._look = theme.look()
            self._fill()

    def _fill(self) -> None:
        document = self.document()
        document.setDefaultFont(theme.font("body"))
        document.setDocumentMargin(theme.px(8))
        document.setMarkdown(self._text)
        self._set_blocks()
        self._set_tables()

    def _set_blocks(self) -> None:
        """Give every paragraph the line height and ink of our body text."""
        high, below = theme.line_height("body"), theme.px(10)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            shape.setLineHeight(high, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
            in_list = block.textList() is not None
            shape.setBottomMargin(0 if cursor.currentTable() is not None else theme.px(5) if in_list else below)
            shape.setTopMargin(0)
            cursor.mergeBlockFormat(shape)
            self._set_words(block)
            block = block.next()

    def _set_words(self, block: QTextBlock) -> None:
        """Our own type for all of it: what stands in italics or as code in Markdown is heavier, and upright."""
        pieces = []
        each = block.begin()
        while not each.atEnd():
            piece = each.fragment()
            pieces.append((piece.position(), piece.length(), piece.charFormat()))
            each += 1
        for start, length, format_now in pieces:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            plain = QTextCharFormat()
            bold = format_now.fontWeight() > QFont.Weight.Normal.value
            marked = bold or format_now.fontItalic() or format_now.fontFixedPitch()
            plain.setFont(theme.font("body", 600 if bold else 500 if marked else None))
            plain.setForeground(QBrush(theme.colour("text")))
            cursor.setCharFormat(plain)

    def _set_tables(self) -> None:
        """A rule under each row, as in our own tables."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                if not any(_words_of(frame, at) for at in range(frame.columns())):
                    frame.removeRows(0, 1)  # Markdown knows no table without a head
                shape = frame.format()
                shape.setBorder(1)
                shape.setBorderCollapse(True)
                shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                shape.setBorderBrush(QBrush(theme.colour("line")))
                shape.setCellPadding(theme.px(6))
                shape.setBottomMargin(theme.px(12))
                frame.setFormat(shape)


def _words_of(table: QTextTable, column: int) -> str:
    """What stands in the head of a column."""
    return table.cellAt(0, column).firstCursorPosition().block().text().strip()


READING = tokens().size["reading_width"]
"""How wide such a text is at most, in pixels at 100 %."""
