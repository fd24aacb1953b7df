"""What takes long of a signature, worked out beforehand from one immutable Review, so that a window need not wait.

Nothing here reads or writes a file: it may run in a worker thread, and be stopped at every step.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from imr_desk.errors import GateShutError
from imr_desk.export.build import build_report
from imr_desk.export.words import lines, word_digest
from imr_desk.guidance.engine import run as run_checks
from imr_desk.guidance.facts import Result
from imr_desk.guidance.gates import holding
from imr_desk.i18n import trn
from imr_desk.operations.judging import Judge
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY
from imr_desk.signing.canonical import content_digest

GATE = {AUTHOR: "G2", COUNTER_SIGNATORY: "G3"}
"""The gate that holds each signature."""
Step = Callable[[str], None]
"""Told the name of each step before it begins; what it raises ends the work."""


@dataclass(frozen=True)
class Prepared:
    """How one review stands before one signature: what holds the gate, and both digests. Good for that review only."""

    review: Review = field(repr=False)
    judge: Judge = field(repr=False)
    role: str
    today: dt.date
    shut: tuple[Result, ...]
    content_digest: str
    word_digest: str

    def fits(self, review: Review, judge: Judge, role: str, today: dt.date) -> bool:
        """Whether it was worked out from exactly this: any edit, or another day, needs it anew."""
        same = self.review is review and self.judge is judge
        return same and (self.role, self.today) == (role, today)

    def hold(self) -> None:
        """GateShutError with the first of what is missing, where the gate is shut."""
        if self.shut:
            count = trn(
                "{n} thing is missing before this is signed",
                "{n} things are missing before this is signed",
                len(self.shut),
            )
            raise GateShutError(f"{count}: {_first(self.shut)}")


def prepare(review: Review, judge: Judge, role: str, today: dt.date, nonce: str, step: Step | None = None) -> Prepared:
    """Judge the gate of a role and work out both digests. `nonce` is that of the file.

    The steps are "checks", "content" and "words". A shut gate is no error here: `hold` raises it.
    """
    tell = step or _nobody
    tell("checks")
    shut = holding(run_checks(judge.facts(review, today), GATE[role]), GATE[role])
    tell("content")
    content = content_digest(review, nonce)
    tell("words")
    words = word_digest(lines(build_report(review, draft=False, today=today)))
    return Prepared(review, judge, role, today, shut, content, words)


def _nobody(_step: str) -> None:
    """Nobody wants to know."""


def _first(shut: Iterable[Result], most: int = 3) -> str:
    """The first few of what is missing, with their requirement."""
    each = [f"{result.places[0].words} ({result.requirement})" for result in shut]
    return " ".join(each[:most])
