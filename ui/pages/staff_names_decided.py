"""Words that were decided to be no person. Only hashes are kept, so those are listed that stand in the review."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section

MOST = 200
"""So many words are listed; there are hardly ever more than a few dozen."""


class DecidedWords(Section):
    """Each word is a button that takes the decision back; undo does too."""

    take_back_asked = Signal(str)
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Not a person"))
        self._number = Label("", "body", "text_soft")
        self._words: tuple[str, ...] = ()
        self._list = QWidget()
        self._list.setLayout(Flow())
        for part in (self._number, self._list):
            self.add(part)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        """How many words were decided in this way, in the review or not."""
        words = tr("No word was decided to be no person yet.")
        if number:
            words = trn("{n} decision is kept, by a hash.", "{n} decisions are kept, by hashes.", number)
            more = tr("What of it stands in the review is listed here; type other words above to take them back.")
            words = f"{words} {more}"
        self._number.setText(words)

    def show_words(self, words: tuple[str, ...]) -> None:
        """The words that stand in the review."""
        if words == self._words:
            return
        self._words = words
        focus = self.window().focusWidget()
        had = focus is not None and self._list.isAncestorOf(focus)
        made = [self._button(each) for each in words[:MOST]]
        new = QWidget()
        new.setLayout(Flow(*made, gap=8))
        old, self._list = self._list, new
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, new)
        new.show()
        if had and made:
            made[0].setFocus(Qt.FocusReason.TabFocusReason)
        old.hide()
        old.deleteLater()
        self.rearranged.emit()

    def _button(self, words: str) -> Button:
        button = Button(tr("Take back ‘{words}’").format(words=words), "small")
        button.setAccessibleDescription(tr("It is marked again as what looks like a name."))
        button.clicked.connect(partial(self.take_back_asked.emit, words))
        return button
