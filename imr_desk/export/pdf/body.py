"""The blocks of the report in order, as blocks of the page; what the body of the Word file says, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from imr_desk.export.cell_links import has_links, pieces_of
from imr_desk.export.leading import leads_to, with_next
from imr_desk.export.numbers import Numbers, number
from imr_desk.export.open_words import closing_notes
from imr_desk.export.pdf import styles
from imr_desk.export.pdf.breaking import Ink
from imr_desk.export.pdf.contents import Contents, Entry
from imr_desk.export.pdf.figures import draw_figure
from imr_desk.export.pdf.file import text_string
from imr_desk.export.pdf.flow import Block as Placed
from imr_desk.export.pdf.flow import Flow, block_of
from imr_desk.export.pdf.frame import Frame
from imr_desk.export.pdf.lists import LISTED, Lists
from imr_desk.export.pdf.sheets import SIDEWAYS, UPRIGHT, Sheets
from imr_desk.export.pdf.signatures import write_signatures
from imr_desk.export.pdf.styles import Look
from imr_desk.export.pdf.tables import widths_of, write_rows
from imr_desk.export.pdf.tree import PANEL_BOX, UNSEALED, Element
from imr_desk.export.report import (
    CONTENTS,
    COVER,
    PANEL_NUMBER,
    Block,
    Figure,
    Heading,
    Paragraph,
    Report,
    Run,
    SignatureLine,
    Table,
)
from imr_desk.export.signature_rows import CAPTION, DESCRIPTION
from imr_desk.export.word.bookmarks import block_names
from imr_desk.export.word.faces import face_of

_BULLET = "\N{BULLET}"
_AFTER_TABLE = 12


class Body:
    """Lays out one report. Raises ValueError for a reference to nothing and for two things of one anchor."""

    def __init__(self, report: Report, sheets: Sheets) -> None:
        self._report, self._sheets, self._tree = report, sheets, sheets.tree
        self._numbers: Numbers = number(report)
        self._names = block_names(report.blocks)
        self._closing = closing_notes(report, self._numbers)
        self._frame = Frame(report)
        self._flow = Flow(sheets)
        self._contents: list[Contents] = []
        self._lists = Lists(self._tree)
        self._within: Element = self._tree.document
        self.entries: tuple[Entry, ...] = tuple(self._entries())

    def write(self) -> None:
        """Lay out all blocks, then contents, head and foot, for which the pages have to be known."""
        before: bool | None = None
        for at, block in enumerate(self._report.blocks):
            paper = self._frame.within(SIDEWAYS if block.landscape else UPRIGHT)
            if block.landscape != before or block.new_page or block.separate:
                self._flow.page(paper)
            before = block.landscape
            self._within = self._tree.element("Sect", self._tree.document, title=self._names[at])
            self._block(at, block)
            if at in self._closing:
                self._paragraph_of(((self._closing[at], Ink()),), styles.PARAGRAPHS["note"], UNSEALED)
            self._flow.settle()
            if block.id != CONTENTS:
                self._tree.close(self._within)
        for contents in self._contents:
            contents.draw()
            self._tree.close(contents.within)
        self._frame.draw(self._sheets)

    def _block(self, at: int, block: Block) -> None:
        if block.id == COVER:
            self._cover(at, block)
        elif block.id == CONTENTS:
            self._make_contents(at, block)
        else:
            shown = self._numbers.blocks[at]
            self._heading(block.heading, 1, self._names[at], shown, () if block.separate else (block.id,))
            self._parts(at, block)

    # ---- headings
    def _heading(self, words: str, level: int, place: str, label: str = "", more: tuple[str, ...] = ()) -> None:
        look = styles.HEADINGS[level]
        if level == 1:
            look = replace(look, number=_label_room(label, look, self._sheets))
        element = self._tree.element(f"H{level}", self._within)
        made = block_of(self._sheets, element, look, [(words, Ink())], self._flow.paper, label)
        self._add(made, place, *more)

    def _add(self, made: Placed, *places: str) -> None:
        """Place a paragraph; what it holds is closed when it was drawn, which may be later."""
        self._flow.add(replace(made, places=tuple(each for each in places if each)))

    def _cover(self, at: int, block: Block) -> None:
        look = styles.AGENCY
        element = self._tree.element("P", self._within)
        made = block_of(self._sheets, element, look, [(self._report.agency, Ink())], self._flow.paper)
        self._add(made, self._names[at], block.id)
        title = self._tree.element("H1", self._within)
        self._add(block_of(self._sheets, title, styles.TITLE, [(block.heading, Ink())], self._flow.paper))
        self._parts(at, block)
        self._paragraph_of(((f"{PANEL_NUMBER} ", Ink(bold=True)),), styles.PANEL_NUMBER, PANEL_BOX)
        if self._report.handling:
            self._paragraph_of(((self._report.handling, Ink()),), styles.PARAGRAPHS["plain"], "P")

    def _make_contents(self, at: int, block: Block) -> None:
        element = self._tree.element("H1", self._within)
        made = block_of(self._sheets, element, styles.CONTENTS_HEADING, [(block.heading, Ink())], self._flow.paper)
        self._add(made, self._names[at], block.id)
        self._flow.settle()
        contents = Contents(self._flow, self._within)
        for entry in self.entries:
            contents.keep(entry)
        self._contents.append(contents)
        self._parts(at, block)

    def _entries(self) -> Iterator[Entry]:
        for at, block in enumerate(self._report.blocks):
            if block.id in (COVER, CONTENTS):
                continue
            yield Entry(1, self._numbers.blocks[at], block.heading, self._names[at])
            for position, part in enumerate(block.parts):
                if isinstance(part, Heading) and part.level == 2:
                    yield Entry(2, "", part.text, _heading_name(at, position, part))

    # ---- parts
    def _parts(self, at: int, block: Block) -> None:
        for (position, part), after in with_next(block.printed()):
            self._lists.go_on(part, self._within)
            if isinstance(part, Paragraph):
                self._paragraph(part, self._numbers.parts.get((at, position), ""), leads=leads_to(after))
            elif isinstance(part, Heading):
                if block.id == COVER:
                    self._paragraph_of(((part.text, Ink()),), styles.SUBTITLE, "P", part.anchor)
                else:
                    self._heading(part.text, part.level, _heading_name(at, position, part), "", (part.anchor,))
            elif isinstance(part, Figure):
                self._figure(part, self._numbers.parts[at, position])
            else:
                self._table(part, self._numbers.parts[at, position], block)
        self._lists.end()

    def _paragraph(self, part: Paragraph, shown: str, *, leads: bool) -> None:
        look = styles.PARAGRAPHS[part.kind]
        if leads:
            look = replace(look, keep_next=True)
        label = shown
        if part.kind == "bullet":
            label = _BULLET
        elif look.number and not shown and part.kind != "label":
            look = replace(look, number=0)
        kind = "P" if part.sealed else UNSEALED
        if part.kind == "label":
            self._labelled(part, look, kind)
            return
        runs = tuple(map(self._run, part.runs))
        if part.sealed and part.kind in LISTED:
            mark, words = self._lists.item()
            made = block_of(self._sheets, words, look, runs, self._flow.paper, label)
            self._add(replace(made, label_element=mark), part.anchor)
            return
        self._paragraph_of(runs, look, kind, part.anchor, label)

    def _labelled(self, part: Paragraph, look: Look, kind: str) -> None:
        """A name at the edge and its value beside it; both are words of the paragraph."""
        name, *rest = part.runs
        element = self._tree.element(kind, self._within)
        made = block_of(self._sheets, element, look, [self._run(run) for run in rest], self._flow.paper)
        self._add(replace(made, lead=f"{name.text} ", lead_bold=name.strong), part.anchor)

    def _paragraph_of(
        self, runs: tuple[tuple[str, Ink], ...], look: Look, kind: str, anchor: str = "", label: str = ""
    ) -> None:
        element = self._tree.element(kind, self._within)
        self._add(block_of(self._sheets, element, look, runs, self._flow.paper, label), anchor)

    def _run(self, run: Run) -> tuple[str, Ink]:
        if not run.target:
            return run.text, Ink(bold=run.strong)
        target = self._numbers.target(run.target)
        return (target.shown or run.text), Ink(blue=True, target=run.target, shown=bool(target.shown))

    # ---- figures and tables
    def _figure(self, part: Figure, shown: str) -> None:
        self._caption(self._tree.element("P", self._within), shown, part.caption, part.anchor)
        draw_figure(self._flow, self._tree, self._within, part)

    def _caption(self, element: Element, shown: str, words: str, anchor: str) -> None:
        label = f"{shown}: "
        room = self._sheets.letters[True].word(label).width * styles.CAPTION.size / 1000
        look = replace(styles.CAPTION, number=room)
        self._add(block_of(self._sheets, element, look, [(words, Ink())], self._flow.paper, label), anchor)

    def _table(self, part: Table | tuple[SignatureLine, ...], shown: str, block: Block) -> None:
        table = self._tree.element("Table", self._within, _summary(part))
        caption = self._tree.element("Caption", table)
        words, anchor = (part.caption, part.anchor) if isinstance(part, Table) else (CAPTION, "")
        self._caption(caption, shown, words, anchor)
        if not isinstance(part, Table):
            write_signatures(self._flow, table, part)
            self._tree.close(table)
            return
        face = face_of(len(part.columns), landscape=block.landscape)
        rows = [row.cells for row in part.rows]
        widths = widths_of(part.columns, rows, face, self._flow.paper.text_width)
        headings = [column.heading for column in part.columns]
        anchors = [row.anchor for row in part.rows]
        runs = self._cell_runs if has_links(part) else None
        writer = write_rows(self._flow, table, headings, rows, widths, face, anchors, runs)
        writer.finish(5 if part.note.strip() else _AFTER_TABLE)
        self._tree.close(table)
        if part.note.strip():
            self._paragraph_of(((part.note, Ink()),), styles.PARAGRAPHS["note"], "P")

    def _cell_runs(self, own: str, line: str) -> tuple[tuple[str, Ink], ...]:
        """A line of a cell; codes that lead elsewhere are links."""
        pieces = pieces_of(line, self._numbers.targets, own) or ((line, ""),)
        return tuple((words, Ink(blue=bool(target), target=target)) for words, target in pieces)


def _summary(part: Table | tuple[SignatureLine, ...]) -> str:
    words = part.description if isinstance(part, Table) else DESCRIPTION
    return f"/A<</O/Table/Summary {text_string(words)}>>"


def _heading_name(at: int, position: int, part: Heading) -> str:
    return part.anchor or f"_h{at}_{position}"


def _label_room(label: str, look: Look, sheets: Sheets) -> float:
    """The room for the number of a chapter: that of the paragraphs, or as much as ‘Annex A’ needs."""
    if not label:
        return 0.0
    wide = sheets.letters[look.bold].word(f"{label}  ").width * look.size / 1000
    return max(look.number, wide)
