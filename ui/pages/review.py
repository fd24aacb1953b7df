"""Stage 1, ‘The review’: what was asked for, by whom and by when. Everything later answers to this page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from imr_desk.i18n import tr
from ui.ask import Ask, FileKind
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.genogram_picture import CHOOSE, ENDINGS, FETCH, TAKE_OUT, PicturePart, keeping, taking_out
from ui.pages.review_facts import FactsCard
from ui.pages.review_sections import REVIEW_SECTIONS
from ui.pages.upcoming import UpcomingCard
from ui.widgets.drop_hint import DropHint
from ui.widgets.dropped import dropped_files

PRIVATE = ("identity", "identity_key")

if TYPE_CHECKING:
    from imr_desk.export.picture import Picture
    from imr_desk.guidance.facts import Place
    from imr_desk.review.review import Review
    from ui.picture_jobs import PictureJobs


class ReviewPage(FormPage):
    """All of stage 1 but the real names of subjects, which have a page of their own."""

    stage: ClassVar[int] = 1
    sections: ClassVar[tuple[SectionOf, ...]] = REVIEW_SECTIONS
    kinds: ClassVar[frozenset[str]] = (
        kinds_shown(REVIEW_SECTIONS) | {"entry", "section", "signature"} | {"afterwards", "debriefing"}
    )

    identities_asked = Signal()
    """The person wants the private page of real names."""

    def __init__(self) -> None:
        self._facts, self.upcoming = FactsCard(), UpcomingCard()
        super().__init__(self._facts, self.upcoming)
        self.upcoming.timetable_asked.connect(self._go_to_timetable)
        self.ask: Ask | None = None
        self.jobs: PictureJobs | None = None
        self.hint = DropHint(
            self, tr("Let go to put the picture into the report"), tr("Of its file only what is seen is kept.")
        )
        self.host.deed_requested.connect(self._do)
        self.setAcceptDrops(True)

    def use(self, jobs: PictureJobs, ask: Ask) -> None:
        """Have `jobs` read and fetch pictures, and put questions through `ask`."""
        self.jobs, self.ask = jobs, ask
        jobs.ready.connect(self._keep)
        jobs.fetched.connect(self._fetched)
        jobs.failed.connect(self._failed)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self._facts.show_review(review)
        self.upcoming.show_review(review, self.clock().date())
        super().show_review(review, reload_focused=reload_focused)

    def focus_place(self, place: Place) -> bool:
        """As of a Page; what is private stands on a page of its own."""
        if place.kind in PRIVATE:
            self.identities_asked.emit()
            return True
        return super().focus_place(place)

    # ---- the picture of the family tree
    @Slot(str, str)
    def _do(self, what: str, document: str) -> None:
        if what == FETCH and self.jobs is not None:
            self.jobs.fetch(document)
        elif what == TAKE_OUT:
            self.change_requested.emit(taking_out(), "")
        elif what == CHOOSE and self.ask is not None:
            path = self.ask.open_file(tr("The picture of the family tree"), (FileKind(tr("Pictures"), ENDINGS),))
            self.take_picture(path)

    def take_picture(self, path: Path | None) -> None:
        """Have a picture read, to be kept; nothing for none."""
        if path is not None and self.jobs is not None:
            self.jobs.read(path)

    @Slot(object)
    def _keep(self, picture: Picture) -> None:
        self.composed.emit(partial(keeping, picture))

    @Slot(str, object)
    def _fetched(self, _document: str, content: bytes) -> None:
        for part in self.findChildren(PicturePart):
            part.show_bytes(content)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        for part in self.findChildren(PicturePart):
            part.notice.tell("bad", sentence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture."""
        if self._picture_in(event) is not None:
            self.hint.come()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self.hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the picture read once the drag is over."""
        self.hint.hide()
        path = self._picture_in(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, partial(self.take_picture, path))

    def _picture_in(self, event: QDropEvent) -> Path | None:
        """The one picture that is dragged, where the report can still be changed."""
        files = dropped_files(event.mimeData())
        fits = len(files) == 1 and files[0].suffix.casefold() in ENDINGS
        return files[0] if fits and not self.host.sealed else None

    @Slot()
    def _go_to_timetable(self) -> None:
        """Bring the timetable to the upper edge."""
        self._go_to_section(next(part for part in self.parts if part.spec.covers("deadline", "due")))
