"""What is typed for one person may hold more names than one. Made-up names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names import find_registered
from imr_desk.names.as_typed import names_typed


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Tamsin Quellbrook", ("Tamsin Quellbrook",)),
        ("Quellbrook, Tamsin", ("Quellbrook, Tamsin",)),
        ("QUELLBROOK Tamsin", ("Tamsin QUELLBROOK",)),
        ("DC VANE-HOLT Tamsin Jo", ("Tamsin Jo VANE-HOLT",)),
        ("TAMSIN QUELLBROOK", ("TAMSIN QUELLBROOK",)),
        ("Tamsin Quellbrook (née Vane)", ("Tamsin Quellbrook", "Tamsin Vane", "Vane Quellbrook")),
        ("Tamsin Quellbrook née Vane", ("Tamsin Quellbrook", "Tamsin Vane", "Vane Quellbrook")),
        ("Tamsin Quellbrook, formerly Tamsin Vane", ("Tamsin Quellbrook", "Tamsin Vane")),
        ("Tamsin Quellbrook (Minnie)", ("Tamsin Quellbrook", "Tamsin Minnie", "Minnie Quellbrook")),
        ("Tamsin Quellbrook a.k.a. Minnie Vane", ("Tamsin Quellbrook", "Minnie Vane")),
        ("Tamsin Quellbrook (retired)", ("Tamsin Quellbrook",)),
        ("Tamsin Quellbrook (CPS)", ("Tamsin Quellbrook",)),
        ("(Tamsin)", ("(Tamsin)",)),
        ("", ("",)),
    ],
)
def test_names_in_what_was_typed_are_told_apart(typed: str, names: tuple[str, ...]) -> None:
    assert names_typed(typed) == names


@pytest.mark.parametrize(
    "words", ["Quellbrook", "Holt", "Quellbrook Holt", "Ms Vane", "Tamsin Vane", "T. Quellbrook-Holt"]
)
def test_each_name_of_a_person_with_another_in_brackets_is_found(words: str) -> None:
    text = f"The note was by {words} in June."
    (found,) = find_registered(text, ("Dr Tamsin Quellbrook-Holt (née Vane)",))
    assert text[found[0] : found[1]] == words.removeprefix("Ms ")


def test_surname_in_capitals_before_the_first_name_is_the_family_name() -> None:
    text = "It was read by T Quellbrook then."
    (found,) = find_registered(text, ("QUELLBROOK Tamsin",))
    assert text[found[0] : found[1]] == "T Quellbrook"


@given(st.text(max_size=60))
def test_anything_typed_gives_a_name_to_take_apart(text: str) -> None:
    assert names_typed(text)
    find_registered("A note.", (text,))


@pytest.mark.parametrize("words", ["Quyen Van An", "Quyễn Văn An", "An Quyen"])
def test_short_family_name_after_a_particle_is_covered_with_the_rest(words: str) -> None:
    text = f"It was read by {words} then."
    (found,) = find_registered(text, ("Quyễn Văn An",))
    assert text[found[0] : found[1]] == words
    assert find_registered("An hour later a van came for an officer.", ("Quyễn Văn An",)) == []
