"""A PDF is read back by its structure: the words of the report, and apart from them whatever somebody put there."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from odd_report import odd_report
from pdf_tools import changed, contents_of, with_contents
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from word_sample import SEAL, chronology_rows, sample_report, with_rows

from imr_desk.errors import BadInputError
from imr_desk.export.open_words import added
from imr_desk.export.pdf import write_pdf
from imr_desk.export.readback import read_word
from imr_desk.export.reading.pdf import read_pdf
from imr_desk.export.reading.pdf_tokens import operations
from imr_desk.export.report import Report
from imr_desk.export.word import write_word
from imr_desk.export.words import lines

LONG = with_rows(sample_report(), chronology_rows(60))


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_pdf(LONG, SEAL)


@pytest.mark.parametrize(
    "report", [sample_report(), sample_report(draft=True), LONG, odd_report()], ids=["final", "draft", "long", "odd"]
)
def test_words_read_back_are_those_of_the_report_and_of_the_word_file(report: Report) -> None:
    found, word = read_pdf(write_pdf(report)), read_word(write_word(report))
    assert found.lines == tuple(lines(report))
    assert found.blocks == word.blocks
    assert added(report, found.unsealed, found.blocks) == ()


def test_seal_is_read_back(data: bytes) -> None:
    assert read_pdf(data).seal == SEAL


def test_file_that_another_program_saved_reads_the_same(data: bytes) -> None:
    saved = changed(data, lambda writer: writer.compress_identical_objects())
    assert saved != data
    assert read_pdf(saved).lines == read_pdf(data).lines
    assert read_pdf(saved).seal == SEAL


def test_every_text_is_given_to_the_scan(data: bytes) -> None:
    parts = read_pdf(data).parts
    said = " ".join(text for _, text in parts)
    assert {"header", "properties", "seal", "bookmarks", "body B29"} <= {place for place, _ in parts}
    for words in (LONG.marking.upper(), LONG.footer_label, LONG.title, "Robin Example", "Contents"):
        assert words in said


def _first_page_with(writer: PdfWriter, mark: bytes) -> int:
    return next(at for at, page in enumerate(writer.pages) if mark in contents_of(page))


def test_changed_word_is_found(data: bytes) -> None:
    def swap(writer: PdfWriter) -> None:
        page = writer.pages[_first_page_with(writer, b"/TD<<")]
        old = contents_of(page)
        codes = re.findall(rb"<([0-9A-F]{24,})>Tj", old)
        with_contents(page, old.replace(codes[3], codes[3][4:8] + codes[3][4:], 1))

    assert read_pdf(changed(data, swap)).lines != tuple(lines(LONG))


def test_words_put_on_a_page_without_a_mark_are_no_words_of_the_report(data: bytes) -> None:
    def write_over(writer: PdfWriter) -> None:
        page = writer.pages[3]
        old = contents_of(page)
        codes = re.findall(rb"<([0-9A-F]{24,})>Tj", old)
        with_contents(page, old + b"\nBT /F1 12 Tf 100 400 Td <" + codes[0] + codes[1] + b"> Tj ET")

    found = read_pdf(changed(data, write_over))
    assert found.lines == tuple(lines(LONG))
    assert added(LONG, found.unsealed, found.blocks) != ()


def test_picture_put_on_a_page_is_told(data: bytes) -> None:
    def paint(writer: PdfWriter) -> None:
        page = writer.pages[3]
        with_contents(page, contents_of(page) + b"\nq 100 0 0 100 50 400 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")

    found = read_pdf(changed(data, paint))
    assert added(LONG, found.unsealed, found.blocks) != ()


def test_note_hung_on_a_page_is_told(data: bytes) -> None:
    def hang(writer: PdfWriter) -> None:
        note = FreeText(text="Not so.", rect=(50, 50, 200, 100))
        writer.add_annotation(2, note)

    found = read_pdf(changed(data, hang))
    assert "Not so." in [line.text for line in found.unsealed]


def test_page_put_in_is_told(data: bytes) -> None:
    def put_in(writer: PdfWriter) -> None:
        page = writer.add_blank_page()
        page[NameObject("/Resources")] = writer.pages[1]["/Resources"]
        codes = re.findall(rb"<([0-9A-F]{24,})>Tj", contents_of(writer.pages[1]))
        with_contents(page, b"BT /F1 12 Tf 100 400 Td <" + codes[3] + b"> Tj ET")

    found = read_pdf(changed(data, put_in))
    assert added(LONG, found.unsealed, found.blocks) != ()


@pytest.mark.parametrize("wrong", [b"", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", b"PK\x03\x04"])
def test_file_that_is_no_report_is_refused_in_a_sentence(wrong: bytes) -> None:
    with pytest.raises(BadInputError, match="not a PDF that IMR Desk wrote"):
        read_pdf(wrong)


def test_encrypted_file_is_refused_in_a_sentence(data: bytes) -> None:
    locked = changed(data, lambda writer: writer.encrypt("secret", algorithm="AES-128"))
    with pytest.raises(BadInputError, match="not a PDF that IMR Desk wrote"):
        read_pdf(locked)


def test_damaged_file_is_read_or_refused_and_never_ends_in_a_fault() -> None:
    data = write_pdf(sample_report())
    chance = random.Random(7)
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(chance.choice((1, 40, 400))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read_pdf(bytes(broken[: chance.choice((len(broken), len(broken) // 2))]))
        except BadInputError:
            continue


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (b"(a\\(b\\)\\101(c)) Tj", [("Tj", [b"a(b)A(c)"])]),
        (b"[<41> -20 (B)] TJ % a note\n/F1 12.5 Tf", [("TJ", [[b"A", -20, b"B"]]), ("Tf", ["/F1", 12.5])]),
        (b"/P<</MCID 3/ActualText<FEFF0041>>>BDC", [("BDC", ["/P", {"/MCID": 3, "/ActualText": b"\xfe\xff\x00A"}])]),
        (b"q BI /W 1 ID \x00\xffEI\n EI Q", [("q", []), ("inline image", []), ("Q", [])]),
        (b"/A#42 gs (line\\\nbreak) Tj", [("gs", ["/AB"]), ("Tj", [b"linebreak"])]),
    ],
)
def test_operations_are_read_in_every_spelling(contents: bytes, expected: list[tuple[str, list[object]]]) -> None:
    assert list(operations(contents)) == expected


def _on_first(key: str, value: PdfObject) -> Callable[[PdfWriter], None]:
    def put(writer: PdfWriter) -> None:
        writer.pages[1][NameObject(key)] = value

    return put


def _in_root(key: str) -> Callable[[PdfWriter], None]:
    def put(writer: PdfWriter) -> None:
        writer.root_object[NameObject(key)] = DictionaryObject()

    return put


def _drawn(code: bytes) -> Callable[[PdfWriter], None]:
    def put(writer: PdfWriter) -> None:
        with_contents(writer.pages[2], contents_of(writer.pages[2]) + b"\n" + code)

    return put


def _said_otherwise(writer: PdfWriter) -> None:
    page = writer.pages[_first_page_with(writer, b"/P<<")]
    old = contents_of(page)
    with_contents(page, re.sub(rb"(/P<</MCID \d+)>>", rb"\1/ActualText<FEFF004E006F>>>", old, count=1))


def _element_says(key: str) -> Callable[[PdfWriter], None]:
    def put(writer: PdfWriter) -> None:
        tree = writer.root_object["/StructTreeRoot"]
        block = tree["/K"][0].get_object()["/K"][0].get_object()  # type: ignore[index]
        block["/K"][0].get_object()[NameObject(key)] = TextStringObject("No.")

    return put


def _link_shows(writer: PdfWriter) -> None:
    page = next(page for page in writer.pages if "/Annots" in page)
    page["/Annots"][0].get_object()[NameObject("/AP")] = DictionaryObject()  # type: ignore[index]


@pytest.mark.parametrize(
    "change",
    [
        _on_first("/CropBox", ArrayObject([NumberObject(each) for each in (0, 0, 300, 300)])),
        _on_first("/Rotate", NumberObject(180)),
        _on_first("/AA", DictionaryObject()),
        *map(_in_root, ("/OpenAction", "/Names", "/AcroForm", "/OCProperties", "/AF")),
        _drawn(b"3 Tr"),
        _drawn(b"/Fm1 Do"),
        _drawn(b"0 0 10 10 re W n"),
        _drawn(b"/Pattern cs /P1 scn 0 0 600 600 re f"),
        _drawn(b"1 0 0 -1 0 800 cm"),
        _said_otherwise,
        *map(_element_says, ("/ActualText", "/Alt", "/E")),
        _link_shows,
    ],
)
def test_what_could_show_something_else_than_it_says_is_told(data: bytes, change: Callable[[PdfWriter], None]) -> None:
    try:
        found = read_pdf(changed(data, change))
    except BadInputError:
        return
    assert [line for line in found.unsealed if not line.block]


def test_tree_that_holds_an_element_twice_at_every_depth_is_refused_quickly(data: bytes) -> None:
    def grow(writer: PdfWriter) -> None:
        block = writer.root_object["/StructTreeRoot"]["/K"][0].get_object()["/K"][0].get_object()  # type: ignore[index]
        for _ in range(40):
            inner = writer._add_object(
                DictionaryObject({NameObject("/S"): NameObject("/Div"), NameObject("/K"): block["/K"]})
            )
            block[NameObject("/K")] = ArrayObject([inner, inner])

    with pytest.raises(BadInputError):
        read_pdf(changed(data, grow))


def test_pages_in_another_order_are_told(data: bytes) -> None:
    def turn(writer: PdfWriter) -> None:
        kids = writer.root_object["/Pages"]["/Kids"]  # type: ignore[index]
        kids[2], kids[3] = kids[3], kids[2]

    found = read_pdf(changed(data, turn))
    assert added(LONG, found.unsealed, found.blocks) != ()


def test_font_that_names_more_letters_than_there_are_is_refused_quickly(data: bytes) -> None:
    def swell(writer: PdfWriter) -> None:
        spans = b"".join(b"<%08X> <%08X> <0041>\n" % (at << 16, (at << 16) + 65535) for at in range(400))
        stream = DecodedStreamObject()
        stream.set_data(b"beginbfrange\n" + spans + b"endbfrange")
        font = writer.pages[0]["/Resources"]["/Font"]["/F1"]  # type: ignore[index]
        font[NameObject("/ToUnicode")] = writer._add_object(stream)

    with pytest.raises(BadInputError):
        read_pdf(changed(data, swell))
