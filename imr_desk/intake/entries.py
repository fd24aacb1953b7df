"""From the rows of one table to entries, and the rows that could not be read in full with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from imr_desk.i18n import tr
from imr_desk.intake.days import Day, Span, lacks_year, read_day, read_day_in, read_time
from imr_desk.intake.grid import LONGEST_IN_EXCEL, Cell, Grid, cell_words
from imr_desk.intake.headings import PAGE
from imr_desk.intake.lines import Line, Sort, lines_of, says_more
from imr_desk.intake.shape import COMMENT, Column, Shape
from imr_desk.intake.taken import Entry, Origin, Problem
from imr_desk.review.known_date import UNKNOWN, KnownDate
from imr_desk.review.text import clean

_OWN = ("date", "end_date", "time", "end_time", "learned_on")
_CARRIED_SHARE = 0.2


@dataclass(frozen=True)
class Found:
    """What one table gave."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    carried: int = 0


@dataclass
class _Said:
    """What is to be said of a row while it is read, and what no field takes, under its heading."""

    reasons: list[str] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)


def entries_of(grid: Grid, shape: Shape, start: Span | None) -> Found:
    """Read every row of a table. `start` is the year that stands over it, if one does."""
    return _Reader(grid, shape, start).read()


class _Reader:
    """One table while it is read, with the date that stood last."""

    def __init__(self, grid: Grid, shape: Shape, start: Span | None) -> None:
        self._grid = grid
        self._lines = tuple(lines_of(grid, shape, start))
        self._single = {
            name: columns[0].at for name in (*_OWN, "source", "people", "action", PAGE) if (columns := shape.of(name))
        }
        self._events = tuple(column.at for column in shape.of("event"))
        self._comments = shape.of(COMMENT)
        self._unfit = tuple(column for column in shape.columns if not column.field)
        self._titles = {column.at: column.title for column in shape.columns}
        self._pages = shape.of(PAGE)
        self._all: tuple[Column, ...] = shape.columns
        self._found = Found()
        self._carried = 0
        self._carries = self._carries_dates()
        self._day: Day | None = None
        self._banner: Day | None = None
        self._section: Line | None = None
        self._has_errors = bool(grid.errors)

    def _carries_dates(self) -> bool:
        """Whether rows without a date are so many that the date of the row above is meant."""
        column = self._single["date"]
        rows = [line for line in self._lines if line.sort is Sort.ENTRY]
        empty = sum(1 for line in rows if cell_words(line.cells[column]) == "")
        return empty >= 2 and empty >= _CARRIED_SHARE * len(rows)

    def read(self) -> Found:
        """Go through the rows once."""
        found = self._found
        for at, line in enumerate(self._lines):
            if line.sort is Sort.ENTRY:
                self._take(line)
            elif line.sort is Sort.SECTION:
                self._section, self._banner, self._day = line, None, None
                if says_more(line.text):
                    found.problems.append(Problem(self._origin(line), line.text, _not_an_event(line), stored=False))
            elif line.sort is Sort.DAY:
                self._day_alone(line, at)
            elif line.sort is Sort.GOES_ON and found.entries:
                self._go_on(line)
            else:
                found.problems.append(Problem(self._origin(line), line.text, _not_an_event(line), stored=False))
        return Found(found.entries, found.problems, self._carried)

    def _origin(self, line: Line) -> Origin:
        return Origin(self._grid.name, line.at + 1)

    def _day_alone(self, line: Line, at: int) -> None:
        """A row with a date and nothing else: it stands over rows that have none, or it is an entry without words."""
        cell = next(cell for cell in line.own if cell_words(cell))
        below = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if below is not None and below.sort is Sort.ENTRY and not cell_words(below.cells[self._single["date"]]):
            self._banner = self._read_day(cell, line.span)
            self._day = self._banner
            return
        day = self._read_day(cell, line.span)
        origin = self._origin(line)
        self._found.entries.append(Entry(origin, day.edtf, day.time, day.words, day.full, cells=line.own))
        self._found.problems.append(Problem(origin, line.text, tr("There is a date here, and nothing beside it.")))

    def _go_on(self, line: Line) -> None:
        """Words that finish the row before."""
        last = self._found.entries[-1]
        column = next(at for at, cell in enumerate(line.own) if cell_words(cell))
        words = cell_words(line.own[column])
        name = next((each.field for each in self._all if each.at == column), "event")
        name = name if name in ("event", "action", COMMENT) else "event"
        before = getattr(last, name)
        self._found.entries[-1] = replace(last, **{name: f"{before}\n{words}" if before else words})  # type: ignore[arg-type]

    # -- one row ------------------------------------------------------------------------------------------------
    def _take(self, line: Line) -> None:
        said = _Said()
        day = self._day_of(line, said)
        time = self._time_of(line, day, said)
        day = self._with_end(line, day, said)
        learned = self._learned(line, said)
        entry = Entry(
            origin=self._origin(line),
            date=day.edtf,
            time=time,
            date_text=day.words,
            date_words=day.full,
            source=self._source(line),
            event="\n".join(words for at in self._events if (words := self._words(line, at))),
            people=self._words(line, self._single.get("people", -1)),
            action=self._words(line, self._single.get("action", -1)),
            comment=self._comment(line, said),
            learned_on=learned,
            cells=line.own,
        )
        if not (entry.event or entry.action or entry.comment):
            said.reasons.append(tr("There is no event in this row."))
        self._look_at_cells(line, said)
        self._found.entries.append(entry)
        if said.reasons:
            self._found.problems.append(Problem(entry.origin, line.text, " ".join(said.reasons)))

    def _words(self, line: Line, at: int) -> str:
        if at < 0 or at >= len(line.cells):
            return ""
        cell = line.cells[at]
        return clean(cell.strip()).text if isinstance(cell, str) else cell_words(cell)

    def _source(self, line: Line) -> str:
        source = self._words(line, self._single.get("source", -1))
        pages = [f"{column.title} {words}" for column in self._pages if (words := self._words(line, column.at))]
        return ", ".join([*([source] if source else []), *pages])

    def _comment(self, line: Line, said: _Said) -> str:
        """The comment, then what fits no field, each under its heading."""
        pieces = []
        for number, column in enumerate(self._comments):
            words = self._words(line, column.at)
            if words:
                pieces.append(words if number == 0 else f"{column.title}: {words}")
        for column in self._unfit:
            words = self._words(line, column.at)
            if words:
                pieces.append(f"{column.title}: {words}")
        beyond = len(self._titles)
        pieces += [words for at in range(beyond, len(line.cells)) if (words := self._words(line, at))]
        return "\n".join([*pieces, *said.leftover])

    # -- its date and time --------------------------------------------------------------------------------------
    def _read_day(self, cell: Cell, span: Span | None) -> Day:
        old = self._grid.old_days
        return read_day(cell, old_days=old) if span is None else read_day_in(cell, span, old_days=old)

    def _day_of(self, line: Line, said: _Said) -> Day:
        cell = line.cells[self._single["date"]]
        if not cell_words(cell):
            return self._day_from_above(line, said)
        day = self._read_day(cell, line.span)
        if not day.edtf:
            day = self._with_year_from_above(day, said)
        if not day.edtf:
            said.reasons.append(
                tr("The date ‘{words}’ could not be read, so its words are kept and the entry stands undated. {why}")
                .format(words=day.words, why=day.fault)
                .strip()
            )
        else:
            self._day, self._section = day, None
        return day

    def _day_from_above(self, line: Line, said: _Said) -> Day:
        """What the date of a row without one is, as a reader of the table would take it."""
        if self._banner is not None:
            return replace(self._banner, time="")
        if self._section is not None and line.span is not None:
            known = f"{line.span.year}-{line.span.month:02d}" if line.span.month else str(line.span.year)
            words = self._section.text
            return Day(known, "", "", full=words)
        has_time = "time" in self._single and bool(cell_words(line.cells[self._single["time"]]))
        if self._day is not None and (self._carries or has_time):
            self._carried += 1
            return replace(self._day, time="")
        said.reasons.append(tr("There is no date in this row, so the entry stands undated."))
        return Day()

    def _with_year_from_above(self, day: Day, said: _Said) -> Day:
        """A date without its year, where the rows above tell the year: the earliest that keeps them in order."""
        before = KnownDate(self._day.edtf).earliest if self._day and self._day.edtf else None
        if before is None or not lacks_year(day.words):
            return day
        for year in (before.year, before.year + 1):
            found = read_day_in(day.words, Span(year))
            first = KnownDate(found.edtf).earliest if found.edtf else None
            if first is not None and 0 <= (first - before).days <= 200:
                said.reasons.append(
                    tr("The date ‘{words}’ has no year; {year} was taken from the rows above. Check it.").format(
                        words=day.words, year=year
                    )
                )
                return found
        return day

    def _time_of(self, line: Line, day: Day, said: _Said) -> str:
        at = self._single.get("time", -1)
        if at < 0:
            time = day.time
        else:
            read = read_time(line.cells[at])
            words = self._words(line, at)
            time = read.time or day.time
            if not read.whole:
                said.leftover.append(f"{self._titles[at]}: {words}")
            if not read.readable:
                said.reasons.append(
                    tr("The time ‘{words}’ could not be read, so its words stand in the comment.").format(words=words)
                )
        end = self._single.get("end_time", -1)
        if self._words(line, end):
            said.leftover.append(f"{self._titles[end]}: {self._words(line, end)}")
        return time

    def _with_end(self, line: Line, day: Day, said: _Said) -> Day:
        at = self._single.get("end_date", -1)
        words = self._words(line, at)
        if not words:
            return day
        end = self._read_day(line.cells[at], line.span)
        if day.edtf and day.edtf[:10] == end.edtf:
            return day
        first = KnownDate(day.edtf).earliest if day.edtf and "/" not in day.edtf else None
        last = KnownDate(end.edtf).latest if end.edtf and "/" not in end.edtf else None
        if (
            first is None
            or last is None
            or last < first
            or "[" in day.edtf + end.edtf
            or UNKNOWN in (day.edtf, end.edtf)
        ):
            said.leftover.append(f"{self._titles[at]}: {words}")
            said.reasons.append(
                tr("The end ‘{words}’ does not go with the date, so its words stand in the comment.").format(
                    words=words
                )
            )
            return day
        both = tr("{start} to {end}")
        return replace(
            day,
            edtf=f"{day.edtf}/{end.edtf}",
            full=both.format(start=day.full, end=end.full),
        )

    def _learned(self, line: Line, said: _Said) -> str:
        at = self._single.get("learned_on", -1)
        words = self._words(line, at)
        if not words:
            return ""
        read = self._read_day(line.cells[at], line.span)
        if len(read.edtf) == 10 and KnownDate(read.edtf).exact:
            return read.edtf
        said.leftover.append(f"{self._titles[at]}: {words}")
        return ""

    def _look_at_cells(self, line: Line, said: _Said) -> None:
        """Errors of formulas, and cells as long as a spreadsheet lets them be."""
        for at, cell in enumerate(line.own):
            if isinstance(cell, str) and len(cell) >= LONGEST_IN_EXCEL:
                said.reasons.append(
                    tr(
                        "The cell under ‘{heading}’ is as long as a spreadsheet allows, so its end may be missing."
                    ).format(heading=self._titles.get(at, ""))
                )
            if self._has_errors and (line.at, at) in self._grid.errors:
                said.reasons.append(
                    tr("The formula under ‘{heading}’ gives an error ({words}), so its result is not known.").format(
                        heading=self._titles.get(at, ""), words=cell_words(cell)
                    )
                )


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
