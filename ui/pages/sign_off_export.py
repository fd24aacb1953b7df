"""The step that writes the report: the signed one when both signatures are in, a marked draft at any time before."""

from __future__ import annotations

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_final
from ui.icons import Glyph
from ui.pages.sign_off_step import Step, StepState
from ui.pages.sign_off_words import one_computer
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow


class ExportStep(Step):
    """One of two buttons, and what will be written."""

    def __init__(self) -> None:
        super().__init__(tr("The report as a Word file or PDF"))
        self.final = Button(tr("Export the signed report"), "main", Glyph.FILE_TEXT)
        self.draft = Button(tr("Export a draft"), "plain", Glyph.FILE_TEXT)
        for button in (self.final, self.draft):
            button.setAccessibleDescription(tr("First you see what will be written."))
        self.add(Flow(self.final, self.draft, gap=8), 2)

    def button(self, *, draft: bool) -> Button:
        """The button for a draft, or for the signed report."""
        return self.draft if draft else self.final

    def show_review(self, review: Review) -> None:
        """Show what can be written now."""
        final = is_final(review)
        self.final.setVisible(final)
        self.draft.setVisible(not final)
        if not final:
            line = tr("Opens when both signatures are in. A draft, marked as one on every page, can be exported now.")
            line += " " + tr("You see what will be written first.")
            self.show_state(StepState.LATER, line)
            return
        line = tr(
            "Both signatures are in. You see what will be written first; then the file is read back and searched for "
            "names before it is written."
        )
        if one_computer(review):
            line += " " + tr("It will say that both signatures were made on one computer.")
        self.show_state(StepState.NEXT, line)
