"""The lines of a text: how long each is, how much of it is written with capitals, and its labels."""

from __future__ import annotations

from bisect import bisect_left

from imr_desk.names.normalise import Joint
from imr_desk.names.view import Kind, View

_STEPS = (1, 2, 3, 5, 8, 14)
"""Numbers of words between which lines are told apart."""
_LONG = 3
CELL_END = "\x1e"
"""What stands between the cells of a row that is read as one text."""


class Lines:
    """What the line says in which a word stands; each line is looked at once, when it is first asked for."""

    def __init__(self, view: View) -> None:
        """Nothing is looked at yet."""
        self._view = view
        self._kinds: dict[int, str] = {}
        self._labels: dict[int, str] = {}

    def kind(self, index: int) -> str:
        """How many words the line of a word has, as a step, and how many of them begin with a capital, 0 to 3."""
        found = self._kinds.get(index)
        if found is None:
            self._read(index)
            found = self._kinds[index]
        return found

    def is_small(self, index: int) -> bool:
        """Whether no word of the line begins with a capital."""
        return self.kind(index)[1] == "0"

    def label(self, index: int) -> str:
        """The word before the last colon on the line, for what stands after it: ``present`` in ``Present: A, B``."""
        self.kind(index)
        return self._labels.get(index, "")

    def _read(self, index: int) -> None:
        """Look at the line of a word."""
        words = self._view.words
        first, last = index, index + 1
        while first and not self._ends_line(first):
            first -= 1
        while last < len(words) and not self._ends_line(last):
            last += 1
        kind, label = self._of(first, last), ""
        for place in range(first, last):
            self._kinds[place] = kind
            if place > first and words[place].joint is Joint.COLON:
                label = words[place - 1].word
            if label:
                self._labels[place] = label

    def _ends_line(self, index: int) -> bool:
        """Whether a line ends before a word."""
        words = self._view.words
        if words[index].joint is Joint.SPACE:
            return False
        gap = self._view.text[words[index - 1].end : words[index].start]
        return "\n" in gap or CELL_END in gap

    def _of(self, first: int, last: int) -> str:
        """The kind of the line of the words ``first`` up to ``last``."""
        long_words = long_capitals = capitals = 0
        for word, kind in zip(self._view.words[first:last], self._view.kinds[first:last], strict=True):
            is_long, is_capital = len(word.word) > _LONG, kind is not Kind.PLAIN
            long_words += is_long
            capitals += is_capital
            long_capitals += is_long and is_capital
        share = 3 if long_capitals == long_words else 2 if 2 * long_capitals >= long_words else 1
        return f"{bisect_left(_STEPS, last - first)}{share if capitals else 0}"
