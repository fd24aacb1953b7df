"""Cells whose words cannot be relied on: formulas that give an error, and cells as long as a spreadsheet lets them be.

A source with such a cell is refused, unless the author takes it in all the same: then each is listed as a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from imr_desk.i18n import tr, trn
from imr_desk.intake.grid import LONGEST_IN_EXCEL, Cell, Grid, cell_words, column_letter

ERROR = re.compile(
    r"#(?:REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|GETTING_DATA)|Err:5\d\d"
)
"""What spreadsheets show in the place of a result; in a list or a document it is a text like any other."""
MOST_TOLD = 12
"""Cells that the sentence names, at most."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One such cell: where it stands (`cell` as spreadsheets name it, "" where its row is all that is known).

    `heading` stands over it; `error` is what is shown in it, "" for a cell that is too long; `at` its row in the table.
    """

    sheet: str
    row: int
    cell: str
    heading: str = field(default="", repr=False)
    error: str = field(default="", repr=False)
    at: int = 0

    def as_json(self) -> dict[str, object]:
        """For the command line."""
        return {"origin": {"sheet": self.sheet, "row": self.row}, "cell": self.cell, "error": self.error}

    @property
    def reason(self) -> str:
        """Why the row is to be looked at."""
        where = self.heading or self.cell
        if not self.error:
            words = tr("The cell under ‘{heading}’ is as long as a spreadsheet allows, so its end may be missing.")
        elif self.error.startswith("="):
            words = tr("The formula under ‘{heading}’ ({words}) has no result in the file, so it is not known.")
        else:
            words = tr("The formula under ‘{heading}’ gives an error ({words}), so its result is not known.")
        return words.format(heading=where, words=self.error)


def is_error(cell: Cell) -> bool:
    """Whether a cell holds the error of a formula and nothing else."""
    return isinstance(cell, str) and cell[:1] in ("#", "E", " ") and ERROR.fullmatch(cell.strip()) is not None


def is_too_long(cell: Cell) -> bool:
    """Whether a cell is as long as a spreadsheet lets it be, counted as spreadsheets count: in units of UTF-16."""
    if not isinstance(cell, str) or len(cell) <= LONGEST_IN_EXCEL // 2:
        return False
    return len(cell) >= LONGEST_IN_EXCEL or len(cell.encode("utf-16-le", "replace")) >= 2 * LONGEST_IN_EXCEL


def with_faults(grid: Grid) -> Grid:
    """The table with every such cell known: in `errors` what is shown in it, in `cut` the places of the long ones."""
    errors, cut = dict(grid.errors), set[tuple[int, int]]()
    half = LONGEST_IN_EXCEL // 2
    for at, row in enumerate(grid.rows):
        for left, cell in enumerate(row):
            if type(cell) is str and cell and (cell[0] in "#E " or len(cell) > half):
                if is_error(cell):
                    errors[at, left] = cell.strip()
                elif is_too_long(cell):
                    cut.add((at, left))
    return replace(grid, errors=errors, cut=frozenset(cut)) if errors or cut else grid


def faults_of(grid: Grid, titles: Mapping[int, str]) -> Iterator[Fault]:
    """The faults of a table that `with_faults` gave, from its top; `titles` are its headings by column."""
    for at, left in sorted({*grid.errors, *grid.cut}):
        sheet, row = grid.places[at] if grid.places else (grid.name, at + 1)
        cell = "" if grid.places else f"{column_letter(left)}{row}"
        yield Fault(sheet, row, cell, titles.get(left, ""), grid.errors.get((at, left), ""), at)


def reasons_by_row(faults: Sequence[Fault]) -> Iterator[tuple[Fault, str]]:
    """The first fault of each row, and the reasons of all of them."""
    for _, of_row in groupby(faults, key=lambda each: each.at):
        several = list(of_row)
        yield several[0], " ".join(each.reason for each in several)


def words_of_row(grid: Grid, at: int) -> str:
    """A row as it stands."""
    return " | ".join(words for cell in grid.rows[at] if (words := cell_words(cell)))


def refusal(faults: Sequence[Fault], name: str) -> str:
    """Why a source is not taken in, in plain words with the sheets and cells; "" where nothing is wrong with it."""
    errors, cut = [each for each in faults if each.error], [each for each in faults if not each.error]
    if not faults:
        return ""
    said = [tr("‘{name}’ was not taken in.").format(name=name)]
    if errors:
        words = trn(
            "A formula gives an error or no result, so what stood there is not known:",
            "{n} formulas give an error or no result, so what stood there is not known:",
            len(errors),
        )
        said.append(f"{words} {_places(errors)}.")
    if cut:
        words = trn(
            "A cell is as long as a spreadsheet allows (32,767 characters), so its end may be missing:",
            "{n} cells are as long as a spreadsheet allows (32,767 characters), so their ends may be missing:",
            len(cut),
        )
        said.append(f"{words} {_places(cut)}.")
    return " ".join([*said, tr("Have it mended where it comes from. Nothing was changed.")])


def _places(faults: Sequence[Fault]) -> str:
    """Sheets and cells, the first of them by name: ‘Chronology’ C2, D3; ‘Other’ A2."""
    parts = []
    for sheet, of_sheet in groupby(faults[:MOST_TOLD], key=lambda each: each.sheet):
        cells = ", ".join(each.cell or tr("row {n}").format(n=each.row) for each in of_sheet)
        parts.append(f"‘{sheet}’ {cells}" if sheet else cells)
    more = len(faults) - MOST_TOLD
    if more > 0:
        parts.append(trn("and {n} more", "and {n} more", more))
    return "; ".join(parts)
