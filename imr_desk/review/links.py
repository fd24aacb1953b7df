"""Where a record leads: the thread of evidence from finding to entry to source."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.record import Record, RecordId, Value, Values


def links_of(record: Record) -> Iterator[tuple[Field, RecordId]]:
    """Each link of a record with the field (or the column of a ROWS field) that holds it."""
    for field in kind_of(record.kind).fields:
        value = record.get(field.name)
        if value is not None:
            yield from links_in(field, value)


def links_in(field: Field, value: Value) -> Iterator[tuple[Field, RecordId]]:
    """Each link in the value of one field."""
    if field.type is FieldType.LINK:
        if value:
            yield field, RecordId(str(value))
    elif field.type is FieldType.LINKS and isinstance(value, tuple):
        for each in value:
            yield field, RecordId(str(each))
    elif field.type is FieldType.ROWS and isinstance(value, tuple):
        for row in value:
            for column in field.columns:
                if isinstance(row, Values) and column.name in row:
                    yield from links_in(column, row[column.name])


def targets(record: Record) -> frozenset[RecordId]:
    """The ids a record leads to."""
    return frozenset(target for _, target in links_of(record))


def without(field: Field, value: Value, gone: RecordId) -> Value:
    """The value of a field with every link to `gone` taken out; rows keep their other cells."""
    if field.type is FieldType.LINK:
        return None if value == gone else value
    if field.type is FieldType.LINKS and isinstance(value, tuple):
        return tuple(str(each) for each in value if each != gone) or None
    if field.type is FieldType.ROWS and isinstance(value, tuple):
        rows = []
        for row in value:
            if isinstance(row, Values):
                cells = {name: without(field.column(name), cell, gone) for name, cell in row.items()}
                rows.append(Values({name: cell for name, cell in cells.items() if cell is not None}))
        return tuple(rows) or None
    return value
