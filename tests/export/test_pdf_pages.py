"""The pages of the PDF: what stands on each, where headings and rows break, and what the contents say."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from odd_report import odd_report
from pdf_tools import PLACE, contents_of, faults, reader, texts
from word_sample import SEAL, chronology_rows, sample_report, with_rows

from imr_desk.export.pdf import write_pdf
from imr_desk.export.pdf.sheets import SIDEWAYS, UPRIGHT
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.report import Report, Row

LAST_PAGE_LINE = re.compile(r"Page (\d+) of (\d+)")


@pytest.fixture(scope="module")
def report() -> Report:
    return with_rows(sample_report(), chronology_rows(60))


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return write_pdf(report, SEAL)


def test_same_report_gives_the_same_bytes(report: Report, data: bytes) -> None:
    assert write_pdf(report, SEAL) == data


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("draft", [False, True])
def test_file_keeps_to_the_standards_it_claims(profile: str, draft: bool) -> None:
    assert faults(write_pdf(sample_report(draft=draft), SEAL), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_file_with_odd_texts_keeps_to_the_standards(profile: str) -> None:
    assert faults(write_pdf(odd_report()), profile) == []


def test_marking_stands_twice_on_every_page_and_pages_are_counted(data: bytes, report: Report) -> None:
    pages = texts(data)
    assert all(text.count(report.marking.upper()) >= 2 for text in pages)
    counted = [match.groups() for text in pages if (match := LAST_PAGE_LINE.search(text))]
    assert counted == [(str(at), str(len(pages))) for at in range(1, len(pages) + 1)]


def test_draft_says_so_in_words_on_every_page() -> None:
    draft = sample_report(draft=True)
    assert all(draft.draft_notice in text for text in texts(write_pdf(draft)))


def test_contents_name_the_page_on_which_each_heading_stands(data: bytes, report: Report) -> None:
    opened = reader(data)
    pages = texts(data)
    listed = " ".join(text for text in pages if text.count(" . . . ") > 3)
    marks = [mark for mark in opened.outline if not isinstance(mark, list)]
    marks += [inner for group in opened.outline if isinstance(group, list) for inner in group]
    assert len(marks) > 8
    for mark in marks:
        number = (opened.get_destination_page_number(mark) or 0) + 1
        title = str(mark.title)
        assert title.split(" ", 1)[-1] in pages[number - 1]
        assert re.search(rf"{re.escape(title)}[ .]+{number}\b", listed), title


def test_bookmarks_nest_parts_under_their_chapter(data: bytes, report: Report) -> None:
    outline = reader(data).outline
    assert any(isinstance(group, list) for group in outline)
    first = [str(mark.title) for mark in outline if not isinstance(mark, list)]
    assert [title.split(" ")[-1] for title in first] == [
        block.heading.split(" ")[-1] for block in report.blocks if block.id not in ("B01", "B03")
    ]


def test_head_of_a_table_stands_on_each_of_its_pages(data: bytes) -> None:
    pages = [text for text in texts(data) if re.search(r"\bE\d\d\b", text) and "Event or contact" in text]
    rows = [text for text in texts(data) if len(re.findall(r"\bE\d\d \d\d/\d\d/2016", text)) > 1]
    assert len(rows) > 3
    assert set(rows) <= set(pages)


def test_no_words_stand_below_the_foot_of_the_text_or_above_its_head(data: bytes) -> None:
    for page in reader(data).pages:
        paper = SIDEWAYS if page.mediabox.width > page.mediabox.height else UPRIGHT
        places = [float(match[2]) for match in PLACE.finditer(contents_of(page))]
        assert min(places) > 20
        assert max(places) < paper.height - 20
        left = [float(match[1]) for match in PLACE.finditer(contents_of(page))]
        assert min(left) >= paper.side - 15


def test_heading_is_never_the_last_thing_on_a_page(data: bytes, report: Report) -> None:
    headings = {block.heading for block in report.blocks}
    for text, _ in pairwise(texts(data)):
        body = text.split(f"{report.footer_label} |")[0].strip()
        assert not any(body.endswith(heading) for heading in headings), body[-80:]


def test_row_higher_than_a_page_goes_on_on_the_next_and_loses_no_word(report: Report) -> None:
    words = " ".join(f"word{at}" for at in range(2500))
    first, *rest = chronology_rows(4)
    tall = replace(first, cells=(*first.cells[:6], words, *first.cells[7:]))
    long = with_rows(report, [tall, *rest])
    said = " ".join(texts(write_pdf(long)))
    assert all(f"word{at}" in said for at in range(0, 2500, 7))


def test_letter_that_the_font_lacks_is_drawn_as_a_square_and_said_as_itself() -> None:
    row, *rest = chronology_rows(4)
    data = write_pdf(with_rows(sample_report(), [Row(("E01", "🙂 ok", *row.cells[2:])), *rest]))
    assert any("🙂 ok" in line.text for line in read_pdf(data).lines)
    assert "\N{WHITE SQUARE} ok" in " ".join(texts(data))


def test_properties_name_the_agency_and_no_person_or_machine(data: bytes, report: Report) -> None:
    said = reader(data).metadata
    assert said is not None
    assert (said.title, said.author, said.subject) == (report.title, report.agency, report.subject)
    assert said.creation_date is not None
    assert said.creation_date.date() == report.date
    assert b"/home/" not in data


def test_font_lies_in_the_repository_with_its_licence(repository: Path) -> None:
    folder = repository / "resources" / "fonts"
    words = (folder / "OFL-Liberation.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Reserved Font Name Liberation" in words
    assert {each.name for each in folder.glob("Liberation*.ttf")} == {
        "LiberationSans-Bold.ttf",
        "LiberationSans-Regular.ttf",
    }
