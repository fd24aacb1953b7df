"""Stage 9: the author signs, the senior manager counter-signs, and the report goes out (R-136 to R-139, R-148).

Each step says what holds it. The page asks by signals; `SignOffJobs` does what is asked. Beside the page stands the
reader, in which the report is read before it is written or counter-signed.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, is_final
from ui.ask import Ask, FileKind
from ui.pages import sign_off_words as words
from ui.pages.sign_off_board_form import BoardForms
from ui.pages.sign_off_extracts import Extract, kinds_of
from ui.pages.sign_off_parts import SignOffParts
from ui.pages.sign_off_reopen import reopen_question
from ui.pages.sign_off_signature import SignatureStep
from ui.pages.sign_off_step import NoticePlace
from ui.sign_off_jobs import EXPORT, EXTRACT, KEPT, PREVIEW, SCAN, VERIFY, SignOffJobs

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.jobs.preview import Preview
    from imr_desk.jobs.verify import Verdict
    from imr_desk.operations.base import Operation


class SignOffPage(SignOffParts):
    """Both signatures, export, verification, the way back; and what is kept of the process."""

    def __init__(self) -> None:
        super().__init__()
        self._outdated = False
        self._connect()

    def _connect(self) -> None:
        for step in (self.author, self.manager):
            step.sign_asked.connect(self.sign_requested)
            step.record_asked.connect(self.record_signature_requested)
            step.scan_wanted.connect(partial(self._choose_scan, step.role))
            step.place_asked.connect(self.place_requested)
            step.read_asked.connect(partial(self._read_to_sign, step))
            step.notice.stop_asked.connect(self.stop_requested)
        self.presented.place_asked.connect(self.place_requested)
        self.export_step.final.clicked.connect(partial(self.begin_export, draft=False))
        self.export_step.draft.clicked.connect(partial(self.begin_export, draft=True))
        self.extracts.wanted.connect(self._choose_extract)
        self.extracts.notice.stop_asked.connect(self.stop_requested)
        self.reader.save_asked.connect(self._choose_target)
        self.reader.left.connect(self._leave_reader)
        self.reader.counter_sign_asked.connect(self._leave_reader)
        self.reader.stop_asked.connect(self.stop_requested)
        self.signatures.scan_wanted.connect(self._choose_copy)
        self.check.file_wanted.connect(self.choose_file)
        self.check.notice.stop_asked.connect(self.stop_requested)
        self.reopen.form.reopen_asked.connect(self._reopen)

    def use(self, jobs: SignOffJobs, ask: Ask, folder: Path | None = None) -> None:
        """Have `jobs` do what is asked for here, and put questions through `ask`."""
        self.ask = ask
        self.folder = folder or self.folder
        self.sign_requested.connect(jobs.sign)
        self.record_signature_requested.connect(jobs.record)
        self.scan_chosen.connect(jobs.read_scan)
        self.scan_copy_requested.connect(jobs.save_scan)
        self.preview_requested.connect(jobs.preview)
        self.export_requested.connect(jobs.export)
        self.extract_requested.connect(jobs.export_extract)
        self.board_forms = BoardForms(self, jobs, ask)
        self.verify_requested.connect(jobs.verify)
        self.stop_requested.connect(jobs.stop)
        jobs.began.connect(self.show_busy)
        jobs.went_on.connect(self._show_step)
        jobs.done.connect(self.show_done)
        jobs.failed.connect(self.show_failed)
        jobs.stopped.connect(self.show_stopped)
        jobs.verified.connect(self.show_verdict)
        jobs.previewed.connect(self.show_preview)
        jobs.scan_read.connect(self._show_scan)

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page. What was being read is no longer what stands here once the review is another."""
        changed = review is not self._review
        super().show_review(review, reload_focused=reload_focused)
        if changed and self.reader.shown is not None:
            self._outdate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another stage is in sight, where the report may be edited: what was read here is read anew."""
        super().hideEvent(event)
        if not event.spontaneous() and self.reader.isVisibleTo(self):
            self._outdate()

    def _outdate(self) -> None:
        """Leave the reader; where the report is being written from it, as soon as that has ended."""
        self._outdated = self.reader.notice.progress is not None and self.reader.shown is not None
        if not self._outdated:
            self._leave_reader()

    # ---- reading what will be written
    def begin_export(self, _checked: bool = False, *, draft: bool | None = None) -> None:
        """Show what will be written; without `draft`, the signed report where both have signed."""
        as_draft = not (self._review is not None and is_final(self._review)) if draft is None else draft
        self._show_reader(draft=as_draft)

    def _read_to_sign(self, step: SignatureStep) -> None:
        self._show_reader(draft=False, to_sign=step)

    def _show_reader(self, *, draft: bool, to_sign: SignatureStep | None = None) -> None:
        matching = self._matching_words(AUTHOR) if to_sign is self.manager else ()
        self.frame.hide()
        self.reader.show()
        self.reader.begin(draft=draft, signs=to_sign.button_words() if to_sign else "", words=matching)
        self.preview_requested.emit(draft)

    @Slot(object)
    def show_preview(self, preview: Preview) -> None:
        """Show what will be written."""
        if self._review is not None and self.reader.isVisibleTo(self):
            name = words.suggested_name(self._review, draft=preview.draft)
            self.reader.show_preview(preview, self.folder / name)

    @Slot()
    def _leave_reader(self) -> None:
        """Go back to the steps, to what led away from them."""
        if not self.reader.isVisibleTo(self):
            return
        self.stop_requested.emit()
        focus, signs, draft = self.window().focusWidget(), self.reader.signs, self.reader.draft
        had_keyboard = focus is not None and self.reader.isAncestorOf(focus)
        said = self.reader.notice.said
        self.reader.forget()
        self.reader.hide()
        self.frame.show()
        if said is not None:
            self.export_step.notice.tell(*said, speak=False)
        if had_keyboard:
            self._after_reading(draft=draft, to_sign=bool(signs))

    def _after_reading(self, *, draft: bool, to_sign: bool) -> None:
        step = next((each for each in (self.author, self.manager) if each.sign is not None), None)
        if to_sign and step is not None and step.sign is not None:
            step.sign.name.go_to()
        else:
            self.export_step.button(draft=draft).setFocus()

    # ---- choosing files
    def _choose_scan(self, role: str) -> None:
        kinds = (FileKind(tr("Scans and messages"), SCANS),)
        path = self.ask.open_file(tr("The scan or message"), kinds, self.folder) if self.ask else None
        if path is not None:
            self._asked_scan = role
            self.scan_chosen.emit(path)

    @Slot(str)
    def _choose_copy(self, document: str) -> None:
        """Ask where a copy of a kept scan is to be written."""
        found = self._review.get(document) if self._review is not None else None
        if self.ask is None or found is None:
            return
        ending = words.ending_of(found.text("media_type"))
        suggested = self.folder / f"{document}{ending}"
        kinds = (FileKind(tr("Scans and messages"), (ending or ".*",)),)
        path = self.ask.save_file(tr("Save a copy of the scan"), kinds, suggested)
        if path is not None:
            self.scan_copy_requested.emit(document, path)

    @Slot(bool)
    def _choose_target(self, draft: bool) -> None:
        if self.ask is None or self._review is None:
            return
        suggested = self.folder / words.suggested_name(self._review, draft=draft)
        path = self.ask.save_file(tr("Save the report"), _forms(), suggested)
        if path is not None:
            self.export_requested.emit(path, draft)

    @Slot(object)
    def _choose_extract(self, extract: Extract) -> None:
        if self.ask is None or self._review is None:
            return
        suggested = self.folder / words.extract_name(self._review, extract.stem, extract.forms[0][1])
        path = self.ask.save_file(tr(extract.title), kinds_of(extract), suggested)
        if path is not None:
            self.extract_requested.emit(path, extract.id)

    @Slot()
    def choose_file(self) -> None:
        """Let the person choose a Word file or PDF, and compare it with the review."""
        path = self.ask.open_file(tr("The report to check"), (_either(),), self.folder) if self.ask else None
        if path is not None:
            self.check_file(path)

    def check_file(self, path: Path) -> None:
        """Compare a Word file or PDF with the review, wherever it came from."""
        self._leave_reader()
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
        """Say why it was not reopened, or at its field why a change was not kept."""
        if operation.name != "reopen":
            return super().change_refused(operation, sentence)
        self.reopen.notice.tell("bad", sentence)
        return True

    # ---- jobs
    def _place_of(self, job: str) -> NoticePlace:
        reading = self.reader.isVisibleTo(self)
        places = {
            AUTHOR: self.author.notice,
            COUNTER_SIGNATORY: self.manager.notice,
            EXPORT: self.reader.notice if reading else self.export_step.notice,
            PREVIEW: self.reader.notice if reading else self.export_step.notice,
            EXTRACT: self.extracts.notice,
            KEPT: self.kept_notice,
        }
        if job == SCAN:
            return places[self._asked_scan]
        return places.get(job, self.check.notice)

    def _set_busy(self, on: bool) -> None:
        for button in (self.export_step.final, self.export_step.draft, self.check.button, self.reopen.form.button):
            button.setEnabled(not on)
        self.extracts.set_busy(on)
        self.reader.set_busy(on)
        for step in (self.author, self.manager):
            step.set_busy(on)

    @Slot(str)
    def show_busy(self, job: str) -> None:
        """Say that a job has begun, take no second press, and give the keyboard to the way to stop it."""
        place = self._place_of(job)
        if job == VERIFY:
            self.check.clear()
        if job in words.BEGUN:
            place.begin(*(tr(each) for each in words.BEGUN[job]))
        self._set_busy(True)
        if place.progress is not None and place.isVisible():
            place.progress.button.setFocus()
            self._bring(place)

    @Slot(str, str, int)
    def _show_step(self, job: str, doing: str, percent: int) -> None:
        self._place_of(job).go_on(doing, percent)

    @Slot(str, str, str)
    def show_done(self, job: str, what: str, more: str) -> None:
        """Say that a job is done."""
        self._set_busy(False)
        if what:
            self._place_of(job).tell("good", what, more)
        if job == EXPORT and self.reader.isVisibleTo(self):
            self._written()
        if job == COUNTER_SIGNATORY:
            self.author.notice.clear()  # it said that the senior manager signs next
        if job in (AUTHOR, COUNTER_SIGNATORY):
            self.author.forget()
            self.manager.forget()
            self._next_step()

    def _written(self) -> None:
        """Leave the keyboard at the way back, or go back where the review is another by now."""
        if self._outdated:
            self._outdate()
            return
        self.reader.written()
        if self.isVisible():
            self.reader.back.setFocus()

    @Slot(str, str)
    def show_failed(self, job: str, sentence: str) -> None:
        """Say why a job was refused. What was typed stays, but for the passphrase."""
        self._ended(job, sentence, refused=True)

    @Slot(str, str)
    def show_stopped(self, job: str, sentence: str) -> None:
        """Say that a job was stopped, and that everything is as it was."""
        self._ended(job, sentence, refused=False)

    def _ended(self, job: str, sentence: str, *, refused: bool) -> None:
        place = self._place_of(job)
        had_keyboard = place.holds_keyboard()
        self._set_busy(False)
        if job == VERIFY and refused:
            self.check.refuse(sentence)
        else:
            place.tell("bad" if refused else "accent", sentence)
        self._bring(place)
        if had_keyboard:
            self._begun_by(job).setFocus()

    def _begun_by(self, job: str) -> QWidget:
        """What began a job, for the keyboard to go back to."""
        if self.reader.isVisibleTo(self):
            return self.reader.way_on()
        if job in (AUTHOR, COUNTER_SIGNATORY):
            return (self.author if job == AUTHOR else self.manager).way_on()
        if job == EXTRACT:
            return self.extracts.last
        final = self._review is not None and is_final(self._review)
        return self.check.button if job == VERIFY else self.export_step.button(draft=not final)

    @Slot(object)
    def show_verdict(self, verdict: Verdict) -> None:
        """Say whether the file says what was signed, and where not."""
        had_keyboard = self.check.notice.holds_keyboard()
        self.check.show_verdict(self._checked, verdict)
        if had_keyboard:
            self.check.button.setEnabled(True)
            self.check.button.setFocus()
        self._bring(self.check)

    def _bring(self, part: QWidget) -> None:
        """Bring a part of the steps into sight once it has its place; the reader does not scroll as a whole."""
        if self.frame.isAncestorOf(part):
            QTimer.singleShot(0, part, partial(self.frame.show_part, part))

    @Slot(object, str)
    def _show_scan(self, path: Path, digest: str) -> None:
        (self.author if self._asked_scan == AUTHOR else self.manager).show_scan(path, digest)

    # ---- going about
    def _next_step(self) -> None:
        """Give the keyboard to what comes after a signature, since its form has gone."""
        final = self._review is not None and is_final(self._review)
        target: QWidget = self.export_step.button(draft=not final)
        if self.manager.sign is not None or self.manager.first_held() is not None:
            target = self.manager.way_on()
        target.setFocus()

    def go_to_signing(self) -> None:
        """Go to the signature that is next: to its form, or to the first thing that holds it."""
        self._leave_reader()
        for step in (self.author, self.manager):
            if step.sign is not None or step.first_held() is not None:
                step.way_on().setFocus()
                self._bring(step)
                return
        self._next_step()

    def focus_place(self, place: Place) -> bool:
        """A signature leads to the form that makes it."""
        self._leave_reader()
        if place.kind not in ("signature", "reopening"):
            return super().focus_place(place)
        self.go_to_signing()
        return True


SCANS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml", ".msg")
"""Endings of what may be kept of a signature on paper or by e-mail."""


def _forms() -> tuple[FileKind, ...]:
    """The forms in which a report is written, the usual one first."""
    return FileKind(tr("Word files"), (".docx",)), FileKind(tr("PDF"), (".pdf",))


def _either() -> FileKind:
    return FileKind(tr("Word files and PDF"), (".docx", ".pdf"))
