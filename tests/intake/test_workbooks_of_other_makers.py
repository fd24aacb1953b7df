"""Workbooks whose parts do not stand where Excel puts them: relationships say where."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from intake_files import Sheet, given, read, workbook, zipped

from imr_desk.errors import BadInputError

ROWS = [["Date", "Event"], ["4/5/13", "Call."], ["5/5/13", "Visit."]]
TAKEN = [("2013-05-04", "Call."), ("2013-05-05", "Visit.")]


def _elsewhere(names: Mapping[str, str], words: Mapping[str, str]) -> bytes:
    """A workbook with parts under other names, and words of its relationships changed to fit."""
    with zipfile.ZipFile(io.BytesIO(workbook(Sheet("Log", ROWS)))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    for old, new in words.items():
        parts = {name: text.replace(old, new) if name.endswith(".rels") else text for name, text in parts.items()}
    return zipped({names.get(name, name): text for name, text in parts.items()})


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ({"xl/worksheets/sheet1.xml": "xl/sheets/Data.xml"}, {"worksheets/sheet1.xml": "sheets/data.xml"}),
        ({"xl/sharedStrings.xml": "texts.xml"}, {'"sharedStrings.xml"': '"/texts.xml"'}),
        (
            {"xl/workbook.xml": "xl/book.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/book.xml.rels"},
            {"xl/workbook.xml": "/xl/book.xml"},
        ),
        (
            {
                "xl/workbook.xml": "book/first.xml",
                "xl/_rels/workbook.xml.rels": "book/_rels/first.xml.rels",
                "xl/worksheets/sheet1.xml": "book/one.xml",
                "xl/sharedStrings.xml": "book/texts.xml",
            },
            {"xl/workbook.xml": "book/first.xml", "worksheets/sheet1": "one", '"sharedStrings': '"texts'},
        ),
    ],
)
def test_parts_are_found_where_the_relationships_say(names: dict[str, str], words: dict[str, str]) -> None:
    assert given(read(_elsewhere(names, words)), "date", "event") == TAKEN


def test_sheet_that_is_nowhere_is_refused() -> None:
    with pytest.raises(BadInputError):
        read(_elsewhere({}, {"worksheets/sheet1.xml": "../../../sheet9.xml"}))
