"""The evidence beside the writing: searched, told apart by use, and linked to the paragraph the person is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui import theme
from ui.icons import Glyph
from ui.models.rows import RowsModel
from ui.pages.analysis_words import question_named
from ui.pages.evidence_found import Evidence, Use, cell_of
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, FilterButton, IconButton
from ui.widgets.evidence_list import EvidenceCell, EvidenceList
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.search_box import SearchBox
from ui.widgets.surfaces import Rule, Surface, at_left, at_top, column, row

EMPTY = Review.of(())
LOW = 440
"""Under which height, in pixels at 100 %, there is only room for what is needed."""
READ_MS, READ_AT_ONCE, LONG = 15, 300, 2000
"""How often, and how many records at a time, evidence is made ready to be searched; what is a long chronology."""


class EvidenceSearch(SearchBox):
    """Searches the evidence alone."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Search the evidence"))
        self.setAccessibleName(tr("Search the evidence"))
        self.setAccessibleDescription(tr("Down goes to what was found, Esc back to the paragraph."))
        self.setMinimumWidth(120)


@dataclass(frozen=True)
class EvidenceColumn:
    """The one column of the list."""

    label: str
    cell: Callable[[Record], EvidenceCell]


class EvidencePane(Surface):
    """It shows a review, and for which question and paragraph; what is wanted goes out as signals."""

    link_asked = Signal(str)
    """The piece of evidence that is to be linked to the paragraph, or whose link is to be taken away."""
    go_asked = Signal(str)
    """The piece of evidence the person wants to see whole."""
    back_asked = Signal()
    fold_asked = Signal()

    def __init__(self) -> None:
        self._review, self._evidence, self._use = EMPTY, Evidence(EMPTY), Use(EMPTY)
        self._found: tuple[Record, ...] = ()
        self._question = self._target = self._target_name = ""
        self._sealed = False
        self.title = Label(tr("Evidence"), "section")
        self.lead = Label("", "small", "text_soft")
        self.fold = IconButton(tr("Fold the evidence away"), Glyph.PANEL_CLOSE, look="mini")
        self.search = EvidenceSearch()
        self.unused = FilterButton(tr("Not used yet"))
        self.rows = RowsModel[Record]((EvidenceColumn(tr("Evidence"), self._cell),), _reference)
        self.list = EvidenceList(tr("Evidence"), self.rows)
        self.rows.setParent(self.list)
        self.link = Button(tr("Link"), "small", Glyph.LINK)
        self.go = Button(tr("Go to it"), "small")
        self._nothing = Label("", "body", "text_quiet")
        self._for = Label("", "small", "text_soft")
        super().__init__(self._layout(), fill="window")
        self.setAccessibleName(tr("Evidence"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._read = QTimer(self)
        self._read.setInterval(READ_MS)
        self._read.timeout.connect(self._read_on)
        self._connect()

    def _layout(self) -> QHBoxLayout:
        head = row(gap=8)
        head.addLayout(column(self.title, self.lead, gap=2), 1)
        head.addLayout(at_top(self.fold))
        top = column(head, self.search, at_left(self.unused), gap=8, margins=(12, 14, 10, 8))
        foot = column(self._for, Flow(self.link, self.go, gap=8), gap=6, margins=(12, 8, 12, 10))
        inner = column(self._nothing, self.list, gap=0, margins=(10, 0, 0, 0))
        inner.setStretch(1, 1)
        box = column(top, Rule(), 8, inner, Rule(), foot, gap=0)
        box.setStretch(3, 1)
        return row(Rule(upright=True), box, gap=0)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.search.asked.connect(self._searched)
        self.search.entered.connect(self._into_list)
        self.search.left.connect(self.back_asked)
        self.unused.toggled.connect(self.refresh)
        self.list.pressed_on.connect(self._pressed)
        self.list.gone_to.connect(self._show_buttons)
        self.link.clicked.connect(self._link_current)
        self.go.clicked.connect(self._go_current)
        self.fold.clicked.connect(self.fold_asked)

    # ---- what is shown
    def show_review(self, review: Review, *, sealed: bool) -> None:
        """Show a review as soon as there is time for it; a long one when the page was painted."""
        self._review, self._sealed = review, sealed
        again = self._evidence.holds_for(review) or len(review.all("entry")) < LONG
        self._soon.start(0 if again else READ_MS)

    def show_target(self, paragraph: str, name: str) -> None:
        """Say to which paragraph evidence is linked now; "" for none."""
        if (paragraph, name) != (self._target, self._target_name):
            self._target, self._target_name = paragraph, name
            self._soon.start()

    def show_question(self, question: str) -> None:
        """What belongs to this question comes first."""
        if question != self._question:
            self._question = question
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Show everything as it is now."""
        self._soon.stop()
        if self.isHidden():
            return
        before = self._use
        if not self._evidence.holds_for(self._review):
            self._evidence = Evidence(self._review)
        if self._evidence.unread:
            self._read.start()
        self._use = Use(self._review, self._target)
        self._show_rows()
        self._show_head()
        self._show_buttons()
        if before.here != self._use.here:
            self._tell_changed(before.here ^ self._use.here)
        self.list.viewport().update()

    @Slot()
    def _read_on(self) -> None:
        """Make a little more ready to be searched while nothing else happens."""
        self._evidence.read_on(READ_AT_ONCE)
        if not self._evidence.unread:
            self._read.stop()

    def _show_rows(self) -> None:
        without = self._use.anywhere if self.unused.isChecked() else frozenset[str]()
        without |= self._evidence.unfit_for(self._review.get(self._target))
        chosen, at = self.current(), self.list.currentIndex().row()
        found = self._evidence.found(self._question, self.search.text(), without)
        if found is not self._found:
            self._found = found
            self.rows.set_rows(found)
        self._nothing.setHidden(self.rows.rowCount() > 0)
        self._nothing.setText(_nothing(any_at_all=bool(self._evidence.records), searched=bool(self.search.text())))
        place = self.rows.place_of(chosen) if chosen else -1
        if chosen and place != self.list.currentIndex().row():
            place = place if place >= 0 else min(at, self.rows.rowCount() - 1)
            self.list.setCurrentIndex(self.rows.index(place, 0))

    def _tell_changed(self, ids: frozenset[str]) -> None:
        """Let screen readers know of the cards that say something else now."""
        for each in ids:
            at = self.rows.place_of(each)
            if at >= 0:
                self.rows.dataChanged.emit(self.rows.index(at, 0), self.rows.index(at, 0))

    def _show_head(self) -> None:
        asked = self._review.get(self._question)
        evidence, used = self._evidence, self._use.anywhere
        near = evidence.near(self._question)
        if asked is not None:
            name = question_named(asked)
            self.title.setText(tr("Evidence for {question}").format(question=name[:1].lower() + name[1:]))
            mine, bare = evidence.ordered(self._question)[: len(near)], evidence.unused(used, self._question)
            words = tr("{what} · {n} not used yet").format(what=evidence.count(mine), n=bare)
            self.lead.setText(words if near else tr("Nothing names this question yet; all evidence is here."))
        else:
            self.title.setText(tr("Evidence"))
            self.lead.setText(tr("All of it, in the order of the chronology."))
        self.unused.say(tr("Not used yet · {n}").format(n=f"{evidence.unused(used):,}"))

    @Slot()
    def _show_buttons(self) -> None:
        chosen = self.current()
        linked = chosen in self._use.here
        self.link.say(tr("Unlink") if linked else tr("Link"))
        self.link.setAccessibleName(tr("Take the link to {id} away") if linked else tr("Link {id} to the paragraph"))
        self.link.setAccessibleName(self.link.accessibleName().format(id=chosen))
        self.go.setAccessibleName(tr("Go to {id}").format(id=chosen))
        self.link.setHidden(self._sealed)
        self.list.set_linkable(bool(self._target) and not self._sealed)
        self.link.setEnabled(bool(chosen and self._target))
        self.go.setEnabled(bool(chosen))
        words = tr("For: {paragraph}").format(paragraph=self._target_name)
        self._for.setText(words if self._target else tr("Go into a paragraph to link evidence to it."))
        if self._sealed:
            self._for.setText(self._why_not())

    def _cell(self, record: Record) -> EvidenceCell:
        return cell_of(record, self._evidence, self._use, self._question)

    @property
    def question(self) -> str:
        """The question whose evidence comes first, or nothing."""
        return self._question

    def current(self) -> str:
        """The piece of evidence that is chosen, or nothing."""
        return self.rows.key_at(self.list.currentIndex().row())

    # ---- what is asked for
    @Slot(str)
    def _searched(self, words: str) -> None:
        self.refresh()
        if words and self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0, 0))
            self.list.scrollToTop()
        announce(self, tr("{n} found").format(n=self.rows.rowCount()) if words else "")

    @Slot()
    def _into_list(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _pressed(self, at: int) -> None:
        key = self.rows.key_at(at)
        if key and self._target and not self._sealed:
            self.link_asked.emit(key)
        elif key:
            self._for.show()
            announce(self.list, self._why_not())

    def _why_not(self) -> str:
        """Why nothing can be linked now, as it also stands under the list."""
        return tr("The report is signed: no link is changed.") if self._sealed else self._for.text()

    @Slot()
    def _link_current(self) -> None:
        self._pressed(self.list.currentIndex().row())

    @Slot()
    def _go_current(self) -> None:
        if self.current():
            self.go_asked.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+K go back to the paragraph."""
        evidence = event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or evidence:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list has the room of the line that says for which paragraph."""
        super().resizeEvent(event)
        self._for.setHidden(event.size().height() < theme.px(LOW))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be done while it is not seen."""
        super().hideEvent(event)
        self._soon.stop()
        self._read.stop()


def _nothing(*, any_at_all: bool, searched: bool) -> str:
    """Why the list is empty."""
    if not any_at_all:
        return tr("No evidence yet. What stands in the chronology, in records, policies and interviews appears here.")
    return tr("Nothing found. Try other words.") if searched else tr("All of it is used.")


def _reference(record: Record) -> str:
    return record.id
