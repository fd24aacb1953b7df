"""People of other agencies who are on no list of the board's, and what the board is asked about them (R-080).

A name that the author meets gets the next code of its post. Until the board has said that the person is on its list,
or was asked, they stand here; so nobody is forgotten, whichever way they came in.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from imr_desk.i18n import tr
from imr_desk.review.free_text import texts_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review

QUERY, PERSON = "person_query", "professional"


def unasked(review: Review) -> tuple[Record, ...]:
    """People of other agencies, with a code, whom the board does not list as far as is known, nor was asked about."""
    asked = {each.link("person") for each in review.all(QUERY)}
    codes = {each.text("code").strip().casefold() for each in review.all(QUERY)}
    return tuple(
        each
        for each in review.all(PERSON)
        if each.text("code")
        and each.flag("on_list") is not True
        and str(each.id) not in asked
        and each.text("code").strip().casefold() not in codes
    )


def queries_about(people: tuple[Record, ...], day: dt.date) -> tuple[Mapping[str, object], ...]:
    """The values of a query about each of them, raised on a day."""
    question = tr("Is this person on the board\u2019s list already, and by which code? Otherwise this code is used.")
    return tuple(
        {"code": each.text("code"), "person": str(each.id), "raised_on": day.isoformat(), "question": question}
        for each in people
    )


def unsent(review: Review) -> tuple[Record, ...]:
    """The queries that were neither sent to the board nor answered."""
    return tuple(each for each in review.all(QUERY) if each.day("sent_on") is None and not each.text("answer"))


def for_the_board(review: Review, queries: tuple[Record, ...]) -> str:
    """The list of queries as a table of text, its cells parted by tabs: no name, only codes, posts and agencies."""
    lines = [(tr("Code"), tr("Post"), tr("Agency"), tr("First met in"), tr("Raised on"), tr("Question"))]
    for each in queries:
        person = _person_of(review, each)
        raised = each.day("raised_on")
        lines.append(
            (
                each.text("code"),
                person.text("post") if person is not None else "",
                person.text("agency") if person is not None else "",
                _first_met(review, person),
                day_in_words(raised) if raised is not None else "",
                each.text("question"),
            )
        )
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def _person_of(review: Review, query: Record) -> Record | None:
    """Whom a query is about, by its link or else by the code."""
    linked = review.get(query.link("person"))
    if linked is not None:
        return linked
    code = query.text("code").strip().casefold()
    return next((each for each in review.all(PERSON) if code and each.text("code").strip().casefold() == code), None)


def _first_met(review: Review, person: Record | None) -> str:
    """The reference of the first entry that names the person; nothing for none."""
    if person is None or not person.text("code"):
        return ""
    code = re.compile(rf"(?<!\w){re.escape(person.text('code'))}(?!\w)")
    entries = (each for each in review.all("entry") if any(code.search(part.text) for part in texts_of(each)))
    return str(next((each.id for each in entries), ""))
