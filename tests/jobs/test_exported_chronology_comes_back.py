"""What the program writes for a panel it also takes in again: dates, times, sources and events are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.jobs.export import export
from imr_desk.jobs.importing import read
from imr_desk.session import Session
from tests.sample_session import open_sample


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_sample(tmp_path)


@pytest.mark.parametrize("name", ["chronology.csv", "chronology.xlsx", "report.docx"])
def test_exported_chronology_is_taken_in_entry_by_entry(session: Session, tmp_path: Path, name: str) -> None:
    export(session, tmp_path / name, draft=True)
    there = session.review.all("entry")
    taken = read(tmp_path / name, session.review)
    assert [entry.event.split(": ")[-1][-60:] for entry in taken.entries] == [
        record.text("event").split(": ")[-1][-60:] for record in there
    ]
    days = [(entry.kept[:10], record.known("date")) for entry, record in zip(taken.entries, there, strict=True)]
    wrong = [day for day, known in days if known is not None and known.exact and known.edtf[:10] != day]
    assert wrong == []
    assert len(taken.duplicates) > 0.9 * sum(known is not None and known.exact for _, known in days)
