"""Every field of every declared kind can be gone to on some page by the keyboard, or there is a reason not to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
from factories import record, with_record
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from imr_desk.guidance.facts import Place
from imr_desk.review.applies import applies, words_of
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records
from ui.forms.bound_field import BoundField
from ui.forms.record_reading import RecordReading
from ui.pages.genogram_picture import PicturePart
from ui.pages.identities import IdentitiesPage
from ui.pages.page import Page
from ui.pages.registry import PAGES, page_class

CLASSES = tuple(page_class(stage) for stage in sorted(PAGES))
ELSEWHERE = {
    "identity": "on the private page, where one person at a time is shown: see the last test",
    "identity_key": "on the private page: see the last test",
    "signature": "made by signing alone; ‘Sign-off’ shows who signed what, when and by which route",
    "exemption": "made by ‘Does not apply, because …’ beside what is asked, and taken back there",
    "accepted_detail": "made on the page of identifying details, and taken back there",
    "quality_item.item": "the checklist’s own number, shown at the head of its line; the way leads to the answer",
    "quality_item.text": "the checklist’s own words, shown at the head of its line; the way leads to the answer",
    "quality_item.decided_by": "the checklist’s own, shown in the line; the way leads to the answer",
    "chronology_layout": "arranged in the pane ‘Columns’ beside the chronology: see test_chronology_columns_page.py",
    "entry.further": "the author’s own columns are fields of the entry, each under its own name, once there is one",
    "chronology_view": "kept, called up and deleted in the line of filters over the chronology",
    "chronology_picture": "drawn, described and taken out on the page of the whole period, over the chronology",
    "chronology_sign_off.marks": "taken when a sign-off is begun: digests, from which it is told what changed since",
    "document.media_type": "told from the file when it is taken in, and shown with it",
    "document.size": "told from the file when it is taken in, and shown with it",
    "document.sha256": "told from the file when it is taken in; it shows that the file is still the same",
    "paragraph.section": "a paragraph belongs to the section it stands in",
    "paragraph.part": "a paragraph belongs to the part it stands in",
    "paragraph.refs": "linked with Ctrl+K beside the paragraph, and shown under it as links",
    "summary.refs": "linked like the evidence of a paragraph",
}
"""Kinds, or `kind.field`, that are no field of a form, with the reason."""


@lru_cache(maxsize=1)
def reviews() -> tuple[Review, ...]:
    after = [each for each in cps_records(after=True) if each.kind != "signature"]  # those are made by signing
    return Review.of(cps_records()), Review.of(after), Review.of(ho_records())


def fields() -> Iterator[tuple[Kind, Field]]:
    for kind in KINDS.values():
        for field in kind.fields:
            if kind.name not in ELSEWHERE and f"{kind.name}.{field.name}" not in ELSEWHERE:
                yield kind, field


def showing(kind: Kind, field: Field) -> tuple[Review, Record]:
    """A review and a record in which the field stands: one that holds something, or else one of which it is asked."""
    every = [(review, each) for review in reviews() for each in review.all(kind.name)]
    held = next((pair for pair in every if field.name in pair[1]), None)
    asked = held or next(((a, b) for a, b in every if applies(field, b, words_of(a))), None)
    return asked or (made_up(), made_up().all(kind.name)[0])


@lru_cache(maxsize=1)
def made_up() -> Review:
    """The first sample with a record of each kind it has none of, and something in each field that is empty."""
    review = reviews()[0]
    for kind in (each for each in KINDS.values() if each.name not in ELSEWHERE):
        first = next(iter(review.all(kind.name)), None)
        values = dict(first) if first else {}
        for field in kind.fields:
            if not field.to and not field.columns:
                values.setdefault(field.name, _something(field))
        review = with_record(review, record(kind.name, first.id if first else f"{kind.prefix}-999", **values))
    return review


def _something(field: Field) -> object:
    """A value that the field can hold."""
    some: dict[FieldType, object] = {
        FieldType.CHOICE: field.choices[0][0] if field.choices else "",
        FieldType.YES_NO: True,
        FieldType.NUMBER: 1,
        FieldType.DATE: "2014-12-01",
        FieldType.KNOWN_DATE: KnownDate("2014-12-01", ""),
        FieldType.TIME: "14:00",
        FieldType.LINES: ("Something",),
    }
    return some.get(field.type, "Something")


class Shown:
    """The pages of the samples, each made when it is first asked for, in one window after the other."""

    def __init__(self) -> None:
        self._made: dict[tuple[type[Page], int], Page] = {}

    def pages_of(self, kind: Kind, review: Review) -> Iterator[Page]:
        """Pages that may show a kind, that of its own stage first."""
        for each in sorted(CLASSES, key=lambda each: each.stage != kind.stage):
            if kind.name in each.kinds:
                yield self._page(each, review)

    def _page(self, page_class: type[Page], review: Review) -> Page:
        key = (page_class, id(review))
        if key not in self._made:
            page = page_class()
            page.resize(900, 800)
            page.show_review(review)
            page.show()
            self._made[key] = page
        page = self._made[key]
        page.activateWindow()
        QApplication.processEvents()
        return page

    def close(self) -> None:
        for page in self._made.values():
            page.close()
            page.deleteLater()
        self._made.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    made = Shown()
    yield made
    made.close()


def reached(page: Page, kind: Kind, field: Field, one: Record) -> bool:
    """Whether the page takes the keyboard into the field, or to a record or picture that nobody types."""
    if not page.focus_place(Place(kind.name, one.id, field.name, "")):
        return False
    at = QApplication.focusWidget()
    while at is not None:
        if isinstance(at, BoundField):
            return (at.kind.name, at.field.name, at.record_id) == (kind.name, field.name, one.id)
        if isinstance(at, RecordReading):
            return at.kind.name == kind.name
        if isinstance(at, PicturePart):
            return kind.name == "genogram" and field.name.startswith("picture")
        at = at.parentWidget()
    return False


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("stage", range(1, 11))
def test_fields_of_a_stage_can_be_gone_to(stage: int, shown: Shown) -> None:
    missed = []
    for kind, field in fields():
        if kind.stage != stage:
            continue
        review, one = showing(kind, field)
        if not any(reached(page, kind, field, one) for page in shown.pages_of(kind, review)):
            missed.append(f"{kind.name}.{field.name}")
    assert missed == []


def test_reasons_are_of_kinds_and_fields_that_are_there() -> None:
    names = set(KINDS) | {f"{kind.name}.{field.name}" for kind in KINDS.values() for field in kind.fields}
    assert set(ELSEWHERE) <= names


def test_fields_of_the_private_page_are_there_once_a_person_is_chosen(shown: Shown) -> None:
    page = IdentitiesPage()
    page.show_review(reviews()[0])
    identity = reviews()[0].all("identity")[0]
    page.whose.set_value(identity.link("subject"))
    page.whose.edited.emit()
    there = {(row.kind.name, row.field.name) for row in page.findChildren(BoundField)}
    wanted = {(name, field.name) for name in ("identity", "identity_key") for field in KINDS[name].fields}
    there.add(("identity", "subject"))  # that is the choice of the person itself
    there |= {("identity_key", "staff_key_on"), ("identity_key", "staff_key_with")}  # set with the sealed staff key
    assert wanted - there == set()
    page.deleteLater()
