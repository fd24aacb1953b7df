"""The chronology as a list that others merge: every cell there, none of them a formula, through the same gate."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_sample import chronology_rows, sample_report, with_rows

from imr_desk.errors import BadInputError, ExportError, NameFoundError
from imr_desk.export.csv_table import csv_lines, read_csv, write_csv
from imr_desk.export.report import Report, Row
from imr_desk.jobs.export import export
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import RegisterName
from tests.sample_session import open_sample


def rows_in(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def of_rows(*cells: str) -> Report:
    first, *rest = chronology_rows(4)
    return with_rows(sample_report(), [Row((*cells, *first.cells[len(cells) :])), *rest])


def test_list_has_the_boards_headings_and_a_row_for_each_event() -> None:
    rows = rows_in(write_csv(sample_report()))
    assert rows[0][:3] == ["Ref", "Date", "Time"]
    assert len({len(row) for row in rows}) == 1
    assert [row[0] for row in rows[1:]] == [row.cells[0] for row in chronology_rows(len(rows) - 1)]


@pytest.mark.parametrize("cell", ["=1+1", "+44 1", "-5", "@home", "'=1", "'"])
def test_cell_that_looks_like_a_formula_is_only_text_and_reads_back_as_it_was(cell: str) -> None:
    report = of_rows("E01", cell)
    data = write_csv(report)
    assert rows_in(data)[1][1] == f"'{cell}"
    assert read_csv(data).lines == tuple(csv_lines(report))


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40))
def test_any_words_read_back_as_they_were(words: str) -> None:
    report = of_rows("E01", f"{words}\nand “{words}”, with commas")
    assert read_csv(write_csv(report)).lines == tuple(csv_lines(report))


def test_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadInputError, match="no text"):
        read_csv(b"\xff\xfe\x00\x80")


def test_report_without_a_chronology_is_refused() -> None:
    report = sample_report()
    bare = type(report)(**{**_fields(report), "blocks": report.blocks[:3]})
    with pytest.raises(ExportError, match="no chronology"):
        write_csv(bare)


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


def test_list_of_a_review_goes_through_the_gate(tmp_path: Path) -> None:
    session = open_sample(tmp_path)
    try:
        written = export(session, tmp_path / "chronology.csv", draft=True)
        rows = rows_in(written.path.read_bytes())
        assert len(rows) == 1 + len(session.review.all("entry"))
        assert rows[1][0] == "CE-001"
        session.run(RegisterName(session.review.all("staff")[0].id, "Perpetua Moonwhistle"))
        session.run(SetFields("entry", session.review.all("entry")[0].id, {"event": "Perpetua Moonwhistle rang."}))
        with pytest.raises(NameFoundError):
            export(session, tmp_path / "again.csv", draft=True)
        assert not (tmp_path / "again.csv").exists()
    finally:
        session.close()
