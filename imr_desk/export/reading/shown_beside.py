"""What a person meets in a file beside its text or rows: head and foot of the pages, notes, comments, properties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from imr_desk.errors import BadInputError
from imr_desk.export.readback import read_word
from imr_desk.export.reading.everything_markup import plain, without_sides
from imr_desk.export.reading.sheet_rows import whole_rows

_SIDES = re.compile(r"<(?:\w+:)?(?:odd|even|first)(Header|Footer)>([^<]+)<")
_SHEETS = re.compile(r"xl/(?:work|chart)sheets/[^/]+\.xml")
_COMMENTS = re.compile(r"xl/(?:comments|threadedComments/)[^/]*\.xml")
_ABOUT = re.compile(
    r"<(?:\w+:)?(?:creator|lastModifiedBy|title|subject|description|keywords|category|Manager|Company)\b[^<>]*>([^<]+)<"
)
_DRAWN = re.compile(r"xl/(?:drawings|charts|diagrams)/[^/]+\.(?:xml|vml)")
_PARAGRAPH = re.compile(r"<(?:\w+:)?p>(.*?)</(?:\w+:)?p>", re.DOTALL)
_DESCRIBED = re.compile(r"\b(?:descr|alt|title)=\"([^\"]+)\"")
_PROMPT = re.compile(r"\b(?:prompt|promptTitle|error|errorTitle|tooltip)=\"([^\"]+)\"")
_CUSTOM = re.compile(r"<vt:(?:lpwstr|lpstr|bstr)>([^<]+)<")
_TEXT = re.compile(r"<(?:\w+:)?t\b[^<>]*>([^<]+)<")
_SHEET_NAME = re.compile(r"<(?:\w+:)?sheet\b[^<>]*?\bname=\"([^\"]+)\"")
_PLACES = frozenset({"header", "footer", "footnotes", "endnotes", "comments"})


def beside_rows(data: bytes) -> Iterator[tuple[str, str]]:
    """Place and words of a workbook’s pages, names of sheets, comments and properties; none of another file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".vml")):
                    yield from _of_part(name, package)
    except zipfile.BadZipFile:
        return


def _of_part(name: str, package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    if _SHEETS.fullmatch(name):
        sheet = _read(name, package)
        for side, words in _SIDES.findall(sheet):
            yield side.lower(), without_sides(plain(words))
        yield from (("form", plain(words)) for words in _PROMPT.findall(sheet))
    elif _DRAWN.fullmatch(name):
        drawn = _read(name, package)
        for paragraph in _PARAGRAPH.findall(drawn):
            yield "body", plain("".join(_TEXT.findall(paragraph)))
        yield from (("description of a picture", plain(words)) for words in _DESCRIBED.findall(drawn))
    elif name == "docProps/custom.xml":
        yield from (("properties", plain(words)) for words in _CUSTOM.findall(_read(name, package)))
    elif _COMMENTS.fullmatch(name):
        yield "comments", plain(" ".join(_TEXT.findall(_read(name, package))))
    elif name == "xl/workbook.xml":
        yield from (("names inside the file", plain(each)) for each in _SHEET_NAME.findall(_read(name, package)))
    elif name in ("docProps/core.xml", "docProps/app.xml"):
        yield from (("properties", plain(each).strip()) for each in _ABOUT.findall(_read(name, package)))


def _read(name: str, package: zipfile.ZipFile) -> str:
    return package.read(name).decode("utf-8", "replace")


def shown_in(data: bytes) -> tuple[tuple[str, str], ...]:
    """Place and words of all that a person meets in a Word file or workbook of anybody’s making."""
    if b"xl/workbook." in data:
        return (*whole_rows(data), *beside_rows(data))
    try:
        parts = read_word(data).parts
    except BadInputError:  # what cannot be read as a report is searched for registered names by another reader
        return ()
    about = (each for each in beside_rows(data) if each[0] == "properties")
    return (*(each for each in parts if each[0] in _PLACES or each[0].startswith("body")), *about)
