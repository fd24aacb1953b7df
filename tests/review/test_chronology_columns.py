"""The columns of the chronology: the sets as data, and what the author makes of them."""

from __future__ import annotations

import pytest
from factories import record, review
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.chronology_columns import (
    ALWAYS,
    CELLS,
    Column,
    added,
    as_rows,
    column_sets,
    columns_of,
    complete,
    further_words,
    hidden,
    keys_in_use,
    moved,
    renamed,
    set_of,
    shown,
    switched,
    taken_out,
    to_add,
    with_further,
)
from imr_desk.review.record import Values

C1 = column_sets()["C1"][1]


def headings(name: str) -> str:
    return "; ".join(each.heading for each in column_sets()[name][1])


def cells(columns: tuple[Column, ...]) -> list[str]:
    return [each.cell for each in columns]


def test_sets_are_the_eight_and_each_says_when_and_whence() -> None:
    assert list(column_sets()) == [f"C{n}" for n in range(8)]
    for _, columns in column_sets().values():
        assert set(ALWAYS) <= set(cells(columns))
        assert len(set(cells(columns))) == len(columns)
        assert all(each.own_key or each.cell in CELLS for each in columns)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (
            "C3",
            "Ref; Date; Time; Source of evidence; Agency and staff (job title); Event or contact; Child seen?; "
            "Wishes and feelings; Action and outcome; Comment or analysis",
        ),
        (
            "C4",
            "Ref; Date; Time; Source of evidence; Staff (job title); Event or contact; Victim seen, and alone?; "
            "Perpetrator seen?; Children seen?; Risk assessment; Action and outcome; Comment",
        ),
        (
            "C6",
            "Date or period; Significant event; Source; Impact (positive or negative); "
            "Action taken to lessen adverse impact",
        ),
        (
            "C7",
            "Key episode; Dates; What happened; Who; What was decided; What was known; Learning; Source",
        ),
    ],
)
def test_set_has_its_columns_in_order(name: str, wanted: str) -> None:
    assert headings(name) == wanted


def test_set_of_a_review_is_the_one_it_names_or_that_of_its_template() -> None:
    assert set_of(review()) == "C1"
    assert set_of(review(record("review", "review", agency="ho"))) == "C2"
    assert set_of(review(record("review", "review", chronology_columns="C5"))) == "C5"


def test_date_and_source_cannot_be_hidden_nor_taken_out() -> None:
    for cell in ALWAYS:
        assert cell in cells(shown(hidden(C1, cell, hide=True)))
        assert cell in cells(shown(taken_out(C1, cell)))
    assert "case" not in cells(shown(hidden(C1, "case", hide=True)))
    assert cells(hidden(C1, "case", hide=True)) == cells(C1)


def test_column_is_renamed_moved_and_added() -> None:
    assert renamed(C1, "case", "  Which   file ")[4].heading == "Which file"
    assert renamed(C1, "case", " ") == C1
    assert cells(moved(C1, "ref", 1))[:2] == ["date", "ref"]
    assert moved(C1, "ref", -1) == C1
    assert added(C1, "Weather")[-1] == Column("own:column_1", "Weather")
    assert added(C1, "comment") == C1
    assert added(C1, "How it is known")[-1].cell == "knowledge"
    assert "How it is known" in to_add(C1)


def test_two_columns_of_the_author_never_share_their_words() -> None:
    twice = added(added(C1, "Weather"), "Mood", used=("column_2",))
    assert cells(twice)[-2:] == ["own:column_1", "own:column_3"]


def test_key_of_a_column_says_nothing_of_its_heading_which_may_hold_a_name() -> None:
    assert "pell" not in added(C1, "What Mr Pell said")[-1].cell.casefold()


def test_arrangement_is_kept_in_the_review_and_read_again() -> None:
    made = hidden(added(moved(C1, "comment", -1), "Weather"), "case", hide=True)
    kept = review(record("chronology_layout", "chronology_layout", columns=as_rows(made)))
    assert columns_of(kept) == made


def test_arrangement_that_lost_its_source_shows_it_all_the_same() -> None:
    assert cells(complete((Column("date", "When"),))) == ["source", "date"]


def test_column_that_nothing_fills_is_left_out() -> None:
    rows = ({"cell": "no such cell", "heading": "A"}, {"cell": "date", "heading": "When"})
    assert cells(columns_of(review(record("chronology_layout", "chronology_layout", columns=rows)))) == [
        "source",
        "date",
    ]


def test_other_set_keeps_the_columns_in_which_something_is_written() -> None:
    entry = record("entry", "CE-001", further=({"column": "column_1", "words": "Rain."},))
    layout = record("chronology_layout", "chronology_layout", columns=as_rows(added(added(C1, "Weather"), "Empty")))
    now = review(entry, layout)
    assert keys_in_use(now) == {"column_1"}
    assert cells(switched(now, "C6")) == ["date", "event", "source", "own:impact", "outcome", "own:column_1"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("", "Rain.", "Snow"))), max_size=8))
def test_further_words_of_one_column_leave_the_others_alone(steps: list[tuple[str, str]]) -> None:
    held: dict[str, str] = {}
    entry = record("entry", "CE-001")
    for key, words in steps:
        held[key] = words
        entry = record("entry", "CE-001", further=with_further(Values({"further": entry.get("further")}), key, words))
    assert all(further_words(entry, key) == words for key, words in held.items())
