"""What stands on ‘Sign-off’ and how it shows a review: the steps of the two signatures, who signed, export, check.

The page itself, with what it does, is `sign_off.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLayout

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, is_final, is_sealed, signature_in_force
from ui.ask import Ask
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages import sign_off_words as words
from ui.pages.form_page import FormPage
from ui.pages.report_reader import ReportReader
from ui.pages.sign_off_check import CheckPart
from ui.pages.sign_off_export import ExportStep
from ui.pages.sign_off_extracts import ExtractsStep
from ui.pages.sign_off_presented import PresentedStep
from ui.pages.sign_off_records import SignaturesPart
from ui.pages.sign_off_reopen import ReopenPart
from ui.pages.sign_off_sections import SIGN_OFF_SECTIONS
from ui.pages.sign_off_signature import SignatureStep
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.cards import CardList
from ui.widgets.surfaces import column

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Result

SIGNED_BY_RULE = frozenset(
    {
        "review",
        "signature",
        "reopening",
        "author",
        "counter_signatory",
        "document",
        "afterwards",
        "chronology_sign_off",
    }
)


class SignOffParts(FormPage):
    """The parts of the page, and what each says of a review."""

    stage: ClassVar[int] = 9
    sections: ClassVar[tuple[SectionOf, ...]] = SIGN_OFF_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(SIGN_OFF_SECTIONS) | SIGNED_BY_RULE

    sign_requested = Signal(str, str, str, str)
    """Role, name, job title, passphrase of the signing key."""
    record_signature_requested = Signal(object)
    """A SignedElsewhere: a signature made on paper or by e-mail."""
    scan_chosen = Signal(object)
    """The path of a scan or message, whose digest is to be shown."""
    scan_copy_requested = Signal(str, object)
    """The reference of a kept scan, and where a copy of it is to be written."""
    preview_requested = Signal(bool)
    """What a draft, or the signed report, will say is to be shown."""
    export_requested = Signal(object, bool)
    """Where the report is to be written, and whether it is a draft."""
    extract_requested = Signal(object, str)
    """Where something beside the report is to be written, and what."""
    verify_requested = Signal(object)
    """The path of a Word file that is to be compared with the review."""
    stop_requested = Signal()
    """The job that runs is to end."""

    def __init__(self) -> None:
        self.ask: Ask | None = None
        self.folder = Path.home()
        """Where a report is offered to be written; whoever knows the review file says so."""
        self._review: Review | None = None
        self._results: tuple[Result, ...] | None = None
        self._painted = False
        self._computer = ""
        self._asked_scan, self._checked = AUTHOR, ""
        self.author = SignatureStep(AUTHOR, tr("Signature of the author"))
        self.manager = SignatureStep(COUNTER_SIGNATORY, tr("Counter-signature of the senior manager"))
        self.export_step = ExportStep()
        self.extracts, self.presented = ExtractsStep(), PresentedStep()
        self.steps = CardList(self.author, self.manager, self.export_step, self.extracts, self.presented)
        self.signatures, self.check, self.reopen = SignaturesPart(), CheckPart(), ReopenPart()
        self.kept_notice = NoticePlace()
        self.signatures.add(self.kept_notice, 4)
        self.reader = ReportReader()
        self.reader.hide()
        super().__init__(self.steps, self.reopen, self.signatures, self.check)
        self.setAccessibleName(tr("Sign-off"))

    @property
    def review(self) -> Review | None:
        """The review as it is shown."""
        return self._review

    def _lay_out(self) -> QLayout:
        return column(self.frame, self.reader, gap=0)

    # ---- what it shows
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Show how the signatures stand."""
        before, self._review = self._review, review
        if before is not None and _state(before) != _state(review):
            self.check.clear()
            self.export_step.notice.clear()
            self.extracts.notice.clear()
        super().show_review(review, reload_focused=reload_focused)
        self.sealed_notice.hide()  # nothing here belongs to the report part
        self.frame.head.set_lead(words.lead_line(review))
        self._show_steps(review)
        self.export_step.show_review(review)
        self.extracts.show_review(review)
        self.signatures.show_review(review, self._computer)
        self.reopen.show_sealed(words.reopen_line(review) if is_sealed(review) and not self.reading else "")
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
            elif self.reading:
                step.show_later(tr("The review is open for reading only."))
            elif step is self.manager and signed[0] is None:
                step.show_later(tr("Opens when the author has signed."))
            else:
                held = None if self._results is None else words.held_by(self._results, step.role, review)
                step.show_open(held, review.one(kind).text("job_title"))
        asked = None if self._results is None else words.held_by(self._results, words.PRESENTED, review)
        self.presented.show_review(review, asked)

    def _matching_words(self, role: str) -> tuple[str, ...]:
        """The matching words of the signature in force; none where there is none, or none made here."""
        from imr_desk.operations.sealing import signed_of
        from imr_desk.signing.statement import matching_words

        signature = signature_in_force(self._review, role) if self._review is not None else None
        return tuple(matching_words(signed_of(signature)).split()) if signature is not None else ()

    def _show_words(self) -> None:
        """Show matching words. They need the signing library, so this waits for the first paint."""
        if self._review is None or not self._review.all("signature"):
            return
        from imr_desk.signing.key_folder import known_computer

        self._computer = known_computer()
        self.signatures.show_review(self._review, self._computer)
        for step in (self.author, self.manager):
            step.show_words(" ".join(self._matching_words(step.role)), waiting=not is_final(self._review))

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what takes longer to load."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._show_words)


def _state(review: Review) -> tuple[bool, bool]:
    return is_sealed(review), is_final(review)
