"""Who is on no list of the board's, and the list of what it is asked (R-080)."""

from __future__ import annotations

import datetime as dt

from imr_desk.review.board_queries import for_the_board, queries_about, unasked, unsent
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

DAY = dt.date(2014, 6, 3)


def made(kind: str, record_id: str, **values: object) -> Record:
    return Record(kind, RecordId(record_id), 0, values, dated=kind_of(kind).dated)  # type: ignore[arg-type]


OFFICER = made("professional", "PRO-01", code="Police Officer 3", post="Officer in the case", agency="Police")
COUNSEL = made("professional", "PRO-02", code="Counsel 1", post="Prosecuting counsel", agency="Chambers")
LISTED = made("professional", "PRO-03", code="Social Worker 1", on_list=True)


def test_new_people_of_other_agencies_are_asked_about_until_they_are_listed_or_asked() -> None:
    assert unasked(Review.of([OFFICER, COUNSEL, LISTED])) == (OFFICER, COUNSEL)
    linked = made("person_query", "PQY-01", person="PRO-01")
    by_code = made("person_query", "PQY-02", code="counsel 1 ")
    assert unasked(Review.of([OFFICER, COUNSEL, LISTED, linked, by_code])) == ()


def test_a_query_names_the_person_by_code_only_and_is_dated() -> None:
    (query,) = queries_about((OFFICER,), DAY)
    assert (query["code"], query["person"], query["raised_on"]) == ("Police Officer 3", "PRO-01", "2014-06-03")


def test_queries_are_open_until_they_are_sent_or_answered() -> None:
    fresh = made("person_query", "PQY-01", code="A")
    sent = made("person_query", "PQY-02", code="B", sent_on="2014-06-04")
    answered = made("person_query", "PQY-03", code="C", answer="Yes")
    assert unsent(Review.of([fresh, sent, answered])) == (fresh,)


def test_list_for_the_board_says_post_agency_and_where_the_person_was_first_met() -> None:
    wrong = made("entry", "CE-01", event="Police Officer 30 rang.")
    first = made("entry", "CE-02", event="Told by Police Officer 3.")
    query = made("person_query", "PQY-01", code="Police Officer 3", raised_on="2014-06-03", question="Is it\nso?")
    lines = for_the_board(Review.of([OFFICER, wrong, first, query]), (query,)).split("\n")
    assert lines[0].startswith("Code\tPost\tAgency")
    assert lines[1] == "Police Officer 3\tOfficer in the case\tPolice\tCE-02\t3 June 2014\tIs it so?"
