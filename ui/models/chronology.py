"""What the table of the chronology says of an entry, in plain words. A row is the record itself; nothing is copied."""

from __future__ import annotations

from dataclasses import dataclass, field

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.codes import PEOPLE
from imr_desk.review.known_date import UNKNOWN, KnownDate, day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review

Said = tuple[str, str]
"""What is said first, and the quieter line under it."""
NAMED = {"record": "description", "question": "number", "case": "code"} | dict.fromkeys(PEOPLE, "code")
"""The kinds an entry leads to that the table names, with the field that names them."""


@dataclass(frozen=True)
class Named:
    """What the records that entries lead to are called. Compared by what it says, so that a change of it is noticed."""

    words: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, review: Review) -> Named:
        """The names as they stand in a review."""
        return cls({record.id: record.text(name) for kind, name in NAMED.items() for record in review.all(kind)})

    def name(self, record_id: str) -> str:
        """What a record is called; its reference where it has no name yet."""
        return self.words.get(record_id) or record_id


def date_said(entry: Record) -> Said:
    """The date in the words that were typed; under it the time, or what is not known of it."""
    known = entry.known("date")
    if known is None:
        return tr("No date yet"), tr("Stands first until it has one")
    words = _upper(known.words or known.in_words())
    if known.edtf == UNKNOWN:
        return words, tr("Stands first")
    if known.exact:
        return _exact_said(known, words)
    first = known.earliest or known.latest
    sorts = tr("sorts at {day}").format(day=day_in_words(first)) if first else ""
    return words, tr("Not sure · {sorts}").format(sorts=sorts) if known.unsure else _upper(sorts)


def _exact_said(known: KnownDate, words: str) -> Said:
    day = day_in_words(known.earliest) if known.earliest else ""
    if words == day:
        return words, known.time
    if known.time and words.startswith(f"{day}, "):
        return day, words.removeprefix(f"{day}, ")
    reading = tr("{day}, {time}").format(day=day, time=known.time) if known.time else day
    return words, "" if reading == words else reading


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def what_said(entry: Record, named: Named) -> Said:
    """What happened; under it what was decided and by which post."""
    decision = entry.text("decision")
    if not decision:
        return entry.text("event") or tr("Nothing written yet"), ""
    by = named.name(entry.link("decision_by")) if entry.link("decision_by") else ""
    who = tr("Decision by {post}: {words}") if by else tr("Decision: {words}")
    return entry.text("event") or tr("Nothing written yet"), who.format(post=by, words=decision)


def source_said(entry: Record, named: Named) -> str:
    """The records it comes from with the page or place in each, a line for each."""
    lines = []
    for row in entry.rows("sources"):
        record, place = row.link("record"), row.text("place")
        lines.append(", ".join(part for part in (named.name(record) if record else "", place) if part))
    return "\n".join(line for line in lines if line) or tr("No source yet")


def source_texts(entry: Record, named: Named) -> list[tuple[str, int, int]]:
    """What was typed of `source_said`: each text with where it begins and ends there."""
    source, at, found = source_said(entry, named), 0, []
    for row in entry.rows("sources"):
        record = row.link("record")
        for text in (named.name(record) if record else "", row.text("place")):
            if text:
                at = source.index(text, at)
                found.append((text, at, at + len(text)))
                at += len(text)
    return found


def links_said(entry: Record, named: Named) -> str:
    """The posts it concerns, its case, and the questions it bears on; that there are none, where there are none."""
    staff = ", ".join(named.name(each) for each in (*entry.links("staff"), *entry.links("others")))
    numbers = ", ".join(named.name(each) for each in entry.links("questions"))
    if not numbers:
        questions = tr("No question linked")
    else:
        many = len(entry.links("questions")) > 1
        questions = (tr("Questions {numbers}") if many else tr("Question {numbers}")).format(numbers=numbers)
    case = named.name(entry.link("case")) if entry.link("case") else ""
    significant = tr("Significant") if entry.held("significant") is True else ""
    return " · ".join(part for part in (significant, staff, case, questions, _hearsay(entry)) if part)


def _hearsay(entry: Record) -> str:
    """How it is known, where that is not at first hand."""
    stored = entry.text("knowledge")
    if stored in ("", "first-hand"):
        return ""
    return next((tr(label) for each, label in field_of("entry", "knowledge").choices if each == stored), stored)
