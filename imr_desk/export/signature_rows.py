"""The table of signatures as words: a column for each person, and where ink is wanted room for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from imr_desk.export.report import SignatureLine

CAPTION = "Signatures"
DESCRIPTION = "A column for each person who signs. What is empty is left for ink."
_LINE, _SIGNATURE = 850, 1700  # 1.5 and 3 cm


class SignatureRow(NamedTuple):
    """One row: its cells, the item first, and its least height in twentieths of a point; 0 for none."""

    cells: tuple[str, ...]
    height: int


def headings(lines: Sequence[SignatureLine]) -> list[str]:
    """The heads of the columns."""
    return ["Item", *(line.role for line in lines)]


def signature_rows(lines: Sequence[SignatureLine]) -> list[SignatureRow]:
    """The rows that say something or leave room for a name, a date or a signature."""
    rows = [
        ("Declaration", [line.statement for line in lines], 0),
        ("Name", [line.name for line in lines], _LINE),
        ("Job title", [line.job_title for line in lines], 0),
        ("Signature", ["" for _ in lines], _SIGNATURE),
        ("Date", [line.signed_on for line in lines], _LINE),
        ("Version signed", [line.version for line in lines], 0),
        ("How signed", [line.route for line in lines], 0),
    ]
    return [SignatureRow((item, *cells), height) for item, cells, height in rows if any(cells) or height]


def signature_widths(lines: Sequence[SignatureLine], total: int) -> list[int]:
    """The widths of the columns, together `total`: the item half as wide as a person."""
    each = (total - total // (1 + 2 * len(lines))) // len(lines)
    return [total - each * len(lines), *[each] * len(lines)]
