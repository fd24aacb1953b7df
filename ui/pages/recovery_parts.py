"""What the pages of passphrase and recovery key share: their frame, and the fields for a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from imr_desk.passphrases import judge
from imr_desk.sample import SAMPLE_PASSPHRASE
from ui import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageHead
from ui.widgets.secret_field import SecretField
from ui.widgets.surfaces import Item, Scroll, Surface, column, row
from ui.widgets.tab_order import put_in_reading_order

WIDEST = 720


class AlonePage(Surface):
    """A page that stands alone in the window: title, lead, what it holds, and its ways. Esc leaves."""

    left = Signal()
    """The person would rather not go on."""

    def __init__(self, title: str, lead: str, *items: Item, ways: tuple[Button, ...]) -> None:
        self.head = PageHead(title, lead)
        self.refusal = Notice("bad", " ", " ")
        self.refusal.hide()
        self.ways = ways
        held = QWidget()
        held.setLayout(column(self.head, 8, *items, 12, self.refusal, Flow(*ways, gap=12), gap=10))
        held.setMaximumWidth(theme.px(WIDEST))
        middle = row(gap=0, margins=(32, 32, 32, 32))
        middle.addStretch(1)
        middle.addWidget(held, 100)
        middle.addStretch(1)
        inner = QWidget()
        inner.setLayout(column(middle, None, gap=0))
        super().__init__(column(Scroll(inner), gap=0), fill="page")
        self.setAccessibleName(title)
        put_in_reading_order(self)

    def refuse(self, sentence: str) -> None:
        """Say why it was not done. What was typed stays."""
        what, _, more = sentence.partition(". ")
        self.refusal.say(what if not more else f"{what}.", more)
        self.refusal.show()
        announce(self, sentence, at_once=True)

    def refuse_error(self, error: ImrDeskError) -> None:
        """As `refuse`, from what a task was refused with."""
        self.refuse(error.sentence)

    def forget(self) -> None:
        """Empty every field: the page is being left."""
        for field in self.findChildren(SecretField):
            field.clear()

    def leave(self) -> None:
        """Go, and forget what was typed."""
        self.forget()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


class NewPassphrase(QWidget):
    """A new passphrase, twice, and what there is to say of it."""

    given = Signal()
    """Return was pressed in the second field."""

    def __init__(self, path: Path) -> None:
        """`path` is the review: words of its name are among the first to be guessed."""
        super().__init__()
        self._known = (path.stem,)
        advice = tr("At least 12 characters. Length counts most: four words that do not belong together are good.")
        self.first = SecretField(tr("New passphrase"), advice)
        self._judged = Label("", "small", "text_soft")
        self.again = SecretField(tr("The same passphrase again"))
        self.setLayout(column(self.first, self._judged, 6, self.again, gap=4))
        self.first.box.textChanged.connect(self._judge)
        self.again.box.textChanged.connect(self._withdraw)
        self.again.given.connect(self.given)

    def secret(self) -> str:
        """What was typed."""
        return self.first.secret()

    def find_fault(self) -> QWidget | None:
        """The field that needs the person, its reason shown; None where both will do."""
        words = self.first.secret()
        judged = judge(words, known=self._known)
        reason = "" if judged.enough else judged.words
        if words.casefold() == SAMPLE_PASSPHRASE:
            reason = tr("That is the passphrase of the sample review, which everybody knows. Use words of your own.")
        self.first.say_error(reason)
        if reason:
            self._judged.setText("")
            return self.first
        same = words == self.again.secret()
        self.again.say_error("" if same else tr("The two are not the same. Type it again, or have both shown."))
        return None if same else self.again

    @Slot(str)
    def _judge(self, words: str) -> None:
        self._judged.setText(judge(words, known=self._known).words if words else "")
        self._withdraw()

    @Slot()
    def _withdraw(self) -> None:
        self.first.say_error("")
        self.again.say_error("")
