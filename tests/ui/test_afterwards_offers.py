"""Lists of ‘Afterwards’ offer what is not on them yet, and add it in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import record, review
from form_tools import Keeper, built
from PySide6.QtWidgets import QApplication
from sample_session import open_sample

from imr_desk.operations.general import Delete
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.pages.afterwards import AfterwardsPage
from ui.pages.afterwards_offers import OfferingList, not_listed, without_debrief

SAMPLE = Review.of(cps_records())


@pytest.fixture
def page(show: Callable[..., None]) -> AfterwardsPage:
    return built(AfterwardsPage(), SAMPLE, show)


@pytest.fixture
def kept(tmp_path: Path, page: AfterwardsPage) -> Iterator[Keeper]:
    session = open_sample(tmp_path)
    yield Keeper(page, session)
    session.close()


def offering(page: AfterwardsPage, kind: str) -> OfferingList:
    return next(each for each in page.findChildren(OfferingList) if each.kind.name == kind)


def test_sample_has_nothing_left_to_list() -> None:
    assert without_debrief(SAMPLE) == ()
    assert not_listed(SAMPLE) == ()


def test_record_of_an_interview_is_offered_until_an_item_names_it() -> None:
    interview = record("interview", "INT-01", record="Words.", held_on="2014-09-09")
    unwritten = record("interview", "INT-02", status="planned")
    offered = not_listed(review(interview, unwritten))
    assert offered == ({"description": "Record of INT-01", "date": "2014-09-09", "author_role": "author"},)
    item = record("disclosure_item", "DIS-01", description="Record of INT-01 with corrections")
    assert not_listed(review(interview, item)) == ()


def test_signed_version_is_offered() -> None:
    signed = record("signature", "SIG-001", role="author", version=1, signed_at="2014-12-03T10:00:00+00:00")
    assert not_listed(review(signed))[0]["description"] == "This review, version 1"
    assert not_listed(review(signed))[0]["date"] == "2014-12-03"


def test_everybody_without_feedback_is_added_in_one_step_and_taken_off_in_one(
    page: AfterwardsPage, kept: Keeper
) -> None:
    for gone in ("DBR-03", "DBR-07"):
        kept.session.run(Delete("debrief", gone))
    held = offering(page, "debrief")
    assert held.offer.isVisible()
    assert held.offer.words() == "Add the 2 people who are not on the list"
    held.offer.click()
    added = {each.link("staff") for each in kept.session.review.all("debrief")}
    assert added == {each.id for each in kept.session.review.all("staff")}
    assert not held.offer.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert held.isAncestorOf(focus)
    kept.undo()
    assert len(kept.session.review.all("debrief")) == len(kept.session.review.all("staff")) - 2
    assert held.offer.isVisible()
