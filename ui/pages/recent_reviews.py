"""The reviews that were open here, the latest with its passphrase field. Paths and times only; nothing of a review."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.pages.unlock import UnlockCard
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, at_top, column, row


@dataclass(frozen=True)
class RecentReview:
    """A review opened before: its path as `id`, the name of its file, its folder in words, and when it was open."""

    id: str
    name: str
    where: str
    when: str = ""


class _Recent(QWidget):
    """One recent review: a link with the folder under it."""

    def __init__(self, review: RecentReview) -> None:
        super().__init__()
        self.link = Button(review.name, "link")
        self.link.setAccessibleDescription(f"{review.where}. {review.when}".strip(". "))
        self.remove = Button(tr("Remove from the list"), "small_link")
        self.remove.setAccessibleDescription(review.name)
        self.remove.hide()
        self._state = Label(review.where, "small", "text_quiet")
        words = column(at_left(self.link), self._state, at_left(self.remove), gap=0)
        box = row(at_top(IconView(Glyph.FILE_TEXT, "text_soft", 20), 3), gap=12, margins=(16, 7, 16, 9))
        box.addLayout(words, 1)
        box.addLayout(at_top(Label(review.when, "small", "text_quiet", wrap=False), 4))
        self.setLayout(box)

    def show_missing(self) -> None:
        """Its file is not there: say so, and let it be removed."""
        words = tr("Not there any more: {where}").format(where=self._state.text())
        self._state.setText(words)
        self._state.set_tone("wait")
        self.link.setAccessibleDescription(words)
        self.remove.show()


class RecentReviews(QWidget):
    """Made only where there is at least one."""

    asked = Signal(str)
    """The id of a review the person wants."""
    unlock_asked = Signal(str, str)
    """The id of the latest one, and the passphrase typed for it."""
    remove_asked = Signal(str)
    """The id of one that is to go from the list; its file is not touched."""
    forget_asked = Signal()
    """The person does not want the list to be kept."""

    def __init__(self, recent: tuple[RecentReview, ...]) -> None:
        super().__init__()
        self._recent = recent
        self.card = UnlockCard(recent[0].name, recent[0].where)
        self._gone = Label("", "small", "wait")
        self._remove = Button(tr("Remove from the list"), "small_link")
        self._remove.setAccessibleDescription(recent[0].name)
        for part in (self._gone, self._remove):
            part.hide()
        self._others = [_Recent(each) for each in recent[1:]]
        forget = Button(tr("Do not keep this list"), "link")
        box = column(Label(tr("Open a recent review"), "title"), self.card, self._gone, at_left(self._remove), gap=8)
        if self._others:
            box.addWidget(CardList(*self._others))
        box.addLayout(at_left(forget))
        self.setLayout(box)
        self.card.unlock_asked.connect(partial(self.unlock_asked.emit, recent[0].id))
        self._remove.clicked.connect(partial(self._ask_removal, recent[0].id))
        forget.clicked.connect(self.forget_asked)
        for each, shown in zip(recent[1:], self._others, strict=True):
            shown.link.clicked.connect(partial(self.asked.emit, each.id))
            shown.remove.clicked.connect(partial(self._ask_removal, each.id))

    def show_missing(self, ids: frozenset[str]) -> None:
        """Say of which reviews the file is not there."""
        for each, shown in zip(self._recent[1:], self._others, strict=True):
            if each.id in ids:
                shown.show_missing()
        if self._recent[0].id in ids:
            self._gone.setText(tr("Its file is not there any more. Perhaps its drive is not connected."))
            for part in (self._gone, self._remove):
                part.show()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the passphrase of the latest review."""
        self.card.field.setFocus(reason)

    @Slot()
    def _ask_removal(self, review_id: str, _checked: bool = False) -> None:
        self.remove_asked.emit(review_id)
