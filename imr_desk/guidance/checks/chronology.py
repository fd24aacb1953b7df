"""The chronology: dated, sourced, no entry twice, signed off (R-072, R-075, R-082)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator

from imr_desk.guidance.declare import alike, check, each
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record
from imr_desk.review.sealing import COUNTER_SIGNATORY, signature_in_force
from imr_desk.review.text import folded


@each("R-072", "entry", given=lambda facts: facts.today)
def entry_is_complete(entry: Record, today: dt.date) -> Iterator[Place]:
    """Date, source and event. ‘Date unknown’ is an answer, a date to come is not; the program keeps the order."""
    known = entry.known("date")
    if known is None:
        yield Place.at(entry, "date", tr("{entry} has no date.").format(entry=entry.id))
    elif known.earliest is not None and known.earliest > today:
        yield Place.at(entry, "date", tr("{entry} is dated in the future.").format(entry=entry.id))
    if not any(row.link("record") or row.text("place").strip() for row in entry.rows("sources")):
        yield Place.at(entry, "sources", tr("{entry} has no source.").format(entry=entry.id))
    if is_blank(entry, "event"):
        yield Place.at(entry, "event", tr("{entry} does not say what happened.").format(entry=entry.id))


def _contents(entry: Record) -> Hashable | None:
    known, event = entry.known("date"), folded(entry.text("event"))
    return (known.edtf, event, entry.get("sources")) if known and event else None


@alike("R-072", "entry", key=_contents)
def entry_is_there_twice(entry: Record, first: Record) -> Place:
    """The same date, the same words and the same sources."""
    words = tr("{entry} says the same as {first}: date, event and source.").format(entry=entry.id, first=first.id)
    return Place.at(entry, "event", words)


@check("R-075", reads=("entry", "records_statement", "search_made"))
def chronology_present(facts: Facts) -> Iterator[Place]:
    """One entry at least; or a statement of no involvement with the searches it rests on, sealed with the report."""
    if facts.review.all("entry"):
        return
    statement = facts.review.one("records_statement")
    searches = [search for search in facts.review.all("search_made") if search.day("searched_on")]
    if is_blank(statement, "no_involvement"):
        words = tr("The chronology has no entry, and nothing says that there was no involvement.")
        yield Place.without("entry", "date", words)
    elif not searches:
        words = tr("The statement of no involvement rests on no dated search.")
        yield Place.without("search_made", "system", words)


@check("R-082", reads=("chronology_sign_off", "signature"))
def chronology_signed_off(facts: Facts) -> Iterator[Place]:
    """Each sign-off begun is dated and has its post; the senior manager's own signature stands for a first one."""
    rows = facts.review.all("chronology_sign_off")
    if not rows and signature_in_force(facts.review, COUNTER_SIGNATORY, "chronology") is None:
        words = tr("The senior manager has not signed off the chronology.")
        yield Place.without("chronology_sign_off", "stage", words)
    for row in rows:
        yield from blanks(
            row,
            {
                "signed_off_on": mark("This sign-off of the chronology has no date."),
                "signed_off_by": mark("It is not said which post signed off the chronology."),
            },
        )
