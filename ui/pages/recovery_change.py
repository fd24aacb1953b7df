"""Another passphrase for the review that is open: the one of now, and the new one twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from imr_desk.i18n import tr
from ui.pages.recovery_parts import AlonePage, NewPassphrase
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.secret_field import SecretField


class ChangePassphrasePage(AlonePage):
    """Nothing is changed until both are right."""

    change_asked = Signal(str, str)
    """The passphrase of now and the new one."""

    def __init__(self, path: Path) -> None:
        self.now = SecretField(tr("Passphrase now"))
        self.new = NewPassphrase(path)
        self.change = Button(tr("Change the passphrase"), "main")
        cancel = Button(tr("Cancel"), "plain")
        what = tr(
            "A backup is made and proved first. Backups made before still open with the passphrase of now. "
            "The recovery key is replaced by a new sheet."
        )
        lead = tr("For the review ‘{name}’.").format(name=path.name)
        super().__init__(
            tr("Change the passphrase"),
            lead,
            Label(what, "body", "text_soft"),
            self.now,
            self.new,
            ways=(self.change, cancel),
        )
        self.change.clicked.connect(self._ask)
        self.new.given.connect(self._ask)
        cancel.clicked.connect(self.leave)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the first field."""
        self.now.setFocus(reason)

    @Slot()
    def _ask(self) -> None:
        self.refusal.hide()
        self.now.say_error("" if self.now.secret() else tr("Type the passphrase of this review."))
        wanting = self.now if not self.now.secret() else self.new.find_fault()
        if wanting is not None:
            wanting.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_busy(True)
        self.change_asked.emit(self.now.secret(), self.new.secret())

    def set_busy(self, on: bool) -> None:
        """While the file is encrypted anew: say so, and take no second press."""
        self.change.setEnabled(not on)
        self.change.say(tr("Changing it …") if on else tr("Change the passphrase"))

    def refuse_now(self, sentence: str) -> None:
        """The passphrase of now is not that of the review."""
        self.set_busy(False)
        self.now.say_error(sentence)
        self.now.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not changed."""
        self.set_busy(False)
        super().refuse(sentence)

    def leave(self) -> None:
        """Go; while the file is encrypted anew there is nothing to leave."""
        if self.change.isEnabled():
            super().leave()
