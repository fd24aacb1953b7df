"""Stage 9: the author signs, the senior manager counter-signs, and the report goes out (R-136 to R-139, R-148).

Each step says what holds it. The page asks by signals; `SignOffJobs` does what is asked.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, is_final, is_sealed, signature_in_force
from ui.ask import Ask, FileKind
from ui.pages import sign_off_words as words
from ui.pages.page import Page
from ui.pages.sign_off_check import CheckPart
from ui.pages.sign_off_export import ExportStep
from ui.pages.sign_off_reopen import ReopenPart, reopen_question
from ui.pages.sign_off_signature import SignatureStep
from ui.pages.sign_off_step import NoticePlace
from ui.sign_off_jobs import EXPORT, SCAN, VERIFY, SignOffJobs
from ui.widgets.cards import CardList
from ui.widgets.page_frame import PageFrame
from ui.widgets.surfaces import column

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place, Result
    from imr_desk.jobs.verify import Verdict
    from imr_desk.operations.base import Operation

WORD_FILES = (".docx",)


class SignOffPage(Page):
    """Both signatures, export, verification, and the way back."""

    stage = 9
    kinds = frozenset({"review", "signature", "reopening", "author", "counter_signatory"})

    sign_requested = Signal(str, str, str, str)
    """Role, name, job title, passphrase of the signing key."""
    record_signature_requested = Signal(object)
    """A SignedElsewhere: a signature made on paper or by e-mail."""
    scan_chosen = Signal(object)
    """The path of a scan or message, whose digest is to be shown."""
    export_requested = Signal(object, bool)
    """Where the report is to be written, and whether it is a draft."""
    verify_requested = Signal(object)
    """The path of a Word file that is to be compared with the review."""

    def __init__(self) -> None:
        super().__init__()
        self.ask: Ask | None = None
        self.folder = Path.home()
        """Where a report is offered to be written; whoever knows the review file says so."""
        self._review: Review | None = None
        self._results: tuple[Result, ...] | None = None
        self._painted = False
        self._asked_scan, self._checked = AUTHOR, ""
        self.frame = PageFrame(tr("Sign-off"))
        self.author = SignatureStep(AUTHOR, tr("Signature of the author"))
        self.manager = SignatureStep(COUNTER_SIGNATORY, tr("Counter-signature of the senior manager"))
        self.export_step = ExportStep()
        self.check = CheckPart()
        self.reopen = ReopenPart()
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Sign-off"))

    def _lay_out(self) -> None:
        self.frame.add(CardList(self.author, self.manager, self.export_step))
        self.frame.add(self.check)
        self.frame.add(self.reopen)
        self.setLayout(column(self.frame, gap=0))

    def _connect(self) -> None:
        for step in (self.author, self.manager):
            step.sign_asked.connect(self.sign_requested)
            step.record_asked.connect(self.record_signature_requested)
            step.scan_wanted.connect(partial(self._choose_scan, step.role))
            step.place_asked.connect(self.place_requested)
        self.export_step.final.clicked.connect(partial(self._choose_target, draft=False))
        self.export_step.draft.clicked.connect(partial(self._choose_target, draft=True))
        self.check.file_wanted.connect(self._choose_file)
        self.reopen.form.reopen_asked.connect(self._reopen)

    def use(self, jobs: SignOffJobs, ask: Ask, folder: Path | None = None) -> None:
        """Have `jobs` do what is asked for here, and put questions through `ask`."""
        self.ask = ask
        self.folder = folder or self.folder
        self.sign_requested.connect(jobs.sign)
        self.record_signature_requested.connect(jobs.record)
        self.scan_chosen.connect(jobs.read_scan)
        self.export_requested.connect(jobs.export)
        self.verify_requested.connect(jobs.verify)
        jobs.began.connect(self.show_busy)
        jobs.done.connect(self.show_done)
        jobs.failed.connect(self.show_failed)
        jobs.verified.connect(self.show_verdict)
        jobs.scan_read.connect(self._show_scan)

    # ---- what it shows
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Show how the signatures stand."""
        before, self._review = self._review, review
        if before is not None and _state(before) != _state(review):
            self.check.clear()
            self.export_step.notice.clear()
        self.frame.head.set_lead(words.lead_line(review))
        self._show_steps(review)
        self.export_step.show_review(review)
        self.reopen.show_sealed(words.reopen_line(review) if is_sealed(review) else "")
        if self._painted:
            self._show_words()

    def show_results(self, results: tuple[Result, ...]) -> None:
        """Show what the checks hold against a signature."""
        self._results = results
        if self._review is not None:
            self._show_steps(self._review)

    def _show_steps(self, review: Review) -> None:
        signed = [signature_in_force(review, step.role) for step in (self.author, self.manager)]
        for step, signature, kind in zip(
            (self.author, self.manager), signed, ("author", "counter_signatory"), strict=True
        ):
            if signature is not None:
                step.show_signed(signature)
            elif step is self.manager and signed[0] is None:
                step.show_later(tr("Opens when the author has signed."))
            else:
                held = None if self._results is None else words.held_by(self._results, step.role)
                step.show_open(held, review.one(kind).text("job_title"))

    def _show_words(self) -> None:
        """Show matching words. They need the signing library, so this waits for the first paint."""
        if self._review is None or not is_sealed(self._review):
            return
        from imr_desk.operations.sealing import signed_of
        from imr_desk.signing.statement import matching_words

        for step in (self.author, self.manager):
            signature = signature_in_force(self._review, step.role)
            matching = matching_words(signed_of(signature)) if signature is not None else ""
            step.show_words(matching, waiting=not is_final(self._review))

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what takes longer to load."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._show_words)

    # ---- choosing files
    def _choose_scan(self, role: str) -> None:
        kinds = (
            FileKind(tr("Scans and messages"), (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml", ".msg")),
        )
        path = self.ask.open_file(tr("The scan or message"), kinds, self.folder) if self.ask else None
        if path is not None:
            self._asked_scan = role
            self.scan_chosen.emit(path)

    def _choose_target(self, _checked: bool = False, *, draft: bool) -> None:
        if self.ask is None or self._review is None:
            return
        suggested = self.folder / words.suggested_name(self._review, draft=draft)
        path = self.ask.save_file(self.export_step.button(draft=draft).words(), _word(), suggested)
        if path is not None:
            self.export_requested.emit(path, draft)

    @Slot()
    def _choose_file(self) -> None:
        path = self.ask.open_file(tr("The Word file to check"), _word(), self.folder) if self.ask else None
        if path is not None:
            self._checked = path.name
            self.verify_requested.emit(path)

    # ---- reopening
    @Slot(str, str, str, object)
    def _reopen(self, reason: str, why: str, asked_by: str, day: dt.date) -> None:
        from imr_desk.operations.sealing import Reopen

        if self.ask is not None and self.ask.question(reopen_question()) != "reopen":
            return
        self.reopen.notice.clear()
        self.change_requested.emit(Reopen(reason, why, asked_by, day), "")

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """Say why it was not reopened."""
        if operation.name != "reopen":
            return False
        self.reopen.notice.tell("bad", sentence)
        return True

    # ---- jobs
    def _place_of(self, job: str) -> NoticePlace:
        places = {AUTHOR: self.author.notice, COUNTER_SIGNATORY: self.manager.notice, EXPORT: self.export_step.notice}
        if job == SCAN:
            return places[self._asked_scan]
        return places.get(job, self.check.notice)

    def _set_busy(self, on: bool) -> None:
        for button in (self.export_step.final, self.export_step.draft, self.check.button, self.reopen.form.button):
            button.setEnabled(not on)
        for step in (self.author, self.manager):
            step.set_busy(on)

    @Slot(str)
    def show_busy(self, job: str) -> None:
        """Say that a job has begun, and take no second press."""
        self._set_busy(True)
        if job == EXPORT:
            what = tr("The report is being built, read back and searched for names.")
            self._place_of(job).tell(
                "accent", what, tr("It is written only if all of that holds. You can go on working.")
            )
        elif job == VERIFY:
            self.check.clear()
            self._place_of(job).tell("accent", tr("The file is being compared with the review."))
        elif job != SCAN:
            self._place_of(job).tell("accent", tr("Signing: the checks are run once more and the key is opened."))

    @Slot(str, str, str)
    def show_done(self, job: str, what: str, more: str) -> None:
        """Say that a job is done."""
        self._set_busy(False)
        if what:
            self._place_of(job).tell("good", what, more)
        if job == COUNTER_SIGNATORY:
            self.author.notice.clear()  # it said that the senior manager signs next
        if job in (AUTHOR, COUNTER_SIGNATORY):
            self.author.forget()
            self.manager.forget()
            self._next_step()

    @Slot(str, str)
    def show_failed(self, job: str, sentence: str) -> None:
        """Say why a job was refused. What was typed stays, but for the passphrase."""
        self._set_busy(False)
        place = self._place_of(job)
        if job == VERIFY:
            self.check.refuse(sentence)
        else:
            place.tell("bad", sentence)
        self._reveal(place)

    @Slot(object)
    def show_verdict(self, verdict: Verdict) -> None:
        """Say whether the file says what was signed, and where not."""
        self.check.show_verdict(self._checked, verdict)
        self._reveal(self.check)

    def _reveal(self, part: QWidget) -> None:
        """Bring a part into sight once it has its place."""
        QTimer.singleShot(0, part, partial(self.frame.show_part, part))

    @Slot(object, str)
    def _show_scan(self, path: Path, digest: str) -> None:
        (self.author if self._asked_scan == AUTHOR else self.manager).show_scan(path, digest)

    def _next_step(self) -> None:
        """Give the keyboard to what comes after a signature, since its form has gone."""
        final = self._review is not None and is_final(self._review)
        target: QWidget = self.export_step.button(draft=not final)
        if self.manager.sign is not None:
            target = self.manager.sign.name.editor
        target.setFocus()

    def focus_place(self, place: Place) -> bool:
        """A signature leads to the form that makes it."""
        if place.kind not in ("signature", "reopening"):
            return False
        for step in (self.author, self.manager):
            if step.sign is not None:
                step.sign.name.go_to()
                return True
        self.export_step.draft.setFocus()
        return True


def _state(review: Review) -> tuple[bool, bool]:
    return is_sealed(review), is_final(review)


def _word() -> tuple[FileKind, ...]:
    return (FileKind(tr("Word files"), WORD_FILES),)
