"""What cannot be read is refused in one sentence, and what is hostile never gets anywhere."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
from pathlib import Path

import pytest
from intake_files import (
    Sheet,
    WordTable,
    changed,
    document,
    given,
    opendocument,
    read,
    separated,
    workbook,
    zipped,
)

from imr_desk.errors import BadInputError
from imr_desk.intake import package

GOOD = [["Date", "Event", "Source"], [dt.date(2013, 5, 4), "Visit.", "ICS"]]
SHEET = "xl/worksheets/sheet1.xml"


def good() -> bytes:
    return workbook(Sheet("S", GOOD))


def sentence(data: bytes, name: str = "file.xlsx") -> str:
    with pytest.raises(BadInputError) as caught:
        read(data, name)
    said = caught.value.sentence
    assert "\n" not in said
    assert said.endswith("Nothing was changed.")
    assert "please" not in said.casefold()
    return said


@pytest.mark.parametrize("data", [b"", b"   \r\n", b"\x00" * 5000])
def test_empty_file_is_refused(data: bytes) -> None:
    assert "is empty" in sentence(data)


@pytest.mark.parametrize("keep", [10, 100, 0.3, 0.6, 0.9, 0.99])
@pytest.mark.parametrize("kind", ["xlsx", "docx", "ods"])
def test_file_that_was_cut_short_is_refused(kind: str, keep: float) -> None:
    whole = {
        "xlsx": good(),
        "docx": document(WordTable([["Date", "Event"], ["4/5/13", "x"]])),
        "ods": opendocument(Sheet("S", GOOD)),
    }[kind]
    assert "damaged or was cut short" in sentence(whole[: int(keep if keep >= 1 else keep * len(whole))])


def test_part_that_is_damaged_inside_is_refused() -> None:
    data = bytearray(good())
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 20] = b"\xff" * 20
    sentence(bytes(data))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"MZ\x90\x00" + b"\x00\x01" * 400, b"\x89PNG\r\n\x1a\n" + b"\x07" * 99]
)
def test_binary_file_is_refused(data: bytes) -> None:
    assert "is no spreadsheet, no list and no Word document" in sentence(data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 etc", "is a PDF"),
        (b"{\\rtf1\\ansi hello}", "rich text"),
        (zipped({"a.txt": "x"}), "is no spreadsheet"),
    ],
)
def test_other_kinds_are_named(data: bytes, said: str) -> None:
    assert said in sentence(data)


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1016 + (stream + "\x00").encode("utf-16-le") + b"\x00" * 900


def test_workbook_behind_a_password_is_refused() -> None:
    assert "protected by a password" in sentence(compound("EncryptedPackage"))


def test_old_word_file_and_other_old_files_are_refused() -> None:
    assert "Word file of the old kind" in sentence(compound("WordDocument"), "a.doc")
    sentence(compound("__substg1.0"), "mail.msg")
    assert "damaged" in sentence(compound("Workbook"), "a.xls")


def test_protected_open_document_and_zip_are_refused() -> None:
    ods = zipped({"mimetype": "x", "content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"})
    assert "protected by a password" in sentence(ods)
    data = bytearray(good())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    assert "protected by a password" in sentence(bytes(data))


def test_document_without_a_table_is_refused() -> None:
    import docx

    out = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("4 May 2013: a visit.")
    made.save(out)
    assert "There is no table" in sentence(out.getvalue(), "notes.docx")


def test_file_without_a_column_of_dates_is_refused() -> None:
    assert "No column of dates" in sentence(workbook(Sheet("S", [["Name", "Telephone"], ["Unit", "5"]])))
    assert "No column of dates" in sentence(b"Just a letter.\nIt has no table in it at all.\n", "letter.txt")


def test_headings_with_nothing_under_them_are_refused() -> None:
    assert "no event under them" in sentence(workbook(Sheet("S", GOOD[:1])))


def test_bomb_is_refused_by_what_it_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 100_000)
    bomb = zipped({"xl/workbook.xml": "<workbook/>", SHEET: b"<row>" * 400_000})
    assert "unpacks to far more" in sentence(bomb)


def test_bomb_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = bytearray(zipped({"xl/workbook.xml": b"<workbook/>" + b" " * 2_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = bomb.find(mark)
        bomb[at + place : at + place + 4] = struct.pack("<I", 50)
    sentence(bytes(bomb))


def test_bomb_of_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 50)
    assert "unpacks to far more" in sentence(zipped({f"xl/{n}.xml": "x" for n in range(60)}))


def test_bomb_that_is_only_a_picture_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 200_000)
    out = io.BytesIO(good())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as more:
        more.writestr("xl/media/image1.png", b"\x00" * 3_000_000)
        more.writestr("xl/vbaProject.bin", b"\x00" * 3_000_000)
    assert given(read(out.getvalue()), "event") == [("Visit.",)]


BILLION = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("start", [BILLION, OUTSIDE])
@pytest.mark.parametrize("kind", ["xlsx", "docx", "ods"])
def test_entities_are_refused(start: str, kind: str) -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    data, part = {
        "xlsx": (good(), "xl/sharedStrings.xml"),
        "docx": (document(WordTable([["Date", "Event"], ["4/5/13", "x"]])), "word/document.xml"),
        "ods": (opendocument(Sheet("S", GOOD)), "content.xml"),
    }[kind]
    head = head if kind != "ods" else '<?xml version="1.0"?>'
    with zipfile.ZipFile(io.BytesIO(data)) as before:
        content = before.read(part).decode()
    old = content[: content.index("?>") + 2]
    assert "asks for things outside itself" in sentence(changed(data, part, old, start))


def test_entities_in_an_excel_2003_file_and_in_html_are_refused_or_left_alone() -> None:
    xml = (
        OUTSIDE
        + '<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    )
    sentence(xml.encode())


def test_million_rows_are_refused() -> None:
    data = workbook(Sheet("S", GOOD))
    far = changed(data, SHEET, "</sheetData>", '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>')
    assert "more than 100,000 rows" in sentence(far)
    wide = changed(data, SHEET, "</sheetData>", '<row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>')
    assert "far too many columns" in sentence(wide)
    without_numbers = changed(data, SHEET, "</sheetData>", "<row><c><v>1</v></c></row>" * 200_001 + "</sheetData>")
    assert "more than 100,000 rows" in sentence(without_numbers)


def test_million_rows_of_other_kinds_are_refused() -> None:
    assert "more than 100,000 rows" in sentence(b"Date,Event\n" + b"4/5/13,x\n" * 100_001, "a.csv")
    ods = opendocument(Sheet("S", GOOD)).replace(b"", b"")
    bomb = changed(ods, "content.xml", "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')
    assert "more than 100,000 rows" in sentence(bomb)


def test_macros_are_never_touched() -> None:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("S")
    for at, row in enumerate([["Date", "Event"], ["4/5/13", "Visit."]]):
        sheet.write_row(at, 0, row)
    book.close()
    with_macros = io.BytesIO(out.getvalue())
    with zipfile.ZipFile(with_macros, "a") as more:
        more.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
        more.writestr("xl/macrosheets/sheet1.xml", "<macro/>")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macro = changed(
        with_macros.getvalue(), "[Content_Types].xml", kind, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    assert given(read(macro, "a.xlsm"), "date", "event") == [("2013-05-04", "Visit.")]


def test_formula_is_taken_by_what_it_gave_and_never_worked_out() -> None:
    rows = [["Date", "Event", "Link"], ["4/5/13", '=HYPERLINK("http://example.org";"x")', "=cmd|' /C calc'!A0"]]
    taken = read(separated(rows))
    assert taken.entries[0].event.startswith("=HYPERLINK")
    assert "=cmd" in taken.entries[0].comment


def test_nothing_outside_the_bytes_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    data = good()
    read(data)

    def no(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(Path, "open", no)
    monkeypatch.setattr("builtins.open", no)
    assert given(read(data), "event") == [("Visit.",)]


def test_workbook_that_is_really_encrypted_is_refused() -> None:
    """The file was made by an Office library, with the passphrase ‘secret’."""
    assert "protected by a password" in sentence((Path(__file__).parent / "locked.xlsx").read_bytes())


def test_old_workbook_with_a_password_is_refused() -> None:
    data = bytearray((Path(__file__).parent / "excel_97.xls").read_bytes())
    begin = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    data[begin : begin + 2] = b"\x2f\x00"  # the record that says that all after it is encrypted
    assert "protected by a password" in sentence(bytes(data))


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_old_workbook_that_was_cut_short_is_refused(keep: float) -> None:
    data = (Path(__file__).parent / "excel_97.xls").read_bytes()
    sentence(data[: int(keep * len(data))])


@pytest.mark.parametrize(
    "cell",
    [
        '<row r = "1048576"><c><v>1</v></c></row>',
        "<row r='999999'/>",
        '<row r="3"><c r =\n"A1048576"><v>1</v></c></row>',
    ],
)
def test_far_cell_is_noticed_however_its_place_is_written(cell: str) -> None:
    far = changed(good(), SHEET, "<sheetData>", f"<sheetData>{cell}")
    assert "more than 100,000 rows" in sentence(far)


def test_document_type_behind_a_comment_or_in_wide_letters_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(good())) as before:
        content = before.read("xl/sharedStrings.xml").decode()
    start = content[: content.index("?>") + 2]
    behind = changed(good(), "xl/sharedStrings.xml", start, f"{start}<!-- <sst> --><?x y?>\n<!DOCTYPE sst []>")
    assert "asks for things outside itself" in sentence(behind)
    wide = (start.replace("UTF-8", "UTF-16") + "<!DOCTYPE sst []><sst/>").encode("utf-16")
    parts = {
        name: (wide if name == "xl/sharedStrings.xml" else before.read(name))
        for before in [zipfile.ZipFile(io.BytesIO(good()))]
        for name in before.namelist()
    }
    assert "asks for things outside itself" in sentence(zipped(parts))


def test_letter_with_commas_is_no_table() -> None:
    letter = b"Dear Sir,\nOn 4 May 2013, I visited, and saw him.\nOn 6 May 2013, I left, sadly.\n"
    assert "No column of dates" in sentence(letter, "letter.txt")
