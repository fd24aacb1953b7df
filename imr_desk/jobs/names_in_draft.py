"""The numbers under which a draft prints names that are still to be settled, so that a number can be traced (R-183)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from imr_desk.export.build import build_report
from imr_desk.export.settled import settled
from imr_desk.names.guard import Guard
from imr_desk.names.replace import Edit
from imr_desk.names.scan import DraftNames
from imr_desk.review.review import Review


def draft_numbers(review: Review, guard: Guard, today: dt.date, step: Callable[[], None]) -> Mapping[str, int]:
    """The number of each name by the key of its words, as a draft of the report printed now would have it.

    `step` is called often and may end the work by an error. RegisterUnreadableError as of the guard.
    """
    names = _Told(guard, step)
    settled(build_report(review, draft=True, today=today), names)
    return names.numbers


class _Told(DraftNames):
    """Tells before each text that the work goes on."""

    def __init__(self, guard: Guard, step: Callable[[], None]) -> None:
        super().__init__(guard)
        self._step = step

    def edits(self, text: str) -> list[Edit]:
        self._step()
        return super().edits(text)
