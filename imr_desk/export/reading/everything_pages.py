"""Words in the contents of a PDF's pages that its structure does not lead to, and what an earlier saving left in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator

from pypdf import PageObject
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, EncodedStreamObject, StreamObject

from imr_desk.export.pdf.tree import PANEL_BOX, UNSEALED

_OWN = (
    *(
        b"ActualText",
        b"Artifact",
        b"Attached",
        b"Bottom",
        b"Caption",
        b"Figure",
        b"Footer",
        b"Header",
        b"LBody",
        b"Link",
        b"MCID",
    ),
    *(b"Pagination", b"Reference", b"Span", b"Subtype", b"Table", b"TOCI", b"Type"),
    *(UNSEALED.encode(), PANEL_BOX.encode()),
)
"""Names that the program itself writes."""
_OTHER = re.compile(
    rb"[(%]|<<(?!/MCID [0-9]+>>|/ActualText ?<[0-9A-Fa-f]*>>>"
    rb"|/Type/Pagination/Subtype/(?:Header|Footer)(?:/Attached\[/\w+\])?>>)"
    rb"|(?:^|[\s>)\]])(?:Tm|Tr|BI|BX|TD|'|\")(?=[\s/<(\[]|$)"
    rb"|/(?!(?:" + b"|".join(_OWN) + rb")(?![^\s<>\[\]()/%{}]))[^\s<>\[\]()/%{}]{4,}"
)
"""Brackets, comments, properties and operators that the program never writes: then a page is looked at closely."""
_PLAIN_LETTERS = re.compile(
    rb"\(((?:[^()\\]|\\.)*)\)|%([^\r\n]{3,})|/([^\s<>\[\]()/%{}]{4,})|<([0-9A-Fa-f\s]{6,})>", re.DOTALL
)
_IMAGE = re.compile(rb"\sID\s(.{1,4000}?)\sEI(?=\s|$)", re.DOTALL)
_BEGINS = re.compile(rb"(?:^|[\s>])([0-9]{1,9}) [0-9]{1,5} obj\b")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_WIDE = (b"\xfe\xff", b"\xff\xfe")
_CODES = re.compile(rb"[\x00-\x08\x0e-\x1f]")
"""Numbers of letters in a font, which are read with the font."""
_MOST = 64 * 1024 * 1024
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTER = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}


def is_closely_read(contents: bytes) -> bool:
    """Whether something stands in the contents of a page that the program does not write."""
    return _OTHER.search(contents) is not None


def words_in_contents(contents: bytes) -> Iterator[str]:
    """Every string, comment, name and picture in the contents of a page, whether it is shown or not."""
    strings: list[str] = []
    for found in _PLAIN_LETTERS.finditer(contents):
        said, comment, name, digits = found.groups()
        if comment is not None:
            yield comment.decode("utf-8", "replace")
        elif name is not None:
            if name not in _OWN:
                yield name.decode("utf-8", "replace")
        else:
            raw = _unescaped(said) if said is not None else bytes.fromhex(_even(digits))
            if raw[:2] in _WIDE or not _CODES.search(raw):
                strings.append(letters_of(raw))
                yield strings[-1]
    yield "".join(strings)
    yield " ".join(strings)
    for found in _IMAGE.finditer(contents):
        yield found[1].decode("utf-8", "replace")


def letters_of(raw: bytes) -> str:
    """A string of a PDF as text: in two bytes a letter where it says so, in UTF-8 where it is that, else one byte."""
    if raw[:2] == b"\xfe\xff":
        return raw[2:].decode("utf-16-be", "replace")
    if raw[:2] == b"\xff\xfe":
        return raw[2:].decode("utf-16-le", "replace")
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _even(digits: bytes) -> str:
    joined = b"".join(digits.split()).decode("ascii")
    return joined + "0" * (len(joined) % 2)


def _unescaped(said: bytes) -> bytes:
    def letter(found: re.Match[bytes]) -> bytes:
        sign = found[1]
        if sign[:1].isdigit() and sign[:1] < b"8":
            return bytes((int(sign, 8) & 255,))
        return b"" if sign in (b"\n", b"\r", b"\r\n") else _LETTER.get(sign, sign)

    return _ESCAPE.sub(letter, said)


def words_in_form(page: PageObject, form: StreamObject) -> Iterator[str]:
    """The words that a form shows, such as a stamp, with the letters of its own fonts."""
    contents = form.get_data()
    yield from words_in_contents(contents)
    if isinstance(form, EncodedStreamObject) or "/Resources" in form:
        try:
            yield page.extract_xform_text(form)  # type: ignore[arg-type]
        except (PyPdfError, ValueError, LookupError, TypeError, AttributeError):
            return  # its words by themselves were given before


def left_behind(data: bytes, known: Collection[int]) -> Iterator[tuple[bytes, bytes]]:
    """Text and unpacked stream of every object in the file whose beginning is none of the `known`: older versions."""
    begins = [found.start(1) for found in _BEGINS.finditer(data)]
    for at, begin in enumerate(begins):
        if begin in known:
            continue
        whole = data[begin : begins[at + 1] if at + 1 < len(begins) else len(data)]
        found = _STREAM.search(whole)
        yield _STREAM.sub(b"", whole), _unpacked(found[1]) if found else b""


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return packed


def is_form(held: object) -> bool:
    """Whether an object is a stream that shows something."""
    return isinstance(held, StreamObject) and (
        held.get("/Subtype") == "/Form" or (isinstance(held, DictionaryObject) and "/PaintType" in held)
    )


def everything_on(pages: Iterable[PageObject], unsaid: Callable[[PageObject], bool]) -> Iterator[str]:
    """The words of the pages that have to be looked at closely, in each order in which they can be read."""
    for page in pages:
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
        close = is_closely_read(data)
        if close:
            yield from words_in_contents(data)
        if close or unsaid(page):
            yield page.extract_text()
            yield page.extract_text(extraction_mode="layout")
