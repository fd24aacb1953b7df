"""The outline over the analysis: each section with how it stands, in words, and the way there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.ending import end
from ui.pages.analysis_steps import PART_NAMES
from ui.pages.analysis_words import part_named
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.surfaces import Bounded, Surface, column


class OutlineRow(NamedTuple):
    """One section: its name and how it stands; `look_again` where a paragraph rests on nothing."""

    name: str
    state: str
    look_again: bool = False


class Outline(QWidget):
    """A link for each section, its state under it. The links are made anew only where there are others."""

    def __init__(self) -> None:
        super().__init__()
        self.links: tuple[Button, ...] = ()
        self._states: tuple[Label, ...] = ()
        self._box = column(gap=8, margins=(16, 10, 16, 12))
        card = Surface(self._box, fill="window", edge="line", radius=8)
        outer = Bounded(720)
        outer.setLayout(column(card, gap=0))
        self.setLayout(column(outer, gap=0))
        self.setAccessibleName(tr("Sections of the analysis"))

    def make(self, count: int) -> tuple[Button, ...]:
        """Make so many rows, empty; their links."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
        self.links = tuple(Button("", "link") for _ in range(count))
        self._states = tuple(Label("", "small", "text_soft") for _ in range(count))
        for link, state in zip(self.links, self._states, strict=True):
            line = QWidget()
            line.setLayout(column(link, state, gap=4))
            self._box.addWidget(line)
        return self.links

    def say(self, rows: tuple[OutlineRow, ...]) -> None:
        """Say how every section is called and stands."""
        for link, label, row in zip(self.links, self._states, rows, strict=True):
            link.say(row.name)
            link.setAccessibleDescription(row.state)
            label.setText(row.state)
            label.set_tone("wait" if row.look_again else "text_soft")


def nothing_asked(to_terms: Button) -> EmptyState:
    """What stands here while there is no question and no section."""
    return EmptyState(
        tr(
            "Each question of the terms of reference becomes a section here, written beside its evidence. "
            "Copy the questions from the letter first; a section on a key episode can begin at any time."
        ),
        to_terms,
        heading=tr("No questions yet"),
        example=" · ".join(part_named(part) for part in PART_NAMES),
    )
