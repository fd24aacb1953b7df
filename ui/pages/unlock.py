"""Unlock a review: its file, and the passphrase. Also what stands in the window while a review is locked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.flow import Flow
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.secret_field import SecretField
from ui.widgets.surfaces import Scroll, Surface, at_top, column, row

WIDEST = 640


class UnlockCard(Card):
    """The file that is to be opened, its passphrase field, and one filled button."""

    unlock_asked = Signal(str)
    """The passphrase, as typed."""

    def __init__(self, name: str, where: str = "", sample_passphrase: str = "") -> None:
        self.field = SecretField(tr("Passphrase"))
        self.button = Button(tr("Unlock"), "main", Glyph.LOCK_OPEN)
        words = column(Label(name, "section"), gap=0)
        if where:
            words.addWidget(Label(where, "small", "text_quiet"))
        head = row(at_top(IconView(Glyph.FILE_TEXT, "accent", 20), 2), gap=12)
        head.addLayout(words, 1)
        self._sample = Label("", "small", "text_soft")
        box = column(head, 4, self.field, self._sample, 4, gap=6)
        self.show_sample(sample_passphrase)
        self.forgot = Button(tr("Forgotten passphrase?"), "link")
        self.kept = Button(tr("Open with the key kept on this computer"), "plain")
        self.kept.hide()
        self.ways = Flow(self.button, self.kept, self.forgot, gap=12)
        box.addLayout(self.ways)
        self._below = column(gap=8)
        self._offered: QWidget | None = None
        box.addLayout(self._below)
        super().__init__(box, chosen=True)
        self.button.clicked.connect(self._ask)
        self.field.given.connect(self._ask)

    def show_sample(self, passphrase: str) -> None:
        """Say the passphrase of the sample review; nothing for any other."""
        line = tr("This is the fictional sample review. Its passphrase is: {words}")
        self._sample.setText(line.format(words=passphrase) if passphrase else "")
        self._sample.setVisible(bool(passphrase))

    def offer(self, notice: QWidget) -> None:
        """Show under everything else what can be done about a file that does not open; what was offered before goes."""
        if self._offered is not None:
            self._offered.hide()
            end(self._offered)
        self._offered = notice
        self._below.addWidget(notice)

    @Slot()
    def _ask(self) -> None:
        secret = self.field.secret()
        if not secret:
            self.refuse(tr("Type the passphrase of this review."))
            return
        self.field.say_error("")
        self.unlock_asked.emit(secret)

    def offer_kept(self) -> None:
        """Offer to open it without the passphrase: this computer keeps the key."""
        self.kept.show()

    def set_busy(self, on: bool) -> None:
        """While the key is worked out: say so, and take no second press."""
        self.button.setEnabled(not on)
        self.field.box.setReadOnly(on)
        self.button.say(tr("Opening …") if on else tr("Unlock"))

    def refuse(self, sentence: str) -> None:
        """Say why it did not open. What was typed stays, to be corrected."""
        self.set_busy(False)
        self.field.say_error(sentence)
        self.field.box.selectAll()
        self.field.setFocus()
        announce(self, sentence, at_once=True)


def in_the_middle(middle: QWidget) -> Scroll:
    """What stands alone in the window: no wider than a card, a little above the middle, with a bar where it is low."""
    middle.setMaximumWidth(theme.px(WIDEST))
    across = row(gap=0)
    across.addStretch(1)
    across.addWidget(middle, 20)
    across.addStretch(1)
    inner = QWidget()
    box = column(gap=0, margins=(32, 32, 32, 32))
    box.addStretch(2)
    box.addLayout(across)
    box.addStretch(3)
    inner.setLayout(box)
    return Scroll(inner)


class UnlockPage(Surface):
    """One card in the middle of an empty page; nothing of the review stands here but the name of its file."""

    unlock_asked = Signal(str)
    other_asked = Signal()
    """The person wants another review."""
    left = Signal()
    """The person would rather not; for the first page."""

    def __init__(self, name: str, where: str = "", *, locked: bool = False, sample_passphrase: str = "") -> None:
        self.card = UnlockCard(name, where, sample_passphrase)
        self.other = Button(tr("Open another review"), "link")
        self.card.ways.addWidget(self.other)
        self.first = Button(tr("First page"), "link")
        self.card.ways.addWidget(self.first)
        title = tr("Locked. Everything is saved.") if locked else tr("Open a review")
        middle = QWidget()
        self._backup = Label("", "small", "text_soft")
        self._backup.hide()
        middle.setLayout(column(Label(title, "title"), self.card, self._backup, gap=12))
        super().__init__(column(in_the_middle(middle), gap=0), fill="page")
        self.setAccessibleName(title)
        self.card.unlock_asked.connect(self.unlock_asked)
        self.other.clicked.connect(self.other_asked)
        self.first.clicked.connect(self.left)

    def say_backup(self, words: str, *, bad: bool = False) -> None:
        """Say how the backup went that was made when the review was left."""
        self._backup.setText(words)
        self._backup.set_tone("bad" if bad else "text_soft")
        self._backup.show()
        if bad:
            announce(self._backup, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves for the first page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the passphrase field the keyboard."""
        self.card.field.setFocus(reason)
