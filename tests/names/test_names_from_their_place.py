"""Registered names that are everyday words or short are told from where they stand, however they are written."""

from __future__ import annotations

import pytest

from imr_desk.names import find_registered
from imr_desk.names.normalise import read
from imr_desk.names.person_slot import Slot, slot_of
from imr_desk.names.sides import sides_of

PEOPLE = (
    "Mabel Tan",
    "Ruth Law",
    "Colin Court",
    "Bryony May",
    "Neil Page",
    "Theo Bell",
    "Ida White",
    "Drew Sharp",
    "Ji-woo Kim",
    "Dele Ojo",
    "Ravi Rao",
    "Chester Bolton",
)
FAMILIES = ("Tan", "Law", "May", "Bell", "Page", "Sharp")
SLOTS = (
    "Reviewed by {} on the Monday.",
    "We left a message for {} and heard nothing.",
    "Note to {}: check the dates.",
    "{} had no access to the system.",
    "It is not clear why {} did not say so.",
    "They asked {} about the tapes.",
    "Author: {}",
    "thanks {}",
    "The advice was in {}'s desk.",
    "The caseworker, {}, sent the letter.",
    "Why was {} not told?",
    "The e-mail came back from {} in March.",
    "{} emailed the unit.",
    "On 4 June 2013 {} reviewed the file.",
)
PLAIN = (
    "The law changed in that year, and by law the case went to court. Case law says so; the rule of law asks it. The "
    "witness may attend. It may be that the page was lost. Page 3 is blank. A bell rang, and a sharp reply came. The "
    "office was white. He was told to mark the box. Nothing was said of the court list. According to law the term ran "
    "from May to June. In May the bail date passed. May was worse. It was sent to court by post. Sharp words were used "
    "in the meeting. White paper was handed out. A tan coat and a white shirt were seized. The rota for May was lost. "
    "Told to ring, they rang. The Kin form went to him and her. All of it was read to the end. From then on, no note "
    "was kept by day or by night. Thanks to you all. It was left to the unit. Dear all. Copied to the team, for now. "
    "He asked any officer who came. Law reform, court estate and page numbers were in the note for the board."
)


def is_covered(text: str, word: str) -> bool:
    start = text.index(word)
    covered = {at for span in find_registered(text, PEOPLE) for at in range(span.start, span.end)}
    return covered.issuperset(range(start, start + len(word)))


@pytest.mark.parametrize("slot", SLOTS)
def test_an_everyday_word_is_a_name_where_a_person_is_named_in_small_letters_and_in_capitals(slot: str) -> None:
    texts = [(slot.format(word), word) for each in FAMILIES for word in (each.lower(), each.upper(), each)]
    assert [text for text, word in texts if not is_covered(text, word)] == []


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize("word", ["Tna", "Kmi", "Oojo", "RAAO", "tna", "kmi", "Tqn", "Blel", "BLEL"])
def test_a_short_name_with_a_letter_wrong_is_known_where_a_person_is_named(slot: str, word: str) -> None:
    assert is_covered(slot.format(word), word)


@pytest.mark.parametrize("text", ["Mr Tna left.", "It was Kmi who rang.", "DC Raao attended.", "Ms Bll was told."])
def test_a_title_or_a_capital_within_the_sentence_is_enough_for_a_short_name(text: str) -> None:
    assert find_registered(text, PEOPLE)


def test_plain_sentences_of_the_same_words_raise_next_to_no_alarm() -> None:
    found = [PLAIN[max(0, one.start - 20) : one.end + 20] for one in find_registered(PLAIN, PEOPLE)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "word", "slot"),
    [
        ("reviewed by law on the Monday", "law", Slot.SURE),
        ("the court staff", "court", Slot.NONE),
        ("told court staff", "court", Slot.NONE),
        ("page 3", "page", Slot.NONE),
        ("a law-abiding man", "law", Slot.NONE),
        ("a note on pages", "", Slot.NONE),
    ],
)
def test_a_place_says_how_surely_a_person_is_named(text: str, word: str, slot: Slot) -> None:
    reading = read(text)
    first = next((at for at, atom in enumerate(reading.atoms) if atom.word == word), 0)
    assert slot_of(sides_of(reading, first, first + 1)) is slot


