"""The body of the Word file: the blocks of the report in order, with their sections, headings and references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from imr_desk.export.leading import leads_to, with_next
from imr_desk.export.numbers import Numbers, number
from imr_desk.export.open_words import closing_notes
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
from imr_desk.export.signature_rows import CAPTION
from imr_desk.export.word.bookmarks import Bookmarks, block_names
from imr_desk.export.word.contents import Entry, contents_markup
from imr_desk.export.word.figures import Figures
from imr_desk.export.word.flow import Flow, Held
from imr_desk.export.word.markup import TAB, field, link, numbering, paragraph, run
from imr_desk.export.word.styles import ANNEXES, BOX_TAG, CHAPTERS, OF_KIND, unsealed
from imr_desk.export.word.tables import caption, signatures_markup, table_markup

_HEADING_STYLE = {"chapter": "Heading1", "annex": "AnnexHeading", "none": "Heading1Unnumbered"}
_LIST = {"chapter": numbering(1, CHAPTERS), "annex": numbering(1, ANNEXES), "none": ""}
_STYLE_OF_NUMBERED = {
    "chapter": OF_KIND["numbered"],
    "annex": "AnnexParagraph",
    "none": OF_KIND["plain"],
}
_AFTER_TABLE = 240
_CAPTIONED = ("table", "figure")


class Body:
    """Writes one report. Raises ValueError for a reference to nothing and for two things of one anchor."""

    def __init__(self, report: Report, out: Callable[[str], object], figures: Figures) -> None:
        self._report, self._figures = report, figures
        self._numbers: Numbers = number(report)
        self._names = block_names(report.blocks)
        self._bookmarks = Bookmarks(report.prefix)
        self._flow = Flow(out)
        self._closing = closing_notes(report, self._numbers)

    def write(self) -> None:
        """Write all blocks; each change between upright and sideways pages begins a new section."""
        blocks = self._report.blocks
        for at, block in enumerate(blocks):
            if block.id == COVER:
                self._cover(at, block)
            else:
                self._block(at, block)
            last = at == len(blocks) - 1
            if last or blocks[at + 1].landscape != block.landscape:
                if at in self._closing:
                    self._flow.add(Held(unsealed("TableNote"), run(self._closing[at])))
                self._flow.end_section(landscape=block.landscape, last=last)

    def _block(self, at: int, block: Block) -> None:
        new_page = (block.new_page or block.separate) and not self._flow.at_top
        if block.id == CONTENTS:
            self._contents(at, block, new_page=new_page)
        else:
            top = 0 if new_page or self._flow.at_top else None
            heading = self._bookmarks.around(self._names[at], run(block.heading))
            self._flow.add(Held(_HEADING_STYLE[block.numbering], heading, new_page=new_page, space_before=top))
        self._parts(at, block)

    def _parts(self, at: int, block: Block) -> None:
        for (position, part), after in with_next(block.printed()):
            if isinstance(part, Paragraph):
                self._paragraph(part, block, leads=leads_to(after))
            elif isinstance(part, Heading):
                style = "Subtitle" if block.id == COVER else f"Heading{part.level}"
                name = self._heading_name(at, position, part)
                self._flow.add(Held(style, self._bookmarks.around(name, run(part.text))))
            elif isinstance(part, Figure):
                self._figure(part, self._numbers.parts[at, position], block)
            else:
                self._table(part, self._numbers.parts[at, position], block)

    def _cover(self, at: int, block: Block) -> None:
        self._flow.add(Held("CoverAgency", self._bookmarks.around(self._names[at], run(self._report.agency))))
        self._flow.add(Held("Title", run(block.heading)))
        self._parts(at, block)
        control = (
            f'<w:sdt><w:sdtPr><w:alias w:val="{PANEL_NUMBER}"/><w:tag w:val="{BOX_TAG}"/><w:text/></w:sdtPr>'
            f"<w:sdtContent>{run(chr(160) * 24)}</w:sdtContent></w:sdt>"
        )
        self._flow.add(Held("CoverBox", run(PANEL_NUMBER, "Strong") + TAB + control))
        if self._report.handling:
            self._flow.add(Held("BodyText", run(self._report.handling)))

    def _contents(self, at: int, block: Block, *, new_page: bool) -> None:
        name = self._bookmarks.around(self._names[at], run(block.heading))
        heading = paragraph("TOCHeading", name, "<w:pageBreakBefore/>" if new_page else "")
        self._flow.markup(contents_markup(heading, list(self._entries())))

    def _entries(self) -> Iterator[Entry]:
        for at, block in enumerate(self._report.blocks):
            if block.id in (COVER, CONTENTS):
                continue
            yield Entry(1, self._numbers.blocks[at], block.heading, self._names[at])
            for position, part in enumerate(block.parts):
                if isinstance(part, Heading) and part.level == 2:
                    yield Entry(2, "", part.text, self._heading_name(at, position, part))

    def _heading_name(self, at: int, position: int, part: Heading) -> str:
        return self._bookmarks.name_of(part.anchor) if part.anchor else f"_Toc_{at}_{position}"

    def _paragraph(self, part: Paragraph, block: Block, *, leads: bool) -> None:
        style, direct = _style_and_list(part, block)
        space = _AFTER_TABLE if self._flow.after_table and part.kind != "note" else None
        inner = self._label(part) if part.kind == "label" else "".join(map(self._run, part.runs))
        if part.anchor:
            hidden = self._numbers.target(part.anchor).kind == "paragraph"
            inner = self._bookmarks.around(self._bookmarks.name_of(part.anchor, hidden=hidden), inner)
        self._flow.add(Held(style, inner, direct, keep_next=leads, space_before=space))

    def _label(self, part: Paragraph) -> str:
        """A name, a tab, its value: the blank between them becomes the tab."""
        name, *rest = part.runs
        if rest and not rest[0].text.strip() and not rest[0].target:
            rest = rest[1:]
        return self._run(name) + (TAB if rest else "") + "".join(map(self._run, rest))

    def _run(self, part: Run) -> str:
        if not part.target:
            return run(part.text, "Strong" if part.strong else "")
        kind, shown = self._numbers.target(part.target)
        name = self._name_of(part.target, kind)
        if not shown:
            return link(name, run(part.text, "Reference"))
        switch = "" if kind in _CAPTIONED else "\\w " if shown.endswith(")") else "\\r "
        return field(f"REF {name} {switch}\\h", shown, "Reference")

    def _name_of(self, anchor: str, kind: str) -> str:
        for block, name in zip(self._report.blocks, self._names, strict=True):
            if block.id == anchor and not block.separate:
                return name
        return self._bookmarks.name_of(anchor, hidden=kind in ("paragraph", *_CAPTIONED))

    def _table(self, part: Table | tuple[SignatureLine, ...], shown: str, block: Block) -> None:
        if isinstance(part, Table):
            self._flow.add(Held("Caption", caption(shown, part.caption, self._mark(part.anchor))))
            for piece in table_markup(part, self._bookmarks, landscape=block.landscape, targets=self._numbers.targets):
                self._flow.table(piece)
            if part.note.strip():
                self._flow.add(Held("TableNote", run(part.note)))
        else:
            self._flow.add(Held("Caption", caption(shown, CAPTION, str)))
            self._flow.table(signatures_markup(part))

    def _figure(self, part: Figure, shown: str, block: Block) -> None:
        self._flow.add(Held("Caption", caption(shown, part.caption, self._mark(part.anchor))))
        self._flow.add(Held("Figure", self._figures.markup(part, landscape=block.landscape)))

    def _mark(self, anchor: str) -> Callable[[str], str]:
        """Puts the bookmark for an anchor round a number; where there is no anchor it leaves it as it is."""
        return partial(self._bookmarks.around, self._bookmarks.name_of(anchor, hidden=True)) if anchor else str


def _style_and_list(part: Paragraph, block: Block) -> tuple[str, str]:
    """The style of a paragraph and, where the style is not the one its list level names, its place in the list."""
    style, direct = OF_KIND[part.kind], ""
    if part.kind == "numbered":
        style = _STYLE_OF_NUMBERED[block.numbering]
        direct = "" if part.sealed else _LIST[block.numbering]
    elif part.kind == "sub" and block.numbering == "annex":
        style = "AnnexSubparagraph"
    elif part.kind == "finding":
        direct = _LIST[block.numbering]
        style = style if direct else "FindingUnnumbered"
    return (style if part.sealed else unsealed(style)), direct
