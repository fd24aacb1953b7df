"""A sheet of the recovery key on its page: printed, saved as a PDF, written by hand, or refused."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import tr
from imr_desk.jobs.recovery import RecoverySheet, sheet_as_pdf
from ui.ask import Answer, FileKind, Question
from ui.pages.recovery_sheet import RecoverySheetPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.operations.base import Operation
    from imr_desk.session import Session
    from ui.ask import Ask

    Deed = Callable[[Session], Operation]
    """Makes what is to be kept in the review, once it is open."""


class KeepingSheet(QObject):
    """One sheet on its page. `keep` gets what is to be recorded in the review, each time something was done."""

    def __init__(
        self,
        sheet: RecoverySheet,
        review: Path,
        page: RecoverySheetPage,
        ask: Ask,
        keep: Callable[[Deed], None],
    ) -> None:
        super().__init__(page)
        self._sheet, self._review, self._page, self._ask, self._keep = sheet, review, page, ask, keep
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.kept.connect(self._kept)
        page.refused.connect(self._refused)

    # ---- printed
    @Slot()
    def _print(self) -> None:
        """A printer leaves copies on its way: say so first, and offer writing by hand."""
        question = Question(
            tr("A printer keeps copies"),
            tr(
                "What is printed goes through the queue of this computer, often of a server, and of the printer. "
                "Each may keep it. Writing the key by hand leaves no copy."
            ),
            (
                Answer("leave", tr("Not now")),
                Answer("hand", tr("Write it by hand")),
                Answer("print", tr("Print the sheet")),
            ),
            "leave",
        )
        answer = self._ask.question(question)
        if answer == "hand":
            self._page.show_key()
        if answer != "print":
            return
        printer = self._ask.printer(tr("Print the recovery key"), 1)
        if printer is None:
            return
        from ui.printing import PrintRun
        from ui.widgets.pdf_pages import PdfSource

        PrintRun(printer, PdfSource(self._pdf()), self._page, self).begin(self._printed)

    def _printed(self, count: int, _every: bool) -> None:
        if count:
            self._page.tell_kept(tr("The sheet was sent to the printer. Fetch it at once."))
            self._kept("printed")
        else:
            self._page.refuse(tr("Nothing was printed. The printer did not take the page."))

    # ---- saved
    @Slot()
    def _save(self) -> None:
        suggested = Path.home() / tr("recovery key, sheet {n}.pdf").format(n=self._sheet.number)
        target = self._ask.save_file(tr("Save the recovery key"), (FileKind(tr("PDF"), (".pdf",)),), suggested)
        if target is None:
            return
        from imr_desk.files import write_whole

        try:
            write_whole(target, self._pdf())
        except OSError:
            self._page.refuse(
                tr("‘{name}’ could not be written. Nothing was saved. Choose another place.").format(name=target.name)
            )
            return
        said = tr("Saved as {name}. It is not encrypted: whoever opens it can open the review.")
        if target.absolute().parent == self._review.absolute().parent:
            said = tr("Saved as {name}, beside the review. Move it to another place: there it protects nothing.")
        self._page.tell_kept(said.format(name=target.name))
        self._kept("pdf")

    def _pdf(self) -> bytes:
        return sheet_as_pdf(self._sheet, dt.datetime.now().astimezone().date())

    # ---- recorded in the review
    @Slot(str)
    def _kept(self, how: str) -> None:
        self._keep(partial(_kept, self._sheet.number, how))

    @Slot(str)
    def _refused(self, words: str) -> None:
        self._keep(partial(_refused, self._sheet.number, words))
        self._page.tell_kept(tr("Going on without a recovery key. It can be made later from the menu File."))
        self._page.leave()


def _kept(sheet: int, how: str, session: Session) -> Operation:
    from imr_desk.operations.recovery import KIND, KeepRecoveryKey

    return KeepRecoveryKey(session.new_id(KIND), sheet, how, session.clock().date().isoformat())


def _refused(sheet: int, words: str, session: Session) -> Operation:
    from imr_desk.operations.recovery import KIND, RefuseRecoveryKey

    return RefuseRecoveryKey(session.new_id(KIND), sheet, words, session.clock().date().isoformat())
