"""What is spoken of around a word, a few words before and after: places, firms and things, first names.

Where two towns and a road are told of, the next capital is a town too; where people are, it is somebody.
"""

from __future__ import annotations

from itertools import accumulate

from imr_desk.names.company import sort_of
from imr_desk.names.lists import shared_words
from imr_desk.names.view import Kind, View

_FAR = 8
"""So many words on each side count."""
_DIGITS = "01" + "2" * (2 * _FAR)
"""A number as a digit; more than two are two."""
_PLACES = frozenset("pqc")
NOTHING = ""


class About:
    """Counts what sorts of words stand around each word of a text."""

    def __init__(self, view: View) -> None:
        """Look at every capital once."""
        shared, words = shared_words(), zip(view.words, view.kinds, strict=True)
        sorts = ["" if kind is Kind.PLAIN else sort_of(word.word, kind) for word, kind in words]
        known = [
            sort == "k" or (sort != "" and word.word in shared) for sort, word in zip(sorts, view.words, strict=True)
        ]
        self._length = len(sorts)
        self._places = [0, *accumulate([sort in _PLACES for sort in sorts])]
        self._known = [0, *accumulate(known)]
        self._people = [0, *accumulate([sort == "f" for sort in sorts])]
        self._last = -1, NOTHING

    def of(self, index: int) -> str:
        """How many places, known things and first names stand around a word, each counted up to two, as three digits.

        The last that was asked about is remembered.
        """
        if self._last[0] != index:
            first, end = max(0, index - _FAR), min(self._length, index + _FAR + 1)
            counts = [
                sums[end] - sums[first] - sums[index + 1] + sums[index]
                for sums in (self._places, self._known, self._people)
            ]
            self._last = index, _DIGITS[counts[0]] + _DIGITS[counts[1]] + _DIGITS[counts[2]]
        return self._last[1]


def about_clues(counts: str, sort: str, shape: str) -> list[str]:
    """The clues of what is spoken of around a word of that sort and shape."""
    hangs = f"{sort}{shape}"
    return [f"zP{counts[0]}{hangs}", f"zK{counts[1]}{hangs}", f"zF{counts[2]}{hangs}", f"z{counts[0]}{counts[2]}{sort}"]
