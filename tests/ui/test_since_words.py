"""The counts in ‘Since you were last here’ add up to the number of changes that is said first."""

from __future__ import annotations

import datetime as dt

from imr_desk.jobs.last_visit import Edits, LastVisit
from imr_desk.review.review import Review
from ui.since_words import since_words

NONE = Edits(0, (), None)


def said(count: int, *stages: tuple[int, int]) -> str:
    visit = LastVisit(dt.date(2014, 12, 5), Edits(count, stages, None), NONE, 0, ())
    return since_words(visit, Review.of(()))[1]


def test_since_words_changes_in_further_stages_are_counted() -> None:
    words = said(12, (1, 5), (4, 3), (5, 2), (6, 1), (7, 1))
    assert words.startswith("That day 12 changes were made: 5 in ‘The review’, 3 in ‘Chronology’, 2 in ‘Interviews’, ")
    assert words.endswith(", 2 elsewhere.")


def test_since_words_changes_of_no_stage_are_counted_too() -> None:
    assert said(3, (4, 2)) == "That day 3 changes were made: 2 in ‘Chronology’, 1 elsewhere."


def test_since_words_all_in_no_stage_says_only_how_many() -> None:
    assert said(2) == "That day 2 changes were made."
