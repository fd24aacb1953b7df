"""What is copied out of the review: a registered name is given its job title on the way, since a copy is an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import tr, trn
from ui.copying import let_out_by
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.names.guard import Mark
    from ui.open_review import OpenReview
    from ui.program import Program

LONG = 200
"""From so many characters on, or from a second line on, a copy is one of a whole section."""


class CopiedNames(QObject):
    """One for an open review. What it gives back is what lies in the clipboard or is dragged to another window."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(review)
        self._program, self._review = program, review
        let_out_by(self._let_out)

    def _let_out(self, text: str) -> str:
        """The words with each registered name replaced.

        While the register cannot be read nothing says whether a name stands in them: then no whole section is copied.
        """
        if not isValid(self) or self._program.review is not self._review:
            return text
        try:
            words, count = self._replaced(text)
        except RegisterUnreadableError as error:
            if len(text) < LONG and "\n" not in text.strip():
                return text
            self._say(tr("Nothing was copied."), error.sentence)
            return ""
        if count:
            said = trn(
                "A registered name was replaced by what stands for it in what was copied.",
                "{n} registered names were replaced by what stands for them in what was copied.",
                count,
            )
            self._say(said, tr("The text of the review is as it was."))
        return words

    def _replaced(self, text: str) -> tuple[str, int]:
        """The words that may go, and how many names were replaced."""
        from imr_desk.names.replace import Edit, apply, edit_for, whole_address
        from imr_desk.review.codes import code_of

        judge, review, _ = self._review.bridge.judging()
        edits: list[Edit] = []
        for one in judge.guard.registered_in(text):
            code = code_of(review, one.person) if one.person else ""
            if not (one.certain or _misspelt(one, text)):
                continue
            if code:
                after = edits[-1].end if edits else 0
                edits.append(edit_for(text, one.start, one.end, code, after=after))
            else:
                edits.append(Edit(*whole_address(text, one.start, one.end), tr("[a name]")))
        return (apply(text, edits), len(edits)) if edits else (text, 0)

    def _say(self, what: str, more: str) -> None:
        announce(self._review.window, f"{what} {more}")
        self._review.window.desk.notices.tell("copied", "accent", what, more)


def _misspelt(one: Mark, text: str) -> bool:
    """Whether a mark is a name with a letter wrong or broken apart; an everyday word near one stays what it is."""
    from imr_desk.names.guard import NEAR
    from imr_desk.names.lists import the_lists
    from imr_desk.names.normalise import squeeze

    return one.reason == NEAR and squeeze(text[one.start : one.end]) not in the_lists().ordinary
