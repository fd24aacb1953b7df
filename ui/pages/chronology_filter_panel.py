"""The further ways to narrow the chronology, shown on request: period, source, person, case, question, rarer marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLayout, QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.codes import people
from imr_desk.review.review import Review
from imr_desk.review.selecting import FLAGS, Selection
from ui.icons import Glyph
from ui.record_words import choices_of
from ui.widgets.buttons import Button, FilterButton, IconButton
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.readers import day_editor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.watching import watch_row
from ui.widgets.surfaces import Scroll, Surface, at_left, column, row

VIEW = "chronology_view"
LINKS = ("record", "person", "case", "question")
MARGINS = (16, 12, 12, 6)


class FilterPanel(Surface):
    """Fields that each narrow the chronology; an empty one asks nothing."""

    changed, close_asked = Signal(), Signal()
    keep_asked = Signal(str)
    """The name under which what is asked now is to be kept."""

    def __init__(self, flags: tuple[str, ...]) -> None:
        self.days = {name: day_editor() for name in ("first", "last")}
        self.choices = {name: ChoiceEditor((), tr("Any")) for name in LINKS}
        self.flags = {flag: FilterButton(tr(FLAGS[flag])) for flag in flags}
        self.name = LineEditor()
        self.keep = Button(tr("Keep this view"), "small")
        self._offered: dict[str, tuple[tuple[str, str], ...]] = {}
        self.close_button = IconButton(tr("Close the further ways"), Glyph.X, "Esc")
        head = row(Label(tr("More ways"), "section", wrap=False), None, self.close_button, gap=8, margins=MARGINS)
        inner = QWidget()
        inner.setLayout(self._laid())
        self.state = Label(" ", "small", "text_soft")
        state = column(self.state, margins=(16, 0, 12, 4))
        super().__init__(column(head, state, Scroll(inner), gap=0), fill="window")
        self.setAccessibleName(tr("Further ways to narrow the chronology"))
        self.close_button.clicked.connect(self.close_asked)
        for _, editor in self._editors():
            editor.commit_requested.connect(self.changed)
        for button in self.flags.values():
            button.toggled.connect(self._toggled)
        self.keep.clicked.connect(self._ask_to_keep)
        self.hide()
        self.name.box.returnPressed.connect(self._ask_to_keep)

    def _laid(self) -> QLayout:
        """The fields one under the other, then the marks, then the name to keep it all under."""
        marks = QWidget()
        marks.setLayout(Flow(*self.flags.values(), gap=8))
        marks.setAccessibleName(tr("Marks"))
        fields = [FieldRow(tr(field_of(VIEW, name).label), each) for name, each in self._editors()]
        kept = FieldRow(tr("Name of the view"), self.name, tr("What is asked now can be called up again by a name."))
        watch_row(kept)
        whole = column(*fields, Label(tr("Marks"), "label"), marks, kept, at_left(self.keep), None, gap=12)
        whole.setContentsMargins(16, 4, 12, 16)
        return whole

    def _editors(self) -> Iterator[tuple[str, Editor[Any]]]:
        yield from self.days.items()
        yield from self.choices.items()

    def _toggled(self, _on: bool) -> None:
        self.changed.emit()

    def _ask_to_keep(self) -> None:
        words = self.name.value().strip()
        if words:
            self.keep_asked.emit(words)
            self.name.set_value("")
        else:
            self.name.setFocus()

    # ---- what is offered and asked
    def offer(self, review: Review) -> None:
        """Offer the records, people, cases and questions of a review."""
        offered = {
            "record": choices_of(review, ("record",)),
            "person": (*people(review, "staff"), *people(review, "subject"), *people(review, "professional")),
            "case": choices_of(review, ("case",)),
            "question": choices_of(review, ("question",)),
        }
        for name, choices in offered.items():
            if choices != self._offered.get(name):
                self.choices[name].set_choices(choices)
        self._offered = offered

    def asked(self, words: str, flags: tuple[str, ...]) -> Selection:
        """What all of it asks, with the words and marks that are asked for elsewhere."""
        return Selection(
            words,
            _day(self.days["first"].value()),
            _day(self.days["last"].value()),
            self.choices["record"].value(),
            self.choices["person"].value(),
            self.choices["case"].value(),
            self.choices["question"].value(),
            (*flags, *(flag for flag, button in self.flags.items() if button.isChecked())),
        )

    def show_asked(self, asked: Selection) -> None:
        """Show what is asked, without a word to anybody."""
        for name, editor in self.days.items():
            day = getattr(asked, name)
            editor.set_value(day.isoformat() if day else None)
        for name in LINKS:
            self.choices[name].set_value(getattr(asked, name))
        for flag, button in self.flags.items():
            was = button.blockSignals(True)
            button.setChecked(flag in asked.flags)
            button.blockSignals(was)
            button.updateGeometry()

    def show_counts(self, counts: dict[str, int]) -> None:
        """Say how many entries bear each mark."""
        for flag, button in self.flags.items():
            button.say(f"{tr(FLAGS[flag])} {counts[flag]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table; what is asked stays asked."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else None
