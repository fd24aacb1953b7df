"""A list of records in JSON, as case systems and this program write it: each record a row under its own names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from imr_desk.intake import refusals
from imr_desk.intake.grid import MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid
from imr_desk.intake.refusals import refused

_FIGURES = 16
Record = Mapping[str, object]


def read_json(text: str, name: str) -> Book | None:
    """The lists of records in a text; None where it is no JSON. BadInputError for JSON that holds no such list."""
    try:
        whole = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError:
        whole = _line_by_line(text)
        if whole is None:
            return None
    grids = (*_tables(whole, name), *(_grid(place, records, name) for place, records in _lists(whole, "")))
    if not grids:
        raise refused(refusals.NO_TABLE, name)
    return Book(grids, "separated")


def _line_by_line(text: str) -> list[Record] | None:
    """Records of which each has a line of its own, as logs are written; None where they are none."""
    try:
        records = [json.loads(line, parse_int=_whole) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError:
        return None
    return records if all(isinstance(each, dict) for each in records) else None


def _tables(whole: object, name: str) -> Iterator[Grid]:
    """The rows of a table that is written as lists within a list."""
    if not (isinstance(whole, list) and whole and all(isinstance(row, list) for row in whole)):
        return
    if len(whole) > MOST_ROWS or max(map(len, whole)) > MOST_COLUMNS:
        raise refused(refusals.TOO_MANY_ROWS, name)
    yield Grid("", [[next((cell for _, cell in _cells(each, "")), "") for each in row] for row in whole])


def _whole(figures: str) -> int | str:
    """A number, or its figures where they are more than any date or count has."""
    return int(figures) if len(figures) < _FIGURES else figures


def _lists(value: object, place: str) -> Iterator[tuple[str, Sequence[Record]]]:
    """Each list of records with the name under which it stands, the outermost only."""
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        yield place, value
    elif isinstance(value, dict):
        within = list(value.values())
        if len(within) > 1 and all(isinstance(each, dict) and each.keys() == within[0].keys() for each in within):
            yield place, within  # records by their number
            return
        for key, inner in value.items():
            yield from _lists(inner, str(key))


def _grid(place: str, records: Sequence[Record], name: str) -> Grid:
    """Records as rows under their names, so that the first record stands in row 2; places count from 1."""
    if len(records) >= MOST_ROWS:
        raise refused(refusals.TOO_MANY_ROWS, name)
    flat = [dict(_cells(record, "")) for record in records]
    headings = list(dict.fromkeys(heading for each in flat for heading in each))
    if len(headings) > MOST_COLUMNS:
        raise refused(refusals.TOO_MANY_ROWS, name)
    return Grid(_sound(place), [headings, *([each.get(heading, "") for heading in headings] for each in flat)])


def _cells(value: object, heading: str) -> Iterator[tuple[str, Cell]]:
    """The cells of a record: what stands within goes under its name after a stop, a list of words into one cell."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _cells(inner, f"{heading}.{_sound(key)}" if heading else _sound(key))
    elif isinstance(value, list):
        yield heading, "; ".join(word for each in value for _, cell in _cells(each, "") if (word := str(cell)))
    elif isinstance(value, str):
        yield heading, _sound(value)
    elif value is not None:
        yield heading, value if isinstance(value, bool | int | float) else str(value)


def _sound(words: str) -> str:
    """Words without halves of letters, which JSON can hold and nothing else."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
