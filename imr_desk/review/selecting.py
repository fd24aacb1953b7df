"""Narrowing the chronology to what is looked for: each part that is set must hold (R-072, R-073, R-026).

A selection holds codes and dates, and the words that were searched for; a saved view is one kept under a name.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields, replace

from imr_desk.i18n import mark
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record, RecordId, Value, Values
from imr_desk.review.review import Review

Test = Callable[[Record], bool]

NO_SOURCE, OUTSIDE, UNDATED, SIGNIFICANT = "no source", "outside", "undated", "significant"
PEOPLE = ("staff", "concerns", "others", "decision_by")
"""The fields of an entry that lead to people."""
_NAMED = ("staff", "subject", "professional", "case", "record")
"""What an entry names in the table beside its own words."""
FLAGS: Mapping[str, str] = {
    SIGNIFICANT: mark("Significant"),
    "key decision": mark("Key decision"),
    NO_SOURCE: mark("Has no source"),
    UNDATED: mark("Has no date"),
    "unsure date": mark("Date not certain"),
    OUTSIDE: mark("Outside the period"),
    "learned later": mark("Learned later"),
    "second-hand": mark("Second-hand"),
    "opinion": mark("Opinion"),
    "practice not met": mark("Practice not met, or partly"),
    "no question": mark("Bears on no question"),
}
"""What an entry can be looked for by, with its label."""


@dataclass(frozen=True)
class Selection:
    """What is looked for. A part that is empty asks nothing; of several flags each must hold.

    `first` and `last` are days: an entry is within them where it can have happened on one of the days. `record` is a
    source, `person` a post or a subject, `question` one of the terms of reference; all are ids. `words` are for the
    full-text search, whose answer is given to `narrowed`.
    """

    words: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    record: str = ""
    person: str = ""
    case: str = ""
    question: str = ""
    flags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked at all."""
        return self != _NOTHING

    @classmethod
    def of(cls, kept: Values) -> Selection:
        """The selection of a saved view. A flag that this program does not know is left out."""
        return cls(
            words=kept.text("words"),
            first=kept.day("first"),
            last=kept.day("last"),
            record=kept.link("record"),
            person=kept.link("person"),
            case=kept.link("case"),
            question=kept.link("question"),
            flags=tuple(flag for flag in kept.lines("flags") if flag in FLAGS),
        )

    def values(self) -> dict[str, Value]:
        """What a saved view keeps; None for what is empty."""
        kept = {each.name: getattr(self, each.name) or None for each in fields(self)}
        return kept | {name: day.isoformat() for name in ("first", "last") if (day := kept[name])}

    def without(self, part: str) -> Selection:
        """The same without one of its parts: the name of a field, or a flag."""
        if part in FLAGS:
            return replace(self, flags=tuple(flag for flag in self.flags if flag != part))
        return replace(self, **{part: getattr(_NOTHING, part)})


_NOTHING = Selection()


def narrowed(
    review: Review, asked: Selection, found: Collection[RecordId] | None = None, among: tuple[Record, ...] | None = None
) -> tuple[Record, ...]:
    """The entries a selection leaves, in the order of the chronology.

    `found` are the ids that the search for its words gave; None where there are no words. `among` are the entries to
    choose from, all of them where nothing is given: a slice of a long chronology at a time.
    """
    entries = review.all("entry") if among is None else among
    if found is not None:
        holds = holding(review, found if isinstance(found, frozenset) else frozenset(found), asked.words)
        entries = tuple([each for each in entries if holds(each)])
    for test in tests_of(review, asked):
        entries = tuple([each for each in entries if test(each)])
    return entries


def tests_of(review: Review, asked: Selection) -> tuple[Test, ...]:
    """What an entry must stand up to, the cheapest first; the search for words is not among them."""
    tests = [_TESTS[flag](review) for flag in asked.flags]
    tests += [_leads(names, wanted) for names, wanted in _links(asked) if wanted]
    if asked.record:
        tests.append(lambda entry: any(row.link("record") == asked.record for row in entry.rows("sources")))
    if asked.first or asked.last:
        tests.append(_within(asked.first or dt.date.min, asked.last or dt.date.max))
    return tuple(tests)