@pytest.mark.parametrize(
    "text",
    [
        "Mark (Law)",
        "Law (Mark)",
        "Mark ‘Bunny’ Law",
        "Mark – Law",
        "Mark / Law",
        "Mark; Law",
        "Mark\n\nLaw",
        "M-Law",
        "MLaw",
    ],
)
def test_two_everyday_parts_of_one_name_that_a_mark_parts_are_that_name(text: str) -> None:
    (found,) = find_registered(f"It was {text} who rang.", ("Mark Law",))
    assert (text, found.level) == (f"It was {text} who rang."[found.start : found.end], "name")


TOWNS = ("Adele Preston", "Omar Stafford", "Ines Durham", "Yusuf Bolton")


@pytest.mark.parametrize(
    "text",
    [
        "{} rang twice that week.",
        "{}, who was on leave, never saw it.",
        "{} aware of the date.",
        "This was the decision of {} alone.",
        "The note was in {}'s tray.",
        "- {}",
        "({})",
        "{}: nothing to report",
        "{} and Otterburn shared an office.",
        "{}, however, thought otherwise.",
        "{}, can you look at this?",
        "stafford agreed with {} about it",
        "The e-mail to {} bounced.",
        "the account given by {} differs",
    ],
)
def test_a_town_that_is_a_name_is_told_from_its_place(text: str) -> None:
    said = [text.format(town) for town in ("Preston", "Durham", "Bolton")]
    assert [each for each in said if not find_registered(each, TOWNS)] == []


@pytest.mark.parametrize(
    "text",
    [
        "The trial was listed at Preston in May.",
        "Preston Crown Court sat late.",
        "Durham and Bolton have no such lists.",
        "The family moved to Bolton that year.",
        "Residents near Stafford complained.",
        "Kent Police and the Bolton office agreed.",
    ],
)
def test_a_town_that_is_a_town_raises_no_alarm(text: str) -> None:
    assert find_registered(text, TOWNS) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Małgorzata Throstlewska", "Gośka Throstlewska"),
        ("Małgorzata Throstlewska", "Gosia Throstlewska"),
        ("Folasade Okonbale", "Sade Okonbale"),
        ("Chukwuemeka Okonbale", "Emeka Okonbale"),
        ("Harpreet Dhalimore", "Harry Dhalimore"),
        ("Sam Pellbrook", "Samuel Pellbrook"),
        ("Gosia Throstlewska", "Małgorzata Throstlewska"),
    ],
)
def test_short_and_long_forms_of_a_first_name_are_covered_with_the_family_name(name: str, written: str) -> None:
    text = f"Asked about this, {written} could not remember."
    (found,) = find_registered(text, (name,))
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Drew Hall", "Apart from one telephone call in August nothing came."),
        ("King Stone", "The file came back from store without its papers."),
        ("Eve Brown", "Nobody had ever told the duty lawyers."),
        ("India Hunter", "See INT-06 for what cannot be known."),
        ("Nick Friday", "The leave began the same Friday."),
        ("Art Hill", "Coroners and Justice Act 2009, section 115"),
        ("Dale Bridge", "The path leads to the glen and the dale."),
        ("Amber Hill", "Rose Hill police station had closed."),
        ("Amber Hill", "Red, Amber and Green ratings were changed."),
        ("Bill Rich", "Bail refused. Ball lost. A bill to follow."),
        ("Eve Moon", "It was the week of Christmas Eve."),
        ("Amy Field", "A field that was left empty is shown."),
    ],
)
def test_everyday_words_of_a_review_close_to_a_name_raise_no_alarm(name: str, text: str) -> None:
    assert find_registered(text, (name,)) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ji-woo Pellbrook", "Ji woo Pellbrook"),
        ("Mohammed bin Salman Al Fayedly", "alfayedly"),
        ("Anne-Marie St. John-Quillsmythe", "St John Quillsmythe"),
        ("Fiona McThrostle", "Mac Throstle"),
        ("Tibor MacThrostle", "McThrostle"),
    ],
)
def test_names_of_several_pieces_are_covered_however_they_are_joined(name: str, written: str) -> None:
    text = f"It went to {written} in June."
    (found,) = find_registered(text, (name,))
    assert text[found.start : found.end] == written
