"""The file after another program has opened and saved it, and as that program prints it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx_tools import changed
from word_sample import SEAL, sample_report

from imr_desk.export.compare import differences
from imr_desk.export.readback import read_word
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

_SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(_SOFFICE is None, reason="LibreOffice is not installed here")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


def converted(folder: Path, data: bytes, name: str, form: str) -> Path:
    """What LibreOffice makes of the file, with a profile of its own."""
    assert _SOFFICE
    source = folder / f"{name}.docx"
    source.write_bytes(data)
    out = folder / f"{name}-out"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [_SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{name}.{form.split(':')[0]}"


def test_words_and_seal_are_the_same_after_libreoffice_saved_the_file(folder: Path) -> None:
    report = sample_report()
    filled = changed(write_word(report, SEAL), "\u00a0" * 24, "SCR 2018/02/7")
    saved = read_word(converted(folder, filled, "saved", "docx:MS Word 2007 XML").read_bytes())
    assert differences(tuple(lines(report)), saved.lines, report) == ()
    assert saved.seal == SEAL
    assert "SCR 2018/02/7" in "\n".join(text for _, text in saved.parts)


def test_changed_cell_is_named_after_libreoffice_saved_the_file(folder: Path) -> None:
    report = sample_report()
    data = changed(write_word(report, SEAL), "Seen again in review 8.", "Never seen again.")
    saved = read_word(converted(folder, data, "changed", "docx:MS Word 2007 XML").read_bytes())
    (found,) = differences(tuple(lines(report)), saved.lines, report)
    assert (found.expected, found.found) == ("Seen again in review 8.", "Never seen again.")
    assert found.where.endswith("row E08, column ‘Comment’")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed here")
def test_draft_says_so_and_numbers_itself_on_every_printed_page(folder: Path) -> None:
    pdf = converted(folder, write_word(sample_report(draft=True)), "draft", "pdf")
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout  # noqa: S607
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) >= 8
    for at, page in enumerate(pages, 1):
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert "DRAFT – Draft of version 1" in page
        assert f"Page {at} of {len(pages)}" in page
    assert "See question 1, finding 2.2, chapter 1 and Annex A." in " ".join(text.split())
