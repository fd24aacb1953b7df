"""Names never leave: what the scan found, and job titles that stand for somebody (R-089, R-183, R-184)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from imr_desk.guidance.declare import EVERY_KIND, check, each
from imr_desk.guidance.facts import Facts, Place, RecordField
from imr_desk.guidance.readings import called
from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import KINDS, field_of
from imr_desk.review.free_text import texts_of
from imr_desk.review.record import Record
from imr_desk.review.review import Review

_OF_INTERVIEWS = ("interviewing", "interview", "staff")
_REGISTERED = mark("A registered name stands here. Put the job title or pseudonym in its place.")
_UNKNOWN = mark("What looks like a name stands here. Say whose it is, or that it is none.")
_UNREADABLE = mark("The staff register cannot be read, so no name can be found. Type the list again.")
_CODE = re.compile(r"(?P<title>\S.*\S|\S) (?P<number>\d{1,3})")
_QUANTITY = (
    r"(?:[.,:%/-]?\d|%|(?:st|nd|rd|th)\b| (?:per cent|minute|hour|day|week|month|year|time)"
    r"| (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
"""What follows a number that is none of a person: days, a date, a decimal (‘told the Crown Prosecutor 3 May 2013’)."""


def _found(review: Review, seen: Iterable[RecordField], words: str) -> Iterator[Place]:
    for record_id, field in seen:
        record = review.get(record_id)
        if record is not None:
            yield Place.at(record, field, tr(words))


@check("R-089", reads=EVERY_KIND)
def interviewees_by_title(facts: Facts) -> Iterator[Place]:
    """No registered name about the interviews; and each interview is with a job title on the list."""
    if not facts.names.readable:
        yield Place.without("staff", "code", tr(_UNREADABLE))
    for place in _found(facts.review, facts.names.registered, _REGISTERED):
        if place.kind in _OF_INTERVIEWS:
            yield place
    for interview in facts.review.all("interview"):
        if facts.review.get(interview.link("staff")) is None:
            yield Place.at(interview, "staff", tr("It is not said, by job title, who was interviewed."))


@check("R-183", reads=EVERY_KIND)
def no_names(facts: Facts) -> Iterator[Place]:
    """No registered name anywhere, and no unsettled one in the report part, which signing would seal."""
    if not facts.names.readable:
        yield Place.without("staff", "code", tr(_UNREADABLE))
    yield from _found(facts.review, facts.names.registered, _REGISTERED)
    for place in _found(facts.review, facts.names.unknown, _UNKNOWN):
        if field_of(place.kind, place.field).sealed:
            yield place


@check("R-184", reads=("staff",))
def titles_on_the_list(facts: Facts) -> Iterator[Place]:
    """Each member of staff is a job title with a number, and no two are the same."""
    first: dict[str, Record] = {}
    for person in facts.review.all("staff"):
        code = person.text("code")
        if not _CODE.fullmatch(code):
            words = tr("{staff} is not a job title with a number, such as Crown Prosecutor 2.")
            yield Place.at(person, "code", words.format(staff=called(facts.review, person)))
        elif code.casefold() in first:
            yield Place.at(person, "code", tr("Two members of staff are both called {staff}.").format(staff=code))
        first.setdefault(code.casefold(), person)


@dataclass(frozen=True)
class Listed:
    """The job titles with numbers that stand for somebody, those of other agencies' people included."""

    codes: frozenset[str]
    staff_titles: frozenset[str]
    mention: re.Pattern[str]


def _listed(facts: Facts) -> Listed:
    staff, others = (
        frozenset(each.text("code") for each in facts.review.all(kind)) for kind in ("staff", "professional")
    )
    return Listed(staff | others, _titles(staff), _mention(_titles(staff | others)))


def _titles(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(found["title"] for code in codes if (found := _CODE.fullmatch(code)))


@lru_cache(maxsize=4)
def _mention(titles: frozenset[str]) -> re.Pattern[str]:
    """One of the job titles with a number after it; a number of days, years and so on is none."""
    either = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    return re.compile(rf"\b(?P<title>{either}) \d{{1,3}}(?!{_QUANTITY})")


_REPORT_KINDS = tuple(kind.name for kind in KINDS.values() if kind.sealed)


@each("R-184", *_REPORT_KINDS, given=_listed)
def titles_in_the_text(record: Record, listed: Listed) -> Iterator[Place]:
    """A job title of the list of staff with a number, in the report, stands for somebody.

    Titles of other agencies are looked for as well, so that ‘Police Officer 3’ is not taken for an ‘Officer 3’.
    """
    if not listed.staff_titles:
        return
    for text in texts_of(record):
        if field_of(record.kind, text.field).sealed:
            for found in listed.mention.finditer(text.text):
                if found["title"] in listed.staff_titles and found[0] not in listed.codes:
                    words = tr("{title} is not on the list of staff.").format(title=found[0])
                    yield Place.at(record, text.field, words)
