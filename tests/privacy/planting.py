"""A distinct odd string for every place in a review where a person can write, made from the declarations.

A kind or field that is declared tomorrow is planted tomorrow. No string stands within another, and none is a word.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from imr_desk.operations.base import Applied
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.values import Plain
from imr_desk.session import Session
from imr_desk.store.history import START
from imr_desk.store.transaction import RULED, Transaction

WRITTEN = (FieldType.LINE, FieldType.PROSE, FieldType.LINES, FieldType.KNOWN_DATE)
ELSEWHERE = (
    *("staff name", "subject name", "document bytes", "document file", "passphrase", "typed", "searched", "pasted"),
    *("deleted", "undone", "not saved", "error", "crash", "half saved", "picture"),
)
"""Places that no declaration tells of."""
FIRST, LAST, LETTERS = "zyx", "wvoq", 9
_LETTERS = "bcdfghjklmnpqrst"
NO_DATE = "XXXX"


@dataclass(frozen=True)
class Place:
    """Where a string is planted: a field of a kind (`kind` is "" elsewhere), with whether it may be printed at all."""

    kind: str
    field: str
    private: bool = False
    sealed: bool = False


def odd(number: int) -> str:
    """A string that stands nowhere else: letters alone, so that the index of words and the guard take it whole.

    Two of them differ in several letters, since a registered name is also known by one that is nearly the same.
    """
    digest = hashlib.sha256(str(number).encode()).hexdigest()[:LETTERS]
    return FIRST + "".join(_LETTERS[int(each, 16)] for each in digest) + LAST


def places() -> tuple[Place, ...]:
    """Every place, in the order of the declarations."""
    return (*(place for kind in KINDS.values() for place in _of_kind(kind)), *(Place("", name) for name in ELSEWHERE))


def _of_kind(kind: Kind) -> Iterator[Place]:
    for field in kind.fields:
        for name in _names(field):
            yield Place(kind.name, name, field.private, field.sealed)


def _names(field: Field) -> Iterator[str]:
    if field.type in WRITTEN:
        yield field.name
    elif field.type is FieldType.ROWS:
        yield from (f"{field.name}.{column.name}" for column in field.columns if column.type in WRITTEN)


def strings() -> Mapping[Place, str]:
    """The string planted at each place."""
    return {place: odd(number) for number, place in enumerate(places())}


def elsewhere(name: str) -> str:
    """The string of one of the places that no declaration tells of."""
    return strings()[Place("", name)]


def values_of(kind: Kind) -> dict[str, object]:
    """A value for each field of a kind in which something can be written."""
    planted = {place.field: words for place, words in strings().items() if place.kind == kind.name}
    values: dict[str, object] = {}
    for field in kind.fields:
        if field.type is FieldType.ROWS:
            row = {
                column.name: _value(column, planted[f"{field.name}.{column.name}"])
                for column in field.columns
                if column.type in WRITTEN
            }
            if row:
                values[field.name] = (row,)
        elif field.type in WRITTEN:
            values[field.name] = _value(field, planted[field.name])
    return values


def _value(field: Field, words: str) -> object:
    if field.type is FieldType.LINES:
        return (words,)
    return KnownDate(NO_DATE, words) if field.type is FieldType.KNOWN_DATE else words


@dataclass(frozen=True)
class PlantByRule:
    """Plants what only signing and reopening write. The signature is of no role, so it holds nothing."""

    kind: str
    record_id: str
    values: Mapping[str, object]
    name: ClassVar[str] = "plant"

    def apply(self, tx: Transaction) -> Applied:
        """As of an operation."""
        with tx.by_rule():
            tx.insert(self.kind, self.record_id, self.values)
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """Never read again."""
        return {}


def plant(session: Session) -> None:
    """Every field of every kind, the register of names, and a document."""
    for kind in KINDS.values():
        values = values_of(kind)
        if not values:
            continue
        if kind.single:
            session.run(SetFields(kind.name, kind.name, values))
        elif kind.name in RULED:
            if "statement" in values:
                values["statement"] = json.dumps({"history_head": START, "words": values["statement"]})
            session.run(PlantByRule(kind.name, session.new_id(kind.name), values))
        else:
            session.run(Insert(kind.name, session.new_id(kind.name), values))
    for person, what in (("STF-04", "staff name"), ("SUB-01", "subject name")):
        session.run(RegisterName(person, f"{elsewhere(what).title()} Blenkinthwaite"))
    content = f"{elsewhere('document bytes')} ".encode() * 200
    session.run(KeepDocument(session.new_id("document"), "A kept page", "text/plain", content))
