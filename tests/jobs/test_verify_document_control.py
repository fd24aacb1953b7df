"""A changed word of document control, which no signature covers, is told beside the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.jobs.export import export
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from tests.export.docx_tools import changed
from tests.sample_session import open_signed


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_signed(tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
def test_signed_report_as_it_was_written_says_nothing_of_document_control(
    session: Session, tmp_path: Path, name: str
) -> None:
    verdict = verify(export(session, tmp_path / name, draft=False).path, session)
    assert verdict.answer is Answer.MATCHES
    assert not any("Document control" in each for each in verdict.grounds)


def test_changed_cell_of_document_control_is_told_and_the_signed_words_still_match(
    session: Session, tmp_path: Path
) -> None:
    path = export(session, tmp_path / "report.docx", draft=False).path
    path.write_bytes(changed(path.read_bytes(), "first full draft", "second full draft"))
    verdict = verify(path, session)
    assert verdict.answer is Answer.MATCHES
    assert any("‘second full draft’" in each for each in verdict.grounds)


def test_copy_sent_after_the_export_is_told_as_well(session: Session, tmp_path: Path) -> None:
    path = export(session, tmp_path / "report.docx", draft=False).path
    first = session.review.all("circulation")[0]
    session.run(SetFields("circulation", first.id, {"channel": "by hand"}))
    verdict = verify(path, session)
    assert verdict.answer is Answer.MATCHES
    assert any("Document control" in each for each in verdict.grounds)
