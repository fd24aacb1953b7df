"""One change for each way in which a closed review can fall short of a requirement. Read with `whole_reviews`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from factories import record, with_record, with_values, without

from imr_desk.guidance.facts import NamesSeen
from imr_desk.review.review import Review

Change = Callable[[Review], Review]
NO_NAMES = NamesSeen(readable=True)


@dataclass(frozen=True)
class Breakage:
    """What is done to a closed review, and the requirement that must then fail."""

    requirement: str
    what: str
    changes: tuple[Change, ...] = ()
    agency: str = "cps"
    names: NamesSeen = field(default=NO_NAMES)

    def made_on(self, review: Review) -> Review:
        return reduce(lambda before, change: change(before), self.changes, review)

    def __str__(self) -> str:
        return f"{self.requirement} {self.what}"


def put(record_id: str, **values: Any) -> Change:  # noqa: ANN401 - whatever the field can hold
    return lambda review: with_values(review, record_id, **values)


def add(kind: str, record_id: str, **values: Any) -> Change:  # noqa: ANN401 - whatever the field can hold
    return lambda review: with_record(review, record(kind, record_id, **values))


def drop(*record_ids: str) -> Change:
    return lambda review: reduce(without, record_ids, review)


def _seen(**found: Any) -> NamesSeen:  # noqa: ANN401 - the fields of NamesSeen
    return NamesSeen(**({"readable": True} | found))


LIVE = put("PAR-01", status="running")

BREAKAGES = (
    # G1
    Breakage("R-001", "no kind of subject", (put("review", subject_kind=None),)),
    Breakage("R-001", "blanks for the kind of review", (put("review", review_type=" "),)),
    Breakage("R-005", "no form", (put("review", review_form=None),)),
    Breakage("R-023", "no owner", (put("ownership", owner=None),)),
    Breakage("R-023", "answered on the day of the first interview", (put("ownership", answered_on="2024-05-10"),)),
    Breakage("R-025", "no cut-off", (put("period", cut_off=None),)),
    Breakage("R-025", "cut-off before the start", (put("period", cut_off="2020-12-31"),)),
    Breakage("R-029", "source of the template unknown", (put("review", template_source=None),)),
    Breakage("R-042", "no declaration", (drop("DEC-01"),)),
    Breakage("R-042", "not declared", (put("DEC-01", no_direct_involvement=None),)),
    Breakage("R-042", "author on the staff register", names=_seen(author_is_staff=True)),
    Breakage("R-043", "not declared", (put("DEC-01", no_line_management=None),)),
    Breakage("R-043", "author was manager", (put("STF-01", manager_then="deputy chief  Crown Prosecutor"),)),
    Breakage("R-045", "another unit", (put("author", area="Border Force"),), "ho"),
    Breakage("R-051", "nobody told", (drop("NOT-01"),)),
    Breakage("R-051", "not dated", (put("NOT-01", date=None),)),
    Breakage("R-051", "told after the first draft", (add("version", "VER-01", version="1", date="2024-03-03"),)),
    Breakage("R-053", "one of four missing", (drop("NOT-03"),), "ho"),
    Breakage("R-053", "one of four without date", (put("NOT-02", date=None),), "ho"),
    Breakage("R-167", "one kind not answered", (drop("PAR-09"),)),
    Breakage("R-167", "one kind without date", (put("PAR-04", checked_on=None),)),
    Breakage("R-195", "no start event", (put("start_event", chosen=None),)),
    Breakage("R-195", "six months counted wrong", (put("start_event", six_months_end="2024-08-31"),)),
    # G2
    Breakage("R-010", "no purpose", (put("opening", purpose=None),)),
    Breakage("R-062", "not secured", (put("REC-01", secured_on=None),)),
    Breakage("R-062", "empty register", (drop("REC-01", "REC-02"),)),
    Breakage("R-063", "nothing on paper records", (put("REC-02", medium="electronic"),)),
    Breakage("R-063", "paper without a status", (put("REC-02", status=None),)),
    Breakage("R-066", "police not asked", (put("REC-02", police_asked_on=None),)),
    Breakage("R-066", "no reply on a file lost in part", (put("REC-02", status="partly missing", police_reply=None),)),
    Breakage("R-068", "not examined", (put("REC-01", examined_on=None),)),
    Breakage("R-072", "no date", (put("CE-001", date=None),)),
    Breakage("R-072", "no source", (put("CE-002", sources=None),)),
    Breakage("R-072", "no event", (put("CE-003", event="\n"),)),
    Breakage("R-072", "a date to come", (put("CE-003", date="3 August 2033"),)),
    Breakage(
        "R-072",
        "the same twice",
        (add("entry", "CE-004", date="3/8/2023", event="The visit  was made.", sources=[{"record": "REC-01"}]),),
    ),
    Breakage("R-075", "empty chronology", (drop("CE-001", "CE-002", "CE-003"),)),
    Breakage("R-084", "nobody on the list", (drop("STF-01", "STF-02"),)),
    Breakage("R-084", "one not answered for", (add("staff", "STF-03", code="Case Officer 2"),)),
    Breakage("R-084", "one only planned", (put("INT-01", status="planned"),)),
    Breakage("R-085", "no record", (put("INT-01", record=None),)),
    Breakage("R-086", "not shared", (put("INT-01", shared_on=None),)),
    Breakage("R-086", "shared before it was held", (put("INT-01", shared_on="2024-05-09"),)),
    Breakage("R-087", "purpose not explained", (put("INT-01", purpose_explained=False),)),
    Breakage("R-088", "no reason", (put("INT-02", reason=None), put("STF-02", not_interviewed_reason=None))),
    Breakage("R-089", "a name in a record", names=_seen(registered=(("INT-01", "record"),))),
    Breakage("R-089", "nobody by title", (put("INT-02", staff=None),)),
    Breakage("R-089", "register not readable", names=_seen(readable=False)),
    Breakage("R-090", "live, no answer", (LIVE, put("INT-01", potential_witness=None))),
    Breakage("R-090", "perhaps live, no answer", (
        put("PAR-01", status="possible"), put("INT-01", potential_witness=None),
    )),
    Breakage("R-090", "live, answer without date", (LIVE, put("INT-01", witness_answered_on=None))),
    Breakage("R-090", "live, held before the answer", (LIVE, put("INT-01", witness_answered_on="2024-05-11"))),
    Breakage("R-093", "consent not dated", (put("INT-01", consents=[{"process": "Inquest", "consent": True}]),)),
    Breakage("R-102", "no reason why", (put("KD-01", why=None),)),
    Breakage("R-103", "no question", (drop("Q-1", "Q-2"),)),
    Breakage("R-103", "no section", (drop("SEC-02"),)),
    Breakage("R-103", "no text", (drop("AN-02"),)),
    Breakage("R-103", "no evidence", (put("AN-02", refs=None), put("accuracy", unsourced=["AN-02"]))),
    Breakage("R-105", "no overall answer", (put("findings", resources_overall=None),)),
    Breakage("R-114", "not declared", (put("accuracy", declared_on=None),)),
    Breakage("R-114", "a summary without evidence", (put("SUM-01", refs=None),)),
    Breakage("R-118", "not measurable", (put("RCM-01", measurable=None),)),
    Breakage("R-119", "nothing follows", (put("LES-02", reason_for_none=None),)),
    Breakage("R-119", "no change expected", (put("ACT-01", expected_change=None),)),
    Breakage("R-120", "no owner", (put("ACT-01", owner=None),)),
    Breakage("R-120", "empty plan", (drop("ACT-01"),)),
    Breakage("R-144", "a mandatory section empty", (drop("SUM-01"),)),
    Breakage("R-144", "a picture without a description", (put("genogram", picture_sha256="0" * 64),)),
    Breakage("R-183", "a registered name", names=_seen(registered=(("REC-01", "note"),))),
    Breakage("R-183", "an unsettled name in the report", names=_seen(unknown=(("CE-002", "event"),))),
    Breakage("R-183", "register not readable", names=_seen(readable=False)),
    Breakage("R-184", "no number", (put("STF-02", code="Team Leader"),)),
    Breakage("R-184", "two of one title", (put("STF-02", code="Case Officer 1"),)),
    Breakage("R-184", "a title not on the list", (put("CE-003", event="Case Officer 2 made the visit."),)),
    Breakage("R-185", "a date of birth", (put("findings", resources_overall="Mother, born on 4 June 1990."),)),
    # G3
    Breakage("R-082", "no sign-off", (drop("CSO-01"),)),
    Breakage("R-082", "sign-off not dated", (put("CSO-01", signed_off_on=None),)),
    Breakage("R-128", "not sent to the Director", (put("CLR-01", who="Director’s private office"),)),
    Breakage("R-128", "no directorate", (drop("CLR-02"),)),
    Breakage("R-128", "one not cleared", (put("CLR-02", status="sent"),)),
    Breakage("R-129", "another version cleared", (put("CLR-03", version=2),)),
    Breakage("R-131", "no area listed", (drop("BA-01"),), "ho"),
    Breakage("R-131", "not consulted", (put("BA-01", consulted_on=None),), "ho"),
    Breakage("R-131", "not said where it stands", (put("BA-01", referred_to_in=None, consulted_on=None),), "ho"),
    Breakage("R-131", "consulted after sign-off", (put("BA-01", consulted_on="2024-07-16"),), "ho"),
    Breakage("R-132", "no reference", (put("BA-01", system_reference=None),), "ho"),
    Breakage("R-135", "no checklist", (drop("QA-01", "QA-02"),)),
    Breakage("R-135", "an item without answer", (put("QA-01", answer=None),)),
    Breakage("R-135", "a person’s item without comment", (put("QA-02", comment=None),)),
    Breakage("R-135", "done for another version", (put("quality_checklist", version=2),)),
    Breakage("R-136", "not signed", (drop("SIG-01"),)),
    Breakage("R-136", "voided", (put("SIG-01", voided_at="2024-07-13"),)),
    Breakage("R-136", "of another version", (put("SIG-01", version=2),)),
    # G4
    Breakage("R-054", "another subject line", (put("NOT-02", subject="An urgent matter"),), "ho"),
    Breakage("R-054", "presented under none", (put("afterwards", presented_subject=None),), "ho"),
    Breakage("R-137", "not counter-signed", (drop("SIG-02"),)),
    Breakage("R-137", "one person twice", (put("SIG-02", name="EXAMPLE author"),)),
    Breakage("R-137", "one key twice", (put("SIG-02", public_key="aa"),)),
    Breakage("R-137", "dated before the author", (put("SIG-02", signed_at="2024-07-11"),)),
    Breakage("R-138", "one signature missing", (drop("SIG-01"),)),
    Breakage("R-138", "presented before it was signed", (put("afterwards", presented_on="2024-07-14"),)),
    Breakage("R-188", "empty list", (drop("DIS-01"),)),
    Breakage("R-188", "not described", (put("DIS-01", description=None),)),
    Breakage("R-188", "live and not judged", (LIVE, put("DIS-01", relevant="not known"))),
    Breakage("R-197", "report not due", (drop("TT-02"),)),
    Breakage("R-197", "provisional", (put("TT-01", firmness="provisional"),)),
    # G5
    Breakage("R-133", "not told", (put("BA-01", told_of_board_recommendations_on=None),), "ho"),
    Breakage("R-133", "confirmed for the report only", (
        put("BA-01", plan_system_reference=None, confirmed_by_representative_on="2024-07-01"),
    ), "ho"),
    Breakage("R-148", "a second version without reason", (put("review", version=2),)),
    Breakage("R-151", "not debriefed", (drop("DBR-01"),)),
    Breakage("R-151", "debriefed too late", (put("DBR-01", first_held="2024-10-01"),)),
    Breakage("R-155", "no copy sent", (put("afterwards", lessons_learned_team_sent_on=None),), "ho"),
)  # fmt: skip
