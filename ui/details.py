"""The page of identifying details at work: the report is read in a worker; what may stay is kept with its reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.i18n import tr
from ui.over_stage import ReadingOver
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.guidance.details import Detail
    from imr_desk.review.record import Record
    from imr_desk.review.review import Review
    from ui.names_left_work import Reading
    from ui.open_review import OpenReview
    from ui.pages.details import DetailRow, DetailsPage
    from ui.program import Program

DETAILS = -16
"""The window's place for the page; the stages begin at 1."""
Kept = dict[str, tuple["Record", "tuple[Detail, ...]"]]
"""What was found in each record, by its id, as long as it is the same record."""


class Details(ReadingOver):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(program, review)
        self._page: DetailsPage | None = None
        self._found: tuple[Detail, ...] = ()
        self._kept: Kept = {}
        review.bridge.changed.connect(self._changed)

    @classmethod
    def of(cls, program: Program, review: OpenReview) -> Details:
        """That of this review, made when it is first asked for."""
        return review.findChild(cls) or cls(program, review)

    # ---- the page
    def show(self) -> None:
        """Show the page, and look."""
        self._review.pages.flush()
        self._review.pages.show_over(DETAILS, self._made)
        self._look()
        if self._page is not None:
            self._page.first_control().setFocus()

    def _made(self) -> DetailsPage:
        from ui.pages.details import DetailsPage

        self._page = page = DetailsPage()
        self._progress = page.show_progress
        page.left.connect(self._leave)
        page.stopped.connect(self._stop)
        page.removed.connect(self._take_out)
        page.accepted.connect(self._accept)
        page.taken_back.connect(self._take_back)
        page.place_chosen.connect(self._go)
        return page

    @Slot()
    def _leave(self) -> None:
        self._stop()
        super()._leave()

    # ---- looking
    @Slot(object)
    def _changed(self, _changes: object) -> None:
        if self._in_sight(self._page):
            self._look()

    def _look(self) -> None:
        """Look through the report in a worker; an earlier look is left."""
        work = partial(_gather, self._review.bridge.review, dict(self._kept))
        self._begin(work, tr("The report is read for details."), self._gathered)

    def _gathered(self, result: object) -> None:
        self._kept = cast("Kept", result)
        self._found = tuple(one for _, found in self._kept.values() for one in found)
        self._tell()

    def _say_refused(self, error: ImrDeskError) -> None:
        if self._page is not None and not isinstance(error, StoppedError):
            self._window.desk.notices.tell("details", "bad", error.sentence)

    @Slot()
    def _stop(self) -> None:
        super()._stop()
        self._over()

    def _tell(self) -> None:
        if self._page is not None:
            had = self._page.isAncestorOf(self._program.window.focusWidget() or self._page)
            self._page.show_rows(rows_of(self._found, self._review.bridge.review))
            if had and not self._page.reason.isVisible():
                self._page.first_control().setFocus()

    # ---- what was said
    @Slot(str, str)
    def _accept(self, key: str, reason: str) -> None:
        """Keep the reason, dated today."""
        from imr_desk.guidance.details import ACCEPTED
        from imr_desk.operations.details import AcceptDetail

        session = self._review.session()
        kind = next((each.kind for each in self._found if each.key == key), "")
        today = session.clock().date().isoformat()
        if self._review.bridge.run(AcceptDetail(session.new_id(ACCEPTED), key, kind, reason, today)):
            announce(self._program.window, tr("Kept. The detail may stay, and the reason can be taken back here."))

    @Slot(str)
    def _take_out(self, key: str) -> None:
        """Put what it was, in brackets, wherever the detail stands in the report; one step of undo."""
        from imr_desk.guidance.details import taken_out
        from imr_desk.operations.general import Batch, SetFields

        wanted = tuple(each for each in self._found if each.key == key)
        review = self._review.bridge.review
        records = filter(None, map(review.get, dict.fromkeys(each.record_id for each in wanted)))
        changes = [(record, taken_out(record, wanted)) for record in records]
        steps = tuple(SetFields(record.kind, record.id, values) for record, values in changes if values)
        if steps and self._review.bridge.run(Batch(steps)):
            announce(self._program.window, tr("Taken out of the report. Undo brings it back."))

    @Slot(str)
    def _take_back(self, key: str) -> None:
        """The reason goes to the bin; the detail is to be looked at again."""
        from imr_desk.guidance.details import acceptance_of
        from imr_desk.operations.general import Delete

        record = acceptance_of(self._review.bridge.review, key)
        if record is not None and self._review.bridge.run(Delete(record.kind, record.id)):
            announce(self._program.window, tr("Taken back. The detail is to be looked at again."))


def _gather(review: Review, kept: Kept, reading: Reading) -> Kept:
    """What stands in each record of the report; runs in the worker."""
    from imr_desk.guidance.details import REPORT_KINDS, details_in

    records = [record for kind in REPORT_KINDS for record in review.all(kind)]
    found: Kept = {}
    for at, record in enumerate(records):
        before = kept.get(record.id)
        found[record.id] = before if before and before[0] is record else (record, tuple(details_in(record)))
        reading(at, len(records))
    return found


def rows_of(found: tuple[Detail, ...], review: Review) -> tuple[DetailRow, ...]:
    """The details, the same words once: first those to look at, then those that were accepted."""
    from imr_desk.guidance.details import acceptance_of, stand_in
    from imr_desk.guidance.facts import Place
    from imr_desk.names.identifiers import kind_in_words
    from ui.pages.details import DetailRow
    from ui.place_words import place_in_words

    gathered: dict[str, list[Detail]] = {}
    for one in found:
        gathered.setdefault(one.key, []).append(one)
    rows = []
    for key, places in gathered.items():
        first = places[0]
        record = acceptance_of(review, key)
        sentence = " ".join(f"{first.before}{first.words}{first.after}".split())
        place = (first.record_kind, first.record_id, first.field)
        where = place_in_words(Place(*place, ""), review)
        reason = record.text("reason") if record is not None else ""
        called, instead = kind_in_words(first.kind), stand_in(first.kind, first.words)
        rows.append(
            DetailRow(key, first.kind, called, first.words, sentence, where, len(places), place, reason, instead)
        )
    return tuple(sorted(rows, key=lambda row: bool(row.reason)))
