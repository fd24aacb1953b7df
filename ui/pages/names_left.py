"""Names to settle: every name in the whole review that is still to be dealt with, by name, with its sentences.

A page over the page of the stage. A name is answered first, what will change is seen, and then it is done, for one name
or for all that are answered. Beside it stand what may be a name, and the last list of every word with a capital. Esc
goes one step back.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui import theme
from ui.models.rows import RowsModel
from ui.pages.names_left_rows import NAME_COLUMNS, SENTENCE_COLUMNS, NameRow, PlaceHere, SentenceRow, WordRow
from ui.pages.names_left_words import WordsPart
from ui.pages.page import Page
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.settling import People, SettlingPanel
from ui.widgets.page_frame import PageFrame
from ui.widgets.progress import Progress
from ui.widgets.surfaces import column
from ui.widgets.tab_order import put_in_reading_order
from ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from imr_desk.review.review import Review

NAMES, LOOK, WORDS = "names", "look", "words"
"""The three views."""
TABLE_HIGH, SENTENCES_HIGH = 200, 220
"""How high the tables are, in pixels at 100 %."""


class NamesLeftPage(Page):
    """Shown over a stage. Whoever holds the session gives what is shown and does what is asked."""

    stage = 1
    keeps_typing = False

    left = Signal()
    view_asked = Signal(str)
    stopped = Signal()
    chosen = Signal(str)
    """The key of the name whose sentences are to be shown."""
    answered = Signal(str, str, str, str)
    """The key of a name; kind ('nobody' for no person), id, and the code of somebody new."""
    taken_back = Signal(str)
    do_asked = Signal(str)
    """The key of the name whose answer is to be done; "" for all that are answered."""
    all_asked = Signal()
    """All that will change is to be shown."""
    looked_asked = Signal(tuple, bool)
    """Keys of words that were looked at, or with True that are to be looked at again."""
    place_chosen = Signal(object)
    """The (kind, id, field) the person wants to see."""

    def __init__(self, people: People) -> None:
        super().__init__()
        self.back = Button(tr("Back to the page"), "plain")
        self.frame = PageFrame(tr("Names to settle"), " ", self.back)
        self.views = {NAMES: FilterButton(""), LOOK: FilterButton(""), WORDS: FilterButton("")}
        self.progress = Progress(tr("Looking through the review"))
        self.nothing = Label("", "body", "text_soft")
        self.do_all = Button("", "main")
        self.see_all = Button(tr("See all that will change"), "plain")
        self.all_looked = Button(tr("All of these were looked at"), "plain")
        self.model = RowsModel[NameRow](NAME_COLUMNS, key=lambda row: row.key)
        self.table = Table(tr("Names to settle"), self.model, tuple(each.width for each in NAME_COLUMNS))
        self.panel = SettlingPanel(people)
        self.all_heading = Label("", "section")
        self.sentences = RowsModel[SentenceRow](SENTENCE_COLUMNS, key=lambda row: row.key)
        widths = tuple(each.width for each in SENTENCE_COLUMNS)
        self.sentence_table = Table(tr("Sentences with the name"), self.sentences, widths)
        self.words = WordsPart()
        self.view = NAMES
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Names to settle"))

    def _lay_out(self) -> None:
        for model, table in ((self.model, self.table), (self.sentences, self.sentence_table)):
            model.setParent(table)
        views, acts = QWidget(), QWidget()
        views.setLayout(Flow(*self.views.values(), gap=8))
        acts.setLayout(Flow(self.do_all, self.see_all, self.all_looked, gap=8))
        self._acts = acts
        for part in (views, self.progress, self.nothing, self.table, acts, self.panel, self.all_heading):
            self.frame.add(part)
        self.frame.add(self.sentence_table)
        self.frame.add(self.words)
        self.setLayout(column(self.frame, gap=0))
        self.table.setFixedHeight(theme.px(TABLE_HIGH))
        self.sentence_table.setFixedHeight(theme.px(SENTENCES_HIGH))
        for hidden in (self.progress, self.panel, self.all_heading, self.sentence_table, self.words, acts):
            hidden.hide()
        for view, button in self.views.items():
            button.setChecked(view == NAMES)
        self.show_counts(None, None, None)
        self.show_unread()
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        for view, button in self.views.items():
            button.clicked.connect(partial(self._choose, view))
        self.progress.stop_asked.connect(self.stopped)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(self._row_opened)
        self.sentence_table.row_opened.connect(self._sentence_opened)
        self.panel.answered.connect(self._answered)
        self.panel.taken_back.connect(self._taken_back)
        self.panel.do_asked.connect(self._do_one)
        self.panel.looked.connect(self._looked)
        self.panel.left.connect(self._to_table)
        self.panel.rearranged.connect(self._order)
        self.panel.entered.connect(self._in_panel)
        self.do_all.clicked.connect(self._do_all)
        self.see_all.clicked.connect(self.all_asked)
        self.all_looked.clicked.connect(self._all_looked)
        self.words.looked_asked.connect(self.looked_asked)
        self.words.place_chosen.connect(self.place_chosen)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Whoever holds the session shows the names."""

    def show_counts(self, names: int | None, look: int | None, words: int | None) -> None:
        """How much stands in each view; None where that is not known yet."""
        for view, words_of, count in (
            (NAMES, tr("To settle"), names),
            (LOOK, tr("May be names"), look),
            (WORDS, tr("Other words"), words),
        ):
            self.views[view].say(words_of if count is None else f"{words_of} ({count})")

    def show_view(self, view: str, lead: str) -> None:
        """Show one of the three views, and say in a sentence what it is."""
        if view != self.view:
            self.frame.scroller.verticalScrollBar().setValue(0)
        self.view = view
        for each, button in self.views.items():
            button.setChecked(each == view)
        self.frame.head.set_lead(lead)
        self.words.setHidden(view != WORDS)
        if view == WORDS:
            self._hide_names()

    def _hide_names(self) -> None:
        for hidden in (self.table, self._acts, self.panel, self.all_heading, self.sentence_table, self.nothing):
            hidden.hide()

    def show_words(self, words: tuple[WordRow, ...]) -> None:
        """The last list, in the view of words."""
        self._hide_names()
        self.words.show()
        self.words.show_words(words)

    def show_progress(self, said: str, percent: int) -> None:
        """How far the reading is; with "" that it is over."""
        self.progress.setHidden(not said)
        if said:
            self.progress.button.setEnabled(True)
            self.progress.go_on(said, percent)

    def show_problem(self, sentence: str) -> None:
        """Say why something was not done, and leave everything else as it is."""
        self.nothing.setText(sentence)
        self.nothing.show()
        self.say(sentence)

    def show_unread(self) -> None:
        """Nothing of the view in sight yet, since the review is still being read for it."""
        self.words.hide()
        self.show_names((), tr("The review is being read. What stands in it will be shown here."), 0)

    def show_names(self, rows: tuple[NameRow, ...], nothing: str, answered: int) -> None:
        """The names of the view in sight. `nothing` is said where there are none; `answered` have an answer."""
        key = self.model.key_at(self.table.currentIndex().row())
        at = max(self.table.currentIndex().row(), 0)
        self.model.set_rows(rows)
        self.nothing.setText(nothing)
        self.nothing.setHidden(bool(rows) or not nothing)
        self.table.setHidden(not rows)
        self.do_all.setHidden(not answered)
        self.see_all.setHidden(answered < 1)
        self.do_all.say(trn("Do the {n} answer", "Do all {n} answers", answered))
        self.all_looked.setHidden(self.view != LOOK or not rows)
        self._acts.setHidden(self.do_all.isHidden() and self.all_looked.isHidden())
        if not rows:
            had = self._has_keyboard()
            self.panel.show_name(None)
            self.show_sentences((), "")
            if had:
                self.views[self.view].setFocus()
            return
        now = self.model.place_of(key) if key else -1
        self.table.go_to_row(now if now >= 0 else min(at, len(rows) - 1))
        self._show_chosen()

    def show_numbers(self, numbers: Mapping[str, int]) -> None:
        """The numbers that stand for names in a draft, by the keys of their words; nothing else changes."""
        rows = (self.model.row(at) for at in range(self.model.rowCount()))
        self.model.set_rows(tuple(replace(row, number=numbers.get(row.name.key, 0)) for row in rows))

    def show_sentences(self, rows: tuple[SentenceRow, ...], heading: str, *, becomes: bool = False) -> None:
        """The sentences of the chosen name, or under a heading all that will change; `becomes`: and into what."""
        self.all_heading.setText(heading)
        self.all_heading.setHidden(not heading)
        if heading:
            self.panel.hide()
        self.sentences.set_rows(rows)
        self.sentence_table.setColumnHidden(2, not becomes)
        self.sentence_table.setHidden(not rows)

    def _has_keyboard(self) -> bool:
        """Whether the keyboard is on what may go out of sight."""
        focus = self.window().focusWidget()
        return focus in (self.table, self.sentence_table, self.do_all, self.see_all, self.all_looked) or (
            focus is not None and self.panel.isAncestorOf(focus)
        )

    # ---- what is asked for
    def _key(self) -> str:
        at = self.table.currentIndex().row()
        return self.model.key_at(at)

    def _choose(self, view: str, _checked: bool = False) -> None:
        self.views[view].setChecked(True)
        if view != self.view:
            self.view_asked.emit(view)

    @Slot(int)
    def _row_chosen(self, _at: int) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount():
            self.panel.show_name(self.model.row(at).name)
            self._order()
            self.chosen.emit(self._key())

    @Slot(int)
    def _row_opened(self, _at: int) -> None:
        self._show_chosen()
        self.panel.go_to()

    @Slot(int)
    def _sentence_opened(self, at: int) -> None:
        self._go(self.sentences.row(at).place)

    def _go(self, place: PlaceHere | None) -> None:
        if place is not None:
            self.place_chosen.emit(place)

    @Slot(str, str, str)
    def _answered(self, kind: str, person: str, code: str) -> None:
        self.answered.emit(self._key(), kind, person, code)

    @Slot()
    def _taken_back(self) -> None:
        self.taken_back.emit(self._key())

    @Slot()
    def _do_one(self) -> None:
        self._to_table()
        self.do_asked.emit(self._key())

    @Slot()
    def _do_all(self) -> None:
        self._to_table()
        self.do_asked.emit("")

    @Slot()
    def _looked(self) -> None:
        at = self.table.currentIndex().row()
        self._to_table()
        if 0 <= at < self.model.rowCount():
            self.looked_asked.emit((self.model.row(at).name.key,), False)

    @Slot()
    def _all_looked(self) -> None:
        self._to_table()
        keys = tuple(self.model.row(at).name.key for at in range(self.model.rowCount()))
        self.looked_asked.emit(keys, False)

    # ---- going about
    @Slot()
    def _order(self) -> None:
        put_in_reading_order(self)

    @Slot()
    def _in_panel(self) -> None:
        """Bring the answers into sight once they are laid out."""
        QTimer.singleShot(0, self, self._show_panel)

    def _show_panel(self) -> None:
        self.frame.show_part(self.panel)

    @Slot()
    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Have something read out."""
        announce(self, words)

    def first_control(self) -> QWidget:
        """The list in sight, or the way to another view."""
        if self.view == WORDS:
            return self.words.first_control() or self.views[WORDS]
        return self.table if self.model.rowCount() else self.views[self.view]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from all that will change back to one name, then to the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.all_heading.isHidden():
            self._show_chosen()
            self._to_table()
        else:
            self.left.emit()
