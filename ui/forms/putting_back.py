"""Putting back a record that was deleted, with the links that were taken out with it. Pure.

Unlike undo it holds at any time: what was written since then stays as it is.
"""

from __future__ import annotations

from imr_desk.operations.base import Operation
from imr_desk.operations.general import Batch, Link, Restore, SetFields
from imr_desk.review.catalogue import fields_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.links import links_in, without
from imr_desk.review.record import Record
from imr_desk.review.review import Review


def put_back(before: Review, now: Review, record: Record) -> Operation:
    """Restore `record`, which stood in `before`, and link it again wherever that overwrites nothing written since."""
    steps: list[Operation] = [Restore(record.kind, record.id)]
    for other in before.linked_from(record.id):
        here = now.get(other.id)
        if here is None:
            continue
        for field in fields_of(other.kind).values():
            if any(target == record.id for _, target in links_in(field, other.get(field.name))):
                steps.extend(_link_again(field, other, here, record))
    return Batch(tuple(steps))


def _link_again(field: Field, other: Record, here: Record, record: Record) -> tuple[Operation, ...]:
    """The step that puts one link back, or none where the field was changed in another way since."""
    was = other.get(field.name)
    if here.get(field.name) == without(field, was, record.id):
        return (SetFields(other.kind, other.id, {field.name: was}),)
    if field.type is FieldType.LINKS:
        return (Link(other.kind, other.id, field.name, record.id),)
    return ()
