"""Forms in which every event has a small table of its own, its headings in the first column: turned round to rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imr_desk.intake.days import looks_like_day
from imr_desk.intake.grid import Cell, Grid, cell_words
from imr_desk.intake.headings import FIELDS, bare, fits

_WIDEST = 4
_SURE, _LONGEST = 5, 40
"""How well a heading of the third column has to be known, and how long one is."""
_MOST_ACROSS = 60
_FEWEST = 3
"""Fields that the first column has to name."""
Record = dict[str, list[Cell]]


def turned(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """The grids, with those that stand sideways made one whose rows are events; the rows keep where they stood."""
    grids = [_upright(grid) if _is_across(grid) else grid for grid in grids]
    forms = [grid for grid in grids if _is_form(grid)]
    if not forms:
        return tuple(grids)
    records = [record for form in forms for record in _records(form)]
    headings = list(dict.fromkeys(heading for record, _ in records for heading in record))
    rows: list[list[Cell]] = [list(headings)]
    places = [(forms[0].name, 0)]
    for record, place in records:
        rows.append([_joined(record.get(heading, [])) for heading in headings])
        places.append(place)
    whole = replace(forms[0], rows=rows, merges=(), errors={}, places=tuple(places))
    at = next(i for i, grid in enumerate(grids) if grid is forms[0])
    rest = [grid for grid in grids if not any(grid is form for form in forms)]
    return (*rest[:at], whole, *rest[at:])


def _is_across(grid: Grid) -> bool:
    """Whether every event has a column of its own: headings stand in the first, and beside ‘Date’ nothing but days."""
    if len(grid.rows) > _MOST_ACROSS or grid.width < _FEWEST:
        return False
    labels = [cell_words(row[0]) if row else "" for row in grid.rows]
    best = [max(fits(each).items(), key=lambda fit: fit[1], default=("", 0)) for each in labels]
    known = {name for name, score in best if score >= _SURE}
    if not {"date", "event"} <= known or len(known) < _FEWEST:
        return False
    days = [cell for cell in grid.rows[[name for name, _ in best].index("date")][1:] if cell_words(cell)]
    return len(days) > 1 and all(map(looks_like_day, days))


def _upright(grid: Grid) -> Grid:
    """The grid with its columns as rows; each of these stands where its date stood."""
    first = next(at for at, row in enumerate(grid.rows) if row and "date" in fits(cell_words(row[0])))
    rows = [[row[at] if at < len(row) else "" for row in grid.rows] for at in range(grid.width)]
    return replace(grid, rows=rows, merges=(), errors={}, places=((grid.name, first + 1),) * len(rows))


def _is_form(grid: Grid) -> bool:
    """Whether the first column names at least three fields, a date among them, and dates stand beside that."""
    if not 2 <= grid.width <= _WIDEST or len(grid.rows) > 2000:
        return False
    fields: set[str] = set()
    dated = False
    labels = [each for row in grid.rows for each in _pairs(row, second=_second(grid)) if each[0]]
    for label, values in labels:
        best = max(fits(label).items(), key=lambda each: each[1], default=("", 0))
        if best[1] >= 5 and best[0] in FIELDS:
            fields.add(best[0])
            dated = dated or (best[0] == "date" and any(looks_like_day(cell) for cell in values))
    return dated and len(fields) >= _FEWEST and "event" in fields


def _records(grid: Grid) -> Iterator[tuple[Record, tuple[str, int]]]:
    """Each event of a form: it begins where a heading comes again; a row without one goes on from that above."""
    record: Record = {}
    begun, seen, last = 0, set[str](), ""
    second = _second(grid)
    for at, row in enumerate(grid.rows):
        for label, cells in _pairs(row, second=second):
            values = [cell for cell in cells if cell_words(cell)]
            if label and bare(label) in seen:
                yield record, (grid.name, begun + 1)
                record, begun, seen = {}, at, set()
            if label:
                seen.add(bare(label))
                last = label
            if values or label:
                record.setdefault(last or label, []).extend(values)
    if record:
        yield record, (grid.name, begun + 1)


def _second(grid: Grid) -> bool:
    """Whether headings stand in the third column too, each beside its own value: ‘Date | 4 May | Time | 10:15’."""
    if grid.width != _WIDEST:
        return False
    found = [words for row in grid.rows if len(row) == _WIDEST and (words := cell_words(row[2]))]
    told = [max(fits(words).values(), default=0) >= _SURE or words.endswith(":") for words in found]
    return any(told) and sum(told) * 2 >= len(told) and max(map(len, found)) <= _LONGEST


def _pairs(row: Sequence[Cell], *, second: bool) -> Iterator[tuple[str, Sequence[Cell]]]:
    """What a row says: a heading and what stands beside it, or two of them."""
    label = cell_words(row[0]).rstrip(":").strip() if row else ""
    if second and len(row) == _WIDEST and cell_words(row[2]):
        yield label, row[1:2]
        yield cell_words(row[2]).rstrip(":").strip(), row[3:]
    else:
        yield label, row[1:]


def _joined(values: Sequence[Cell]) -> Cell:
    """One cell as it is; several as lines."""
    return values[0] if len(values) == 1 else "\n".join(map(cell_words, values))
