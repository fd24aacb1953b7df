"""References in the cells of a table: the codes of what stands in another row lead there.

The chronology itself stays plain: it is long, and it is what others merge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from imr_desk.export.numbers import Target
from imr_desk.export.report import Table

CODE = re.compile(r"\b[A-Z]{1,4}-\d+[a-z]?(?:\.\d+)*\b")
_PLAIN = ("t-chronology",)

Pieces = tuple[tuple[str, str], ...]
"""Words, each with what they lead to, or ""."""


def has_links(table: Table) -> bool:
    """Whether references in the cells of a table lead anywhere."""
    return table.anchor not in _PLAIN


def pieces_of(text: str, targets: Mapping[str, Target], own: str = "") -> Pieces:
    """The words of a cell, parted at the codes that lead somewhere; nothing where none does. `own`: of its own row."""
    made: list[tuple[str, str]] = []
    done = 0
    for found in CODE.finditer(text):
        target = targets.get(found[0])
        if target is not None and not target.shown and found[0] != own:
            made += [(text[done : found.start()], ""), (found[0], found[0])]
            done = found.end()
    return tuple(each for each in (*made, (text[done:], "")) if each[0]) if made else ()
