"""Forms show what applies to the review and the record, with the heading of its group; what holds something stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from factories import record, review, with_values
from form_bench import Bench
from form_tools import leave, type_into
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from imr_desk.review.review import Review
from ui.forms.record_form import GroupHeading
from ui.forms.specs import FormOf, ListOf, SectionOf
from ui.pages.form_page import FormPage

CPS, HO = (record("review", "review", agency=agency) for agency in ("cps", "ho"))
LIVE = record("parallel_process", "PAR-01", process="criminal proceedings", status="running")
OVER = record("parallel_process", "PAR-01", process="criminal proceedings", status="ended")
FILE = record("record", "REC-01", description="A file", status="held")


@pytest.fixture
def bench(show: Callable[..., None]) -> Callable[..., Bench]:
    made: list[Bench] = []

    def make(kind: str, of: Review, record_id: str = "") -> Bench:
        made.append(Bench(kind, of, record_id))
        show(made[-1].window, 700, 1200)
        return made[-1]

    return make


class SomePage(FormPage):
    stage: ClassVar[int] = 7
    sections: ClassVar[tuple[SectionOf, ...]] = (
        SectionOf("Actions", "", (ListOf("action"),)),
        SectionOf("Areas", "Asked.", (ListOf("business_area"),)),
        SectionOf("Witnesses", "", (FormOf("witness_status"),)),
    )


def test_choosing_the_status_of_a_record_brings_its_questions_and_takes_them_away(bench: Callable[..., Bench]) -> None:
    form = bench("record", review(CPS, FILE), "REC-01")
    form.keep()
    headings = {each.label.text(): each for each in form.form.findChildren(GroupHeading)}
    assert form.row("gone_why").isHidden()
    assert headings["What is missing"].isHidden()
    box = form.row("status").editor.controls()[0]
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert form.review["REC-01"].text("status") == "destroyed"
    assert not form.row("gone_why").isHidden()
    assert not headings["What is missing"].isHidden()
    assert form.row("examined_on").isHidden()
    assert headings["Whether it was read"].isHidden()


def test_field_that_holds_something_stays_whatever_the_status_is(bench: Callable[..., Bench]) -> None:
    form = bench("record", review(CPS, FILE), "REC-01")
    form.take(with_values(form.review, "REC-01", gone_why="Pruned."))
    assert not form.row("gone_why").isHidden()


def test_field_emptied_while_it_is_not_asked_goes_when_it_is_left(bench: Callable[..., Bench]) -> None:
    form = bench("record", with_values(review(CPS, FILE), "REC-01", gone_why="Pruned."), "REC-01")
    form.keep()
    control = type_into(form.row("gone_why"), "x")
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    form.row("gone_why").flush()
    assert "gone_why" not in form.review["REC-01"]
    assert not form.row("gone_why").isHidden()
    leave(control)
    assert form.row("gone_why").isHidden()


def test_choices_of_the_other_agency_are_not_offered(bench: Callable[..., Bench]) -> None:
    form = bench("notification", review(CPS, record("notification", "NOT-01", recipient="coo")), "NOT-01")
    box = form.row("recipient").editor.controls()[0]
    assert isinstance(box, QComboBox)
    assert [box.itemText(at) for at in range(1, box.count())] == ["Chief Operating Officer", "Someone else"]
    assert form.row("recipient").editor.value() == "coo"
    form.take(with_values(form.review, "review", agency="ho"))
    assert box.count() == 7
    assert form.row("recipient").editor.value() == "coo"


def test_form_of_fields_not_asked_gives_the_keyboard_to_the_first_that_is(bench: Callable[..., Bench]) -> None:
    form = bench("participation", review(HO))
    assert form.form.first_control() is form.row("contribution").editor


def test_section_and_its_link_go_where_nothing_in_it_applies(show: Callable[..., None]) -> None:
    page = SomePage()
    page.show_review(review(CPS, OVER))
    show(page, 760, 700)
    page.build_all()
    assert [part.isHidden() for part in page.parts] == [False, True, True]
    assert [link.isHidden() for link in page.links] == [False, True, True]
    page.show_review(review(HO, LIVE))
    assert [part.isHidden() for part in page.parts] == [False, False, False]
    page.show_review(review(CPS, OVER, record("business_area", "BA-01", name="Border Force")))
    assert [part.isHidden() for part in page.parts] == [False, False, True]


def test_section_where_the_keyboard_is_does_not_go(show: Callable[..., None]) -> None:
    page = SomePage()
    held = review(CPS, OVER, record("business_area", "BA-01", name="Border Force"))
    page.show_review(held)
    show(page, 760, 700)
    page.build_all()
    page.parts[1].head.setFocus()
    page.show_review(review(CPS, OVER))
    assert not page.parts[1].isHidden()
    page.parts[0].head.setFocus()
    page.show_review(review(CPS, OVER))
    assert page.parts[1].isHidden()


def test_page_hears_of_what_tells_what_applies() -> None:
    from ui.forms.specs import kinds_shown

    assert {"review", "parallel_process"} <= kinds_shown(SomePage.sections)
