"""What the tests of forms have in common: who hears what a form asks for, and who keeps it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from factories import with_record
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.errors import ImrDeskError
from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Batch, Insert, SetFields
from imr_desk.review.catalogue import kind_of, kinds_of_stage
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.values import Noted, checked, is_empty
from imr_desk.session import Session
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.record_list import RecordList
from ui.pages.form_page import FormPage
from ui.pages.page import Page

P = TypeVar("P", bound=FormPage)


def built(page: P, review: Review, show: Callable[..., None]) -> P:
    """A page in sight with a review in it, all of it built."""
    page.show_review(review)
    show(page, 760, 700)
    page.build_all()
    settle()
    return page


def not_reached(page: FormPage, review: Review) -> list[tuple[str, str]]:
    """Filled fields of the stage that a check does not lead to. Of records that are filled alike one is tried."""
    page.show_review(review, reload_focused=True)
    tried, missed = set[tuple[str, tuple[str, ...]]](), []
    for each in (each for kind in kinds_of_stage(page.stage) for each in review.all(kind.name)):
        if (each.kind, tuple(each)) in tried:
            continue
        tried.add((each.kind, tuple(each)))
        for name in each:
            page.focus_place(Place(each.kind, each.id, name, ""))
            rows = [row for row in page.findChildren(BoundField) if (row.record_id, row.field.name) == (each.id, name)]
            if [row.isHidden() for row in rows] != [False]:
                missed.append((each.id, name))
    return missed


def the_list(page: QWidget, kind: str) -> RecordList:
    """The list of a kind on a page."""
    return next(each for each in page.findChildren(RecordList) if each.kind.name == kind)


class Asked:
    """Hears what is asked for, and keeps nothing."""

    def __init__(self, source: FormHost | Page) -> None:
        self.changes: list[tuple[object, str]] = []
        self.new: list[tuple[str, object]] = []
        self.places: list[object] = []
        source.change_requested.connect(self._change)
        source.new_record_requested.connect(self._new)
        source.place_requested.connect(self.places.append)

    def _change(self, operation: object, visit: str) -> None:
        self.changes.append((operation, visit))

    def _new(self, kind: str, values: object) -> None:
        self.new.append((kind, values))

    @property
    def operations(self) -> list[object]:
        return [operation for operation, _ in self.changes]

    @property
    def visits(self) -> list[str]:
        return [visit for _, visit in self.changes]


class Keeper:
    """Keeps what a page asks for in a real session, as the program does."""

    def __init__(self, page: Page, session: Session) -> None:
        self.page, self.session = page, session
        self.refused: list[str] = []
        page.change_requested.connect(self._run)
        page.new_record_requested.connect(self._add)
        page.records_requested.connect(self._add_all)
        session.subscribe(self._tell)
        page.show_review(session.review)
        self._reload = False

    def _run(self, operation: object, visit: str) -> None:
        try:
            self.session.run(operation, visit=visit)  # type: ignore[arg-type]
        except ImrDeskError as error:
            self.refused.append(error.sentence)
            self.page.change_refused(operation, error.sentence)  # type: ignore[arg-type]

    def _add(self, kind: str, values: dict[str, object]) -> None:
        self.session.run(Insert(kind, self.session.new_id(kind), values))

    def _add_all(self, kind: str, rows: tuple[dict[str, object], ...], others: tuple[object, ...]) -> None:
        new = zip(self.session.new_ids(kind, len(rows)), rows, strict=True)
        self.session.run(Batch((*(Insert(kind, record_id, values) for record_id, values in new), *others)))  # type: ignore[arg-type]

    def _tell(self, _changes: object) -> None:
        self.page.show_review(self.session.review, reload_focused=self._reload)

    def undo(self) -> None:
        self._reload = True
        self.session.undo()
        self._reload = False


def after(review: Review, operation: object) -> Review:
    """The review after a SetFields, as the file would keep it."""
    assert isinstance(operation, SetFields)
    old = review[operation.record_id]
    kind = kind_of(old.kind)
    fit = {name: checked(kind.field(name), value, Noted()) for name, value in operation.values.items()}
    values = {name: value for name, value in {**old, **fit}.items() if not is_empty(value)}
    return with_record(review, Record(old.kind, old.id, old.position, values, dated=kind.dated))


def field_in(root: QWidget, kind: str, name: str, record_id: str = "") -> BoundField:
    """The row of a field that was built."""
    wanted = (kind, record_id or kind, name)
    return next(
        each for each in root.findChildren(BoundField) if (each.kind.name, each.record_id, each.field.name) == wanted
    )


def type_into(row: BoundField, text: str) -> QWidget:
    """Go to a field and type in the place of what it holds; the control that has the keyboard."""
    row.editor.setFocus()
    control = row.editor.controls()[0]
    assert control.hasFocus()
    control.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(control, text)
    return control


def leave(control: QWidget) -> None:
    """Go on with Tab."""
    QTest.keyClick(control, Qt.Key.Key_Tab)
    assert not control.hasFocus()


@contextmanager
def clipboard(text: str) -> Iterator[None]:
    """Text to paste, gone afterwards."""
    board = QApplication.clipboard()
    board.setText(text)
    try:
        yield
    finally:
        board.clear()


Show = Callable[..., None]
