"""Where a file read back differs from what was signed: each paragraph or cell, with the words of both."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, zip_longest
from typing import NamedTuple

from imr_desk.export.places import places_in_words
from imr_desk.export.report import Report
from imr_desk.export.words import Line

MOST = 200
_SMALL = 400  # units on each side that are compared each with each; more, without one in common, are one change

_Gap = tuple[int, int, int, int]
_Unit = tuple[Line, ...]


class Difference(NamedTuple):
    """A paragraph or cell that differs. ``expected`` is empty for words put in, ``found`` for words taken out.

    Both are empty for a row without words.

    ``where`` is for people: ``Annex A Full chronology: Table 5, row E07, column ‘Comment’``.
    """

    block: str
    expected: str
    found: str
    where: str


def differences(
    expected: Sequence[Line], found: Sequence[Line], report: Report | None = None
) -> tuple[Difference, ...]:
    """What differs, in order, the first ``MOST`` of it; nothing where the words are the same.

    With the ``report`` that ``expected`` comes from, ``where`` names table, row, column or paragraph number; without
    it only the block and the count of the line in it.
    """
    if expected == found:
        return ()
    pairs = list(islice(_pairs(expected, found), MOST))
    where = places_in_words(expected, [at for at, _, _ in pairs], report)
    return tuple(
        Difference((wanted or got or _NONE).block, wanted.text if wanted else "", got.text if got else "", place)
        for (_, wanted, got), place in zip(pairs, where, strict=True)
    )


_NONE = Line("", "")


def _pairs(expected: Sequence[Line], found: Sequence[Line]) -> Iterator[tuple[int, Line | None, Line | None]]:
    """The lines that differ, side by side; the number is the place in ``expected``, or where the line was put in."""
    units, others = _units(expected), _units(found)
    at, at_other = _starts(units), _starts(others)
    for start, end, other, other_end in _gaps(units, others):
        gap = _trimmed(expected, found, (at[start], at[end], at_other[other], at_other[other_end]))
        sides = list(_side_by_side(expected, found, gap))
        said = [side for side in sides if any(line and line.text for line in side[1:])]
        yield from said or sides[:1]  # an empty cell put in or taken out is told only where nothing else is


def _side_by_side(
    expected: Sequence[Line], found: Sequence[Line], gap: _Gap
) -> Iterator[tuple[int, Line | None, Line | None]]:
    start, end, other, other_end = gap
    for at, (wanted, got) in enumerate(zip_longest(expected[start:end], found[other:other_end]), start):
        if wanted != got:
            yield min(at, max(end - 1, start)), wanted, got


def _units(lines: Sequence[Line]) -> list[_Unit]:
    """Each line with the empty cells after it: an empty one by itself holds nothing together."""
    units: list[_Unit] = []
    held: list[Line] = []
    for line in lines:
        if line.text and held:
            units.append(tuple(held))
            held = []
        held.append(line)
    return [*units, tuple(held)] if held else units


def _starts(units: Sequence[_Unit]) -> list[int]:
    """The place of the first line of each unit, and the end of the last."""
    return list(accumulate((len(unit) for unit in units), initial=0))


def _gaps(expected: Sequence[_Unit], found: Sequence[_Unit]) -> Iterator[_Gap]:
    """The stretches that differ, in order.

    Units that occur once on both sides hold the two together; this stays quick for a chronology of 20,000 rows, in
    which the same short answers occur thousands of times.
    """
    waiting: list[_Gap] = [(0, len(expected), 0, len(found))]
    while waiting:
        start, end, other, other_end = _trimmed(expected, found, waiting.pop())
        if start == end or other == other_end:
            if (start, other) != (end, other_end):
                yield start, end, other, other_end
            continue
        common = _held_together(expected[start:end], found[other:other_end])
        if common:
            ends = [*((start + i, other + j) for i, j in common), (end, other_end)]
            starts = [(start, other), *((i + 1, j + 1) for i, j in ends[:-1])]
            waiting.extend((i, k, j, m) for (i, j), (k, m) in reversed(list(zip(starts, ends, strict=True))))
        else:
            yield from _small_gaps(expected, found, (start, end, other, other_end))


def _trimmed(expected: Sequence[object], found: Sequence[object], gap: _Gap) -> _Gap:
    """The stretch without what is the same at its beginning and end."""
    start, end, other, other_end = gap
    while start < end and other < other_end and expected[start] == found[other]:
        start, other = start + 1, other + 1
    while start < end and other < other_end and expected[end - 1] == found[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return start, end, other, other_end


def _held_together(expected: Sequence[_Unit], found: Sequence[_Unit]) -> list[tuple[int, int]]:
    """The longest run, in the same order on both sides, of units that occur once on each side."""
    once, other_once = Counter(expected), Counter(found)
    at_other = {unit: at for at, unit in enumerate(found) if other_once[unit] == 1}
    shared = [(at, at_other[unit]) for at, unit in enumerate(expected) if once[unit] == 1 and unit in at_other]
    ends: list[int] = []  # the smallest end of a rising run of each length
    which: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(shared):
        length = bisect_left(ends, other)
        ends[length : length + 1] = [other]
        which[length : length + 1] = [index]
        before.append(which[length - 1] if length else -1)
    run: list[tuple[int, int]] = []
    index = which[-1] if which else -1
    while index >= 0:
        run.append(shared[index])
        index = before[index]
    return run[::-1]


def _small_gaps(expected: Sequence[_Unit], found: Sequence[_Unit], gap: _Gap) -> Iterator[_Gap]:
    start, end, other, other_end = gap
    if max(end - start, other_end - other) > _SMALL:
        yield gap
        return
    matcher = difflib.SequenceMatcher(None, expected[start:end], found[other:other_end], autojunk=False)
    for kind, i, k, j, m in matcher.get_opcodes():
        if kind != "equal":
            yield start + i, start + k, other + j, other + m
