"""What stands on ‘Independence and notices’, section by section (B12; R-042 to R-061, R-167 to R-182)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import kind_of
from ui.forms.card_words import ListColumn
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import FormOf, ListOf, SectionOf
from ui.icons import Glyph
from ui.pages.independence_cards import (
    by_day,
    contact_cards,
    declaration_cards,
    next_declaration,
    next_notice,
    next_process,
    next_report,
    notice_cards,
    process_cards,
    processes_left,
    report_cards,
)
from ui.widgets.buttons import Button
from ui.widgets.surfaces import at_left, put_in

DATE = 136
"""How wide the dates at the left of the cards are, at 100 %."""
AFTER_TOP = 1
"""Where, among what a list is made of, its first line ends."""


class ProcessList(RecordList):
    """The register of processes, with a way to begin an answer for each kind at once."""

    def __init__(self, host: FormHost, look: ListLook) -> None:
        super().__init__(host, kind_of("parallel_process"), look)
        self.add_all = Button(tr("List every kind still to be answered"), "plain", Glyph.PLUS)
        self.add_all.clicked.connect(self._add_all_asked)
        self._wants_all = False
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            put_in(layout, at_left(self.add_all), AFTER_TOP)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a RecordList; the way to begin them all is there while more than one is missing."""
        before = set(self._items)
        super().show_review(reload_focused=reload_focused)
        new = [each for each in self._items if each not in before]
        if self._wants_all and new:
            self._wants_all = False
            self.item(new[0]).button.setFocus(Qt.FocusReason.TabFocusReason)
        self.add_all.setHidden(self._host.sealed or len(processes_left(self._host.review)) < 2)

    @Slot()
    def _add_all_asked(self) -> None:
        self._wants_all = True
        rows = tuple({"process": each} for each in processes_left(self._host.review))
        self._host.records_requested.emit(self.kind.name, rows, ())


@dataclass(frozen=True)
class ProcessesOf(ListOf):
    """The register of parallel processes."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return ProcessList(host, self.look)


INDEPENDENCE_SECTIONS = (
    SectionOf(
        mark("Declarations of independence"),
        mark("Made and dated before the work begins: no part in the case, no line management, no connection."),
        (
            ListOf(
                "declaration",
                ListLook(
                    add=mark("Add a declaration"),
                    empty=mark("Nobody has declared yet. The author declares first, then the counter-signing manager."),
                    cards=declaration_cards,
                    first=next_declaration,
                ),
            ),
            FormOf("independence", heading=mark("Where the author comes from")),
        ),
    ),
    SectionOf(
        mark("Who was told"),
        mark("Notices of the review: to whom, when, by whom, and how it can be shown."),
        (
            ListOf(
                "notification",
                ListLook(
                    add=mark("Add a notice"),
                    empty=mark("Nobody was told yet. A new notice begins with who has to be told first."),
                    lead=ListColumn("date", DATE),
                    cards=notice_cards,
                    first=next_notice,
                    chosen=partial(by_day, kind="notification"),
                    by_hand=False,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Progress reports"),
        mark("What those who answer for the report were told while the work went on."),
        (
            ListOf(
                "progress_report",
                ListLook(
                    add=mark("Add a report"),
                    empty=mark("No report yet. Every four weeks is usual, until the report is cleared."),
                    lead=ListColumn("date", DATE),
                    cards=report_cards,
                    first=next_report,
                    chosen=partial(by_day, kind="progress_report"),
                    by_hand=False,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Log of contacts"),
        mark("With whom you were in touch, and about what. One line for each will do."),
        (
            ListOf(
                "contact_note",
                ListLook(
                    add=mark("Add a contact"),
                    empty=mark("Nothing logged yet. Begin with the police and the board."),
                    lead=ListColumn("date", DATE),
                    cards=contact_cards,
                    chosen=partial(by_day, kind="contact_note"),
                    by_hand=False,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Parallel processes"),
        mark(
            "Each kind is answered, ‘none’ too, with the day it was looked into. While criminal proceedings are live, "
            "more is asked at interviews and for disclosure."
        ),
        (
            ProcessesOf(
                "parallel_process",
                ListLook(
                    add=mark("Add a process"),
                    empty=mark("Nothing answered yet. List every kind at once, then say how each stands."),
                    cards=process_cards,
                    first=next_process,
                ),
            ),
        ),
    ),
)
