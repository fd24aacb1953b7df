"""A registered name is found in every part of a PDF and of a list, and the refusal says where."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx_tools import added as with_part
from docx_tools import changed as in_package
from pdf_tools import changed
from planted import NAME, SPELLINGS, refusal
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)
from test_planted_in_word import jpeg, zipped
from word_sample import SEAL, sample_report

from imr_desk.export.csv_table import write_csv
from imr_desk.export.formats import form_for
from imr_desk.export.json_table import write_json
from imr_desk.export.pdf import write_pdf
from imr_desk.export.report import Block, label
from imr_desk.export.xlsx_table import write_xlsx

PLAIN = write_pdf(sample_report(), SEAL)


def dictionary(**held: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in held.items()})


def said(words: str) -> TextStringObject:
    return TextStringObject(words)


def stream(data: bytes, **held: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(dictionary(**held))
    return made


def note(writer: PdfWriter, words: str) -> None:
    writer.add_annotation(0, FreeText(text=words, rect=(50, 50, 200, 100)))


def form_field(writer: PdfWriter, words: str) -> None:
    made = dictionary(FT=NameObject("/Tx"), T=said("a"), V=said(words))
    writer.root_object[NameObject("/AcroForm")] = dictionary(Fields=ArrayObject([writer._add_object(made)]))


def words_of_a_page(writer: PdfWriter, words: str) -> None:
    font = writer._add_object(dictionary(Type=NameObject("/Font"), Subtype=NameObject("/Type1")))
    page = writer.pages[0]
    page["/Resources"].get_object()["/Font"].get_object()[NameObject("/F9")] = font  # type: ignore[index]
    extra = writer._add_object(stream(f"BT /F9 9 Tf ({words}) Tj ET".encode()))
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), extra])


def script(writer: PdfWriter, words: str) -> None:
    action = dictionary(S=NameObject("/JavaScript"), JS=said(f"app.alert('{words}')"))
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)


def by_stream(data: Callable[[str], bytes], **held: object) -> Callable[[PdfWriter, str], None]:
    return lambda writer, words: writer._add_object(stream(data(words), **held)) and None


def in_root(name: str) -> Callable[[PdfWriter, str], None]:
    def plant(writer: PdfWriter, words: str) -> None:
        writer.root_object[NameObject(f"/{name}")] = said(words)

    return plant


PLANTS: dict[str, tuple[Callable[[PdfWriter, str], None], str]] = {
    "title": (lambda writer, w: writer.add_metadata({"/Title": w}), "properties"),
    "author": (lambda writer, w: writer.add_metadata({"/Author": w}), "properties"),
    "property of another name": (lambda writer, w: writer.add_metadata({"/SeenBy": w}), "properties"),
    "outline": (lambda writer, w: writer.add_outline_item(title=w, page_number=0) and None, "bookmarks"),
    "attachment": (lambda writer, w: writer.add_attachment("a.txt", w.encode()) and None, "file inside"),
    "name of an attachment": (lambda writer, w: writer.add_attachment(f"{w}.txt", b"x") and None, "."),
    "document attached": (
        lambda writer, w: writer.add_attachment("a.docx", zipped("word/document.xml", f"<a>{w}</a>".encode())) and None,
        "file inside",
    ),
    "note": (note, "notes"),
    "form field": (form_field, "field to be filled in"),
    "language": (in_root("Lang"), "not seen"),
    "object that nothing leads to": (by_stream(str.encode), "not seen"),
    "metadata": (
        by_stream(lambda w: f"<x:xmpmeta xmlns:x='a'>{w}</x:xmpmeta>".encode(), Type=NameObject("/Metadata")),
        "properties",
    ),
    "comment of a picture": (
        by_stream(
            lambda w: jpeg(0xFE, w.encode()), Subtype=NameObject("/Image"), Filter=NameObject("/DCTDecode"),
            Width=NumberObject(1),
        ),
        "picture",
    ),
    "script": (script, "script"),
    "named place": (lambda writer, w: writer.add_named_destination(title=w, page_number=0) and None, "."),
}  # fmt: skip


@pytest.mark.parametrize("spelt", [NAME, "Hargraeves", "Hargreaves, Jorunn"])
@pytest.mark.parametrize("plant", PLANTS)
def test_gate_with_a_name_planted_in_a_pdf_refuses_and_says_where(plant: str, spelt: str) -> None:
    make, where = PLANTS[plant]
    sentence = refusal(changed(PLAIN, lambda writer: make(writer, spelt)), ".pdf")
    assert "Nothing was written" in sentence
    assert where in sentence
    assert "argr" not in sentence


@pytest.mark.parametrize("spelt", SPELLINGS)
def test_gate_with_a_name_in_any_spelling_in_the_title_of_a_pdf_refuses(spelt: str) -> None:
    data = changed(PLAIN, lambda writer: writer.add_metadata({"/Title": spelt}))
    assert "properties" in refusal(data, ".pdf")


def test_gate_with_a_name_on_a_page_outside_the_report_refuses() -> None:
    data = changed(PLAIN, lambda writer: words_of_a_page(writer, NAME))
    assert "Nothing was written" in refusal(data, ".pdf")


@pytest.mark.parametrize("after", [b"\n%% Hargreaves\n", b"\nHargreaves\n"])
def test_gate_with_a_name_after_the_end_of_a_pdf_refuses(after: bytes) -> None:
    assert "not seen" in refusal(PLAIN + after, ".pdf")


@pytest.mark.parametrize("name", ["Struct Tree", "Liberation Sans", "Page Type", "Font Identity", "Caption Summary"])
def test_gate_with_a_registered_name_that_is_a_word_of_every_pdf_lets_it_pass(name: str) -> None:
    assert refusal(PLAIN, ".pdf", name) == ""


def test_gate_with_a_clean_pdf_lets_it_pass() -> None:
    assert refusal(PLAIN, ".pdf") == ""


@pytest.mark.parametrize("spelt", SPELLINGS)
def test_gate_with_a_name_in_a_cell_of_a_list_refuses(spelt: str) -> None:
    data = write_csv(sample_report())
    with io.StringIO(data.decode("utf-8-sig"), newline="") as text:
        head, _, rest = text.read().partition("\r\n")
    assert refusal(data, ".csv") == ""
    assert "Nothing was written" in refusal(f'{head}\r\n"{spelt}",{rest}'.encode(), ".csv")


SHEET = write_xlsx(sample_report())
IN_SHEET = {
    "cell": ("xl/sharedStrings.xml", "</t>", " {words}</t>"),
    "name of a sheet": ("xl/workbook.xml", 'sheet name="', 'sheet name="{words} '),
    "head of the page": (
        "xl/worksheets/sheet1.xml",
        "</worksheet>",
        "<f>&amp;L{words}</f></worksheet>",
    ),
    "core property": ("docProps/core.xml", "</cp:coreProperties>", "<k>{words}</k></cp:coreProperties>"),
    "app property": ("docProps/app.xml", "</Properties>", "<Manager>{words}</Manager></Properties>"),
}


@pytest.mark.parametrize("spelt", [NAME, "Hargraeves"])
@pytest.mark.parametrize("plant", IN_SHEET)
def test_gate_with_a_name_planted_in_a_spreadsheet_refuses(plant: str, spelt: str) -> None:
    part, old, new = IN_SHEET[plant]
    assert "Nothing was written" in refusal(in_package(SHEET, old, new.format(words=spelt), part), ".xlsx")


def test_gate_with_a_comment_in_a_spreadsheet_refuses() -> None:
    data = with_part(SHEET, "xl/comments1.xml", f"<comments><author>{NAME}</author></comments>")
    assert "the comments" in refusal(data, ".xlsx")


def test_gate_with_a_clean_spreadsheet_lets_it_pass() -> None:
    assert refusal(SHEET, ".xlsx") == ""


@pytest.mark.parametrize("spelt", [NAME, "Hargraeves", "h\u00e1rgreaves"])
def test_gate_with_a_name_planted_in_json_refuses(spelt: str) -> None:
    document = json.loads(write_json(sample_report()))
    assert refusal(json.dumps(document).encode(), ".json") == ""
    document["entries"][0]["seen by"] = [spelt]
    assert "Nothing was written" in refusal(json.dumps(document).encode(), ".json")


def test_label_and_value_stand_on_lines_of_their_own_for_the_scan() -> None:
    report = replace(sample_report(), blocks=(Block("B01", "H", "cover", (label("Nation", "England"),)),))
    found = form_for(Path("a.pdf")).read(write_pdf(report, None))
    assert [text.split() for place, text in found.parts if place == "body B01" and "England" in text] == [
        ["Nation", "England"]
    ]
    assert not any("Nation England" in text for _, text in found.parts)
