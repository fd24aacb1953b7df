"""Pictures and lists after LibreOffice has opened and saved the file, and as it prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from figure_report import figure, figure_report
from libreoffice_tools import DOCX, converted, needs_libreoffice, needs_poppler, pages_of
from list_report import listed_report

from imr_desk.export.compare import differences
from imr_desk.export.readback import read_word
from imr_desk.export.report import Report
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.mark.parametrize(
    ("name", "report"), [("pictures", figure_report(figure(), figure("JPEG"))), ("lists", listed_report())]
)
def test_words_are_the_same_after_libreoffice_saved_the_file(folder: Path, name: str, report: Report) -> None:
    saved = read_word(converted(folder, write_word(report), name, DOCX).read_bytes())
    assert differences(tuple(lines(report)), saved.lines, report) == ()


@needs_poppler
def test_sub_paragraphs_and_references_to_them_are_lettered_by_libreoffice_as_by_us(folder: Path) -> None:
    said = " ".join(" ".join(pages_of(converted(folder, write_word(listed_report()), "letters", "pdf"))).split())
    assert "(a) the file; (b) the log; (c) the notes." in said
    assert "(a) late; (b) short." in said
    assert "See 3.1(b)." in said or "See 2.1(b)." in said or "1(b)." in said
