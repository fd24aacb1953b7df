"""Names nobody registered, in passages that the tagger did not learn from: the figures that have to be held.

`packaging/names/README.md` says how the passages were made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from imr_desk.names import unknown

HERE = Path(__file__).parent
HARD = ("ambiguous", "place_like")


class Score(NamedTuple):
    """Shares of names with every letter covered, of all and of those made of everyday words and places; per 1,000
    words the marks on no name, in all passages and in everyday prose."""

    covered: float
    covered_hard: float
    false: float
    false_plain: float


EASIER, HARDER, LATEST = "kept_aside", "kept_aside_2", "kept_aside_3"
"""The second set has more of what is hard: user names, short lists, words and places that people bear. In the third
nearly half of its passages name nobody and were made to be mistaken."""


@cache
def passages(which: str) -> tuple[dict[str, object], ...]:
    """The passages kept aside."""
    lines = (HERE / f"{which}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def is_covered(text: str, start: int, end: int, marked: set[int]) -> bool:
    """Whether each letter and digit of a name is marked."""
    return all(place in marked for place in range(start, end) if text[place].isalnum())


def share(found: Iterable[bool]) -> float:
    """The share of what is true."""
    each = list(found)
    return sum(each) / len(each)


@cache
def score(which: str = EASIER, look: bool = False) -> Score:
    """What the guard finds in all of them."""
    covered, hard, false, plain, words, plain_words = [], [], 0, 0, 0, 0
    for one in passages(which):
        text, spans = str(one["text"]), one["spans"]
        hits = unknown.find(text, look=look)
        marked = {place for hit in hits for place in range(hit.start, hit.end)}
        for span in spans:  # type: ignore[attr-defined]
            whole = is_covered(text, span["start"], span["end"], marked)
            covered.append(whole)
            hard += [whole] if span["origin"] in HARD else []
        wrong = sum(all(s["end"] <= hit.start or s["start"] >= hit.end for s in spans) for hit in hits)  # type: ignore[attr-defined]
        everyday, length = one["kind"] == "neg_plain", len(text.split())
        false, words = false + wrong, words + length
        plain, plain_words = plain + wrong * everyday, plain_words + length * everyday
    return Score(share(covered), share(hard), 1000 * false / words, 1000 * plain / plain_words)


def test_unknown_names_are_covered_as_often_as_is_promised() -> None:
    assert score().covered >= 0.98
    assert score(HARDER).covered >= 0.955
    assert score(LATEST).covered >= 0.975


def test_names_of_everyday_words_and_places_are_covered_as_often_as_is_promised() -> None:
    assert score().covered_hard >= 0.93
    assert score(HARDER).covered_hard >= 0.92
    assert score(LATEST).covered_hard >= 0.93


def test_false_alarms_stay_few_enough_to_be_read() -> None:
    assert score().false <= 1
    assert score(HARDER).false <= 8
    assert score(LATEST).false <= 8
    assert score().false_plain <= 1
    assert score(HARDER).false_plain <= 1


def test_what_is_worth_a_look_leaves_next_to_nothing_out() -> None:
    assert score(look=True).covered >= 0.985
    assert score(look=True).false <= 25
    assert score(HARDER, look=True).covered >= 0.97
    assert score(HARDER, look=True).false <= 25


def test_sentences_kept_aside_are_not_among_those_learnt_from() -> None:
    folder = HERE.parents[1] / "packaging" / "names"
    learn, aside = (
        {
            line.partition("|")[2]
            for path in folder.glob(f"frames_{name}*.txt")
            for line in path.read_text(encoding="utf-8").splitlines()
        }
        for name in ("learn", "aside")
    )
    assert len(aside) > 200
    assert learn & aside <= {""}
