"""What kind of file it is, told from its first bytes and never from its name, and the tables in it."""

from __future__ import annotations

import re
import struct
from dataclasses import replace

from imr_desk.intake import refusals
from imr_desk.intake.grid import Book
from imr_desk.intake.package import Package
from imr_desk.intake.refusals import refused
from imr_desk.intake.workbook_parts import main_workbook

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_RECORD = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_ENCRYPTED = 0x002F
_MARKUP = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<table|<meta|<head|<body|<!--)", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_FLAT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<office:document\b")
_SHEET_XML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?<\?mso-application|.{0,400}urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL
)


def read_book(data: bytes, name: str) -> Book:
    """The tables of a file. BadInputError, in one sentence, for what is refused; only the bytes are looked at."""
    try:
        return _read(data, name)
    except RecursionError as error:  # elements within elements, more than anybody writes
        raise refused(refusals.TOO_LARGE, name) from error


def _read(data: bytes, name: str) -> Book:
    if not data.strip(b"\x00 \t\r\n"):
        raise refused(refusals.EMPTY, name)
    if data.startswith(_ZIP):
        return _zipped(data, name)
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    for start, sentence in ((b"%PDF", refusals.PDF), (b"{\\rtf", refusals.RICH_TEXT)):
        if data.startswith(start):
            raise refused(sentence, name)
    from imr_desk.intake.separated import decoded, read_separated

    text, _ = decoded(data, name)
    return _of_marks(text, name) or read_separated(data, name)


def _of_marks(text: str, name: str) -> Book | None:
    """Text that says by its own marks what it is: XML of several kinds, a web page, JSON; None for any other."""
    if _SHEET_XML.match(text[:2000]):
        from imr_desk.intake.sheet_xml import read_sheet_xml

        return read_sheet_xml(text, name)
    if _FLAT.match(text[:2000]):
        from imr_desk.intake.opendocument import read_flat

        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise refused(refusals.ENTITIES, name)
        return read_flat(_DECLARED.sub("", text).encode(), name)
    if _MARKUP.match(text[:2000]):
        from imr_desk.intake.markup import read_markup

        return read_markup(text, name, "spreadsheet")
    if text.lstrip()[:1] in ("[", "{"):
        from imr_desk.intake.json_list import read_json

        return read_json(text, name)
    return None


def read_pasted(text: str, markup: str = "") -> Book:
    """What stands on the clipboard: the table in its HTML where there is one, else the text between tabs."""
    from imr_desk.i18n import tr
    from imr_desk.intake.separated import read_text

    name = tr("What was pasted")
    if "<table" in markup.casefold():
        from imr_desk.intake.markup import read_markup

        beside = tuple("" if "\t" in line else line for line in text.splitlines())
        return replace(read_markup(markup, name), lines=beside)
    if not text.strip():
        raise refused(refusals.EMPTY, name)
    return read_text(text, name)


def _zipped(data: bytes, name: str) -> Book:
    package = Package(data, name)
    parts = {part.casefold() for part in package.names()}
    main = package.main()
    if "word/document.xml" in parts or (main.startswith("word/") and main.casefold() in parts):
        from imr_desk.intake.word import read_word

        return read_word(data, name)
    if "xl/workbook.xml" in parts or main_workbook(package):
        from imr_desk.intake.spreadsheet import read_workbook

        return read_workbook(data, name)
    if "content.xml" in parts:
        from imr_desk.intake.opendocument import read_opendocument

        return read_opendocument(data, name)
    raise refused(refusals.BINARY, name)


def _compound(data: bytes, name: str) -> Book:
    """An old Office file, or a new one inside a password."""
    if _named(data, "EncryptedPackage"):
        raise refused(refusals.PROTECTED, name)
    if _named(data, "WordDocument"):
        raise refused(refusals.OLD_WORD, name)
    if not (_named(data, "Workbook") or _named(data, "Book")):
        raise refused(refusals.BINARY, name)
    if _is_encrypted(data):
        raise refused(refusals.PROTECTED, name)
    from imr_desk.intake.spreadsheet import read_old_workbook

    return read_old_workbook(data, name)


def _is_encrypted(data: bytes) -> bool:
    """Whether one of the first records of an old workbook says that all after it is encrypted."""
    at = data.find(_FIRST_RECORD)
    for _ in range(8 if at >= 0 else 0):
        if at + 4 > len(data):
            return False
        kind, size = struct.unpack_from("<HH", data, at)
        if kind == _ENCRYPTED:
            return True
        at += 4 + size
    return False


def _named(data: bytes, stream: str) -> bool:
    """Whether the folder of a compound file names this stream."""
    return (stream + "\x00").encode("utf-16-le") in data
