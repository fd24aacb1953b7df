"""The line over the table of the chronology that narrows it: words, the marks most asked for, saved views, and more."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from imr_desk.i18n import mark, tr
from imr_desk.review.review import Review
from imr_desk.review.selecting import FLAGS, NO_SOURCE, SIGNIFICANT, Selection
from ui import theme
from ui.copying import keep_from_learning
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.text_block import WIDEST, TextBlock

if TYPE_CHECKING:
    from imr_desk.review.record import Record
    from ui.pages.chronology_filter_panel import FilterPanel
    from ui.widgets.editors.choice import ChoiceEditor

USUAL = (SIGNIFICANT, "unsure date", NO_SOURCE, "no question")
"""The marks that stand in the line; the others are among the further ways."""
SHORT = {NO_SOURCE: mark("No source"), "no question": mark("No question")}
"""What some of them are called in the line."""
PAUSE_MS = 90
"""How long after a key the words are searched for."""
WORDS = 200
"""How wide the field for words is, in pixels at 100 %."""


def _short(flag: str) -> str:
    return tr(SHORT.get(flag, FLAGS[flag]))


class WordsBox(QLineEdit):
    """Narrows to what holds these words. Nothing that is typed here is kept anywhere. Esc empties it, then leaves."""

    asked, left, entered = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Words in the chronology"))
        self.setAccessibleName(tr("Words in the chronology"))
        self.setFixedWidth(WORDS)
        self.setAcceptDrops(False)
        keep_from_learning(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self.textEdited.connect(self._pause.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Down go into the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._pause.stop()
            self.asked.emit()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """What is asked of the chronology. It tells when that changed; who holds the table narrows it."""

    changed = Signal()
    keep_asked = Signal(str)
    """What is asked now is to be kept under a name."""
    drop_asked = Signal(str)
    """A saved view is not wanted any more: its reference."""
    more_asked = Signal()
    """The further ways, in `panel`, are to be shown."""
    left = Signal()
    """The person goes on to the table."""

    def __init__(self) -> None:
        super().__init__()
        self.words = WordsBox()
        self.every = FilterButton(tr("All"))
        self.every.setChecked(True)
        self.marks = {flag: FilterButton(_short(flag)) for flag in USUAL}
        self.more = Button(tr("More ways …"), "small")
        self.period = Button(tr("Whole period"), "small")
        self.drop = Button(tr("Delete this view"), "small")
        self.panel: FilterPanel | None = None
        self.views: ChoiceEditor | None = None
        self._views: dict[str, Selection] = {}
        self._review: Review | None = None
        self._counts: dict[str, int] = {}
        self._kept_for: tuple[int, theme.Look] | None = None
        self.state = Label("", "small", "text_soft", wrap=False)
        first = (self.words, self.every, self.more, self.period)
        self._flow = Flow(*first, *self.marks.values(), self.state, self.drop, gap=8)
        self.setLayout(self._flow)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("What is shown of the chronology"))
        self.drop.hide()
        self._connect()

    def _connect(self) -> None:
        self.words.asked.connect(self._changed)
        self.words.left.connect(self.left)
        self.words.entered.connect(self.left)
        self.every.clicked.connect(self.clear)
        for button in self.marks.values():
            button.clicked.connect(self._changed)
        self.more.clicked.connect(self.more_asked)
        self.drop.clicked.connect(self._drop)

    def ways(self) -> FilterPanel:
        """The further ways, made when they are first wanted: the page is painted sooner without them."""
        if self.panel is None:
            from ui.pages.chronology_filter_panel import FilterPanel

            self.panel = FilterPanel(tuple(flag for flag in FLAGS if flag not in USUAL))
            self.panel.changed.connect(self._changed)
            self.panel.keep_asked.connect(self.keep_asked)
            if self._review is not None:
                self.panel.offer(self._review)
            if self._counts:
                self.panel.show_counts(self._counts)
            self.panel.state.setText(self.state.accessibleName() or self.every.words())
        return self.panel

    # ---- what is asked
    def asked(self) -> Selection:
        """What is asked now."""
        words = " ".join(self.words.text().split())
        flags = tuple(flag for flag, button in self.marks.items() if button.isChecked())
        return self.panel.asked(words, flags) if self.panel is not None else Selection(words, flags=flags)

    @Slot()
    def clear(self) -> None:
        """Ask nothing any more."""
        self.show_asked(Selection())
        self.changed.emit()

    def show_asked(self, asked: Selection) -> None:
        """Show what is asked, without a word to anybody."""
        self.words.setText(asked.words)
        for flag, button in self.marks.items():
            button.setChecked(flag in asked.flags)
        if self.panel is not None or self.asked() != asked:
            self.ways().show_asked(asked)
        self._show_state()

    def _show_state(self) -> None:
        asked = self.asked()
        self.every.setChecked(not asked)
        chosen = next((view for view, kept in self._views.items() if asked and kept == asked), "")
        if self.views is not None:
            self.views.set_value(chosen)
        self.drop.setVisible(bool(chosen))

    @Slot()
    def _changed(self) -> None:
        self._show_state()
        self.changed.emit()

    # ---- saved views
    @Slot()
    def _view_chosen(self) -> None:
        if self.views is not None:
            self.show_asked(self._views.get(self.views.value(), Selection()))
            self.changed.emit()

    @Slot()
    def _drop(self) -> None:
        if self.views is not None and self.views.value():
            view = self.views.value()
            self.every.setFocus()  # from there undo brings the view back
            self.drop_asked.emit(view)

    def _show_views(self, kept: tuple[Record, ...]) -> None:
        """Offer the saved views; the list is made with the first of them."""
        if self.views is None and kept:
            from ui.widgets.editors.choice import ChoiceEditor

            self.views = ChoiceEditor((), tr("Saved views"))
            self.views.box.setAccessibleName(tr("Saved views"))
            self.views.commit_requested.connect(self._view_chosen)
            self._flow.removeWidget(self.drop)  # it stands after what it deletes
            for each in (self.views, self.drop):
                self._flow.addWidget(each)
        if self.views is not None:
            self.views.set_choices(tuple((view.id, view.text("name") or view.id) for view in kept))
            self.views.setVisible(bool(kept))

    # ---- what is shown
    def _keep_places(self, every: int) -> None:
        """Let each part have room for the longest that it can say: nothing moves while one narrows."""
        most = 10 ** len(str(every)) - 1  # all nines: no figure is wider
        if self._kept_for == (most, theme.look()):
            return
        self._kept_for = (most, theme.look())
        self.every.keep_room(tr("All {n}").format(n=most))
        for flag, button in self.marks.items():
            button.keep_room(f"{_short(flag)} {most}")
        words = (tr("{n} shown").format(n=most), tr("None fits"))
        self.state.setFixedWidth(max(math.ceil(TextBlock(each, "small", WIDEST).width) for each in words) + 2)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._review is not None:
            self._keep_places(len(self._review.all("entry")))

    def show_review(self, review: Review) -> None:
        """Offer what a review has to be narrowed by, and its saved views."""
        self._review = review
        self._keep_places(len(review.all("entry")))
        if self.panel is not None:
            self.panel.offer(review)
        kept = review.all("chronology_view")
        self._views = {view.id: Selection.of(view) for view in kept}
        self._show_views(kept)
        self._show_state()

    def say(self, left: int | None, words: str) -> None:
        """Say how many are left, and that in a sentence; nothing while nothing is asked. It has its place all along."""
        self.state.setText("" if left is None else tr("{n} shown").format(n=left) if left else tr("None fits"))
        self.state.setAccessibleName(words)
        if self.panel is not None:
            self.panel.state.setText(words or self.every.words())

    def be_brief(self, on: bool) -> None:
        """Stand on one line, while something else takes the room: of the marks only those that are chosen."""
        for button in self.marks.values():
            button.setHidden(on and not self._stays(button))
        self.period.setHidden(on)

    @staticmethod
    def _stays(button: FilterButton) -> bool:
        return button.isChecked() or button.hasFocus()

    def height_at(self, width: int, *, brief: bool) -> int:
        """How high it is at a width, in full or brief, however it stands now."""
        always = [self.words, self.every, self.more, *([] if brief else [self.period])]
        marks = [each for each in self.marks.values() if not brief or self._stays(each)]
        views = [each for each in (self.views, self.drop) if each is not None and not each.isHidden()]
        return self._flow.height_of((*always, *marks, self.state, *views), width)

    def in_use(self) -> bool:
        """Whether the chronology is narrowed, or the keyboard is here."""
        focus = QApplication.focusWidget()
        return bool(self.asked()) or (focus is not None and self.isAncestorOf(focus))

    def show_counts(self, counts: dict[str, int], every: int) -> None:
        """Say how many entries there are, and how many bear each mark."""
        self.every.say(tr("All {n}").format(n=every))
        for flag, button in self.marks.items():
            button.say(f"{_short(flag)} {counts[flag]}")
            button.setAccessibleName(f"{tr(FLAGS[flag])} {counts[flag]}")
        self._counts = counts
        if self.panel is not None:
            self.panel.show_counts(counts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes to the table; what is asked stays asked."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
