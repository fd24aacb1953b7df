"""Lists as they are typed: lines that begin with (a), (b) …, or with a dash, under a paragraph.

What is typed before such a line becomes a number or a mark that the file counts by itself. So lettered lines count only
where they run (a), (b) and on, two or more of them: any other letter in brackets stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from imr_desk.export.letters import in_letters
from imr_desk.export.report import Paragraph, Part

_LETTERED = re.compile(r"\(([a-z]{1,2})\)\s+(?=\S)")
_DASHED = re.compile(r"[-\u2013\u2022]\s+(?=\S)")
_FEWEST = 2
_PARENTS = ("numbered", "finding")


def with_lists(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a numbered block, with typed lists as sub-paragraphs and points."""
    made: list[Part] = []
    at = 0
    while at < len(parts):
        found = _list_at(parts, at) if made and _is_parent(made[-1]) else []
        made.extend(found or [parts[at]])
        at += len(found) or 1
    return tuple(made)


def _list_at(parts: Sequence[Part], at: int) -> list[Paragraph]:
    """The list that begins with a part; nothing where none does."""
    lettered = _lettered(parts, at)
    return lettered if len(lettered) >= _FEWEST else _dashed(parts, at)


def _lettered(parts: Sequence[Part], at: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in parts[at:]:
        item = _without(part, _LETTERED, in_letters(len(found) + 1))
        if item is None:
            break
        found.append(replace(item, kind="sub"))
    return found


def _dashed(parts: Sequence[Part], at: int) -> list[Paragraph]:
    items = takewhile(lambda item: item is not None, (_without(part, _DASHED) for part in parts[at:]))
    return [replace(item, kind="bullet") for item in items if item is not None]


def _without(part: Part, sign: re.Pattern[str], letter: str = "") -> Paragraph | None:
    """The paragraph without the sign that it begins with; None where it does not, or with another letter."""
    if not (_is_parent(part) and isinstance(part, Paragraph) and part.runs and not part.runs[0].target):
        return None
    first = part.runs[0]
    found = sign.match(first.text)
    if found is None or first.strong or (letter and found[1] != letter):
        return None
    return replace(part, runs=(replace(first, text=first.text[found.end() :]), *part.runs[1:]))


def _is_parent(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.sealed and part.kind in _PARENTS and not part.is_empty
