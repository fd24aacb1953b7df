"""The Home Office sample, stage 1: what was asked for, for which period, by when."""

from __future__ import annotations

from imr_desk.sample.making import Maker

COUNTER_SIGNATORY = "Director of Asylum Operations, UK Visas and Immigration"
REPRESENTATIVE = "Assistant Director, safeguarding, UK Visas and Immigration"
AUTHOR = "Investigating officer, Professional Standards Unit"
CHAIR = "Independent Chair of the board"


def add(maker: Maker) -> None:
    """The commission: review, board, decision, terms of reference, timetable and opening statements."""
    _review(maker)
    _decision(maker)
    _beginnings(maker)
    _terms(maker)
    _timetable(maker)
    _opening(maker)


def _review(maker: Maker) -> None:
    maker.put(
        "review",
        version=1,
        reference="REVIEW-M",
        review_type="Serious Case Review",
        review_form="Serious Case Review",
        nation="England",
        subject_kind="child",
        subject="SUB-01",
        agency="ho",
        case_area="UK Visas and Immigration, asylum and support, northern region",
        template="T2",
        template_source="The board's first panel meeting on 10 September 2014 left the form to each agency.",
        chronology_columns="C2",
        action_plan_columns="A3",
        protective_marking="OFFICIAL-SENSITIVE",
        handling_line="Confidential until publication of the overview report. Not to be copied or passed on.",
        commissioner=COUNTER_SIGNATORY,
        accountable_senior_manager=COUNTER_SIGNATORY,
        identifiability="Answered on 26 January 2015. Country of origin, addresses and case numbers are left out.",
        practitioner_event="considered; not held, as five members of staff were involved and each was asked",
        experts="none",
        other_report_relied_on="none",
        media_contact="Home Office press office; no comment without first consulting the Chair of the board",
        family_contact_route="none planned by the Home Office; led by the overview author",
    )
    maker.put(
        "about",
        title="Sample review: Home Office Individual Management Review, Child M",
        fictional="Everything here is invented: the board, the family, the staff and the events.",
        language="en-GB",
        as_of="2015-01-30",
        state="Complete and ready to be signed.",
    )
    maker.put(
        "board",
        name="Thornmere Safeguarding Children Board",
        reference="TSCB-SCR-M",
        partner_boards="none",
        chair_role=CHAIR,
        contact="CON-01",
        booklet="none issued",
    )


def _decision(maker: Maker) -> None:
    maker.put(
        "decision",
        limb="serious harm",
        ground="Neglect of a child is known, the child was seriously harmed, and there is cause for concern about the "
        "way in which bodies worked together.",
        special_triggers="none of them applies",
        notified_on="2014-07-21",
        subgroup_advised_on="2014-08-04",
        decided_on="2014-08-18",
        decided_by=CHAIR,
        text="The Chair decided on 18 August 2014 that a Serious Case Review must be held.",
        letter_dated="2014-08-19",
        letter_received="2014-08-20",
    )
    maker.put(
        "invitation",
        from_role=CHAIR,
        to_role="Professional Standards Unit, Home Office",
        dated="2014-08-19",
        received="2014-08-20",
        asked_for="a chronology, an Individual Management Review and a panel member",
        verified_on="2014-08-20",
        verified_how="The unit rang the board on the number on its website; the board manager confirmed the letter.",
        secure_channel="secure e-mail, to the board manager's address only",
    )
    maker.put(
        "participation",
        details_requested_on="2014-08-20",
        details_received_on="2014-08-22",
        decided_on="2014-08-22",
        decided_by=COUNTER_SIGNATORY,
        contribution="Individual Management Review, chronology and attendance at panel meetings",
        agreed_with="Independent Chair of the panel, 10 September 2014",
        reasons=["Child M was supported by the Home Office and was last seen by its staff in September 2013."],
    )


def _beginnings(maker: Maker) -> None:
    maker.put(
        "ownership",
        owner=COUNTER_SIGNATORY,
        qa_route="checked by the Director of Asylum Operations with the checklist in this review",
        final_text_agreed_by=COUNTER_SIGNATORY,
        answered_on="2014-09-10",
    )
    maker.put(
        "period",
        start="2013-04-01",
        cut_off="2014-07-31",
        background="The arrival of the family in 2010 is included, as it is the only record of Father.",
    )
    maker.put(
        "start_event",
        chosen="decision to proceed",
        date="2014-08-18",
        six_months_end="2015-02-18",
        why="The Home Office guidance counts from the decision to proceed.",
        alternatives=[
            {"event": "notification to the board", "date": "2014-07-21", "six_months_end": "2015-01-21"},
            {"event": "first panel meeting", "date": "2014-09-10", "six_months_end": "2015-03-10"},
        ],
    )
    maker.put(
        "retention",
        retention_class="serious case review",
        review_on="2021-12-31",
        inquiry_hold=False,
        set_by="Records manager, Professional Standards Unit",
    )
    maker.put(
        "recovery_sheet",
        sheet=1,
        kept_as="by hand",
        kept_on="2014-08-18",
        lodged_with="Records manager, Professional Standards Unit",
        lodged_on="2014-08-19",
    )
    maker.put(
        "immediate_risk",
        asked_on="2014-08-20",
        anyone_at_risk_now=False,
        text="Child M was in foster care. No other child lived in the household. Asked again on 26 January 2015.",
        told="board manager, 20 August 2014",
    )


