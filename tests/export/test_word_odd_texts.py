"""Emoji, text from right to left, words that never end and cells of many pages, after LibreOffice had them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from docx_tools import W, document_of
from libreoffice_tools import DOCX, converted, needs_libreoffice, needs_poppler, pages_of
from odd_report import HUGE, LONG, odd_report
from word_sample import SEAL, chronology_rows, sample_report, with_rows

from imr_desk.export.open_words import added
from imr_desk.export.readback import read_word
from imr_desk.export.word import write_word
from imr_desk.export.words import lines


def test_cell_of_many_pages_is_cut_into_paragraphs_and_reads_as_one_text() -> None:
    """Programs take minutes for a row of many pages in a single paragraph."""
    report = odd_report()
    data = write_word(report)
    (cell,) = (cell for cell in document_of(data).iter(f"{W}tc") if "".join(cell.itertext(f"{W}t")) == HUGE)
    pieces = ["".join(p.itertext(f"{W}t")) for p in cell.findall(f"{W}p")]
    assert len(pieces) > 10
    assert max(map(len, pieces)) < 2100
    assert all(piece.strip().endswith(".") for piece in pieces if piece.strip())
    assert read_word(data).lines == tuple(lines(report))


@pytest.mark.parametrize("text", ["ab " * 5000, "x" * 9000, "x" * 9000 + " y", "a. " * 3000 + "\n\n" + " b" * 3000])
def test_long_text_of_any_form_in_a_cell_reads_back(text: str) -> None:
    report = with_rows(sample_report(), [replace(row, cells=(text, *row.cells[1:])) for row in chronology_rows(3)])
    assert read_word(write_word(report)).lines == tuple(lines(report))


@needs_libreoffice
@needs_poppler
def test_odd_texts_are_kept_and_printed_by_libreoffice(tmp_path: Path) -> None:
    report = odd_report()
    data = write_word(report, SEAL)
    saved = read_word(converted(tmp_path, data, "odd", DOCX).read_bytes())
    assert saved.lines == tuple(lines(report))
    assert saved.seal == SEAL
    assert added(report, saved.unsealed, saved.blocks) == ()
    printed = "".join("".join(pages_of(converted(tmp_path, data, "odd", "pdf"))).split())
    assert printed.count("Q") >= 8 * len(LONG)
    assert printed.count("letter") >= HUGE.count("letter")
