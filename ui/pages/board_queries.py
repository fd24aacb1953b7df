"""The queries to the board about people it may not list (R-080): new people are offered, the list is copied and sent.

Nothing goes onto the list by itself, and nothing of it goes anywhere: a copy is made for a mail or a letter, after it
was looked through for registered names.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from imr_desk.i18n import tr, trn
from imr_desk.review.board_queries import QUERY, for_the_board, queries_about, unasked, unsent
from imr_desk.review.catalogue import kind_of
from ui.copying import put_text
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.stretches import stretches
from ui.widgets.names.watch import watch
from ui.widgets.surfaces import put_in

AFTER_TOP = 1
"""Where, among what a list is made of, its first line ends."""


class QueriesList(RecordList):
    """The list, with what is to be done about it in one line of buttons."""

    def __init__(self, host: FormHost, look: ListLook) -> None:
        super().__init__(host, kind_of(QUERY), look)
        self.waiting = Label("", "small", "text_soft")
        self.ask = Button("", "plain", Glyph.PLUS)
        self.copy_list = Button(tr("Copy the list for the board"), "plain")
        self.sent = Button("", "plain")
        self._wants_first = False
        self.ask.clicked.connect(self._ask)
        self.copy_list.clicked.connect(self._copy)
        self.sent.clicked.connect(self._sent)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(AFTER_TOP, self.waiting)
            put_in(layout, Flow(self.ask, self.copy_list, self.sent, gap=8), AFTER_TOP + 1)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a RecordList; what is offered follows what is left to do."""
        before = set(self._items)
        super().show_review(reload_focused=reload_focused)
        new = [each for each in self._items if each not in before]
        if self._wants_first and new:
            self._wants_first = False
            self.item(new[0]).button.setFocus(Qt.FocusReason.TabFocusReason)
        people, open_ = unasked(self._host.review), unsent(self._host.review)
        words = trn(
            "{n} person of another agency is on no list of the board.",
            "{n} people of other agencies are on no list of the board.",
            len(people),
        )
        codes = ", ".join(each.text("code") for each in people)
        self.waiting.setText(f"{words} {tr('By code: {codes}.').format(codes=codes)}" if people else "")
        self.waiting.setHidden(not people)
        self.ask.setHidden(not people)
        self.ask.say(trn("Ask the board about {n} person", "Ask the board about {n} people", len(people)))
        for button in (self.copy_list, self.sent):
            button.setHidden(not open_)
        self.sent.say(trn("{n} query was sent today", "{n} queries were sent today", len(open_)))

    @Slot()
    def _ask(self) -> None:
        self._wants_first = True
        rows = queries_about(unasked(self._host.review), self._host.today())
        self._host.records_requested.emit(QUERY, rows, ())

    @Slot()
    def _copy(self) -> None:
        """Copy the open queries, unless a registered name stands in them."""
        review = self._host.review
        text = for_the_board(review, unsent(review))
        if watch().book is None:
            announce(self, tr("The review is still being read for names. Nothing was copied."))
            return
        if any(mark.kind == "registered" for each in stretches(text) for mark in watch().marks_in(each)):
            self.waiting.setText(tr("A registered name stands in these queries. Nothing was copied."))
            self.waiting.show()
            announce(self, self.waiting.text(), at_once=True)
            return
        put_text(text)
        announce(self, tr("The list is copied. Paste it into a mail or a letter to the board."))

    @Slot()
    def _sent(self) -> None:
        from imr_desk.operations.general import Batch, SetFields

        day = self._host.today().isoformat()
        changes = tuple(SetFields(QUERY, str(each.id), {"sent_on": day}) for each in unsent(self._host.review))
        if changes:
            self._host.change_requested.emit(Batch(changes), "")


@dataclass(frozen=True)
class QueriesOf(ListOf):
    """The list of queries to the board."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return QueriesList(host, self.look)
