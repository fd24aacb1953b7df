"""A forgotten passphrase: the recovery key, and a new passphrase twice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot

from imr_desk.i18n import tr
from ui.pages.recovery_parts import AlonePage, NewPassphrase
from ui.widgets.buttons import Button
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Label


class ForgottenPage(AlonePage):
    """The key is looked at group by group; nothing is changed until all of it is right."""

    recover_asked = Signal(str, str)
    """The recovery key as it was typed, and the new passphrase."""

    def __init__(self, path: Path) -> None:
        self.key = ProseEditor("body", fewest=4, most=6)
        self.key.box.setTabChangesFocus(True)
        hint = tr(
            "The 20 groups on the sheet. Small letters will do; blanks, hyphens and new lines do not matter. "
            "O is read as 0, I and L as 1."
        )
        row = FieldRow(tr("Recovery key"), self.key, hint)
        self.new = NewPassphrase(path)
        self.recover = Button(tr("Set the new passphrase"), "main")
        cancel = Button(tr("Cancel"), "plain")
        what = tr(
            "A backup is made and proved first. Afterwards a new sheet takes the place of this one; "
            "keep this one as long as there are backups from before."
        )
        super().__init__(
            tr("Forgotten passphrase"),
            tr("For the review ‘{name}’.").format(name=path.name),
            Label(what, "body", "text_soft"),
            row,
            self.new,
            ways=(self.recover, cancel),
        )
        self.recover.clicked.connect(self._ask)
        self.new.given.connect(self._ask)
        cancel.clicked.connect(self.leave)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the key."""
        self.key.setFocus(reason)

    @Slot()
    def _ask(self) -> None:
        from imr_desk.errors import BadInputError
        from imr_desk.jobs.recovery import read

        self.refusal.hide()
        self.key.pause_timer.stop()
        try:
            read(self.key.value())
        except BadInputError as error:
            self.refuse_key(error.sentence)
            return
        wanting = self.new.find_fault()
        if wanting is not None:
            wanting.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_busy(True)
        self.recover_asked.emit(self.key.value(), self.new.secret())

    def refuse_key(self, sentence: str) -> None:
        """Say at the field what is wrong with the key. What was typed stays, to be corrected."""
        self.set_busy(False)
        self.key.not_kept(sentence)
        self.key.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it was not done."""
        self.set_busy(False)
        super().refuse(sentence)

    def set_busy(self, on: bool) -> None:
        """While the file is encrypted anew: say so, and take no second press."""
        self.recover.setEnabled(not on)
        self.recover.say(tr("Setting it …") if on else tr("Set the new passphrase"))

    def forget(self) -> None:
        """Empty every field."""
        super().forget()
        self.key.set_value("")

    def leave(self) -> None:
        """Go; while the file is encrypted anew there is nothing to leave."""
        if self.recover.isEnabled():
            super().leave()
