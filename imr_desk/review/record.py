"""Frozen records: what one form holds, read with the type it was declared with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NewType, TypeAlias, Union, cast

from imr_desk.review.known_date import KnownDate

RecordId = NewType("RecordId", str)
Value: TypeAlias = Union[bool, int, str, KnownDate, "tuple[str, ...]", "tuple[Values, ...]", None]
"""DATE is kept as its ISO string and TIME as HH:MM, so that loading a long chronology makes no objects for them."""


class Values(Mapping[str, Value]):
    """A read-only mapping of field names to values. A field that holds nothing is not in it.

    The typed readers give "" or None or () for a field that holds nothing, so that callers need not ask first.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> Value:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Values) and self._values == other._values

    def __hash__(self) -> int:
        return hash(tuple(sorted((name, str(value)) for name, value in self._values.items())))

    def __repr__(self) -> str:
        """Names of the fields only: a repr can reach a log, and words must not."""
        return f"{type(self).__name__}({', '.join(sorted(self._values))})"

    def held(self, name: str) -> Value:
        """The value of a field, None where it holds nothing: `get` in a third of the time, for all of a long review."""
        return self._values.get(name)

    def text(self, name: str) -> str:
        """The text of a LINE, PROSE, CHOICE or TIME field; of a KNOWN_DATE the words typed."""
        value = self._values.get(name)
        if isinstance(value, KnownDate):
            return value.words
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool | None:
        """The answer of a YES_NO field; None where it is not answered."""
        value = self._values.get(name)
        return value if isinstance(value, bool) else None

    def number(self, name: str) -> int | None:
        """The number of a NUMBER field."""
        value = self._values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, name: str) -> dt.date | None:
        """The day of a DATE field."""
        value = self._values.get(name)
        return dt.date.fromisoformat(value) if isinstance(value, str) and value else None

    def known(self, name: str) -> KnownDate | None:
        """The date as known of a KNOWN_DATE field."""
        value = self._values.get(name)
        return value if isinstance(value, KnownDate) else None

    def link(self, name: str) -> RecordId:
        """The id a LINK field leads to; "" for none."""
        value = self._values.get(name)
        return RecordId(value if isinstance(value, str) else self.text(name))

    def links(self, name: str) -> tuple[RecordId, ...]:
        """The ids a LINKS field leads to, in order."""
        return cast("tuple[RecordId, ...]", self.lines(name))

    def lines(self, name: str) -> tuple[str, ...]:
        """The texts of a LINES field, in order."""
        value = self._values.get(name)
        return tuple([each for each in value if isinstance(each, str)]) if isinstance(value, tuple) else ()

    def rows(self, name: str) -> tuple[Values, ...]:
        """The rows of a ROWS field, in order."""
        value = self._values.get(name)
        return tuple([each for each in value if isinstance(each, Values)]) if isinstance(value, tuple) else ()


Order: TypeAlias = tuple[str, int, str, int, str]


class Record(Values):
    """One record. `order` sorts it among its kind; it never changes, an edit makes another record."""

    __slots__ = ("id", "kind", "order", "position")

    def __init__(
        self, kind: str, record_id: RecordId, position: int, values: Mapping[str, Value], dated: str = ""
    ) -> None:
        super().__init__(values)
        self.kind = kind
        self.id = record_id
        self.position = position
        known, sequence = (self.known(dated), self.number("sequence")) if dated else (None, None)
        self.order = order_of(known, sequence, position, record_id)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Record)
            and (self.kind, self.id, self.position) == (other.kind, other.id, other.position)
            and super().__eq__(other)
        )

    def __hash__(self) -> int:
        return hash((self.kind, self.id))

    def __repr__(self) -> str:
        return f"Record({self.kind} {self.id})"


def order_of(known: KnownDate | None, sequence: int | None, position: int, record_id: RecordId) -> Order:
    """By earliest possible day, then the author's sequence within the day, then time (R-072); else by hand."""
    day, time = known.order if known is not None else ("", "")
    return (day, sequence or 0, time, position, record_id)
