"""Lines that begin with (a) or a dash become sub-paragraphs and points, counted by the file itself."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from docx import Document
from factories import complete_review, with_values
from list_report import LISTED, listed_report
from pypdf import PdfReader

from imr_desk.export.build import build_report
from imr_desk.export.compare import differences
from imr_desk.export.letters import in_letters
from imr_desk.export.numbers import number
from imr_desk.export.pdf import write_pdf
from imr_desk.export.readback import read_word
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.report import Paragraph, prose, quote
from imr_desk.export.typed_lists import with_lists
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

DAY = dt.date(2024, 7, 20)


def kinds_of(text: str) -> list[tuple[str, str]]:
    made = with_lists(tuple(prose(text)))
    return [(part.kind, part.runs[0].text) for part in made if isinstance(part, Paragraph)]


def test_lettered_lines_under_a_paragraph_are_sub_paragraphs_without_their_typed_letters() -> None:
    assert kinds_of(LISTED) == [
        ("numbered", "Three were read:"),
        ("sub", "the file;"),
        ("sub", "the log;"),
        ("sub", "the notes."),
        ("numbered", "All were whole."),
    ]


@pytest.mark.parametrize("dash", ["-", "–", "•"])
def test_lines_with_a_dash_under_a_paragraph_are_points(dash: str) -> None:
    assert kinds_of(f"Read:\n{dash} the file\n{dash} the log") == [
        ("numbered", "Read:"),
        ("bullet", "the file"),
        ("bullet", "the log"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "(a) first without a paragraph\n(b) second",
        "Under (a) it was said:\n(b) of the order stands alone",
        "One letter:\n(a) only",
        "From c on:\n(c) third\n(d) fourth",
        "Not a list:\n(a)without a blank\n(b)neither",
        "A minus:\n-5 degrees",
        "- a first line with a dash",
    ],
)
def test_lines_that_are_no_list_stay_as_they_were_typed(text: str) -> None:
    assert kinds_of(text) == [("numbered", line) for line in text.split("\n")]


def test_list_that_breaks_off_keeps_what_follows_as_typed() -> None:
    assert kinds_of("So:\n(a) one\n(b) two\n(d) four")[1:] == [("sub", "one"), ("sub", "two"), ("numbered", "(d) four")]


def test_quotes_and_points_are_no_parents_of_a_list() -> None:
    parts = (quote("It read:"), *prose("(a) one\n(b) two"))
    assert with_lists(parts) == parts


def test_letters_go_on_after_z_as_word_counts() -> None:
    assert [in_letters(count) for count in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "zz", "aaa"]


def test_sub_paragraphs_are_lettered_anew_under_each_paragraph_and_are_no_paragraphs_of_their_own() -> None:
    report = listed_report()
    numbers = number(report)
    chapter = next(at for at, block in enumerate(report.blocks) if block.id == "B18")
    shown = [numbers.parts[key] for key in sorted(numbers.parts) if key[0] == chapter]
    stem = numbers.blocks[chapter]
    assert shown == [
        f"{stem}.1", "(a)", "(b)", "(c)", f"{stem}.2", f"{stem}.3", "(a)", "(b)", f"{stem}.4", f"{stem}.5",
    ]  # fmt: skip
    assert numbers.target("p-sub").shown == f"{stem}.1(b)"


def test_word_counts_sub_paragraphs_itself_in_the_list_of_the_chapters() -> None:
    data = write_word(listed_report())
    document = Document(io.BytesIO(data))
    styles = [each.style.name for each in document.paragraphs if each.text in ("the file;", "the log;", "late;")]
    assert styles == ["Numbered Sub-paragraph"] * 3 + ["Annex Sub-paragraph"] * 2
    parts = zipfile.ZipFile(io.BytesIO(data))
    numbering = parts.read("word/numbering.xml").decode()
    assert numbering.count('<w:numFmt w:val="lowerLetter"/>') == 2
    assert '<w:pStyle w:val="NumberedSubparagraph"/><w:lvlText w:val="(%3)"/>' in numbering
    assert "(a)" not in parts.read("word/document.xml").decode()
    assert "\\w \\h" in parts.read("word/document.xml").decode()


def test_pdf_has_a_list_with_items_marks_and_words() -> None:
    data = write_pdf(listed_report())
    root = PdfReader(io.BytesIO(data)).root_object["/StructTreeRoot"]["/K"][0].get_object()  # type: ignore[index]
    found: list[str] = []

    def walk(element: object, depth: int) -> None:
        kids = element.get("/K", []) if isinstance(element, dict) else []
        for kid in kids if isinstance(kids, list) else [kids]:
            inner = kid.get_object()
            if isinstance(inner, dict) and "/S" in inner:
                if inner["/S"] in ("/L", "/LI", "/LBody"):
                    found.append(f"{inner['/S'][1:]}")
                walk(inner, depth + 1)

    walk(root, 0)
    assert found.count("L") >= 4
    assert found.count("LI") == found.count("LBody") >= 10


def test_list_reads_back_the_same_from_word_and_pdf() -> None:
    report = listed_report()
    word, pdf = read_word(write_word(report)), read_pdf(write_pdf(report))
    assert word.lines == pdf.lines == tuple(lines(report))


def test_changed_sub_paragraph_is_named_by_its_letter() -> None:
    report = listed_report()
    said = tuple(lines(report))
    other = tuple(line._replace(text="the diary;") if line.text == "the log;" else line for line in said)
    assert differences(said, other, report)[0].where.endswith(".1(b)")


def test_report_takes_lists_from_what_was_typed() -> None:
    review = with_values(complete_review(), "context", role_of_agency=LISTED)
    report = build_report(review, draft=True, today=DAY)
    block = next(block for block in report.blocks if block.id == "B13")
    assert [part.kind for part in block.parts if isinstance(part, Paragraph)][:5] == [
        "numbered", "sub", "sub", "sub", "numbered",
    ]  # fmt: skip
