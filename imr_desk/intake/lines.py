"""The rows under the headings: which are entries, which carry a year down, which only go on, which are notes."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from imr_desk.intake.days import Span, looks_like_day, read_day
from imr_desk.intake.grid import MOST_CELLS, Cell, Grid, Merge, cell_words
from imr_desk.intake.headings import bare
from imr_desk.intake.shape import Shape

_YEARS = re.compile(r"(?<![\d/.\-])((?:19|20)\d\d)(?:\s*[/\-–]\s*(\d\d|(?:19|20)\d\d))?(?![\d/.\-])")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH_NAMED = re.compile(rf"\b({'|'.join(month[:3] for month in _MONTHS)})(?:[a-z]*)\b\.?", re.IGNORECASE)
_DAYED = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH_NAMED.pattern}|{_MONTH_NAMED.pattern}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\d)"
    r"|\d[/.\-]\d+[/.\-]\d",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\b(?:academic|school|term|reception|year \d{1,2})\b", re.IGNORECASE)
_FINANCIAL = re.compile(r"\b(?:financial|fiscal|f/?y)\b", re.IGNORECASE)
_FILLING = re.compile(
    r"\b(?:year|years|events?|chronology|in|of|the|for|cont\w*|academic|school|financial|fiscal|calendar|period|section|entries|aged?|d)\b|[\W\d_]",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:key|notes?|n\.?b\.?|abbreviations?|glossary|(?:grand |sub-?)?total|end of|signed?|signature|author|"
    r"prepared|compiled|produced|generated|exported|extracted|approved|run (?:on|by|date)|(?:date )?completed|"
    r"page \d|printed|\*|†|source of|legend|checked|version|continued|cont|this chronology|for further)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^(?:sources?(?: of information)?|actions?(?: taken)?|outcome|response|staff|people|who)\s*:|"
    r"^(?:imr\s+)?(?:author(?:[’']?s)?\s+)?(?:comments?|analysis|commentary)\b[^:]{0,30}[:–-]",
    re.IGNORECASE,
)
_DITTO = frozenset(("ditto", "do.", "do", "-do-", "-ditto-", "- do -", "(ditto)", "ditto.", "as above - ditto"))
_MARKS = re.compile(r"[\s\-]*(?:[\"“”„″〃‟]|[’‘'´`]{2}|,,)[\s\"“”„″〃‟’‘'´`,\-]*")
"""Ditto marks as they are typed, alone or in pairs: \" or ” ” or -"-."""
_ABOVE = frozenset(
    (
        "as above",
        "see above",
        "same",
        "same date",
        "same day",
        "same as above",
        "as above.",
        "(as above)",
        "same source",
        "same time",
    )
)
_ABOVE_FOR = frozenset(("date", "time", "source", "people", "end_date"))
_FIGURES = re.compile(r"\d+")
_TOTAL = re.compile(r"\b(?:sub-?)?totals?\b|^(?:average|mean|count)\b", re.IGNORECASE)
_SUM = re.compile(r"[£\d.,:%\s]+(?:entries|contacts|events|rows|records|incidents)?", re.IGNORECASE)
_PAGE = re.compile(r"page\s*\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)
_CONTINUED = re.compile(r"[(\[]?\s*(?:cont(?:\.|inued|[’']?d\b)[)\].:]*\s+(?!on\b|over)\w|…|\.\.\.)", re.IGNORECASE)
_RULE = re.compile(r"[\s:]*[-=_–—]{3}[\s\-=_–—:]*")
_PROSE = re.compile(r"(?:\b[^\W\d_]{3,}\s+){2}")
"""Two words one after the other, as no date that cannot be read has them."""
_LONGEST_SECTION = 60
_MOST_IN_BANNER = 3
_HINT = re.compile(
    r"[(\[<](?![?\d])[^()\[\]<>]+[)\]>]|\(24.?h\w*\)|d{1,2}[/.\-]m{1,3}[/.\-]y{2,4}|hh[:.]?mm", re.IGNORECASE
)
"""What a form says under its headings of how to fill it in: ‘(dd/mm/yyyy)’."""
_HOW_DATES_LOOK = re.compile(
    r"[(\[]?(?:format\W*)?(?:d{1,2}|day)[/.\- ]+(?:m{1,4}|month|mon)[/.\- ]+(?:y{2,4}|year)\b|"
    r"[(\[]?(?:e\.?\s?g\b|example\b)",
    re.IGNORECASE,
)
"""What stands under ‘Date’ in a row that shows how to fill in the others."""
_LOWEST_HINT = 2
_TEXTS = frozenset(("event", "action", "comment"))


class Sort(enum.Enum):
    """What a row is."""

    ENTRY = "entry"
    SECTION = "section"
    DAY = "day"
    GOES_ON = "goes on"
    COMMENT = "comment"
    HEADING = "heading"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A row that says something. `cells` have what is merged or repeated by a ditto mark filled in; `own` not.

    `part` counts the events of one row after the first (`one_below_another`).
    """

    at: int
    sort: Sort
    cells: Sequence[Cell] = field(repr=False)
    own: Sequence[Cell] = field(repr=False)
    span: Span | None = None
    part: int = 0

    @property
    def text(self) -> str:
        """Its original words."""
        return " | ".join(words for cell in self.own if (words := cell_words(cell)))


