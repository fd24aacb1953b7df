"""docs/file-format.md: what it says is what the code does, and it is enough to read a file without the program."""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from pathlib import Path

import file_format_list
import pytest
import strangers_reader as stranger
import strangers_report
from cryptography.exceptions import InvalidSignature

from imr_desk import stretch
from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from imr_desk.names.forms import Form
from imr_desk.operations.names import ANSWERS, RegisterName
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from imr_desk.signing import canonical, statement
from imr_desk.store import history, key, pages, schema

PAGE = file_format_list.PAGE.read_text(encoding="utf-8")
PASSPHRASE = "four plain words hëre"
REGISTERED = "Peregrine Ollerenshaw"
PEOPLE = (
    ("author", "Alma Quill", "Deputy Chief Crown Prosecutor, CPS Lowmarsh and Vale"),
    ("counter_signatory", "Bruno Vance", "Chief Crown Prosecutor, CPS Northmarch"),
)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample review with a registered name, signed twice, and its Word file."""
    folder = tmp_path_factory.mktemp("format")
    path = folder / "review.imr"
    write_sample(path, PASSPHRASE, clock=lambda: dt.datetime(2024, 12, 5, 9, 30, tzinfo=dt.UTC))
    session = Session.open(path, PASSPHRASE)
    session.run(RegisterName(str(session.review.all("staff")[0].id), REGISTERED))
    for role, person, title in PEOPLE:
        sign(session, role, person, title, PASSPHRASE, folder / "keys")
    report = export(session, folder / "report.docx", draft=False).path
    session.close()
    return path, report


def row(words: str) -> str:
    """What the page's table says beside these words."""
    found = re.search(rf"^\| {re.escape(words)} \| (.*) \|$", PAGE, re.MULTILINE)
    assert found, words
    return found[1]


# -- what the page says is what the code does ----------------------------------------------------------------------


def test_page_gives_the_figures_of_the_key() -> None:
    assert row("memory") == f"{stretch.MEMORY_KIB} KiB (64 MiB)"
    assert (row("passes"), row("lanes")) == (str(stretch.PASSES), str(stretch.LANES))
    assert row("length of the result") == f"{stretch.KEY_BYTES} bytes"
    assert f"first {key.SALT_BYTES} bytes of the file" in row("salt")


def test_page_gives_the_marks_of_the_file_and_the_size_of_a_page() -> None:
    assert row("`PRAGMA application_id`").startswith(f"0x{schema.APPLICATION_ID:X},")
    assert row("`PRAGMA user_version`").startswith(f"{schema.VERSION},")
    assert f"pages of {pages.PAGE} bytes" in PAGE


def test_page_names_every_table_of_the_program_itself() -> None:
    made = re.findall(r"CREATE (?:VIRTUAL )?TABLE (sys_\w+)", "\n".join(schema.OWN_TABLES))
    told = set(re.findall(r"`(sys_\w+)`", PAGE.partition("## 6.")[2].partition("## 7.")[0]))
    assert len(made) > 9
    assert told - {"sys_search_"} == set(made)


def test_page_gives_the_formats_and_what_a_line_of_history_names() -> None:
    for form in (canonical.FORMAT, statement.FORMAT, "imr-desk seal 1", "imr-desk key 1"):
        assert form in PAGE
    assert f"first {history.NAMED} it says" in PAGE
    told = set(re.findall(r"`(\w+)`", PAGE.partition("| name | value |")[2].partition("`signature` is Ed25519")[0]))
    assert set(statement.Statement.__dataclass_fields__) | {"format"} <= told


def test_page_gives_the_answers_and_the_forms_of_a_name() -> None:
    assert all(f"`{answer}`" in PAGE for answer in ANSWERS)
    assert f"a number from {min(Form)} to {max(Form)}" in " ".join(PAGE.split())


