"""The page with a recovery key: one page, its words in reading order, and nothing of the review but its file’s name."""

from __future__ import annotations

import datetime as dt
import io

from pypdf import PdfReader

from imr_desk.export.pdf.recovery_sheet import write_recovery_sheet
from imr_desk.store.key import FileKey
from imr_desk.store.recovery import RecoveryKey, read

RECOVERY = RecoveryKey(FileKey(bytes(range(32)), bytes(range(100, 116))), 7)
DAY = dt.date(2026, 12, 1)


def _page() -> bytes:
    return write_recovery_sheet(RECOVERY.groups(), 7, "7K3M", "1 December 2026", "review.imr", DAY)


def test_sheet_is_one_page_that_says_number_check_value_day_and_file() -> None:
    (page,) = PdfReader(io.BytesIO(_page())).pages
    words = page.extract_text()
    for said in ("Recovery key, sheet 7", "7K3M", "1 December 2026", "‘review.imr’", "Lodged with (post)"):
        assert said in words


def test_key_copied_off_the_page_with_its_line_numbers_is_read() -> None:
    words = PdfReader(io.BytesIO(_page())).pages[0].extract_text()
    lines = words.partition("The recovery key\n")[2].partition("How it is used")[0]
    assert read(lines) == RECOVERY


def test_sheet_is_tagged_for_screen_readers_and_the_same_for_the_same_key() -> None:
    root = PdfReader(io.BytesIO(_page())).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert _page() == _page()