def span_in(words: str, before: Span | None = None) -> Span | None:
    """The year, and perhaps the month, that a short heading gives to what stands under it; None where it gives none."""
    if len(words) > _LONGEST_SECTION or _DAYED.search(words):
        return None
    months = _MONTH_NAMED.findall(words)
    years = _YEARS.findall(words)
    month = _MONTHS.index(next(each for each in _MONTHS if each.startswith(months[0].casefold()))) + 1 if months else 0
    if not years:
        alone = len(months) == 1 and re.fullmatch(
            rf"{_MONTH_NAMED.pattern}[\s:.]*(?:cont\w*)?\W*", words, re.IGNORECASE
        )
        return Span(before.year_for(month), month) if alone and before else None
    if len(years) > 1 and len({year for year, _ in years}) > 1:
        return None
    first, second = int(years[0][0]), years[0][1]
    if len(set(months)) > 1:
        return Span(first) if not second else None
    if not second:
        return Span(first, month)
    other = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if other != first + 1:
        return None
    begins = 9 if _SCHOOL.search(words) else 4 if _FINANCIAL.search(words) else 0
    return Span(first, 0, other, begins)


def says_more(words: str) -> bool:
    """Whether a heading with a year says something else too, for instance ‘2013: Pregnancy’."""
    return bool(_FILLING.sub("", _MONTH_NAMED.sub("", words)))


def span_above(above: Sequence[str], before: Span | None = None) -> Span | None:
    """The year in the words over a table: the nearest line that is little more than a year, or a month of `before`."""
    nearest = None
    for words in above:
        plain = re.sub(
            r"\b(?:chronology|events?|year|section|of|for|the|in|period|calendar|entries|timeline|part|\d{1,2}[.)])(?=\s|$|:)",
            "",
            words,
            flags=re.IGNORECASE,
        )
        if len(plain.strip(" :–-")) <= 24 and (found := span_in(plain, nearest or before)):
            nearest = found
    return nearest


def lines_of(grid: Grid, shape: Shape, start: Span | None) -> Iterator[Line]:
    """Every row under the headings that says something, in order."""
    yield from _Rows(grid, shape, start).lines()


