"""The encrypted file: what is refused and how, what another implementation reads, what is left beside it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
from pathlib import Path

import apsw
import pytest
from other_program import open_without_lock

from imr_desk.errors import (
    BadInputError,
    DamagedFileError,
    FileProblemError,
    FileTooNewError,
    NotAReviewError,
    OpenForReadingError,
    SaveFailedError,
    WrongPassphraseError,
)
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store import migrations, schema
from imr_desk.store.driver import Connection
from imr_desk.store.key import derive

PASSPHRASE = "four plain words here"
MARKER = "Quillonwibble"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "review.imr"
    session = Session.create(path, PASSPHRASE)
    session.run(SetFields("opening", "opening", {"introduction": MARKER * 20}))
    session.close()
    return path


def test_file_is_one_beside_nothing_and_for_its_owner_only(made: Path) -> None:
    assert [each.name for each in made.parent.iterdir()] == ["review.imr"]
    if os.name == "posix":
        assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_no_readable_word_stands_in_the_file_nor_beside_it_while_open(made: Path) -> None:
    session = Session.open(made, PASSPHRASE)
    session.run(SetFields("opening", "opening", {"purpose": MARKER}))
    data = b"".join(each.read_bytes() for each in made.parent.iterdir())
    session.close()
    for words in (MARKER, "introduction", "sys_history", "SQLite format"):
        assert words.encode() not in data


def test_another_sqlcipher_implementation_opens_it_from_the_description_alone(made: Path) -> None:
    salt = made.read_bytes()[:16]
    raw = derive(PASSPHRASE, salt).raw
    connection = apsw.Connection(str(made))
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("key", f"x'{raw.hex()}{salt.hex()}'")
    assert connection.pragma("application_id") == 0x494D5244
    assert next(connection.execute("SELECT introduction FROM opening"))[0] == MARKER * 20
    connection.close()


def test_fresh_key_is_different_for_the_same_passphrase(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.imr", "b.imr")]
    for path in files:
        Session.create(path, PASSPHRASE).close()
    assert files[0].read_bytes()[:16] != files[1].read_bytes()[:16]


def test_wrong_passphrase_is_told_from_a_damaged_first_page(made: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        Session.open(made, "four other words here")
    data = bytearray(made.read_bytes())
    data[200] ^= 1
    made.write_bytes(data)
    with pytest.raises(DamagedFileError):
        Session.open(made, PASSPHRASE)


def test_damage_in_a_later_page_is_found_by_the_integrity_check(made: Path) -> None:
    data = bytearray(made.read_bytes())
    data[-100] ^= 1
    made.write_bytes(data)
    try:
        session = Session.open(made, PASSPHRASE)
    except DamagedFileError:
        return
    assert session.file.integrity_faults()
    session.close()


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 4096 + b"y", b"SQLite format 3\0" + b"\0" * 4080])
def test_other_files_are_refused_and_left_as_they_are(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(NotAReviewError) as refused:
        Session.open(path, PASSPHRASE)
    assert "letter.txt" in refused.value.sentence
    assert path.read_bytes() == content


def test_missing_file_and_folder_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError):
        Session.open(tmp_path / "none.imr", PASSPHRASE)
    with pytest.raises(NotAReviewError):
        Session.open(tmp_path, PASSPHRASE)


def test_encrypted_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.imr"
    path.touch()
    key = derive(PASSPHRASE, os.urandom(16))
    connection = Connection(path, key.literal())
    connection.run("CREATE TABLE letter (words)")
    connection.close()
    with pytest.raises(NotAReviewError):
        Session.open(path, PASSPHRASE)


def test_new_file_never_replaces_one_that_is_there(made: Path) -> None:
    before = made.read_bytes()
    with pytest.raises(FileProblemError):
        Session.create(made, PASSPHRASE)
    assert made.read_bytes() == before


def test_new_file_in_a_folder_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SaveFailedError):
        Session.create(tmp_path / "none" / "review.imr", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_short_passphrase_is_refused_before_a_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(BadInputError):
        Session.create(tmp_path / "review.imr", "short")
    assert list(tmp_path.iterdir()) == []


def test_second_writer_is_stopped_and_nothing_is_overwritten(made: Path) -> None:
    one, two = Session.open(made, PASSPHRASE), open_without_lock(made, PASSPHRASE)
    two.run(SetFields("opening", "opening", {"purpose": "From the second"}))
    with pytest.raises(SaveFailedError):
        one.run(SetFields("opening", "opening", {"purpose": "From the first"}))
    one.close()
    two.close()
    again = Session.open(made, PASSPHRASE)
    assert again.review.one("opening").text("purpose") == "From the second"
    again.close()


def test_read_only_opening_shows_all_and_refuses_edits(made: Path) -> None:
    session = Session.open(made, PASSPHRASE, read_only=True)
    before = session.review
    with pytest.raises(OpenForReadingError, match="reading only"):
        session.run(SetFields("opening", "opening", {"purpose": "No"}))
    assert session.review is before
    session.close()


def test_file_of_a_newer_program_is_named_with_both_versions_and_left_untouched(made: Path) -> None:
    session = Session.open(made, PASSPHRASE)
    session.file.connection.run("PRAGMA user_version = 9")
    session.close()
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    with pytest.raises(FileTooNewError) as refused:
        Session.open(made, PASSPHRASE)
    assert "file version 9; this one reads up to 1" in refused.value.sentence
    assert hashlib.sha256(made.read_bytes()).hexdigest() == digest


def test_history_cannot_be_altered_and_a_forged_line_shows(made: Path) -> None:
    session = Session.open(made, PASSPHRASE)
    connection = session.file.connection
    for sql in ("UPDATE sys_history SET operation = 'x'", "DELETE FROM sys_history"):
        with pytest.raises(Exception, match="append only"):
            connection.run(sql)
    connection.run("DROP TRIGGER sys_history_no_update")
    connection.run("UPDATE sys_history SET operation = 'forged' WHERE seq = 1")
    assert "The history does not hold together from line 1 on." in session.file.integrity_faults()
    session.close()


def test_settings_of_every_connection_are_the_safe_ones(made: Path) -> None:
    session = Session.open(made, PASSPHRASE)
    asked = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    for name, value in asked.items():
        row = session.file.connection.row(f"PRAGMA {name}")
        assert row is not None
        assert row[0] == value, name
    session.close()


# -- migrations: the harness, on a plain connection ------------------------------------------------------------------


class Plain:
    """The part of a Connection that migrations use, over the standard library's sqlite3."""

    def __init__(self) -> None:
        self.raw = sqlite3.connect(":memory:", isolation_level=None)
        self.in_transaction = False

    def run(self, sql: str) -> int:
        self.raw.execute(sql)
        self.in_transaction = self.raw.in_transaction
        return 0

    def row(self, sql: str) -> object:
        return self.raw.execute(sql).fetchone()


