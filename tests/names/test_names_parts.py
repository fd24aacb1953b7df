"""The table of how many people bear a word as a name, and what is marked with a name that was found in part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names import unknown
from imr_desk.names.parts import NONE, parts_of


def test_common_surname_is_borne_by_more_people_than_a_rare_one() -> None:
    assert parts_of("smith").last > parts_of("postlethwaite").last > 0


def test_first_name_surname_and_place_are_told_apart() -> None:
    assert parts_of("margaret").first > parts_of("margaret").last
    assert parts_of("birmingham").place == 3
    assert parts_of("smith").place == 0


@pytest.mark.parametrize("word", ["", "evidential", "qqzzx", "\ud800"])
def test_word_of_no_list_is_borne_by_nobody(word: str) -> None:
    assert parts_of(word) == NONE


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("V. Throstlewick signed it.", "V. Throstlewick"),
        ("Sent by dana.throstlewick@example.org on Monday.", "dana.throstlewick"),
        ("See annabel-windsor.pdf on the disc.", "annabel-windsor"),
        ("The lawyer was Dana van Throstlewick.", "Dana van Throstlewick"),
    ],
)
def test_name_found_in_part_is_marked_whole(text: str, whole: str) -> None:
    start = text.index(whole)
    marked = {place for hit in unknown.find(text) for place in range(hit.start, hit.end)}
    assert all(place in marked for place in range(start, start + len(whole)) if text[place].isalnum())


@pytest.mark.parametrize("text", ["She speaks English.", "The fontTable was missing.", "England", "Female"])
def test_languages_and_words_of_programs_are_no_names(text: str) -> None:
    assert unknown.find(text) == ()


@given(st.binary(min_size=4, max_size=64))
def test_digests_hold_no_name(digest: bytes) -> None:
    assert unknown.find(digest.hex()) == ()


@pytest.mark.parametrize(
    "text",
    ["A cliché about the façade.", "The mother said it was déjà vu.", "Café staff rang.", "Her fiancé was told."],
)
def test_everyday_words_with_accents_are_nobody(text: str) -> None:
    assert [text[hit.start : hit.end] for hit in unknown.find(text)] == []
