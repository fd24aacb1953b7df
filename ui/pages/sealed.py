"""What stands in the window when it locked and the disk would not take what was typed last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.pages.unlock import UnlockCard, in_the_middle
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.surfaces import Surface, column


class SealedPage(Surface):
    """No word of the review but the name of its file. The passphrase shows the review again, with what was typed.

    It has no way to the first page: what could not be saved is in memory only.
    """

    def __init__(self, name: str, where: str, why: str) -> None:
        """`why` is the reason why it was not saved, in a sentence."""
        self.card = UnlockCard(name, where)
        self.card.forgot.hide()  # a new passphrase needs the disk, which refuses
        title = tr("Locked. What was typed last is not saved yet.")
        kept = tr(
            "Your words are kept in memory, and saving is tried again and again. Leave this program running. "
            "To save them somewhere else, type the passphrase first."
        )
        self.notice = Notice("bad", f"{why.partition('. ')[0].rstrip('.')}.", kept)
        middle = QWidget()
        middle.setLayout(column(Label(title, "title"), self.notice, self.card, gap=12))
        super().__init__(column(in_the_middle(middle), gap=0), fill="page")
        self.setAccessibleName(title)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the passphrase field the keyboard."""
        self.card.field.setFocus(reason)
