"""Keeping what is in memory of an open review whose file can no longer be read, as on a drive that was pulled out.

Every record is in memory; the history, what can be undone, the bin, kept documents and the register of names are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.clock import stamp, system_clock
from imr_desk.errors import FileProblemError, SaveFailedError
from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.store import history, one_writer, opening, register, rows
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey
from imr_desk.store.known import Known
from imr_desk.store.one_writer import Writer
from imr_desk.store.transaction import Transaction

NAME = "rescue"
"""How it stands in the history of the new file."""


def can_be_read(connection: Connection) -> bool:
    """Whether anything can still be read through an open connection."""
    try:
        connection.row("SELECT count(*) FROM sys_fact")
    except FileProblemError:
        return False
    return True


@contextmanager
def going_on(review: Review, known: Known, path: Path, key: FileKey) -> Iterator[tuple[Connection, Writer]]:
    """A new file with every record of a review, open under `key`, and the right to write to it.

    Errors, and what is left behind, as in `elsewhere`.
    """
    at = stamp(system_clock)
    with one_writer.begun(path) as writer:
        connection = opening.create(path, key, at)
        with opening.closed_on_failure(connection):
            register.key_for_writing(connection)
            _fill(connection, review, known, at)
            if _content(rows.load_all(connection)) != _content(review):
                raise SaveFailedError(
                    tr("The copy in ‘{folder}’ is not as it was written. It was taken away.").format(
                        folder=path.absolute().parent.name
                    )
                )
            writer.sign_in(connection, at)
            yield connection, writer


def what_is_missing() -> str:
    """What to say of a review that was kept from memory."""
    return tr(
        "The file before cannot be read any more, so only what was in memory could be kept: every record is there. "
        "Not there are the history, the bin, kept documents, and the list of staff names: type these names again; "
        "nothing can be exported before. When the drive of the file before is back, it holds all that was saved in it."
    )


def _fill(connection: Connection, review: Review, known: Known, at: str) -> None:
    connection.run("BEGIN IMMEDIATE")
    try:
        connection.run("UPDATE sys_fact SET value = ? WHERE name = 'nonce'", (known.nonce,))
        sheet = "INSERT INTO sys_sheet (number, made_at, check_value, settled) VALUES (?, ?, ?, ?)"
        connection.run_many(sheet, known.sheets)
        register.expect_again(connection, known.registered)
        tx = Transaction(connection, Review.of(rows.load_all(connection)), at)
        with tx.by_rule():
            tx.insert_many([record for record in review if not kind_of(record.kind).single])
            for record in review:
                if kind_of(record.kind).single:
                    tx.set_values(record.kind, record.id, record)
        history.append(connection, at, NAME, ())
        connection.run("COMMIT")
    finally:
        if connection.in_transaction:
            connection.run("ROLLBACK")


def _content(records: Iterable[Record]) -> dict[tuple[str, str], tuple[int, dict[str, object]]]:
    return {(each.kind, str(each.id)): (each.position, dict(each)) for each in records}
