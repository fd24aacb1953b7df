"""Every word that is in a file, wherever it stands: read by itself, without knowing how the file was made.

The readers beside this one know what a report is. This one knows nothing of it: it takes every part of a file, every
text and every attribute in it, and what a program does not show but keeps (R-183). It is read for registered names
only, since most of what it gives is no prose.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator

from imr_desk.export.reading.everything_markup import markup_texts
from imr_desk.export.reading.everything_packed import between, decoded, member_end, members_in, rich_text, unpacked
from imr_desk.export.reading.everything_pictures import is_picture, picture_texts
from imr_desk.export.reading.package import MOST_UNPACKED

Texts = Iterator[tuple[str, str]]
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_DEEPEST = 5
_PLACES = (
    (re.compile(r"(?:^|/)header\d*\.xml$"), "header"),
    (re.compile(r"(?:^|/)footer\d*\.xml$"), "footer"),
    (re.compile(r"(?:^|/)footnotes\.xml$"), "footnotes"),
    (re.compile(r"(?:^|/)endnotes\.xml$"), "endnotes"),
    (re.compile(r"(?:^|/)(?:comments\w*|people|threadedComments?/.*)\.xml$"), "comments"),
    (re.compile(r"^docProps/|(?:^|/)meta\.xml$"), "properties"),
    (re.compile(r"^customXml/"), "custom data"),
    (re.compile(r"\.rels$"), "links"),
    (re.compile(r"(?:^|/)(?:styles|stylesWithEffects|numbering|fontTable|theme/.*)\.xml$"), "styles"),
    (re.compile(r"(?:^|/)(?:settings|webSettings)\.xml$"), "settings"),
    (re.compile(r"(?:^|/)(?:document|content)\.xml$"), "unseen"),
    (re.compile(r"(?:^|/)(?:worksheets|chartsheets|drawings|diagrams|charts|tables|queryTables|pivot\w*)/"), "unseen"),
    (re.compile(r"(?:^|/)(?:sharedStrings|workbook)\.xml$"), "unseen"),
    (re.compile(r"^\[Content_Types\]\.xml$"), "settings"),
)
_WORDS = re.compile(rb"[\x20-\x7e\x80-\xf4]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\x7f]\x01){4,}")
"""Letters of Europe in two bytes each."""
_WIDER = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00\x00\x00){4,}|(?:\x00\x00\x00[\x20-\x7e\xa0-\xff]){4,}")
_END_OF_PACKAGE = b"PK\x05\x06"
_LETTERS = re.compile(r"[^\W\d_]{2}|[^\x00-\x7f]|[^\W\d_].*[^\W\d_]", re.DOTALL)
"""Two letters, wherever they stand: a name may be written with anything between its letters."""


def everything_in(data: bytes, place: str = "", depth: int = 0) -> Texts:
    """Place and words of all that a file holds, told by what the file is and not by its name; each once.

    Word, spreadsheets and other packages, pictures, markup, plain text; of anything else the words that can be made
    out. Never fails: what cannot be read as what it seems to be is searched for words like any other bytes.
    """
    seen: set[tuple[str, str]] = set()
    for each in _of(data, place, depth):
        if each not in seen:
            seen.add(each)
            if _LETTERS.search(each[1]):
                yield each
            for content in decoded(each[1]) if depth < _DEEPEST else ():
                yield from everything_in(content, each[0], depth + 1)


def _of(data: bytes, place: str, depth: int) -> Texts:
    if data[:2] == b"PK" and depth < _DEEPEST:
        yield from _package(data, place, depth)
    elif data[:5] == b"%PDF-" and depth < _DEEPEST:
        from imr_desk.export.reading.everything_pdf import pdf_inside

        yield from ((place or "attachment", words) for words in pdf_inside(data))
    elif (content := unpacked(data)) is not None and depth < _DEEPEST:
        yield from _of(content, place, depth + 1)
    elif is_picture(data):
        yield from ((place or "picture", words) for words in picture_texts(data))
    elif data[:1] in (b"{", b"[") and (strings := _json_strings(data)) is not None:
        yield from ((place or "unseen", words) for words in strings)
    elif _is_markup(data):
        yield from ((place or "unseen", words) for words in markup_texts(data))
    else:
        yield from _unknown(data, place or "unseen", depth)


def _unknown(data: bytes, place: str, depth: int) -> Texts:
    """Bytes of no known making: the words in them, and what is packed in them."""
    if (rich := rich_text(data)) is not None:
        yield from ((place, line) for line in rich.splitlines())
        return
    yield from ((place, words) for words in words_in_bytes(data))
    if depth >= _DEEPEST:
        return
    for name, content in members_in(data):
        yield place, name
        yield from _of(content, place, depth + 1)
    if b"\x00" not in data:
        for content in decoded(data.decode("latin-1")):
            yield from _of(content, place, depth + 1)


def _json_strings(data: bytes) -> list[str] | None:
    """Every name and text in a JSON document; None where it is none."""
    try:
        left: list[object] = [json.loads(data)]
    except (ValueError, RecursionError):
        return None
    strings: list[str] = []
    while left:
        held = left.pop()
        if isinstance(held, str):
            strings.append(held)
        elif isinstance(held, dict):
            left.extend((*held, *held.values()))
        elif isinstance(held, list):
            left.extend(held)
    return strings


def _is_markup(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1] == b"<"


def words_in_bytes(data: bytes) -> Iterator[str]:
    """Whatever reads like words in bytes of unknown making, in UTF-8 and in two bytes a letter."""
    try:
        yield from data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        yield from (found.group().decode("utf-8", "replace") for found in _WORDS.finditer(data))
    if b"\x00" in data:
        yield from (found.group().decode("utf-16-le") for found in _WIDE.finditer(data))
        yield from (found.group().replace(b"\x00", b"").decode("latin-1") for found in _WIDER.finditer(data))


def _package(data: bytes, place: str, depth: int) -> Texts:
    """Each member of a package by name, the names themselves, and what is written beside them in the package."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if sum(each.file_size for each in members) > MOST_UNPACKED:
                raise zipfile.LargeZipFile
            for words in words_in_bytes(package.comment):
                yield "package", words
            for each in members:
                yield "package", each.filename
                for words in (*words_in_bytes(each.comment), *words_in_bytes(each.extra)):
                    yield "package", words
                yield from _of(package.read(each), place or _place_of(each.filename), depth + 1)
            ends = [(one.header_offset, member_end(data, one.header_offset, one.compress_size)) for one in members]
            for rest in between(data, (*ends, (package.start_dir, len(data) - _after(data)))):
                yield from _unknown(rest, place or "package", depth + 1)
    except _BROKEN:
        yield from (("attachment", words) for words in words_in_bytes(data))


def _after(data: bytes) -> int:
    """How many bytes follow the end of a package and its comment."""
    at = data.rfind(_END_OF_PACKAGE)
    return max(len(data) - at - 22 - int.from_bytes(data[at + 20 : at + 22], "little"), 0) if at >= 0 else 0


def _place_of(name: str) -> str:
    """The place that a part of a package is, for a person; "attachment" or "picture" where it is a file of its own."""
    for pattern, place in _PLACES:
        if pattern.search(name):
            return place
    if name.endswith((".xml", ".vml")):
        return "other parts"
    return "picture" if "/media/" in name or name.startswith(("media/", "docProps/thumb")) else "attachment"
