"""The way in: the bytes of a file, or what was pasted, become entries. Nothing is stored here (R-072)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr, trn
from imr_desk.intake.abreast import side_by_side
from imr_desk.intake.day_over import with_day
from imr_desk.intake.days import Span, read_day
from imr_desk.intake.duplicates import duplicates_in
from imr_desk.intake.entries import Found, entries_of
from imr_desk.intake.faults import Fault, faults_of, reasons_by_row, refusal, with_faults, words_of_row
from imr_desk.intake.grid import Book, Grid, cell_words
from imr_desk.intake.headings import FIELDS, bare
from imr_desk.intake.lines import span_above, span_in
from imr_desk.intake.of_the_paper import is_record_of_versions
from imr_desk.intake.prose import prose_grid, prose_said
from imr_desk.intake.reading import read_book
from imr_desk.intake.several import parted
from imr_desk.intake.shape import Shape, going_on, shape_of
from imr_desk.intake.sideways import turned
from imr_desk.intake.taken import Entry, Origin, Problem, ReadTable, Taken
from imr_desk.review.record import Record

Step = Callable[[], None]
"""Called between pieces of work; it may end it with an error of its own."""
_LETTER = re.compile(r"[A-Z]{1,2}")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*\d{2,4}")
_EXAMPLE = re.compile(
    r"\b(?:examples?|guidance|guidelines|instructions?|how to|sample|read ?me|enghraifft)\b", re.IGNORECASE
)
"""Sheets with rows that show how to fill in the others."""
_OF_THE_PAPER = re.compile(
    r"\b(?:print|produc|generat|creat|prepar|complet|compil|run|version|dated?|request|ref|final|draft|report)\w*",
    re.IGNORECASE,
)
"""What stands on top of a sheet about the paper itself, not about the period."""
_YEAR_MONTH = re.compile(r"(\d{4})-(0\d|1[0-2])")
_FEW_IN_PROSE = 3
"""Rows of prose, their headings among them, that do not stand against a table which may be the chronology."""
_SHARED = 0.6
"""Share of headings that a further sheet has in common with the first from which on it is read like it."""
_TELLING, _KNOWN, _PLAIN_DATE = ("time", "source", "event", "people", "action"), 5, 9
"""Fields that make a chronology of a table with dates; how well they, and the dates, are known by their headings."""
_OF_A_PLAN = re.compile(
    r"\b(?:recommendations?|due|deadline|target|by when|status|rag|priority|owner|lead|evidence|measure|progress)\b"
)
_PLAN = 3
"""How many such words over its columns make a table one of what is to be done, not of what happened."""
Shaped = tuple[Grid, Shape | None]


def take(
    data: bytes,
    name: str,
    columns: Mapping[str, str] | None = None,
    there: Sequence[Record] = (),
    step: Step | None = None,
) -> Taken:
    """All entries of a file. `columns`: headings by field, as the author says; `there`: the entries of the review.

    BadInputError, in one sentence, for a file that is refused, a field or heading that is not there.
    """
    return take_book(read_book(data, name), name, columns, there, step)


def take_book(
    book: Book,
    name: str,
    columns: Mapping[str, str] | None = None,
    there: Sequence[Record] = (),
    step: Step | None = None,
) -> Taken:
    """As `take`, of tables that are read already."""
    said = dict(columns or {})
    _are_there(said, book)
    book = _with_prose(book, said)
    offered = tuple(_shaped(book, said))
    shaped = _chosen(offered, of_one_paper=book.kind == "document")
    if not any(shape for _, shape in shaped):
        raise _no_dates(book, name)
    entries: list[Entry] = []
    problems: list[Problem] = []
    faults: list[Fault] = []
    carried = parted = 0
    span: Span | None = None
    for grid, shape in shaped:
        if step is not None:
            step()
        if shape is not None:
            known = with_faults(grid)
            at_fault = tuple(faults_of(known, {column.at: column.title for column in shape.columns}))
            start = _start(grid, shape, span)
            span = start or span
            found = entries_of(known, shape, start)
            faults += at_fault
            entries += found.entries
            problems += _listed(found, known, at_fault) if at_fault else found.problems
            carried += found.carried
            parted += found.parted
    problems += _left_out(offered, shaped)
    if not entries:
        raise BadInputError(
            tr("There are headings in ‘{name}’, and no event under them. Nothing was changed.").format(name=name)
        )
    if step is not None:
        step()
    return Taken(
        tuple(entries),
        tuple(problems),
        tuple(duplicates_in(entries, there)),
        tuple(_told(grid, shape) for grid, shape in shaped),
        _headings(shaped),
        (*_notes(book, shaped, carried), *_parted(parted), *_month_first(entries)),
        tuple(faults),
    )


def _with_prose(book: Book, said: Mapping[str, str]) -> Book:
    """The tables, or, where none of a document is surely a chronology, its paragraphs that begin with a date too."""
    shapes = [shape for _, shape in _shaped(book, said) if shape is not None] if book.lines else []
    if not book.lines or any(shape.strong for shape in shapes):
        return book
    prose = prose_grid(book.lines, tr("Text"))
    if prose is None or (shapes and len(prose.rows) <= _FEW_IN_PROSE):
        return book
    return replace(book, grids=(*book.grids, prose), notes=(*book.notes, prose_said()))


def _left_out(offered: Sequence[Shaped], shaped: Sequence[Shaped]) -> Iterator[Problem]:
    """Sheets that hold a chronology, and from which nothing is taken since they are hidden or an example."""
    for (grid, shape), (_, taken) in zip(offered, shaped, strict=True):
        if shape is None or taken is not None or not shape.headed or not (grid.hidden or _EXAMPLE.search(grid.name)):
            continue
        whole = tr("Nothing of the sheet ‘{name}’, rows {first} to {last}, was taken in. {why}")
        reason = whole.format(name=grid.name, first=shape.first + 1, last=len(grid.rows), why=_why_left_out(grid))
        yield Problem(Origin(grid.name, shape.first), words_of_row(grid, shape.first - 1), reason, stored=False)


def _why_left_out(grid: Grid) -> str:
    if grid.hidden:
        return tr("It is hidden.")
    if _EXAMPLE.search(grid.name):
        return tr("By its name it is an example or guidance.")
    return tr("It has no columns of dates and events.")


def _listed(found: Found, grid: Grid, faults: Sequence[Fault]) -> list[Problem]:
    """The problems of a table with each of its faults among them, in the order of the rows."""
    problems = list(found.problems)
    places = {problem.origin: at for at, problem in enumerate(problems)}
    with_entry = {entry.origin for entry in found.entries}
    for fault, reasons in reasons_by_row(faults):
        origin = Origin(fault.sheet, fault.row, grid.column)
        at = places.setdefault(origin, len(problems))
        reason = f"{problems[at].reason} {reasons}" if at < len(problems) else reasons
        problems[at : at + 1] = [Problem(origin, words_of_row(grid, fault.at), reason, origin in with_entry)]
    return problems if grid.places else sorted(problems, key=lambda each: each.origin.row)


def _are_there(said: Mapping[str, str], book: Book) -> None:
    """Whether the fields and headings that the author named exist."""
    for name, heading in said.items():
        if name not in FIELDS:
            raise BadInputError(
                tr("There is no field ‘{name}’. The fields are: {fields}.").format(name=name, fields=", ".join(FIELDS))
            )
        wanted = bare(heading)
        if _LETTER.fullmatch(heading) or not heading:
            continue
        if not any(bare(cell_words(cell)) == wanted for grid in book.grids for row in grid.rows[:200] for cell in row):
            raise BadInputError(
                tr("No column has the heading ‘{heading}’. Nothing was changed.").format(heading=heading)
            )


def _shaped(book: Book, said: Mapping[str, str]) -> Iterator[Shaped]:
    """Each table with its shape; one without headings may go on from the one before."""
    before: Shape | None = None
    for grid in (with_day(part) for whole in turned(book.grids) for part in _tables(whole)):
        shape = going_on(grid, before) if before is not None and before.headed else None
        shape = shape or shape_of(grid, said)
        if shape is not None and (shape.headed or before is None):
            before = shape if shape.strong or before is None else before
        yield grid, shape


def _tables(grid: Grid) -> Iterator[Grid]:
    """Each table of a sheet: those under one another, and of these those side by side."""
    for part in parted(grid):
        yield from side_by_side(part)


def _chosen(shaped: Sequence[Shaped], *, of_one_paper: bool) -> list[Shaped]:
    """The tables that are a chronology: the one that says so most clearly, and those that are like it.

    A sheet may have headings in words of its own, since each agency fills in one; a paper has tables of much else.
    """
    seen = [(grid, shape) for grid, shape in shaped if shape is not None and not grid.hidden]
    seen = [each for each in seen if not _EXAMPLE.search(each[0].name)] or seen
    seen = [each for each in seen if not is_record_of_versions(*each)] or seen
    seen = seen or [(grid, shape) for grid, shape in shaped if shape is not None]
    if not seen:
        return list(shaped)
    main_grid, main = max(seen, key=lambda each: (each[1].strong, each[1].headed, _weight(*each)))
    own = not (of_one_paper and main.strong)
    kept = {id(grid) for grid, shape in seen if grid is main_grid or _is_like(shape, main) or (own and _tells(shape))}
    return [(grid, shape if id(grid) in kept else None) for grid, shape in shaped]


def _weight(grid: Grid, shape: Shape) -> float:
    return shape.quality * math.sqrt(min(len(grid.rows), 200))


def _is_like(shape: Shape, main: Shape) -> bool:
    if shape.columns is main.columns or (shape.headed and shape.strong):
        return True
    ours, theirs = set(shape.headings()) - {""}, set(main.headings()) - {""}
    return bool(ours) and len(ours & theirs) >= _SHARED * len(ours | theirs)


def _tells(shape: Shape) -> bool:
    """Whether the headings of a further sheet, in words of its own, are those of dates, of what happened and more."""
    plan = {words for heading in shape.headings() for words in _OF_A_PLAN.findall(heading.casefold())}
    if not shape.headed or len(plan) >= _PLAN:
        return False
    best = {name: max((column.score for column in shape.of(name)), default=0) for name in _TELLING}
    sure = sum(score >= _KNOWN for score in best.values())
    return shape.of("date")[0].score >= _PLAIN_DATE and sure >= 2 and (best["event"] >= 2 or best["action"] >= _KNOWN)


def _start(grid: Grid, shape: Shape, before: Span | None) -> Span | None:
    """The year over a table, on top of its sheet, or in the name of that; a month there is one of the year `before`."""
    alone = [words for row in grid.rows[: shape.first] if len(words := [*filter(None, map(cell_words, row))]) == 1]
    named = _span_of_name(grid.name)
    on_top = [words for (words,) in alone if not _OF_THE_PAPER.search(words)]
    return span_above(grid.above, before) or (span_above(on_top, named) if shape.headed else None) or named


def _span_of_name(name: str) -> Span | None:
    """The year or month that a sheet is named after: ‘2013’, ‘March 2013’, ‘Mar-13’."""
    month = _YEAR_MONTH.fullmatch(read_day(name).edtf)
    return span_in(name) or (Span(int(month[1]), int(month[2])) if month else None)


def _told(grid: Grid, shape: Shape | None) -> ReadTable:
    if shape is None:
        return ReadTable(grid.name, reason=_why_left_out(grid))
    columns = tuple((column.letter, column.title, column.field or "comment") for column in shape.columns)
    return ReadTable(grid.name, shape.first if shape.headed else 0, columns)


def _headings(shaped: Sequence[Shaped]) -> dict[str, str]:
    """The first heading of each field, in the order of the fields."""
    found: dict[str, str] = {}
    for _, shape in shaped:
        if shape is not None:
            for name in FIELDS:
                for column in shape.of(name)[:1]:
                    found.setdefault(name, column.title)
    return {name: found[name] for name in FIELDS if name in found}


def _notes(book: Book, shaped: Sequence[Shaped], carried: int) -> Iterator[str]:
    yield from book.notes
    left = [grid.name for grid, shape in shaped if shape is None and any(any(row) for row in grid.rows)]
    if left:
        said = trn(
            "{n} sheet or table was left out, since it is no chronology:",
            "{n} sheets or tables were left out, since they are no chronology:",
            len(left),
        )
        yield f"{said} {', '.join(left[:12])}"
    if carried:
        yield trn(
            "{n} row has no date of its own and took that of the row above.",
            "{n} rows have no date of their own and took that of the row above.",
            carried,
        )


def _parted(rows: int) -> Iterator[str]:
    if rows:
        yield trn(
            "{n} row holds several events, one below another; each became an entry.",
            "{n} rows hold several events, one below another; each became an entry.",
            rows,
        )


def _month_first(entries: Sequence[Entry]) -> Iterator[str]:
    """A word of warning where some dates can only have been written month first: then all of them may be."""
    odd = [
        entry.date_text
        for entry in entries
        if not entry.kept and (found := _FIGURES.match(entry.date_text)) and int(found[1]) <= 12 < int(found[2]) <= 31
    ]
    if odd:
        yield tr(
            "Some dates, such as ‘{example}’, have no such month. Whoever wrote the file may have put the month "
            "first, and then every other date in it is to be checked: here the day is always read first."
        ).format(example=odd[0])


def _no_dates(book: Book, name: str) -> BadInputError:
    if not any(any(cell_words(cell) for cell in row) for grid in book.grids for row in grid.rows):
        return BadInputError(
            tr("There is no table in ‘{name}’, so there is nothing to take in. Nothing was changed.").format(name=name)
        )
    faults = [fault for grid in book.grids for fault in faults_of(with_faults(grid), {})]
    if faults:
        return BadInputError(refusal(faults, name))
    return BadInputError(
        tr(
            "No column of dates was found in ‘{name}’. Give one column the heading ‘Date’, or name it yourself. "
            "Nothing was changed."
        ).format(name=name)
    )


__all__ = ["Found", "take", "take_book"]
