"""Which words of a text are part of a name: every clue has a weight, and their sum decides.

The weights stand in ``resources/names/tagger.json``; the script that learnt them, and the made-up passages it learnt
from, are in ``packaging/names``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from imr_desk.names.clues import Clues
from imr_desk.names.view import View


def _score(probability: float) -> float:
    return math.log(probability / (1 - probability))


SURE, WORTH_A_LOOK = _score(0.27), _score(0.025)
"""From which score on a word is marked as a name, and from which it is worth a look."""
BESIDE_A_NAME = _score(0.1)
"""From which score on a word belongs to the name beside it."""
NO_NAME, NO_FIRST_NAME = _score(0.27), _score(0.15)
"""Below this score no rule makes a name of a word, nor of a first name that is hardly anything else."""


@cache
def weights() -> Mapping[str, float]:
    """What each clue counts for, read at the first use."""
    found: Mapping[str, float] = json.loads(
        (resources.files("resources") / "names" / "tagger.json").read_text(encoding="utf-8")
    )
    return found


_seen: dict[tuple[object, ...], float] = {}
"""The score of what was seen before, since most of a text is looked at again and again while it is written."""
_MOST_SEEN = 1 << 13


def scores(view: View, ruled: Mapping[int, str]) -> dict[int, float]:
    """The score of each word worth a look, by its place among the words, in order. ``ruled`` as in `Clues`."""
    weight, clues = weights().get, Clues(view, ruled)
    found = {}
    for index in clues.candidates():
        sight = clues.sight(index)
        score = _seen.get(sight)
        if score is None:
            if len(_seen) >= _MOST_SEEN:
                _seen.clear()
            score = _seen[sight] = sum([weight(clue, 0.0) for clue in clues.near(index)])
        found[index] = score + sum([weight(clue, 0.0) for clue in clues.elsewhere(index)])
    return found


def forget() -> None:
    """Empty what was seen before."""
    _seen.clear()
