"""Words that were decided to be no person, and names that were replaced everywhere. Only hashes and days are kept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.ending import end
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import column, row

MOST = 200
"""So many are listed; there are hardly ever more than a few dozen."""


class DecidedRow(NamedTuple):
    """A decision that words are no person: `keys` take it back; `where` says in what sentence, or how often."""

    words: str
    where: str
    keys: tuple[str, ...]

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"DecidedRow({', '.join(self.keys)})"


class DecidedWords(Section):
    """Each row takes its decision back; undo does too. What does not stand in the review any more is one row."""

    take_back_asked = Signal(tuple)
    """The keys of decisions."""
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Not a person"))
        self._number = Label("", "body", "text_soft")
        self._rows: tuple[DecidedRow, ...] = ()
        self._list = QWidget()
        self._list.setLayout(column())
        for part in (self._number, self._list):
            self.add(part)
        self.show_number(0)

    @property
    def rows(self) -> tuple[DecidedRow, ...]:
        """What is listed."""
        return self._rows

    def show_number(self, number: int) -> None:
        """How many decisions there are, on words in the review or not."""
        words = tr("No word was decided to be no person yet.")
        if number:
            words = trn("{n} decision is kept, not its words.", "{n} decisions are kept, not their words.", number)
            words = f"{words} {tr('What of it stands in the review is listed here.')}"
        self._number.setText(words)

    def show_rows(self, rows: tuple[DecidedRow, ...]) -> None:
        """The decisions, found again in the review."""
        if rows == self._rows:
            return
        self._rows = rows
        focus = self.window().focusWidget()
        had = focus is not None and self._list.isAncestorOf(focus)
        made = [self._made(each) for each in rows[:MOST]]
        new = QWidget()
        new.setLayout(column(*made, gap=10))
        old, self._list = self._list, new
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, new)
        new.show()
        if had and (first := new.findChild(Button)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        old.hide()
        end(old)
        self.rearranged.emit()

    def _made(self, shown: DecidedRow) -> QWidget:
        """One row: the words, where they stand, and the button."""
        said = tr("Take back ‘{words}’").format(words=shown.words) if shown.words else tr("Take them all back")
        button = Button(said, "small")
        button.setAccessibleDescription(
            " ".join((shown.where, tr("It is marked again as what looks like a name."))) if shown.words else shown.where
        )
        button.clicked.connect(partial(self.take_back_asked.emit, shown.keys))
        words = column(Label(shown.words, weight=600), gap=0) if shown.words else column(gap=0)
        words.addWidget(Label(shown.where, "small", "text_soft"))
        line = row(gap=12)
        line.addLayout(words, 1)
        line.addWidget(button)
        made = QWidget()
        made.setLayout(line)
        return made


class ReplacedNames(Section):
    """The dated marks of names that were replaced wherever they stood."""

    def __init__(self) -> None:
        super().__init__(tr("Replaced everywhere"))
        self._said = Label("", "body", "text_soft")
        self.add(self._said)
        self.show_marks(())

    def show_marks(self, lines: Iterable[str]) -> None:
        """Each as a sentence, the newest first."""
        self._said.setText("\n".join(lines) or tr("No name was replaced in the whole review yet."))
