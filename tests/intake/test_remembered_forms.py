"""A form that came before is known again by its headings, and nothing of them is kept."""

from __future__ import annotations

from hypothesis import given as examples
from hypothesis import strategies as st
from intake_files import read, separated

from imr_desk.intake.headings import FIELDS
from imr_desk.intake.remembered import MOST, form_of, letters_of, said_in, with_form

HEADINGS = ["Date", "Event", "Summary"]


def test_form_is_the_same_whatever_stands_in_its_rows_and_another_with_other_headings() -> None:
    one = read(separated([HEADINGS, ["4/5/13", "a", "b"]]))
    two = read(separated([["DATE", " event", "Summary:"], ["5/6/14", "c", "d"]]))
    other = read(separated([["Date", "Event", "Outcome"], ["4/5/13", "a", "b"]]))
    assert form_of(one) == form_of(two) != form_of(other)
    assert "date" not in form_of(one)


def test_list_without_headings_is_no_form() -> None:
    assert form_of(read(separated([["4/5/13", "a long event that happened here"]] * 2))) == ""


@examples(st.dictionaries(st.sampled_from(FIELDS), st.from_regex(r"[A-Z]{0,2}", fullmatch=True)))
def test_what_was_said_is_the_same_when_it_is_read_again(said: dict[str, str]) -> None:
    assert said_in(letters_of(said)) == said


@examples(st.text(max_size=60))
def test_nonsense_is_left_out(words: str) -> None:
    assert set(said_in(words)) <= set(FIELDS)


def test_oldest_form_goes() -> None:
    forms: tuple[tuple[str, str], ...] = ()
    for number in range(MOST + 5):
        forms = with_form(forms, f"form {number}", {"event": "D"})
    assert len(forms) == MOST
    assert forms[-1] == (f"form {MOST + 4}", "event=D")
    assert with_form(forms, forms[0][0], {})[-1] == (forms[0][0], "")
