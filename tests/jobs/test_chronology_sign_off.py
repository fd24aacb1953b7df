"""The chronology has its own version, sign-off and final export, and the report says what changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from factories import record, review
from sample_session import AUTHOR, MANAGER, PASSPHRASE, open_sample

from imr_desk.cli import main, opened
from imr_desk.errors import BadInputError, GateShutError
from imr_desk.jobs.chronology import check_off, sign_off
from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import Delete, Insert, SetFields
from imr_desk.review.chronology_versions import Changes, changes_since, in_force, mark_of, new_sign_off, version_of
from imr_desk.review.dates import parse_known
from imr_desk.review.sealing import is_sealed
from imr_desk.session import Session

WRITER, CHIEF = AUTHOR[1:], MANAGER[1:]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    for each in made.review.all("chronology_sign_off"):
        made.run(Delete("chronology_sign_off", each.id))
    yield made
    made.close()


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


# ---- what changed
def test_what_changed_is_told_by_reference_and_no_words_are_kept() -> None:
    one, two = (
        record("entry", "CE-001", date="4 May 2013", event="A call."),
        record("entry", "CE-002", event="A visit."),
    )
    began = new_sign_off(review(one, two))
    assert began["version"] == 1
    assert "call" not in str(began["marks"])
    kept = record("chronology_sign_off", "CSO-001", **began)
    other, three = record("entry", "CE-001", date="5 May 2013", event="A call."), record("entry", "CE-003")
    assert changes_since(review(one, two, kept), kept) == Changes((), (), ())
    assert changes_since(review(other, three, kept), kept) == Changes(("CE-003",), ("CE-001",), ("CE-002",))


def test_mark_is_of_all_that_is_printed_and_of_nothing_else() -> None:
    base = {"date": "4 May 2013", "event": "A call."}
    one = mark_of(record("entry", "CE-001", **base))
    assert one == mark_of(record("entry", "CE-001", **base, significant=True))
    for name, value in {"event": "A visit.", "comment": "Late.", "sequence": 1, "learned_how": "a log"}.items():
        assert mark_of(record("entry", "CE-001", **{**base, name: value})) != one


def test_sign_off_without_marks_covers_the_chronology_as_before() -> None:
    kept = record("chronology_sign_off", "CSO-001", signed_off_on="2014-12-05", signed_off_by="Chief Crown Prosecutor")
    whole = review(record("entry", "CE-001"), kept)
    assert changes_since(whole, kept) is None
    assert in_force(whole) == kept
    assert version_of(whole) is None


# ---- from check to final export
def test_chronology_goes_out_as_final_before_the_report_and_the_report_stays_open(
    session: Session, tmp_path: Path
) -> None:
    check_off(session, *WRITER)
    with pytest.raises(GateShutError):
        export(session, tmp_path / "early.docx", draft=False, template="T7")
    done = sign_off(session, *CHIEF)
    assert (done.number("version"), done.text("signed_off_by")) == (1, CHIEF[1])
    assert not is_sealed(session.review)
    path = export(session, tmp_path / "final.docx", draft=False, template="T7").path
    assert verify(path, session).answer is not Answer.DIFFERS
    assert "Alma Quill" not in text_of(path)
    for ending in (".xlsx", ".csv", ".json"):
        assert export(session, tmp_path / f"final{ending}", draft=False).final


def test_change_after_the_sign_off_needs_the_next_version_and_the_report_says_what_changed(
    session: Session, tmp_path: Path
) -> None:
    check_off(session, *WRITER)
    sign_off(session, *CHIEF)
    session.run(SetFields("entry", "CE-010", {"comment": "Looked at again."}))
    new = session.new_id("entry")
    session.run(
        Insert(
            "entry",
            new,
            {"date": parse_known("4 May 2013"), "event": "A letter was sent.", "sources": [{"place": "page 1"}]},
        )
    )
    with pytest.raises(GateShutError, match="has changed since it was signed off"):
        export(session, tmp_path / "late.docx", draft=False, template="T7")
    said = text_of(export(session, tmp_path / "report.docx", draft=True).path)
    assert f"as version 1. 1 entry was added since: {new}. 1 entry was changed since: CE-010." in said
    check_off(session, *WRITER)
    assert sign_off(session, *CHIEF).number("version") == 2
    again = text_of(export(session, tmp_path / "second.docx", draft=False, template="T7").path)
    assert "Version\t2" in again
    assert "as version 2. Nothing in it has changed since." in text_of(
        export(session, tmp_path / "report2.docx", draft=True).path
    )


def test_report_signed_afterwards_says_what_it_was_signed_with_whatever_happens_to_the_sign_off(
    session: Session, tmp_path: Path
) -> None:
    check_off(session, *WRITER)
    sign_off(session, *CHIEF)
    session.run(SetFields("entry", "CE-010", {"comment": "Looked at again."}))
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    path = export(session, tmp_path / "report.docx", draft=False).path
    assert "1 entry was changed since: CE-010." in text_of(path)
    assert verify(path, session).answer is Answer.MATCHES


# ---- who may
def test_manager_signs_off_only_what_was_checked_and_not_changed(session: Session) -> None:
    with pytest.raises(BadInputError, match="No version of the chronology waits"):
        sign_off(session, *CHIEF)
    check_off(session, *WRITER)
    with pytest.raises(BadInputError, match="The author’s post cannot"):
        sign_off(session, CHIEF[0], WRITER[1])
    session.run(SetFields("entry", "CE-010", {"comment": "Looked at again."}))
    with pytest.raises(BadInputError, match="has changed since its author checked version 1"):
        sign_off(session, *CHIEF)


def test_incomplete_entry_holds_the_sign_off_and_says_which(session: Session) -> None:
    session.run(SetFields("entry", "CE-010", {"sources": None}))
    with pytest.raises(GateShutError, match="CE-010 has no source"):
        check_off(session, *WRITER)
    assert not session.review.all("chronology_sign_off")


def test_sign_off_is_one_step_of_undo(session: Session) -> None:
    check_off(session, *WRITER)
    session.undo()
    assert not session.review.all("chronology_sign_off")


# ---- without a window
def test_sign_part_chronology_is_the_same_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = open_sample(tmp_path)
    made.close()
    monkeypatch.setenv(opened.VARIABLE, PASSPHRASE)
    path = str(made.path)
    words = ("--part", "chronology", "--json")
    assert main(["sign", path, "--name", WRITER[0], "--job-title", WRITER[1], *words]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert main(["countersign", path, "--name", CHIEF[0], "--job-title", CHIEF[1], *words]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["part"], said["version"], said["signed_off_by"]) == ("chronology", 1, CHIEF[1])
    assert "Alma" not in str(said)
    assert main(["export", path, str(tmp_path / "final.xlsx"), "--template", "T7-merge"]) == 0
