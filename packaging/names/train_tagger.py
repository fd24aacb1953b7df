"""Learn resources/names/tagger.json: what each clue to a name counts for.

    python packaging/names/train_tagger.py

Logistic regression with one weight a clue, kept small by their squares; L-BFGS finds the one best answer, so that the
same passages give the same weights. Some five minutes.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy
from own_words import own_words
from passages import passages
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from imr_desk.names import unknown
from imr_desk.names.clues import Clues
from imr_desk.names.normalise import read
from imr_desk.names.view import View

ROOT = Path(__file__).parents[2]
TIMES, COUNTS, OWN_COUNTS, SEED = 40, 0.4, 10.0, 1
MORE_HEED, HEEDED_FROM = 8.0, math.log(0.3 / 0.7) - 0.7
SPREAD, ROUNDS, MEMORY = 0.4, 150, 8
LEAST_SEEN, LEAST_FRAMES, LEAST_WEIGHT = 6, 2, 0.05
_LARGEST = 50


class Example:
    """The clues of one word, whether it is part of a name, which frame it comes from, and for how many it counts."""

    __slots__ = ("clues", "counts", "frame", "is_name")

    def __init__(self, clues: list[str], is_name: bool, frame: str, counts: float) -> None:
        """Keep what is told."""
        self.clues, self.is_name, self.frame, self.counts = clues, is_name, frame, counts


def _examples(text: str, spans: Iterable[Mapping[str, int]], frame: str, counts: float) -> Iterator[Example]:
    """Every word of a text that the tagger will be asked about."""
    view = View(read(text))
    rules = unknown.by_rules(view, unknown.NoPerson(view.reading, ()))
    clues = Clues(view, unknown.words_ruled(view, rules))
    for index in clues.candidates():
        word = view.words[index]
        is_name = any(span["start"] < word.end and word.start < span["end"] for span in spans)
        yield Example(clues.of(index), is_name, frame, counts)


def gathered() -> list[Example]:
    """All examples: made-up passages, and the program's own words, in which nobody is named."""
    found: list[Example] = []
    for one in passages("learn", TIMES, SEED):
        found += _examples(str(one["text"]), one["spans"], str(one["frame"]), COUNTS)  # type: ignore[arg-type]
    for text in own_words():
        found += _examples(text, (), text, OWN_COUNTS)
    return found


def _kept(examples: list[Example]) -> dict[str, int]:
    """Clues met often enough, in more than one frame, each with a number."""
    seen: Counter[str] = Counter()
    frames: defaultdict[str, set[str]] = defaultdict(set)
    for one in examples:
        seen.update(one.clues)
        for clue in one.clues:
            if len(frames[clue]) < LEAST_FRAMES:
                frames[clue].add(one.frame)
    kept = [clue for clue, n in seen.items() if n >= LEAST_SEEN and len(frames[clue]) >= LEAST_FRAMES]
    return {clue: number for number, clue in enumerate(sorted(kept))}


def learnt(examples: list[Example]) -> dict[str, float]:
    """The weights, learnt again with more heed to the program's own words that were taken for names the first time."""
    weights = _fitted(examples)
    for one in examples:
        if one.counts > 1 and sum(weights.get(clue, 0.0) for clue in one.clues) > HEEDED_FROM:
            one.counts *= MORE_HEED
    return _fitted(examples)


def _fitted(examples: list[Example]) -> dict[str, float]:
    """The weights, without those that count for next to nothing."""
    kept = _kept(examples)
    places: list[int] = []
    ends = [0]
    for one in examples:
        places += [kept[clue] for clue in one.clues if clue in kept]
        ends.append(len(places))
    met = csr_matrix((numpy.ones(len(places)), numpy.array(places), numpy.array(ends)), (len(examples), len(kept)))
    sides = numpy.array([1.0 if one.is_name else -1.0 for one in examples])
    counts = numpy.array([one.counts for one in examples])
    turned = met.T.tocsr()

    def loss(weights: numpy.ndarray) -> tuple[float, numpy.ndarray]:
        margins = sides * (met @ weights)
        wrong = 1 / (1 + numpy.exp(numpy.clip(margins, -_LARGEST, _LARGEST)))
        total = (counts * numpy.logaddexp(0, -margins)).sum() + weights @ weights / (2 * SPREAD)
        return float(total), weights / SPREAD - turned @ (counts * sides * wrong)

    found = minimize(
        loss, numpy.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": MEMORY}
    )
    weights = ((clue, round(float(found.x[number]), 2)) for clue, number in kept.items())
    return {clue: weight for clue, weight in weights if abs(weight) > LEAST_WEIGHT}


if __name__ == "__main__":
    lines = (f"{json.dumps(clue, ensure_ascii=False)}:{weight}" for clue, weight in learnt(gathered()).items())
    target = ROOT / "resources" / "names" / "tagger.json"
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
