"""What goes out beside the report: the chronology by itself, its plain table for merging, and the separate sheets."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal

from imr_desk.i18n import mark, tr
from imr_desk.review.chronology_versions import in_force
from imr_desk.review.review import Review
from imr_desk.review.sealing import chronology_signed_off, is_final
from ui.ask import FileKind
from ui.icons import Glyph
from ui.pages.sign_off_step import Step, StepState
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow

_WORD, _PDF = (mark("Word files"), ".docx"), (mark("PDF"), ".pdf")
_SHEET, _LIST, _DATA = (mark("Spreadsheets"), ".xlsx"), (mark("Lists"), ".csv"), (mark("JSON, for programs"), ".json")


class Extract(NamedTuple):
    """One of them: its id, its button, what the button says besides, the title of the dialog, and its forms."""

    id: str
    words: str
    more: str
    title: str
    forms: tuple[tuple[str, str], ...]
    stem: str


EXTRACTS = (
    Extract(
        "T7",
        mark("Export the chronology"),
        mark("With cover, key, sources and a page for signatures."),
        mark("Save the chronology"),
        (_WORD, _PDF),
        "chronology",
    ),
    Extract(
        "T7-table",
        mark("Export the plain table"),
        mark("One table and nothing else, which Word or a merge tool can join with those of other agencies."),
        mark("Save the plain table of the chronology"),
        (_WORD, _SHEET, _LIST),
        "chronology-table",
    ),
    Extract(
        "T7-merge",
        mark("Export for a merging tool"),
        mark("In the order that tools such as Chronolator sort by: start, end, source, then the other columns."),
        mark("Save the chronology for a merging tool"),
        (_WORD, _SHEET, _LIST),
        "chronology-merge",
    ),
    Extract(
        "T7-data",
        mark("Export all fields"),
        mark("Every field under a fixed name, with dates in EDTF, for programs that compare or merge."),
        mark("Save all fields of the chronology"),
        (_DATA, _LIST, _SHEET),
        "chronology-data",
    ),
    Extract(
        "sheets",
        mark("Export the separate sheets"),
        mark("Document control, clearance and feedback to staff. They are no part of the signed report."),
        mark("Save the separate sheets"),
        (_WORD, _PDF),
        "sheets",
    ),
)


def kinds_of(extract: Extract) -> tuple[FileKind, ...]:
    """The forms in which it is written, the usual one first."""
    return tuple(FileKind(tr(name), (ending,)) for name, ending in extract.forms)


class ExtractsStep(Step):
    """A button for each. `wanted` gives the Extract that was asked for."""

    wanted = Signal(object)
    form_wanted = Signal()
    """The panel’s own blank form is to be filled in."""

    def __init__(self) -> None:
        super().__init__(tr("The chronology by itself, and separate sheets"))
        self.buttons = {each.id: Button(tr(each.words), "plain", Glyph.FILE_TEXT) for each in EXTRACTS}
        self.last = self.buttons[EXTRACTS[0].id]
        for each in EXTRACTS:
            self.buttons[each.id].setAccessibleDescription(tr(each.more))
            self.buttons[each.id].setToolTip(tr(each.more))
            self.buttons[each.id].clicked.connect(partial(self._want, each))
        self.form = Button(tr("Fill in the panel’s own form …"), "plain", Glyph.FILE_TEXT)
        more = tr(
            "A blank Word file or spreadsheet that the panel sent. Its headings are kept, and its table is filled."
        )
        self.form.setAccessibleDescription(more)
        self.form.setToolTip(more)
        self.form.clicked.connect(self._want_form)
        self.add(Flow(*self.buttons.values(), self.form, gap=8), 2)

    def _want_form(self) -> None:
        self.last = self.form
        self.form_wanted.emit()

    def _want(self, extract: Extract, _checked: bool = False) -> None:
        self.last = self.buttons[extract.id]
        self.wanted.emit(extract)

    def set_busy(self, on: bool) -> None:
        """Take no press while something is being written."""
        for button in (*self.buttons.values(), self.form):
            button.setEnabled(not on)

    def show_review(self, review: Review) -> None:
        """Say whether the chronology goes out as final."""
        latest, current = chronology_signed_off(review), in_force(review)
        final = current is not None or is_final(review)
        first = (
            tr("The chronology goes out as final: its sign-off is recorded.")
            if current is not None
            else tr("The chronology goes out as final: both signatures are in.")
            if final
            else tr("The chronology has changed since it was signed off: until its next version is, it is a draft.")
            if latest is not None
            else tr("Until its sign-off is recorded under ‘Chronology’, the chronology goes out as a draft.")
        )
        line = tr("The plain table is for whoever merges several. The sheets are never sealed.")
        self.show_state(StepState.NEXT, f"{first} {line}")
