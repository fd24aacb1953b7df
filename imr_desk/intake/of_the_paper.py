"""Tables that tell of the paper they stand in and not of the case: a record of its versions."""

from __future__ import annotations

import re

from imr_desk.intake.column_words import cells_under
from imr_desk.intake.grid import Grid, cell_words
from imr_desk.intake.headings import bare
from imr_desk.intake.shape import Shape

_HEADING = re.compile(
    r"(?:document )?(?:version|ver|revision|rev|issue|draft|amendment)(?: (?:no|number|control|status))?"
)
_VERSION = re.compile(
    r"(?:version|ver|v|draft|issue|rev(?:ision)?)?[\s.]*(?:\d{1,2}(?:\.\d{1,2}){0,2})?\s*(?:draft|final)?\s*[a-z]?",
    re.IGNORECASE,
)


def is_record_of_versions(grid: Grid, shape: Shape) -> bool:
    """Whether a column of the table counts versions: ‘0.1’, ‘v2’, ‘Draft 3’, ‘Final’."""
    for column in shape.columns:
        if _HEADING.fullmatch(bare(column.heading)):
            cells = cells_under(grid, column.at, shape.first)
            return bool(cells) and all(_VERSION.fullmatch(cell_words(cell)) for cell in cells)
    return False
