"""Every page of the sample damaged in each class of its bytes, and the file cut short at every page."""

from __future__ import annotations

from pathlib import Path

from imr_desk.store.pages import PAGE
from tests.damage import all_that_is_read, changed, offsets_on, whole_file


def test_byte_damaged_anywhere_is_told(tmp_path: Path) -> None:
    data, key = whole_file(tmp_path)
    path = tmp_path / "review.imr"
    for number in range(1, len(data) // PAGE + 1):
        for offset in offsets_on(number):
            path.write_bytes(changed(data, (number - 1) * PAGE + offset))
            assert all_that_is_read(path, key), f"page {number}, byte {offset}"


def test_file_cut_short_anywhere_is_told(tmp_path: Path) -> None:
    data, key = whole_file(tmp_path)
    path = tmp_path / "review.imr"
    for pages in range(1, len(data) // PAGE):
        path.write_bytes(data[: pages * PAGE])
        assert all_that_is_read(path, key), f"{pages} pages"
