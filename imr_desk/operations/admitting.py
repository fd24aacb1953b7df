"""Edits whose words come from elsewhere pass the guard before they are stored (R-183).

The words of a returned file, a command line or a document's name; what is typed is marked as it is typed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from imr_desk.i18n import trn
from imr_desk.names.door import Door
from imr_desk.names.guard import Guard
from imr_desk.operations.base import Operation
from imr_desk.operations.exempting import Exempt
from imr_desk.operations.general import Batch, Insert, SetFields
from imr_desk.operations.judging import guard_for
from imr_desk.review.catalogue import fields_of
from imr_desk.review.codes import code_of
from imr_desk.review.new_texts import New, changed_values
from imr_desk.review.review import Review
from imr_desk.review.values import from_plain, to_plain
from imr_desk.store.transaction import Transaction


class Passed(NamedTuple):
    """An edit that may be made: registered names gave way to codes in it; how many did, and how many are still open."""

    operation: Operation
    replaced: int
    open: int

    def note(self) -> str:
        """What is said of it; nothing where no name was replaced."""
        return replaced_words(self.replaced)


def admitted_text(text: str, tx: Transaction) -> str:
    """A text as it may be kept in this transaction; what was replaced is noted."""
    door = door_for(tx.review(), guard_for(tx.connection, tx.review()))
    new = door.new(text)
    tx.noted.notes.extend(filter(None, (replaced_words(door.replaced),)))
    return new


def replaced_words(number: int) -> str:
    """That registered names gave way to codes as a text came in; nothing for none."""
    if not number:
        return ""
    return trn(
        "One registered name was replaced by its code as the text came in.",
        "{n} registered names were replaced by their codes as the text came in.",
        number,
    )


def door_for(review: Review, guard: Guard) -> Door:
    """The door of a review."""
    return Door(guard, lambda person: code_of(review, person))


def admitted(operation: Operation, review: Review, guard: Guard) -> Passed:
    """The edit with the codes of registered people in the place of their names.

    `guard` is that of the review (`session.judge.guard`). Private pages and the names of those who sign are left alone.
    """
    door = door_for(review, guard)
    return Passed(_through(operation, door.new), door.replaced, door.open)


def _through(operation: Operation, new: New) -> Operation:
    if isinstance(operation, Batch):
        return Batch(tuple(_through(each, new) for each in operation.operations))
    if isinstance(operation, SetFields | Insert):
        fields = fields_of(operation.kind)
        known = {name: from_plain(fields[name], to_plain(v)) for name, v in operation.values.items() if name in fields}
        changed = dict(changed_values(operation.kind, known, new))
        return replace(operation, values={**operation.values, **changed}) if changed else operation
    if isinstance(operation, Exempt):
        return replace(operation, reason=new(operation.reason))
    return operation
