"""Every word of a PDF that stands on none of its pages: properties, outline, notes, forms, attachments, leftovers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from imr_desk.export.reading.everything import everything_in, words_in_bytes
from imr_desk.export.reading.everything_pages import (
    everything_on,
    is_form,
    left_behind,
    words_in_contents,
    words_in_form,
)
from imr_desk.export.reading.pdf_faults import FAULTS

_PLACES = {
    "/Title": "outline", "/Dest": "outline", "/Names": "names inside the file", "/Annot": "notes", "/Contents": "notes",
    "/EmbeddedFile": "attachment", "/F": "attachment", "/UF": "attachment", "/Filespec": "attachment", "/T": "form",
    "/TU": "form", "/V": "form", "/DV": "form", "/Opt": "form", "/Metadata": "properties",
    "/Alt": "description of a picture",
    "/ActualText": "description of a picture", "/E": "description of a picture", "/JS": "script", "/URI": "links",
    "/Author": "properties", "/Subject": "properties", "/Keywords": "properties", "/Creator": "properties",
}  # fmt: skip
_COMMENT = re.compile(rb"(?:^|[\r\n])%([^\r\n]{3,400})")
_END = b"%%EOF"
_DEEPEST = 40


def pdf_everything(reader: PdfReader, data: bytes) -> Iterator[tuple[str, str]]:
    """Place and words of everything in the objects of a PDF and beside them; the text of pages is read elsewhere.

    `reader` has to be one of `data`. What is packed is unpacked; an attachment is read like a file of its own.
    """
    seen: set[tuple[str, str]] = set()
    for place, words in _all(reader, data):
        if (place, words) not in seen and any(letter.isalpha() for letter in words):
            seen.add((place, words))
            yield place, words


def _all(reader: PdfReader, data: bytes) -> Iterator[tuple[str, str]]:
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference is not None}
    contents = set(_contents(reader))
    yield from (("pages", words) for words in everything_on(reader.pages, _has_unsaid_letters))
    about = reader.trailer.raw_get("/Info") if "/Info" in reader.trailer else None
    for number in _numbers(reader):
        if number in contents:
            continue
        held = reader.get_object(IndirectObject(number, 0, reader))
        if isinstance(about, IndirectObject) and about.idnum == number:
            yield from (("properties", words) for _, words in _strings(held, "properties", 0))
            continue
        yield from _strings(held, "pages" if number in pages else "other parts", 0)
        if isinstance(held, StreamObject):
            yield from _stream(held)
            if is_form(held) and reader.pages:
                yield from (("pages", words) for words in words_in_form(reader.pages[0], held))
    yield from _left_behind(reader, data)
    yield from _replaced(reader, data)
    if isinstance(reader.trailer, DictionaryObject):
        yield from _strings(reader.trailer, "properties", 0)
    for found in _COMMENT.finditer(_beside(data)):
        yield "other parts", found[1].decode("utf-8", "replace")
    for words in words_in_bytes(data[data.rfind(_END) + len(_END) :]):
        yield "other parts", words


def pdf_inside(data: bytes) -> Iterator[str]:
    """The words of a PDF that lies in another file; of one that cannot be read those that can be made out."""
    try:
        with PdfReader(io.BytesIO(data)) as reader:
            found = [page.extract_text() for page in reader.pages]
            found.extend(words for _, words in pdf_everything(reader, data))
    except FAULTS:
        found = list(words_in_bytes(data))
        for whole, content in left_behind(data, frozenset()):
            found.extend((*words_in_contents(whole), *words_in_contents(content)))
    yield from found


def _left_behind(reader: PdfReader, data: bytes) -> Iterator[tuple[str, str]]:
    """What earlier versions of the file said, which stay in it when a program saves only its changes."""
    known = {offset for table in reader.xref.values() for offset in table.values()}
    for whole, content in left_behind(data, known):
        for words in words_in_contents(whole):
            yield "other parts", words
        if content[:1] != b"<" and b"(" in content:
            yield from (("other parts", words) for words in words_in_contents(content))
        yield from everything_in(content, "other parts")


def _replaced(reader: PdfReader, data: bytes) -> Iterator[tuple[str, str]]:
    """What stands in streams of objects; one that was replaced since still stands there."""
    if data.count(b"startxref") > 1:
        for number in {number for number, _ in reader.xref_objStm.values()}:
            held = reader.get_object(IndirectObject(number, 0, reader))
            if isinstance(held, StreamObject):
                yield from (("other parts", words) for words in words_in_contents(held.get_data()))


def _has_unsaid_letters(page: PageObject) -> bool:
    """Whether a font of the page does not say its letters, so that the reader of pages could not read them."""
    held = page["/Resources"].get_object() if "/Resources" in page else None
    fonts = held["/Font"].get_object() if isinstance(held, DictionaryObject) and "/Font" in held else None
    made = [fonts[name].get_object() for name in fonts] if isinstance(fonts, DictionaryObject) else []
    return any(not isinstance(font, DictionaryObject) or "/ToUnicode" not in font for font in made)


def _numbers(reader: PdfReader) -> Iterator[int]:
    """The number of every object in the file, also of those that nothing leads to."""
    known = {number for table in reader.xref.values() for number in table}
    known.update(reader.xref_objStm)
    yield from sorted(number for number in known if number)


def _contents(reader: PdfReader) -> Iterator[int]:
    """The numbers of the contents of pages, which are read as pages."""
    for page in reader.pages:
        held = page.raw_get("/Contents") if "/Contents" in page else None
        for each in held if isinstance(held, ArrayObject) else (held,):
            if isinstance(each, IndirectObject):
                yield each.idnum


def _strings(held: object, place: str, depth: int) -> Iterator[tuple[str, str]]:
    """The strings inside an object, without following what it refers to; names that are no part of the format too."""
    if isinstance(held, TextStringObject):
        yield place, str(held)
        if isinstance(held.original_bytes, bytes):
            yield from ((place, words) for words in _otherwise(held.original_bytes))
    elif isinstance(held, ByteStringObject | bytes):
        yield from ((place, words) for words in words_in_bytes(bytes(held)))
    elif isinstance(held, NameObject):
        yield place, str(held)[1:]
    elif isinstance(held, ArrayObject) and depth < _DEEPEST:
        for each in held:
            yield from _strings(each, place, depth + 1)
    elif isinstance(held, DictionaryObject) and depth < _DEEPEST:
        own = _PLACES.get(str(held.raw_get("/Type")) if "/Type" in held else "", place)
        for name in held:
            yield own, str(name)[1:]
            yield from _strings(held.raw_get(name), _PLACES.get(str(name), own), depth + 1)


def _otherwise(raw: bytes) -> Iterator[str]:
    """The bytes of a string as words in UTF-8, where they are that and more than plain letters."""
    if not raw.isascii() and raw[:2] not in (b"\xfe\xff", b"\xff\xfe"):
        yield raw.decode("utf-8", "replace")


def _stream(held: StreamObject) -> Iterator[tuple[str, str]]:
    """What is packed in a stream: markup, scripts, attachments, pictures; fonts hold no words but their names."""
    kind = str(held.get("/Type", ""))
    subtype = str(held.get("/Subtype", ""))
    if kind in ("/XRef", "/ObjStm") or "/Length1" in held or subtype in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        return
    place = _PLACES.get(kind, "picture" if subtype == "/Image" else "other parts")
    if subtype == "/Image":
        packed = held._data  # a JPEG as it stands in the file; dots of any other picture are no words
        if str(held.get("/Filter")) in ("/DCTDecode", "['/DCTDecode']", "/JPXDecode"):
            yield from everything_in(packed, place)
        return
    try:
        content = held.get_data()
    except (PyPdfError, ValueError, NotImplementedError):
        content = held._data
    if b"begincmap" in content[:2000]:
        return
    yield from everything_in(content, place)


def _beside(data: bytes) -> bytes:
    """The file without its streams."""
    return re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL) if len(data) < 64 * 1024 * 1024 else b""
