"""One row that came, went or moved is found; anything more is left to begin again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.row_steps import RowStep, step_between

ROWS = st.lists(st.integers(0, 40).map(str), unique=True, max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        ("abc", "abc", RowStep()),
        ("", "a", RowStep(inserted=0)),
        ("ab", "abc", RowStep(inserted=2)),
        ("abc", "xabc", RowStep(inserted=0)),
        ("abc", "ac", RowStep(removed=1)),
        ("a", "", RowStep(removed=0)),
        ("abcd", "bcda", RowStep(0, 3)),
        ("abcd", "dabc", RowStep(3, 0)),
        ("abcde", "acdbe", RowStep(1, 3)),
        ("ab", "ba", RowStep(0, 1)),
        ("abc", "abx", None),
        ("abcd", "badc", None),
        ("abc", "cba", None),
        ("abc", "a", None),
        ("a", "bcd", None),
    ],
)
def test_row_step_between_two_lists(before: str, after: str, step: RowStep | None) -> None:
    assert step_between(before, after, str) == step


@given(ROWS, st.integers(0, 12), st.integers(0, 12), st.sampled_from(["insert", "remove", "move", "none"]))
def test_row_step_any_one_edit_is_found_and_leads_to_the_rows(rows: list[str], one: int, two: int, edit: str) -> None:
    after = list(rows)
    if edit == "insert":
        after.insert(one, "new")
    elif edit != "none" and rows:
        taken = after.pop(one % len(rows))
        if edit == "move":
            after.insert(two % len(rows), taken)
    step = step_between(rows, after, str)
    assert step is not None
    made = list(rows)
    if step.removed >= 0:
        del made[step.removed]
    if step.inserted >= 0:
        made.insert(step.inserted, after[step.inserted])
    assert made == after
