"""Before an export: words that may be names are shown once, and what was looked at is not asked about again (R-183)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from imr_desk.i18n import tr, trn
from ui.ask import Answer, Question
from ui.names_left_work import LOOK, Gathering, may_be_names, seen

if TYPE_CHECKING:
    from imr_desk.jobs.names_left import NameLeft
    from ui.open_review import OpenReview
    from ui.program import Program

SHOWN = 6
"""How many of the words the question names."""
LONGEST = 30


class PleaseLook:
    """One for an open review: what to do in a worker first, and the question after it."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        """What the page of names has read already is not read again."""
        self._program, self._review = program, review
        self._gathering: Gathering = review.names_left.gathering

    def work(self) -> Callable[[Callable[[str], None]], tuple[NameLeft, ...]]:
        """What is to be run in a worker, with a step: it finds what may be a name where an export can hold it."""
        judge, review, _ = self._review.bridge.judging()
        return partial(may_be_names, self._gathering, review, judge, seen(self._review.session()))

    def may_go_on(self, names: tuple[NameLeft, ...]) -> bool:
        """Ask about words that may be names, and remember them where they are none; whether the export may go on."""
        if not names:
            return True
        answer = self._program.ask.question(_question(names))
        if answer == "look":
            self._review.names_left.show(LOOK)
        if answer != "go":
            return False
        if not self._review.session().read_only:
            from imr_desk.operations.looking import LookAt

            self._review.bridge.run(LookAt(tuple(each.key for each in names)))
        return True


def _question(names: tuple[NameLeft, ...]) -> Question:
    words = [name.words if len(name.words) <= LONGEST else name.words[:LONGEST] + "…" for name in names[:SHOWN]]
    named = ", ".join(tr("‘{words}’").format(words=each) for each in words)
    rest = len(names) - len(words)
    if rest:
        named = f"{named} {trn('and {n} more', 'and {n} more', rest)}"
    return Question(
        trn("{n} word may be a name", "{n} words may be names", len(names)),
        tr(
            "{named}. Most such words are no names, and nobody but you can tell. Nothing was written yet. "
            "Once you have said that they are none, you are not asked about them again."
        ).format(named=named),
        (
            Answer("stop", tr("Do not export")),
            Answer("look", tr("Look at them")),
            Answer("go", tr("They are no names: export")),
        ),
        "stop",
    )
