"""Stage 8, ‘Ready?’: the gates, the matrix, every check, and the quality checklist. No scores, no percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent

from imr_desk.guidance.matrix import KINDS
from ui.forms.section import FoldingSection
from ui.forms.specs import SectionOf, kinds_shown
from ui.pages.form_page import FormPage
from ui.pages.ready_checklist import ChecklistPart
from ui.pages.ready_checks import ChecksPart
from ui.pages.ready_details import DetailsPart
from ui.pages.ready_gates import GatesPart
from ui.pages.ready_matrix import MatrixPart
from ui.pages.ready_sections import READY_SECTIONS
from ui.pages.ready_words import lead_of
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place, Result
    from imr_desk.review.review import Review


class ReadyPage(FormPage):
    """It shows what the guidance panel would, so the panel folds beside it."""

    stage: ClassVar[int] = 8
    sections: ClassVar[tuple[SectionOf, ...]] = READY_SECTIONS
    kinds: ClassVar[frozenset[str]] = kinds_shown(READY_SECTIONS) | KINDS | {"signature"}
    says_guidance: ClassVar[bool] = True

    exempt_asked = Signal(str, str)
    """A requirement, and the reason why it does not apply."""
    take_back_asked = Signal(str)
    """A requirement that applies after all."""
    details_asked = Signal()
    """The page of identifying details is wanted."""

    def __init__(self) -> None:
        self._results: tuple[Result, ...] | None = None
        self._behind = self._told = False
        self._connected: set[int] = set()
        super().__init__()

    def build_all(self) -> None:
        """Build every section now."""
        for part in self.parts:
            self._build(part)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        super().show_review(review, reload_focused=reload_focused)
        self._tell_matrix()

    def show_results(self, results: tuple[Result, ...]) -> None:
        """As of a Page."""
        self._results = results
        if self.isVisible():
            self._show_results(results)
        else:
            self._behind = True

    def _show_results(self, results: tuple[Result, ...]) -> None:
        self._behind = False
        before, lead = self.frame.head.lead.text(), lead_of(self.host.review, results)
        self.frame.head.set_lead(lead)
        if lead != before and self._told:
            announce(self, lead)
        self._told = True
        for part in self._parts():
            if isinstance(part, GatesPart | ChecksPart | ChecklistPart | DetailsPart):
                part.show_results(results)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found while the page was out of sight."""
        super().showEvent(event)
        if self._behind and self._results is not None:
            self._show_results(self._results)

    def _build(self, part: FoldingSection) -> None:
        super()._build(part)
        for each in part.parts:
            if id(each) in self._connected:
                continue
            self._connected.add(id(each))
            if isinstance(each, ChecksPart):
                each.exempt_asked.connect(self.exempt_asked)
                each.take_back_asked.connect(self.take_back_asked)
                each.question_asked.connect(self._show_question)
            if isinstance(each, MatrixPart):
                each.was_read.connect(self._tell_matrix)
            if isinstance(each, DetailsPart):
                each.asked.connect(self.details_asked)
            if isinstance(each, GatesPart):
                each.shown_asked.connect(self._show_check)
            if isinstance(each, GatesPart | ChecksPart | ChecklistPart | DetailsPart) and self._results is not None:
                each.show_results(self._results)
        self._tell_matrix()

    def _parts(self) -> tuple[object, ...]:
        """Every part that is built."""
        return tuple(each for section in self.parts for each in section.parts)

    @Slot()
    def _tell_matrix(self) -> None:
        """The list of checks names the questions with empty cells."""
        matrix = next((each for each in self._parts() if isinstance(each, MatrixPart)), None)
        for each in self._parts():
            if isinstance(each, ChecksPart) and matrix is not None:
                each.show_matrix(matrix.rows)

    # ---- going about
    @Slot(str)
    def _show_check(self, check: str) -> None:
        self.build_all()
        for each in self._parts():
            if isinstance(each, ChecksPart):
                self.section_of(each).set_open(True)
                each.show_check(check)

    @Slot(str)
    def _show_question(self, question: str) -> None:
        for each in self._parts():
            if isinstance(each, MatrixPart):
                self.section_of(each).set_open(True)
                each.focus_question(question)

    def section_of(self, part: object) -> FoldingSection:
        """The section in which a part stands."""
        return next(section for section in self.parts if part in section.parts)

    def focus_place(self, place: Place) -> bool:
        """As of a Page; a reason why something does not apply is a line of the list."""
        if place.kind == "exemption":
            record = self.host.review.get(place.record_id)
            if record is not None:
                self._show_check(record.text("requirement"))
                return True
        return super().focus_place(place)
