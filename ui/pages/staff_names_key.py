"""Where the key of the list of staff names is kept: in the review, on this computer only, or out of reach."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal

from imr_desk.i18n import tr, trn
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import at_left

KeyPlace = Literal["file", "keyring", "elsewhere"]


class KeySection(Section):
    """One sentence says where the key is; one button offers the other way. Without the key the list is typed again."""

    move_asked = Signal()
    """Keep the key on this computer only, or put it back."""
    again_asked = Signal()
    """Type the list again."""
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__(tr("The key of this list"))
        self.place: KeyPlace = "file"
        self.lost = Notice("bad", " ", " ")
        self.said = Label("", "body", "text_soft")
        self.move_key = Button(tr("Keep it on this computer only \u2026"), "plain")
        self.again = Button(tr("Type the list again \u2026"), "plain")
        for part in (self.lost, self.said, at_left(self.move_key), at_left(self.again)):
            self.add(part, 2)
        self.move_key.clicked.connect(self.move_asked)
        self.again.clicked.connect(self.again_asked)
        self.show_place("file", "", 0)

    def show_place(self, place: KeyPlace, why: str, missing: int) -> None:
        """Where the key is; `why` says why names cannot be known again; `missing` names are still to be typed."""
        self.place = place
        self.lost.setHidden(not why)
        self.lost.say(tr("Staff names are not known here."), why)
        words = {
            "file": tr("It lies inside the review, encrypted with it, so the names are known on every computer."),
            "keyring": tr("It is in the keyring of this computer only. Elsewhere the list has to be typed again."),
            "elsewhere": tr("It is not on this computer. Open the review where the key is, or type the list again."),
        }[place]
        if missing:
            words = " ".join(
                (trn("{n} name is still to be typed again.", "{n} names are still to be typed again.", missing), words)
            )
        self.said.setText(words)
        self.move_key.setHidden(place == "elsewhere")
        self.move_key.say(
            tr("Put it back into the review") if place == "keyring" else tr("Keep it on this computer only \u2026")
        )
        self.again.setHidden(not why or bool(missing))
        self.rearranged.emit()
