"""However a text is made, looking for names in it never fails, and takes twice as long for twice as much."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.names import find_names, unknown

PIECES = (
    "-", "a-", "Anna-", "Anna Smith ", "anna_", "Anna1", "\n", "A", "aB", "A.", "A.B.C.", "a@", "@", "Anna\u00a0",
    "a\u0301", "\u0301", "a\u200b", "deadbeef12 ", "To: ", "To: Anna, ", "Anna;", "R v ", "regards\n", "Mr ", "J. ",
    "/a", "o'", "_", "ab-\n", "s m i t h ", "de la ", "anna ", "anna\n", "> ", "ANNA ", "William Hill ", "mark the ",
    "1", "anna-smith-jones@", "Present: A; B\n", "Anna (", "Child A, ", "\ud800", "\U0001f600", "مرحبا ",
)  # fmt: skip
SOME, LETTERS = 1500, 4000
SLACK, TRIES = 0.05, 5
"""Seconds, and how often: a clock is not exact, and a busy machine is slower at one moment than at another."""


def _seconds(text: str) -> float:
    began = time.process_time()
    unknown.find(text, look=True)
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_find_in_a_line_of_the_same_piece_takes_no_more_than_twice_as_long_for_twice_as_much(piece: str) -> None:
    times = max(SOME, LETTERS // len(piece))
    once = min(_seconds(piece * times) for _ in range(2))
    assert any(_seconds(piece * times * 2) < 3 * once + SLACK for _ in range(TRIES))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40))
def test_find_names_of_anything_gives_spans_in_order_within_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for start, end, *_ in find_names(text):
        assert last <= start < end <= len(text)
        last = end
