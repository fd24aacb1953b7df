"""From the rows of one table to entries, and the rows that could not be read in full with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from imr_desk.i18n import tr
from imr_desk.intake.days import Day, Span
from imr_desk.intake.faults import is_error
from imr_desk.intake.grid import Cell, Grid, cell_words
from imr_desk.intake.headings import PAGE, fits, is_agency
from imr_desk.intake.lines import Line, Sort, lines_of, says_more
from imr_desk.intake.one_below_another import one_below_another
from imr_desk.intake.own_words import learned_in
from imr_desk.intake.row_dates import RowDates, Said
from imr_desk.intake.shape import COMMENT, Shape
from imr_desk.intake.taken import Entry, Origin, Problem
from imr_desk.review.known_date import KnownDate
from imr_desk.review.text import clean

_CARRIED_SHARE = 0.2
_ANSWERS = frozenset(("yes", "no", "y", "n", "x", "✓", "✔", "n/a", "na", "partly", "partially"))
"""What says nothing without the heading over it."""
_TELLING = 3
"""Dated rows from which on it means something that all of them fill a column."""


@dataclass(frozen=True)
class Found:
    """What one table gave; `parted` counts the rows that held several events."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    carried: int = 0
    parted: int = 0


def entries_of(grid: Grid, shape: Shape, start: Span | None) -> Found:
    """Read every row of a table. `start` is the year that stands over it, if one does."""
    return _Reader(grid, shape, start).read()


