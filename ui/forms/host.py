"""What the forms of one page share: the review that is shown, the way to ask for a change, and visits to fields."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.clock import Clock, system_clock
from imr_desk.i18n import tr
from imr_desk.review.applies import applies, choices_offered, words_of
from imr_desk.review.fields import Field, Kind
from imr_desk.review.record import Record, Values
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_sealed
from ui.forms.visits import Visits
from ui.record_words import Choices, choice_words, choices_of, titled_by

if TYPE_CHECKING:
    from imr_desk.operations.base import Operation


MANY = 1000
"""From how many records on a list of links is filled only when it is wanted."""
SLICE_S, BETWEEN_MS = 0.004, 8
"""How long names are worked out before the window gets its turn again, in seconds; and how long it has it."""


class FormHost(QObject):
    """One for a page. Forms read from it and ask through it; the page passes on what they ask."""

    change_requested = Signal(object, str)
    """As of a Page."""
    new_record_requested = Signal(str, object)
    """As of a Page."""
    records_requested = Signal(str, object, object)
    """As of a Page."""
    place_requested = Signal(object)
    """As of a Page."""
    deed_requested = Signal(str, str)
    """Something that only the page can have done: what, and the record it is about, or ""."""
    reveal = Signal(QWidget)
    """A part that was opened and is to be brought into sight."""
    growing, grown = Signal(), Signal()
    """A long list makes some more of its cards, and has made them: what is in sight below it is to stay where it is."""
    rearranged = Signal(QWidget)
    """A part in which fields or buttons came or went, so that the order of Tab has to be set again there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.visits = Visits(self)
        self.review = Review.of(())
        self.reading = False
        """Whether the review was opened for reading only: then nothing can be typed anywhere."""
        self.signed = self.sealed = False
        """Whether the report part is signed; and whether it can not be changed, for that or because of `reading`."""
        self.clock: Clock = system_clock
        self.words = words_of(self.review)
        """What holds of the review shown, in the words of `applies.py`."""
        self._choices: dict[tuple[str, ...], tuple[tuple[tuple[Record, ...], ...], Choices]] = {}
        self._named: dict[str, tuple[Record, str]] = {}
        self._to_name: Iterator[Record] = iter(())
        self._naming = QTimer(self)
        self._naming.setInterval(BETWEEN_MS)
        self._naming.timeout.connect(self._name_more)

    def take(self, review: Review, *, renew: bool = False) -> None:
        """Take another review; `renew` where it came by undo, so that the visit going on is over."""
        self.review = review
        self.signed = is_sealed(review)
        self.sealed = self.signed or self.reading
        self.words = words_of(review)
        if renew:
            self.visits.renew()

    def targets(self, kinds: tuple[str, ...]) -> Choices:
        """The records a link to these kinds may lead to, by title; worked out again only where one of them changed."""
        now = tuple(self.review.all(kind) for kind in titled_by(kinds))
        before, choices = self._choices.get(kinds, ((), ()))
        if len(before) != len(now) or any(a is not b for a, b in zip(before, now, strict=True)):
            choices = choices_of(self.review, kinds, self.words_for_link)
            self._choices[kinds] = (now, choices)
        return choices

    def words_for_link(self, record: Record) -> str:
        """What a record is called in a list of links; worked out once, where no other record has a part in it."""
        kept = self._named.get(record.id)
        if kept is not None and kept[0] is record:
            return kept[1]
        words = choice_words(record, self.review)
        if len(titled_by((record.kind,))) == 1:
            self._named[record.id] = (record, words)
        return words

    def prepare(self, kinds: tuple[str, ...]) -> None:
        """Somebody came to a field that leads to very many records: work out their names while nothing is typed."""
        self._to_name = (record for kind in kinds for record in self.review.all(kind))
        self._naming.start()

    @Slot()
    def _name_more(self) -> None:
        until = time.perf_counter() + SLICE_S
        for record in self._to_name:
            self.words_for_link(record)
            if time.perf_counter() >= until:
                return
        self._naming.stop()

    def many(self, kinds: tuple[str, ...]) -> bool:
        """Whether there are so many of these records that they are listed only when the list is wanted."""
        return sum(len(self.review.all(kind)) for kind in kinds) > MANY

    def at_once(self, kinds: tuple[str, ...]) -> Choices:
        """The records a link may lead to, where these are few."""
        return () if self.many(kinds) else self.targets(kinds)

    def name_of(self, record_id: str) -> str:
        """What a record is called in a list of links, by its reference."""
        record = self.review.get(record_id)
        return self.words_for_link(record) if record is not None else record_id

    def add(self, kind: str, values: Mapping[str, object]) -> str:
        """Add a record in passing; its reference, or "" where it was not kept."""
        before = {record.id for record in self.review.all(kind)}
        self.records_requested.emit(kind, [dict(values)], ())
        return next((record.id for record in self.review.all(kind) if record.id not in before), "")

    def today(self) -> dt.date:
        """The day it is."""
        return self.clock().date()

    def ask(self, operation: Operation, field: QWidget | None = None) -> None:
        """Ask for a change; with a field, as part of the visit to it."""
        self.change_requested.emit(operation, self.visits.visit_of(field) if field is not None else "")

    def applies(self, field: Field, values: Values) -> bool:
        """Whether a field is shown: it is asked of this review and record, or holds something."""
        return applies(field, values, self.words)

    def offered(self, field: Field, chosen: str) -> Choices:
        """The choices of a field that apply, with their labels, and the one that was made."""
        return tuple((stored, tr(label)) for stored, label in choices_offered(field, chosen, self.words))

    def shut(self, field: Field) -> bool:
        """Whether a field is read-only: the report part is signed, or the review is open for reading only."""
        return self.reading or (self.signed and field.sealed)

    def shut_list(self, kind: Kind) -> bool:
        """Whether no record of this kind can be added, moved or deleted, for the same reasons."""
        return self.reading or (self.signed and kind.sealed)
