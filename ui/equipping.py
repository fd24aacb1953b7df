"""Gives each page of an open review, when it is made, what does its jobs: what needs more of the session than edits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ui.open_review import OpenReview
    from ui.pages.page import Page
    from ui.program import Program
    from ui.sign_off_jobs import SignOffJobs


def equip(page: Page, review: OpenReview, program: Program) -> None:
    """Connect a page with its jobs; a page without any is left as it is."""
    wanted = _JOBS.get(page.stage)
    if wanted is not None:
        wanted(page, review, program)


def _review(page: Page, review: OpenReview, program: Program) -> None:
    from ui.pages.review import ReviewPage
    from ui.picture_jobs import PictureJobs

    if isinstance(page, ReviewPage):
        page.use(PictureJobs(review.session, program.tasks, page), program.ask)
        page.identities_asked.connect(review.registering.show_identities)


def _records(page: Page, review: OpenReview, program: Program) -> None:
    from ui.document_jobs import DocumentJobs
    from ui.pages.records import RecordsPage

    if isinstance(page, RecordsPage):
        documents = DocumentJobs(review.session, program.tasks, page)
        page.use(documents, program.ask, review.session().path.absolute().parent)


def _chronology(page: Page, review: OpenReview, program: Program) -> None:
    from ui.pages.chronology import ChronologyPage

    if isinstance(page, ChronologyPage):
        page.filters.period.clicked.connect(lambda: review.seeing.show())
        page.narrowing.search_asked.connect(lambda words: page.narrowing.show_found(review.bridge.search(words)))
        if not page.reading:
            from ui.lists_dropped import ListsDropped

            ListsDropped(page, partial(_take_in, review, program))


def _take_in(review: OpenReview, program: Program, path: Path) -> None:
    from ui.taking_in import TakingIn

    TakingIn.of(program, review).take_file(path)


def _interviews(page: Page, review: OpenReview, program: Program) -> None:
    from ui.interview_records import InterviewRecords
    from ui.pages.interviews import InterviewsPage

    if isinstance(page, InterviewsPage):
        InterviewRecords(page, _writing(page, review, program), program.ask, review)
        page.names_asked.connect(review.registering.show_names)


def _ready(page: Page, review: OpenReview, program: Program) -> None:
    from ui.details import Details
    from ui.pages.ready import ReadyPage

    if isinstance(page, ReadyPage):
        page.details_asked.connect(lambda: Details.of(program, review).show())
        page.exempt_asked.connect(review.exempt)
        page.take_back_asked.connect(review.take_back)


def _sign_off(page: Page, review: OpenReview, program: Program) -> None:
    from ui.pages.sign_off import SignOffPage

    if isinstance(page, SignOffPage):
        page.use(_writing(page, review, program), program.ask, review.session().path.absolute().parent)


def _writing(page: Page, review: OpenReview, program: Program) -> SignOffJobs:
    """What signs and writes files for a page, asking first about words that may be names."""
    from ui.please_look import PleaseLook
    from ui.sign_off_jobs import SignOffJobs

    jobs = SignOffJobs(review.session, program.tasks, review.save, page)
    jobs.please_look = PleaseLook(program, review)
    jobs.names_found.connect(review.names_left.offer)
    return jobs


_JOBS = {1: _review, 3: _records, 4: _chronology, 5: _interviews, 8: _ready, 9: _sign_off}
"""By stage."""
