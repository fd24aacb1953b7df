"""What was signed and what stands in the file: any change behind the signatures shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.jobs.sign import record_signature, sign
from imr_desk.operations.general import SetFields
from imr_desk.operations.sealing import Declared
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, Clock, open_sample

AUTHORS = "The author’s signature does not hold for the report part as it stands."
MANAGERS = "The counter-signature does not hold for the report part as it stands."
CHANGED = "A record was changed, added or taken away by another program than this one."
"""Said of any record, also of one that was never signed."""


@pytest.fixture
def signed(tmp_path: Path) -> Iterator[Session]:
    """Signed in the program by the author, and by e-mail by the senior manager."""
    session = open_sample(tmp_path)
    sign(session, *AUTHOR, PASSPHRASE)
    record_signature(session, *MANAGER, Declared("e-mail", Clock().now.date(), "ab" * 32, "Mailbox"))
    yield session
    session.close()


def faults_after(session: Session, sql: str) -> tuple[str, ...]:
    """What the integrity check says of history and signatures after another tool changed the file."""
    session.file.connection.run(sql)
    session.close()
    again = Session.open(session.path, PASSPHRASE, read_only=True)
    faults = again.file.integrity_faults()
    again.close()
    return tuple(fault for fault in faults if fault != CHANGED)


def test_signatures_hold_and_go_on_holding_while_the_process_part_changes(signed: Session) -> None:
    signed.run(SetFields("disclosure", "disclosure", {"proceedings": "Ended."}))
    assert signed.file.integrity_faults() == ()


@pytest.mark.parametrize(
    ("sql", "faults"),
    [
        ("UPDATE opening SET purpose = 'Other'", (AUTHORS, MANAGERS)),
        ("UPDATE staff SET title = 'Other' WHERE id = 'STF-01'", (AUTHORS, MANAGERS)),
        ("UPDATE review SET version = 2", (AUTHORS, MANAGERS)),
        ("DELETE FROM good_practice", (AUTHORS, MANAGERS)),
        ("UPDATE sys_fact SET value = 'x' WHERE name = 'nonce'", (AUTHORS, MANAGERS)),
        ("UPDATE signature SET public_key = upper(public_key)", (AUTHORS,)),
        ("UPDATE signature SET public_key = NULL", (AUTHORS,)),
        ("UPDATE signature SET statement = replace(statement, 'Quill', 'Quell')", (AUTHORS,)),
        ("UPDATE signature SET route = 'program'", (MANAGERS,)),
        ("UPDATE signature SET role = 'author'", (AUTHORS,)),
    ],
)
def test_change_behind_the_signatures_shows(signed: Session, sql: str, faults: tuple[str, ...]) -> None:
    assert faults_after(signed, sql) == faults


def test_end_of_the_history_taken_away_shows(signed: Session) -> None:
    signed.file.connection.run("DROP TRIGGER sys_history_no_delete")
    faults = faults_after(signed, "DELETE FROM sys_history WHERE seq > 0")
    assert "Lines of the history that were signed are no longer there." in faults


def test_statement_that_cannot_be_read_shows(signed: Session) -> None:
    faults = faults_after(signed, "UPDATE signature SET statement = NULL")
    assert faults == ("Lines of the history that were signed are no longer there.", AUTHORS, MANAGERS)
