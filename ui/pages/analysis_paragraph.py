"""One paragraph of the analysis: its words, and under them its evidence as chips that lead there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from ui import theme
from ui.ending import end
from ui.forms.bound_field import BoundField
from ui.forms.card_words import ChipWords
from ui.forms.host import FormHost
from ui.icons import Glyph
from ui.pages.analysis_words import chip_of, hint_of, part_named
from ui.tokens import Tone, tokens
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.editors.paragraph import ParagraphBox, ParagraphEditor
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import Bounded, column

INDENT = 14
BAR = 3
_GONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ParagraphItem(Bounded):
    """Words and evidence of one record. What is asked of it goes out as signals with the item itself left to ask."""

    link_asked = Signal()
    unlink_asked = Signal(str)
    """The piece of evidence whose link is to be taken away."""
    menu_wanted = Signal(QMenu)
    """The menu of the paragraph is about to be shown: whoever can do something with it adds that."""

    def __init__(self, host: FormHost, kind: str, record_id: str) -> None:
        super().__init__(tokens().size["reading_width"] + INDENT)
        self.record_id, self.kind = record_id, kind
        self._host = host
        self._shown: tuple[ChipWords, ...] | None = None
        self._listed = self._chosen = False
        self.editor = ParagraphEditor()
        spec = kind_of(kind)
        self.field = BoundField(host, spec, spec.field("text"), record_id, "reading", self.editor)
        self.field.label.hide()
        self.box.setPlaceholderText(tr("Write here"))
        self.editor.commit_requested.connect(host.visits.renew)  # each pause in the writing ends a step of undo
        self.heading = Label("", "section")
        self.heading.hide()
        self.link = Button(tr("Link"), "small", Glyph.LINK)
        self.more = Button(tr("More"), "small", Glyph.CHEVRON_DOWN)
        self.link.clicked.connect(self.link_asked)
        self.more.clicked.connect(self._show_menu)
        self.chips: tuple[Chip, ...] = ()
        self._flow = Flow(gap=6)
        self.setLayout(column(self.heading, self.field, 2, self._flow, gap=2, margins=(theme.px(INDENT), 0, 0, 0)))
        self.box.entered.connect(self.update)
        self.box.left.connect(self.update)

    @property
    def box(self) -> ParagraphBox:
        """Where the words are written."""
        return self.editor.words

    # ---- what is shown
    def show_record(self, record: Record, *, listed: bool, reload_focused: bool = False) -> None:
        """Show words and evidence as they are now. `listed`: it is on the list of statements without a source."""
        self.field.show_record(record, reload_focused=reload_focused)
        if record.kind == "paragraph" and self.box.placeholderText() != hint_of(record):
            self.box.setPlaceholderText(hint_of(record))
        review = self._host.review
        found = tuple(each for each in (review.get(ref) for ref in record.links("refs")) if each is not None)
        chips = tuple(chip_of(each, review) for each in found)
        if chips != self._shown or listed is not self._listed:
            self._shown, self._listed = chips, listed
            self._make_chips(chips)
        free = not self._host.sealed
        self.link.setHidden(not free)
        self.more.setHidden(not free)

    def say_place(self, part: str, at: int, count: int, *, headed: bool) -> None:
        """Say where it stands: which part, and which paragraph of how many of that part; `headed` shows the part."""
        name = tr("{part}, paragraph {n} of {count}") if count > 1 else tr("{part}, paragraph")
        called = name.format(part=part, n=at, count=count)
        self.field.rename(called)
        self.heading.setText(part)
        self.heading.setHidden(not headed)
        self.link.setAccessibleName(tr("Link evidence to: {what}").format(what=called))
        self.more.setAccessibleName(tr("More for: {what}").format(what=called))

    def _make_chips(self, chips: tuple[ChipWords, ...]) -> None:
        focus = self.window().focusWidget()
        had = focus in self.chips
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Chip):
                widget.removeEventFilter(self)
                widget.hide()
                end(widget)
        made = [self._chip(words) for words in chips]
        if not made:
            words = tr("No evidence, and listed so") if self._listed else tr("No evidence yet")
            bare = Chip(words, "plain" if self._listed else "wait", Glyph.CIRCLE_SLASH)
            bare.clicked.connect(self.link_asked)
            made.append(bare)
        self.chips = tuple(made)
        for widget in (*made, self.link, self.more):
            self._flow.addWidget(widget)
        if had:
            self.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self._host.rearranged.emit(self)

    def _chip(self, words: ChipWords) -> Chip:
        chip = Chip(words.words, words.look, words.glyph)
        chip.setAccessibleDescription(tr("Goes there. Delete takes the link away."))
        chip.setToolTip(chip.accessibleDescription())
        chip.setProperty("evidence", words.place.record_id)
        chip.clicked.connect(partial(self._host.place_requested.emit, words.place))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete on a chip takes its link away."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _GONE:
            if not self._host.sealed:
                self.unlink_asked.emit(str(watched.property("evidence")))
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar beside the words that have the keyboard; a quieter one while evidence is linked to them."""
        if self.box.hasFocus() or self._chosen:
            top = self.box.mapTo(self, QPoint(0, 0)).y()
            tone: Tone = "focus" if self.box.hasFocus() else "accent_line"
            QPainter(self).fillRect(QRect(0, top, BAR, self.box.height()), theme.colour(tone))

    def mark(self, on: bool) -> None:
        """Mark it, or not, as the paragraph to which evidence is linked."""
        if on is not self._chosen:
            self._chosen = on
            self.update()

    # ---- what can be done
    @Slot()
    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.more.accessibleName())
        self.menu_wanted.emit(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def go_to(self, at: int | None = None) -> None:
        """Give the words the keyboard; the caret at a place counted in characters, -1 for the end."""
        if at is not None:
            self.box.place_caret(at)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> QRect:
        """Where the caret is, in this widget."""
        place = self.box.caret()
        return QRect(self.box.mapTo(self, place.topLeft()), place.size())


def heading_of(record: Record) -> str:
    """The part a paragraph belongs to, in words."""
    return part_named(record.text("part")) if record.kind == "paragraph" else tr("Summary")
