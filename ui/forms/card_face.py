"""The face of a card: number or date at the left, what it is in the middle, columns at the right where they fit."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.ending import end
from ui.forms.card_words import CardWords, ChipWords
from ui.widgets.chips import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.state_view import StateView, StateWords
from ui.widgets.surfaces import at_top, column, row

CELL_GAP = 12


class CardFace(QWidget):
    """Shows CardWords. `lead` and `cells` are widths in pixels at 100 %; a lead of 0 takes no room.

    A title that is a text of its own (`long_title`) is set as text, not as a heading.
    """

    place_requested = Signal(object)
    """The Place to which a chip leads."""

    def __init__(self, lead: int, cells: tuple[int, ...], *, long_title: bool = False) -> None:
        super().__init__()
        self._words = CardWords("")
        self._wide = True
        self._widths = (lead, *cells)
        self._lead = Label("", "label", "text_quiet" if not cells else "text", weight=600 if not cells else 500)
        self._lead_note = Label("", "small", "text_soft")
        self._title = Label("", "body", weight=400 if long_title else 500)
        self._warning = Label("", "small", "wait")
        self._second = Label("", "small", "text_soft")
        self._state: StateView | None = None
        self._cells = tuple(Label("", "body") for _ in cells)
        self._flow = Flow(gap=6)
        self._middle = middle = column(self._title, self._warning, self._second, self._flow, gap=3)
        box = row(gap=CELL_GAP)
        if lead:
            box.addLayout(column(self._lead, self._lead_note, None, gap=3))
        box.addLayout(middle, 1)
        for cell in self._cells:
            box.addLayout(at_top(cell))
        self.setLayout(box)
        self._set_widths()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_widths()

    def _set_widths(self) -> None:
        self._lead_note.setFixedWidth(theme.px(self._widths[0]))
        for label, width in zip((self._lead, *self._cells), self._widths, strict=True):
            label.setFixedWidth(theme.px(width))

    def show_words(self, words: CardWords) -> None:
        """Show other words; chips are made again only where they are others."""
        if words == self._words:
            return
        chips_changed = words.chips != self._words.chips
        self._words = words
        self._lead.setText(words.lead)
        self._lead.setHidden(not words.lead)
        self._title.setText(words.title)
        for label, cell in zip(self._cells, words.cells, strict=False):
            label.setText(cell)
        self._show_state(words.state)
        if chips_changed:
            self._make_chips(words.chips)
        self._arrange()

    def _show_state(self, state: StateWords | None) -> None:
        """Say how it stands under the title; only cards that say it have a place for it."""
        if self._state is None and state is not None:
            self._state = StateView(state)
            self._middle.insertWidget(1, self._state)
            if self.isVisible():  # else it comes with the card
                self._state.show()
        elif self._state is not None:
            self._state.setHidden(state is None)
            if state is not None:
                self._state.show_state(state)

    def set_wide(self, wide: bool) -> None:
        """Show the columns, or put what they say under the title."""
        if wide is not self._wide:
            self._wide = wide
            self._arrange()

    def _arrange(self) -> None:
        words = self._words
        second = "\n".join(line for line in ("" if self._wide else words.joined, *words.second) if line)
        for cell in self._cells:
            cell.setHidden(not self._wide)
        for label, text in (
            (self._lead_note, words.lead_note), (self._warning, words.warning), (self._second, second)
        ):  # fmt: skip
            label.setText(text)
            label.setHidden(not text)

    def _make_chips(self, chips: tuple[ChipWords, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                end(widget)
        for words in chips:
            chip = Chip(words.words, words.look, words.glyph)
            chip.clicked.connect(partial(self.place_requested.emit, words.place))
            self._flow.addWidget(chip)
        self.updateGeometry()
