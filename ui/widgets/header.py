"""The head of the window: the name of the review, its draft, search, undo, redo, lock."""

from __future__ import annotations

from PySide6.QtCore import Signal

from imr_desk.i18n import tr
from ui import theme
from ui.icons import Glyph
from ui.shell_state import ShellState
from ui.widgets.buttons import Button, IconButton
from ui.widgets.chips import Tag
from ui.widgets.labels import ShortLabel
from ui.widgets.search_box import SearchBox
from ui.widgets.surfaces import Surface, row

STAGE, LONGEST_STAGE = 156, 288
"""Up to the first width at any size of text, and to the second at 100 %, the name of the stage stands on one line."""


class Header(Surface):
    """One row. In a narrow window a button at the left opens the list of stages."""

    stages_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    lock_asked = Signal()

    def __init__(self) -> None:
        self.stages = Button("", "plain", Glyph.CHEVRON_DOWN)
        self.name = ShortLabel("", "label")
        self.draft = Tag()
        self.search = SearchBox()
        self.undo = IconButton(tr("Undo"), Glyph.UNDO, "Ctrl+Z")
        self.redo = IconButton(tr("Redo"), Glyph.REDO, "Ctrl+Y")
        self.lock = Button(tr("Lock"), "plain", Glyph.LOCK)
        self.lock.setToolTip(tr("Save and lock (Ctrl+L)"))
        box = row(self.stages, self.name, self.draft, gap=8, margins=(20, 7, 16, 8))
        box.addStretch(1)
        box.addWidget(self.search, 4)
        box.addStretch(1)
        for button in (self.undo, self.redo, self.lock):
            box.addWidget(button)
        super().__init__(box, fill="window")
        self.stages.hide()
        for button, signal in (
            (self.stages, self.stages_asked),
            (self.undo, self.undo_asked),
            (self.redo, self.redo_asked),
            (self.lock, self.lock_asked),
        ):
            button.clicked.connect(signal)

    def show_state(self, state: ShellState) -> None:
        """Show the name, the draft, and what can be undone."""
        self.name.setText(state.name)
        self.draft.say(state.draft)
        self._show_step(self.undo, tr("Undo"), state.undo_words, "Ctrl+Z", on=state.can_undo)
        self._show_step(self.redo, tr("Redo"), state.redo_words, "Ctrl+Y", on=state.can_redo)
        here = next((stage for stage in state.stages if stage.number == state.stage), None)
        if here is not None:
            self.stages.say(f"{here.number} {here.name}")
            self.stages.setMinimumWidth(min(self.stages.sizeHint().width(), max(theme.px(STAGE), LONGEST_STAGE)))
            self.stages.setAccessibleName(tr("Stages; now {n}, {name}").format(n=here.number, name=here.name))

    def _show_step(self, button: IconButton, verb: str, what: str, keys: str, *, on: bool) -> None:
        """Say what undo or redo would do."""
        name = f"{verb}: {what}" if what else verb
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({keys})")
        button.setEnabled(on)
