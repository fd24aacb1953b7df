"""Stage 10, ‘Afterwards’: what follows the signature, in the order of time. Nothing here is ever shut."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from imr_desk.i18n import tr
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.afterwards_sections import AFTERWARDS_SECTIONS
from ui.pages.afterwards_words import has_begun, standing
from ui.pages.form_page import FormPage
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from imr_desk.review.review import Review


class AfterwardsPage(FormPage):
    """Presentation, questions, feedback, the overview report, progress, disclosure and closing."""

    stage: ClassVar[int] = 10
    sections: ClassVar[tuple[SectionOf, ...]] = AFTERWARDS_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(AFTERWARDS_SECTIONS) | {"signature", "review", "parallel_process"}

    def __init__(self) -> None:
        self._facts = Facts(
            {
                "presented": tr("Presented"),
                "feedback": tr("Feedback"),
                "questions": tr("Questions"),
                "overview": tr("Overview report"),
                "published": tr("Published"),
                "actions": tr("Actions"),
            },
            columns=2,
            label_width=112,
        )
        self._standing = Surface(column(self._facts, margins=(16, 12, 16, 14)), fill="raised", edge="line", radius=8)
        self._standing.setAccessibleName(tr("How it stands"))
        plan, listed = (
            Button(tr("Plan the feedback to staff"), "plain"),
            Button(tr("Keep the disclosure list"), "plain"),
        )
        self._not_yet = EmptyState(
            tr(
                "What is due after the signature is listed here in the order of time. You can write in all of it now: "
                "feedback is planned, and the disclosure list is kept, from the first day."
            ),
            plan,
            listed,
            heading=tr("This begins when the report is signed"),
        )
        super().__init__(self._not_yet, self._standing)
        for button, kind in ((plan, "debrief"), (listed, "disclosure_item")):
            part = next(each for each in self.parts if each.spec.covers(kind, ""))
            button.clicked.connect(partial(self._go_to_section, part))

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        begun = has_begun(review)
        self._not_yet.setHidden(begun)
        self._standing.setHidden(not begun)
        self._facts.show_facts(standing(review), tr("Not recorded yet"))
        super().show_review(review, reload_focused=reload_focused)
        self.sealed_notice.hide()
