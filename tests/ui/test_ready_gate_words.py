"""A gate in words: what can be done now and what was done are told apart."""

from __future__ import annotations

import datetime as dt

from factories import signed_review

from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, NamesSeen
from ui.pages.ready_words import gate_lines


def test_gate_of_a_signature_that_was_given_is_done_and_not_open() -> None:
    review = signed_review()
    results = run(Facts(review, NamesSeen(readable=True), dt.date(2025, 1, 10)))
    said = {line.gate: line.words for line in gate_lines(review, results)}
    assert (said["G1"], said["G2"], said["G3"]) == ("Open", "Done", "Done")