class _Rows:
    """The rows of one grid while they are gone through."""

    def __init__(self, grid: Grid, shape: Shape, start: Span | None) -> None:
        self._grid = grid
        self._columns = shape.columns
        self._first = shape.first
        self._fields = {column.at: column.field for column in shape.columns}
        self._date = shape.of("date")[0].at
        self._events = frozenset(column.at for column in shape.of("event"))
        self._headings = tuple(bare(column.heading) for column in shape.columns) if shape.headed else ()
        self._span = start
        self._filled_down = _filled_down(grid.merges, shape.first, len(grid.rows), len(shape.columns))
        self._wide = _wide(grid.merges)
        self._last_dated = self._find_last_dated()
        self._before: Line | None = None
        self._banners = frozenset(map(_banner, grid.rows[: max(0, shape.first - 1)])) - {()}

    def _find_last_dated(self) -> int:
        for at in range(len(self._grid.rows) - 1, self._first - 1, -1):
            row = self._grid.rows[at]
            dated = len(row) > self._date and looks_like_day(row[self._date]) and self._says_more(row)
            if dated and not self._is_label(row) and not self._is_total(row):
                return at
        return -1

    def _is_label(self, row: Sequence[Cell]) -> bool:
        """Whether it begins with a label such as ‘Signed:’ or ‘Date:’, and the column of dates is not the first."""
        at, words = next(((at, words) for at, cell in enumerate(row) if (words := cell_words(cell))), (0, ""))
        return at != self._date and words.endswith(":") and words[-2:-1].isalpha()

    def _is_total(self, row: Sequence[Cell]) -> bool:
        """Whether it only counts or adds up: ‘May 2013 Total’ beside figures."""
        said = [words for cell in row if (words := cell_words(cell))]
        return bool(_TOTAL.search(said[0])) and all(_SUM.fullmatch(each) for each in said[1:])

    def _says_more(self, row: Sequence[Cell]) -> bool:
        return any(cell_words(cell) for at, cell in enumerate(row) if at != self._date)

    def lines(self) -> Iterator[Line]:
        for at in range(self._first, len(self._grid.rows)):
            own = self._grid.rows[at]
            filled = [i for i, cell in enumerate(own) if cell != "" and cell_words(cell)]
            if (
                not filled
                or _is_rule(own, filled)
                or (self._may_be_headings(own, filled[0]) and self._repeats_headings(own))
            ):
                continue
            cells = self._completed(at, own)
            line = self._line(at, own, cells, filled)
            if line.sort is Sort.SECTION:
                self._span = line.span
            if line.sort in (Sort.ENTRY, Sort.DAY):
                self._before = line
            yield line

    def _line(self, at: int, own: Sequence[Cell], cells: Sequence[Cell], filled: list[int]) -> Line:
        sort, span = Sort.ENTRY, self._span
        only = filled[0] if len(filled) == 1 else -1
        if only >= 0 and at not in self._filled_down:
            sort, span = self._single(at, only, own[only])
        elif len(filled) <= _MOST_IN_BANNER and (self._is_banner(own) or self._is_total(own)):
            sort = Sort.NOTE
        elif self._finishes(own, filled):
            sort = Sort.GOES_ON
        elif self._is_hint(at, own, filled) or (at > self._last_dated >= 0 and self._is_note(own, cells, filled)):
            sort = Sort.NOTE
        return Line(at, sort, cells, own, span)

    def _single(self, at: int, column: int, cell: Cell) -> tuple[Sort, Span | None]:
        """What a row with one cell is."""
        words = cell_words(cell)
        across = (at, column) in self._wide
        in_events = column in self._events and not across
        found = span_in(words, self._span)
        if found and (not says_more(words) or (not in_events and (column == self._date or across or column == 0))):
            return Sort.SECTION, found
        day = read_day(cell)
        if at > self._last_dated >= 0 and _NOTE.match(words):
            return Sort.NOTE, self._span
        beside = column == self._date or self._date >= len(self._grid.rows[at]) or across
        if beside and (day.kept or (looks_like_day(cell) and not _PROSE.search(words))):
            return Sort.DAY, self._span
        if self._before is not None and _COMMENT.match(words):
            return Sort.COMMENT, self._span
        if at > self._last_dated >= 0 or _NOTE.match(words):
            return (Sort.GOES_ON if in_events and self._goes_on(words) else Sort.NOTE), self._span
        if across or not in_events:
            text_column = self._fields.get(column) in ("action", "comment") and not across
            return (Sort.GOES_ON if text_column and self._goes_on(words) else Sort.HEADING), self._span
        return (Sort.GOES_ON if self._goes_on(words) else Sort.ENTRY), self._span

    def _goes_on(self, words: str) -> bool:
        """Whether these words finish those of the row before, as at the turn of a page."""
        if self._before is None or self._before.sort is Sort.DAY:
            return False
        return (
            words[:1].islower()
            or bool(_CONTINUED.match(words))
            or not any(
                cell_words(cell).endswith((".", "!", "?", "”", "’", '"', ")"))
                for at, cell in enumerate(self._before.cells)
                if at in self._events
            )
        )

    def _finishes(self, own: Sequence[Cell], filled: list[int]) -> bool:
        """Whether a row of texts alone goes on in the middle of a sentence, as where a page of a table ends."""
        event = next((at for at in filled if at in self._events), -1)
        if event < 0 or not all(self._fields.get(at) in _TEXTS for at in filled):
            return False
        return cell_words(own[event])[:1].islower() and self._goes_on("")

    def _is_hint(self, at: int, own: Sequence[Cell], filled: list[int]) -> bool:
        """Whether a row just under the headings says how to fill in each column."""
        if at >= self._first + _LOWEST_HINT:
            return False
        date = cell_words(own[self._date]) if len(own) > self._date else ""
        return bool(_HOW_DATES_LOOK.match(date)) or all(_HINT.fullmatch(cell_words(own[each])) for each in filled)

    def _is_note(self, own: Sequence[Cell], cells: Sequence[Cell], filled: list[int]) -> bool:
        """Whether a row below the last dated one is a note under the table."""
        date = cell_words(cells[self._date]) if len(cells) > self._date else ""
        first = cell_words(own[filled[0]])
        if any(sign.isdecimal() for sign in date):
            return self._is_label(own)
        if _NOTE.match(first) or first.endswith(":"):
            return True
        return len(filled) < 3 and not any(at in self._events for at in filled)

    def _is_banner(self, own: Sequence[Cell]) -> bool:
        """Whether this is the head or foot of a printed page: what stands over the headings again, or its number."""
        filled = [at for at, cell in enumerate(own) if cell_words(cell)]
        if self._banners and _banner(own) in self._banners:
            return True
        numbers = [at for at in filled if _PAGE.fullmatch(cell_words(own[at]))]
        told = (at for at in filled if at in self._events or looks_like_day(own[at]))
        return bool(numbers) and all(at in numbers for at in told)

    def _may_be_headings(self, row: Sequence[Cell], first: int) -> bool:
        """Whether the first cell is its heading: told at once for nearly every row."""
        cell = row[first]
        return first < len(self._headings) and isinstance(cell, str) and bare(cell[:200]) == self._headings[first]

    def _repeats_headings(self, row: Sequence[Cell]) -> bool:
        """Whether this is the row of headings again, as at the top of each page."""
        if not self._headings:
            return False
        words = [bare(cell_words(cell)) if isinstance(cell, str) else "!" for cell in row]
        said = [word for word in words if word]
        if len(said) < 2 or "!" in words:
            return False
        return all(word == self._headings[i] for i, word in enumerate(words[: len(self._headings)]) if word)

    def _completed(self, at: int, own: Sequence[Cell]) -> list[Cell]:
        """The cells with merged ones and ditto marks filled in from above."""
        cells = list(own)
        if len(cells) < len(self._columns):
            cells.extend([""] * (len(self._columns) - len(cells)))
        for column, top in self._filled_down.get(at, {}).items():
            if column < len(cells) and cells[column] == "":
                above = self._grid.rows[top]
                cells[column] = above[column] if column < len(above) else ""
        before = self._before
        if before is not None:
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and 0 < len(cell) <= 18 and self._is_ditto(column, cell):
                    cells[column] = before.cells[column] if column < len(before.cells) else cell
        return cells

    def _is_ditto(self, column: int, cell: str) -> bool:
        words = " ".join(cell.split()).casefold()
        if words in _DITTO or _MARKS.fullmatch(words):
            return True
        return words in _ABOVE and self._fields.get(column) in _ABOVE_FOR


