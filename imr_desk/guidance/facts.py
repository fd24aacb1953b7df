"""What a check is given and what it answers: plain frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from imr_desk.review.record import Record
from imr_desk.review.review import Review

RecordField = tuple[str, str]
"""A record's id and the name of one of its fields."""


@dataclass(frozen=True, kw_only=True)
class NamesSeen:
    """What the scan for names found, handed in from above; it holds places, never a name.

    `readable` is whether the staff register could be read: where it could not, nothing found means nothing.
    `author_is_staff` is whether the name the author signs with stands in the register (R-042). `count` is how many
    names there are, several in a field each counted.
    """

    readable: bool
    registered: tuple[RecordField, ...] = ()
    unknown: tuple[RecordField, ...] = ()
    author_is_staff: bool = False
    count: int = 0


@dataclass(frozen=True)
class Facts:
    """All that a check may look at."""

    review: Review
    names: NamesSeen
    today: dt.date

    @property
    def agency(self) -> str:
        """The stored word of the organisation, cps or ho; nothing while it is not chosen."""
        return self.review.one("review").text("agency")

    @property
    def version(self) -> int:
        """The number of the version at hand; the first is 1."""
        return self.review.one("review").number("version") or 1


@dataclass(frozen=True)
class Place:
    """One place where something is missing, and the sentence that says what.

    `record_id` is "" where the record itself is missing: the way there is then to a new record of `kind`.
    """

    kind: str
    record_id: str
    field: str
    words: str

    @classmethod
    def at(cls, record: Record, field: str, words: str) -> Place:
        """A field of a record that is there."""
        return cls(record.kind, record.id, field, words)

    @classmethod
    def without(cls, kind: str, field: str, words: str) -> Place:
        """A record of `kind` that is still to be made, beginning with `field`."""
        return cls(kind, "", field, words)


@dataclass(frozen=True)
class Result:
    """What became of one requirement.

    `applies` is false where it is asked of the other organisation, or not asked with the template chosen.
    `exempted_reason` is the author's reason why it does not apply here, where a reason may open it; "" otherwise.
    """

    requirement: str
    applies: bool
    exempted_reason: str
    places: tuple[Place, ...]
    warns: bool = False
    """Whether it only asks to be looked at, and keeps no gate shut."""

    @property
    def satisfied(self) -> bool:
        """Whether nothing is missing, exempted or not."""
        return not self.places

    @property
    def holds(self) -> bool:
        """Whether it keeps its gate shut."""
        return self.applies and not self.satisfied and not self.exempted_reason and not self.warns

    @property
    def to_look_at(self) -> bool:
        """Whether it asks for a look and keeps nothing shut."""
        return self.warns and self.applies and not self.satisfied and not self.exempted_reason
