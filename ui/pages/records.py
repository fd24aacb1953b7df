"""Stage 3, ‘Records’: what was secured, what was read, what is missing, and what is kept inside this file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.ask import Answer, Ask, FileKind, Question
from ui.forms.record_item import RecordItem
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.records_cards import in_short
from ui.pages.records_documents import KEEP
from ui.pages.records_sections import RECORDS_SECTIONS
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.drop_hint import DropHint
from ui.widgets.dropped import dropped_files
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.guidance.facts import Place
    from imr_desk.jobs.documents import FileRead
    from imr_desk.operations.base import Operation
    from imr_desk.review.record import RecordId
    from imr_desk.review.review import Review
    from ui.document_jobs import DocumentJobs

LATE_MS = 700
_MOST_PLACES = 3
"""After how long a job that still runs is shown, with the way to stop it."""


class RecordsPage(FormPage):
    """All of stage 3. A file dropped anywhere on it is kept in the review; on an opened record, with that record."""

    stage: ClassVar[int] = 3
    sections: ClassVar[tuple[SectionOf, ...]] = RECORDS_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(RECORDS_SECTIONS) | {
        "policy_version",
        "question",
        "key_decision",
        "signature",
    }

    def __init__(self) -> None:
        self.short = Label("", "label")
        self.short.hide()
        self.notice = NoticePlace()
        super().__init__(self.short, self.notice)
        self.hint = DropHint(
            self, tr("Let go to keep it inside this review."), tr("The file itself stays where it is, as it is.")
        )
        self.ask: Ask | None = None
        self.jobs: DocumentJobs | None = None
        self.folder = Path()
        self._belongs_to, self._doing = "", ""
        self._with_names = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE_MS)
        self._late.timeout.connect(self._show_doing)
        self.host.deed_requested.connect(self._do)
        self.setAcceptDrops(True)

    def use(self, jobs: DocumentJobs, ask: Ask, folder: Path) -> None:
        """Have `jobs` read and write files, and put questions through `ask`; `folder` is where copies are offered."""
        self.jobs, self.ask, self.folder = jobs, ask, folder
        self.notice.stop_asked.connect(jobs.stop)
        jobs.began.connect(self._began)
        jobs.read.connect(self._keep)
        jobs.written.connect(self._written)
        jobs.names_in.connect(self._names_in)
        jobs.failed.connect(self._failed)
        jobs.stopped.connect(self._stopped)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        words = in_short(review)
        self.short.setText(words)
        self.short.setHidden(not words)
        super().show_review(review, reload_focused=reload_focused)

    # ---- files that come in
    @Slot(str, str)
    def _do(self, what: str, record_id: str) -> None:
        if what == KEEP:
            self.add_file(record_id)
        else:
            self.save_copy(record_id)

    def add_file(self, belongs_to: str = "") -> None:
        """Ask for a file and keep it, with the record it was taken from."""
        path = self.ask.open_file(tr("Keep a file in this review"), ()) if self.ask is not None else None
        if path is not None:
            self.keep_files((path,), belongs_to)

    def keep_files(self, paths: tuple[Path, ...], belongs_to: str = "") -> None:
        """Have files read, to be kept."""
        if self.jobs is not None:
            self._belongs_to = belongs_to
            self.jobs.read_files(paths)

    @Slot(object)
    def _keep(self, files: tuple[FileRead, ...]) -> None:
        self._ended()
        self.composed.emit(partial(_keeping, files, self._belongs_to))

    # ---- copies that go out
    def save_copy(self, document: str) -> None:
        """Ask where a copy is to go, after saying what leaving the review means."""
        record = self.host.review.get(document)
        if self.ask is None or self.jobs is None or record is None:
            return
        if self.ask.question(_leaving(record.text("name"))) != "save":
            return
        from imr_desk.jobs.documents import ending_of

        ending = ending_of(record)
        kinds = (FileKind(tr("A file of the same kind"), (ending,)),) if ending else ()
        path = self.ask.save_file(tr("Save a copy"), kinds, self.folder / f"{_fit(record.text('name'))}{ending}")
        if path is not None:
            self.jobs.write_copy(document, path)

    @Slot(object)
    def _written(self, path: Path) -> None:
        self._ended()
        what = tr("A copy was written: {name}").format(name=path.name)
        more = tr("Outside the review it is not encrypted.")
        if not self._with_names:
            more = tr("No registered name was found in what can be read of it. {more}").format(more=more)
        self._with_names = False
        self.notice.tell("accent", what, more)
        self.frame.show_part(self.notice)

    @Slot(str, object, object)
    def _names_in(self, document: str, path: Path, places: tuple[str, ...]) -> None:
        """Registered names stand in the copy: it is written only if the person says so again."""
        self._ended()
        if self.ask is None or self.jobs is None:
            return
        if self.ask.question(_with_names(path.name, places)) == "save":
            self._with_names = True
            self.jobs.write_copy(document, path, with_names=True)
        else:
            self.notice.tell("accent", tr("No copy was written: registered names stand in it."))
            self.frame.show_part(self.notice)

    # ---- how a job goes
    @Slot(str)
    def _began(self, doing: str) -> None:
        self.notice.clear()
        self._doing = doing
        self._late.start()

    @Slot()
    def _show_doing(self) -> None:
        self.notice.begin(self._doing)

    def _ended(self) -> None:
        self._late.stop()
        if self.notice.holds_keyboard():
            self.links[-1].setFocus()
        self.notice.clear()

    @Slot(str)
    def _stopped(self, sentence: str) -> None:
        self._ended()
        self.notice.tell("accent", sentence)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._ended()
        self._with_names = False
        what, _, more = sentence.partition(". ")
        self.notice.tell("bad", what, more)
        self.frame.show_part(self.notice)

    # ---- drag and drop
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, but not a single review: that is for the window."""
        if dropped_files(event.mimeData()):
            self.hint.come()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self.hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the files read once the drag is over."""
        self.hint.hide()
        paths = dropped_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            over = _record_round(self.childAt(event.position().toPoint()))
            QTimer.singleShot(0, self, partial(self.keep_files, paths, over))


def _record_round(widget: QWidget | None) -> str:
    """The record of the register whose opened card a widget stands in; "" for none."""
    found = widget
    while found is not None:
        if isinstance(found, RecordItem) and found.kind.name == "record" and found.opened:
            return found.record_id
        found = found.parentWidget()
    return ""


def _keeping(
    files: tuple[FileRead, ...], belongs_to: str, new_id: Callable[[str], RecordId]
) -> tuple[Operation, Place]:
    """What keeps these files as one step, and the place of the first."""
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.documents import KeepDocument
    from imr_desk.operations.general import Batch

    prefix, _, digits = new_id("document").partition("-")
    ids = [f"{prefix}-{int(digits) + at:0{len(digits)}d}" for at in range(len(files))]
    keep = tuple(
        KeepDocument(record_id, file.name or tr("Document"), file.media_type, file.content, belongs_to)
        for record_id, file in zip(ids, files, strict=True)
    )
    return keep[0] if len(keep) == 1 else Batch(keep), Place("document", ids[0], "name", "")


def _leaving(name: str) -> Question:
    return Question(
        tr("Save a copy of ‘{name}’ outside this review?").format(name=name),
        tr(
            "The document stays in this file as it is. The copy is not encrypted: whoever can open the folder can read "
            "it, and it may hold names. Put it only where it may lie, and delete it when it has served."
        ),
        (Answer("keep", tr("Keep it inside")), Answer("save", tr("Save a copy"))),
        "keep",
    )


def _with_names(name: str, places: tuple[str, ...]) -> Question:
    told = ", ".join(places[:_MOST_PLACES]) + ("…" if len(places) > _MOST_PLACES else "")
    return Question(
        tr("‘{name}’ would hold names of staff").format(name=name),
        tr(
            "Registered names stand in it: {places}. A document with them goes to nobody outside: the panel gets job "
            "titles only. Save the copy only to give the original back to where it came from."
        ).format(places=told),
        (Answer("keep", tr("Keep it inside")), Answer("save", tr("Save it with the names"))),
        "keep",
    )


def _fit(name: str) -> str:
    """A name that a file can have on every system."""
    return "".join(each if each.isalnum() or each in " -_.,()" else "_" for each in name).strip(" .")[:80] or "document"
