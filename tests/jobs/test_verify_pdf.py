"""The PDF of a signed report: it says what the Word file says, and `verify` finds what somebody did to it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from imr_desk.errors import GateShutError, NameFoundError
from imr_desk.jobs.export import export
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, open_sample, open_signed


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Path]]:
    """The sample signed twice, and its PDF. Not to be changed."""
    folder = tmp_path_factory.mktemp("signed-pdf")
    session = open_signed(folder)
    yield session, export(session, folder / "report.pdf", draft=False).path
    session.close()


def worked_on(path: Path, change: Callable[[PdfWriter], None]) -> Path:
    """A copy that another program has changed."""
    writer = PdfWriter(clone_from=path)
    change(writer)
    target = path.with_name("worked-on.pdf")
    with io.BytesIO() as out:
        writer.write(out)
        target.write_bytes(out.getvalue())
    return target


def recoded(writer: PdfWriter, page: int, change: Callable[[bytes], bytes]) -> None:
    contents = writer.pages[page].get_contents()
    assert contents is not None
    stream = DecodedStreamObject()
    stream.set_data(change(contents.get_data()))
    writer.pages[page][NameObject("/Contents")] = stream


def test_pdf_of_a_signed_report_matches_with_the_review_and_is_consistent_without(signed: tuple[Session, Path]) -> None:
    session, path = signed
    assert verify(path, session).answer is Answer.MATCHES
    assert verify(path).answer is Answer.CONSISTENT
    assert verify(path).key_words


def test_pdf_is_known_by_what_it_is_and_not_by_its_name(signed: tuple[Session, Path], tmp_path: Path) -> None:
    session, path = signed
    renamed = tmp_path / "report.docx"
    renamed.write_bytes(path.read_bytes())
    assert verify(renamed, session).answer is Answer.MATCHES


def test_pdf_saved_by_another_program_still_matches(signed: tuple[Session, Path]) -> None:
    session, path = signed
    assert verify(worked_on(path, lambda writer: writer.compress_identical_objects()), session).answer is Answer.MATCHES


def test_one_changed_word_differs_and_is_named(signed: tuple[Session, Path]) -> None:
    session, path = signed

    def swap(data: bytes) -> bytes:
        words = re.findall(rb"<([0-9A-F]{80,})>Tj", data)
        return data.replace(words[2], words[2][8:12] + words[2][4:], 1)

    verdict = verify(worked_on(path, lambda writer: recoded(writer, 6, swap)), session)
    assert verdict.answer is Answer.DIFFERS
    assert len(verdict.differences) == 1


def test_words_written_over_a_page_differ(signed: tuple[Session, Path]) -> None:
    session, path = signed

    def write_over(data: bytes) -> bytes:
        words = re.findall(rb"<([0-9A-F]{80,})>Tj", data)
        return data + b"\nBT /F1 12 Tf 80 300 Td <" + words[3] + b"> Tj ET"

    assert verify(worked_on(path, lambda writer: recoded(writer, 6, write_over)), session).answer is Answer.DIFFERS


def test_draft_goes_out_unsigned_and_a_final_report_does_not(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    try:
        written = export(session, tmp_path / "draft.pdf", draft=True)
        pages = PdfReader(written.path).pages
        assert all("DRAFT" in page.extract_text() for page in pages)
        assert verify(written.path).answer is Answer.DIFFERS
        with pytest.raises(GateShutError):
            export(session, tmp_path / "final.pdf", draft=False)
        assert not (tmp_path / "final.pdf").exists()
    finally:
        session.close()


def test_registered_name_stops_a_pdf_as_it_stops_a_word_file(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    try:
        staff = session.review.all("staff")[0]
        from imr_desk.operations.names import RegisterName

        session.run(RegisterName(staff.id, "Perpetua Moonwhistle"))
        entry = session.review.all("entry")[0]
        session.run(SetFields("entry", entry.id, {"event": "Perpetua Moonwhistle rang."}))
        with pytest.raises(NameFoundError):
            export(session, tmp_path / "draft.pdf", draft=True)
        assert not (tmp_path / "draft.pdf").exists()
    finally:
        session.close()


def test_other_marking_on_every_page_differs(signed: tuple[Session, Path]) -> None:
    session, path = signed

    def cut(data: bytes) -> bytes:
        return re.sub(rb"(/Subtype/Header.*?<[0-9A-F]+?)[0-9A-F]{4}>Tj", rb"\1>Tj", data, count=1, flags=re.DOTALL)

    def mark_otherwise(writer: PdfWriter) -> None:
        for at in range(len(writer.pages)):
            recoded(writer, at, cut)

    verdict = verify(worked_on(path, mark_otherwise), session)
    assert verdict.answer is Answer.DIFFERS
    assert verdict.differences[0].where == "the head or foot of the pages"


def test_changed_header_of_a_word_file_differs(signed: tuple[Session, Path], tmp_path: Path) -> None:
    session, _ = signed
    word = export(session, tmp_path / "report.docx", draft=False).path
    with zipfile.ZipFile(word) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/header1.xml"] = parts["word/header1.xml"].replace(b"OFFICIAL-SENSITIVE", b"OFFICIAL")
    with zipfile.ZipFile(word, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    verdict = verify(word, session)
    assert verdict.answer is Answer.DIFFERS
    assert verdict.differences[0].where == "the head or foot of the pages"


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_chronology_by_itself_is_signed_and_goes_out_in_its_own_final_form(tmp_path: Path, ending: str) -> None:
    session = open_sample(tmp_path)
    try:
        session.run(SetFields("review", "review", {"template": "T7"}))
        sign(session, *AUTHOR, PASSPHRASE)
        sign(session, *MANAGER, PASSPHRASE)
        written = export(session, tmp_path / f"chronology.{ending}", draft=False)
        assert written.rows > 100
        assert verify(written.path, session).answer is Answer.MATCHES
    finally:
        session.close()


def test_grounds_say_whether_the_file_is_as_it_was_written(signed: tuple[Session, Path]) -> None:
    session, path = signed
    assert verify(path, session).grounds[-1].startswith("The PDF is byte for byte")
    saved = worked_on(path, lambda writer: writer.compress_identical_objects())
    assert verify(saved, session).grounds[-1].startswith("The PDF was saved by another program")
    assert "not how its letters are drawn" in verify(path).grounds[-1]


def test_page_that_hides_words_differs_with_the_review_and_without(signed: tuple[Session, Path]) -> None:
    session, path = signed
    hidden = worked_on(path, lambda writer: recoded(writer, 6, lambda data: b"0 0 10 10 re W n " + data))
    assert verify(hidden, session).answer is Answer.DIFFERS
    assert verify(hidden).answer is Answer.DIFFERS
