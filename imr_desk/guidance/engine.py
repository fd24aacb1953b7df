"""Runs the checks. `Checker` for a review that is being written; `run` for one look at one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import chain

from imr_desk.guidance import checks
from imr_desk.guidance.asked import ONLY_WARN, exemptions, is_asked
from imr_desk.guidance.declare import rules
from imr_desk.guidance.facts import Facts, Place, Result
from imr_desk.guidance.gates import GATES
from imr_desk.guidance.memos import memo_of

__all__ = ["Checker", "checks", "run"]


class Checker:
    """Keeps what each check answered, so that a refresh after one edit redoes only what that edit touched.

    It may be given any review at any time; the more it shares with the one before, the less is done. A result that has
    not changed is the same object as before.
    """

    def __init__(self, only: Collection[str] | None = None) -> None:
        """`only` names the requirements to look at; None means all of them."""
        wanted = sorted({rule.requirement for rule in rules()} if only is None else set(only))
        self._lines = tuple(_Line(requirement) for requirement in wanted)

    def refresh(self, facts: Facts, breathe: Callable[[], None] | None = None) -> tuple[Result, ...]:
        """The results for these facts, in the order of the requirements' numbers. `breathe` is called between them."""
        reasons = exemptions(facts.review)
        results = []
        for line in self._lines:
            results.append(line.refresh(facts, reasons.get(line.requirement, "")))
            if breathe is not None:
                breathe()
        return tuple(results)


class _Line:
    """One requirement with its checks and its last result."""

    def __init__(self, requirement: str) -> None:
        self.requirement = requirement
        self._memos = tuple(memo_of(rule) for rule in rules() if rule.requirement == requirement)
        if not self._memos:
            raise KeyError(requirement)
        self._parts: list[tuple[Place, ...]] = []
        self._result = Result(requirement, False, "", ())

    def refresh(self, facts: Facts, reason: str) -> Result:
        """What is not asked is not looked at."""
        applies = is_asked(self.requirement, facts.review)
        parts = [memo.places(facts) for memo in self._memos] if applies else []
        same = len(parts) == len(self._parts) and all(a is b for a, b in zip(parts, self._parts, strict=True))
        if not same or (applies, reason) != (self._result.applies, self._result.exempted_reason):
            self._parts = parts
            places = tuple(chain.from_iterable(parts))
            self._result = Result(self.requirement, applies, reason, places, self.requirement in ONLY_WARN)
        return self._result


def run(facts: Facts, gate: str | None = None, only: Collection[str] | None = None) -> tuple[Result, ...]:
    """The results of all checks, of those of one gate ("G1" to "G5"), of those named, or of those in both.

    KeyError for a gate or a requirement that does not exist.
    """
    wanted = only if gate is None else [each for each in GATES[gate].requirements if only is None or each in only]
    return Checker(wanted).refresh(facts)
