"""A name with two letters wrong: what is kept of it to know it again, and when two words are as close as that.

The register keeps hashes of a name without any two of its letters, as it does without one. Two words with two letters
wrong, too many, too few or changed over have such a rest in common, and the letters left out stand at about the same
places. It is a likeness, not a proof: what is found so is called ‘perhaps’.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

SHORTEST = 5
LONGEST = 14
_BASE = 64
"""More than any place of a single letter; a pair of places is kept as one number above it."""
_DRIFT = 1


def pairs(word: str) -> Iterator[tuple[int, str]]:
    """The word without two of its letters, each result once, with the two places as one number.

    Nothing for words too short or too long.
    """
    if not SHORTEST - 1 <= len(word) <= LONGEST + 2:
        return
    seen = set()
    for first, second in combinations(range(len(word)), 2):
        rest = word[:first] + word[first + 1 : second] + word[second + 1 :]
        if rest not in seen:
            seen.add(rest)
            yield _BASE + first * _BASE + second, rest


def is_pair(place: int) -> bool:
    """Whether the place of a row stands for two letters."""
    return place >= _BASE


def _places(pair: int) -> tuple[int, int]:
    return divmod(pair - _BASE, _BASE)


def same_two(pair: int, other: int) -> bool:
    """Whether two pairs of places, of words equally long, are about the same."""
    return all(abs(a - b) <= _DRIFT for a, b in zip(_places(pair), _places(other), strict=True))


def holds_one(pair: int, place: int) -> bool:
    """Whether one of a pair of places is about that of a single letter in a word one letter shorter or longer."""
    first, second = _places(pair)
    return abs(first - place) <= _DRIFT or abs(second - 1 - place) <= _DRIFT
