"""The Home Office sample, stage 2: the four notices, progress, and what runs beside the review."""

from __future__ import annotations

from imr_desk.sample.home_office_commission import COUNTER_SIGNATORY, REPRESENTATIVE
from imr_desk.sample.making import Maker


def add(maker: Maker) -> None:
    """Notices (R-053), progress reports, one row for each parallel process (R-167), and the business areas."""
    _notices(maker)
    _processes(maker)
    _areas(maker)


def _notices(maker: Maker) -> None:
    rows = (
        ("scs_line_manager", COUNTER_SIGNATORY, "acknowledged at 11:20 the same day"),
        ("scs_childrens_lead", "Senior Civil Service Children's Lead, UKVI", "acknowledged at 14:05 the same day"),
        ("psu", "Head of the Professional Standards Unit", "logged by the unit at 09:40"),
        ("occ", "Office of the Children's Champion", "reply of 21 August 2014 offering support"),
    )
    for number, (recipient, to_role, proof) in enumerate(rows, 1):
        maker.put(
            "notification",
            f"NOT-{number:02d}",
            date="2014-08-20",
            recipient=recipient,
            to_role=to_role,
            by_role=REPRESENTATIVE,
            what="That the board has decided on a review, the letter, and what is asked of the Home Office",
            channel="secure e-mail",
            subject="Serious Case Review: Child M: notice to all four",
            proof=proof,
        )
    maker.put(
        "notification",
        "NOT-05",
        date="2014-10-24",
        recipient="other",
        to_role="Staff in the key to people",
        by_role=REPRESENTATIVE,
        what="That the review would now speak to staff, its purpose, and the support on offer",
        channel="individual letter",
        subject="Serious Case Review: Child M: what it means for you",
        proof="copies on the case file",
    )
    for day, text in (
        ("2014-09-18", "Author in place; terms of reference agreed; records secured."),
        ("2014-11-13", "Chronology sent on 30 October; both interviews held; analysis begun."),
        ("2015-01-12", "First full draft on 9 January; business areas consulted and content."),
    ):
        maker.put("progress_report", date=day, to_role=COUNTER_SIGNATORY, text=text)


def _processes(maker: Maker) -> None:
    confirmed = "Confirmed by the board manager on 17 September 2014."
    rows = (
        ("criminal proceedings", "Northmarch Police", "ended", "CON-02", "2014-07-18", "2014-10-17"),
        ("coroner", "the coroner for the district", "none", "", "", ""),
        ("care proceedings", "the family court", "running", "CON-01", "2014-07-25", ""),
        ("complaint", "Home Office", "none", "", "", ""),
        ("disciplinary", "Home Office", "none", "", "", ""),
        ("domestic homicide review", "the community safety partnership", "none", "", "", ""),
        ("police complaints body", "Independent Police Complaints Commission", "none", "", "", ""),
        ("serious incident (health)", "the hospital trust", "possible", "CON-01", "", ""),
        ("internal review", "Home Office", "none", "", "", ""),
        ("adult review", "the safeguarding adults board", "none", "", "", ""),
        ("mental-health homicide review", "the health service", "none", "", "", ""),
    )
    for number, (process, body, status, contact, started, ended) in enumerate(rows, 1):
        criminal = process == "criminal proceedings"
        maker.put(
            "parallel_process",
            f"PAR-{number:02d}",
            process=process,
            body=body,
            status=status,
            contact=contact,
            started=started,
            ended=ended,
            checked_on="2015-01-26",
            panel_told_on="2014-10-20" if criminal else "2014-09-10",
            effect="No interviews until the investigation had ended." if criminal else "none",
            approach="Records and chronology at once; staff to be seen when the police agree."
            if criminal
            else confirmed,
            advice_asked_on="2014-09-10" if criminal else "",
            advice_given_by="Officer in the case, Northmarch Police" if criminal else "",
            advice_outcome="agreed" if criminal else "",
        )


def _areas(maker: Maker) -> None:
    for name, consulted, reply, minute in (
        ("Asylum support", "2014-12-08", "Content with the facts; will own ACT-1.", "minute 41"),
        ("Asylum decisions", "2014-12-08", "Content; one date corrected.", "minute 42"),
        ("Reporting and enforcement", "2014-12-09", "Content; will own ACT-2.", "minute 43"),
    ):
        maker.put(
            "business_area",
            name=name,
            referred_to_in="report" if name == "Asylum decisions" else "both",
            consulted_on=consulted,
            reply=reply,
            system_reference=f"CID, {minute} of 12 December 2014",
            confirmed_by_representative_on="2014-12-12",
        )
