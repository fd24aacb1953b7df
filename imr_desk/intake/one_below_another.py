"""Several events in one row, one below another within its cells: each becomes a row of its own (one event a row).

Told by their dates or times alone: as many lines of dates, or of times, as there are events beside them, or a time at
the beginning of every event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from imr_desk.intake.days import looks_like_day, read_day, read_time
from imr_desk.intake.grid import Cell, cell_words
from imr_desk.intake.lines import Line, Sort
from imr_desk.intake.prose import begins_with_time
from imr_desk.intake.shape import Shape

_MOST = 60
"""Events in one row; a cell with more is a document of its own."""
_REPEATED = frozenset(("date", "time", "source", "people"))
"""Fields of which one value stands for all events of a row."""
_NUMBER = re.compile(r"\d{1,2}")
_OURS = re.compile(r"CE-\d{3,}")
Cut = Mapping[int, Sequence[Cell]]
"""By column the cell of each event."""


@dataclass(frozen=True)
class _At:
    """Where the columns stand; -1 for one that is not there."""

    date: int
    time: int
    event: int
    fields: Mapping[int, str]


def one_below_another(lines: Sequence[Line], shape: Shape) -> tuple[Line, ...]:
    """The lines, with one for each event where several stand in a row; `part` counts those after the first."""
    time = shape.of("time")
    at = _At(
        shape.of("date")[0].at,
        time[0].at if time else -1,
        shape.of("event")[0].at,
        {column.at: column.field for column in shape.columns},
    )
    if len(shape.of("event")) > 1:
        return tuple(lines)
    return tuple(part for line in lines for part in _parts(line, at))


def _parts(line: Line, at: _At) -> Sequence[Line]:
    event = line.cells[at.event] if at.event < len(line.cells) else ""
    if line.sort is not Sort.ENTRY or not isinstance(event, str) or "\n" not in event or _is_ours(line):
        return (line,)
    cut = _by_dates(line, at) or _by_times(line, at) or _by_begun(line, at)
    if not cut:
        return (line,)
    many = len(cut[at.event])
    return [_part(line, cut, number) for number in range(many)] if many <= _MOST else (line,)


def _is_ours(line: Line) -> bool:
    """Whether this program wrote the row: then it is one event."""
    return any(isinstance(cell, str) and _OURS.fullmatch(cell.strip()) for cell in line.cells)


def _part(line: Line, cut: Cut, number: int) -> Line:
    cells = [cut[place][number] if place in cut else cell for place, cell in enumerate(line.cells)]
    own = [cells[place] if cell_words(cell) or place in cut else cell for place, cell in enumerate(line.own)]
    return replace(line, cells=cells, own=own, part=number)


def _words(line: Line, at: int) -> str:
    return cell_words(line.cells[at]) if 0 <= at < len(line.cells) else ""


def _said(words: str) -> list[str]:
    return [each.strip() for each in words.split("\n") if each.strip()]


def _by_dates(line: Line, at: _At) -> Cut:
    """As many dates as events, or one date with as many times under it."""
    dates = _said(_words(line, at.date))
    if len(dates) < 2 or not looks_like_day(dates[0]):
        return {}
    if all(map(looks_like_day, dates)):
        return _spread(line, at, {at.date: dates}, _words(line, at.date))
    if len(dates) > 2 and all(map(_is_time, dates[1:])):
        timed = [f"{dates[0]} {each}" for each in dates[1:]]
        return _spread(line, at, {at.date: timed}, "")
    return {}


def _by_times(line: Line, at: _At) -> Cut:
    """As many times as events, in their own column."""
    times = _said(_words(line, at.time))
    return _spread(line, at, {at.time: times}, _words(line, at.time)) if _are_times(times) else {}


def _are_times(times: Sequence[str]) -> bool:
    return len(times) > 1 and all(map(_is_time, times))


def _is_time(words: str) -> bool:
    read = read_time(words)
    return bool(read.time) and read.whole and not _NUMBER.fullmatch(words)


def _by_begun(line: Line, at: _At) -> Cut:
    """Events that each begin with their time, in order, where the row has none."""
    if _words(line, at.time) or read_day(_words(line, at.date)).time:
        return {}
    events: list[str] = []
    times: list[str] = []
    for each in _said(_words(line, at.event)):
        timed = begins_with_time(each)
        if timed is not None and _is_time(timed[0]):
            times.append(timed[0])
            events.append(timed[1])
        elif events:
            events[-1] = f"{events[-1]}\n{each}"
        else:
            return {}
    read = [read_time(each).time for each in times]
    if len(times) < 2 or read != sorted(read):
        return {}
    if at.time >= 0:
        begun: dict[int, Sequence[Cell]] = {at.event: events, at.time: times}
    elif date := _words(line, at.date):
        begun = {at.event: events, at.date: [f"{date} {each}" for each in times]}
    else:
        return {}
    return _with_others(line, at, begun, firm=False)


def _spread(line: Line, at: _At, begun: Mapping[int, Sequence[Cell]], beside: str) -> Cut:
    """The events beside as many dates or times; nothing where they are not as many."""
    many = len(next(iter(begun.values())))
    events = _as_many(_words(line, at.event), many) or _beside(_words(line, at.event), beside, many)
    return _with_others(line, at, {**begun, at.event: events}, firm=True) if events else {}


def _as_many(words: str, many: int) -> Sequence[Cell]:
    """The lines of a cell, or what empty lines keep apart in it, if they are so many."""
    said = _said(words)
    if len(said) == many:
        return said
    apart = [each.strip() for each in re.split(r"\n[^\S\n]*\n\s*", words) if each.strip()]
    return apart if len(apart) == many else ()


def _beside(words: str, beside: str, many: int) -> Sequence[Cell]:
    """The lines of a cell from the height of each date on, where empty lines put the dates beside their events."""
    begins = [at for at, each in enumerate(beside.split("\n")) if each.strip()]
    lines = words.split("\n")
    if "\n\n" not in beside or len(begins) != many or begins[-1] >= len(lines):
        return ()
    found = ["\n".join(lines[first:end]).strip() for first, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    return found if all(found) else ()


def _with_others(line: Line, at: _At, cut: dict[int, Sequence[Cell]], *, firm: bool) -> Cut:
    """The other cells: as many lines go with the events; one source or person stands for all; the rest for the first.

    Not `firm`: the row stays whole where something in it is not said of one event.
    """
    many = len(cut[at.event])
    for place in range(len(line.cells)):
        words = _words(line, place)
        if place in cut or not words or (at.fields.get(place) in _REPEATED and "\n" not in words):
            continue
        if spread := _as_many(words, many):
            cut[place] = spread
        elif at.fields.get(place) not in _REPEATED:
            if not firm and at.fields.get(place):
                return {}
            cut[place] = [line.cells[place], *[""] * (many - 1)]
    return cut
