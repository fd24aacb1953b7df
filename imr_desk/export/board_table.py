"""The table of a panel’s own blank form: how it is known, which row waits to be filled, and why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr

_NUMBER = re.compile(r"\d+(?:\.0)?[.)]?")
Looks = Callable[[str], bool]
"""Whether a heading is that of the date: the table is known by it."""
Rows = Sequence[Sequence[str]]


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row waits to be filled: nothing in it, or no more than its number."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return not said or (len(said) == 1 and bool(_NUMBER.fullmatch(said[0])))


def not_plain() -> BadInputError:
    """Said of a table that merging tools could not take either."""
    return BadInputError(
        tr("The table of this form has merged cells, so it cannot be filled row by row. Ask the panel for a plain one.")
    )


def no_table() -> BadInputError:
    """Said where no table has a heading for the date."""
    return BadInputError(
        tr("No table in this form has a heading for the date and one more. Choose the blank form for the chronology.")
    )


def not_blank() -> BadInputError:
    """Said where something stands below the headings."""
    return BadInputError(
        tr(
            "Below its headings the table of this form holds words already, perhaps an example. "
            "Take them out, or choose a form that is still blank."
        )
    )
