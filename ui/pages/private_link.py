"""The way from ‘Subjects and family’ to the private page of real names. No name stands here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr
from imr_desk.review.fields import Field
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, column


class PrivateLink(Part):
    """A sentence and a button."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        words = tr("Who stands behind which code is kept on a private page, which no print, export or search reads.")
        self.button = Button(tr("Open the real names"), "small", Glyph.EYE_OFF)
        self.button.clicked.connect(partial(host.place_requested.emit, Place("identity", "", "", "")))
        self.setLayout(column(Label(tr("Real names"), "label", weight=600), Label(words, "small", "text_soft"),
                              at_left(self.button), gap=8))  # fmt: skip

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Nothing of it follows the review."""

    def first_control(self) -> QWidget | None:
        """The button."""
        return self.button


@dataclass(frozen=True)
class PrivateLinkOf:
    """The link as something that a section holds."""

    kind: str = "subject"
    fields: tuple[Field, ...] = ()

    def covers(self, kind: str, field: str) -> bool:
        """It stands for no field."""
        return False

    def applies(self, host: FormHost) -> bool:
        """It is always offered."""
        return True

    def make(self, host: FormHost) -> Part:
        """The part."""
        return PrivateLink(host)

    def height(self, _review: Review) -> int:
        """About how high it is, in pixels at 100 %."""
        return 90
