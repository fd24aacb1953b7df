"""Where a record leads: the thread of evidence from finding to entry to source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

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


@cache
def fields_to(kind: str, target: str) -> tuple[Field, ...]:
    """The fields by which a record of one kind may lead to a record of another, or of any ("")."""
    return tuple(field for field in kind_of(kind).fields if _may_lead(field, target))


def _may_lead(field: Field, target: str) -> bool:
    if field.type is FieldType.ROWS:
        return any(_may_lead(column, target) for column in field.columns)
    return field.type in (FieldType.LINK, FieldType.LINKS) and (not target or not field.to or target in field.to)


def leads(values: Values, fields: tuple[Field, ...], target: str) -> bool:
    """Whether one of these fields leads to that id."""
    for field in fields:
        value = values.held(field.name)
        if value is None:
            continue
        if field.type is FieldType.ROWS and isinstance(value, tuple):
            if any(isinstance(row, Values) and leads(row, field.columns, target) for row in value):
                return True
        elif value == target or (field.type is FieldType.LINKS and isinstance(value, tuple) and target in value):
            return True
    return False


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
