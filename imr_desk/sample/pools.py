"""What further entries can refer to: the people, records, questions and policies that a review holds."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass

from imr_desk.review.record import Record, Value, Values
from imr_desk.review.review import Review
from imr_desk.sample import phrases

DESTROYED = "destroyed"
ADULT = 18
FIRST_PAGE = 200  # beyond every page that the samples cite, so that no source stands twice


@dataclass(frozen=True)
class Span:
    """Something that can be named only for a time: an id, with its first and last day as ISO dates."""

    id: str
    first: str
    last: str


ALWAYS = Span("", "0001-01-01", "9999-12-31")


@dataclass(frozen=True)
class Pools:
    """Ids to choose from. The tuples of adults, children, records, others and openings are never empty."""

    start: dt.date
    end: dt.date
    home_office: bool
    adults: tuple[str, ...]
    children: tuple[Span, ...]
    others: tuple[str, ...]
    records: tuple[str, ...]
    questions: tuple[str, ...]
    codes: Mapping[str, str]
    staff: tuple[Span, ...]
    cases: tuple[Span, ...]
    policies: tuple[Span, ...]
    openings: tuple[str, ...]

    @classmethod
    def of(cls, records: tuple[Record, ...]) -> Pools:
        """From the records of a review; ValueError where they hold no period, no subject or no record to cite."""
        review = Review.of(records)
        start, end = review.one("period").day("start"), review.one("period").day("cut_off")
        subjects = review.all("subject")
        cited = tuple(record.id for record in review.all("record") if record.text("status") != DESTROYED)
        if not start or not end or not subjects or not cited:
            raise ValueError("a chronology grows only where there are a period, a subject and a record to cite")
        home_office = review.one("review").text("agency") == "ho"
        people = (*subjects, *review.all("staff"))
        return cls(
            start=start,
            end=end,
            home_office=home_office,
            adults=tuple(subject.id for subject in subjects if not _is_child(subject)) or (subjects[0].id,),
            children=_children(review) or (Span(subjects[0].id, ALWAYS.first, ALWAYS.last),),
            others=tuple(each.text("code") for each in review.all("professional")) or ("Police Officer 1",),
            records=cited,
            questions=tuple(question.id for question in review.all("question")),
            codes={person.id: person.text("code") for person in people},
            staff=_spans(review, "staff", "involved_from", "involved_to"),
            cases=_spans(review, "case", "began", "ended"),
            policies=_spans(review, "policy_version", "in_force_from", "in_force_to"),
            openings=phrases.WITH_STAFF + (phrases.WITH_STAFF_HO if home_office else phrases.WITH_STAFF_CPS),
        )

    def code(self, record_id: str) -> str:
        """The code that stands for a person."""
        return self.codes.get(record_id, record_id)

    def children_on(self, day: dt.date) -> tuple[str, ...]:
        """Children of the family who were alive on that day; where no date of birth is known, all of them."""
        return _on(self.children, day.isoformat()) or tuple(child.id for child in self.children)

    def staff_on(self, day: dt.date) -> tuple[str, ...]:
        """Members of staff who were involved on that day."""
        return _on(self.staff, day.isoformat())

    def cases_on(self, day: dt.date) -> tuple[str, ...]:
        """Cases that were open on that day."""
        return _on(self.cases, day.isoformat())

    def policies_on(self, day: dt.date) -> tuple[str, ...]:
        """Versions of policies in force on that day."""
        return _on(self.policies, day.isoformat())

    def source(self, chance: random.Random, number: int) -> Value:
        """One record, sometimes two, each with a page that no other entry cites."""
        cited = chance.sample(self.records, min(len(self.records), 2 if chance.random() < 0.12 else 1))
        return tuple(Values({"record": record, "place": f"p.{FIRST_PAGE + number}"}) for record in cited)


def _spans(review: Review, kind: str, first: str, last: str) -> tuple[Span, ...]:
    return tuple(
        Span(record.id, record.text(first) or ALWAYS.first, record.text(last) or ALWAYS.last)
        for record in review.all(kind)
    )


def _on(spans: tuple[Span, ...], day: str) -> tuple[str, ...]:
    return tuple(span.id for span in spans if span.first <= day <= span.last)


def _is_child(subject: Record) -> bool:
    """Whether the age at the event, written as ‘6 years’ or ‘1 year 11 months’, is below eighteen."""
    years = subject.text("age_at_event").partition(" ")[0]
    return years.isdigit() and int(years) < ADULT


def _children(review: Review) -> tuple[Span, ...]:
    lives = {each.link("subject"): each for each in review.all("identity")}
    children = [subject.id for subject in review.all("subject") if _is_child(subject)]
    return tuple(
        Span(
            child,
            (lives[child].text("date_of_birth") if child in lives else "") or ALWAYS.first,
            (lives[child].text("date_of_death") if child in lives else "") or ALWAYS.last,
        )
        for child in children
    )
