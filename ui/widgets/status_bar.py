"""The foot of every page: saved, backup, names to resolve, when it locks. Always in the same place; nothing blinks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from imr_desk.i18n import tr, trn
from ui import theme
from ui.icons import Glyph
from ui.shell_state import FootState
from ui.tokens import Tone
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import OWN_RING
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Rule, Surface, row


class _Part(Surface):
    """An icon and a few words."""

    def __init__(self, glyph: Glyph) -> None:
        self.icon = IconView(glyph, "text_soft", 16)
        self.label = Label("", "small", "text_soft", wrap=False)
        super().__init__(row(self.icon, self.label, gap=6))

    def say(self, words: str, glyph: Glyph, tone: Tone = "text_soft") -> None:
        """Show words, or go."""
        self.label.setText(words)
        self.label.set_tone(tone)
        self.icon.show_glyph(glyph, tone)
        self.setVisible(bool(words))


class StatusBar(Surface):
    """One row. It can be reached with F6, and then reads itself out as one sentence."""

    names_asked = Signal()

    def __init__(self) -> None:
        self._saved, self._backup, self._lock = _Part(Glyph.CHECK), _Part(Glyph.HARD_DRIVE), _Part(Glyph.LOCK)
        self.names = Button("", "small_link", Glyph.USER)
        policy = self.names.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the foot is as high without it, and nothing above moves
        self.names.setSizePolicy(policy)
        self._rules = (Rule(upright=True), Rule(upright=True))
        parts = (self._saved, self._rules[0], self._backup, None, self.names, self._rules[1], self._lock)
        super().__init__(row(*parts, gap=12, margins=(20, 3, 20, 3)), fill="window")
        self._shown = FootState()
        self.setProperty(OWN_RING, True)
        self.names.clicked.connect(self.names_asked)
        self._draw(FootState())

    def show_foot(self, foot: FootState) -> None:
        """Show how things stand. ‘Not saved’ is said aloud; ‘Saved’ is not said each time."""
        if foot == self._shown:
            return
        newly_bad = bool(foot.not_saved) and foot.not_saved != self._shown.not_saved
        self._draw(foot)
        if newly_bad:
            announce(self, foot.not_saved, at_once=True)

    def _draw(self, foot: FootState) -> None:
        self._shown = foot
        if foot.not_saved:
            self._saved.say(foot.not_saved, Glyph.CIRCLE_ALERT, "bad")
        else:
            self._saved.say(foot.saved, Glyph.CHECK)
        self._backup.say(foot.backup, Glyph.HARD_DRIVE)
        names = trn("{n} name to resolve", "{n} names to resolve", foot.names_to_resolve)
        self.names.say(names)
        self.names.setVisible(foot.names_to_resolve > 0)
        self._lock.say(_lock_words(foot), Glyph.LOCK)
        self._rules[0].setVisible(bool((foot.saved or foot.not_saved) and foot.backup))
        self._rules[1].setVisible(bool(foot.names_to_resolve and foot.locks_in is not None))
        parts = (foot.not_saved or foot.saved, foot.backup, names if foot.names_to_resolve else "")
        said = [part for part in (*parts, _lock_words(foot)) if part]
        self.setAccessibleName(". ".join(said))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the ring inside it while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def _lock_words(foot: FootState) -> str:
    """When it locks, in minutes, at last in seconds; nothing where it does not lock by itself."""
    minutes, seconds = foot.locks_in, foot.locks_in_s
    if minutes is None:
        return ""
    if seconds is not None:
        return trn("Locks in {n} second", "Locks in {n} seconds", seconds)
    return trn("Locks in {n} min", "Locks in {n} min", minutes) if minutes else tr("Locks in less than a minute")
