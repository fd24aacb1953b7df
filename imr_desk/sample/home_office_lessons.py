"""The Home Office sample, stage 7: two lessons, a recommendation, two actions, clearance."""

from __future__ import annotations

from imr_desk.sample.home_office_commission import COUNTER_SIGNATORY
from imr_desk.sample.making import Maker


def add(maker: Maker) -> None:
    """Lessons, early action, the recommendation with its two actions, and who was asked."""
    _lessons(maker)
    _recommendation(maker)
    _actions(maker)
    maker.put(
        "clearance",
        "CLR-01",
        who="Senior Civil Service Children's Lead, UKVI",
        what="final draft",
        about_words="final draft",
        sent="2015-01-19",
        reply="Content.",
        cleared_on="2015-01-26",
        status="cleared",
        version=1,
    )
    maker.put(
        "clearance",
        "CLR-02",
        who="Office of the Children's Champion",
        what="consultation",
        about=["RCM-1"],
        sent="2015-01-12",
        reply="Agreed; asks to see the first sample.",
        cleared_on="2015-01-16",
        status="agreed",
        version=1,
    )


def _lessons(maker: Maker) -> None:
    maker.put(
        "lesson",
        "LES-1",
        text="When support ends or contact is lost, the question is where the child is now and who has been told. A "
        "list or a screen that shows one adult leaves the child out.",
        evidence=["AN-1.3", "AN-1.5", "KD-1", "KD-2", "CE-015", "CE-016"],
        level="organisation",
        wider_than_this_case=True,
        what_should_change="No family's support ends, and nobody with a child is marked as out of contact, before the "
        "council has been told.",
        recommendation="RCM-1",
    )
    maker.put(
        "lesson",
        "LES-2",
        text="A caller who asks for a child's address has a reason. The address may not be given; the reason can be "
        "asked for and passed on.",
        evidence=["AN-2.3", "AN-2.6", "CE-017"],
        level="between agencies",
        wider_than_this_case=True,
        what_should_change="Each such call ends with a referral or a note of why none was needed.",
        reason_for_none="Done by early action EA-02 in October 2014 and checked in January 2015.",
    )
    for number, (action, started, done, evidence) in enumerate(
        (
            ("The weekly list of empty addresses shows each child, and the council is rung about each.", "2014-09-29",
             "2014-10-13", "Weekly lists since 13 October 2014."),
            ("Two questions added to the call script of the contact centre: why is it wanted, and who should know.",
             "2014-10-01", "2014-10-20", "Twenty calls listened to in January 2015: all but one in order."),
        ),
        1,
    ):  # fmt: skip
        maker.put(
            "early_action",
            f"EA-{number:02d}",
            lesson=f"LES-{number}",
            action=action,
            started=started,
            done=done,
            evidence=evidence,
        )


def _recommendation(maker: Maker) -> None:
    maker.put(
        "recommendation",
        "RCM-1",
        number=1,
        lesson="LES-1",
        text="By 30 June 2015 the Director of Asylum Operations should see that no support of a family ends, and no "
        "claimant with a child is marked as out of contact, until the council has been told and the telling recorded.",
        specific="A step on both screens that cannot be passed over, and a new version of the local instruction",
        measurable="Recorded in 95 per cent of a monthly sample of forty cases for six months",
        achievable="Owned by the heads of asylum support and of reporting; the change to the screens is paid for",
        relevant="LES-1: nobody was told in February, March or May 2014",
        time_bound="2015-06-30",
    )


def _actions(maker: Maker) -> None:
    maker.put(
        "action_plan",
        accountable_senior_manager=COUNTER_SIGNATORY,
        columns=["number", "lesson", "recommendation", "action", "owner", "due", "business_area", "status"],
        dissemination="A half-hour session for both units, built on three short scenes with all codes changed.",
    )
    for number, (action, owner, area, early) in enumerate(
        (
            ("New version of the instruction: tell the council before support ends.", "Head of asylum support",
             "Asylum support", True),
            ("Step on the reporting screen: where is the child, and who has been told?", "Head of reporting centres",
             "Reporting and enforcement", False),
        ),
        1,
    ):  # fmt: skip
        maker.put(
            "action",
            f"ACT-{number}",
            number=number,
            lesson="LES-1",
            recommendation="RCM-1",
            action=action,
            measure_of_success="95 per cent of a monthly sample of forty for six months",
            expected_change="The council knows of every child who is no longer at the address.",
            owner=owner,
            accountable_senior_manager=COUNTER_SIGNATORY,
            start="2015-01-12" if early else "2015-02-16",
            due="2015-06-30",
            early_action=early,
            business_area=area,
            cleared_on="2015-01-26",
            status="under way" if early else "not started",
            evidence="Draft of the instruction of 23 January 2015" if early else "",
            review_date="2015-12-31",
        )
