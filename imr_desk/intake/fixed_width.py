"""Lists in which blanks alone keep the columns apart: what older systems print, each column at its own place."""

from __future__ import annotations

import re

from imr_desk.intake.grid import MOST_ROWS
from imr_desk.intake.headings import fits

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s\-=_+|.]*[-=_]{3}[\s\-=_+|.]*")
_LOOK_AT, _FEWEST = 40, 3
_ENDED = (".", "!", "?", "”", '"')


def rows_by_place(text: str) -> list[list[str]]:
    """A row for each line, cut where the headings begin; nothing where there are no such headings.

    A line that only goes on from the one above is added to it, and stands empty, so that rows keep their numbers.
    """
    lines = text.splitlines()
    head = next((at for at, line in enumerate(lines[:_LOOK_AT]) if _heads(line)), -1)
    if head < 0 or len(lines) > MOST_ROWS or not _in_columns(lines[head + 1 :], starts := _starts(lines[head])):
        return []
    rows = [[line.strip()] if line.strip() else [] for line in lines[:head]]
    last = -1
    for at in range(head, len(lines)):
        cells = [] if _RULE.fullmatch(lines[at]) else _cut(lines[at], starts)
        if last > head and _goes_on(cells, rows[last]):
            rows[last] = [f"{before} {more}".strip() for before, more in zip(rows[last], cells, strict=True)]
            cells = []
        if any(cells):
            last = at
        rows.append(cells if any(cells) else [])
    return rows


def _starts(line: str) -> list[int]:
    return [piece.start() for piece in _PIECE.finditer(line)]


def _heads(line: str) -> bool:
    """Whether these are headings between blanks, a date among them and something else that is known."""
    pieces = _PIECE.findall(line)
    if len(pieces) < _FEWEST or any(sign in line for sign in ",;|^\t"):
        return False
    found = [fits(piece) for piece in pieces]
    known = {max(each, key=lambda name: each[name]) for each in found if each}
    return "date" in known and len(known) > 1


def _in_columns(lines: list[str], starts: list[int]) -> bool:
    """Whether most lines have a blank before the place where each column begins."""
    said = [line for line in lines if line.strip() and not _RULE.fullmatch(line)]
    straight = sum(all(line[at - 1 : at] in ("", " ") for at in starts[1:]) for line in said)
    return bool(said) and straight * 2 > len(said)


def _cut(line: str, starts: list[int]) -> list[str]:
    """The cells of a line. A word that reaches into the next column stays whole: the cut is at the blank before it."""
    places = [0]
    for at in starts[1:]:
        if line[at - 1 : at] not in ("", " ") and line[at : at + 1].strip():
            at = max(line.rfind(" ", places[-1], at) + 1, places[-1])
        places.append(at)
    ends = [*places[1:], len(line)]
    return [line[start:end].strip() for start, end in zip(places, ends, strict=True)]


def _goes_on(cells: list[str], above: list[str]) -> bool:
    """Whether a line only finishes cells of the one above: its first cells are empty, and what it adds to is not."""
    filled = [at for at, cell in enumerate(cells) if cell]
    if not filled or filled[0] == 0 or len(cells) != len(above) or not all(above[at] for at in filled):
        return False
    if len(filled) == 1:
        return True
    return filled[0] > 1 and (cells[filled[-1]][:1].islower() or not above[filled[-1]].endswith(_ENDED))
