"""Settled names are found in any text by their forms, and by nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.guard import Guard
from imr_desk.names.normalise import squeeze
from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.names.resolving import Resolver, Settled, sentence_at

KEY = bytes(32)
CODE = "Caseworker 1"
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", "Petra Throssell")), {}, (CODE, "Usher 2"))
SETTLED = (Settled("Jolyon Wetherspindle", "STF-01", CODE), Settled("Quibbo", "STF-03", "Usher 2", whole=True))


def resolver() -> Resolver:
    return Resolver(GUARD, SETTLED)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("WETHERSPINDLE, Jolyon; J. Wetherspindle", "Caseworker 1; Caseworker 1"),
        ("Wether-\nspindle\u2019s note", "Caseworker 1\u2019s note"),
        ("From: jwetherspindle@cps.example", "From: Caseworker 1"),
        ("Wetherspindle_Jolyon_statement.docx", "Caseworker 1_statement.docx"),
        ("Action: Mr Wetherspindle", "Action: Caseworker 1"),
        ("DC Wetherspindle and (Then Wetherspindle)", "Caseworker 1 and (Then Caseworker 1)"),
        ("They call him Quibbo. QUIBBO!", "They call him Usher 2. Usher 2!"),
        ("Mark Wetherspindle rang.", "Mark Wetherspindle rang."),
        ("Petra Throssell rang Jolyon.", "Petra Throssell rang Caseworker 1."),
        ("Jolyon Throssell rang.", "Jolyon Throssell rang."),
    ],
)
def test_settled_name_gives_way_in_its_forms_and_nobody_elses_does(text: str, result: str) -> None:
    assert resolver().new(text) == result


def test_longer_name_is_counted_and_left_in_the_past_too_while_it_stands_now() -> None:
    now = resolver()
    assert now.new("Mark Wetherspindle rang.") == "Mark Wetherspindle rang."
    assert now.left == 1
    assert now.new_past("Mark Wetherspindle wrote.") == "Mark Wetherspindle wrote."
    assert resolver().new_past("Mark Wetherspindle wrote.") == "Mark Caseworker 1 wrote."


@pytest.mark.parametrize("end", ["Jolyon Weth", "Jolyon Wetherspindl", "Jolyon We"])
def test_name_that_was_being_typed_goes_from_the_past_whole(end: str) -> None:
    assert resolver().new_past(f"Seen by {end}") == f"Seen by {CODE}"


def test_other_words_after_a_name_stay_in_the_past() -> None:
    assert resolver().new_past("Seen by Jolyon we") == f"Seen by {CODE} we"
    assert resolver().new_past("Seen by Jolyon then") == f"Seen by {CODE} then"


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.text(max_size=80))
def test_no_text_keeps_the_name_and_none_loses_what_stands_before_it(before: str, after: str) -> None:
    now = resolver().new(f"{before}\n\nJolyon Wetherspindle rang.\n\n{after}")
    assert "wetherspindle" not in squeeze(now)
    assert now.startswith(before)


@given(st.text(alphabet="abc .\n\u2019-ABC", max_size=200))
def test_text_without_a_settled_name_stays_as_it_is(text: str) -> None:
    assert resolver().new(text) == text


@given(st.text(alphabet="ab. !?\nAB\u2019”", min_size=1, max_size=1200), st.data())
def test_sentence_shown_holds_the_name_and_is_no_more_than_a_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    first, last = sentence_at(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
    assert last - first <= 900
