"""A long text as stretches that are read one by one: a paragraph, or a few sentences of a very long one.

Each is read with a little of what stands round it, because what a word means depends on its neighbours. Most typing
changes one stretch and the surroundings of two, so the others need not be read again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

WHOLE = 600
"""Characters up to which a text, or a paragraph, is one stretch."""
LEAST = 240
"""A stretch of a long paragraph ends with the first sentence after so many characters."""
BEFORE, AFTER = 160, 80
"""How much of the surroundings is read as well."""
_SENTENCE_END = re.compile(r"[.!?]['\u2019\u201d)]?\s+")


class Stretch(NamedTuple):
    """`text` begins at `start` of the whole text (code points); `before` and `after` are what stands round it."""

    start: int
    before: str
    text: str
    after: str

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Stretch({self.start})"


def stretches(text: str, begin: int = 0) -> Iterator[Stretch]:
    """The stretches of a text in order; blank ones are left out. `begin`: from where one of them begins."""
    if len(text) <= WHOLE:
        if text.strip():
            yield Stretch(0, "", text, "")
        return
    for start, end in _places(text, begin):
        if not text[start:end].isspace():
            yield Stretch(start, _lead(text, start), text[start:end], _tail(text, end))


class Kept(NamedTuple):
    """What an edit left as it was: the first so many stretches, and the last, which now begin `by` further on.

    `begin` is where reading goes on after the first; at one of `ends` it comes to the last.
    """

    first: int
    begin: int
    ends: Mapping[int, int]
    by: int


def kept(text: str, starts: Sequence[tuple[int, int]], before: str) -> Kept:
    """Which stretches of a text `before`, by where they begin and end, are in `text` with all that stands round them.

    `ends` gives for the place in `text` at which the rest is as before the number of the first stretch that is.
    """
    if min(len(text), len(before)) <= WHOLE:
        return Kept(0, 0, {}, 0)
    same = _same_start(text, before)
    after = min(_same_start(text[::-1], before[::-1]), min(len(text), len(before)) - same)
    by = len(text) - len(before)
    first = bisect_right(starts, (same - WHOLE - AFTER - 2, 0))  # where one ends is told from no more than this
    later = bisect_left(starts, (len(before) - after + BEFORE + 1, 0))
    ends = {start + by: at for at, (start, _) in enumerate(starts[later:], later)}
    return Kept(first, starts[first - 1][1] if first else 0, ends, by)


def _same_start(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _places(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the stretches begin and end."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        if end - start <= WHOLE:
            yield start, end
        else:
            yield from _of_paragraph(text, start, end)
        start = end


def _of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a long paragraph: at the end of a sentence, else between words."""
    while end - start > WHOLE:
        found = _SENTENCE_END.search(text, start + LEAST, start + WHOLE)
        stop = found.end() if found else text.rfind(" ", start + LEAST, start + WHOLE) + 1 or start + WHOLE
        yield start, stop
        start = stop
    if start < end:
        yield start, end


def _lead(text: str, start: int) -> str:
    """What stands before, from the beginning of a word."""
    begin = max(0, start - BEFORE)
    while 0 < begin < start and not text[begin - 1].isspace():
        begin += 1
    return text[begin:start]


def _tail(text: str, end: int) -> str:
    """What stands after, up to the end of a word."""
    stop = min(len(text), end + AFTER)
    while end < stop < len(text) and not text[stop].isspace():
        stop -= 1
    return text[end:stop]
