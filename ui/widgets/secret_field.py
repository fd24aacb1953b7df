"""A passphrase field: dots unless the person asks to see it, and never read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.widgets.buttons import IconButton
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, column, row


class SecretField(QWidget):
    """Label, hint, an error if there is one, the field, and a button that shows what was typed."""

    given = Signal()
    """Return was pressed in it."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__()
        self.label = Label(label, "label")
        self._hint = Label(hint, "small", "text_soft")
        if not hint:  # shown without a parent it would be a window of its own
            self._hint.hide()
        self._error = Label("", "small", "bad", weight=500)
        content = row(at_top(IconView(Glyph.CIRCLE_ALERT, "bad", 16), 2), gap=6)
        content.addLayout(column(self._error), 1)
        self._error_line = Surface(content)
        self._error_line.hide()
        self.box = QLineEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setAcceptDrops(False)
        self.box.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(hint)
        self.label.setBuddy(self.box)
        self.see = IconButton(tr("Show the passphrase"), Glyph.EYE_OFF, look="plain")
        self.see.setCheckable(True)
        self.setLayout(column(self.label, self._hint, self._error_line, row(self.box, self.see, gap=8), gap=4))
        self.see.toggled.connect(self._see)
        self.box.returnPressed.connect(self.given)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the field the keyboard."""
        self.box.setFocus(reason)

    def secret(self) -> str:
        """What was typed."""
        return self.box.text()

    def clear(self) -> None:
        """Forget what was typed, and hide it again."""
        self.box.clear()
        self.see.setChecked(False)

    def say_error(self, sentence: str) -> None:
        """Show why it did not open, or nothing."""
        self._error.setText(sentence)
        self._error_line.setVisible(bool(sentence))
        self.box.setAccessibleDescription(" ".join(part for part in (sentence, self._hint.text()) if part))
        self.box.setProperty("fault", "yes" if sentence else None)
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)

    @Slot(bool)
    def _see(self, on: bool) -> None:
        modes = QLineEdit.EchoMode
        self.box.setEchoMode(modes.Normal if on else modes.Password)
        self.see.glyph = Glyph.EYE if on else Glyph.EYE_OFF
        name = tr("Hide the passphrase") if on else tr("Show the passphrase")
        self.see.setAccessibleName(name)
        self.see.setToolTip(name)
