"""A panel’s blank form in Word: the rows of its table are made after the first blank one, with its look."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
from lxml import etree

from imr_desk.export.board_table import Looks, Rows, is_blank, no_table, not_blank, not_plain
from imr_desk.export.reading.package import Package

Element = etree._Element
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STAYS = frozenset({qn("w:pPr"), qn("w:rPr")})


def headings(data: bytes, is_date: Looks) -> tuple[str, ...]:
    """As of a Way."""
    with Package(data) as package:
        _, head = _found(package.tree(package.main), is_date)
    return tuple(_text(cell) for cell in _cells(head))


def rows(data: bytes, is_date: Looks) -> list[list[str]]:
    """As of a Way."""
    with Package(data) as package:
        table, head = _found(package.tree(package.main), is_date)
    below = [head, *(row for row in table.iterchildren(qn("w:tr")) if _after(row, head))]
    return [[_text(cell) for cell in _cells(row)] for row in below]


def filled(data: bytes, is_date: Looks, rows: Rows, notice: str) -> bytes:
    """As of a Way. Every other part of the file stays as it was, byte for byte."""
    with Package(data) as package:
        main = package.main
        root = package.tree(main)
    table, head = _found(root, is_date)
    blank = _blank_rows(table, head)
    model = copy.deepcopy(blank[0]) if blank else _bare(head)
    for row in blank:
        table.remove(row)
    at = head
    for cells in rows:
        made = copy.deepcopy(model)
        for cell, words in zip(_cells(made), cells, strict=True):
            _put(cell, words)
        at.addnext(made)
        at = made
    if notice:
        table.addprevious(_paragraph(notice))
    return _packed(data, main, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _found(root: Element, is_date: Looks) -> tuple[Element, Element]:
    """The table and its row of headings: of all rows with a heading for the date the one with most headings."""
    best: tuple[int, Element, Element] | None = None
    for table in root.iter(qn("w:tbl")):
        for row in table.iterchildren(qn("w:tr")):
            texts = [_text(cell) for cell in _cells(row)]
            count = sum(bool(text) for text in texts)
            if count > 1 and any(map(is_date, texts)) and (best is None or count > best[0]):
                best = (count, table, row)
    if best is None:
        raise no_table()
    _, table, head = best
    if any(True for each in (qn("w:gridSpan"), qn("w:vMerge")) for _ in head.iter(each)):
        raise not_plain()
    return table, head


def _after(row: Element, head: Element) -> bool:
    return any(each is head for each in row.itersiblings(preceding=True))


def _blank_rows(table: Element, head: Element) -> list[Element]:
    below = [row for row in table.iterchildren(qn("w:tr")) if _after(row, head)]
    width = len(_cells(head))
    for row in below:
        if not is_blank([_text(cell) for cell in _cells(row)]):
            raise not_blank()
        if len(_cells(row)) != width:
            raise not_plain()
    return below


def _cells(row: Element) -> list[Element]:
    """The cells of a row; a content control around one is looked through."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr"))) is row]


def _text(cell: Element) -> str:
    return "\n".join("".join(_words(paragraph)) for paragraph in cell.iter(qn("w:p"))).strip()


def _words(paragraph: Element) -> Iterator[str]:
    for each in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:cr")):
        yield each.text or "" if each.tag == qn("w:t") else "\t" if each.tag == qn("w:tab") else "\n"


def _bare(head: Element) -> Element:
    """A row after the headings where the form has none: as wide, and without what makes them headings."""
    row = copy.deepcopy(head)
    for name in ("w:tblHeader", "w:cnfStyle", "w:shd", "w:b", "w:bCs", "w:bookmarkStart", "w:bookmarkEnd"):
        for each in list(row.iter(qn(name))):
            parent = each.getparent()
            if parent is not None:
                parent.remove(each)
    return row


def _put(cell: Element, words: str) -> None:
    """The words in the first paragraph of a cell, with the look it has; a line each where there are several."""
    paragraphs = list(cell.iterchildren(qn("w:p")))
    for more in paragraphs[1:]:
        cell.remove(more)
    paragraph = paragraphs[0] if paragraphs else etree.SubElement(cell, qn("w:p"))
    look = next(paragraph.iter(qn("w:rPr")), None)
    for child in list(paragraph):
        if child.tag not in _STAYS:
            paragraph.remove(child)
    if words:
        paragraph.append(_run(words, look))


def _run(words: str, look: Element | None) -> Element:
    run = etree.Element(qn("w:r"))
    if look is not None:
        run.append(copy.deepcopy(look))
    for at, line in enumerate(words.split("\n")):
        if at:
            etree.SubElement(run, qn("w:br"))
        text = etree.SubElement(run, qn("w:t"))
        text.text = line
        text.set(_SPACE, "preserve")
    return run


def _paragraph(words: str) -> Element:
    paragraph = etree.Element(qn("w:p"))
    paragraph.append(_run(words, None))
    return paragraph


def _packed(data: bytes, name: str, part: bytes) -> bytes:
    """The package with one part in the place of another."""
    return packed(data, {name: part})


def packed(data: bytes, parts: dict[str, bytes], without: Sequence[str] = ()) -> bytes:
    """A package with some of its parts replaced; the others as they were, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename not in without:
                new.writestr(member, parts.get(member.filename, old.read(member)), zipfile.ZIP_DEFLATED)
    return out.getvalue()
