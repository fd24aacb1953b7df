"""Staff names: how many are registered to each job title, ‘Who is this?’, and what was decided to be no person.

A page over the page of the stage; Esc goes back there. No name is ever shown here, because the file holds none: only
keyed hashes (R-183, R-184).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.codes import PEOPLE, people
from ui import theme
from ui.models.rows import RowsModel
from ui.pages.page import Page
from ui.pages.staff_names_decided import DecidedWords, ReplacedNames
from ui.pages.staff_names_key import KeySection
from ui.pages.staff_names_many import ManyNames
from ui.pages.staff_names_who import WhoIsThis
from ui.widgets.buttons import Button
from ui.widgets.cells import Cell, TableColumn
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import at_left, column
from ui.widgets.tab_order import put_in_reading_order
from ui.widgets.table import Table

if TYPE_CHECKING:
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review

TABLE_HIGH = 320
"""How high the table is, in pixels at 100 %."""


class Lookup(NamedTuple):
    """The answer to ‘Who is this?’: the codes of whoever it can be, and whether it was decided to be no person.

    `exact` is False where the words are only close to a name, or hold more than it.
    """

    codes: tuple[str, ...] = ()
    no_person: bool = False
    exact: bool = True


@dataclass(frozen=True)
class Titled:
    """One job title or code, and how many names are registered for it."""

    id: str
    code: str
    kind: str
    names: int
    missing: int = 0
    """Names of theirs that are still to be typed again."""


def _names(row: Titled) -> Cell:
    words = trn("{n} name", "{n} names", row.names) if row.names else tr("None")
    again = tr("{n} to be typed again").format(n=row.missing) if row.missing else ""
    return Cell(words, again, tone="text" if row.names else "text_quiet")


class StaffNamesPage(Page):
    """Shown over a stage. Whoever holds the session answers `asked` with `show_answer`, and gives the numbers."""

    stage = 1
    kinds = frozenset(PEOPLE)
    keeps_typing = False

    left = Signal()
    asked = Signal(str)
    """Who is this?"""
    register_asked = Signal(str, str, str)
    """A name, the id of its job title, or "" and the job title of somebody new."""
    forget_asked = Signal(str)
    """The id of somebody whose names are to be forgotten."""
    take_back_asked = Signal(str)
    """Words that are no longer to be held for no person."""
    keys_back_asked = Signal(tuple)
    """The same, by the keys of the decisions."""
    identities_asked = Signal()
    staff_key_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = Button(tr("Back to the page"), "plain")
        self.frame = PageFrame(tr("Staff names"), " ", self.back)
        self.who = WhoIsThis()
        self.decided, self.replaced = DecidedWords(), ReplacedNames()
        self.many, self.key = ManyNames(), KeySection()
        self._review: Review | None = None
        self._counts: Mapping[str, int] = {}
        self._missing: Mapping[str, int] = {}
        columns = (
            TableColumn[Titled]("code", tr("Job title or code"), lambda row: Cell(row.code, row.kind, strong=True)),
            TableColumn[Titled]("names", tr("Names registered"), _names, 180),
        )
        self.model = RowsModel[Titled](columns, key=lambda row: row.id)
        self.table = Table(tr("Job titles and how many names are registered"), self.model, (0, 180))
        self.model.setParent(self.table)
        self.forget = Button(tr("Forget the names"), "small")
        self.no_titles = Label(tr("No job titles yet. They begin with the first one you register."), tone="text_quiet")
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("Staff names"))

    def _lay_out(self) -> None:
        titles = Section(tr("Job titles"), tr("How many names are registered for each. Delete forgets them."))
        for part in (self.no_titles, self.table):
            titles.add(part)
        titles.add(at_left(self.forget), 4)
        subjects = Section(
            tr("Real names of subjects and others"),
            tr("They are on a private page of their own, which no print, export or search reads."),
        )
        self.identities = Button(tr("Open the private page"), "link")
        subjects.add(at_left(self.identities))
        sealed = Section(
            tr("Sealed staff key"),
            tr("Names and job titles in a separate encrypted file, lodged with a post, for invitations and debriefs."),
        )
        self.staff_key = Button(tr("Write or read a sealed key"), "link")
        sealed.add(at_left(self.staff_key))
        for section in (self.who, titles, self.many, self.decided, self.replaced, subjects, sealed, self.key):
            self.frame.add(section)
        self.setLayout(column(self.frame, gap=0))
        self.table.setFixedHeight(theme.px(TABLE_HIGH))
        put_in_reading_order(self)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.who.asked.connect(self.asked)
        self.who.register_asked.connect(self.register_asked)
        self.who.take_back_asked.connect(self.take_back_asked)
        self.decided.take_back_asked.connect(self.keys_back_asked)
        for section in (self.decided, self.many, self.key):
            section.rearranged.connect(self._order)
        self.many.planned.connect(self._planned)
        self.forget.clicked.connect(self._forget)
        self.table.row_chosen.connect(self._chosen)
        self.identities.clicked.connect(self.identities_asked)
        self.staff_key.clicked.connect(self.staff_key_asked)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self._review = review
        self._show()

    def show_numbers(self, counts: Mapping[str, int], decided: int, *, readable: bool) -> None:
        """How many names are registered for each id, and how many words are decided to be no person."""
        self._counts = counts
        lead = tr(
            "Names are never shown here: the review does not keep them, it only knows a name again when it meets it. "
            "Type a name to be told its job title."
        )
        if not readable:
            lead = tr("Names are never shown here. The list cannot be read now: below, at its key, it says why.")
        self.frame.head.set_lead(lead)
        self.decided.show_number(decided)
        self._show()

    def show_missing(self, missing: Mapping[str, int]) -> None:
        """How many names of whom are still to be typed again."""
        self._missing = missing
        self._show()

    def show_answer(self, found: Lookup) -> None:
        """The answer to who this is."""
        self.who.show_answer(found.codes, no_person=found.no_person, exact=found.exact)

    def _show(self) -> None:
        review = self._review
        if review is None:
            return
        rows = []
        for kind in PEOPLE:
            word = "" if kind == "staff" else tr(kind_of(kind).label)
            listed = people(review, kind)
            coded = {id_ for id_, _ in listed}
            others = ((str(each.id), tr("No code")) for each in review.all(kind) if each.id not in coded)
            rows += [
                Titled(id_, code, word, self._counts.get(id_, 0), self._missing.get(id_, 0))
                for id_, code in (*listed, *others)
                if kind == "staff" or self._counts.get(id_, 0)
            ]
        gone = sorted(set(self._counts) - {row.id for row in rows} - {str(each.id) for each in review.all("identity")})
        rows += [
            Titled(each, tr("No longer in the review ({id})").format(id=each), "", self._counts[each]) for each in gone
        ]
        self.model.set_rows(tuple(rows))
        self.table.setHidden(not rows)
        self.no_titles.setHidden(bool(rows))
        self.who.show_people(people(review, "staff"))
        self._chosen(self.table.currentIndex().row())

    @Slot(int)
    def _chosen(self, at: int) -> None:
        row = self.model.row(at) if 0 <= at < self.model.rowCount() else None
        self.forget.setHidden(row is None or not row.names)
        if row is not None:
            self.forget.say(tr("Forget the names of {code}").format(code=row.code))

    @Slot()
    def _planned(self) -> None:
        """Bring what was read of a list into sight, down to the button that registers it, once it is laid out."""
        QTimer.singleShot(0, self, self._show_plan)

    def _show_plan(self) -> None:
        for part in (self.many.list, self.many.said, self.many.table, self.many.register):
            if part.isVisible():
                self.frame.show_part(part)

    @Slot()
    def _order(self) -> None:
        put_in_reading_order(self)

    # ---- what is asked for
    @Slot()
    def _forget(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < self.model.rowCount() and self.model.row(at).names:
            self.forget_asked.emit(self.model.row(at).id)

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """Say at the field why a name was not registered."""
        if operation.name == "register_names":
            self.many.say_problem(sentence)
        elif operation.name == "register_name":
            self.who.say_problem(sentence)
        return operation.name in ("register_name", "register_names")

    def first_control(self) -> QWidget:
        """The field for a name."""
        return self.who.name.box

    def hideEvent(self, event: QHideEvent) -> None:
        """Whichever way the page is left, names do not stay on it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.who.clear()
            self.many.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Delete forgets the names of the row that is chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._forget()
        else:
            super().keyPressEvent(event)
