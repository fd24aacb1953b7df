"""Each block of each template says what its golden file says; a change of words is seen before it is made."""

from __future__ import annotations

import pytest
from golden_files import FOLDER, golden

from imr_desk.review.templates import template, template_ids

MADE = golden()
FIGURES = "B30"
"""No figure can be put into a review yet."""


@pytest.mark.parametrize("name", sorted(MADE))
def test_block_says_what_its_golden_file_says(name: str) -> None:
    assert MADE[name] == (FOLDER / name).read_text(encoding="utf-8"), "run tests/export/golden_files.py, and read"


def test_every_block_of_every_template_has_a_golden_file_and_no_file_is_left_over() -> None:
    assert {each.name for each in FOLDER.glob("*.txt")} == set(MADE)
    for template_id in template_ids():
        blocks = {each.block for each in template(template_id).sections} - {FIGURES}
        held = {name.removesuffix(".txt").rsplit("-", 1)[1] for name in MADE if name.startswith(template_id)}
        assert blocks - held == set(), template_id
