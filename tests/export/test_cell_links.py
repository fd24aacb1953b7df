"""Codes in the cells of a table lead to the rows they name, in Word and in the PDF; the words stay the same."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx_tools import W, document_of
from pdf_tools import faults
from pypdf import PdfReader
from word_sample import chronology_rows, sample_report, with_rows

from imr_desk.export.cell_links import has_links, pieces_of
from imr_desk.export.numbers import Target, number
from imr_desk.export.pdf import write_pdf
from imr_desk.export.readback import read_word
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.report import Block, Column, Report, Row, Table
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

TARGETS = {"CE-003": Target("row"), "CE-004": Target("row"), "AN-1": Target("paragraph", "3.2")}
LONG = "The words go on until the cell has several lines, and then some more of them follow. " * 8


def report(*rows: tuple[str, str]) -> Report:
    made = tuple(Row(cells, f"L-{at}") for at, cells in enumerate(rows, 1))
    table = Table("Lessons", "Two columns.", (Column("No."), Column("Evidence", 3)), made, anchor="t-lessons")
    whole = with_rows(sample_report(), chronology_rows(12))
    block = Block("B21", "Lessons", "chapter", (table,))
    return replace(whole, blocks=(*whole.blocks[:5], block, *whole.blocks[5:]))


REPORT = report(
    ("L-1", "CE-003, CE-004; CE-999"),
    ("L-2", f"See CE-003 <&> first.\n{LONG}CE-004"),
    ("L-3", f"{LONG * 12} CE-003"),
    ("L-4", "L-4 names itself, L-1 another."),
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("No code here", ()),
        ("CE-003", (("CE-003", "CE-003"),)),
        ("See CE-003, CE-004.", (("See ", ""), ("CE-003", "CE-003"), (", ", ""), ("CE-004", "CE-004"), (".", ""))),
        ("CE-999 and AN-1 lead nowhere from here", ()),
    ],
)
def test_words_of_a_cell_are_parted_at_codes_that_lead_somewhere(text: str, pieces: object) -> None:
    assert pieces_of(text, TARGETS) == pieces
    assert pieces_of("CE-003", TARGETS, own="CE-003") == ()


def test_chronology_itself_stays_plain() -> None:
    assert not has_links(Table("Chronology", "", (), (), anchor="t-chronology"))


def test_codes_in_cells_are_links_in_word_that_lead_to_bookmarks() -> None:
    body = document_of(write_word(REPORT))
    names = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    links = [
        ("".join(each.itertext(f"{W}t")), each.get(f"{W}anchor"))
        for each in body.iter(f"{W}hyperlink")
        if any(parent.tag == f"{W}tc" for parent in each.iterancestors())
    ]
    assert [words for words, _ in links] == ["CE-003", "CE-004", "CE-003", "CE-004", "CE-003", "L-1"]
    assert {anchor for _, anchor in links} <= names


def test_codes_in_cells_are_links_in_the_pdf() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(REPORT)))
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    said = [str(note["/Contents"]) for note in notes]
    assert [words for words in said if words.startswith(("CE-", "L-"))].count("CE-004") == 2
    assert "L-1" in said
    assert "CE-999" not in said


def test_words_with_links_in_cells_read_back_the_same() -> None:
    word, pdf = read_word(write_word(REPORT)), read_pdf(write_pdf(REPORT))
    assert word.lines == pdf.lines == tuple(lines(REPORT))
    assert number(REPORT).target("L-1").kind == "row"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_pdf_with_links_in_cells_keeps_the_standards(profile: str) -> None:
    assert faults(write_pdf(REPORT), profile) == []
