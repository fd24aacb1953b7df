"""The file after another program has opened and saved it, and as that program prints it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_tools import changed, moved_to_the_left
from libreoffice_tools import DOCX, converted, needs_libreoffice, needs_poppler, pages_of
from word_sample import SEAL, sample_report

from imr_desk.export.compare import differences
from imr_desk.export.readback import read_word
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def test_words_and_seal_are_the_same_after_libreoffice_saved_the_file(folder: Path) -> None:
    report = sample_report()
    filled = changed(write_word(report, SEAL), "\u00a0" * 24, "SCR 2018/02/7")
    saved = read_word(converted(folder, filled, "saved", DOCX).read_bytes())
    assert differences(tuple(lines(report)), saved.lines, report) == ()
    assert saved.seal == SEAL
    assert "SCR 2018/02/7" in "\n".join(text for _, text in saved.parts)


def test_changed_cell_is_named_after_libreoffice_saved_the_file(folder: Path) -> None:
    report = sample_report()
    data = changed(write_word(report, SEAL), "Seen again in review 8.", "Never seen again.")
    saved = read_word(converted(folder, data, "changed", DOCX).read_bytes())
    (found,) = differences(tuple(lines(report)), saved.lines, report)
    assert (found.expected, found.found) == ("Seen again in review 8.", "Never seen again.")
    assert found.where.endswith("row E08, column ‘Comment’")


def test_text_moved_into_an_empty_cell_is_named_after_libreoffice_saved_the_file(folder: Path) -> None:
    report = sample_report()
    data = moved_to_the_left(write_word(report, SEAL), "D04, p. 3")
    saved = read_word(converted(folder, data, "moved", DOCX).read_bytes())
    found = differences(tuple(lines(report)), saved.lines, report)
    assert [(each.expected, each.found) for each in found] == [("", "D04, p. 3"), ("D04, p. 3", "")]
    assert [each.where.rpartition(", ")[2] for each in found] == ["column ‘Time’", "column ‘Source’"]


@needs_poppler
def test_draft_says_so_and_numbers_itself_on_every_printed_page(folder: Path) -> None:
    pages = pages_of(converted(folder, write_word(sample_report(draft=True)), "draft", "pdf"))
    assert len(pages) >= 8
    for at, page in enumerate(pages, 1):
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert "DRAFT – Draft of version 1" in page
        assert f"Page {at} of {len(pages)}" in page
    assert "See question 1, finding 2.2, chapter 1 and Annex A." in " ".join(" ".join(pages).split())
