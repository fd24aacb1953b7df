"""What is worth a second look in a chronology: no source, outside the period, gaps, order, entries nobody cites.

None of it holds a signature back but what a check of the guidance says too (R-072); it is a list to work through.
The rules are those of the boards' merging tools: order within a day is set, dates stand in order, a source on each
row, gaps over 90 days (R-025, R-072, R-078).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.catalogue import KINDS
from imr_desk.review.dates import day_in_words
from imr_desk.review.fields import FieldType
from imr_desk.review.gaps import gaps_over
from imr_desk.review.links import fields_to, links_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.selecting import has_no_source, is_outside, is_undated

NO_SOURCE, OUTSIDE, GAP, NOT_SET, CONTRADICTS, UNDATED, LEARNED, NOT_CITED, ALONE = (
    "no source", "outside", "gap", "order not set", "order", "undated", "learned", "not cited", "alone",
)  # fmt: skip
ABOUT: Mapping[str, str] = {
    CONTRADICTS: mark("Order that contradicts itself"),
    LEARNED: mark("Learned before it happened"),
    NO_SOURCE: mark("No source"),
    UNDATED: mark("No date"),
    NOT_SET: mark("Order within a day not set"),
    GAP: mark("More than 90 days without an entry"),
    OUTSIDE: mark("Outside the period under review"),
    NOT_CITED: mark("Significant, and cited nowhere"),
    ALONE: mark("Cited nowhere"),
}
"""What is looked for, the gravest first, with its heading."""
_NOT_CITING = frozenset({"entry", "gap"})
_REFERENCE = re.compile(r"\bCE-\d+\b")


@dataclass(frozen=True)
class Fault:
    """One thing to look at: what it is about, the entry and its field to go to, and a sentence."""

    about: str
    entry: RecordId
    field: str
    words: str

    @property
    def pressing(self) -> bool:
        """Whether something should be done: an entry may well stand for itself."""
        return self.about != ALONE


def faults(review: Review) -> tuple[Fault, ...]:
    """Everything worth a second look, the gravest first, each in the order of the chronology."""
    entries = review.all("entry")
    period = review.one("period")
    found = [
        *_each(entries, period.day("start"), period.day("cut_off")),
        *_order(entries),
        *_gaps(review),
        *_not_cited(review),
    ]
    return tuple(sorted(found, key=lambda fault: _RANK[fault.about]))


_RANK = {about: at for at, about in enumerate(ABOUT)}


def _each(entries: Iterable[Record], start: dt.date | None, cut_off: dt.date | None) -> Iterator[Fault]:
    for entry in entries:
        if has_no_source(entry):
            yield Fault(NO_SOURCE, entry.id, "sources", tr("{entry} has no source.").format(entry=entry.id))
        if is_undated(entry):
            yield Fault(UNDATED, entry.id, "date", _undated(entry))
        elif is_outside(entry, start, cut_off):
            words = tr("{entry} lies outside the period under review: it is printed as background.")
            yield Fault(OUTSIDE, entry.id, "date", words.format(entry=entry.id))
        yield from _learned(entry)


def _undated(entry: Record) -> str:
    if entry.known("date") is None:
        return tr("{entry} has no date.").format(entry=entry.id)
    return tr("The date of {entry} is not known: it stands at the top.").format(entry=entry.id)


def _learned(entry: Record) -> Iterator[Fault]:
    """The agency cannot have come to know of something before it happened."""
    learned, known = entry.known("learned_on"), entry.known("date")
    last, first = learned.latest if learned is not None else None, known.earliest if known is not None else None
    if learned is not None and last is not None and first is not None and last < first:
        words = tr("{entry} was learned of before it happened: {date}.")
        yield Fault(LEARNED, entry.id, "learned_on", words.format(entry=entry.id, date=learned.in_words()))


def _order(entries: Iterable[Record]) -> Iterator[Fault]:
    """Entries of one certain day: in what order they were, and whether their times say the same."""
    dated = (entry for entry in entries if (known := entry.known("date")) is not None and known.exact)
    for day, together in groupby(dated, key=lambda entry: entry.order[0]):
        of_day = list(together)
        if len(of_day) > 1:
            yield from _of_one_day(day, of_day)


def _of_one_day(day: str, entries: list[Record]) -> Iterator[Fault]:
    untimed = [entry for entry in entries if not _time(entry)]
    numbers = [entry.number("sequence") or 0 for entry in entries]
    if untimed and len(set(numbers)) < len(entries):
        words = trn(
            "{{day}}: {n} entry, and the order is not set.", "{{day}}: {n} entries, and their order is not set.",
            len(entries),
        )  # fmt: skip
        said = day_in_words(dt.date.fromisoformat(day))
        yield Fault(NOT_SET, untimed[0].id, "sequence", words.format(day=said))
    latest, before = "", entries[0]
    for entry in entries:
        time = _time(entry)
        if time and time < latest:
            words = tr("{entry} ({time}) stands after {before} ({later}).")
            said = words.format(entry=entry.id, time=time[:5], before=before.id, later=latest[:5])
            yield Fault(CONTRADICTS, entry.id, "sequence", said)
        elif time:
            latest, before = time, entry


def _time(entry: Record) -> str:
    return entry.order[2]


def _gaps(review: Review) -> Iterator[Fault]:
    """Gaps over 90 days that are not among those that the author explains."""
    explained = {(gap.link("after"), gap.link("before")) for gap in review.all("gap") if gap.text("explanation")}
    for gap in gaps_over(review):
        if (gap.after, gap.before) not in explained:
            words = trn(
                "{n} day without an entry, from {{after}} to {{before}}.",
                "{n} days without an entry, from {{after}} to {{before}}.",
                gap.days,
            ).format(after=gap.after, before=gap.before)
            yield Fault(GAP, gap.before, "date", words)


def _not_cited(review: Review) -> Iterator[Fault]:
    """Entries that bear on nothing that is said of them (the thread of evidence, R-105), significant or not."""
    for entry in uncited(review):
        if entry.flag("significant"):
            words = tr("{entry} is marked as significant, and nothing in the analysis, findings or answers cites it.")
            yield Fault(NOT_CITED, entry.id, "significant", words.format(entry=entry.id))
        else:
            yield Fault(ALONE, entry.id, "event", tr("Nothing cites {entry}.").format(entry=entry.id))


def cited_entries(review: Review) -> frozenset[str]:
    """The ids of all entries that another record leads to, or names in its words; the chronology itself apart."""
    found: set[str] = set()
    for kind, spec in KINDS.items():
        if kind in _NOT_CITING:
            continue
        prose = [field.name for field in spec.fields if field.type is FieldType.PROSE]
        leads = bool(fields_to(kind, "entry"))
        for record in review.all(kind):
            if leads:
                found.update(each for _, each in links_of(record))
            for name in prose:
                found.update(_REFERENCE.findall(record.text(name)))
    return frozenset(found)


def uncited(review: Review) -> tuple[Record, ...]:
    """Every entry that nothing cites, significant or not."""
    cited = cited_entries(review)
    return tuple(entry for entry in review.all("entry") if entry.id not in cited)