def _step(sql: str) -> migrations.Step:
    def step(connection: Connection) -> None:
        connection.run(sql)

    return step


def test_migration_runs_the_steps_not_seen_after_one_backup() -> None:
    plain, backups = Plain(), []
    plain.run("PRAGMA user_version = 1")
    steps = (_step("CREATE TABLE a (x)"), _step("CREATE TABLE b (x)"))
    assert migrations.upgrade(plain, lambda: backups.append(1), steps, 3) == 1  # type: ignore[arg-type]
    assert backups == [1]
    assert plain.row("PRAGMA user_version") == (3,)
    assert migrations.upgrade(plain, lambda: backups.append(1), steps, 3) == 3  # type: ignore[arg-type]
    assert backups == [1]
    plain.raw.close()


def test_failed_step_or_failed_backup_leaves_the_file_unchanged() -> None:
    plain = Plain()
    plain.run("PRAGMA user_version = 1")
    steps = (_step("CREATE TABLE a (x)"), _step("not sql"))
    with pytest.raises(sqlite3.OperationalError):
        migrations.upgrade(plain, lambda: None, steps, 3)  # type: ignore[arg-type]

    def no_backup() -> None:
        raise FileProblemError("no room")

    with pytest.raises(FileProblemError):
        migrations.upgrade(plain, no_backup, steps[:1], 2)  # type: ignore[arg-type]
    assert plain.row("SELECT count(*) FROM sqlite_master") == (0,)
    assert plain.row("PRAGMA user_version") == (1,)
    plain.raw.close()


def test_schema_has_a_table_for_every_kind_and_a_column_for_every_field(made: Path) -> None:
    from imr_desk.review.catalogue import KINDS

    session = Session.open(made, PASSPHRASE)
    for kind in KINDS.values():
        columns = {row[1] for row in session.file.connection.rows(f'PRAGMA table_info("{kind.name}")')}
        assert columns == {"id", "position"} | {column for field in kind.fields for column in schema.columns_of(field)}
    session.close()
