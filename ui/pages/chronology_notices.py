"""What is said over the chronology: that it is signed, that words could not be read, how to begin."""

from __future__ import annotations

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice import Notice


class ChronologyNotices:
    """The notices of the page; each is hidden until it holds."""

    def __init__(self) -> None:
        self.sealed = Notice(
            "accent",
            tr("The report is signed, so the chronology is read-only here."),
            tr("To change it, reopen the report at ‘Sign-off’, with a reason."),
        )
        self.to_unreadable = Button(tr("Go to it"), "small")
        what = tr("An entry holds words that are not kept yet.")
        self.unreadable = Notice("wait", what, " ", self.to_unreadable, beside=True)
        self.first = Button(tr("Write the first entry"), "plain", Glyph.PLUS)
        self.empty = EmptyState(
            tr("Every event goes here, in the order of its date, with its source. Begin with what you have."),
            self.first,
            heading=tr("No entries yet"),
            example=tr(
                "4 May 2013, 16:15 · Crown Prosecutor 2 asked for the paediatric report. · Case record, page 12"
            ),
        )
        for each in (self.sealed, self.unreadable, self.empty):
            each.hide()

    def show_unreadable(self, held: tuple[str, ...]) -> None:
        """Say which entry holds words that could not be read, or nothing."""
        notice = self.unreadable
        if held:
            words = tr(
                "Something typed in entry {id} could not be read, or is in no list. It is still there, to be put right."
            )
            notice.say(notice.accessibleName(), words.format(id=held[0]))
        if notice.isHidden() is bool(held):
            notice.setHidden(not held)
            if held:
                notice.speak()
