"""A heading, the sentence that names a table, its caption and its first row stand on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_tools import W, document_of
from figure_report import figure
from pdf_tools import texts
from word_sample import sample_report

from imr_desk.export.leading import leads_to, with_next
from imr_desk.export.pdf import write_pdf
from imr_desk.export.report import Block, Column, Heading, Part, Report, Row, Table, numbered
from imr_desk.export.word import write_word

TABLE = Table("Kept together", "Two columns.", (Column("One"), Column("Two")), (Row(("Alpha", "Beta")),))
FILLING = numbered("A line that fills the page.")


def report(lines: int, *parts: Part) -> Report:
    """A page with so many lines, and after them a chapter that leads to a table."""
    filled = Block("B05", "Filling", "chapter", (FILLING,) * lines, new_page=True)
    led = Block("B17", "Leading", "chapter", (numbered("It is listed below."), *(parts or (TABLE,))))
    return replace(sample_report(), blocks=(sample_report().blocks[0], filled, led))


@pytest.mark.parametrize("lines", range(22, 34))
def test_heading_sentence_caption_and_first_row_are_on_one_page(lines: int) -> None:
    pages = texts(write_pdf(report(lines)))
    wanted = ("Leading", "It is listed below.", "Kept together", "Alpha")
    assert any(all(words in page for words in wanted) for page in pages)


@pytest.mark.parametrize("part", [TABLE, figure()], ids=["table", "figure"])
def test_word_keeps_the_sentence_before_a_table_or_picture_with_its_caption(part: Part) -> None:
    body = document_of(write_word(report(2, part)))
    said = next(each for each in body.iter(f"{W}p") if "".join(each.itertext(f"{W}t")) == "It is listed below.")
    assert said.find(f"{W}pPr/{W}keepNext") is not None
    filling = next(each for each in body.iter(f"{W}p") if "fills the page" in "".join(each.itertext(f"{W}t")))
    assert filling.find(f"{W}pPr/{W}keepNext") is None


def test_each_part_is_given_with_what_follows_it() -> None:
    heading = Heading("A")
    placed = [(0, heading), (1, FILLING), (2, TABLE)]
    assert list(with_next(placed)) == [((0, heading), FILLING), ((1, FILLING), TABLE), ((2, TABLE), None)]
    assert [leads_to(each) for each in (heading, FILLING, TABLE, None)] == [False, False, True, False]
    assert list(with_next([])) == []
