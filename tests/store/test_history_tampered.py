"""Somebody with the passphrase and another tool changes the history or the tables: `integrity` finds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest
from sample_session import AUTHOR, PASSPHRASE, open_sample
from strangers_reader import raw_key

from imr_desk.jobs.sign import record_signature
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, Insert, Link, Move, Restore, SetFields
from imr_desk.operations.sealing import Declared
from imr_desk.review.known_date import KnownDate
from imr_desk.session import Session
from imr_desk.store import schema

FREE = ("DROP TRIGGER sys_history_no_update", "DROP TRIGGER sys_history_no_delete")
AS_IT_WAS = (
    "CREATE TRIGGER sys_history_no_update BEFORE UPDATE ON sys_history BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER sys_history_no_delete BEFORE DELETE ON sys_history BEGIN SELECT RAISE(ABORT, 'append only'); END",
)
PUT_IN = (
    "INSERT INTO sys_history (at, operation, records, digest) "
    "SELECT at, operation, records, digest FROM sys_history WHERE seq = 2"
)
LAST_OUT = "DELETE FROM sys_history WHERE seq = (SELECT max(seq) FROM sys_history)"

Tamper = Callable[..., tuple[str, ...]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample with a few edits more."""
    session = open_sample(tmp_path)
    for number, words in enumerate(("A", "B", "C", "D")):
        session.run(SetFields("review", "review", {"reference": f"{words}{number}"}))
    session.run(Delete("entry", "CE-004"))
    assert session.file.integrity_faults() == ()
    session.close()
    return session.path


@pytest.fixture
def tampered(path: Path) -> Tamper:
    """Runs SQL on the file with another implementation of the cipher, and gives what the program finds after that."""

    def run(*statements: str) -> tuple[str, ...]:
        salt = path.read_bytes()[:16]
        other = apsw.Connection(str(path))
        other.pragma("cipher", "sqlcipher")
        other.pragma("legacy", 4)
        other.pragma("key", f"x'{raw_key(PASSPHRASE, salt).hex()}{salt.hex()}'")
        for statement in statements:
            other.execute(statement)
        other.close()
        session = Session.open(path, PASSPHRASE)
        try:
            return session.file.integrity_faults()
        finally:
            session.close()

    return run


@pytest.mark.parametrize(
    "statement", ["UPDATE sys_history SET operation = 'insert' WHERE seq = 2", "DELETE FROM sys_history"]
)
def test_history_refuses_to_be_changed_by_any_tool_that_keeps_its_triggers(tampered: Tamper, statement: str) -> None:
    with pytest.raises(apsw.ConstraintError, match="append only"):
        tampered(statement)


