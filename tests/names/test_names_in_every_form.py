"""Registered names are found however they are written, in sentences of many kinds; two letters wrong is ‘perhaps’."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from written_names import EVERYDAY, PEOPLE, Written, alone, joined, parts, slip, slipped, whole

from imr_desk.names import find_registered
from imr_desk.names.guard import Guard, reason_in_words
from imr_desk.names.register import throwaway_register

SENTENCES = (
    "{} did not reply.",
    "It was sent to {} on 4 March 2013.",
    "According to {}, nothing was recorded.",
    "Neither {} nor the manager knew.",
    "(see the note of {})",
    "Line manager \u2013 {} \u2013 was on leave.",
    "Signed\n{}\nSenior Crown Prosecutor",
    "\u2022 {} to update the log",
    "The reviewing lawyer was {}",
    "\u201c{} told me so,\u201d the witness said.",
)
PROSE = (
    "A marsh lies behind the banks of the river, and the church stands in a lane beside a field. The cook will page "
    "the ward in case of frost. It was hoped that the best young people would stay. The bell rang at the end of the "
    "day. Mark the document as restricted. Will the panel accept it? It came in April 2012 and again on 3 April. "
    "The wells were dry. Kent Police and Lincoln Crown Court agreed. Hope Street police office rose to the task. "
    "Grace period: fourteen days. The king size box was taped. Young witnesses were not offered special measures. "
    "Field visits stopped. Penny shares fell. Rose hip tea was served by the cook."
)


def uncovered(written: Iterable[Written], people: tuple[str, ...], everyday: bool = False) -> list[tuple[str, str]]:
    """What is not covered, of names put into sentences in turn."""
    left = []
    for place, one in enumerate(written):
        before, after = SENTENCES[place % len(SENTENCES)].split("{}")
        text = before + one.before + one.name + one.after + after
        start = len(before + one.before)
        covered = {at for span in find_registered(text, people) for at in range(span.start, span.end)}
        if any(text[at].isalnum() and at not in covered for at in range(start, start + len(one.name))):
            left.append((one.form, text))
    return left


@pytest.mark.parametrize("name", PEOPLE)
def test_a_registered_name_is_covered_in_every_form(name: str) -> None:
    assert uncovered((*whole(name), *joined(name), *alone(name)), PEOPLE) == []


@pytest.mark.parametrize("name", EVERYDAY)
def test_a_name_of_everyday_words_is_covered_in_every_form_of_all_of_it(name: str) -> None:
    assert uncovered((*whole(name), *joined(name)), EVERYDAY) == []


@pytest.mark.parametrize("name", PEOPLE)
def test_a_name_with_one_letter_wrong_anywhere_is_covered(name: str) -> None:
    rng = random.Random(name)
    assert uncovered((one for _ in range(6) for one in slipped(rng, name)), PEOPLE) == []


@pytest.mark.parametrize("name", EVERYDAY)
def test_an_everyday_word_alone_is_covered_where_the_place_speaks_for_a_person(name: str) -> None:
    first, _, family = parts(name)
    texts = ("{} did not reply.", "Signed\n{}\nSenior Crown Prosecutor", "{}: I saw it.", "1. {} to call.", "Told: {}")
    words = [word for word in (first, family) if word != "April"]
    assert [t.format(w) for w in words for t in texts if not find_registered(t.format(w), EVERYDAY)] == []


def test_everyday_prose_raises_next_to_no_alarm_though_its_words_are_registered_names() -> None:
    found = [PROSE[span.start : span.end] for span in find_registered(PROSE, EVERYDAY)]
    assert len(found) <= 1, found


@pytest.mark.parametrize("name", [name for name in PEOPLE if len(parts(name)[2]) > 7 and " " not in parts(name)[2]])
def test_two_letters_wrong_in_a_long_name_are_perhaps_it(name: str) -> None:
    family, rng = parts(name)[2], random.Random(name)
    wrong = slip(rng, slip(rng, family, "another"), "left out")
    (found,) = throwaway_register(PEOPLE).find(f"A note for {wrong} was left.")
    assert not found.certain


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Osric Pellbrook", "Pellbruck"),
        ("Jane Rhys", "Reece"),
        ("Peter Maddox", "Maddocks"),
        ("Nadia Husseyn", "Hosain"),
        ("Imran Qureshine", "Koreshine"),
        ("Stephen Thrale", "Steven"),
        ("Catherine Thrale", "Kathryn"),
        ("Bailey Wyre", "Baillie"),
        ("Joanne Gough", "Goff"),
        ("Alan Stuart", "Stewart"),
        ("Sean Reilly", "Riley"),
        ("Agnieszka Wiszniewska", "Vishnevska"),
        ("Mehwish Chaudhry", "Chowdhury"),
    ],
)
def test_a_name_written_as_it_sounds_is_perhaps_it(name: str, written: str) -> None:
    (found,) = throwaway_register((name,)).find(f"The file was left with {written} on that day.")
    assert found.perhaps
    assert not found.certain


def test_the_mark_of_a_perhaps_says_so_and_can_be_lifted() -> None:
    guard = Guard(throwaway_register(("Jane Rhys",)), {}, ())
    (mark,) = guard.registered_in("It went to Reece.")
    assert reason_in_words(mark.reason).startswith("perhaps")
    lifted = Guard(throwaway_register(("Jane Rhys",)), {mark.key: "not a person"}, ())
    assert lifted.registered_in("It went to Reece.") == ()
