"""The Home Office sample, stage 6: analysis of the two questions, two key decisions, findings."""

from __future__ import annotations

from imr_desk.sample.making import Maker

FIRST = (
    ("expected then",
     "Section 55 asks that the welfare of children in the country is had regard to in every function of immigration, "
     "asylum and nationality. The guidance of 2009 says what that means: treat the interests of the child as a primary "
     "consideration, look at each child by itself, and work with others. The local instruction on empty addresses was "
     "silent on children.", ("POL-1a", "POL-2a")),
    ("what happened",
     "Seven decisions were made about Mother on which Child M depended. In two of them, the grant of support and its "
     "continuation in January 2014, he was the reason. In the refusal of the claim he appears in a standard paragraph. "
     "In the end of support and in the mark of March 2014 he does not appear at all.",
     ("CE-004", "CE-008", "CE-013", "CE-015", "CE-016")),
    ("why it made sense",
     "Each person worked from a list or a screen that was made for one adult. A child could be seen by opening another "
     "page. The list of empty addresses had forty lines and had to be cleared that day. The practice was the ordinary "
     "one, and both people interviewed thought that others would have done the same.", ("INT-01", "INT-02")),
    ("resources",
     "Caseworker 1 had some three hundred families. There is no evidence that a smaller number would have put the "
     "question on the list, but there was no time to ask what the list did not ask.", ("INT-01",)),
    ("finding",
     "The welfare of Child M was considered where the form asked about him and not where it did not. The end of "
     "support was in line with the local instruction and not in line with the guidance under section 55.",
     ("CE-015", "CE-016", "KD-1", "KD-2", "POL-1a", "POL-2a")),
)  # fmt: skip

SECOND = (
    ("what happened",
     "Five times somebody saw or heard something that mattered: the provider's form, the lost card, the morning at the "
     "reporting centre, the neighbour's account, and the call of the health visitor. Once it was passed on and acted "
     "upon, within a day. The other four rested where they arrived.",
     ("CE-005", "CE-006", "CE-009", "CE-010", "CE-014", "CE-017")),
    ("expected then",
     "The guidance asks that a concern is passed to children's social care at once, and that the answer is followed "
     "up. There was no rule on who reads a provider's form or the mailbox of the reporting centre.", ("POL-1a",)),
    ("why it made sense",
     "The provider's form was four pages long and was read for the keys. The contact centre was taught to protect "
     "addresses, rightly, and not to ask why one is wanted. The council's answer came to a shared mailbox and asked "
     "for something that no screen could hold.", ("CE-005", "CE-011", "CE-017", "INT-02", "REC-05")),
    ("resources", "No shortfall was found that explains why four of the five went no further.", ("REC-04", "REC-05")),
    ("good practice",
     "The note of 17 September 2013 says what was seen and nothing that was not. It reached children's social care "
     "before noon the next day, by telephone and in writing.", ("CE-009", "CE-010")),
    ("finding",
     "Staff who met Child M acted on what they saw. Information that came in writing or by telephone, about a child "
     "whom the reader had not met, was dealt with as a matter of procedure and went no further.",
     ("CE-005", "CE-010", "CE-011", "CE-014", "CE-017")),
)  # fmt: skip


def add(maker: Maker) -> None:
    """Context, summary, the two sections, key decisions, findings, equality, good practice and accuracy."""
    _context(maker)
    _sections(maker)
    _key_decisions(maker)
    _findings(maker)
    _equality(maker)


def _context(maker: Maker) -> None:
    maker.put(
        "context",
        role_of_agency="UK Visas and Immigration decides claims for asylum and supports those who would otherwise be "
        "destitute while a claim is open, and families with a child after that. It runs reporting centres. It has no "
        "powers in the care of children and no social workers of its own.",
        section_55="Section 55 of the Borders, Citizenship and Immigration Act 2009 asks that these functions are "
        "carried out having regard to the need to safeguard and promote the welfare of children in the country.",
        workload="Support: about three hundred families to a caseworker. Reporting centre: some fifty missed reports a "
        "week.",
        staffing="Full in both units through the period.",
        supervision="Monthly in both units, by reading of cases chosen at random; this case did not come up.",
        training="All five had done the course on children at the level then asked for.",
        change="UK Visas and Immigration was formed in April 2013; units kept their systems and lost some contacts.",
        systems="The list of empty addresses and the reporting screen show the main claimant only.",
        refs=["INT-01", "INT-02", "REC-04", "REC-05"],
    )
    for number, (text, refs) in enumerate(
        (
            ("Mother claimed asylum in April 2013 with Child M, aged one. Support and a room were granted in May. The "
             "provider's first form and a lost card in June gave signs that all was not well.",
             ["CE-002", "CE-004", "CE-005", "CE-006"]),
            ("The claim was refused in August. In September an officer who saw Child M was worried enough to tell a "
             "senior officer, who made a referral the next morning.", ["CE-008", "CE-009", "CE-010"]),
            ("Support went on after the appeal. In February 2014 the room was found empty, in March the support ended "
             "and Mother was marked as out of contact. Nobody asked where Child M was until the call of the health "
             "visitor in May, which led to nothing.", ["CE-013", "CE-014", "CE-015", "CE-016", "CE-017"]),
        ),
        1,
    ):  # fmt: skip
        maker.put("summary", f"SUM-{number}", text=text, refs=refs)


