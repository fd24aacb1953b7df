"""The stream of the body: paragraphs and tables one after the other, handed on as text as soon as possible.

The last paragraph is held back until it is known what follows: a table it should stay with, or the end of a section,
whose break rides in the paragraph so that no empty one is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from imr_desk.export.word.markup import paragraph
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT
from imr_desk.export.word.shell import FOOTER_ID, HEADER_ID


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph not yet written: its style, its content, and the few things that are not left to the style."""

    style: str
    inner: str
    numbering: str = ""
    keep_next: bool = False
    new_page: bool = False
    space_before: int | None = None

    def xml(self, section: str = "") -> str:
        """The paragraph, with the section that ends with it."""
        space = "" if self.space_before is None else f'<w:spacing w:before="{self.space_before}"/>'
        keep = "<w:keepNext/>" if self.keep_next else ""
        page = "<w:pageBreakBefore/>" if self.new_page else ""
        return paragraph(self.style, self.inner, f"{keep}{page}{self.numbering}{space}{section}")


class Flow:
    """Takes the content of the body in order and hands on its markup."""

    def __init__(self, out: Callable[[str], object]) -> None:
        self._out = out
        self._held: Held | None = None
        self._sections = 0
        self.after_table = False
        self.at_top = True

    def add(self, held: Held) -> None:
        """Add a paragraph."""
        self._release()
        self._held = held
        self.after_table = self.at_top = False

    def table(self, markup: str) -> None:
        """Add a piece of a table. What was said before it stays with it."""
        if self._held:
            self._held = replace(self._held, keep_next=True)
        self._release()
        self._out(markup)
        self.after_table, self.at_top = True, False

    def markup(self, markup: str) -> None:
        """Add markup that stands between paragraphs."""
        self._release()
        self._out(markup)

    def end_section(self, *, landscape: bool, last: bool) -> None:
        """End a section with the paragraph held; the last section of a file stands after it instead."""
        section = _section(landscape=landscape, first=self._sections == 0)
        if self._held is None:
            raise ValueError("a section must end in a paragraph")
        self._out(self._held.xml() + section if last else self._held.xml(section))
        self._held = None
        self._sections += 1
        self.at_top = True

    def _release(self) -> None:
        if self._held:
            self._out(self._held.xml())
            self._held = None


def _section(*, landscape: bool, first: bool) -> str:
    """A4 and its margins; header and footer are named once and inherited by the sections that follow."""
    header = f'<w:headerReference w:type="default" r:id="{HEADER_ID}"/>' if first else ""
    footer = f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>' if first else ""
    page = LANDSCAPE if landscape else PORTRAIT
    turned = ' w:orient="landscape"' if landscape else ""
    beside = f'w:right="{page.side}" w:bottom="{page.bottom}" w:left="{page.side}"'
    return (
        f'<w:sectPr>{header}{footer}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" {beside} w:header="567" w:footer="510" w:gutter="0"/></w:sectPr>'
    )