@pytest.mark.parametrize(
    ("name", "statements", "line"),
    [
        ("one changed", ("UPDATE sys_history SET operation = 'insert' WHERE seq = 3",), 3),
        ("one with another time", ("UPDATE sys_history SET at = '2013-01-01T00:00:00+00:00' WHERE seq = 2",), 2),
        ("one deleted", ("DELETE FROM sys_history WHERE seq = 3",), 4),
        ("the first deleted", ("DELETE FROM sys_history WHERE seq = 1",), 2),
        (
            "two in another order",
            (
                "UPDATE sys_history SET seq = 99 WHERE seq = 2",
                "UPDATE sys_history SET seq = 2 WHERE seq = 3",
                "UPDATE sys_history SET seq = 3 WHERE seq = 99",
            ),
            2,
        ),
        (
            "one put in at the end",
            (PUT_IN,),
            0,
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_tampering_with_one_line_is_found_though_the_triggers_are_back(
    tampered: Tamper, name: str, statements: tuple[str, ...], line: int
) -> None:
    (fault,) = tampered(*FREE, *statements, *AS_IT_WAS)
    assert fault.startswith("The history does not hold together from line ")
    if line:
        assert f" {line} on" in fault


def test_last_line_taken_away_is_found(tampered: Tamper) -> None:
    said = tampered(*FREE, LAST_OUT, *AS_IT_WAS)
    assert said == ("The last lines of the history are no longer there.",)


def test_all_lines_taken_away_is_found(tampered: Tamper) -> None:
    said = tampered(*FREE, "DELETE FROM sys_history", *AS_IT_WAS)
    assert said == ("The last lines of the history are no longer there.",)


def test_last_lines_that_were_signed_are_missed_even_where_the_count_was_forged(path: Path, tampered: Tamper) -> None:
    session = Session.open(path, PASSPHRASE, clock=_later)
    session.run(SetFields("review", "review", {"reference": "Z"}))
    route = Declared("paper", dt.date(2014, 12, 3), "ab" * 32, "File room 3")
    record_signature(session, *AUTHOR, route)
    session.close()
    said = tampered(
        *FREE,
        LAST_OUT,
        LAST_OUT,
        "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sys_history) WHERE name = 'sys_history'",
        *AS_IT_WAS,
    )
    assert "Lines of the history that were signed are no longer there." in said


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP TRIGGER sys_history_no_update", "lacks parts that this program makes: sys_history_no_update."),
        ("DROP TABLE sys_bin", "lacks parts that this program makes: sys_bin."),
        ("CREATE TABLE elsewhere (words TEXT)", "does not make: elsewhere."),
        ("CREATE VIEW shadow AS SELECT * FROM entry", "does not make: shadow."),
        (
            "CREATE TRIGGER quiet AFTER UPDATE ON entry BEGIN DELETE FROM sys_bin; END",
            "does not make: quiet.",
        ),
        ("ALTER TABLE sys_bin ADD COLUMN more TEXT", "not as this program makes them: sys_bin."),
        ("INSERT INTO sys_search(sys_search, rank) VALUES('secure-delete', 0)", "would keep words that are deleted"),
    ],
)
def test_tables_other_than_the_program_makes_them_are_told(tampered: Tamper, statement: str, said: str) -> None:
    (fault,) = tampered(statement)
    assert said in fault


def test_file_whose_history_counts_no_lines_is_told_as_one_with_other_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = tuple(each.replace(" AUTOINCREMENT", "") for each in schema.OWN_TABLES)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "OWN_TABLES", tables)
        session = Session.create(tmp_path / "other.imr", PASSPHRASE)
    assert session.file.integrity_faults() == ("Parts of the file are not as this program makes them: sys_history.",)
    session.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET event = 'Nothing of the kind.' WHERE id = 'CE-003'",
        "UPDATE entry SET position = position + 1 WHERE id = 'CE-003'",
        "UPDATE retention SET inquiry_hold = 1",
        "DELETE FROM early_action WHERE id = (SELECT min(id) FROM early_action)",
        "INSERT INTO gap (id, position, explanation) VALUES ('GAP-99', 1, 'Put in.')",
        "UPDATE identity SET subject = (SELECT max(id) FROM subject) WHERE id = (SELECT min(id) FROM identity)",
    ],
)
def test_record_that_another_tool_changed_added_or_took_away_is_told(tampered: Tamper, statement: str) -> None:
    assert tampered(statement) == ("A record was changed, added or taken away by another program than this one.",)


def test_document_whose_bytes_were_exchanged_is_told(path: Path, tampered: Tamper) -> None:
    session = Session.open(path, PASSPHRASE)
    session.run(KeepDocument("DOC-900", "A page", "text/plain", b"As it was."))
    assert session.file.integrity_faults() == ()
    session.close()
    said = tampered("UPDATE sys_document SET bytes = CAST('Another' AS BLOB) WHERE id = 'DOC-900'")
    assert said == ("Kept documents that are not as they were kept: DOC-900.",)


def test_sum_over_all_records_is_right_after_every_kind_of_edit_and_on_being_opened_again(tmp_path: Path) -> None:
    session = open_sample(tmp_path, "ho")
    session.run(Insert("entry", "CE-900", {"event": "Late.", "date": KnownDate("2013-07~", "about July 2013")}))
    session.run(Move("entry", "CE-900", "CE-002"))
    session.run(Link("entry", "CE-900", "staff", session.review.all("staff")[0].id))
    session.run(Delete("staff", session.review.all("staff")[0].id))
    session.undo()
    session.redo()
    session.undo()
    session.run(Delete("entry", "CE-900"))
    session.run(Restore("entry", "CE-900"))
    session.run(SetFields("entry", "CE-900", {"event": None}))
    assert session.file.integrity_faults() == ()
    session.close()
    again = Session.open(session.path, PASSPHRASE)
    again.run(SetFields("review", "review", {"reference": "Z"}))
    assert again.file.integrity_faults() == ()
    again.close()


def test_link_that_leads_nowhere_is_told(tampered: Tamper) -> None:
    said = tampered("PRAGMA foreign_keys = OFF", "UPDATE interview SET staff = 'STF-999' WHERE id = 'INT-01'")
    assert said[0] == "Links that lead nowhere: 1."


def _later() -> dt.datetime:
    return dt.datetime(2014, 12, 3, 14, tzinfo=dt.UTC)
