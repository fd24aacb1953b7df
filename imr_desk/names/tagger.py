"""Which words of a text are part of a name: every clue has a weight, and their sum decides.

The weights stand in ``resources/names/tagger.json``; the script that learnt them, and the made-up passages it learnt
from, are in ``packaging/names``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from imr_desk.names.clues import Clues
from imr_desk.names.view import View

SURE, WORTH_A_LOOK = 0.3, 0.02
"""From which probability on a word is marked as a name, and from which it is worth a look."""


class Tagged(NamedTuple):
    """A word, by its place among the words of the text, and whether it is sure enough to be marked as a name."""

    word: int
    sure: bool


@cache
def weights() -> Mapping[str, float]:
    """What each clue counts for, read at the first use."""
    found: Mapping[str, float] = json.loads(
        (resources.files("resources") / "names" / "tagger.json").read_text(encoding="utf-8")
    )
    return found


def tag(view: View, ruled: Mapping[int, str]) -> Iterator[Tagged]:
    """The words that are, or may be, part of a name, in order. ``ruled`` as in `Clues`."""
    weight = weights().get
    sure, look = _logit(SURE), _logit(WORTH_A_LOOK)
    clues = Clues(view, ruled)
    for index in clues.candidates():
        score = sum([weight(clue, 0.0) for clue in clues.of(index)])
        if score > look:
            yield Tagged(index, score > sure)


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))
