"""What firms, systems and places are called, and people too: who is meant is told by the sentence."""

from __future__ import annotations

import pytest

from imr_desk.names import find_names
from imr_desk.names.lists import known_words, phrases, shared_names, shared_words


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end, *_ in find_names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Lewis drafted the advice.", "John Lewis"),
        ("I told Paul Smith that the file was late.", "Paul Smith"),
        ("John Smith's account was short.", "John Smith"),
        ("Reviewing lawyer: Thomas Cook", "Thomas Cook"),
    ],
)
def test_somebody_who_is_called_as_a_firm_is_marked(text: str, name: str) -> None:
    assert marked(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "She shopped at John Lewis and Paul Smith.",
        "He moved from Acton Burnell to Abbots Langley.",
        "Tuckers and Bindmans wrote to the court; Hickman & Rose did not.",
        "Entries were made on Athena, Niche and Delius.",
    ],
)
def test_a_firm_a_system_and_a_place_of_two_words_are_not_marked(text: str) -> None:
    assert marked(text) == []


def test_what_people_are_called_too_is_no_phrase_that_settles_it() -> None:
    assert ("john", "lewis") in shared_names()
    assert "reed" in shared_words()
    assert not shared_words() & known_words()
    assert not {"john lewis", "john smith's", "reed"} & set(phrases())
    assert "acton burnell" in phrases()