def _filled_down(merges: Sequence[Merge], first: int, rows: int, columns: int) -> dict[int, dict[int, int]]:
    """For each row the columns that belong to a cell further up, and the row of that cell.

    A file may say of cells far outside its table that they are one: only those within are gone through.
    """
    found: dict[int, dict[int, int]] = {}
    left_to_do = MOST_CELLS
    for top, left, bottom, right in merges:
        if top >= first and bottom > top:
            down, across = range(top + 1, min(bottom + 1, rows)), range(left, min(right + 1, columns))
            left_to_do -= len(down) * len(across)
            if left_to_do < 0:
                break
            for row in down:
                found.setdefault(row, {}).update(dict.fromkeys(across, top))
    return found


def _is_rule(row: Sequence[Cell], filled: Sequence[int]) -> bool:
    """Whether a row is only a line drawn under the one above."""
    return all(isinstance(cell := row[at], str) and _RULE.fullmatch(cell) for at in filled)


def _banner(row: Sequence[Cell]) -> tuple[str, ...]:
    """A row without its figures, so that the same words on page 1 and page 2 are the same; () for one that is none."""
    words = tuple(each for cell in row if (each := cell_words(cell)))
    return tuple(_FIGURES.sub("#", each) for each in words) if len(words) <= _MOST_IN_BANNER else ()


def _wide(merges: Sequence[Merge]) -> frozenset[tuple[int, int]]:
    """Where cells begin that reach over at least two columns."""
    return frozenset((top, left) for top, left, _, right in merges if right > left)
