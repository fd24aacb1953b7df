"""Tables of a Word document, read from its own markup: tracked insertions are in, deletions are out.

Cells that were made one are given as such; the words over a table come with it, since a year often stands there.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from imr_desk.i18n import tr
from imr_desk.intake import refusals
from imr_desk.intake.grid import MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Merge
from imr_desk.intake.package import Package
from imr_desk.intake.prose import prose_grid
from imr_desk.intake.refusals import refused

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEFT_OUT = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "instrText", "delText", "rt")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TICKS = {"F0FC": "✓", "F050": "✓", "F0FE": "☑", "F052": "☑", "F0FB": "✗", "F04F": "✗", "F0A8": "☐", "F06F": "☐"}
_MOST_ABOVE = 4
Element = etree._Element
Notes = dict[tuple[str, str], str]


def read_word(data: bytes, name: str) -> Book:
    """Every table of the document, in order. BadInputError for a file that cannot be read or holds no table."""
    package = Package(data, name)
    content = package.read("word/document.xml") or package.read(package.main())
    if not content:
        raise refused(refusals.BINARY, name)
    root = _parsed(content, name)
    notes = _footnotes(package, name)
    grids = tuple(_grids(root, notes, name))
    lines = tuple(_lines(root, notes))
    if not grids and prose_grid(lines, "") is None:
        raise refused(refusals.NO_TABLE, name)
    deleted = next(root.iter(f"{W}del", f"{W}moveFrom"), None) is not None
    said = tr("There are tracked changes: what was deleted was left out, what was inserted was taken in.")
    return Book(grids, "document", (said,) if deleted else (), lines)


def _parsed(content: bytes, name: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
    try:
        return etree.fromstring(content.replace(STRICT, _LOOSE), parser)
    except etree.XMLSyntaxError as error:
        raise refused(refusals.DAMAGED, name) from error


def _footnotes(package: Package, name: str) -> Notes:
    """The words of foot and end notes and of comments beside the text, by kind and number."""
    found = {}
    for kind in ("footnote", "endnote", "comment"):
        content = package.read(f"word/{kind}s.xml")
        if content:
            for note in _parsed(content, name).iter(f"{W}{kind}"):
                words = _text(note)
                if words:
                    found[kind, note.get(f"{W}id", "")] = words
    return found


def _grids(root: Element, notes: Notes, name: str) -> Iterator[Grid]:
    body = root.find(f"{W}body")
    above: list[str] = []
    number = total = 0
    for part in _blocks(root if body is None else body):
        if part.tag == f"{W}p":
            words = _text(part)
            if words:
                above.append(words)
            continue
        number += 1
        table = _Rows(part, notes)
        rows, merges = table.rows, table.merges
        total += len(rows)
        if total > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
            raise refused(refusals.TOO_MANY_ROWS, name)
        yield Grid(
            tr("Table {n}").format(n=number), rows, tuple(merges), tuple(above[-_MOST_ABOVE:]), remarks=table.remarks
        )
        above = []


def _lines(root: Element, notes: Notes) -> Iterator[str]:
    """The words outside the tables, line by line, each with the notes that hang on it after it."""
    body = root.find(f"{W}body")
    for part in _blocks(root if body is None else body):
        if part.tag == f"{W}p":
            yield from _text(part).split("\n")
            yield from (tr("(Note: {words})").format(words=words) for words in _hung(part, notes) if words)


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and outermost tables in order, also those within content controls and other wrappers."""
    for child in parent:
        if child.tag == f"{W}tbl" and _is_frame(child):
            for cell in child.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tbl")) is child:
                    yield from _blocks(cell)
        elif child.tag in (f"{W}p", f"{W}tbl"):
            yield child
            if child.tag == f"{W}p":
                yield from (part for box in _boxes(child) for part in _blocks(box) if part.tag == f"{W}tbl")
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _boxes(parent: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, each once: what is kept beside it for old programs is left out."""
    for child in parent:
        if child.tag == f"{W}txbxContent":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _boxes(child)


def _is_frame(table: Element) -> bool:
    """Whether a table only holds another one in its place on the page: it is narrow, and what it holds is not."""
    widest = max((sum(1 for _ in _within(row, "tc")) for row in _within(table, "tr")), default=0)
    inner = (row for each in table.iter(f"{W}tbl") if each is not table for row in _within(each, "tr"))
    return widest <= 2 and any(sum(1 for _ in _within(row, "tc")) > 2 for row in inner)


class _Rows:
    """The rows of a table, the cells that are made one, and the notes that hang on cells."""

    def __init__(self, table: Element, notes: Notes) -> None:
        self._notes = notes
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.remarks: dict[tuple[int, int], str] = {}
        self._open: dict[int, Merge] = {}
        for at, row in enumerate(_within(table, "tr")):
            self._row(at, row)
        for merge in self._open.values():
            self.merges.extend(_wide(merge))

    def _row(self, at: int, row: Element) -> None:
        cells: list[Cell] = [""] * _number(row, "trPr", "gridBefore")
        for cell in _within(row, "tc"):
            span = max(1, min(_number(cell, "tcPr", "gridSpan"), MOST_COLUMNS))
            left, going_on = len(cells), _goes_on(cell)
            if going_on and left in self._open:
                top, _, _, right = self._open[left]
                self._open[left] = (top, left, at, right)
            else:
                self.merges.extend(_wide(self._open.pop(left, None)))
                self._open[left] = (at, left, at, left + span - 1)
            cells.append("" if going_on else _text(cell))
            cells.extend([""] * (span - 1))
            if words := " ".join(_hung(cell, self._notes)):
                self.remarks[at, left] = words
        self.rows.append(cells)


def _hung(part: Element, notes: Notes) -> Iterator[str]:
    """Foot and end notes, and comments beside the text, of a cell or paragraph."""
    if notes:
        for kind in ("footnote", "endnote", "comment"):
            for reference in part.iter(f"{W}{kind}Reference"):
                yield notes.get((kind, reference.get(f"{W}id", "")), "")


def _wide(merge: Merge | None) -> tuple[Merge, ...]:
    """The merge, if it is of more than one cell."""
    return () if merge is None or merge[:2] == merge[2:] else (merge,)


def _goes_on(cell: Element) -> bool:
    """Whether the cell belongs to the one above it."""
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return found is not None and found.get(f"{W}val", "continue") == "continue"


def _number(parent: Element, properties: str, name: str) -> int:
    found = parent.find(f"{W}{properties}/{W}{name}")
    words = found.get(f"{W}val", "0") if found is not None else "0"
    return min(int(words), MOST_COLUMNS) if words.isdecimal() else 0


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also within content controls and insertions; deleted rows are left out."""
    for child in parent:
        if child.tag == f"{W}{name}":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _within(child, name)


def _text(parent: Element) -> str:
    """The words of a paragraph or cell, a line for each paragraph, a table inside as lines too."""
    pieces: list[str] = []
    _collect(parent, pieces)
    return "\n".join(line.strip() for line in "".join(pieces).split("\n")).strip()


def _collect(parent: Element, pieces: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or _waits(child):
            continue
        short = tag.removeprefix(W)
        if tag == f"{W}t":
            pieces.append(child.text or "")
        elif short in _SIGNS:
            pieces.append(_SIGNS[short])
        elif tag == f"{W}sym":
            pieces.append(_TICKS.get(child.get(f"{W}char", "").upper(), ""))
        elif short in ("checkBox", "ddList"):
            pieces.append(_of_form(child))
        else:
            _collect(child, pieces)
            if tag == f"{W}p":
                pieces.append("\n")
            elif tag == f"{W}tc":
                _end_with(pieces, "\t")
            elif tag == f"{W}tr":
                _end_with(pieces, "\n")


def _waits(part: Element) -> bool:
    """Whether it is a field of a form that nobody filled in, and only says ‘Click here to enter text’."""
    return part.tag == f"{W}sdt" and part.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _of_form(part: Element) -> str:
    """What a box to tick or a list to choose from shows in a form of the old kind."""
    if part.tag == f"{W}ddList":
        entries, at = part.findall(f"{W}listEntry"), _chosen(part, "result") or _chosen(part, "default")
        return entries[at].get(f"{W}val", "") if at < len(entries) else ""
    said = part.find(f"{W}checked")
    if said is None:
        said = part.find(f"{W}default")
    return "☑" if said is not None and said.get(f"{W}val", "1") not in ("0", "false", "off") else "☐"


def _chosen(part: Element, name: str) -> int:
    found = part.find(f"{W}{name}")
    words = found.get(f"{W}val", "0") if found is not None else "0"
    return int(words) if words.isdecimal() else 0


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "", "ptab": "\t"}


def _end_with(pieces: list[str], sign: str) -> None:
    """End a nested cell or row: the line end of its last paragraph gives way to this sign."""
    while pieces and pieces[-1] in ("\n", "\t", ""):
        pieces.pop()
    pieces.append(sign)
