"""Stage 7, ‘Lessons and recommendations’: few, specific, measurable, owned and dated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from imr_desk.i18n import tr
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.lessons_sections import LESSONS_SECTIONS
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from imr_desk.review.review import Review

MANY = 5
"""More recommendations than these are many (R-117)."""


class LessonsPage(FormPage):
    """All of stage 7."""

    stage: ClassVar[int] = 7
    sections: ClassVar[tuple[SectionOf, ...]] = LESSONS_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(LESSONS_SECTIONS) | {"review", "signature"}

    def __init__(self) -> None:
        self.many = Notice("wait", "", " ")
        self.many.hide()
        super().__init__(self.many)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page; many recommendations are remarked on, and never refused."""
        super().show_review(review, reload_focused=reload_focused)
        count = len(review.all("recommendation"))
        self.many.setHidden(count <= MANY)
        if count > MANY:
            self.many.say(
                tr("There are {n} recommendations; five or fewer is usual.").format(n=count),
                tr("Keep to what would change practice most. What is left out can still stand as a lesson."),
            )