class _Reader:
    """One table while it is read."""

    def __init__(self, grid: Grid, shape: Shape, start: Span | None) -> None:
        self._grid = grid
        self._lines = one_below_another(tuple(lines_of(grid, shape, start)), shape)
        self._date = shape.of("date")[0].at
        self._single = {name: columns[0].at for name in ("source", "people", "action") if (columns := shape.of(name))}
        self._events = shape.of("event")
        self._comments = shape.of(COMMENT)
        self._unfit = tuple(column for column in shape.columns if not column.field)
        self._titles = {column.at: column.title for column in shape.columns}
        self._pages = shape.of(PAGE)
        self._fields = {column.at: column.field for column in shape.columns}
        self._dates = RowDates(shape, carries=self._carries_dates(), old_days=grid.old_days, always=self._always())
        self._found = Found()
        self._agency = next((words for words in grid.above if grid.column and is_agency(words)), "")

    def _carries_dates(self) -> bool:
        """Whether rows without a date are so many that the date of the row above is meant."""
        rows = [line for line in self._lines if line.sort is Sort.ENTRY]
        empty = sum(1 for line in rows if cell_words(line.cells[self._date]) == "")
        return empty >= 2 and empty >= _CARRIED_SHARE * len(rows)

    def _always(self) -> tuple[int, ...]:
        """Columns beside the events that every dated row fills, where there are enough rows to tell."""
        dated = [line for line in self._lines if line.sort is Sort.ENTRY and cell_words(line.cells[self._date])]
        if len(dated) < _TELLING:
            return ()
        texts = ("event", "action", COMMENT)
        beside = [at for at in self._titles if at != self._date and self._fields.get(at) not in texts]
        return tuple(at for at in beside if all(at < len(line.cells) and cell_words(line.cells[at]) for line in dated))

    def read(self) -> Found:
        """Go through the rows once."""
        found = self._found
        for at, line in enumerate(self._lines):
            if line.sort is Sort.ENTRY:
                self._take(line)
            elif line.sort is Sort.SECTION:
                self._dates.begin_section(line)
                if says_more(line.text):
                    found.problems.append(Problem(self._origin(line), line.text, _not_an_event(line), stored=False))
            elif line.sort is Sort.DAY:
                self._day_alone(line, at)
            elif line.sort in (Sort.GOES_ON, Sort.COMMENT) and found.entries:
                self._go_on(line)
            elif line.sort is Sort.HEADING and is_agency(line.text):
                self._agency = line.text
            else:
                found.problems.append(Problem(self._origin(line), line.text, _not_an_event(line), stored=False))
        return Found(found.entries, found.problems, self._dates.carried, sum(line.part == 1 for line in self._lines))

    def _origin(self, line: Line) -> Origin:
        places = self._grid.places
        place = Origin(*places[line.at]) if places else Origin(self._grid.name, line.at + 1, self._grid.column)
        return replace(place, part=line.part) if line.part else place

    def _day_alone(self, line: Line, at: int) -> None:
        """A row with a date and nothing else: it stands over rows that have none, or it is an entry without words."""
        cell = next(cell for cell in line.own if cell_words(cell))
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if below is not None and below.sort is Sort.ENTRY and not cell_words(below.cells[self._date]):
            self._dates.begin_day(cell, line)
            return
        day = self._dates.read(cell, line.span)
        origin = self._origin(line)
        self._found.entries.append(
            Entry(origin, day.edtf, day.time, day.words, day.full, kept=day.kept, cells=line.own)
        )
        self._found.problems.append(Problem(origin, line.text, tr("There is a date here, and nothing beside it.")))

    def _go_on(self, line: Line) -> None:
        """Words that finish the row before, or comment on it."""
        for column, cell in enumerate(line.own):
            words = cell_words(cell)
            if not words or (self._grid.errors and is_error(words)):
                continue
            last = self._found.entries[-1]
            if line.sort is Sort.COMMENT:
                self._add_labelled(last, words)
                continue
            name = self._fields.get(column, "")
            name = name if name in ("event", "action", COMMENT) else "event"
            before = getattr(last, name)
            self._found.entries[-1] = replace(last, **{name: f"{before}\n{words}" if before else words})  # type: ignore[arg-type]

    def _add_labelled(self, last: Entry, words: str) -> None:
        """A row such as ‘Source: file 3’ goes to that field of the row before, if it is empty; else to the comment."""
        label, _, rest = words.partition(":")
        name = max(fits(label).items(), key=lambda each: each[1], default=(COMMENT, 0))[0]
        if name in ("source", "action", "people") and not getattr(last, name):
            self._found.entries[-1] = replace(last, **{name: rest.strip()})  # type: ignore[arg-type]
        else:
            comment = f"{last.comment}\n{words}" if last.comment else words
            self._found.entries[-1] = replace(last, comment=comment)

    # -- one row ------------------------------------------------------------------------------------------------
    def _take(self, line: Line) -> None:
        if self._grid.errors and all(is_error(cell) or not cell_words(cell) for cell in line.own):
            return  # no words of anybody: it is listed
        said = Said()
        day = self._dates.of(line, said)
        time, sign = self._dates.time_of(line, day, said)
        learned = self._dates.learned(line, said)
        comment = self._comment(line, said)
        told, rest = learned_in(comment)
        if told.kept and learned.kept in ("", told.kept):
            learned, comment = (learned if learned.kept else told), rest
        entry = Entry(
            origin=self._origin(line),
            date=day.edtf,
            time=time,
            date_text=day.words,
            date_words=day.full,
            kept=_moment(day, time, sign),
            source=self._source(line),
            event=self._event(line),
            people=self._words(line, self._single.get("people", -1)),
            action=self._words(line, self._single.get("action", -1)),
            comment=comment,
            learned_on=learned.edtf,
            learned_words=learned.full,
            learned_kept=learned.kept,
            cells=line.own,
        )
        if not (entry.event or entry.action or entry.comment):
            said.reasons.append(tr("There is no event in this row."))
        self._found.entries.append(entry)
        if said.reasons:
            self._found.problems.append(Problem(entry.origin, line.text, " ".join(said.reasons)))

    def _words(self, line: Line, at: int) -> str:
        if at < 0 or at >= len(line.cells):
            return ""
        cell = line.cells[at]
        if self._grid.errors and (is_error(cell) or (line.at, at) in self._grid.errors):
            return ""
        return clean(cell.strip()).text if isinstance(cell, str) else cell_words(cell)

    def _event(self, line: Line) -> str:
        """What happened; where several agencies have a column each, with the agency before it."""
        told = ((column, self._words(line, column.at)) for column in self._events)
        many = len(self._events) > 1
        return "\n".join(
            f"{column.title}: {words}" if many and is_agency(column.heading) else words
            for column, words in told
            if words
        )

    def _source(self, line: Line) -> str:
        source = self._words(line, self._single.get("source", -1))
        pages = [f"{column.title} {words}" for column in self._pages if (words := self._words(line, column.at))]
        return ", ".join([*([source] if source else []), *pages])

    def _comment(self, line: Line, said: Said) -> str:
        """The comment, then what fits no field, each under its heading."""
        pieces = []
        for number, column in enumerate(self._comments):
            words = self._words(line, column.at)
            if words:
                plain = number == 0 and words.casefold() not in _ANSWERS
                pieces.append(words if plain else f"{column.title}: {words}")
        for column in self._unfit:
            words = self._words(line, column.at)
            if words:
                pieces.append(f"{column.title}: {words}")
        beyond = len(self._titles)
        pieces += [words for at in range(beyond, len(line.cells)) if (words := self._words(line, at))]
        if self._agency:
            pieces.append(f"{tr('Agency')}: {self._agency}")
        if self._grid.remarks:
            pieces += self._remarks(line)
        return "\n".join([*pieces, *said.leftover])

    def _remarks(self, line: Line) -> list[str]:
        """What is hung on the cells of the row."""
        hung = ((at, self._grid.remarks.get((line.at, at), "")) for at in range(len(line.own)))
        note = tr("Note on {heading}")
        return [f"{note.format(heading=self._titles.get(at, ''))}: {words}" for at, words in hung if words]


def _moment(day: Day, time: str, sign: str) -> str:
    """The date as it is kept, with the time of a column of its own."""
    if not time or time == day.time or len(day.kept) != 10 or not KnownDate(day.kept).exact:
        return day.kept
    return f"{day.kept}T{time}:00{sign}"


def _not_an_event(line: Line) -> str:
    """Why a row is no entry."""
    if line.sort is Sort.NOTE:
        return tr("This stands under or between the rows as a note, so no entry was made of it.")
    return tr("This stands between the rows as a heading, so no entry was made of it.")


def rows_in_words(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """The words of rows, one line each, for what stands over the headings."""
    for row in rows:
        words = " | ".join(each for cell in row if (each := cell_words(cell)))
        if words:
            yield words
