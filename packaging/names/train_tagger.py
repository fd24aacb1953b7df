"""Learn resources/names/tagger.json: what each clue to a name counts for.

    python packaging/names/train_tagger.py

Logistic regression, one weight a clue, by stochastic gradient descent with AdaGrad steps. In plain Python: some twenty
seconds. The same passages and the same seed give the same weights.
"""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from own_words import own_words
from passages import passages

from imr_desk.names import unknown
from imr_desk.names.clues import Clues
from imr_desk.names.normalise import read
from imr_desk.names.view import View

ROOT = Path(__file__).parents[2]
TIMES, OWN_TIMES, SEED = 12, 2, 1
ROUNDS, STEP, SHRINK, ENOUGH = 12, 0.25, 1e-3, 0.005
LEAST_SEEN, LEAST_FRAMES, LEAST_WEIGHT = 3, 2, 0.02

Example = tuple[list[str], bool]


def _examples(text: str, spans: Iterable[Mapping[str, int]]) -> Iterator[Example]:
    """The clues of every candidate word, and whether it is part of a name."""
    view = View(read(text))
    rules = unknown.by_rules(view, unknown.NoPerson(view.reading, ()))
    clues = Clues(view, unknown.words_ruled(view, rules))
    for index in clues.candidates():
        word = view.words[index]
        yield clues.of(index), any(span["start"] < word.end and word.start < span["end"] for span in spans)


def gathered() -> list[tuple[str, Example]]:
    """All examples, each with the frame it comes from."""
    found: list[tuple[str, Example]] = []
    for one in passages("learn", TIMES, SEED):
        found += [(str(one["frame"]), example) for example in _examples(str(one["text"]), one["spans"])]  # type: ignore[arg-type]
    for text in own_words():
        found += [(text, example) for example in _examples(text, ())] * OWN_TIMES
    return found


def _kept(examples: list[tuple[str, Example]]) -> set[str]:
    """Clues met often enough, in more than one frame."""
    seen: Counter[str] = Counter()
    frames: defaultdict[str, set[str]] = defaultdict(set)
    for frame, (clues, _) in examples:
        for clue in clues:
            seen[clue] += 1
            if len(frames[clue]) < LEAST_FRAMES:
                frames[clue].add(frame)
    return {clue for clue, n in seen.items() if n >= LEAST_SEEN and len(frames[clue]) >= LEAST_FRAMES}


def learnt(examples: list[tuple[str, Example]]) -> dict[str, float]:
    """The weights, without those that count for next to nothing."""
    kept = _kept(examples)
    known = [([clue for clue in clues if clue in kept], is_name) for _, (clues, is_name) in examples]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-2)
    chance = random.Random(SEED)  # noqa: S311 (nothing secret)
    for _ in range(ROUNDS):
        chance.shuffle(known)
        for clues, is_name in known:
            score = sum(weights[clue] for clue in clues)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - is_name
            if abs(error) < ENOUGH:
                continue
            for clue in clues:
                slope = error + SHRINK * weights[clue]
                squares[clue] += slope * slope
                weights[clue] -= STEP * slope / math.sqrt(squares[clue])
    return {clue: round(weight, 3) for clue, weight in sorted(weights.items()) if abs(weight) > LEAST_WEIGHT}


if __name__ == "__main__":
    lines = (f"{json.dumps(clue, ensure_ascii=False)}: {weight}" for clue, weight in learnt(gathered()).items())
    target = ROOT / "resources" / "names" / "tagger.json"
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
