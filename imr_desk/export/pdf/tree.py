"""The structure of the file: which words are a heading, a paragraph, a cell; what a screen reader goes by.

Elements are written as soon as they are complete, so that a long table leaves nothing in memory but numbers.
"""

from __future__ import annotations

from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string

UNSEALED, PANEL_BOX = "Unsealed", "PanelBox"
"""Paragraphs that no signature seals, and the box for the panel's own number: paragraphs under names of our own."""
ROLES = f"<</{UNSEALED}/P/{PANEL_BOX}/P>>"


class Element:
    """One element while it is being filled. `kids` are in the order of reading."""

    __slots__ = ("attributes", "kids", "kind", "number", "page", "parent")

    def __init__(self, kind: str, number: Id, parent: Id, attributes: str) -> None:
        self.kind, self.number, self.parent, self.attributes = kind, number, parent, attributes
        self.kids: list[str] = []
        self.page: Id | None = None


class Tree:
    """All elements of one file."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self.root_number = file.new()
        self._keys: list[tuple[int, str]] = []
        self._next = 0
        self.document = Element("Document", file.new(), self.root_number, "")

    def element(self, kind: str, parent: Element, attributes: str = "", title: str = "") -> Element:
        """A new last child of an element. `title` is what the block is called in the catalogue of blocks."""
        if title:
            attributes += f"/T {text_string(title)}"
        made = Element(kind, self._file.new(), parent.number, attributes)
        parent.kids.append(ref(made.number))
        return made

    def key(self) -> int:
        """A key of the table that leads from pages and links back to elements."""
        self._next += 1
        return self._next - 1

    def holds(self, key: int, value: str) -> None:
        """What a key leads to: one element, or the list of those of a page."""
        self._keys.append((key, value))

    def words(self, element: Element, page: Id, mark: int) -> None:
        """Marked words of a page are the next thing in an element."""
        if element.page is None:
            element.page = page
        here = str(mark) if element.page == page else f"<</Type/MCR/Pg {ref(page)}/MCID {mark}>>"
        element.kids.append(here)

    def link(self, element: Element, annotation: Id, page: Id) -> None:
        """The place that is clicked belongs to an element."""
        element.kids.append(f"<</Type/OBJR/Obj {ref(annotation)}/Pg {ref(page)}>>")

    def close(self, element: Element) -> None:
        """Write an element that is complete."""
        page = f"/Pg {ref(element.page)}" if element.page is not None else ""
        self._file.put(
            element.number,
            f"<</S/{element.kind}/P {ref(element.parent)}{page}/K[{' '.join(element.kids)}]{element.attributes}>>",
        )

    def finish(self) -> None:
        """Write the root, once every page and link has said what its key leads to."""
        self.close(self.document)
        nums = "".join(
            f"{key} {value}" if value.startswith("[") else f"{key} {value} " for key, value in sorted(self._keys)
        )
        self._file.put(
            self.root_number,
            f"<</Type/StructTreeRoot/K[{ref(self.document.number)}]/RoleMap{ROLES}"
            f"/ParentTree<</Nums[{nums}]>>/ParentTreeNextKey {self._next}>>",
        )
