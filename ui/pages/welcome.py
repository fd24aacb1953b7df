"""The first page: begin a review, open one, or go on with a recent one. One thing to do first, the rest beneath."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.icons import Glyph
from ui.pages.recent_reviews import RecentReview, RecentReviews
from ui.pages.unlock import UnlockCard
from ui.widgets.buttons import Button
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.surfaces import Item, Rule, Scroll, Surface, at_left, at_top, column, row

SIDE, SIDE_NARROW, NARROW = 440, 384, 1180
WIDEST = 664


class _Way(QWidget):
    """A way to begin: a link, and what it is for."""

    def __init__(self, glyph: Glyph, name: str, more: str) -> None:
        super().__init__()
        self.link = Button(name, "link")
        self.link.setAccessibleDescription(more)
        box = row(at_top(IconView(glyph, "accent", 20), 3), gap=12)
        box.addLayout(column(at_left(self.link), Label(more, "small", "text_soft"), gap=3), 1)
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
    remove_asked = Signal(str)
    """The id of a recent review that is to go from the list."""
    help_asked = Signal()
    keep_asked = Signal(bool)
    """Whether the person wants a list of recent reviews to be kept."""

    def __init__(
        self,
        recent: tuple[RecentReview, ...] = (),
        version: str = "",
        packs: tuple[str, ...] = (),
        *,
        keeps: bool = True,
        notice: tuple[str, str] = ("", ""),
    ) -> None:
        """`packs` says by whose guidance the program asks, a line each.

        `keeps` is whether a list of recent reviews is kept; `notice` what there is to say first, and more of it.
        """
        self.recent = RecentReviews(recent) if recent else None
        self._side = self._make_side()
        right = self._make_right(keeps, notice, (version, *packs))
        box = row(self._side, Rule(upright=True), gap=0)
        box.addWidget(right, 1)
        super().__init__(box, fill="page")
        self.setAccessibleName(tr("IMR Desk"))
        self._connect()

    @property
    def card(self) -> UnlockCard | None:
        """The latest review with its passphrase field, where there is one."""
        return self.recent.card if self.recent is not None else None

    def _make_side(self) -> QWidget:
        letter = tr("From the commissioning letter. Takes about five minutes.")
        self._new = _Way(Glyph.FILE_PLUS, tr("New review"), letter)
        self._open = _Way(Glyph.FOLDER_OPEN, tr("Open a review file"), tr("An .imr file on this computer or a drive."))
        practice = tr("A fictional case to look round in and practise on.")
        self._sample = _Way(Glyph.BOOK_OPEN, tr("Try the sample review"), practice)
        quiet = tr(
            "This program sends nothing. Your organisation may copy this folder. One review is one encrypted file."
        )
        self._help = Button(tr("Help"), "link")
        self._help.setToolTip(tr("Help (F1)"))
        safe = row(at_top(IconView(Glyph.SHIELD, "good", 20)), gap=12)
        safe.addWidget(Label(quiet, "small", "text_soft"), 1)
        purpose = tr("Write an Individual Management Review from the first notice to the signature.")
        title: tuple[Item, ...] = (Label(tr("IMR Desk"), "display"), Label(purpose, "body", "text_soft"), 16)
        items: tuple[Item, ...] = (*title, self._new, 6, self._open, 6, self._sample)
        inner = QWidget()
        inner.setLayout(column(*items, None, 16, safe, 8, at_left(self._help), gap=4, margins=(48, 48, 36, 28)))
        return Surface(column(Scroll(inner), gap=0), fill="window")

    def _make_right(self, keeps: bool, notice: tuple[str, str], foot: tuple[str, ...]) -> QWidget:
        box = column(gap=8)
        if notice[0]:
            box.addWidget(Notice("wait", *notice))
            box.addSpacing(8)
        self._keep = Button(tr("Keep a list of recent reviews"), "link")
        if self.recent is not None:
            box.addWidget(self.recent)
        else:
            box.addWidget(Label(tr("No review has been opened here yet") if keeps else tr("Begin or open"), "title"))
            words = tr("Begin with the commissioning letter at hand, or open a review file that somebody gave you.")
            box.addWidget(Label(words, "body", "text_soft"))
            if not keeps:
                box.addWidget(Label(tr("No list of recent reviews is kept."), "small", "text_quiet"))
                box.addLayout(at_left(self._keep))
        self._keep.setHidden(keeps)
        held = QWidget()
        held.setLayout(box)
        held.setMaximumWidth(theme.px(WIDEST))
        across = row(gap=0)
        across.addWidget(held, 100)
        across.addStretch(1)
        inner = QWidget()
        below = tuple(Label(line, "caption", "text_quiet") for line in foot if line)
        inner.setLayout(column(across, None, 16, *below, gap=4, margins=(48, 50, 48, 24)))
        return Scroll(inner)

    def _connect(self) -> None:
        self._new.link.clicked.connect(self.new_asked)
        self._open.link.clicked.connect(self.open_asked)
        self._sample.link.clicked.connect(self.sample_asked)
        self._help.clicked.connect(self.help_asked)
        self._keep.clicked.connect(partial(self._tell_keep, True))
        if self.recent is not None:
            self.recent.asked.connect(self.recent_asked)
            self.recent.unlock_asked.connect(self.unlock_asked)
            self.recent.remove_asked.connect(self.remove_asked)
            self.recent.forget_asked.connect(partial(self._tell_keep, False))

    def _tell_keep(self, on: bool, _checked: bool = False) -> None:
        self.keep_asked.emit(on)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the passphrase of the latest review, or to the first way to begin."""
        if self.recent is not None:
            self.recent.setFocus(reason)
        else:
            self._new.link.setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the recent reviews more room in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        self._side.setFixedWidth(min(theme.px(SIDE_NARROW if narrow else SIDE), event.size().width() // 2))
