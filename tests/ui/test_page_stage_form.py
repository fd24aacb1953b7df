"""Any stage as forms, straight from its declarations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_tools import Asked, field_in, leave, type_into
from looks import settle, unnamed

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.forms.record_list import RecordList
from ui.pages.stage_form import stage_form

SAMPLE = Review.of(cps_records(after=True))


@pytest.mark.parametrize("stage", [2, 3, 5, 6, 7, 10])
def test_stage_form_shows_every_record_of_its_stage(stage: int, show: Callable[..., None]) -> None:
    page = stage_form(stage)()
    page.show_review(SAMPLE)
    show(page, 760, 700)
    page.build_all()
    settle()
    lists = {each.kind.name: each for each in page.findChildren(RecordList)}
    for kind in kinds_of_stage(stage):
        for record in SAMPLE.all(kind.name):
            assert kind.single or lists[kind.name].item(record.id)
        assert kind.name in page.kinds
    assert unnamed(page) == []


def test_stage_form_takes_typing_like_any_page(show: Callable[..., None]) -> None:
    page = stage_form(5)()
    page.show_review(Review.of(cps_records()))
    show(page, 760, 700)
    asked = Asked(page)
    staff = SAMPLE.all("staff")[0].id
    assert page.focus_place(Place("staff", staff, "title", ""))
    leave(type_into(field_in(page, "staff", "title", staff), "Crown Advocate"))
    assert asked.operations == [SetFields("staff", staff, {"title": "Crown Advocate"})]


def test_stage_form_leaves_out_what_only_a_rule_may_write() -> None:
    held = {spec.kind for section in stage_form(9, without=frozenset({"signature"})).sections for spec in section.holds}
    assert "signature" not in held
    assert "circulation" in held


def test_stage_form_has_no_section_of_real_names() -> None:
    assert not any(section.covers("identity", "") for section in stage_form(1).sections)
