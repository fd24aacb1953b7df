"""What can be reckoned of an entry on demand: how old the subjects were, and how long it lies from other events.

Ages come from the private page of identities. They are shown to the author and stand in no report by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.i18n import tr
from imr_desk.review.intervals import age_at, interval
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record
from imr_desk.review.review import Review


def reckoned(review: Review, entry: Record) -> tuple[str, ...]:
    """Sentences about an entry, as exactly as its date allows; none where its date is not known."""
    known = entry.known("date")
    if known is None or (known.earliest or known.latest) is None:
        return ()
    return (*_ages(review, known), *_intervals(review, entry, known), *_learned(entry, known))


def _ages(review: Review, known: KnownDate) -> Iterator[str]:
    for identity in review.all("identity"):
        born, subject = identity.day("date_of_birth"), review.get(identity.link("subject"))
        age = age_at(born, known) if born is not None else None
        if age is not None and subject is not None:
            yield tr("{code}: {age}.").format(code=subject.text("code") or subject.id, age=age.in_words())


def _intervals(review: Review, entry: Record, known: KnownDate) -> Iterator[str]:
    entries = review.all("entry")
    at = next((n for n, each in enumerate(entries) if each.id == entry.id), -1)
    if at < 0:
        return
    shapes = {
        "before": tr("From the entry before, {entry}: {interval}."),
        "after": tr("To the entry after, {entry}: {interval}."),
        "significant before": tr("From the significant entry before, {entry}: {interval}."),
        "significant after": tr("To the significant entry after, {entry}: {interval}."),
    }
    earlier, later = entries[at - 1 :: -1] if at else (), entries[at + 1 :]
    for name, side in (("before", earlier), ("after", later)):
        for shape, found in ((name, side[:1]), (f"significant {name}", _first_significant(side[1:]))):
            for other in found:
                words = _between(other, known) if name == "before" else _between_after(known, other)
                if words:
                    yield shapes[shape].format(entry=other.id, interval=words)


def _first_significant(side: tuple[Record, ...]) -> tuple[Record, ...]:
    return next(((each,) for each in side if each.held("significant") is True), ())


def _between(other: Record, known: KnownDate) -> str:
    first = other.known("date")
    found = interval(first, known) if first is not None else None
    return found.in_words() if found is not None else ""


def _between_after(known: KnownDate, other: Record) -> str:
    second = other.known("date")
    found = interval(known, second) if second is not None else None
    return found.in_words() if found is not None else ""


def _learned(entry: Record, known: KnownDate) -> Iterator[str]:
    learned = entry.known("learned_on")
    found = interval(known, learned) if learned is not None else None
    if found is not None:
        yield tr("From the event to when it was learned: {interval}.").format(interval=found.in_words())
