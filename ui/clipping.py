"""The clipboard at the lock: what was copied here goes, what another program put there stays."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication

from ui.copying import is_ours


def clear_what_is_ours() -> None:
    """Empty the clipboard, and the selection where the system has one, if what they hold was copied in this program."""
    board = QGuiApplication.clipboard()
    if is_ours(board):
        board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
