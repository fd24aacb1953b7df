"""The program's own words in a report are never taken for names: they would stop every export."""

from __future__ import annotations

import datetime as dt

import pytest

from imr_desk.export.build import build_report
from imr_desk.export.extracts import build_interview, build_sheets
from imr_desk.export.readback import read_word
from imr_desk.export.report import Report
from imr_desk.export.word import write_word
from imr_desk.names.guard import Guard
from imr_desk.names.register import StaffRegister, new_key
from imr_desk.names.scan import scan
from imr_desk.review.free_text import codes_in
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records


def build_one_interview(review: Review, *, draft: bool, today: dt.date) -> Report:
    """The record of the first interview of which there is one."""
    first = next(each.id for each in review.all("interview") if each.text("record"))
    return build_interview(review, first, draft=draft, today=today)


@pytest.mark.parametrize(
    "build", [build_report, build_sheets, build_one_interview], ids=["report", "sheets", "interview"]
)
@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("template", ["T1", "T2"])
def test_report_of_a_sample_holds_no_word_that_looks_like_a_name(build: object, draft: bool, template: str) -> None:
    review = Review.of(cps_records() if template == "T1" else ho_records())
    report = build(review, draft=draft, today=dt.date(2014, 12, 5))  # type: ignore[operator]
    guard = Guard(StaffRegister(new_key()), {}, codes_in(review))
    found = scan(guard, read_word(write_word(report, None)).parts)
    assert [(hit.place, hit.words) for hit in (*found.registered, *found.unknown)] == []
