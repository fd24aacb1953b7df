"""Every word of a markup file: its text in each reading, and whatever stands inside the tags."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

_TAG = re.compile(rb"<[^<>]*>")
"""A tag, a comment or a part of one. Of a tag with ‘>’ in an attribute the rest is read as text."""
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_XMLNS = re.compile(r"\sxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_KNOWN_FORM = re.compile(
    r"(?:https?://(?:[\w-]+\.)*(?:openxmlformats\.org|microsoft\.com|w3\.org|purl\.org|adobe\.com|libreoffice\.org"
    r"|openoffice\.org|oasis-open\.org|documentfoundation\.org|aiim\.org|iptc\.org)/?"
    r"|urn:(?:schemas-microsoft-com|oasis|openoffice|org:documentfoundation):)[\w./:#-]*"
)
"""Who names the known forms of markup; anybody can name others, by a name of their own."""
_SPACE = frozenset({"tab", "ptab", "br", "cr", "s", "line-break"})
_HYPHENS = {"noBreakHyphen": "-", "softHyphen": "\u00ad"}
_SIDES = re.compile(r"&(?:\"[^\"]*\"|[0-9]+|K[0-9A-F]{6}|[A-Z&])")
"""What says in the head or foot of a sheet on which side words stand, and in which letters."""
_SIGN = "sym"
"""A letter of a font, by its number: ``<w:sym w:char="F042"/>`` is a B in most of them."""
_PARAGRAPHS = frozenset({"p", "h", "si", "is", "v"})
_GONE = frozenset({"del", "moveFrom", "deletion"})
_CAME = frozenset({"ins", "moveTo", "insertion"})
_CODE = frozenset({"instrText", "delInstrText", "fldData"})
_BETWEEN = re.compile(rb"<([\w:.-]*)[^<>]*>([^<]*[^<\s][^<]*)(?=<|\Z)")
_WANTED = tuple(f"{{*}}{name}" for name in sorted({*_PARAGRAPHS, *_SPACE, *_HYPHENS, _SIGN, *_GONE, *_CAME, *_CODE}))
_string = etree.XPath("string()")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FEWEST = 3
"""Letters that make a name; two of them are the marks of a list."""


def markup_texts(data: bytes) -> Iterator[str]:
    """Every text and every attribute, names of elements and comments included; in whatever encoding it was written."""
    data = _in_utf8(data)
    seen: set[bytes] = set()
    for found in _TAG.finditer(data):
        if (tag := found.group()) not in seen:
            seen.add(tag)
            yield from _in_tag(tag.decode("utf-8", "replace")[1:-1])
    yield from _in_paragraphs(data)


def _in_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 without a declaration of another encoding."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8")):
        if data.startswith(mark):
            return _undeclared(data[len(mark) :].decode(name, "replace"))
    if data[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        return _undeclared(data.decode("utf-16-le" if data[0] else "utf-16-be", "replace"))
    named = re.match(rb"<\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9_-]{1,20})[\"']", data)
    if named and named[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        try:
            return _undeclared(data.decode(named[1].decode(), "replace"))
        except LookupError:
            return data
    return data


def _undeclared(text: str) -> bytes:
    return re.sub(r"\A<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")


def _in_tag(tag: str) -> Iterator[str]:
    """The words inside a tag: attributes, their names, and the name of the element; or a comment."""
    if tag.startswith("!"):
        yield tag
        return
    tag = f" {tag}"
    for form in _XMLNS.finditer(tag):
        if not _KNOWN_FORM.fullmatch(form[2] or form[3] or ""):
            yield f"{form[1] or ''} {plain(form[2] or form[3] or '')}".strip()
    tag = _XMLNS.sub("", tag)
    for one in _QUOTED.finditer(tag):
        words = plain(one[1] or one[2] or "")
        yield words
        if "%" in words:
            yield unquote(words)
    if not re.match(r"[ /]*[\w.-]+:", tag):  # the words of a known form of markup have its sign before them
        yield _QUOTED.sub(" ", tag).replace("=", " ").strip(" /?")


def plain(words: str) -> str:
    """Words of an attribute or text without the escapes of markup and of spreadsheets."""
    words = html.unescape(html.unescape(words))  # a page kept as the text of an element has its own signs escaped too
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if "_x" in words else words


def without_sides(words: str) -> str:
    """What stands at the head or foot of a sheet, without the signs that say on which side and in which letters."""
    return _SIDES.sub(" ", words).strip()


def _in_paragraphs(data: bytes) -> Iterator[str]:
    """The text of each paragraph in every reading, and what stands in none."""
    for found in _BETWEEN.finditer(data):
        if not found[1].endswith((b":t", b":delText")):
            words = plain(found[2].decode("utf-8", "replace"))
            yield words
            if found[1].endswith((b"Header", b"Footer")):
                yield without_sides(words)
    events = etree.iterparse(
        io.BytesIO(data), tag=_WANTED, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    special = False  # something stands in the paragraph that is more than letters
    letters = _Letters()
    try:
        for _, element in events:
            if _local(element) not in _PARAGRAPHS:
                special = True
                continue
            said = list(dict.fromkeys(_readings(element))) if special else [str(_string(element)).strip()]
            yield from said
            yield from letters.after(said[0])
            special = False
            element.clear()
        yield from letters.after("")
        if events.root is not None:  # what stands in no paragraph, also where each letter has an element of its own
            yield str(_string(events.root)).strip()
    except (etree.XMLSyntaxError, ValueError):
        yield plain(_TAG.sub(b"\n", data).decode("utf-8", "replace"))
        yield plain(_TAG.sub(b"", data).decode("utf-8", "replace"))


class _Letters:
    """Paragraphs of one letter that follow each other, as in the cells of a table: put together they are a word."""

    def __init__(self) -> None:
        self._run: list[str] = []

    def after(self, paragraph: str) -> Iterator[str]:
        """Takes one more paragraph; where it ends a run, gives the run."""
        if len(paragraph) == 1 and paragraph.isalpha():
            self._run.append(paragraph)
            return
        if len(self._run) >= _FEWEST:
            yield " ".join(self._run)
        self._run.clear()


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _readings(paragraph: etree._Element) -> Iterator[str]:
    """All letters; what is left when changes are accepted; what stood before them; and the codes of fields."""
    changed = any(_local(each) in _GONE or _local(each) in _CAME for each in paragraph.iterdescendants(etree.Element))
    coded = any(_local(each) in _CODE for each in paragraph.iterdescendants(etree.Element))
    yield _text(paragraph, _CODE)
    if changed:
        yield _text(paragraph, _CODE | _GONE)
        yield _text(paragraph, _CODE | _CAME)
    if coded:
        yield "".join(str(words) for words in paragraph.itertext(*(f"{{*}}{name}" for name in _CODE)))


def _text(element: etree._Element, without: frozenset[str]) -> str:
    """The letters of an element in order; blanks where the page has some; what is nested begins a line."""
    parts: list[str] = []
    _gather(element, without, parts)
    return "".join(parts).strip()


def _letter(sign: etree._Element) -> str:
    """The letter of a sign; fonts of signs have theirs above F000."""
    number = next((value for name, value in sign.items() if str(name).endswith("}char")), "")
    if not re.fullmatch("[0-9A-Fa-f]{2,4}", str(number)):
        return ""
    code = int(str(number), 16)
    return chr(code & 0xFF if code >> 8 == 0xF0 else code)


def _gather(element: etree._Element, without: frozenset[str], parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element.iterchildren():
        if isinstance(child.tag, str) and (name := _local(child)) not in without:
            if name in _SPACE:
                parts.append("\n")
            elif name in _HYPHENS:
                parts.append(_HYPHENS[name])
            elif name == _SIGN:
                parts.append(_letter(child))
            elif name in _PARAGRAPHS:
                parts.append("\n")
            _gather(child, without, parts)
        parts.append(child.tail or "")
