"""How a page says what it holds: sections of forms and lists, as plain declarations.

A page is a tuple of `SectionOf`. Which section holds a field is told from them without building anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from imr_desk.i18n import tr
from imr_desk.review.applies import TOLD_BY, kind_applies
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.forms.record_list import ListLook, RecordList
from ui.forms.record_reading import RecordReading

_TALL = {FieldType.PROSE: 120, FieldType.ROWS: 180, FieldType.LINES: 110}
_USUAL, _CARD, _HEAD = 78, 76, 44


@dataclass(frozen=True)
class FormOf:
    """The form of a single kind: all its fields, or those of some `groups`, or those named."""

    kind: str
    groups: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    heading: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields it shows, in the order of the declaration."""
        every = (each for each in kind_of(self.kind).fields if not each.private)
        if not self.groups and not self.names:
            return tuple(every)
        return tuple(each for each in every if each.group in self.groups or each.name in self.names)

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field; with no field, whether it shows anything of the kind."""
        return kind == self.kind and (not field or any(each.name == field for each in self.fields))

    def applies(self, host: FormHost) -> bool:
        """Whether one of its fields is asked of the review, or holds something."""
        record = host.review.one(self.kind)
        return kind_applies(kind_of(self.kind), host.review, host.words) and any(
            host.applies(each, record) for each in self.fields
        )

    def make(self, host: FormHost) -> Part:
        """The form, still empty."""
        return RecordForm(host, kind_of(self.kind), self.fields, heading=tr(self.heading))

    def height(self, _review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return sum(_TALL.get(each.type, _USUAL) for each in self.fields)


@dataclass(frozen=True)
class ListOf:
    """The list of the records of a kind."""

    kind: str
    look: ListLook = field(default_factory=ListLook)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that its forms show."""
        return tuple(each for each in kind_of(self.kind).fields if not each.private)

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field; with no field, whether it shows the kind."""
        return kind == self.kind and (not field or any(each.name == field for each in self.fields))

    def applies(self, host: FormHost) -> bool:
        """Whether the kind is asked of the review, or something of it is there."""
        return kind_applies(kind_of(self.kind), host.review, host.words)

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return RecordList(host, kind_of(self.kind), self.look)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return _HEAD + _CARD * len(review.all(self.kind))


@dataclass(frozen=True)
class ReadOf:
    """The records of a kind that only a rule may write, to read. `heading` and `empty` are marked words."""

    kind: str
    heading: str = ""
    empty: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields it shows."""
        return tuple(each for each in kind_of(self.kind).fields if not each.private)

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field; with no field, whether it shows the kind."""
        return kind == self.kind and (not field or any(each.name == field for each in self.fields))

    def applies(self, host: FormHost) -> bool:
        """Whether the kind is asked of the review, or something of it is there."""
        return kind_applies(kind_of(self.kind), host.review, host.words)

    def make(self, host: FormHost) -> Part:
        """The records, still empty."""
        return RecordReading(host, kind_of(self.kind), heading=tr(self.heading), empty=tr(self.empty))

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return _HEAD + (_HEAD + 25 * len(self.fields)) * len(review.all(self.kind))


class Spec(Protocol):
    """Something that a section can hold: of one kind, told without building it what it shows."""

    @property
    def kind(self) -> str:
        """The kind of its records."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields it shows."""

    def covers(self, kind: str, field: str) -> bool:
        """Whether it shows that field; with no field, whether it shows anything of the kind."""

    def applies(self, host: FormHost) -> bool:
        """Whether it is asked of the review, or holds something."""

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""


@dataclass(frozen=True)
class SectionOf:
    """A section: its heading, one line of reason, and what it holds; `group` is what the links to it stand under.

    Heading, reason and group are marked words.
    """

    heading: str
    reason: str
    holds: tuple[Spec, ...]
    folded: bool = False
    group: str = ""

    def covers(self, kind: str, field: str) -> bool:
        """Whether something in it shows that field."""
        return any(each.covers(kind, field) for each in self.holds)

    def applies(self, host: FormHost) -> bool:
        """Whether something in it is asked of the review, or holds something."""
        return any(each.applies(host) for each in self.holds)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return sum(each.height(review) for each in self.holds)


def kinds_shown(sections: tuple[SectionOf, ...]) -> frozenset[str]:
    """Every kind that these sections show, link to or depend on: a change of one of them changes the page."""
    specs = [each for section in sections for each in section.holds]
    linked = {
        target
        for spec in specs
        for each in spec.fields
        for target in (*each.to, *(to for inner in each.columns for to in inner.to))
    }
    return frozenset({spec.kind for spec in specs} | linked) | TOLD_BY
