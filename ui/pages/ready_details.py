"""On ‘Ready?’: how many details could pick a person out, how many were accepted, and the way to their page (R-185)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, column

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Result

REQUIREMENT = "R-185"
ACCEPTED = "accepted_detail"


class DetailsPart(Part):
    """Two counts and a button."""

    asked = Signal()
    """The page of identifying details is wanted."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._left: int | None = None
        self._said = Label("", "body", "text_soft")
        self.button = Button(tr("Identifying details …"), "plain")
        self.setLayout(column(self._said, at_left(self.button), gap=8))
        self.button.clicked.connect(self.asked)
        self.setAccessibleName(tr("Identifying details"))
        self._say()

    def show_review(self, *, reload_focused: bool = False) -> None:
        """The number that was accepted stands in the review."""
        self._say()

    def show_results(self, results: tuple[Result, ...]) -> None:
        """The number that is to be looked at stands in the results."""
        result = next((each for each in results if each.requirement == REQUIREMENT and each.applies), None)
        self._left = None if result is None else len(result.places)
        self._say()

    def _say(self) -> None:
        said = []
        left = self._left
        if left:
            words = trn(
                "{n} place in the report is to be looked at.", "{n} places in the report are to be looked at.", left
            )
            said.append(words)
        elif left is not None:
            said.append(tr("No place in the report is to be looked at."))
        if kept := len(self._host.review.all(ACCEPTED)):
            said.append(trn("{n} detail was accepted with a reason.", "{n} details were accepted with a reason.", kept))
        self._said.setText(" ".join(said))
        self._said.setHidden(not said)
        self.button.setAccessibleDescription(" ".join(said))

    def control_of(self, record_id: str) -> QWidget | None:
        """What was accepted is changed on that page."""
        return self.button

    def first_control(self) -> QWidget | None:
        """The button."""
        return self.button
