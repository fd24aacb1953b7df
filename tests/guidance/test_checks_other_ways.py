"""The other ways in which a requirement is satisfied, and where a check must keep silent."""

from __future__ import annotations

import datetime as dt

import pytest
from breakages import LIVE, NO_NAMES, Breakage, add, drop, put
from factories import closed_review

from imr_desk.guidance.engine import run
from imr_desk.guidance.facts import Facts, NamesSeen, Place

TODAY = dt.date(2025, 1, 10)
SECOND = {"version_before": 1, "version_after": 2, "dated": "2024-08-01", "words": "It was asked."}

SATISFIED = (
    Breakage("R-045", "an exception explained", (put("author", area="Border Force", unit_exception="So."),), "ho"),
    Breakage("R-053", "lead and line manager are one", (put("NOT-02", date=None, same_person=True),), "ho"),
    Breakage("R-054", "the review’s own kind for a subject line", (
        put("review", review_type="Domestic Homicide Review"),
        put("NOT-01", subject="DOMESTIC homicide review: Adult 1"),
    ), "ho"),
    Breakage("R-054", "a letter has no subject line", (put("NOT-01", channel="letter", subject=None),), "ho"),
    Breakage("R-062", "none held", (put("REC-01", status="not held", secured_on=None),)),
    Breakage("R-063", "one record of both media", (drop("REC-02"), put("REC-01", medium="paper and electronic"))),
    Breakage("R-068", "a reason", (put("REC-01", examined_on=None, not_examined_reason="Not about this family."),)),
    Breakage("R-072", "date unknown", (put("CE-001", date="date unknown"),)),
    Breakage("R-072", "a source in words", (put("CE-001", sources=[{"place": "Told by the duty desk"}]),)),
    Breakage("R-072", "same words on another day", (put("CE-003", event="A visit was planned."),)),
    Breakage("R-072", "same words from another source", (
        add("entry", "CE-004", date="3 August 2023", event="The visit was made.", sources=[{"record": "REC-02"}]),
    )),
    Breakage("R-075", "no involvement, with a search", (
        drop("CE-001", "CE-002", "CE-003"),
        put("records_statement", no_involvement="Nothing was found."),
        add("search_made", "SRC-01", system="CMS", searched_on="2024-03-05"),
    )),
    Breakage("R-082", "the manager’s own signature on it", (
        drop("CSO-01"), add("signature", "SIG-03", role="counter_signatory", part="chronology"),
    )),
    Breakage("R-084", "a reason with the person", (drop("INT-02"),)),
    Breakage("R-088", "a reason with the person", (put("INT-02", reason=None),)),
    Breakage("R-088", "interviewed in the end", (
        put("INT-02", reason=None, staff="STF-01"),
        put("STF-01", not_interviewed_reason=None),
    )),
    Breakage("R-090", "proceedings ended", (put("PAR-01", status="ended"), put("INT-01", potential_witness=None))),
    Breakage("R-090", "no proceedings", (put("INT-01", potential_witness=None, witness_answered_on=None),)),
    Breakage("R-090", "live, answered the same day", (LIVE, put("INT-01", witness_answered_on="2024-05-10"))),
    Breakage("R-090", "live, held before and said why", (
        LIVE, put("INT-01", potential_witness=None, held_before_answer="The trial was listed late; the SIO was told."),
    )),
    Breakage("R-093", "consent refused and dated", (
        put("INT-01", consents=[{"process": "Inquest", "consent": False, "date": "2024-05-14"}]),
    )),
    Breakage("R-103", "no evidence held", (drop("AN-02"), put("SEC-02", no_evidence_held="The log was destroyed."))),
    Breakage("R-114", "on the list", (put("SUM-01", refs=None), put("accuracy", unsourced=["SUM-01"]))),
    Breakage("R-119", "linked from the recommendation", (put("LES-01", recommendation=None),)),
    Breakage("R-119", "linked from the lesson", (put("RCM-01", lesson=None),)),
    Breakage("R-119", "action for the lesson itself", (put("ACT-01", recommendation=None, lesson="LES-01"),)),
    Breakage("R-128", "no recommendation", (drop("RCM-01"),)),
    Breakage("R-131", "confirmed by the representative", (
        put("BA-01", consulted_on=None, confirmed_by_representative_on="2024-07-01"),
    ), "ho"),
    Breakage("R-132", "confirmed by the representative", (
        put("BA-01", system_reference=None, confirmed_by_representative_on="2024-07-01"),
    ), "ho"),
    Breakage("R-133", "confirmed by the representative", (
        put("BA-01", plan_system_reference=None, plan_confirmed_by_representative_on="2024-11-01"),
    ), "ho"),
    Breakage("R-133", "an area of the report only", (
        put("BA-01", referred_to_in="report", told_of_board_recommendations_on=None, plan_system_reference=None),
    ), "ho"),
    Breakage("R-135", "the program decides an item", (put("QA-01", comment=None),)),
    Breakage("R-138", "presented the day it was signed", (put("afterwards", presented_on="2024-07-15"),)),
    Breakage("R-138", "an earlier version was presented earlier", (
        put("review", version=2), put("SIG-01", version=2), put("SIG-02", version=2, signed_at="2024-09-01"),
    )),
    Breakage("R-148", "a question from the panel", (
        put("review", version=2),
        add("panel_question", "PQ-1", question="Why?", asked_by="Chair", asked_on="2024-08-01", new_version=2),
    )),
    *(
        Breakage("R-148", reason, (put("review", version=2), add("reopening", "REO-01", reason=reason, **SECOND)))
        for reason in ("new information", "error of fact")
    ),
    Breakage("R-151", "late, with a reason", (put("DBR-01", first_held="2024-11-01", reason="On sick leave."),)),
    Breakage("R-155", "confirmed by the representative", (
        put("afterwards", lessons_learned_team_sent_on=None, representative_confirmed_on="2024-08-01"),
    ), "ho"),
    Breakage("R-183", "an unsettled name in the process part", names=NamesSeen(
        readable=True, unknown=(("INT-01", "record"),),
    )),
    Breakage("R-183", "a name in a record that is gone", names=NamesSeen(readable=True, registered=(("X-1", "y"),))),
    Breakage("R-184", "days, dates and other agencies", (
        put("CE-003", event="Asked the Case Officer 3 days later, the Team Leader 5 May 2023, and Police Officer 1."),
    )),
    Breakage("R-188", "not judged while nothing is live", (put("DIS-01", relevant=None),)),
)  # fmt: skip


