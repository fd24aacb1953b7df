"""Pictures in Word and PDF: shown whole, described, read back by their digest; anything else put there is found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx import Document
from docx_tools import changed, packed, parts_of
from figure_report import DESCRIPTION, drawn, figure, figure_report, picture
from pdf_tools import changed as changed_pdf
from pdf_tools import contents_of, faults, with_contents
from pypdf import PdfReader, PdfWriter

from imr_desk.export.numbers import number
from imr_desk.export.open_words import added
from imr_desk.export.pdf import write_pdf
from imr_desk.export.readback import read_word
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.report import Report
from imr_desk.export.settled import settled
from imr_desk.export.word import write_word
from imr_desk.export.words import lines, word_digest
from imr_desk.names.guard import Guard
from imr_desk.names.scan import DraftNames

SHAPES = [
    figure_report(),
    figure_report(figure("PNG", "L")),
    figure_report(figure("JPEG")),
    figure_report(figure("JPEG", "L")),
    figure_report(figure("PNG", "RGB", (3000, 300)), figure("PNG", "RGB", (300, 3000)), figure("JPEG")),
]


@pytest.mark.parametrize("report", SHAPES, ids=["colour", "grey", "jpeg", "grey jpeg", "several"])
def test_figure_reads_back_the_same_from_word_and_pdf(report: Report) -> None:
    word, pdf = read_word(write_word(report)), read_pdf(write_pdf(report))
    assert word.lines == pdf.lines == tuple(lines(report))
    assert word.blocks == pdf.blocks
    assert added(report, pdf.unsealed, pdf.blocks) == added(report, word.unsealed, word.blocks) == ()
    assert any(line.text == f"{DESCRIPTION} [picture {report.blocks[-1].parts[1].sha256}]" for line in word.lines)  # type: ignore[union-attr]


def test_word_file_shows_the_picture_within_the_text_with_its_description() -> None:
    data = write_word(figure_report(figure("PNG", "RGB", (3000, 300))))
    document = Document(io.BytesIO(data))
    (shape,) = document.inline_shapes
    section = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
    assert 0.98 * room < shape.width <= room
    assert abs(shape.width / shape.height - 2600 / 260) < 0.1
    assert shape._inline.docPr.get("descr") == DESCRIPTION
    parts = parts_of(data)
    assert parts["word/media/image1.png"] == picture("PNG", "RGB", (3000, 300)).data
    assert 'Extension="png" ContentType="image/png"' in parts["[Content_Types].xml"].decode()
    captions = [each.text for each in document.paragraphs if each.style.name.lower() == "caption"]
    assert "Figure 1: Genogram" in captions


def test_same_picture_shown_twice_is_once_in_the_file() -> None:
    report = figure_report(figure(), figure())
    names = [name for name in parts_of(write_word(report)) if "media" in name]
    assert names == ["word/media/image1.png"]
    assert write_pdf(report).count(b"/Subtype/Image") == 1


def test_report_without_figures_names_no_kind_of_picture() -> None:
    report = replace(figure_report(), blocks=figure_report().blocks[:-1])
    assert "image/png" not in parts_of(write_word(report))["[Content_Types].xml"].decode()


def test_pdf_has_a_figure_with_its_description_and_its_place() -> None:
    data = write_pdf(figure_report())
    reader = PdfReader(io.BytesIO(data))
    found = [each for each in _elements(reader.root_object["/StructTreeRoot"]["/K"][0]) if each.get("/S") == "/Figure"]  # type: ignore[index]
    assert [each["/Alt"] for each in found] == [DESCRIPTION]
    left, low, right, high = found[0]["/A"]["/BBox"]
    page = reader.pages[-1].mediabox
    assert 0 < left < right < page.right
    assert 0 < low < high < page.top


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("report", SHAPES, ids=["colour", "grey", "jpeg", "grey jpeg", "several"])
def test_pdf_with_pictures_keeps_the_standards(report: Report, profile: str) -> None:
    assert faults(write_pdf(report), profile) == []


def test_figure_is_numbered_and_referred_to_by_its_number() -> None:
    assert number(figure_report()).target("f-tree").shown == "Figure 1"
    body = parts_of(write_word(figure_report()))["word/document.xml"].decode()
    assert "SEQ Figure" in body
    assert "REF _Ref_CPS_f_tree \\h" in body


def test_figure_too_high_for_what_is_left_of_the_page_goes_to_the_next_with_its_caption() -> None:
    report = figure_report(figure("PNG", "RGB", (1000, 1400)), figure("PNG", "RGB", (900, 1200)))
    reader = PdfReader(io.BytesIO(write_pdf(report)))
    pages = [page.extract_text() for page in reader.pages]
    with_caption = [at for at, text in enumerate(pages) if "Figure 1: Genogram" in text or "Figure 2: Genogram" in text]
    drawn_on = [at for at, page in enumerate(reader.pages) if b" Do" in page.get_contents().get_data()]  # type: ignore[union-attr]
    assert with_caption == drawn_on
    assert len(drawn_on) == 2


def test_another_picture_or_description_is_another_digest() -> None:
    report, other = figure_report(), figure_report(figure("PNG", "L"))
    told = figure_report(replace(figure(), description="A tree."))
    assert len({word_digest(lines(each)) for each in (report, other, told)}) == 3


def test_draft_settles_names_in_the_description() -> None:
    guard = Guard(None, {}, ())
    told = figure_report(replace(figure(), description="Family tree: Mrs Throstle and Father"))
    made = settled(told, DraftNames(guard))
    said = [line.text for line in lines(made) if line.text.startswith("Family tree: Mrs ")]
    assert said
    assert all(words.startswith("Family tree: Mrs [name to be settled ") for words in said)


def test_description_is_among_the_parts_that_are_searched_for_names() -> None:
    for found in (read_word(write_word(figure_report())), read_pdf(write_pdf(figure_report()))):
        assert any(DESCRIPTION in text for _, text in found.parts)


# ---- what somebody else put there
def test_changed_picture_of_the_word_file_is_found() -> None:
    report = figure_report()
    parts = parts_of(write_word(report))
    other = packed(parts | {"word/media/image1.png": picture("PNG", "L").data})
    assert read_word(other).lines != tuple(lines(report))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<a:stretch>", '<a:srcRect l="50000"/><a:stretch>'),
        ('<a:off x="0" y="0"/>', '<a:off x="0" y="0"/><a:effectLst/>'),
        ("<a:xfrm>", '<a:xfrm rot="10800000">'),
        ("<a:xfrm>", '<a:xfrm flipH="1">'),
        ('prst="rect"', 'prst="ellipse"'),
        ('descr="Family tree: Mother', 'descr="Family tree: Father'),
        ('<wp:docPr id="1"', '<wp:docPr hidden="1" id="1"'),
        ('r:embed="rIdImage1"', 'r:link="rIdImage1"'),
    ],
)
def test_picture_that_is_cut_turned_or_told_otherwise_in_the_word_file_is_found(old: str, new: str) -> None:
    report = figure_report()
    forged = changed(write_word(report), old, new)
    assert read_word(forged).lines != tuple(lines(report))


def test_picture_put_into_a_pdf_by_another_place_is_told() -> None:
    data = write_pdf(figure_report())
    honest = read_pdf(data)
    for turned in (b"q 0 1 -1 0 0 0 cm /Im1 Do Q", b"q 10 0 0 10 0 0 cm /Im1 Do Q", b"/Im1 Do"):
        found = read_pdf(_last_page(data, lambda shown, more=turned: shown + b"\n" + more))
        assert len(found.unsealed) > len(honest.unsealed)


def test_words_squeezed_by_the_place_of_a_picture_are_told() -> None:
    data = write_pdf(figure_report())
    found = read_pdf(_last_page(data, lambda shown: b"q 0.01 0 0 0.01 0 0 cm\n" + shown))
    assert any("does not write" in line.text for line in found.unsealed)


def test_another_picture_in_the_place_of_ours_in_a_pdf_is_found() -> None:
    report, other = figure_report(), figure_report(replace(figure("PNG", "L"), description=DESCRIPTION))
    assert read_pdf(write_pdf(other)).lines != tuple(lines(report))


def test_times_and_bytes_of_the_same_figure_are_the_same() -> None:
    report = figure_report(figure(), figure("JPEG"))
    assert write_word(report) == write_word(report)
    assert write_pdf(report) == write_pdf(report)
    with zipfile.ZipFile(io.BytesIO(write_word(report))) as package:
        assert {each.date_time for each in package.infolist()} == {(2018, 6, 22, 9, 0, 0)}


def test_drawn_is_a_picture_of_another_program() -> None:
    assert drawn("JPEG")[:2] == b"\xff\xd8"


def _last_page(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The file with other contents of its last page."""

    def on_it(writer: PdfWriter) -> None:
        with_contents(writer.pages[-1], change(contents_of(writer.pages[-1])))

    return changed_pdf(data, on_it)


def _elements(element: object) -> list[dict]:  # type: ignore[type-arg]
    made = element.get_object()  # type: ignore[attr-defined]
    if not isinstance(made, dict):
        return []
    kids = made.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    inner = [
        each
        for kid in (kids if isinstance(kids, list) else [kids])
        for each in _elements(kid)
        if hasattr(kid, "get_object")
    ]
    return [made, *inner]
