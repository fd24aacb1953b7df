"""How one list of rows came from another, where one row came, went, or moved: so that a view need not begin again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

R = TypeVar("R")
NOWHERE = -1


@dataclass(frozen=True)
class RowStep:
    """First the row at `removed` goes, then one comes to `inserted`; either may be NOWHERE."""

    removed: int = NOWHERE
    inserted: int = NOWHERE


def step_between(before: Sequence[R], after: Sequence[R], key: Callable[[R], str]) -> RowStep | None:
    """The one step from `before` to `after`, told by the keys of the rows; None where it takes more than one."""

    def same(old: Sequence[R], new: Sequence[R]) -> bool:
        return len(old) == len(new) and all(a is b or key(a) == key(b) for a, b in zip(old, new, strict=True))

    start = _common(before, after, key)
    if len(after) == len(before) + 1 and same(before[start:], after[start + 1 :]):
        return RowStep(inserted=start)
    if len(after) == len(before) - 1 and same(before[start + 1 :], after[start:]):
        return RowStep(removed=start)
    if len(after) != len(before):
        return None
    if start == len(before):
        return RowStep()
    end = len(before) - _common(before[::-1], after[::-1], key)
    if same(before[start + 1 : end], after[start : end - 1]) and key(before[start]) == key(after[end - 1]):
        return RowStep(start, end - 1)
    if same(before[start : end - 1], after[start + 1 : end]) and key(before[end - 1]) == key(after[start]):
        return RowStep(end - 1, start)
    return None


def _common(one: Sequence[R], other: Sequence[R], key: Callable[[R], str]) -> int:
    """How many rows at the beginning are the same ones."""
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a is not b and key(a) != key(b):
            return at
    return min(len(one), len(other))