def test_page_lists_every_kind_and_field_as_declared() -> None:
    """Run `.venv/bin/python tests/store/file_format_list.py` after a change of the declarations."""
    assert file_format_list.kept_in_the_page(PAGE) == file_format_list.listed(KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_table_of_a_kind_follows_the_rule_of_the_page(kind: Kind) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(schema.table_of(kind))
    columns = [(name, form) for _, name, form, *_ in database.execute(f'PRAGMA table_info("{kind.name}")')]
    wanted = [("id", "TEXT"), ("position", "INTEGER")]
    for field in kind.fields:
        wanted.append((field.name, "INTEGER" if field.type in (FieldType.NUMBER, FieldType.YES_NO) else "TEXT"))
        if field.type is FieldType.KNOWN_DATE:
            wanted.append((f"{field.name}_words", "TEXT"))
    assert columns == wanted
    one_target = {field.name for field in kind.fields if field.type is FieldType.LINK and len(field.to) == 1}
    assert {key[3] for key in database.execute(f'PRAGMA foreign_key_list("{kind.name}")')} == one_target
    database.close()


# -- the page is enough ------------------------------------------------------------------------------------------


def test_stranger_opens_the_file_and_finds_its_marks_and_its_words(signed: tuple[Path, Path]) -> None:
    connection = stranger.opened(signed[0], PASSPHRASE)
    assert (connection.pragma("application_id"), connection.pragma("user_version")) == (0x494D5244, 1)
    session = Session.open(signed[0], PASSPHRASE, read_only=True)
    events = dict(connection.execute("SELECT id, event FROM entry").fetchall())
    assert events == {str(entry.id): entry.text("event") for entry in session.review.all("entry")}
    session.close()
    connection.close()


def test_stranger_decrypts_page_by_page_without_a_library_for_the_cipher(signed: tuple[Path, Path]) -> None:
    database = sqlite3.connect(":memory:")
    database.deserialize(stranger.decrypted(signed[0], PASSPHRASE))
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("SELECT count(*) FROM entry").fetchone() == (100,)
    database.close()


def test_stranger_finds_the_history_whole_and_notices_a_changed_line(signed: tuple[Path, Path]) -> None:
    connection = stranger.opened(signed[0], PASSPHRASE)
    assert stranger.broken_line(connection) is None
    connection.close()
    database = sqlite3.connect(":memory:")
    database.deserialize(stranger.decrypted(signed[0], PASSPHRASE))
    database.execute("DROP TRIGGER sys_history_no_update")
    database.execute("UPDATE sys_history SET operation = 'insert' WHERE seq = 2")
    assert stranger.broken_line(database) == 2  # type: ignore[arg-type]
    database.close()


def test_stranger_comes_to_the_digest_that_was_signed_and_both_signatures_hold(signed: tuple[Path, Path]) -> None:
    connection = stranger.opened(signed[0], PASSPHRASE)
    digest = stranger.content_digest(connection, PAGE)
    kept = connection.execute("SELECT statement, public_key, signature FROM signature ORDER BY position").fetchall()
    assert len(kept) == 2
    for words, public_key, signature in kept:
        stranger.holds(words, public_key, signature)
        assert json.loads(words)["content_digest"] == digest
        with pytest.raises(InvalidSignature):
            stranger.holds(words.replace("IMR Desk", "IMR Disc"), public_key, signature)
    assert json.loads(kept[1][0])["author_signature"] == kept[0][2]
    connection.close()


def test_stranger_comes_to_the_same_digest_where_dates_are_of_every_form(tmp_path: Path) -> None:
    path = tmp_path / "grown.imr"
    write_sample(path, PASSPHRASE, entries=300)
    session = Session.open(path, PASSPHRASE, read_only=True)
    wanted = canonical.content_digest(session.review, session.file.fact("nonce"))
    session.close()
    connection = stranger.opened(path, PASSPHRASE)
    assert stranger.content_digest(connection, PAGE) == wanted
    connection.close()


def test_stranger_comes_to_the_word_digest_and_reads_the_seal(signed: tuple[Path, Path]) -> None:
    data = signed[1].read_bytes()
    seal = strangers_report.seal_in(data)
    assert seal["format"] == "imr-desk seal 1"
    for each in seal["signatures"]:
        assert each["statement"]["word_digest"] == strangers_report.word_digest(data)
        stranger.holds(stranger.canonical(each["statement"]).decode(), each["public_key"], each["signature"])


def test_stranger_with_the_passphrase_finds_no_registered_name_in_any_table(signed: tuple[Path, Path]) -> None:
    plain = stranger.decrypted(signed[0], PASSPHRASE).lower()
    for part in REGISTERED.split():
        assert part.lower().encode() not in plain


def test_order_by_date_is_that_of_the_page() -> None:
    """Each form of the page's table, through the program's own reading of it."""
    for edtf in (
        "2013-05-04", "2013-05-04T16:15:00", "2013-05", "2013", "2013-21", "2013-22", "2013-23", "2013-24~", "2013?",
        "2013-05-04%", "2013-05-04/2013-05-09", "2013-05-04/..", "../2013-05-04", "[2013,2014]", "XXXX",
        "199X", "199X~", "{2013-05-04,2013-05-09}", "2013-05-04T16:15:00~", "2013-05-04T24:00:00",
        "2013-05-04T14:00:00/2013-05-04T15:00:00", "2013-05-04T22:00:00?/2013-05-05T06:00:00?",
    ):  # fmt: skip
        record = Record("entry", RecordId("CE-1"), 3, {"date": KnownDate(edtf)}, "date")
        cells = {"date": edtf, "sequence": None, "position": 3, "id": "CE-1"}
        assert stranger.entry_order(cells) == record.order, edtf
