"""How a link names the place it leads to: in words, never by a bare reference."""

from __future__ import annotations

import re

import pytest
from factories import complete_review, record, review

from imr_desk.guidance.facts import Place
from imr_desk.review.catalogue import KINDS
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.place_words import LONGEST, place_in_words

SAMPLE = Review.of(cps_records())
BARE = re.compile(r"^[A-Z]+-[\w.]+(:|$)")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("debrief", "DBR-01", "first_held", ""), "Debrief, Crown Prosecutor 1: First held on"),
        (Place("question", "Q-1", "text", ""), "Question 1: Question"),
        (Place("entry", "CE-002", "event", ""), "Chronology entry CE-002: Event or contact"),
        (Place("declaration", "DEC-001", "", ""), "Declaration, Author"),
        (Place("terms_version", "TOR-001", "", ""), "Version of the terms 1"),
        (Place("entry", "", "", ""), "Chronology"),
        (Place("board", "board", "", ""), "The board"),
    ],
)
def test_place_is_named_by_what_the_record_is_called(place: Place, words: str) -> None:
    assert place_in_words(place, SAMPLE).casefold() == words.casefold()


def test_place_of_a_record_without_a_title_is_named_by_kind_and_number() -> None:
    made = review(*complete_review(), record("lesson", "LES-07"))
    assert place_in_words(Place("lesson", "LES-07", "", ""), made) == "Lesson 7"


def test_place_of_a_record_that_is_gone_is_named_by_its_kind() -> None:
    assert place_in_words(Place("debrief", "DBR-99", "first_held", ""), SAMPLE) == "Debriefs"


def test_no_record_of_the_sample_is_named_by_a_bare_reference_or_at_length() -> None:
    for kind in KINDS.values():
        for each in () if kind.single else SAMPLE.all(kind.name):
            for field in ("", kind.fields[0].name):
                words = place_in_words(Place(kind.name, each.id, field, ""), SAMPLE)
                assert not BARE.match(words), words
                assert len(words) <= LONGEST + 80, words


def test_private_titles_are_not_said() -> None:
    made = review(record("identity", "IDN-001", subject="SUB-01", real_name="Delphine Marrowgate"))
    assert "Marrowgate" not in place_in_words(Place("identity", "IDN-001", "", ""), made)
