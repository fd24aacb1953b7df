"""A small chronology, and a review in memory that takes what a page asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from factories import record, review, with_record, with_values, without
from PySide6.QtCore import Qt

from imr_desk.guidance.facts import Place
from imr_desk.operations.general import Batch, Delete, Insert, SetFields
from imr_desk.review.record import RecordId
from imr_desk.review.review import Review
from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_table import ChronologyTable


def small_review() -> Review:
    return review(
        record("staff", "STF-01", code="Crown Prosecutor 2"),
        record("question", "Q-1", number=1),
        record("question", "Q-3", number=3),
        record("record", "REC-01", description="Case record"),
        record("entry", "CE-001", date="4 May 2013, 16:15", event="The police asked for advice."),
        record("entry", "CE-002", date="about June 2013", event="A call was made.", questions=("Q-1", "Q-3")),
        record(
            "entry",
            "CE-003",
            date="10 August 2013",
            event="The papers were read.",
            decision="No charge",
            decision_by="STF-01",
            staff=("STF-01",),
            sources=({"record": "REC-01", "place": "p. 12"},),
        ),
    )


class Asked:
    """What the page asked for, kept by a review in memory."""

    def __init__(self, page: ChronologyPage, start: Review) -> None:
        self.page, self.review = page, start
        self.operations: list[object] = []
        self.visits: list[str] = []
        self.new: list[tuple[str, object]] = []
        page.change_requested.connect(self.run)
        page.new_record_requested.connect(self.add)
        page.composed.connect(self.compose)
        page.show_review(start)

    def show(self, now: Review) -> None:
        self.review = now
        self.page.show_review(now)

    def run(self, operation: object, visit: str) -> None:
        self.operations.append(operation)
        self.visits.append(visit)
        if isinstance(operation, SetFields):
            values: dict[str, Any] = {**operation.values}
            self.show(with_values(self.review, operation.record_id, **values))
        elif isinstance(operation, Delete):
            self.show(without(self.review, operation.record_id))
        elif isinstance(operation, Batch) and all(isinstance(each, SetFields) for each in operation.operations):
            for each in operation.operations:
                assert isinstance(each, SetFields)
                self.review = with_values(self.review, each.record_id, **each.values)
            self.show(self.review)

    def compose(self, make: Callable[[Callable[[str], RecordId]], tuple[Insert, Place]]) -> None:
        operation, place = make(lambda _kind: RecordId(f"CE-{len(self.review.all('entry')) + 1:03}"))
        self.operations.append(operation)
        if isinstance(operation, Insert):
            self.show(with_record(self.review, record(operation.kind, operation.record_id, **operation.values)))
        self.page.focus_place(place)

    def add(self, kind: str, values: object) -> None:
        self.new.append((kind, values))
        self.show(with_record(self.review, record("entry", "CE-004")))
        self.page.focus_place(Place("entry", "CE-004", "", ""))


def shown(table: ChronologyTable) -> list[str]:
    return [table.rows.key_at(at) for at in range(table.rows.rowCount())]


def spoken(table: ChronologyTable, row: int) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(table.rows.data(table.rows.index(row, at), role)) for at in range(4)]
