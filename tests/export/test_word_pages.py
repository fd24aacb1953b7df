"""How the widest tables print: enough rows on a page, and no word broken."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from libreoffice_tools import converted, needs_libreoffice, needs_poppler, pages_of

from imr_desk.export.build import build_report
from imr_desk.export.report import Report, Table
from imr_desk.export.word import write_word
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

pytestmark = [needs_libreoffice, needs_poppler]
SAMPLES = {"C1": cps_records, "C2": ho_records}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One profile for all, since making one takes longer than printing."""
    return tmp_path_factory.mktemp("pages")


def tables_of(columns: str, block: str) -> tuple[Report, list[Table]]:
    """The sample report cut down to the tables of one block, and those tables."""
    report = build_report(Review.of(SAMPLES[columns]()), draft=False, today=dt.date(2014, 12, 5))
    (found,) = (each for each in report.blocks if each.id == block)
    kept = [part for part in found.parts if isinstance(part, Table) and len(part.columns) > 6]
    return replace(report, blocks=(replace(found, parts=tuple(kept)),)), kept


def whole(word: str, printed: set[str]) -> bool:
    """Whether a word stands on one line; a line may end after a hyphen, a bracket may begin the next."""
    pieces = word.replace("-", "-\n").replace("(", "\n(").split()
    return word in printed or all(any(piece in each for each in printed) for piece in pieces)


@pytest.mark.parametrize(
    ("columns", "block", "most"), [("C1", "B29", 20), ("C2", "B29", 3), ("C1", "B25", 1), ("C2", "B25", 1)]
)
def test_wide_tables_take_few_pages_and_break_no_word(columns: str, block: str, most: int, folder: Path) -> None:
    report, tables = tables_of(columns, block)
    pages = pages_of(converted(folder, write_word(report), f"{columns}-{block}", "pdf"))
    assert len(pages) <= most
    if block == "B29":
        assert len(tables[0].rows) / len(pages) >= 5
    printed = set(" ".join(pages).split())
    written = {word for table in tables for row in table.rows for cell in row.cells for word in cell.split()}
    assert [word for word in written if not whole(word, printed)] == []
