"""Stage 1, ‘The review’: what was asked for, by whom and by when. Everything later answers to this page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot

from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.review_facts import FactsCard
from ui.pages.review_sections import REVIEW_SECTIONS
from ui.pages.upcoming import UpcomingCard

PRIVATE = ("identity", "identity_key")

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.review.review import Review


class ReviewPage(FormPage):
    """All of stage 1 but the real names of subjects, which have a page of their own."""

    stage: ClassVar[int] = 1
    sections: ClassVar[tuple[SectionOf, ...]] = REVIEW_SECTIONS
    kinds: ClassVar[frozenset[str]] = (
        kinds_shown(REVIEW_SECTIONS) | {"entry", "section", "signature"} | {"afterwards", "debriefing"}
    )

    identities_asked = Signal()
    """The person wants the private page of real names."""

    def __init__(self) -> None:
        self._facts, self.upcoming = FactsCard(), UpcomingCard()
        super().__init__(self._facts, self.upcoming)
        self.upcoming.timetable_asked.connect(self._go_to_timetable)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self._facts.show_review(review)
        self.upcoming.show_review(review, self.clock().date())
        super().show_review(review, reload_focused=reload_focused)

    def focus_place(self, place: Place) -> bool:
        """As of a Page; what is private stands on a page of its own."""
        if place.kind in PRIVATE:
            self.identities_asked.emit()
            return True
        return super().focus_place(place)

    @Slot()
    def _go_to_timetable(self) -> None:
        """Bring the timetable to the upper edge."""
        self._go_to_section(next(part for part in self.parts if part.spec.covers("deadline", "due")))
