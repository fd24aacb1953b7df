"""The record of one interview goes out by itself, through the same gate as everything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from imr_desk.errors import BadInputError, NameFoundError
from imr_desk.export.formats import reader_for
from imr_desk.jobs.export import export
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from tests.export.docx_tools import changed


def texts(path: Path) -> str:
    data = path.read_bytes()
    found = reader_for(data)(data)
    return "\n".join(line.text for line in found.unsealed)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_record_says_what_was_asked_said_and_corrected_and_nothing_of_other_interviews(
    session: Session, tmp_path: Path, ending: str
) -> None:
    said = texts(export(session, tmp_path / f"record{ending}", draft=False, template="INT-01").path)
    interview = session.review["INT-01"]
    for words in ("Record of interview INT-01", "What staff were told:", "line manager, union and counselling"):
        assert words in said
    for correction in interview.rows("corrections"):
        assert correction.text("original") in said
        assert correction.text("corrected") in said
    for consent in interview.rows("consents"):
        assert consent.text("process") in said
    assert interview.text("record").split("\n", 1)[0].strip()[:60] in said.replace("\n", " ")
    for other in session.review.all("interview"):
        if other.id != "INT-01":
            assert other.id not in said
            assert not other.text("record") or other.text("record")[:60] not in said


def test_record_is_headed_as_no_part_of_the_report_and_needs_no_signature(session: Session, tmp_path: Path) -> None:
    path = export(session, tmp_path / "record.docx", draft=False, template="INT-03").path
    assert "RECORD OF INTERVIEW – not part of the report" in [
        each.text for each in Document(str(path)).sections[0].header.paragraphs
    ]
    assert verify(path, session).answer is Answer.MATCHES
    assert verify(path, session).sentence.endswith("No signature covers it.")


def test_record_with_one_word_changed_differs(session: Session, tmp_path: Path) -> None:
    path = export(session, tmp_path / "record.docx", draft=False, template="INT-01").path
    path.write_bytes(changed(path.read_bytes(), "two punches", "three punches", "word/document.xml"))
    assert verify(path, session).answer is Answer.DIFFERS


@pytest.mark.parametrize("field", ["record", "setting", "support_offered", "processes_explained", "shared_how"])
def test_record_with_a_registered_name_is_not_written(session: Session, tmp_path: Path, field: str) -> None:
    session.run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    words = f"{session.review['INT-01'].text(field)} Jolyon Wetherspindle was there."
    session.run(SetFields("interview", "INT-01", {field: words}))
    with pytest.raises(NameFoundError):
        export(session, tmp_path / "record.docx", draft=False, template="INT-01")
    assert not (tmp_path / "record.docx").exists()
    assert export(session, tmp_path / "other.docx", draft=False, template="INT-02").path.exists()


@pytest.mark.parametrize(
    ("chosen", "name", "why"),
    [
        ("INT-06", "r.docx", "No record of interview INT-06 is written yet"),
        ("INT-99", "r.docx", "There is no interview INT-99"),
        ("INT-01", "r.csv", "as a Word file or a PDF"),
    ],
)
def test_record_that_cannot_be_written_is_refused_in_a_sentence(
    session: Session, tmp_path: Path, chosen: str, name: str, why: str
) -> None:
    with pytest.raises(BadInputError, match=why):
        export(session, tmp_path / name, draft=False, template=chosen)
    assert not (tmp_path / name).exists()
