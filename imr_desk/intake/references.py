"""A column headed ‘Ref’: where no other names the source and words stand in it, it is the source; numbers are not."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence

from imr_desk.intake.column_words import cells_under
from imr_desk.intake.grid import Grid, cell_words
from imr_desk.intake.headings import bare

_HEADING = re.compile(
    r"(?!(?:our|your|case|event|entry|row|crime|urn|client|nhs|unique)\b)(?:\w+ )?(?:ref|reference)s?(?: s)?"
)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_]|[/\-]?\d)|\bp(?:p|g|age)?\.?\s*\d", re.IGNORECASE)
_SURE = 3


def with_references(
    fields: MutableMapping[int, tuple[str, int]],
    grid: Grid,
    first: int,
    headings: Sequence[str],
    said: Mapping[str, str],
) -> None:
    """Give such a column to the source: most of its cells say a word or a page, as ‘MARAC minutes’ does."""
    if "source" in said or any(name == "source" for name, _ in fields.values()):
        return
    for at, heading in enumerate(headings):
        cells = [cell_words(cell) for cell in cells_under(grid, at, first)] if _HEADING.fullmatch(bare(heading)) else []
        if at not in fields and cells and sum(bool(_WORD.search(each)) for each in cells) * 2 > len(cells):
            fields[at] = "source", _SURE
            return
