"""Sub-paragraphs and points in the structure of the file: a list, its items, and of each its mark and its words."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.export.pdf.tree import Element, Tree
from imr_desk.export.report import Paragraph

LISTED: Mapping[str, str] = {"sub": "LowerAlpha", "bullet": "Disc"}
"""The kinds of paragraph that are items of a list, and how a reader is told that they are counted."""


class Lists:
    """The list that is being written, if there is one: items of one kind that follow each other."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._open: Element | None = None
        self._kind = ""

    def go_on(self, part: object, within: Element) -> None:
        """A part comes next: begin a list with its first item, and end it before what is no item of it."""
        kind = part.kind if isinstance(part, Paragraph) and part.sealed and part.kind in LISTED else ""
        if kind != self._kind:
            self.end()
            if kind:
                self._open = self._tree.element("L", within, f"/A<</O/List/ListNumbering/{LISTED[kind]}>>")
        self._kind = kind

    def item(self) -> tuple[Element, Element]:
        """The elements for the mark and the words of the next item. A list has to be open."""
        if self._open is None:
            raise ValueError("an item outside a list")
        item = self._tree.element("LI", self._open)
        mark, words = self._tree.element("Lbl", item), self._tree.element("LBody", item)
        self._tree.close(item)
        return mark, words

    def end(self) -> None:
        """End the list, if there is one."""
        if self._open is not None:
            self._tree.close(self._open)
        self._open, self._kind = None, ""
