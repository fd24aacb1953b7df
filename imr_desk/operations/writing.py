"""An edit and its step of undo, written to a file in one transaction. Listeners are told by the session, afterwards."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from imr_desk.errors import BadInputError
from imr_desk.operations.base import Applied, Operation, decode, encode
from imr_desk.operations.joining import joined
from imr_desk.review.record import RecordId
from imr_desk.store import undo as steps
from imr_desk.store.driver import Connection
from imr_desk.store.review_file import ReviewFile
from imr_desk.store.transaction import told_to_nobody

EDITS = ("general", "names", "exempting", "details", "documents", "importing")
"""The modules that declare operations of which a step of undo is kept in the file."""


class Written(NamedTuple):
    """(kind, id) of what an edit changed, what the door for text took out, and the file it was written through."""

    records: frozenset[tuple[str, RecordId]]
    notes: tuple[str, ...]
    file: ReviewFile


def write(file: ReviewFile, operation: Operation, at: str, visit: str = "") -> Written:
    """Make an edit: on disk when this returns, one step of undo. `visit` as of `Session.run`, and so are errors."""
    with file.transaction(at) as tx:
        applied = operation.apply(tx)
        _keep(file.connection, operation, applied, visit)
        file.write_history(at, operation.name, tx.changed)
        return Written(frozenset(tx.changed), tuple(tx.noted.notes), file)


def write_aside(file: ReviewFile, operation: Operation, at: str) -> Written:
    """As `write`, in another thread than that of the file, which has to be busy."""
    with file.aside() as other:
        return write(other, operation, at)


def turn(
    file: ReviewFile, step: steps.Step, at: str, *, undone: bool, told: Callable[[int, int], None] = told_to_nobody
) -> Written:
    """Take back a step, or do it again; `told` is told how far it is."""
    form = step.inverse if undone else step.operation
    with file.transaction(at) as tx:
        tx.step = told
        operation = decoded(form)
        back = operation.apply(tx).inverse
        other = encode(back) if back is not None else ""
        forms = (other, form) if undone else (form, other)
        steps.turn(file.connection, step, undone=undone, operation=forms[0], inverse=forms[1])
        file.write_history(at, f"{'undo' if undone else 'redo'} {operation.name}", tx.changed)
        return Written(frozenset(tx.changed), (), file)


def turn_aside(
    file: ReviewFile, step: steps.Step, at: str, *, undone: bool, told: Callable[[int, int], None]
) -> Written:
    """As `turn`, in another thread than that of the file, which has to be busy."""
    with file.aside() as other:
        return turn(other, step, at, undone=undone, told=told)


def _keep(connection: Connection, operation: Operation, applied: Applied, visit: str) -> None:
    """Keep the step of undo of an edit, or what it leaves of them."""
    if applied.ends_undo:
        steps.clear(connection)
    if applied.ends_undo or applied.inverse is None:
        return
    before = steps.last_done(connection) if visit else None
    one = joined(operation, readable(before.operation)) if before and before.visit == visit else None
    if before and one is not None:
        steps.merge(connection, before, encode(one))
    else:
        steps.push(connection, visit, encode(operation), encode(applied.inverse))


def know_all() -> None:
    """Import the modules whose operations are kept for undo."""
    for module in EDITS:
        import_module(f"imr_desk.operations.{module}")


def decoded(form: str) -> Operation:
    """An operation from its JSON form."""
    know_all()
    return decode(form)


def readable(form: str) -> Operation | None:
    """As `decoded`; None for a step that another version of the program kept."""
    try:
        return decoded(form)
    except BadInputError:
        return None
