"""The date and time of each row of a table, with what stands above it or in columns of its own taken into account."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from imr_desk.i18n import tr
from imr_desk.intake.days import Day, Span, lacks_year, of_edtf, read_day, read_day_in, read_time
from imr_desk.intake.grid import Cell, cell_words
from imr_desk.intake.headings import EDTF, MONTH, YEAR, bare
from imr_desk.intake.lines import Line, span_in
from imr_desk.intake.shape import Shape
from imr_desk.review.known_date import UNKNOWN, KnownDate

OWN = ("date", "end_date", "time", "end_time", "learned_on", YEAR, MONTH, EDTF)
_SAYS_MONTH_FIRST = re.compile(r"\bmm?\s*[/.\-]\s*dd?\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})(\2\d{2,4})(\s.*)?", re.DOTALL)
_HALVES = ("am pm", "a m p m", "ampm", "pm am")
_FAR = 200
"""Days after the row above from which on a date without a year is not taken to go on from it."""


@dataclass
class Said:
    """What is to be said of a row while it is read, and what no field takes, under its heading."""

    reasons: list[str] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)


class RowDates:
    """Reads the dates of the rows of one table in order; `carried` counts those that took the date of the row above."""

    def __init__(self, shape: Shape, *, carries: bool, old_days: bool, always: Sequence[int] = ()) -> None:
        """`carries`: rows without a date mean that of the row above; `always`: columns that every dated row fills."""
        self._at = {name: columns[0].at for name in OWN if (columns := shape.of(name))}
        self._titles: Mapping[int, str] = {column.at: column.title for column in shape.columns}
        self._month_first = bool(_SAYS_MONTH_FIRST.search(self._titles[self._at["date"]]))
        halves = (column.at for column in shape.columns if bare(column.heading) in _HALVES)
        self._half = next(halves, -1)
        self._carries = carries
        self._always = always
        self._old_days = old_days
        self._day: Day | None = None
        self._banner: Day | None = None
        self._section: Line | None = None
        self._year: Span | None = None
        self.carried = 0

    def begin_section(self, line: Line) -> None:
        """A year or month stands over the rows that follow."""
        self._section, self._banner, self._day = line, None, None

    def begin_day(self, cell: Cell, line: Line) -> None:
        """A day stands over the rows that follow."""
        self._banner = self._day = self.read(cell, line.span)

    def read(self, cell: Cell, span: Span | None) -> Day:
        """One date; what it lacks comes from `span`."""
        if self._month_first and isinstance(cell, str) and (turned := _MONTH_FIRST.fullmatch(cell.strip())):
            day = read_day(f"{turned[3]}{turned[2]}{turned[1]}{turned[4]}{turned[5] or ''}")
            if day.kept:
                said = tr("The heading says that the month comes first, and so it was read. Check it.")
                return replace(day, words=cell.strip(), notes=(*day.notes, said))
        if span is None:
            return read_day(cell, old_days=self._old_days)
        return read_day_in(cell, span, old_days=self._old_days)

    def of(self, line: Line, said: Said) -> Day:
        """The date of a row, to its end where there is one."""
        return self._with_end(line, self._own(line, said), said)

    def time_of(self, line: Line, day: Day, said: Said) -> tuple[str, str]:
        """The time of a row as HH:MM, and EDTF’s sign for a time that is not sure."""
        at, end = self._at.get("time", -1), self._at.get("end_time", -1)
        time, sign = day.time, ""
        if at >= 0 and at < len(line.cells):
            read = read_time(line.cells[at])
            words = cell_words(line.cells[at])
            time, sign = (self._in_half(line, read.time), read.sign) if read.time else (time, "")
            if not read.whole:
                said.leftover.append(f"{self._titles[at]}: {words}")
            if not read.readable:
                said.reasons.append(
                    tr("The time ‘{words}’ could not be read, so its words stand in the comment.").format(words=words)
                )
        if words := self._words(line.cells, end):
            said.leftover.append(f"{self._titles[end]}: {words}")
        return time, sign

    def _in_half(self, line: Line, time: str) -> str:
        """A time of twelve hours with ‘am’ or ‘pm’ in a column of its own."""
        half = self._words(line.cells, self._half).casefold().replace(".", "").replace(" ", "")
        hour = int(time[:2])
        if half not in ("am", "pm") or not 1 <= hour <= 12:
            return time
        return f"{hour % 12 + (12 if half == 'pm' else 0):02d}{time[2:]}"

    def learned(self, line: Line, said: Said) -> Day:
        """When the agency came to know of it, as known; what says no date goes to the comment."""
        at = self._at.get("learned_on", -1)
        words = self._words(line.cells, at)
        if not words:
            return Day()
        read = self.read(line.cells[at], line.span)
        if read.kept and read.kept != UNKNOWN:
            said.reasons.extend(read.notes)
            return read
        said.leftover.append(f"{self._titles[at]}: {words}")
        if not read.kept and re.search(r"\d", words):
            unread = tr("‘{words}’ could not be read as a date, so it stands in the comment. {why}")
            said.reasons.append(unread.format(words=words, why=read.fault).strip())
        return Day()

    # -- within -------------------------------------------------------------------------------------------------
    def _words(self, cells: Sequence[Cell], at: int) -> str:
        return cell_words(cells[at]) if 0 <= at < len(cells) else ""

    def _span(self, line: Line) -> Span | None:
        """The year of a row: from columns of its own, else from what stands above."""
        month = self._words(line.cells, self._at.get(MONTH, -1))
        if YEAR in self._at:
            words = self._words(line.cells, self._at[YEAR])
            found = span_in(words) if words else self._year
            whole = found is None or MONTH not in self._at
            self._year = found if found is None or whole else Span(found.year, 0, found.second, found.begins)
        else:
            found = line.span
        if found is None or not month:
            return found
        named = Span(0, int(month)) if re.fullmatch(r"0?[1-9]|1[0-2]", month) else span_in(month, Span(found.year))
        return Span(found.year_for(named.month), named.month) if named else found

    def _own(self, line: Line, said: Said) -> Day:
        span = self._span(line)
        cell = line.cells[self._at["date"]]
        exactly = of_edtf(self._words(line.cells, self._at.get(EDTF, -1)), cell_words(cell))
        if exactly is not None:
            self._day, self._section = exactly, None
            return exactly
        if not cell_words(cell):
            return self._from_above(line, span, said)
        day = self.read(cell, span)
        if not day.kept:
            day = self._with_year_from_above(day, said)
        said.reasons.extend(day.notes)
        if day.kept:
            self._day, self._section = (day if day.edtf != UNKNOWN else self._day), None
            return day
        unread = tr("The date ‘{words}’ could not be read, so its words are kept and the entry stands undated. {why}")
        said.reasons.append(unread.format(words=day.words, why=day.fault).strip())
        return day

    def _from_above(self, line: Line, span: Span | None, said: Said) -> Day:
        """What the date of a row without one is, as a reader of the table would take it."""
        if self._banner is not None:
            return replace(self._banner, time="")
        if YEAR in self._at and span is not None and self._words(line.cells, self._at[YEAR]):
            return _of_span(
                span,
                " ".join(filter(None, (self._words(line.cells, self._at.get(each, -1)) for each in (MONTH, YEAR)))),
            )
        if self._section is not None and span is not None:
            return _of_span(span, self._section.text)
        has_time = bool(self._words(line.cells, self._at.get("time", -1)))
        sure = self._carries or has_time
        if self._day is not None and (sure or self._goes_with_above(line)):
            self.carried += 1
            if not sure:
                said.reasons.append(tr("There is no date in this row; that of the row above was taken. Check it."))
            return replace(self._day, time="")
        said.reasons.append(tr("There is no date in this row, so the entry stands undated."))
        return Day()

    def _goes_with_above(self, line: Line) -> bool:
        """Whether the row has nothing where every dated row has something, so that it only tells more of that day."""
        return any(not self._words(line.cells, at) for at in self._always)

    def _with_year_from_above(self, day: Day, said: Said) -> Day:
        """A date without its year, where the rows above tell the year: the earliest that keeps them in order."""
        before = KnownDate(self._day.edtf).earliest if self._day and self._day.edtf else None
        if before is None or not lacks_year(day.words):
            return day
        for year in (before.year, before.year + 1):
            found = read_day_in(day.words, Span(year))
            first = KnownDate(found.edtf).earliest if found.edtf else None
            if first is not None and 0 <= (first - before).days <= _FAR:
                said.reasons.append(
                    tr("The date ‘{words}’ has no year; {year} was taken from the rows above. Check it.").format(
                        words=day.words, year=year
                    )
                )
                return found
        return day

    def _with_end(self, line: Line, day: Day, said: Said) -> Day:
        at = self._at.get("end_date", -1)
        words = self._words(line.cells, at)
        if not words:
            return day
        end = self.read(line.cells[at], line.span)
        if end.time:
            said.leftover.append(f"{self._titles[at]}: {words}")
        if day.edtf and (day.edtf == end.edtf or _ends_with(day.edtf, end.edtf)):
            return day
        if not _is_period(day.edtf, end.edtf):
            if not end.time:
                said.leftover.append(f"{self._titles[at]}: {words}")
            said.reasons.append(
                tr("The end ‘{words}’ does not go with the date, so it stands in the comment.").format(words=words)
            )
            return day
        both = f"{day.edtf}/{end.edtf}"
        full = tr("{start} to {end}").format(start=day.full, end=end.full)
        return replace(day, edtf=both, kept=both, full=full)


def _of_span(span: Span, words: str) -> Day:
    known = f"{span.year}-{span.month:02d}" if span.month else str(span.year)
    return Day(known, "", "", full=words, kept=known)


def _ends_with(period: str, end: str) -> bool:
    """Whether a date that is a period already ends just then."""
    if "/" not in period or not end or "/" in end:
        return False
    return KnownDate(period).latest == KnownDate(end).latest


def _is_period(start: str, end: str) -> bool:
    """Whether two dates, each by itself, are the beginning and the end of something."""
    if not start or not end or any(sign in start + end for sign in "/[{"):
        return False
    first, last = KnownDate(start).earliest, KnownDate(end).latest
    return first is not None and last is not None and first <= last