def holding(review: Review, found: frozenset[RecordId], words: str) -> Test:
    """Whether an entry holds the words of a search, or names a person, case or record that is called so.

    `found` are the ids that the search for the words gave.
    """
    wanted = _plain_words(words)
    named = frozenset(
        each.id
        for kind in _NAMED
        for each in review.all(kind)
        if each.id in found and _is_called(each.text(kind_of(kind).title), wanted)
    )

    def holds(entry: Record) -> bool:
        if entry.id in found:
            return True
        if not named:
            return False
        return any(_leads_to(entry.held(name), named) for name in (*PEOPLE, "case")) or any(
            row.link("record") in named for row in entry.rows("sources")
        )

    return holds


def _plain_words(words: str) -> list[str]:
    """The words as the search takes them: without accents, all small."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", words) if not unicodedata.combining(each))
    return re.findall(r"\w+", plain.casefold())


def _is_called(title: str, wanted: list[str]) -> bool:
    there = _plain_words(title)
    return all(any(each.startswith(word) for each in there) for word in wanted)


def _leads_to(held: object, wanted: frozenset[RecordId]) -> bool:
    return not wanted.isdisjoint(held) if isinstance(held, tuple) else held in wanted


def _links(asked: Selection) -> tuple[tuple[tuple[str, ...], str], ...]:
    return (
        (("case",), asked.case),
        (("questions",), asked.question),
        (PEOPLE, asked.person),
    )


def _leads(names: tuple[str, ...], wanted: str) -> Test:
    def leads(entry: Record) -> bool:
        for name in names:
            held = entry.held(name)
            if held == wanted or (isinstance(held, tuple) and wanted in held):
                return True
        return False

    return leads


def _within(first: dt.date, last: dt.date) -> Test:
    """Whether it can have happened on one of the days; never where nothing is known of its date."""

    def within(entry: Record) -> bool:
        known = entry.known("date")
        if known is None or (known.earliest or known.latest) is None:
            return False
        return (known.earliest or dt.date.min) <= last and (known.latest or dt.date.max) >= first

    return within


def is_outside(entry: Record, start: dt.date | None, cut_off: dt.date | None) -> bool:
    """Whether an entry lies wholly outside the period under review (R-025); never where its date is not known."""
    known = entry.known("date")
    if known is None:
        return False
    before = start is not None and known.latest is not None and known.latest < start
    return before or (cut_off is not None and known.earliest is not None and known.earliest > cut_off)


def _outside(review: Review) -> Test:
    period = review.one("period")
    start, cut_off = period.day("start"), period.day("cut_off")
    return lambda entry: is_outside(entry, start, cut_off)


def is_undated(entry: Record) -> bool:
    """Whether nothing is known of when it happened."""
    known = entry.known("date")
    return known is None or (known.earliest or known.latest) is None


def has_no_source(entry: Record) -> bool:
    """Whether no record and no place is given for it (R-072)."""
    return not any(row.link("record") or row.text("place") for row in entry.rows("sources"))


def _learned_later(entry: Record) -> bool:
    """Whether the agency can have come to know of it after it happened; not where both say the same."""
    learned, known = entry.known("learned_on"), entry.known("date")
    if learned is None:
        return False
    return known is None or known.latest is None or learned.latest is None or learned.latest > known.latest


def _unsure(entry: Record) -> bool:
    known = entry.known("date")
    return known is not None and not known.exact


def _plain(test: Test) -> Callable[[Review], Test]:
    return lambda _review: test


def _says(name: str, *words: str) -> Callable[[Review], Test]:
    return _plain(lambda entry: entry.held(name) in words)


_TESTS: Mapping[str, Callable[[Review], Test]] = {
    SIGNIFICANT: _plain(lambda entry: entry.held("significant") is True),
    "key decision": _plain(lambda entry: bool(entry.held("key_decision"))),
    NO_SOURCE: _plain(has_no_source),
    UNDATED: _plain(is_undated),
    "unsure date": _plain(_unsure),
    OUTSIDE: _outside,
    "learned later": _plain(_learned_later),
    "second-hand": _says("knowledge", "second-hand"),
    "opinion": _says("knowledge", "opinion"),
    "practice not met": _says("expected_practice_met", "not met", "partly met"),
    "no question": _plain(lambda entry: not entry.held("questions")),
}
