"""The bookmarks beside the pages: chapters, and what stands under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from imr_desk.export.pdf.contents import Entry
from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string
from imr_desk.export.pdf.sheets import Sheets


@dataclass
class _Mark:
    number: Id
    entry: Entry
    under: list[_Mark] = field(default_factory=list)


def write_outline(file: PdfFile, sheets: Sheets, entries: Sequence[Entry]) -> Id | None:
    """Write the bookmarks; the number of their root, or None where there are none."""
    top: list[_Mark] = []
    for entry in entries:
        made = _Mark(file.new(), entry)
        (top[-1].under if entry.level > 1 and top else top).append(made)
    if not top:
        return None
    root = file.new()
    _level(file, sheets, top, root)
    file.put(root, f"<</Type/Outlines/First {ref(top[0].number)}/Last {ref(top[-1].number)}/Count {len(top)}>>")
    return root


def _level(file: PdfFile, sheets: Sheets, marks: Sequence[_Mark], parent: Id) -> None:
    for at, mark in enumerate(marks):
        before = f"/Prev {ref(marks[at - 1].number)}" if at else ""
        after = f"/Next {ref(marks[at + 1].number)}" if at + 1 < len(marks) else ""
        inner = ""
        if mark.under:
            first, last = mark.under[0].number, mark.under[-1].number
            inner = f"/First {ref(first)}/Last {ref(last)}/Count -{len(mark.under)}"
            _level(file, sheets, mark.under, mark.number)
        words = " ".join((mark.entry.number, mark.entry.text)).strip()
        file.put(
            mark.number,
            f"<</Title {text_string(words)}/Parent {ref(parent)}/Dest{sheets.destination(mark.entry.place)}"
            f"{before}{after}{inner}>>",
        )
