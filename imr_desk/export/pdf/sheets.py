"""The pages of the file and what is drawn on them. Places are points from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string
from imr_desk.export.pdf.letters import Letters
from imr_desk.export.pdf.pictures import Pictures
from imr_desk.export.pdf.tree import Element, Tree
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT

BLUE, BLACK = "0.122 0.227 0.373", "0 0 0"
_PER_POINT = 20


@dataclass(frozen=True)
class Paper:
    """A page and its margins, in points; those of the Word file."""

    width: float
    height: float
    top: float
    bottom: float
    side: float

    @property
    def text_width(self) -> float:
        """What is left between the margins."""
        return self.width - 2 * self.side


UPRIGHT, SIDEWAYS = (
    Paper(*(each / _PER_POINT for each in (page.width, page.height, page.top, page.bottom, page.side)))
    for page in (PORTRAIT, LANDSCAPE)
)


@dataclass
class Sheet:
    """A page while it is drawn on."""

    number: Id
    paper: Paper
    key: int
    count: int
    code: list[str] = field(default_factory=list)
    marks: list[Id] = field(default_factory=list)
    links: list[Id] = field(default_factory=list)
    contents: list[Id] = field(default_factory=list)


@dataclass(frozen=True)
class _Link:
    number: Id
    key: int
    sheet: Sheet
    box: tuple[float, float, float, float]
    target: str
    words: str


class Sheets:
    """All pages of one file, the places that can be gone to, and the links that go there."""

    def __init__(self, file: PdfFile, tree: Tree) -> None:
        self._file, self.tree = file, tree
        self.pictures = Pictures(file)
        self.letters = {False: Letters(bold=False), True: Letters(bold=True)}
        self.pages: list[Sheet] = []
        self.places: dict[str, tuple[Sheet, float]] = {}
        self._links: list[_Link] = []
        self._of_pages, self._resources = file.new(), file.new()
        self._fonts = {bold: file.new() for bold in self.letters}
        self.sheet: Sheet

    # ---- pages
    def turn(self, paper: Paper) -> Sheet:
        """Begin a new page. The one before is written, but for its head and foot."""
        sheet = Sheet(self._file.new(), paper, self.tree.key(), len(self.pages) + 1)
        self.pages.append(sheet)
        self.sheet = sheet
        return sheet

    def settle(self, sheet: Sheet) -> None:
        """Write what was drawn on a page until now."""
        if sheet.code:
            number = self._file.new()
            self._file.stream(number, "\n".join(sheet.code).encode("ascii"))
            sheet.contents.append(number)
            sheet.code = []

    # ---- drawing
    def begin(self, element: Element) -> None:
        """What follows are words of an element."""
        sheet = self.sheet
        mark = len(sheet.marks)
        sheet.marks.append(element.number)
        self.tree.words(element, sheet.number, mark)
        sheet.code.append(f"/{element.kind}<</MCID {mark}>>BDC")

    def end(self) -> None:
        """The words of an element end here."""
        self.sheet.code.append("EMC")

    def artifact(self, kind: str = "") -> None:
        """What follows is drawing that nobody reads out; `kind` is its property list."""
        self.sheet.code.append(f"/Artifact{kind}BDC" if kind else "/Artifact BMC")

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A rectangle filled with a colour."""
        low = self.sheet.paper.height - y - height
        self.sheet.code.append(f"{colour} rg {x:.2f} {low:.2f} {width:.2f} {height:.2f} re f 0 g")

    def box(self, x: float, y: float, width: float, height: float, thick: float) -> None:
        """The outline of a rectangle."""
        low = self.sheet.paper.height - y - height
        self.sheet.code.append(f"{thick} w 0 G {x:.2f} {low:.2f} {width:.2f} {height:.2f} re S")

    def rule(self, x: float, y: float, to_x: float, to_y: float, thick: float, colour: str = "0") -> None:
        """A straight line; `colour` is a grey, 0 black to 1 white, or three parts."""
        tall = self.sheet.paper.height
        ink = f"{colour} {'G' if ' ' not in colour else 'RG'}"
        self.sheet.code.append(f"{thick} w {ink} {x:.2f} {tall - y:.2f} m {to_x:.2f} {tall - to_y:.2f} l S")

    def text(self, x: float, y: float, code: str, size: float, *, bold: bool = False, colour: str = BLACK) -> None:
        """Glyphs of a line whose base is at y."""
        ink = f"{colour} rg " if colour != BLACK else ""
        back = " 0 g" if ink else ""
        name = self.letters[bold].name
        low = self.sheet.paper.height - y
        self.sheet.code.append(f"BT {ink}/{name} {size:g} Tf {x:.2f} {low:.2f} Td<{code}>Tj ET{back}")

    # ---- going about
    def place(self, name: str, y: float) -> None:
        """Something that links and bookmarks lead to stands here."""
        if name:
            self.places.setdefault(name, (self.sheet, y))

    def link(self, element: Element, box: tuple[float, float, float, float], target: str, words: str) -> None:
        """A place to click: left, top, right and bottom of it, where it leads, and what it says."""
        made = _Link(self._file.new(), self.tree.key(), self.sheet, box, target, words)
        self._links.append(made)
        self.sheet.links.append(made.number)
        self.tree.link(element, made.number, self.sheet.number)
        self.tree.holds(made.key, ref(element.number))

    def destination(self, name: str) -> str:
        """A place as PDF says it. Raises KeyError for a place that is nowhere."""
        sheet, y = self.places[name]
        return f"[{ref(sheet.number)}/XYZ 0 {sheet.paper.height - y + 4:.1f} null]"

    # ---- the end
    def finish(self) -> Id:
        """Write links, fonts and pages; the number of the list of pages."""
        for each in self._links:
            self._write_link(each)
        fonts = " ".join(f"/{letters.name} {ref(self._fonts[bold])}" for bold, letters in self.letters.items())
        self._file.put(self._resources, f"<</Font<<{fonts}>>{self.pictures.resources()}>>")
        for bold, letters in self.letters.items():
            letters.write(self._file, self._fonts[bold])
        for sheet in self.pages:
            self._write_page(sheet)
        kids = " ".join(ref(sheet.number) for sheet in self.pages)
        self._file.put(self._of_pages, f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>")
        return self._of_pages

    def _write_link(self, link: _Link) -> None:
        left, top, right, bottom = link.box
        tall = link.sheet.paper.height
        self._file.put(
            link.number,
            f"<</Type/Annot/Subtype/Link/Rect[{left:.1f} {tall - bottom:.1f} {right:.1f} {tall - top:.1f}]"
            f"/Border[0 0 0]/F 4/Dest{self.destination(link.target)}/Contents {text_string(link.words)}"
            f"/StructParent {link.key}>>",
        )

    def _write_page(self, sheet: Sheet) -> None:
        self.settle(sheet)
        links = f"/Annots[{' '.join(map(ref, sheet.links))}]" if sheet.links else ""
        self._file.put(
            sheet.number,
            f"<</Type/Page/Parent {ref(self._of_pages)}/MediaBox[0 0 {sheet.paper.width:g} {sheet.paper.height:g}]"
            f"/Resources {ref(self._resources)}/Contents[{' '.join(map(ref, sheet.contents))}]"
            f"/StructParents {sheet.key}/Tabs/S{links}>>",
        )
        self.tree.holds(sheet.key, f"[{' '.join(map(ref, sheet.marks))}]")
