"""The Home Office sample, stage 5: two interviews."""

from __future__ import annotations

from imr_desk.sample.making import Maker

SUPPORT_CASEWORKER = (
    "Caseworker 1 looked after some three hundred families and had been in post for two years. They remembered the "
    "name of the house better than the people in it. The form of April 2013 came with the box on health left blank; "
    "'most of them did', and there was no rule to send it back. When the card was lost the request went through the "
    "helpline, which had its own queue, and nobody in the team could see how long it had stood there. On 3 March 2014 "
    "the case came up in the weekly list of empty addresses. There were forty on it. The instruction was clear and the "
    "list had to be cleared by the end of the day. 'The system asked whether the room was empty. It did not ask where "
    "the child was, so nor did I.' They had not known of the referral of September, which was on another unit's log. "
    "What would have helped: one line on the list to show that there is a child, and the name of someone to tell."
)
CHIEF_OFFICER = (
    "Chief Immigration Officer 1 has run the reporting centre for six years. They recalled the morning of 18 September "
    "2013 well, because the officer had waited for them to come in. Making the referral took ten minutes. They did not "
    "see the council's answer, which came to the shared mailbox and was filed by whoever opened it. Had they read the "
    "last sentence they would have set a marker. In March 2014 the missed reports were two of fifty-one that week. "
    "Marking a person as out of contact is done from a screen that shows the main claimant only, and a dependant can "
    "be seen by opening a second page. 'I did not open it.' They thought that most centres would have done the same. "
    "What would have helped: the child on the first page, and a check that cannot be passed over."
)


def add(maker: Maker) -> None:
    """The words used, the answer of the police, and the two interviews."""
    maker.put(
        "interviewing",
        purpose_statement="This interview is part of a Serious Case Review. Its purpose is to learn lessons for future "
        "practice. It is not to apportion blame. You will be described by job title only.",
    )
    maker.put(
        "witness_status",
        asked_on="2014-09-12",
        answered_on="2014-10-20",
        answered_by="Officer in the case, Northmarch Police",
        confirmed_on="2014-10-20",
        text="None of the posts listed is a potential witness. The investigation has ended.",
    )
    for number, (staff, held, shared, replied, reply, record, changed) in enumerate(
        (
            ("STF-01", "2014-11-04", "2014-11-07", "2014-11-14", "corrected", SUPPORT_CASEWORKER,
             ("some three hundred families", "some three hundred families, and at times four hundred")),
            ("STF-04", "2014-11-11", "2014-11-13", "2014-11-18", "agreed", CHIEF_OFFICER, None),
        ),
        1,
    ):  # fmt: skip
        maker.put(
            "interview",
            f"INT-{number:02d}",
            staff=staff,
            status="held",
            invited_on="2014-10-24",
            held_on=held,
            setting="a meeting room in another building",
            others_present=["trade union representative"] if number == 1 else ["note taker of the unit"],
            purpose_explained=True,
            purpose_explained_on=held,
            processes_explained="police investigation ended; care proceedings running; no disciplinary process",
            potential_witness="no",
            witness_answer_from="Officer in the case, Northmarch Police",
            witness_asked_on="2014-09-12",
            witness_answered_on="2014-10-20",
            record=record,
            shared_on=shared,
            shared_how="by hand, sealed",
            reply=reply,
            reply_on=replied,
            corrections=[{"original": changed[0], "corrected": changed[1], "accepted": True}] if changed else [],
            consents=[{"process": "any other process", "consent": False, "date": replied}],
            support_offered="line manager, union and counselling offered on 24 October 2014",
        )
