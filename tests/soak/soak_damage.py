"""Every page of the sample damaged in each class of its bytes, the file cut short at every page, any page salvaged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from imr_desk.store.pages import PAGE
from tests import lost_pages
from tests.damage import all_that_is_read, changed, offsets_on, whole_file

PARTS = 8
"""A test that takes longer than two minutes is stopped; so each takes a part of the pages."""


@pytest.mark.parametrize("part", range(PARTS))
def test_byte_damaged_anywhere_is_told(tmp_path: Path, part: int) -> None:
    data, key = whole_file(tmp_path)
    path = tmp_path / "review.imr"
    for number in range(1 + part, len(data) // PAGE + 1, PARTS):
        for offset in offsets_on(number):
            path.write_bytes(changed(data, (number - 1) * PAGE + offset))
            assert all_that_is_read(path, key), f"page {number}, byte {offset}"


@pytest.mark.parametrize("part", range(PARTS))
def test_file_cut_short_anywhere_is_told(tmp_path: Path, part: int) -> None:
    data, key = whole_file(tmp_path)
    path = tmp_path / "review.imr"
    for pages in range(1 + part, len(data) // PAGE, PARTS):
        path.write_bytes(data[: pages * PAGE])
        assert all_that_is_read(path, key), f"{pages} pages"


@pytest.mark.parametrize("part", range(PARTS))
def test_any_page_may_be_lost_and_all_others_come_out(tmp_path: Path, part: int) -> None:
    for number in range(1 + part, lost_pages.pages() + 1, PARTS):
        found, review, _ = lost_pages.taken_out(lost_pages.damaged(tmp_path / "review.imr", [number]))
        assert found.damaged == 1
        lost_pages.must_be_told(found, review)


@pytest.mark.parametrize("part", range(PARTS))
def test_many_pages_may_be_lost(tmp_path: Path, part: int) -> None:
    """Up to a tenth of them: an index, the words that can be found or the history then still names what was lost."""
    for seed in range(part, 64, PARTS):
        some = random.Random(seed)
        numbers = some.sample(range(1, lost_pages.pages() + 1), some.randrange(2, lost_pages.pages() // 10))
        found, review, _ = lost_pages.taken_out(lost_pages.damaged(tmp_path / "review.imr", numbers))
        assert found.damaged == len(numbers)
        lost_pages.must_be_told(found, review)
