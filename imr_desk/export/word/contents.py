"""The table of contents: a real one, already filled, as links without page numbers.

Without a layout of our own a page number would be a guess, and a wrong one is worse than none. Nothing is marked for
updating, since Word would then ask a question at every opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from imr_desk.export.word.markup import TAB, link, paragraph, run

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'


class Entry(NamedTuple):
    """A heading of level 1 or 2 with its number, if it has one, and the bookmark on it."""

    level: int
    number: str
    text: str
    bookmark: str


def contents_markup(heading: str, entries: Sequence[Entry]) -> str:
    """The contents with their heading, which is markup already, in the wrapping that lets Word update them."""
    lines = []
    for at, entry in enumerate(entries):
        shown = (run(entry.number) + TAB if entry.number else "") + run(entry.text)
        inner = link(entry.bookmark, shown)
        inner = (_BEGIN if at == 0 else "") + inner + (_END if at == len(entries) - 1 else "")
        flush = _FLUSH if entry.level == 1 and not entry.number else ""
        lines.append(paragraph(f"TOC{entry.level}", inner, flush))
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="Contents"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{heading}{''.join(lines)}</w:sdtContent></w:sdt>"
    )
