"""The commits of one visit to a field as one step of undo: which two operations are one, and what they are together."""

from __future__ import annotations

from imr_desk.operations.base import Operation
from imr_desk.operations.general import Insert, SetFields


def joined(now: Operation, before: Operation | None) -> Operation | None:
    """The one operation that does what both did, of which the inverse of the first takes back all; None for two steps.

    The same fields set twice; or a record that began with the first words of a visit, and went on with the rest.
    """
    if not isinstance(now, SetFields) or not isinstance(before, SetFields | Insert):
        return None
    if (now.kind, now.record_id) != (before.kind, before.record_id):
        return None
    if isinstance(before, SetFields):
        return now if set(now.values) == set(before.values) else None
    if not set(now.values) & set(before.values):
        return None  # another field of the new record
    kept = {name: value for name, value in {**before.values, **now.values}.items() if value not in (None, "", ())}
    return Insert(before.kind, before.record_id, kept, before.position)
