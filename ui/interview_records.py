"""Writes the record of one interview as a file by itself, for the person who gave it (R-086)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import mark, tr
from ui.ask import FileKind
from ui.pages.sign_off_words import BEGUN, extract_name
from ui.sign_off_jobs import EXTRACT

if TYPE_CHECKING:
    from ui.ask import Ask
    from ui.open_review import OpenReview
    from ui.pages.interviews import InterviewsPage
    from ui.pages.sign_off_step import NoticePlace
    from ui.sign_off_jobs import SignOffJobs
    from ui.widgets.notice import NoticeKind

FORMS = ((mark("Word files"), ".docx"), (mark("PDF"), ".pdf"))


class InterviewRecords(QObject):
    """Asks where the record is to be written, has it written, and says at the interview how that went."""

    def __init__(self, page: InterviewsPage, jobs: SignOffJobs, ask: Ask, review: OpenReview) -> None:
        super().__init__(page)
        self._page, self._jobs, self._ask, self._review = page, jobs, ask, review
        self._interview = ""
        self._folder = review.session().path.absolute().parent
        page.record_wanted.connect(self.begin)
        jobs.began.connect(self._began)
        jobs.went_on.connect(self._went_on)
        jobs.done.connect(self._done)
        jobs.failed.connect(self._failed)
        jobs.stopped.connect(self._stopped)

    @Slot(str)
    def begin(self, record_id: str) -> None:
        """Ask for the name of the file, and write it."""
        if self._interview:
            return  # one is being written
        stem = tr("record of interview {id}").format(id=record_id)
        suggested = self._folder / extract_name(self._review.session().review, stem, FORMS[0][1])
        kinds = tuple(FileKind(tr(name), (ending,)) for name, ending in FORMS)
        path = self._ask.save_file(tr("Save the record of the interview"), kinds, suggested)
        if path is not None:
            self._interview, self._folder = record_id, path.parent
            self._jobs.export_extract(path, record_id)

    def _place(self) -> NoticePlace | None:
        card = self._page.card(self._interview)
        return card.notice if card is not None else None

    @Slot(str)
    def _began(self, _job: str) -> None:
        if (place := self._place()) is not None:
            place.begin(*(tr(each) for each in BEGUN[EXTRACT]))
            if place.progress is not None:
                place.progress.stop_asked.connect(self._jobs.stop)
                place.progress.button.setFocus()

    @Slot(str, str, int)
    def _went_on(self, _job: str, doing: str, percent: int) -> None:
        if (place := self._place()) is not None:
            place.go_on(doing, percent)

    @Slot(str, str, str)
    def _done(self, _job: str, what: str, more: str) -> None:
        self._ended("good", what, more)

    @Slot(str, str)
    def _failed(self, _job: str, sentence: str) -> None:
        self._ended("bad", sentence)

    @Slot(str, str)
    def _stopped(self, _job: str, sentence: str) -> None:
        self._ended("accent", sentence)

    def _ended(self, kind: NoticeKind, what: str, more: str = "") -> None:
        card, self._interview = self._page.card(self._interview), ""
        if card is None:
            return
        had_keyboard = card.notice.holds_keyboard()
        card.notice.tell(kind, what, more)
        if had_keyboard:
            card.share.setFocus()