def _terms(maker: Maker) -> None:
    maker.put(
        "terms_of_reference",
        current_version=1,
        comments_on_draft="The panel member asked that the period begin with the claim for asylum. Accepted.",
        gaps_noted="no expert needed; family involvement is led by the overview author",
    )
    maker.put("terms_version", version=1, agreed_on="2014-09-10", agreed_by="review panel")
    for number, text in enumerate(
        (
            "How did the Home Office consider the welfare of Child M in its decisions on the claim for asylum, on "
            "support and on reporting?",
            "When staff saw or were told of something that gave cause for concern about Child M, was it passed on and "
            "acted upon?",
        ),
        1,
    ):
        maker.put(
            "question",
            f"Q-{number}",
            number=number,
            text=text,
            from_whom="the board",
            version=1,
            agreed_on="2014-09-10",
        )


def _timetable(maker: Maker) -> None:
    rows = (
        ("Four notices sent, at once", "2014-08-20", "2014-08-20", "firm", ""),
        ("Records secured, one working day from being told", "2014-08-21", "2014-08-21", "firm", ""),
        ("Author named, by the first panel meeting", "2014-09-10", "2014-08-28", "firm", ""),
        ("First panel meeting; terms of reference version 1", "2014-09-10", "2014-09-10", "firm", ""),
        ("Single-agency chronology due", "2014-10-31", "2014-10-30", "firm", "chronology due"),
        ("Multi-agency chronology due", "2014-12-05", "2014-12-05", "firm", "multi-agency chronology due"),
        ("Business areas consulted", "2014-12-19", "2014-12-12", "firm", ""),
        ("First full draft", "2015-01-09", "2015-01-09", "firm", ""),
        ("Quality assurance and counter-signature", "2015-01-30", "", "firm", ""),
        ("IMR due", "2015-02-06", "", "firm", "imr due"),
        ("Six months from the decision", "2015-02-18", "", "firm", ""),
        ("Overview report complete", "2015-04-17", "", "provisional", ""),
    )
    steps = {
        1: ("four-notices", "2014-08-21"),
        2: ("records-secured", "2014-08-21"),
        3: ("author-named", "2014-09-10"),
        4: ("first-panel", ""),
        5: ("chronology-due", ""),
        6: ("multi-agency-chronology", ""),
        8: ("first-draft", "2015-01-09"),
        9: ("counter-signature", "2015-01-30"),
        10: ("imr-due", ""),
        11: ("review-complete", "2015-02-18"),
        12: ("overview-complete", ""),
    }
    for number, (event, due, actual, firmness, marks) in enumerate(rows, 1):
        rule, worked_out = steps.get(number, ("", ""))
        kept = {"due": due, "actual": actual, "worked_out": worked_out}
        maker.put("deadline", f"TT-{number:02d}", event=event, firmness=firmness, marks=marks, rule=rule, **kept)


def _opening(maker: Maker) -> None:
    maker.put(
        "guidance_used",
        title="Working Together to Safeguard Children, chapter 4",
        body="Department for Education",
        edition="March 2013",
    )
    maker.put(
        "guidance_used",
        title="Local Safeguarding Children Board Serious Case Reviews and Individual Management Reviews",
        body="Home Office",
        edition="2014",
    )
    maker.put(
        "opening",
        purpose="The purpose of this review is to establish what can be learned about the way in which the Home Office "
        "works, alone and with others, to safeguard children; to say how and by when lessons will be acted on and what "
        "should change as a result; and so to improve work between agencies.",
        what_it_is_not="It does not reinvestigate what happened to Child M, apportion blame or decide who is culpable.",
        introduction="Child M, a boy of three, was taken to Hospital 2 on 18 July 2014, seriously underweight and "
        "unwell. He recovered. Mother had claimed asylum in April 2013 and was given support and a place to live with "
        "him. In February 2014 they left that address, and in March the support was ended. The Chair of the Thornmere "
        "Safeguarding Children Board decided on 18 August 2014 that a Serious Case Review must be held.",
        methodology="The author read every record listed in section 6 and built the chronology from them before "
        "speaking to anyone. Two members of staff were interviewed and three answered questions in writing. For each "
        "key decision, what was known at the time is set apart from what became known later. Limits: the helpline log "
        "of June 2013 had been destroyed in the ordinary course (section 6).",
    )
