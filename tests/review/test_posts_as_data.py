"""Posts and units are data: their titles, and what names them in a text."""

from __future__ import annotations

import pytest

from imr_desk.review.catalogue import field_of
from imr_desk.review.posts import posts, title_of_post


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("director", "Director of Public Prosecutions"),
        ("director", "Office of the DPP, by letter"),
        ("director", "the director"),
        ("director", "Director, by e-mail"),
        ("psu", "Professional Standards, Croydon"),
        ("psu", "PSU"),
        ("coo", "Chief operating officer, CPS"),
    ],
)
def test_post_is_named_in_a_text_in_capitals_or_small_letters(post: str, text: str) -> None:
    assert posts()[post].is_named_in(text)


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("director", "Director of Finance"),
        ("director", "Legal Director, South"),
        ("director", ""),
        ("psu", "Standards Unit"),
        ("coo", "Officer"),
    ],
)
def test_post_is_not_named_by_other_words(post: str, text: str) -> None:
    assert not posts()[post].is_named_in(text)


def test_posts_give_the_form_its_choices_so_that_a_title_changes_in_one_place() -> None:
    labels = dict(field_of("notification", "recipient").choices)
    assert {name: labels[name] for name in labels if name != "other"} == {
        name: title_of_post(name) for name in ("coo", "scs_line_manager", "scs_childrens_lead", "psu", "occ")
    }
