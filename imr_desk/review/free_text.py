"""Every text in which a name could stand: what the guard reads, derived from the declarations (R-183)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.record import Record, Values
from imr_desk.review.review import Review

SIGNATORY_FIELDS = frozenset({("signature", "name"), ("signature", "statement")})
"""The two people who sign are named on the signature page and nowhere else (conflict C-7 of the catalogue)."""


class FreeText(NamedTuple):
    """One text and where it stands."""

    record: Record
    field: str
    text: str

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"FreeText({self.record.id} {self.field})"


def texts_of(record: Record) -> Iterator[FreeText]:
    """The free texts of one record, those in rows and the words typed for a date included."""
    for field in kind_of(record.kind).fields:
        if field.name in record and not field.private and (record.kind, field.name) not in SIGNATORY_FIELDS:
            for text in _texts(field, record):
                yield FreeText(record, field.name, text)


def _texts(field: Field, values: Values) -> Iterator[str]:
    if field.type is FieldType.LINES:
        yield from values.lines(field.name)
    elif field.type is FieldType.ROWS:
        for row in values.rows(field.name):
            for column in field.columns:
                if column.name in row:
                    yield from _texts(column, row)
    elif field.guarded or field.type is FieldType.KNOWN_DATE:
        yield values.text(field.name)


def all_texts(review: Review) -> Iterator[FreeText]:
    """The free texts of the whole review."""
    for record in review:
        yield from texts_of(record)


def codes_in(review: Review) -> frozenset[str]:
    """The job titles, pseudonyms, case codes and beginnings of references, which are never names."""
    prefixes = frozenset(kind.prefix for kind in KINDS.values() if kind.prefix)
    return prefixes | frozenset(
        record.text("code")
        for kind in ("staff", "subject", "professional", "case")
        for record in review.all(kind)
        if record.text("code")
    )
