"""‘Interviews’ and ‘Afterwards’ at every size and with large text: nothing is cut, too wide, too small or nameless."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looks import faults, settle, unnamed
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.guidance.facts import Place
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui import theme
from ui.forms.record_item import RecordItem
from ui.pages.afterwards import AfterwardsPage
from ui.pages.interview_person import PersonPane
from ui.pages.interviews import InterviewsPage
from ui.theme import Look
from ui.tokens import tokens

SIGNED = Review.of(cps_records(after=True))
SIZES = [(736, 640, 100), (712, 520, 100), (904, 380, 100), (712, 520, 150)]
"""What the window leaves for a page at 1280 x 800, 1024 x 700 and 960 x 540, in pixels, and the size of the text."""


def look_well(page: QWidget) -> list[str]:
    for _ in range(3):
        settle()
    return faults(page) + unnamed(page)


@pytest.fixture(params=SIZES, ids=lambda each: f"{each[0]}x{each[1]}-{each[2]}")
def size(request: pytest.FixtureRequest, qapp: QApplication) -> tuple[int, int]:
    wide, high, scale = request.param
    theme.put_on(qapp, Look("light", tokens().colours["light"], scale))
    return wide, high


@pytest.mark.parametrize("interview", ["INT-01", "INT-06"])
def test_interview_with_every_step_open_is_shown_whole(
    show: Callable[..., None], size: tuple[int, int], interview: str
) -> None:
    page = InterviewsPage()
    page.show_review(SIGNED)
    show(page, *size)
    page.focus_place(Place("interview", interview, "", ""))
    assert isinstance(page.pane, PersonPane)
    for step in page.pane.card(interview).steps:
        step.open()
    assert page.pane.person is not None
    page.pane.person.open()
    assert look_well(page) == []


def test_afterwards_with_open_records_is_shown_whole(show: Callable[..., None], size: tuple[int, int]) -> None:
    page = AfterwardsPage()
    page.show_review(SIGNED)
    show(page, *size)
    page.build_all()
    for item in page.findChildren(RecordItem)[::5]:
        item.open()
    assert look_well(page) == []
