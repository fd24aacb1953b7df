"""What the page of taking entries in has done in a worker: reading, guarding, and the rows it shows. Nothing of Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imr_desk.errors import BadInputError, StoppedError
from imr_desk.i18n import tr

if TYPE_CHECKING:
    from imr_desk.intake.grid import Book
    from imr_desk.intake.taken import Duplicate, Entry, Origin, Taken
    from imr_desk.jobs.importing import Planned
    from imr_desk.names.guard import Guard
    from imr_desk.review.record import Record
    from imr_desk.review.review import Review
    from ui.pages.intake_rows import IntakeRow

Made = Mapping[str, object]


@dataclass(frozen=True)
class Source:
    """Where the rows come from: the bytes of a file, or what was pasted (its text, and its HTML if it has one)."""

    name: str
    content: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    markup: str = field(default="", repr=False)


@dataclass(frozen=True)
class ReadIn:
    """What was read, guarded, and the rows of it as they are shown.

    `said` is which column the author gave to which field, `told` what has to be said of that.
    """

    source: Source
    taken: Taken
    planned: Planned
    said: Mapping[str, str]
    rows: tuple[IntakeRow, ...] = ()
    told: str = ""

    @property
    def refused(self) -> str:
        """Why it is not taken in, unless the person wants it all the same; "" where nothing is wrong with it."""
        from imr_desk.intake.faults import refusal

        return refusal(self.taken.faults, self.source.name)

    def rows_without(self, out: Collection[Origin]) -> tuple[IntakeRow, ...]:
        """The rows, with what the person left out marked."""
        if not out:
            return self.rows
        entries = self.taken.entries
        return tuple(
            replace(row, out=True) if row.entry and entries[int(row.key)].origin in out else row for row in self.rows
        )


class Going:
    """How far the work is, and the way to end it. It is no QObject: the worker may hold it for longer."""

    def __init__(self, breathe: Callable[[], None], said: str = "") -> None:
        """`breathe` is called often: whoever waits for the processor may rest in it."""
        self.said, self.done, self.of = said or tr("Reading the file."), 0, 0
        self._breathe, self._stopped, self._closed = breathe, False, False
        self._lock = threading.Lock()

    def __call__(self) -> None:
        """Called between pieces of work; ends it by a StoppedError where that was asked for."""
        if self._stopped:
            raise StoppedError(tr("Stopped. Nothing was changed."))
        self.done += 1
        self._breathe()

    def told(self, _done: int, _of: int) -> None:
        """The same for an edit: after the last piece it is put on disk, and cannot be ended any more."""
        self()
        if self.done >= self.of:
            self._close()

    def begin(self, said: str, of: int) -> None:
        """The next part begins, of so many pieces."""
        self.said, self.done, self.of = said, 0, of

    @property
    def percent(self) -> int:
        """How far the part is."""
        return min(100, 100 * self.done // self.of) if self.of else 3

    @property
    def can_stop(self) -> bool:
        """Whether it can still be ended, and nobody asked for that yet."""
        return not self._stopped and not self._closed

    def stop(self) -> bool:
        """End it before its next piece; False where all of it is being put on disk."""
        with self._lock:
            self._stopped = not self._closed
            return self._stopped

    def _close(self) -> None:
        with self._lock:
            if self._stopped:
                raise StoppedError(tr("Stopped. Nothing was changed."))
            self._closed = True


def made(entries: Sequence[Entry], review: Review, without: Collection[Origin], going: Going) -> tuple[Made, ...]:
    """The fields of the records to be stored; what storing them needs is imported here and not in the window."""
    from imr_desk.jobs.importing import values_for
    from imr_desk.operations.writing import know_all

    know_all()
    return values_for(review, entries, without, going)


def read_path(path: Path, review: Review, guard: Guard, forms: Mapping[str, str], going: Going) -> ReadIn:
    """Read a file that was chosen, with the columns of the same form before."""
    from imr_desk.jobs.importing import file_bytes

    return read_source(Source(path.name, file_bytes(path)), {}, review, guard, forms, going)


def read_source(
    source: Source, said: Mapping[str, str], review: Review, guard: Guard, forms: Mapping[str, str], going: Going
) -> ReadIn:
    """Read rows and guard them. `said`: columns by field; where nothing was said, that of the same form before."""
    from imr_desk.intake.reading import read_book, read_pasted
    from imr_desk.intake.remembered import form_of, said_in
    from imr_desk.intake.take import take_book
    from imr_desk.jobs.importing import compared, plan

    going()
    book = read_book(source.content, source.name) if source.content else read_pasted(source.text, source.markup)
    there = review.all("entry")
    taken = take_book(book, source.name, said, there, going)
    told = ""
    if not said and (kept := said_in(forms.get(form_of(taken), ""))):
        as_before = _read_as_before(book, source.name, kept, there, going)
        if as_before is not None:
            said, taken = kept, as_before
            told = tr("The columns were read as you corrected them for a file with these headings before.")
        else:
            told = tr("It could not be read with the columns as you corrected them before. They were found anew.")
    going.begin(tr("Looking for names."), len(taken.entries))
    planned = plan(taken.entries, guard, review, going)
    read = ReadIn(source, compared(taken, planned, review), planned, said, told=told)
    return replace(read, rows=rows_of(read, going))


def _read_as_before(
    book: Book, name: str, said: Mapping[str, str], there: Sequence[Record], going: Going
) -> Taken | None:
    """What it gives with these columns; None where they hold something else here, and no date at all."""
    from imr_desk.intake.take import take_book

    try:
        taken = take_book(book, name, said, there, going)
    except BadInputError:
        return None
    return taken if any(entry.kept for entry in taken.entries) else None


def rows_of(read: ReadIn, step: Callable[[], None]) -> tuple[IntakeRow, ...]:
    """The rows as the page shows them, in the order of the file."""
    from imr_desk.intake.duplicates import by_origin
    from ui.pages.intake_rows import IntakeRow

    twice = by_origin(read.taken.duplicates)
    reasons = {problem.origin: problem.reason for problem in read.taken.problems}
    names: dict[Origin, int] = {}
    for name in read.planned.names:
        names[name.origin] = names.get(name.origin, 0) + (not name.code)
    rows = []
    for order, (before, entry) in enumerate(zip(read.taken.entries, read.planned.entries, strict=True)):
        step()
        other = twice.get(entry.origin)
        same, same_words = _twice(other, read)
        row = IntakeRow(
            f"{order}", where(entry.origin), _original(before), _date(entry), entry.date_text, entry.event,
            _rest(entry), reasons.get(entry.origin, ""), same, same_words, names.get(entry.origin, 0),
            same=other is not None and other.same,
        )  # fmt: skip
        rows.append((entry.origin, row))
    for number, problem in enumerate(each for each in read.taken.problems if not each.stored):
        row = IntakeRow(f"no {number}", where(problem.origin), problem.text, reason=problem.reason, entry=False)
        rows.append((problem.origin, row))
    sheets = {table.sheet: at for at, table in reversed(list(enumerate(read.taken.tables)))}
    return tuple(row for _, row in sorted(rows, key=lambda each: (sheets.get(each[0].sheet, 0), each[0].row)))


def where(origin: Origin) -> str:
    """A row of the file, in words."""
    row = tr("Row {n}").format(n=origin.row)
    if origin.column:
        row = tr("Row {n}, from column {letter}").format(n=origin.row, letter=origin.column)
    return f"{origin.sheet}, {row[:1].lower()}{row[1:]}" if origin.sheet else row


def _original(entry: Entry) -> str:
    from imr_desk.intake.grid import cell_words

    return " | ".join(words for cell in entry.cells if (words := cell_words(cell)))


def _date(entry: Entry) -> str:
    """The date as it was understood, in words."""
    from imr_desk.review.known_date import KnownDate

    return KnownDate(entry.kept).in_words() if entry.kept else ""


def _rest(entry: Entry) -> str:
    """What stands beside the event: source, people, action, comment."""
    comment = " · ".join(entry.comment.split("\n"))
    learned = tr("Learned: {day}").format(day=entry.learned_words) if entry.learned_words else ""
    return " · ".join(each for each in (entry.source, entry.people, entry.action, learned, comment) if each)


def _twice(duplicate: Duplicate | None, read: ReadIn) -> tuple[str, str]:
    """What an entry seems to repeat, and the words of that."""
    if duplicate is None:
        return "", ""
    other = duplicate.other if isinstance(duplicate.other, str) else where(duplicate.other)
    other = other if isinstance(duplicate.other, str) else f"{other[:1].lower()}{other[1:]}"
    shape = tr("The same as {other}") if duplicate.same else tr("Much like {other}")
    return shape.format(other=other), " · ".join(filter(None, (duplicate.other_text, duplicate.beside)))
