"""Stage 2, ‘Independence and notices’: who declared, who was told, and what runs beside the review."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.independence_cards import in_short
from ui.pages.independence_sections import INDEPENDENCE_SECTIONS
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from imr_desk.review.review import Review


class IndependencePage(FormPage):
    """All of stage 2."""

    stage: ClassVar[int] = 2
    sections: ClassVar[tuple[SectionOf, ...]] = INDEPENDENCE_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(INDEPENDENCE_SECTIONS) | {"signature"}

    def __init__(self) -> None:
        self.short = Label("", "label")
        self.short.hide()
        super().__init__(self.short)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        words = in_short(review)
        self.short.setText(words)
        self.short.setHidden(not words)
        super().show_review(review, reload_focused=reload_focused)