def _sections(maker: Maker) -> None:
    for number, (heading, shortfall, paragraphs) in enumerate(
        (
            ("The welfare of Child M in decisions", "In part: the number of families to a caseworker.", FIRST),
            ("Passing on of concerns", "No shortfall found.", SECOND),
        ),
        1,
    ):
        maker.put(
            "section",
            f"SEC-{number}",
            question=f"Q-{number}",
            heading=heading,
            levels="both",
            resource_shortfall=shortfall,
        )
        for at, (part, text, refs) in enumerate(paragraphs, 1):
            maker.put("paragraph", f"AN-{number}.{at}", section=f"SEC-{number}", part=part, text=text, refs=list(refs))


def _key_decisions(maker: Maker) -> None:
    maker.put(
        "key_decision",
        "KD-1",
        number=1,
        date="2014-03-03",
        decision="End support",
        made_by="STF-01",
        questions=["Q-1", "Q-2"],
        entries=["CE-014", "CE-015"],
        known_then=[
            {"fact": "The room had been empty since about the beginning of February.", "ref": "CE-014"},
            {"fact": "Mother had been seen to leave with a man and the child.", "ref": "CE-014"},
            {"fact": "Support had been continued because there was a child.", "ref": "CE-013"},
        ],
        known_later=[
            {"fact": "The council had asked to be told if Mother moved.", "ref": "CE-011"},
            {"fact": "Child M was living with Mother and Father.", "ref": "CE-018"},
        ],
        expected="Guidance under section 55: a child's interests looked at by themselves; tell those who should know",
        policies=["POL-1a", "POL-2a"],
        what_happened="Support ended from a weekly list, on the ground that the address was empty.",
        carried_out="yes",
        carried_out_on="2014-03-03",
        carried_out_note="Payments stopped the same day; no letter could be sent.",
        why="A list that asked about a room; an instruction silent on children; forty lines to clear in a day.",
        resource_shortfall="In part: no time to ask what the list did not ask.",
        view="In line with the instruction. The question where the child was should have been asked and passed on.",
    )
    maker.put(
        "key_decision",
        "KD-2",
        number=2,
        date="2014-03-24",
        decision="Mark Mother as out of contact",
        made_by="STF-04",
        questions=["Q-1", "Q-2"],
        entries=["CE-016"],
        known_then=[
            {"fact": "Two monthly reports had been missed.", "ref": "CE-016"},
            {"fact": "A referral about Child M had been made in September.", "ref": "CE-010"},
        ],
        known_later=[{"fact": "The council had asked to be told if reporting stopped.", "ref": "CE-011"}],
        expected="Guidance under section 55: a missing child is a cause for concern and is referred",
        policies=["POL-1a"],
        what_happened="Checks asked for on Mother; none on Child M.",
        carried_out="yes",
        carried_out_on="2014-03-24",
        carried_out_note="Marked on CID; the checks found no address.",
        why="A screen that shows the main claimant only.",
        resource_shortfall="No shortfall found.",
        view="Understandable, and a chance missed.",
    )


def _findings(maker: Maker) -> None:
    maker.put(
        "findings",
        resources_overall="No shortfall found, but for the number of families to a caseworker in asylum support.",
        voice="Child M was too young to be asked. The one record that lets him be seen is the note of 17 September "
        "2013: light clothes, a cold day, a biscuit not taken.",
        wider_issues="The two screens are used in every reporting centre; raised with the Children's Champion.",
        conclusion="Those who met Child M noticed him. Those who worked on Mother's case without meeting him worked "
        "with tools that did not show him. The review does not say that he would have come to no harm if they had.",
    )
    maker.put(
        "good_practice",
        "GP-1",
        what="An officer wrote down what was seen, and a senior officer made a referral the next morning.",
        evidence=["CE-009", "CE-010", "AN-2.5"],
        spread="Yes: the note, with codes, is offered to the training team.",
    )
    maker.put(
        "accuracy",
        declared_by="author",
        declared_on="2015-01-28",
        text="I have checked each statement of fact against its source.",
        unsourced_reviewed_on="2015-01-27",
    )


def _equality(maker: Maker) -> None:
    nothing = ("No information suggests relevance.", "None.")
    rows = (
        ("age", True, "A box on the form, often blank.", "Relevant to Q-1: a young child depends on being thought of."),
        ("disability", False, *nothing),
        ("gender reassignment", False, *nothing),
        ("marriage and civil partnership", False, *nothing),
        ("pregnancy and maternity", False, *nothing),
        ("race", True, "Interpreters were used; letters were in English.", "The support letter was not translated."),
        ("religion or belief", False, "Not recorded.", "None."),
        ("sex", True, "Mother was dealt with as a single claimant.", "Whether Father had come back was not asked."),
        ("sexual orientation", False, *nothing),
    )
    for number, (characteristic, relevant, considered, finding) in enumerate(rows, 1):
        maker.put(
            "equality",
            f"EQ-{number}",
            characteristic=characteristic,
            relevant=relevant,
            considered_then=considered,
            finding=finding,
        )
