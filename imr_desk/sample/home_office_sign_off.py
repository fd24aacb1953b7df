"""The Home Office sample, stages 8 to 10: checklist, versions, circulation, and what is planned for afterwards."""

from __future__ import annotations

from imr_desk.sample.home_office_commission import AUTHOR, COUNTER_SIGNATORY, REPRESENTATIVE
from imr_desk.sample.making import Maker
from imr_desk.sample.stored import stored_records

ASKED = {
    "Q-05": "Grade 7, of the Professional Standards Unit.",
    "Q-11": "REC-06 and its effect are stated.",
    "Q-16": "Read side by side on 27 January 2015.",
    "Q-22": "Comment has its own column, and findings are marked as such.",
    "Q-23": "Both questions have a paragraph on why.",
    "Q-24": "Both key decisions set out what was known then.",
    "Q-25": "Both people interviewed were asked whether this was the usual way.",
    "Q-26": "Every paragraph carries what it rests on.",
    "Q-27": "Both levels are answered for both questions.",
    "Q-28": "AN-1.5 says plainly what was not done.",
    "Q-29": "Child M is in view as far as any record lets him be seen.",
    "Q-32": "Nine characteristics answered.",
    "Q-33": "No such pattern appears from the records.",
    "Q-34": "The forming of UK Visas and Immigration in April 2013 is described.",
    "Q-35": "Facts only about the council, the provider and the police.",
    "Q-36": "Not a report of the Crown Prosecution Service.",
    "Q-37": "The conclusion says what the review does not decide.",
    "Q-42": "RCM-1 puts a step where the decision is made.",
    "Q-45": "Scan clear; read for detail that would pick a person out.",
    "Q-46": "Four abbreviations, all explained.",
    "Q-48": "Declared on 28 January 2015.",
}
"""Comments on the items of the checklist that a person answers (templates, section 6.1)."""


def add(maker: Maker) -> None:
    """The checklist as the counter-signing manager filled it in, then versions, circulation and plans."""
    _checklist(maker)
    for version, day, status, reason in (
        ("draft", "2015-01-09", "draft", "first full draft"),
        ("1", "2015-01-28", "final", "comments of the business areas taken in"),
    ):
        maker.put("version", version=version, date=day, status=status, changed_by=AUTHOR, reason=reason)
    for recipient, version, day in (
        (REPRESENTATIVE, "draft", "2015-01-09"),
        ("Senior Civil Service Children's Lead, UKVI", "draft", "2015-01-19"),
        (COUNTER_SIGNATORY, "1", "2015-01-28"),
    ):
        maker.put(
            "circulation",
            recipient=recipient,
            organisation="Home Office",
            version=version,
            sent_on=day,
            channel="secure e-mail",
            subject="Serious Case Review: Child M: draft report",
        )
    _afterwards(maker)


def _checklist(maker: Maker) -> None:
    maker.put(
        "quality_checklist",
        completed_by=COUNTER_SIGNATORY,
        completed_on="2015-01-30",
        version=1,
        comment="Returned once, with four questions; all were answered in the text of 28 January 2015.",
    )
    items = [record for record in stored_records("cps-8-sign-off") if record.kind == "quality_item"]
    for item in items:
        number = item.text("item")
        maker.put(
            "quality_item",
            item.id,
            item=number,
            text=item.text("text"),
            decided_by=item.text("decided_by"),
            answer="n/a" if number in ("Q-10", "Q-36") else "yes",
            comment=ASKED.get(number, ""),
        )


def _afterwards(maker: Maker) -> None:
    maker.put(
        "debriefing",
        led_by=REPRESENTATIVE,
        note="Each person is seen alone, with a supporter if they wish.",
        overview_complete_expected="2015-04-17",
        publication_expected="2015-06-12",
    )
    for number in range(1, 6):
        maker.put(
            "debrief",
            f"DBR-{number:02d}",
            staff=f"STF-{number:02d}",
            first_planned=f"2015-02-{15 + number}",
            second_planned=f"2015-05-{10 + number}",
        )
    maker.put("disclosure", proceedings="ended", police_told_of_list_on="2014-09-12",
              police_reply="20 October 2014: nothing further is asked for")  # fmt: skip
    for number, (day, author, description) in enumerate(
        (
            ("2014-08-19", "Independent Chair of the board", "Letter of invitation"),
            ("2014-10-29", AUTHOR, "Single-agency chronology as signed off"),
            ("2014-11-04", AUTHOR, "Record of INT-01 with corrections"),
            ("2014-11-11", AUTHOR, "Record of INT-02"),
            ("2015-01-28", AUTHOR, "This review, version 1, with chronology and action plan"),
        ),
        1,
    ):
        maker.put(
            "disclosure_item",
            f"DIS-{number:02d}",
            date=day,
            author_role=author,
            description=description,
            owner="the board" if number == 1 else "Home Office",
            relevant="no",
            police_told="2014-09-12" if number == 1 else day,
            decision="not scheduled",
        )
