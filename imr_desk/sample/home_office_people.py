"""The Home Office sample: people, by job title or code."""

from __future__ import annotations

from imr_desk.sample.home_office_commission import AUTHOR, COUNTER_SIGNATORY, REPRESENTATIVE
from imr_desk.sample.making import Maker


def add(maker: Maker) -> None:
    """Who writes, who answers for it, the family, people of other agencies, staff, abbreviations and contacts."""
    _posts(maker)
    _family(maker)
    _others(maker)
    _staff(maker)
    _words(maker)


def _posts(maker: Maker) -> None:
    maker.put(
        "author",
        job_title=AUTHOR,
        area="Professional Standards Unit",
        grade="Grade 7",
        experience="eleven years of investigations, four of them in the unit; two earlier reviews",
        nominated_on="2014-08-28",
        decided_by="Head of the Professional Standards Unit",
        decided_on="2014-08-27",
    )
    maker.put("counter_signatory", job_title=COUNTER_SIGNATORY, grade="Senior Civil Service")
    maker.put(
        "panel_member",
        job_title=REPRESENTATIVE,
        grade="Grade 6",
        knows_the_case="read the records of the case before the first meeting; took no part in it",
    )
    maker.put(
        "declaration",
        part="author",
        declared_on="2014-08-29",
        no_direct_involvement="I have had no part in any decision in the case and no contact with the child or family.",
        no_line_management="I have never line-managed any member of staff involved, in this or any other post.",
        no_connection="I have no connection with the family or with anyone else concerned.",
        conflicts="none",
        declared_again_on="2015-01-28",
    )
    maker.put(
        "declaration",
        part="counter_signatory",
        declared_on="2014-09-01",
        no_direct_involvement="I took no decision in the case.",
        conflicts="none",
    )
    maker.put(
        "declaration",
        part="panel_member",
        declared_on="2014-09-01",
        no_direct_involvement="I have had no part in the case.",
        no_line_management="I line-manage nobody who was directly involved.",
        conflicts="none",
    )
    maker.put(
        "independence", same_area=False, note="No direct line management at any time, as the guidance asks of the unit."
    )


def _family(maker: Maker) -> None:
    rows = (
        ("Child M", "subject of the review", "male", "3 years", "English, with Mother's first language", "subject"),
        ("Mother", "mother of Child M", "female", "27 years", "recorded; left out of this report", "main claimant"),
        ("Father", "father of Child M", "male", "31 years", "recorded; left out of this report", "apart from 2013"),
    )
    for number, (code, relationship, sex, age, language, part) in enumerate(rows, 1):
        maker.put(
            "subject",
            f"SUB-{number:02d}",
            code=code,
            relationship=relationship,
            sex=sex,
            age_at_event=age,
            ethnicity="recorded; left out of this report",
            first_language=language,
            religion="not recorded",
            disability="none recorded",
            legal_status="dependant of Mother's claim" if number == 1 else "subject to immigration control",
            part=part,
        )
    maker.put("genogram", text="Child M is the only child of Mother and Father, who lived apart from early 2013.")
    maker.put("identity_key", note="Kept apart, for the Chair only, and never exported. No names in this sample.")
    maker.put("identity", subject="SUB-01", date_of_birth="2011-06-02")


def _others(maker: Maker) -> None:
    rows = (
        ("Housing Officer 1", "Officer of the provider of accommodation", "a housing company"),
        ("Health Visitor 1", "Health visitor of Child M to May 2014", "a hospital trust"),
        ("Social Worker 1", "Duty social worker, October 2013", "the council"),
        ("Police Officer 1", "Officer in the case from July 2014", "Northmarch Police"),
    )
    for number, (code, post, agency) in enumerate(rows, 1):
        maker.put("professional", f"PRO-{number:02d}", code=code, post=post, agency=agency, on_list=True)


def _staff(maker: Maker) -> None:
    written = "Answered questions in writing on {day}; the answers left nothing to put in person."
    rows = (
        ("Caseworker 1", "Caseworker", "Asylum support", "2013-04-15", "2014-04-30", "support of the family", ""),
        (
            "Caseworker 2",
            "Caseworker",
            "Asylum decisions",
            "2013-05-01",
            "2014-01-31",
            "interview and decision on the claim",
            written.format(day="14 November 2014"),
        ),
        (
            "Immigration Officer 1",
            "Immigration Officer",
            "Reporting centre",
            "2013-06-03",
            "2014-07-31",
            "saw Mother and Child M when they reported",
            written.format(day="17 November 2014"),
        ),
        (
            "Chief Immigration Officer 1",
            "Chief Immigration Officer",
            "Reporting centre",
            "2013-04-01",
            "2014-07-31",
            "referral of September 2013; action when reporting stopped",
            "",
        ),
        (
            "Team Leader 1",
            "Team Leader",
            "Contact centre",
            "2014-01-06",
            "2014-07-31",
            "took the call of May 2014",
            "One telephone call, recorded. " + written.format(day="18 November 2014"),
        ),
    )
    for number, (code, title, unit, begun, ended, part, reason) in enumerate(rows, 1):
        maker.put(
            "staff",
            f"STF-{number:02d}",
            code=code,
            title=title,
            not_interviewed_reason=reason,
            unit=unit,
            involved_from=begun,
            involved_to=ended,
            manager_then="a manager of the unit, not involved",
            part=part,
        )


def _words(maker: Maker) -> None:
    for term, meaning in (
        ("CID", "Case Information Database, the electronic case record of the Home Office"),
        ("IMR", "Individual Management Review"),
        ("PSU", "Professional Standards Unit"),
        ("UKVI", "UK Visas and Immigration"),
    ):
        maker.put("abbreviation", term=term, meaning=meaning)
    for number, (role, purpose, channel) in enumerate(
        (
            ("Board manager, Thornmere Safeguarding Children Board", "everything sent or received", "secure e-mail"),
            ("Officer in the case, Northmarch Police", "criminal investigation, witness status", "secure e-mail"),
            ("Independent overview author", "timetable, questions", "through the board manager"),
            ("Office of the Children's Champion, Home Office", "advice to the author", "secure e-mail"),
        ),
        1,
    ):
        maker.put("contact", f"CON-{number:02d}", role=role, purpose=purpose, channel=channel)
    maker.put("contact_note", date="2014-08-22", contact="CON-01", about="Details of the request received.")
    maker.put("contact_note", date="2014-09-17", contact="CON-03", about="Meeting on timetable, codes and format.")
    maker.put("contact_note", date="2014-10-20", contact="CON-02", about="Investigation ended; none is a witness.")
