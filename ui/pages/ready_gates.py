"""The five gates in words: open, or held and by what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui import theme
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.pages.ready_words import GateLine, gate_lines
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_top, column, row

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Result


ABOUT = 240
"""About how high the five gates are, in pixels at 100 %: kept free, so that nothing jumps when they come."""


class _GateRow(QWidget):
    """One gate."""

    def __init__(self, line: GateLine) -> None:
        super().__init__()
        self.line: GateLine | None = None
        self.icon = IconView(line.state.glyph, line.state.tone, 18)
        self.title = Label(line.title, "label")
        self.holds = Label("", "small", "text_soft")
        self.button = Button(tr("Show them"), "small")
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that what holds the gates stands in one column
        self.button.setSizePolicy(policy)
        box = row(gap=12, margins=(16, 7, 12, 7))
        box.addLayout(at_top(self.icon, 6))
        box.addLayout(column(5, self.title, None, gap=0), 2)
        box.addLayout(column(6, self.holds, 6, None, gap=0), 3)
        box.addLayout(at_top(self.button))
        self.setLayout(box)
        self.show_line(line)

    def show_line(self, line: GateLine) -> None:
        """Say how it stands now."""
        if line == self.line:
            return
        self.line = line
        self.icon.show_glyph(line.state.glyph, line.state.tone)
        self.title.setText(line.title)
        self.holds.setText(line.words)
        self.button.setHidden(not line.first)
        self.button.setAccessibleName(tr("Show what holds ‘{gate}’").format(gate=line.title))
        self.setAccessibleName(f"{line.title}: {line.words}")


class GatesPart(Part):
    """The five gates, one under the other."""

    shown_asked = Signal(str)
    """The check that leads to the first thing that holds a gate."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self.rows: dict[str, _GateRow] = {}
        self._cards = CardList()
        self._wait = Label(tr("The checks are being looked through."), "body", "text_quiet")
        self.setLayout(column(self._wait, self._cards, gap=0))
        self._cards.hide()
        self._wait.setMinimumHeight(theme.px(ABOUT))
        self.setAccessibleName(tr("The five gates"))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """The gates stand as the results say."""

    def show_results(self, results: tuple[Result, ...]) -> None:
        """Say how each gate stands."""
        for line in gate_lines(self._host.review, results):
            if line.gate not in self.rows:
                made = self.rows[line.gate] = _GateRow(line)
                made.button.clicked.connect(partial(self._show, line.gate))
                self._cards.add(made)
            self.rows[line.gate].show_line(line)
        if self._cards.isHidden():
            self._wait.hide()
            self._cards.show()
            self._host.rearranged.emit(self)

    def _show(self, gate: str) -> None:
        line = self.rows[gate].line
        if line is not None:
            self.shown_asked.emit(line.first)

    def first_control(self) -> QWidget | None:
        """The way to what holds the first gate that is held."""
        return next((each.button for each in self.rows.values() if not each.button.isHidden()), None)
