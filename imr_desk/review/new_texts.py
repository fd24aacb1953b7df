"""The free texts of a record put through a function, and the fields that are then another. Nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.free_text import SIGNATORY_FIELDS
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Value, Values

New = Callable[[str], str]


def changed_values(
    kind: str, values: Mapping[str, Value], new: New, *, leave_sealed: bool = False
) -> Iterator[tuple[str, Value]]:
    """The fields of a kind that are another once `new` was asked for each of their texts.

    Private fields and the names of those who sign are not asked about; with `leave_sealed` sealed ones neither.
    """
    for field in with_text(kind):
        before = values.get(field.name)
        if before is not None and not (leave_sealed and field.sealed):
            after = new(before) if isinstance(before, str) else _of_field(field, before, new)
            if after is not before and after != before:
                yield field.name, after


@lru_cache(maxsize=256)
def with_text(kind: str) -> tuple[Field, ...]:
    """The fields of a kind in which the guard looks for names."""
    fields = (each for each in kind_of(kind).fields if not each.private and (kind, each.name) not in SIGNATORY_FIELDS)
    return tuple(each for each in fields if _is_read(each) or any(_is_read(column) for column in each.columns))


def _is_read(field: Field) -> bool:
    return field.guarded or field.type in (FieldType.KNOWN_DATE, FieldType.LINES)


def _of_field(field: Field, value: Value, new: New) -> Value:
    """The value of a field with its texts made new."""
    if isinstance(value, KnownDate):
        return KnownDate(value.edtf, new(value.words)) if value.words else value
    if field.type is FieldType.LINES and isinstance(value, tuple):
        return tuple(new(each) if isinstance(each, str) else each for each in value)  # type: ignore[return-value]
    if field.type is FieldType.ROWS and isinstance(value, tuple):
        return tuple(_of_row(field, each, new) if isinstance(each, Values) else each for each in value)  # type: ignore[return-value]
    return new(value) if field.guarded and isinstance(value, str) else value


def _of_row(field: Field, row: Values, new: New) -> Values:
    columns = {column.name: column for column in field.columns}
    return Values({name: _of_field(columns[name], row[name], new) if name in columns else row[name] for name in row})
