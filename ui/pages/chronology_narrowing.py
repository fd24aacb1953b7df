"""Holds the line of filters and the table of the chronology together: what is asked, what is left, and what stays.

An entry that is written while the table is narrowed stays in sight until something else is asked, also where it no
longer fits: it must not vanish under somebody's hands.
"""

from __future__ import annotations

from bisect import insort

from PySide6.QtCore import QObject, Signal, Slot

from imr_desk.i18n import tr, trn
from imr_desk.review.record import Order, Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.selecting import Selection
from ui.models.narrowing import Narrowing
from ui.pages.chronology_filters import FilterBar
from ui.pages.chronology_table import ChronologyTable
from ui.widgets.announce import announce


class EntryNarrowing(QObject):
    """One for the page. The search for words is asked for, since a page knows no session."""

    search_asked = Signal(str)
    """The words to look for; `show_found` takes the answer."""

    def __init__(self, bar: FilterBar, table: ChronologyTable) -> None:
        super().__init__(table)
        self._bar, self._table = bar, table
        self._review = Review.of(())
        self._asked, self._found = Selection(), frozenset[RecordId]()
        self._stays: set[RecordId] = set()
        self._tell = False
        self._work = Narrowing(self)
        self._work.narrowed.connect(self._show_left)
        self._work.counted.connect(self._show_counts)
        bar.changed.connect(self._ask)
        bar.left.connect(self._to_table)

    # ---- what is asked
    @property
    def asked(self) -> Selection:
        """What the chronology is narrowed to."""
        return self._asked

    @Slot()
    def _ask(self) -> None:
        self._asked, self._tell = self._bar.asked(), True
        self._stays.clear()
        if self._asked.words:
            self.search_asked.emit(self._asked.words)
        else:
            self._narrow()

    def show_found(self, found: tuple[RecordId, ...]) -> None:
        """Take what holds the words that were asked for."""
        self._found = frozenset(found)
        self._narrow()

    def _narrow(self) -> None:
        self._work.narrow(self._review, self._asked, self._found if self._asked.words else None)

    def bring(self, record_id: str) -> None:
        """Have an entry in the table: where it is not among those that are left, ask nothing any more."""
        if self._asked and record_id in self._review and self._table.rows.place_of(record_id) < 0:
            self._bar.clear()

    # ---- what is shown
    def show_review(self, review: Review, *, count: bool) -> None:
        """Another review: what is left is found again. With `count` the marks are counted as well."""
        before, self._review = self._review, review
        changed = before.all("entry") is not review.all("entry")
        self._bar.show_review(review)
        if self._asked and changed:
            self._stays |= {each.id for each in review.all("entry") if before.get(each.id) is not each}
            if self._asked.words:
                self.search_asked.emit(self._asked.words)
            else:
                self._narrow()
        if count and changed:
            self.count()

    def count(self) -> None:
        """Count how many entries bear each mark."""
        self._work.count(self._review)

    @Slot(object)
    def _show_left(self, left: tuple[Record, ...] | None) -> None:
        every = len(self._review.all("entry"))
        if left is not None and self._stays:
            left = _with(left, [each for each in map(self._review.get, self._stays) if each is not None])
        self._table.narrow(left)
        words = ""
        if left is not None:
            words = trn("{n} entry is shown", "{n} entries are shown", len(left)) if left else tr("Nothing fits")
            words = tr("{shown}, of {every}.").format(shown=words, every=every)
        self._bar.say(None if left is None else len(left), words)
        if self._tell:
            self._tell = False
            announce(self._bar, words or trn("All: {n} entry.", "All: {n} entries.", every))

    @Slot(object)
    def _show_counts(self, counts: dict[str, int]) -> None:
        self._bar.show_counts(counts, len(self._review.all("entry")))

    @Slot()
    def _to_table(self) -> None:
        if self._table.rows.rowCount():
            if not self._table.chosen():
                self._table.go_to_row(0)
            self._table.setFocus()


def _with(left: tuple[Record, ...], more: list[Record]) -> tuple[Record, ...]:
    """The entries with some more, each in its place."""
    there, entries = {each.id for each in left}, list(left)
    for each in more:
        if each.id not in there:
            insort(entries, each, key=_order)
    return tuple(entries)


def _order(entry: Record) -> Order:
    return entry.order
