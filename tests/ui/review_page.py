"""‘The review’ with the sample in it, and ways to find things on it."""

from __future__ import annotations

from collections.abc import Callable

from looks import settle
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.forms.record_list import RecordList
from ui.forms.section import FoldingSection
from ui.pages.review import ReviewPage

SAMPLE = Review.of(cps_records())
SIGNED = Review.of(cps_records(after=True))


def built_page(show: Callable[..., None]) -> ReviewPage:
    """The page with the sample in it, all of it built and shown."""
    made = ReviewPage()
    made.show_review(SAMPLE)
    show(made, 760, 700)
    made.build_all()
    settle()
    return made


def section(page: ReviewPage, heading: str) -> FoldingSection:
    return next(part for part in page.parts if part.spec.heading == heading)


def rest() -> None:
    """Let the layouts of a page as deep as this one come to rest."""
    for _ in range(5):
        settle()


def questions(page: ReviewPage) -> RecordList:
    return next(each for each in page.findChildren(RecordList) if each.kind.name == "question")


def in_sight(page: ReviewPage, widget: QWidget) -> bool:
    viewport = page.frame.scroller.viewport()
    top = widget.mapTo(viewport, QPoint(0, 0)).y()
    return top >= -1 and top + min(widget.height(), 40) <= viewport.height()
