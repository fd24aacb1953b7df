"""A panel’s own blank form: chosen, seen with what fills each heading, and filled in (R-076, R-078)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from imr_desk.i18n import tr, trn
from imr_desk.review.chronology_columns import CELLS, OWN, TOGETHER
from imr_desk.review.sealing import is_sealed
from ui.ask import Answer, FileKind, Question
from ui.pages.sign_off_words import extract_name

if TYPE_CHECKING:
    from imr_desk.jobs.board_form import Binding
    from ui.ask import Ask
    from ui.pages.sign_off import SignOffPage
    from ui.sign_off_jobs import SignOffJobs

FILL, TAKE_OVER, LEAVE = "fill", "take over", "leave"


class BoardForms(QObject):
    """Serves the button ‘Fill in the panel’s own form’ of one sign-off page."""

    def __init__(self, page: SignOffPage, jobs: SignOffJobs, ask: Ask) -> None:
        super().__init__(page)
        self._page, self._jobs, self._ask = page, jobs, ask
        page.extracts.form_wanted.connect(self.begin)
        jobs.form_read.connect(self._ask_what)

    @Slot()
    def begin(self) -> None:
        """Choose the blank form and read it."""
        kind = FileKind(tr("Word files and spreadsheets"), (".docx", ".xlsx"))
        path = self._ask.open_file(tr("The panel’s blank form for the chronology"), (kind,), self._page.folder)
        if path is not None:
            self._jobs.read_form(path)

    @Slot(object)
    def _ask_what(self, read: object) -> None:
        """Show what fills each heading, and ask what to do with the form."""
        binding = cast("Binding", read)
        review = self._page.review
        if review is None:
            return
        answers = [Answer(FILL, tr("Fill in the form"))]
        if not is_sealed(review):
            answers.append(Answer(TAKE_OVER, tr("Take its headings over")))
        answers.append(Answer(LEAVE, tr("Leave it")))
        count = len(binding.cells)
        title = trn("The form has {n} heading", "The form has {n} headings", count)
        answer = self._ask.question(Question(title, words_of(binding), tuple(answers), LEAVE))
        if answer == FILL:
            self._fill(binding)
        elif answer == TAKE_OVER:
            from imr_desk.jobs.board_form import taking_over

            self._page.change_requested.emit(taking_over(binding), "")
            more = tr("What nothing filled is a column of your own now. ‘Columns’ beside the chronology changes them.")
            self._page.extracts.notice.tell("good", tr("The headings are the columns of the chronology."), more)

    def _fill(self, binding: Binding) -> None:
        review, ending = self._page.review, binding.form.ending
        if review is None:
            return
        suggested = self._page.folder / extract_name(review, "chronology-form", ending)
        kind = FileKind(tr("Word files") if ending == ".docx" else tr("Spreadsheets"), (ending,))
        path: Path | None = self._ask.save_file(tr("Save the filled form"), (kind,), suggested)
        if path is not None:
            self._jobs.fill_form(path, binding)


def words_of(binding: Binding) -> str:
    """What fills each heading, a line each; what stays empty last."""
    whole = zip(binding.form.headings, binding.filled(), strict=True)
    filled = [tr("{heading}: {what}").format(heading=heading, what=_what(cell)) for heading, cell in whole if cell]
    empty = [heading for heading, cell in binding.pairs if not cell]
    lines = [*filled]
    if empty:
        lines.append(tr("Stays empty: {headings}").format(headings=", ".join(empty)))
    if binding.names:
        named = tr("Words in the form itself that look like names: {words}. Fill it in only if none of them is staff.")
        lines.append(named.format(words=", ".join(binding.names)))
    lines.append(tr("Everything else in the form stays as it is. To fill a heading otherwise, take the headings over."))
    return "\n".join(lines)


def _what(cell: str) -> str:
    if cell == "agency":
        return tr("your organisation")
    if cell == "others":
        return tr("people of other agencies")
    if cell.startswith(TOGETHER):
        return ", ".join(map(_what, cell.removeprefix(TOGETHER).split("+")))
    return cell.removeprefix(OWN) if cell.startswith(OWN) else tr(CELLS[cell])
