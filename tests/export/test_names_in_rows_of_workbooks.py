"""A registered name that stands in several cells of a workbook, or in signs of a font."""

from __future__ import annotations

import io
import zipfile

import pytest
from xlsxwriter import Workbook

from imr_desk.export.board_form import BoardForm, form_of, read_board_form
from imr_desk.export.reading.any_file import read_any
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.reading.sheet_rows import sheet_rows
from imr_desk.names.guard import Guard
from imr_desk.names.register import throwaway_register
from imr_desk.names.scan import scan

HEADINGS = ("Date", "Source", "What happened")
GUARD = Guard(throwaway_register(("Jorunn Hargreaves", "Grace Court")), {}, ())


def workbook(*beside: str) -> bytes:
    """A blank form for a chronology, with these words in cells beside its headings."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, words in enumerate((*HEADINGS, *beside)):
            sheet.write_string(0, at, words)
    return out.getvalue()


def board(form: bytes) -> BoardForm:
    return read_board_form(form, lambda heading: heading == "Date")


def registered(parts: tuple[tuple[str, str], ...]) -> list[str]:
    return [hit.words for hit in scan(GUARD, parts).registered]


@pytest.mark.parametrize(
    "beside", [tuple("Hargreaves"), ("Harg", "reaves"), ("Court", "x", "Grace", "Court"), ("Grace", "", "Court")]
)
def test_name_in_several_cells_of_a_form_is_found(beside: tuple[str, ...]) -> None:
    form = workbook(*beside)
    assert registered(form_of(board(form)).read(form).beneath)
    assert registered(read_any(form).parts)


def test_plain_form_holds_no_name() -> None:
    form = workbook("Comment", "Page")
    assert registered(form_of(board(form)).read(form).beneath) == []


def test_unknown_name_in_a_cell_is_met_by_whoever_reads_the_workbook() -> None:
    (hit,) = scan(GUARD, read_any(workbook("Told by Mr Throstle")).parts).unknown
    assert (hit.place, hit.words) == ("body", "Throstle")


def test_rows_of_what_is_no_workbook_are_none() -> None:
    assert list(sheet_rows(b"no workbook")) == []
    assert list(sheet_rows(b"PK\x03\x04broken")) == []


def test_long_cell_of_a_row_keeps_both_its_ends() -> None:
    ((_, text),) = sheet_rows(workbook("Harg" + " and more" * 30))
    assert "Harg" in text
    assert text.endswith("and more")
    assert len(text) < 200


def test_name_in_signs_of_a_font_is_found() -> None:
    signs = "".join(f'<w:r><w:sym w:font="Arial" w:char="F0{ord(letter):02X}"/></w:r>' for letter in "Hargreaves")
    page = f'<w:document xmlns:w="w"><w:body><w:p>{signs}</w:p></w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", page)
    assert ("unseen", "Hargreaves") in set(everything_in(out.getvalue()))
