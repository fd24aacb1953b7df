"""Where in a grid the headings stand and which column is what: found, or as the author said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imr_desk.intake.broken_headings import broken_headings
from imr_desk.intake.column_words import EXAMPLES, cells_under, length, says_anything
from imr_desk.intake.columns_of_events import with_events
from imr_desk.intake.days import is_day_of_month, is_dotted_day, is_serial, looks_like_day, looks_like_time
from imr_desk.intake.grid import Cell, Grid, Row, cell_words, column_letter
from imr_desk.intake.headings import FIELDS, PAGE, STOREY, bare, fits, is_agency
from imr_desk.intake.parts_of_dates import with_days_of_months, with_moments, without_closing
from imr_desk.intake.references import with_references

_LOOK_AT = 150
"""Rows in which headings are looked for, from the first that is there."""
_LONGEST_HEADING = 120
_LONGEST_NAME = 40
_NO_CLOCK = re.compile(r"\b(?:duration|length|mins|minutes|hours|taken|elapsed|end|finish|left|to)\b")
_ANSWER = re.compile(r"y|n|yes|no|x|n/?a|✓|✔|not known|unknown|tbc|-", re.IGNORECASE)
_NUMBERED = re.compile(r"[a-zA-Z]{0,3}[\W_]*\d+[.)]?")
_OTHER_DATE = re.compile(r"\b(?:birth|dob|death|due|review|printed|updated|by when)\b")
"""Dates that are not those of events."""
_IN_A_SENTENCE = re.compile(r"\s*(?:on|in|by|since|until|from|and|the|at)\b", re.IGNORECASE)
"""How a date begins that stands in prose."""
_KIND_OF_CONTACT = re.compile(
    r"(?:tele)?phone(?: calls?)?|tel|calls?|e-?mails?|letters?|text(?: messages?)?|sms|fax|visits?|home visits?|"
    r"office(?: visits?)?|meetings?|face to face|f2f|appointments?|home|clinic|other|video(?: calls?)?|core group",
    re.IGNORECASE,
)
_MAY_BE_A_KIND = re.compile(r"^(?!.*\bevents?\b).*\b(?:contacts?|activity|intervention|communication|appointment)\b")
"""What a column of events would hold if it told only in which way there was contact."""
STRONG = {"date": 5, "event": 6}
_GIVES_WAY = {"source": 4, "people": 1, "action": 3, "event": 2}
"""Fields that a column in which nothing stands leaves to another one, and how well the heading of that must fit."""
COMMENT = "comment"


@dataclass(frozen=True)
class Column:
    """A column: where it stands, its heading, the field it fills ("" where it fits none) and how surely."""

    at: int
    heading: str = field(repr=False)
    field: str = ""
    score: int = 0

    @property
    def letter(self) -> str:
        """As a spreadsheet names it."""
        return column_letter(self.at)

    @property
    def title(self) -> str:
        """Its heading on one line, or its letter."""
        return " ".join(self.heading.split()) or column_letter(self.at)


@dataclass(frozen=True)
class Shape:
    """`first` is the first row under the headings, counted from 0; `headed` whether there are headings at all."""

    columns: tuple[Column, ...]
    first: int
    headed: bool = True

    def of(self, name: str) -> tuple[Column, ...]:
        """The columns that fill a field, from the left."""
        return tuple(column for column in self.columns if column.field == name)

    @property
    def strong(self) -> bool:
        """Whether the headings themselves say that it is a chronology: dates and events."""
        return all(any(column.score >= least for column in self.of(name)) for name, least in STRONG.items())

    @property
    def quality(self) -> int:
        """How well the headings are known, over all fields."""
        return sum(max(column.score for column in self.of(name)) for name in FIELDS if self.of(name))

    def headings(self) -> tuple[str, ...]:
        """The headings as they are compared."""
        return tuple(bare(column.heading) for column in self.columns)


def shape_of(grid: Grid, said: Mapping[str, str]) -> Shape | None:
    """The shape of a grid, or None where it has no column of dates. `said`: headings that the author gave, by field."""
    found = _headed(grid, said) or _unheaded(grid, said)
    return found if found is not None and found.of("date") and found.of("event") else None


def going_on(grid: Grid, before: Shape) -> Shape | None:
    """The shape of a table that goes on from the one before without headings of its own; None where it does not."""
    if _headed(grid, {}) is not None or abs(grid.width - len(before.columns)) > 1:
        return None
    dates = before.of("date")[0].at
    first = next((row for row in grid.rows if any(cell_words(cell) for cell in row)), ())
    if len(first) > dates and cell_words(first[dates]) and not _may_go_on(first[dates]):
        return None
    cells = [row[dates] for row in grid.rows if len(row) > dates and cell_words(row[dates])]
    if cells and sum(looks_like_day(cell) for cell in cells) * 2 < len(cells):
        return None
    return Shape(before.columns, 0, before.headed)


def _may_go_on(cell: Cell) -> bool:
    """Whether a table can begin with this in its column of dates, without headings of its own."""
    words = cell_words(cell)
    return looks_like_day(cell) or any(map(str.isdecimal, words)) or len(words) < 3


def _headed(grid: Grid, said: Mapping[str, str]) -> Shape | None:
    best: tuple[int, Shape] | None = None
    for headings, first in _candidates(grid, said):
        columns = _assigned(grid, headings, first, said)
        shape = Shape(columns, first)
        known = {column.field for column in columns if column.field and (column.score >= 2 or column.field == "date")}
        if not shape.of("date"):
            shape = _under_days(grid, shape)
        if not shape.of("date") or (len(known) < 2 and not _says_date(grid, shape)):
            continue
        quality = shape.quality + 30 * sum(_is(column.heading, said.get(column.field, "")) for column in columns)
        quality += any(STOREY in heading for heading in headings)
        if best is None or quality > best[0]:
            best = quality, shape
    return best[1] if best else None


def _says_date(grid: Grid, shape: Shape) -> bool:
    """Whether one heading alone is enough: it says ‘Date’, three columns are headed, and dates stand under it."""
    dates = shape.of("date")[0]
    cells = cells_under(grid, dates.at, shape.first)
    headed = sum(bool(column.heading) for column in shape.columns)
    return dates.score >= 10 and headed >= 3 and sum(map(looks_like_day, cells)) * 2 > len(cells)


def _under_days(grid: Grid, shape: Shape) -> Shape:
    """Without a column of dates they may stand in rows of their own; then a column is added in which nothing stands."""
    alone = (
        next(iter(words)) for row in grid.rows[shape.first :] if len(words := [c for c in row if cell_words(c)]) == 1
    )
    if not any(looks_like_day(cell) for cell in alone):
        return shape
    return Shape((*shape.columns, Column(grid.width, "", "date", 1)), shape.first)


def _candidates(grid: Grid, said: Mapping[str, str]) -> Iterator[tuple[list[str], int]]:
    """Rows that may be headings, each by itself and each pair as headings in two storeys."""
    begin = next((at for at, row in enumerate(grid.rows) if row), 0)
    for at, row in enumerate(grid.rows[begin : begin + _LOOK_AT], begin):
        words = [cell_words(cell) if isinstance(cell, str) else "" for cell in row]
        filled = [each for each in words if each]
        if len(filled) < 2 or max(map(len, filled)) > _LONGEST_HEADING:
            continue
        known = sum(bool(fits(each)) for each in filled)
        named = any(_is(each, heading) for each in filled for heading in said.values())
        if (known < 2 and known * 3 < len(filled) and "date" not in fits(filled[0]) and not named) or any(
            map(looks_like_day, filled)
        ):
            continue
        below = _below(grid, at)
        yield [words[i] if i < len(words) else "" for i in range(max(len(words), grid.width))], below
        if below < len(grid.rows):
            both = _two_storeys(grid, at, below, words) or broken_headings(words, grid.rows[below])
            if both:
                yield both, _below(grid, below)


def _below(grid: Grid, at: int) -> int:
    """The row after a row, its cells that reach further down included where most do."""
    last = [bottom for top, _, bottom, _ in grid.merges if top <= at <= bottom and bottom - top < 5]
    filled = sum(1 for cell in grid.rows[at] if cell_words(cell))
    return (max(last) if last and len(last) * 2 > filled and min(last) == max(last) else at) + 1


def _two_storeys(grid: Grid, at: int, below: int, upper: Sequence[str]) -> list[str] | None:
    """Headings whose upper storey spans several lower ones: ‘Contact’ over ‘Date’ and ‘Details’."""
    lower = [cell_words(cell) if isinstance(cell, str) else "!" for cell in grid.rows[below]]
    filled = [each for each in lower if each]
    if not filled or max(map(len, filled)) > 40 or any(looks_like_day(each) or each == "!" for each in filled):
        return None
    wide = [merge for merge in grid.merges if merge[0] <= at <= merge[2] and merge[3] > merge[1]]
    if not wide or sum(bool(fits(each)) for each in filled) * 2 < len(filled):
        return None
    spread = list(upper) + [""] * (grid.width - len(upper))
    for _, left, _, right in wide:
        for column in range(left, min(right, grid.width - 1) + 1):
            spread[column] = spread[left]
    lower += [""] * (grid.width - len(lower))
    return [f"{over}{STOREY}{under}".strip() for over, under in zip(spread, lower, strict=False)]


def _is(heading: str, said: str) -> bool:
    return bool(said) and bool(bare(said)) and bare(heading) == bare(said)


def _place_of(said: str, headings: Sequence[str], taken: Container[int]) -> int:
    """The column with this heading, or with this letter; -1 for none."""
    found = (at for at, each in enumerate(headings) if at not in taken and _is(each, said))
    lettered = (at for at in range(len(headings)) if at not in taken and column_letter(at) == said)
    return next(found, next(lettered, -1))


def _assigned(grid: Grid, headings: Sequence[str], first: int, said: Mapping[str, str]) -> tuple[Column, ...]:
    """Each column with its field. What the author said comes first; then the best fit; one column a field."""
    fields: dict[int, tuple[str, int]] = {}
    for name, heading in said.items():
        at = _place_of(heading, headings, fields)
        if at >= 0:
            fields[at] = name, 10
    for minus, at, name in _ranked(grid, headings, first):
        taken = {each for each, _ in fields.values()}
        if at in fields or name in said:
            continue
        also = (name == "event" and minus == -10) or name in (COMMENT, PAGE)
        if (name not in taken or also) and _may_be(name, grid, at, first, headings[at]):
            fields[at] = name, -minus
    with_moments(fields, grid, first, said)
    with_days_of_months(fields, grid, first, headings)
    _with_dates(fields, grid, first, headings)
    _with_agencies(fields, headings)
    without_closing(fields, headings, said)
    with_references(fields, grid, first, headings, said)
    if "event" not in said:
        with_events(fields, grid, first, headings, said)
    if "time" not in said:
        _with_times(fields, grid, first, headings)
    return tuple(Column(at, heading, *fields.get(at, ("", 0))) for at, heading in enumerate(headings))


def _ranked(grid: Grid, headings: Sequence[str], first: int) -> list[tuple[int, int, str]]:
    """What each column can be, the likeliest first; of two that can be the events, the one with more to read."""
    found = [(-score, at, name) for at, heading in enumerate(headings) for name, score in fits(heading).items()]
    longest = {at: -length(grid, at, first) for _, at, name in found if name == "event"}
    nothing = {at for at in {at for _, at, _ in found} if not says_anything(grid, at, first)}

    def order(each: tuple[int, int, str]) -> tuple[bool, int, float, int]:
        minus, at, name = each
        gives_way = name in _GIVES_WAY and (at in nothing or -minus < _GIVES_WAY[name])
        return gives_way, minus, longest.get(at, 0) if name == "event" else 0, at

    return sorted(found, key=order)


def _with_agencies(fields: dict[int, tuple[str, int]], headings: Sequence[str]) -> None:
    """Where each agency has a column of its own, all of these hold events."""
    if any(name == "event" and score >= STRONG["event"] for name, score in fields.values()):
        return
    free = [at for at, each in enumerate(headings) if is_agency(each) and fields.get(at, ("", 0))[1] < STRONG["event"]]
    if len(free) > 1:
        fields.update({at: ("event", STRONG["event"]) for at in free})


def _may_be(name: str, grid: Grid, at: int, first: int, heading: str) -> bool:
    """A column of dates holds some. Events are more than figures: the numbers under ‘Entry’ count the rows."""
    if name == "event":
        words = [cell_words(cell) for cell in cells_under(grid, at, first)]
        ways = (_NUMBERED, _KIND_OF_CONTACT) if _MAY_BE_A_KIND.search(bare(heading)) else (_NUMBERED,)
        plain = any(all(way.fullmatch(each) for each in words) for way in (*ways, _ANSWER))
        return not words or not (plain or all(map(looks_like_day, words)))
    if name == "learned_on":
        days = cells_under(grid, at, first)
        return not days or any(looks_like_day(cell) or is_serial(cell) for cell in days)
    if name != "date":
        return True
    cells = cells_under(grid, at, first)
    return not cells or any(
        looks_like_day(cell) or is_serial(cell) or is_day_of_month(cell) or is_dotted_day(cell) for cell in cells
    )


def _with_dates(fields: dict[int, tuple[str, int]], grid: Grid, first: int, headings: Sequence[str]) -> None:
    """Without a heading for it, the column of dates is the first that holds hardly anything else."""
    if any(name == "date" for name, _ in fields.values()):
        return
    for at, heading in enumerate(headings):
        free = at not in fields or fields[at][1] <= 3 or "date" in fits(heading)
        if free and not _OTHER_DATE.search(bare(heading)):
            cells = cells_under(grid, at, first)
            if cells and sum(
                looks_like_day(cell) and not _IN_A_SENTENCE.match(str(cell)) for cell in cells
            ) >= 0.6 * len(cells):
                fields[at] = "date", 2
                return


def _unheaded(grid: Grid, said: Mapping[str, str]) -> Shape | None:
    """A list without headings: dates are told by being dates, events by being long, sources by coming again."""
    rows = [row for row in grid.rows[:EXAMPLES] if any(cell_words(cell) for cell in row)]
    usual = Counter(len([1 for cell in row if cell_words(cell)]) for row in rows).most_common(1)
    if not usual or usual[0][0] < 2:
        return None
    fields: dict[int, tuple[str, int]] = {}
    nothing = [""] * grid.width
    for name, letter in said.items():
        if (at := _place_of(letter, nothing, fields)) >= 0:
            fields[at] = name, 10
    _with_dates(fields, grid, 0, nothing)
    if not any(name == "date" for name, _ in fields.values()):
        return None
    if "event" not in said:
        with_events(fields, grid, 0, nothing, said)
    if "time" not in said:
        _with_times(fields, grid, 0, nothing)
    columns = tuple(Column(at, "", *fields.get(at, ("", 0))) for at in range(grid.width))
    first = _first_dated(grid, columns)
    return _under_unknown(grid, first, said) or Shape(columns, first, headed=False)


def _under_unknown(grid: Grid, first: int, said: Mapping[str, str]) -> Shape | None:
    """A list under headings none of which is known by itself: short words, each another, over every column in use."""
    at = next((at for at in range(first - 1, -1, -1) if any(map(cell_words, grid.rows[at]))), -1)
    row = grid.rows[at] if at >= 0 else ()
    words = [cell_words(cell) if isinstance(cell, str) else "" for cell in row]
    words += [""] * (grid.width - len(words))
    used = [column for column in range(grid.width) if cells_under(grid, column, first)]
    said_there = [words[column] for column in used]
    if not all(said_there) or len(set(said_there)) < max(3, len(used)) or max(map(len, said_there)) > _LONGEST_NAME:
        return None
    if any(looks_like_day(each) or each.endswith((".", "?", "!")) for each in said_there):
        return None
    shape = Shape(_assigned(grid, words, first, said), first)
    return shape if shape.of("date") and shape.of("event") else None


def _with_times(fields: dict[int, tuple[str, int]], grid: Grid, first: int, headings: Sequence[str]) -> None:
    """Without a heading for it, the times are the first column that holds nothing else, and no durations."""
    if any(name == "time" for name, _ in fields.values()):
        return
    for at, heading in enumerate(headings):
        cells = [] if at in fields or _NO_CLOCK.search(bare(heading)) else cells_under(grid, at, first)
        if cells and all(map(looks_like_time, cells)):
            fields[at] = "time", 2
            return


def _first_dated(grid: Grid, columns: Sequence[Column]) -> int:
    dates = next(column.at for column in columns if column.field == "date")
    return next((i for i, row in enumerate(grid.rows) if _has_day(row, dates)), 0)


def _has_day(row: Row, at: int) -> bool:
    return len(row) > at and looks_like_day(row[at])
