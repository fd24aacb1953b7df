"""What goes out: no registered name, nothing half-written; and what `verify` says of it afterwards."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import BadInputError, ExportError, GateShutError, NameFoundError, RegisterUnreadableError
from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import Decide, ForgetName, RegisterName
from imr_desk.operations.sealing import Reopen
from imr_desk.session import Session
from tests.sample_session import AUTHOR, PASSPHRASE, Clock, open_sample, open_signed

STAFF_NAME = "Jolyon Wetherspindle"
UNKNOWN_NAME = "Mrs Okaforsen"


@pytest.fixture
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A copy of the sample, open; a signed one where a test is of its final report."""
    opened = open_signed(tmp_path) if "final" in request.fixturenames else open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def final(session: Session, tmp_path: Path) -> Path:
    return export(session, tmp_path / "report.docx", draft=False).path


def put(session: Session, words: str) -> None:
    text = session.review["AN-1.1"].text("text")
    session.run(SetFields("paragraph", "AN-1.1", {"text": f"{text} {words}"}))


def changed(path: Path, old: str, new: str, part: str = "word/document.xml") -> Path:
    """The file with one word changed by another tool."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            data = before.read(item)
            if item.filename == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(item, data)
    target = path.with_name("changed.docx")
    target.write_bytes(out.getvalue())
    return target


def test_final_report_needs_both_signatures(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    with pytest.raises(GateShutError):
        export(session, target, draft=False)
    sign(session, *AUTHOR, PASSPHRASE)
    with pytest.raises(GateShutError):
        export(session, target, draft=False)
    assert not target.exists()


def test_signed_report_is_not_written_in_another_template(session: Session, final: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="what was signed"):
        export(session, tmp_path / "other.docx", draft=False, template="T2")
    assert not (tmp_path / "other.docx").exists()


def test_signed_report_matches_and_says_who_signed(session: Session, final: Path) -> None:
    verdict = verify(final, session)
    assert verdict.answer is Answer.MATCHES
    assert verdict.sentence == "Matches the review you hold."
    assert "Alma Quill" in verdict.grounds[0]


def test_signed_report_by_itself_is_consistent_with_keys_not_known_here(final: Path) -> None:
    verdict = verify(final)
    assert verdict.answer is Answer.CONSISTENT
    assert verdict.sentence.endswith("not known here.")
    assert all(len(words.split()) == 6 for words in verdict.key_words)


def test_one_changed_word_is_found_and_its_paragraph_named(session: Session, final: Path) -> None:
    forged = changed(final, "Five decisions under the Code", "Six decisions under the Code")
    assert verify(forged).answer is Answer.DIFFERS
    verdict = verify(forged, session)
    assert verdict.answer is Answer.DIFFERS
    assert len(verdict.differences) == 1
    difference = verdict.differences[0]
    assert difference.block == "B16"
    assert difference.expected.startswith("Five decisions")
    assert difference.found.startswith("Six decisions")
    assert "12" in difference.where


def test_one_changed_name_on_the_signature_page_is_found(session: Session, final: Path) -> None:
    forged = changed(final, "Bruno Vance", "Bruna Vance")
    assert verify(forged).answer is Answer.DIFFERS
    assert verify(forged, session).answer is Answer.DIFFERS


def test_draft_carries_no_signature_and_says_so(session: Session, tmp_path: Path) -> None:
    done = export(session, tmp_path / "draft.docx", draft=True)
    assert verify(done.path).sentence == "This file carries no signature of IMR Desk, so there is nothing to verify."
    with zipfile.ZipFile(done.path) as package:
        header = b"".join(package.read(name) for name in package.namelist() if "header" in name)
    assert b"DRAFT" in header


def test_report_of_another_version_differs_from_the_review(session: Session, final: Path) -> None:
    session.run(Reopen("new information", "A log was found.", "Board manager", dt.date(2014, 12, 20)))
    put(session, "A sentence more.")
    verdict = verify(final, session)
    assert verdict.answer is Answer.DIFFERS
    assert verdict.differences[0].block == "B16"


@pytest.mark.parametrize("words", [STAFF_NAME, "WETHERSPINDLE", "j.wetherspindle@cps.example", "Wetherspindel’s view"])
def test_registered_name_in_any_form_stops_even_a_draft(session: Session, tmp_path: Path, words: str) -> None:
    session.run(RegisterName("STF-04", STAFF_NAME))
    put(session, f"It was {words} who said so.")
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "draft.docx", draft=True)
    assert {each.name for each in tmp_path.iterdir()} == {"sample.imr", "sample.imr.lock"}


def test_registered_name_in_the_file_name_stops_the_export(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName("STF-04", STAFF_NAME))
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "IMR Wetherspindle.docx", draft=True)
    export(session, tmp_path / "IMR Child K.docx", draft=True)


def test_real_name_of_a_subject_is_found_as_well(session: Session, tmp_path: Path) -> None:
    session.run(SetFields("identity", session.review.all("identity")[0].id, {"real_name": "Peregrine Oddlington"}))
    put(session, "Peregrine Oddlington was seen at home.")
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "draft.docx", draft=True)


def test_unknown_name_prints_as_a_number_in_a_draft_and_stops_signing(session: Session, tmp_path: Path) -> None:
    put(session, f"{UNKNOWN_NAME} rang twice. {UNKNOWN_NAME} rang again.")
    done = export(session, tmp_path / "draft.docx", draft=True)
    with zipfile.ZipFile(done.path) as package:
        body = package.read("word/document.xml").decode()
    assert "Okaforsen" not in body
    assert body.count("[name to be settled 1]") == 2
    with pytest.raises(GateShutError, match="R-18"):
        sign(session, *AUTHOR, PASSPHRASE)


def test_decision_not_a_person_lets_the_words_pass_and_is_kept_as_a_hash(session: Session, tmp_path: Path) -> None:
    put(session, f"{UNKNOWN_NAME} is the name of a ward.")
    session.run(RegisterName("STF-04", STAFF_NAME))
    marks = [mark for mark in session.judge.guard.marks(f"{UNKNOWN_NAME} is") if mark.kind == "unknown"]
    session.run(Decide(marks[0].key, "not a person"))
    done = export(session, tmp_path / "draft.docx", draft=True)
    with zipfile.ZipFile(done.path) as package:
        assert "Okaforsen" in package.read("word/document.xml").decode()
    kept = session.file.connection.rows("SELECT * FROM sys_decision")
    assert "okafor" not in str(kept).casefold()
    session.undo()
    assert session.judge.guard.marks(f"{UNKNOWN_NAME} is")


def test_without_the_key_of_the_register_every_export_is_refused(session: Session, tmp_path: Path) -> None:
    session.run(RegisterName("STF-04", STAFF_NAME))
    path = session.path
    session.file.connection.run("DELETE FROM sys_register_key")
    session.close()
    again = Session.open(path, PASSPHRASE)
    with pytest.raises(RegisterUnreadableError):
        export(again, tmp_path / "draft.docx", draft=True)
    with pytest.raises(RegisterUnreadableError):
        sign(again, *AUTHOR, PASSPHRASE)
    again.close()
    assert [each.name for each in tmp_path.iterdir()] == ["sample.imr"]


def test_registered_name_cannot_be_read_out_of_the_review(session: Session) -> None:
    session.run(RegisterName("STF-04", STAFF_NAME))
    tables = [row[0] for row in session.file.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    everything = ""
    for name in tables:
        if not name.startswith("sys_search_"):
            everything += str(session.file.connection.rows(f'SELECT * FROM "{name}"'))  # noqa: S608
    assert "wetherspindle" not in everything.casefold()
    session.undo()
    assert session.judge.guard.who_is(STAFF_NAME) == ()
    session.run(ForgetName("STF-04"))
    assert (
        not session.judge.guard.marks("WETHERSPINDLE")
        or session.judge.guard.marks("WETHERSPINDLE")[0].kind == "unknown"
    )


def test_export_that_cannot_be_written_leaves_nothing(session: Session, tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    for target in (tmp_path / "none" / "draft.docx", tmp_path / "folder.docx"):
        with pytest.raises(ExportError):
            export(session, target, draft=True)
    with pytest.raises(BadInputError):
        export(session, tmp_path / "draft.odt", draft=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.docx", "sample.imr", "sample.imr.lock"]


def test_file_that_is_no_word_file_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(BadInputError):
        verify(path)


def test_home_office_sample_goes_the_same_way(tmp_path: Path) -> None:
    session = open_sample(tmp_path, "ho", Clock(2025, 1, 1))
    author = session.review.one("author").text("job_title")
    manager = session.review.one("counter_signatory").text("job_title")
    sign(session, "author", "Alma Quill", author, PASSPHRASE)
    sign(session, "counter_signatory", "Bruno Vance", manager, PASSPHRASE)
    done = export(session, tmp_path / "report.docx", draft=False)
    assert verify(done.path, session).answer is Answer.MATCHES
    session.close()
