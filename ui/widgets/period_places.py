"""Where each thing of the picture of the whole period lies: plain numbers, since a long chronology has thousands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from PySide6.QtCore import QRectF

from ui.widgets.period_rows import Stop


class Parts(NamedTuple):
    """Where the things of a row begin and end in the whole: 0 to 1. They stay the same whatever the width."""

    firsts: Sequence[float]
    lasts: Sequence[float]

    @classmethod
    def of(cls, stops: Sequence[Stop], part: Callable[[dt.date], float]) -> Parts:
        """Of things, by where a day lies in the whole."""
        return cls([part(each.first) for each in stops], [part(each.last) for each in stops])


class Places(NamedTuple):
    """The boxes of one row, in pixels, in the order of its things."""

    lefts: Sequence[float]
    rights: Sequence[float]
    tops: Sequence[float]
    foot: float

    def box(self, at: int) -> QRectF:
        """The box of one thing."""
        return QRectF(self.lefts[at], self.tops[at], self.rights[at] - self.lefts[at], self.foot - self.tops[at])

    def boxes(self) -> list[QRectF]:
        """The box of each."""
        return [self.box(at) for at in range(len(self.lefts))]

    def over(self, x: float, y: float, least: float) -> Iterator[int]:
        """Which of them lie at a point, or no farther from it than `least`."""
        if y > self.foot + least:
            return
        for at, (left, right, top) in enumerate(zip(self.lefts, self.rights, self.tops, strict=True)):
            if left - least <= x <= right + least and y >= top - least:
                yield at

    def joined(self) -> Iterator[QRectF]:
        """Boxes that lie over each other as one."""
        if not self.lefts:
            return
        top, high = self.tops[0], self.foot - self.tops[0]
        begun, end = self.lefts[0], self.rights[0]
        for left, right in zip(self.lefts, self.rights, strict=True):
            if left < end - high / 2:
                end = max(end, right)
            else:
                yield QRectF(begun, top, end - begun, high)
                begun, end = left, right
        yield QRectF(begun, top, end - begun, high)


def dots(parts: Parts, left: float, wide: float, middle: float, dot: float) -> Places:
    """A row of dots and lines on one height."""
    lefts = [left + part * wide - dot for part in parts.firsts]
    rights = [left + part * wide + dot for part in parts.lasts]
    return Places(lefts, rights, list(repeat(middle - dot, len(lefts))), middle + dot)