def places(case: Breakage) -> tuple[Place, ...]:
    review = case.made_on(closed_review(case.agency))
    (result,) = run(Facts(review, case.names, TODAY), only=[case.requirement])
    assert result.applies
    return result.places


@pytest.mark.parametrize("case", SATISFIED, ids=str)
def test_check_satisfied_in_another_way_is_silent(case: Breakage) -> None:
    assert places(case) == ()


def test_disclosure_of_a_question_needs_who_asked_it() -> None:
    changes = (put("review", version=2), add("reopening", "REO-01", reason="question", **SECOND))
    assert places(Breakage("R-148", "nobody asked", changes))
    assert not places(Breakage("R-148", "asked", (*changes, put("REO-01", asked_by="Chair"))))


def test_director_is_the_director_of_public_prosecutions_only() -> None:
    for who, counts in (("The Director", True), ("DPP", True), ("Director, CPS", True), ("Director of Finance", False)):
        assert (not places(Breakage("R-128", who, (put("CLR-01", who=who),)))) is counts


def test_title_of_another_agency_is_not_taken_for_one_of_staff() -> None:
    officers = add("staff", "STF-03", code="Officer 1", not_interviewed_reason="Retired.")
    assert not places(Breakage("R-184", "Police Officer 1 beside Officer 1", (officers,)))
    unlisted = (officers, put("CE-003", event="Police Officer 7 and Officer 8 came."))
    (place,) = places(Breakage("R-184", "Officer 8", unlisted))
    assert "Officer 8" in place.words


def test_duplicate_names_the_first_of_the_two() -> None:
    again = add("entry", "CE-009", date="3 August 2023", event="The visit was made.", sources=[{"record": "REC-01"}])
    (place,) = places(Breakage("R-072", "twice", (again,)))
    assert (place.record_id, "CE-003" in place.words) == ("CE-009", True)


def test_agency_not_chosen_asks_what_either_is_asked() -> None:
    review = put("review", agency=None)(closed_review("cps"))
    assert all(result.applies for result in run(Facts(review, NO_NAMES, TODAY)))


def test_declaration_not_made_says_of_each_requirement_what_has_to_be_declared() -> None:
    said = {name: places(Breakage(name, "none", (drop("DEC-01"),)))[0].words for name in ("R-042", "R-043")}
    assert said["R-042"] != said["R-043"]
