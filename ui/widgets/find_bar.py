"""Find on this page: a field over the page, how many places there are, and the way to the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from imr_desk.i18n import tr
from ui import theme
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label, ShortLabel
from ui.widgets.surfaces import Rule, Surface, column, row

PAUSE_MS = 200
FIELD_WIDE = 280


class FindBar(Surface):
    """Return goes to the next place, Shift+Return to the one before, Esc closes it."""

    asked = Signal(str)
    """A moment after the last key: the words to look for."""
    step_asked = Signal(int)
    """1 for the next place, -1 for the one before."""
    left = Signal()

    def __init__(self) -> None:
        self.label = Label(tr("Find on this page"), "label", wrap=False)
        self.field = QLineEdit()
        self.field.setFixedWidth(theme.px(FIELD_WIDE))
        self.field.setAccessibleName(self.label.text())
        self.field.setAcceptDrops(False)
        self.label.setBuddy(self.field)
        self.before = Button(tr("Previous"), "small")
        self.next = Button(tr("Next"), "small")
        self.next.setToolTip(tr("Next place (F3)"))
        self.found = ShortLabel("", "small", "text_soft")
        self.shut = IconButton(tr("Close"), Glyph.X, "Esc", look="mini")
        line = row(self.label, self.field, self.before, self.next, gap=8, margins=(20, 8, 16, 8))
        line.addWidget(self.found, 1)
        line.addWidget(self.shut)
        super().__init__(column(line, Rule(), gap=0), fill="window")
        self.setAccessibleName(self.label.text())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textEdited.connect(self._typed)
        self.before.clicked.connect(self._back)
        self.next.clicked.connect(self._on)
        self.shut.clicked.connect(self.left)

    def words(self) -> str:
        """What is looked for."""
        return self.field.text().strip()

    def begin(self, words: str) -> None:
        """Take the keyboard; `words` stand in the field, chosen, to be typed over."""
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    def say(self, words: str, *, speak: bool = False) -> None:
        """Say how many places there are, or that there is none."""
        self.found.setText(words)
        self.field.setAccessibleDescription(words)
        if speak:
            announce(self, words)

    def forget(self) -> None:
        """Empty it and go."""
        self._pause.stop()
        self.field.clear()
        self.say("")
        self.hide()

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.words())

    @Slot()
    def _on(self) -> None:
        self.step_asked.emit(1)

    @Slot()
    def _back(self) -> None:
        self.step_asked.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return, Shift+Return, Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
