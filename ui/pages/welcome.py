"""The first page: begin a review, open one, or go on with a recent one. One thing to do first, the rest beneath."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.icons import Glyph
from ui.pages.unlock import UnlockCard
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Item, Rule, Scroll, Surface, at_left, at_top, column, row

SIDE, SIDE_NARROW, NARROW = 440, 384, 1180
WIDEST = 664


@dataclass(frozen=True)
class RecentReview:
    """A review opened before: its path as `id`, the name of its file, its folder in words, and when it was open."""

    id: str
    name: str
    where: str
    when: str = ""


class _Way(QWidget):
    """A way to begin: a link, and what it is for."""

    def __init__(self, glyph: Glyph, name: str, more: str) -> None:
        super().__init__()
        self.link = Button(name, "link")
        self.link.setAccessibleDescription(more)
        box = row(at_top(IconView(glyph, "accent", 20), 3), gap=12)
        box.addLayout(column(at_left(self.link), Label(more, "small", "text_soft"), gap=3), 1)
        self.setLayout(box)


class _Recent(QWidget):
    """One recent review: a link with the folder under it."""

    def __init__(self, review: RecentReview) -> None:
        super().__init__()
        self.link = Button(review.name, "link")
        self.link.setAccessibleDescription(f"{review.where}. {review.when}".strip(". "))
        words = column(at_left(self.link), Label(review.where, "small", "text_quiet"), gap=0)
        box = row(at_top(IconView(Glyph.FILE_TEXT, "text_soft", 20), 3), gap=12, margins=(16, 7, 16, 9))
        box.addLayout(words, 1)
        box.addLayout(at_top(Label(review.when, "small", "text_quiet", wrap=False), 4))
        self.setLayout(box)


class WelcomePage(Surface):
    """At the left what can be begun, at the right the recent reviews, the latest with its passphrase field."""

    new_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(str)
    """The id of the recent review the person wants."""
    unlock_asked = Signal(str, str)
    """The id of the latest review, and the passphrase typed for it."""
    forget_asked = Signal()
    """The person does not want the list of recent reviews to be kept."""

    def __init__(
        self, recent: tuple[RecentReview, ...] = (), version: str = "", pack: str = "", *, can_begin: bool = True
    ) -> None:
        """`can_begin` is whether a new review can be begun here."""
        self.card: UnlockCard | None = None
        self._can_begin = can_begin
        self._side = self._make_side()
        right = self._make_right(recent, " · ".join(part for part in (version, pack) if part))
        box = row(self._side, Rule(upright=True), gap=0)
        box.addWidget(right, 1)
        super().__init__(box, fill="page")
        self.setAccessibleName(tr("IMR Desk"))
        self._connect(recent)

    def _make_side(self) -> QWidget:
        letter = tr("From the commissioning letter. Takes about five minutes.")
        self._new = _Way(Glyph.FILE_PLUS, tr("New review"), letter)
        self._open = _Way(Glyph.FOLDER_OPEN, tr("Open a review file"), tr("An .imr file on this computer or a drive."))
        practice = tr("A fictional case to look round in and practise on.")
        self._sample = _Way(Glyph.BOOK_OPEN, tr("Try the sample review"), practice)
        quiet = tr(
            "This program sends nothing. Your organisation may copy this folder. One review is one encrypted file."
        )
        safe = row(at_top(IconView(Glyph.SHIELD, "good", 20)), gap=12)
        safe.addWidget(Label(quiet, "small", "text_soft"), 1)
        purpose = tr("Write an Individual Management Review from the first notice to the signature.")
        title: tuple[Item, ...] = (Label(tr("IMR Desk"), "display"), Label(purpose, "body", "text_soft"), 16)
        self._new.setHidden(not self._can_begin)
        items: tuple[Item, ...] = (*title, self._new, 6, self._open, 6, self._sample)
        inner = QWidget()
        inner.setLayout(column(*items, None, 16, safe, gap=4, margins=(48, 48, 36, 28)))
        return Surface(column(Scroll(inner), gap=0), fill="window")

    def _make_right(self, recent: tuple[RecentReview, ...], foot: str) -> QWidget:
        box = column(gap=8)
        self._forget = Button(tr("Do not keep this list"), "link")
        self._others = [_Recent(each) for each in recent[1:]]
        if recent:
            self.card = UnlockCard(recent[0].name, recent[0].where)
            box.addWidget(Label(tr("Open a recent review"), "title"))
            box.addWidget(self.card)
            if self._others:
                box.addWidget(CardList(*self._others))
            box.addLayout(at_left(self._forget))
        else:
            title = tr("No review has been opened here yet") if self._can_begin else tr("Open a review")
            box.addWidget(Label(title, "title"))
            words = tr("Begin with the commissioning letter at hand, or open a review file that somebody gave you.")
            if not self._can_begin:
                words = tr("Open a review file that somebody gave you, or try the sample review.")
            box.addWidget(Label(words, "body", "text_soft"))
            self._forget.setParent(None)
        held = QWidget()
        held.setLayout(box)
        held.setMaximumWidth(theme.px(WIDEST))
        across = row(gap=0)
        across.addWidget(held, 100)
        across.addStretch(1)
        inner = QWidget()
        below = Label(foot, "caption", "text_quiet")
        inner.setLayout(column(across, None, 16, below, gap=4, margins=(48, 50, 48, 24)))
        return Scroll(inner)

    def _connect(self, recent: tuple[RecentReview, ...]) -> None:
        self._new.link.clicked.connect(self.new_asked)
        self._open.link.clicked.connect(self.open_asked)
        self._sample.link.clicked.connect(self.sample_asked)
        self._forget.clicked.connect(self.forget_asked)
        for each, shown in zip(recent[1:], self._others, strict=True):
            shown.link.clicked.connect(partial(self.recent_asked.emit, each.id))
        if self.card is not None:
            self.card.unlock_asked.connect(partial(self.unlock_asked.emit, recent[0].id))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the passphrase of the latest review, or to the first way to begin."""
        if self.card is not None:
            self.card.field.setFocus(reason)
        else:
            (self._new.link if self._can_begin else self._open.link).setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the recent reviews more room in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        self._side.setFixedWidth(min(theme.px(SIDE_NARROW if narrow else SIDE), event.size().width() // 2))
