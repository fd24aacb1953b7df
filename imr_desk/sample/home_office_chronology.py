"""The Home Office sample, stage 4: nineteen entries in the columns of set C2, and the sign-off of the chronology."""

from __future__ import annotations

from typing import NamedTuple

from imr_desk.review.dates import parse_known
from imr_desk.sample.making import Maker

CHILD, MOTHER, FATHER = "SUB-01", "SUB-02", "SUB-03"
SUPPORT, DECISIONS, OFFICER, CHIEF, LEADER = (f"STF-{n:02d}" for n in range(1, 6))


class Decided(NamedTuple):
    """A decision, by whom, and on what ground."""

    decision: str
    by: str
    basis: str


class Event(NamedTuple):
    """One row of the chronology, as this file writes it down."""

    date: str
    record: str
    place: str
    concerns: tuple[str, ...]
    staff: tuple[str, ...]
    event: str
    outcome: str
    child: str
    practice: str = "not applicable"
    decided: Decided | None = None
    comment: str = ""
    questions: tuple[str, ...] = ("Q-1",)
    policies: tuple[str, ...] = ()
    learned: tuple[str, str] = ("", "")
    case: str = "CASE-A"
    key_decision: str = ""
    knowledge: str = "first-hand"


NOT_ASKED = "Not asked."
WELFARE = ("POL-1a",)

CLAIM = (
    Event("about March 2010", "REC-03", "one line", (MOTHER, FATHER), (),
          "Mother and Father arrived together as visitors and were let in for six months. Nothing on the record of "
          "arrival was out of the ordinary.", "None.", "No child then.", case="", comment="Background."),
    Event("15 April 2013, 11:30", "REC-01", "minute 1", (CHILD, MOTHER), (),
          "Mother claimed asylum at the screening unit. Child M, aged one, was with her in a pushchair. She said that "
          "she had left Father and that she had nowhere to stay.", "Claim registered, with Child M as dependant.",
          "Noted as present.", comment="A place for the night was found by a charity."),
    Event("22 April 2013, 10:15", "REC-04", "p.2", (CHILD, MOTHER), (SUPPORT,),
          "Caseworker 1 received the form asking for support. The box for the health of a child had been left blank, "
          "and the form was passed on as complete.", "Support considered the same week.", NOT_ASKED, "partly met",
          comment="No one rang to ask.", policies=WELFARE, case="CASE-B"),
    Event("2 May 2013", "REC-04", "p.5", (CHILD, MOTHER), (SUPPORT,),
          "Support was granted, with a room for Mother and Child M in a shared house. The letter gave the number of "
          "the helpline and told Mother to report once a month.", "Moved in on 10 May.",
          "Weighed: a room near a clinic was asked for.", "met",
          Decided("Grant support", SUPPORT, "Destitute, with a child under two"), policies=WELFARE, case="CASE-B"),
    Event("10 May 2013, 15:00", "REC-04", "p.8", (CHILD, MOTHER), (),
          "Housing Officer 1 showed Mother the house. The form made that day says that the child was 'very quiet, "
          "thin' and that Mother would need help to find a doctor.", "Form sent to the support mailbox.",
          "Seen by the provider.", learned=("24 May 2013", "form read when it was filed"), knowledge="second-hand",
          comment="The two words were on page three of four.", questions=("Q-2",), case="CASE-B"),
    Event("between 3 and 14 June 2013", "REC-04", "p.11", (CHILD, MOTHER), (SUPPORT,),
          "Mother lost her payment card and told the helpline that there was no money for food. The card was replaced "
          "on the twelfth day; the summary does not say how she and Child M had managed.", "Card replaced on 14 June.",
          NOT_ASKED, "not met", Decided("Replace the card", SUPPORT, "Request through the helpline"),
          comment="The log itself has been destroyed (REC-06).", policies=WELFARE, questions=("Q-1", "Q-2"),
          case="CASE-B"),
    Event("9 July 2013, 09:30", "REC-02", "p.31", (CHILD, MOTHER), (DECISIONS,),
          "Caseworker 2 interviewed Mother about her claim for three hours. No place had been arranged for Child M, "
          "who sat on her lap, slept, and cried when he woke.", "Interview completed that day.",
          "Present throughout; one break was given.", "partly met",
          Decided("Go on with the interview", DECISIONS, "Mother did not wish to come back another day"),
          policies=WELFARE),
    Event("16 August 2013", "REC-02", "p.58", (CHILD, MOTHER), (DECISIONS,),
          "The claim was refused. The letter has a paragraph on the welfare of children which is the standard one and "
          "says nothing of Child M, where he would live, or with whom.", "Appeal lodged on 30 August.",
          "A standard paragraph only.", "partly met",
          Decided("Refuse asylum", DECISIONS, "Account not accepted as credible"), policies=WELFARE),
)  # fmt: skip

CONCERN = (
    Event("17 September 2013, 10:40", "REC-05", "log, p.4", (CHILD, MOTHER), (OFFICER,),
          "Immigration Officer 1 saw that Child M was in light clothes on a cold day and did not take the biscuit he "
          "was offered. The officer asked Mother if he had a doctor; she did not know.",
          "Told Chief Immigration Officer 1 before the end of the shift.", "Seen, spoken to, and written down.", "met",
          Decided("Tell a senior officer", OFFICER, "Section 55 guidance"), "See GP-1.", ("Q-2",), WELFARE, case=""),
    Event("18 September 2013, 09:15", "REC-05", "log, p.5", (CHILD,), (CHIEF,),
          "Chief Immigration Officer 1 read the note, rang children's social care, and confirmed the call in writing "
          "within the hour, giving the address and the name of the clinic nearest to it.", "Referral accepted.",
          "The whole purpose of the call.", "met",
          Decided("Refer to children's social care", CHIEF, "Section 55 guidance"), "See GP-1.", ("Q-2",), WELFARE,
          case=""),
    Event("1 October 2013", "REC-05", "message 112", (CHILD,), (),
          "Social Worker 1 wrote that a health visitor knew the family and that the council would take no further "
          "step, and asked to be told if Mother stopped reporting or moved.", "Filed in the mailbox.",
          "The subject of the letter.", "partly met", None, "The request was not put on CID.", ("Q-2",),
          learned=("about September 2014", "reading of the mailbox for this review"), case="", knowledge="second-hand"),
    Event("about December 2013", "REC-02", "p.77", (MOTHER,), (),
          "Mother's appeal was dismissed after a hearing at which she was not represented. The written decision "
          "does not mention Child M beyond his age.", "Claim closed on 12 December.", "Age only.",
          comment="A decision of the tribunal."),
    Event("21 January 2014", "REC-04", "p.19", (CHILD, MOTHER), (SUPPORT,),
          "Caseworker 1 wrote to Mother that support went on because there was a child in the household, and that she "
          "must go on reporting each month.", "Support continued.", "The reason for going on.", "met",
          Decided("Continue support", SUPPORT, "A child in the household"), policies=WELFARE, case="CASE-B"),
)  # fmt: skip

LOST = (
    Event("11 February 2014, 16:20", "REC-04", "p.22", (CHILD, MOTHER), (SUPPORT,),
          "Housing Officer 1 reported that the room was empty and that a neighbour had seen Mother leave with a man "
          "and the child some days before.", "Fourteen days began to run.", NOT_ASKED, "partly met",
          comment="The report asked whether anyone should be told.", policies=("POL-2a",), questions=("Q-1", "Q-2"),
          case="CASE-B"),
    Event("3 March 2014", "REC-04", "p.25", (CHILD, MOTHER), (SUPPORT,),
          "Caseworker 1 ended the support of Mother and Child M, as the instruction asks when an address has been "
          "empty for fourteen days. Neither the council nor the health visitor was told.", "Support ended; no letter.",
          NOT_ASKED, "not met", Decided("End support", SUPPORT, "Address empty for more than fourteen days"),
          "See KD-1.", policies=("POL-1a", "POL-2a"), case="CASE-B", key_decision="KD-1"),
    Event("24 March 2014, 16:45", "REC-05", "log, p.19", (CHILD, MOTHER), (OFFICER, CHIEF),
          "Mother did not report for the second month. Chief Immigration Officer 1 had her marked as out of contact "
          "and asked for the usual checks on her; none was asked for on Child M.", "Marked on CID the same day.",
          NOT_ASKED, "not met", Decided("Mark as out of contact", CHIEF, "Two reports missed"), "See KD-2.",
          ("Q-1", "Q-2"), WELFARE, case="", key_decision="KD-2"),
    Event("between 12 and 16 May 2014", "REC-01", "minute 30", (CHILD,), (LEADER,),
          "Health Visitor 1 rang the contact centre to ask where Child M was living. Team Leader 1 said, correctly, "
          "that an address could not be given by telephone, and did not ask why it was wanted.",
          "No referral and no call back.", NOT_ASKED, "not met",
          Decided("Give no address", LEADER, "Rules on data"), policies=WELFARE, questions=("Q-2",), case=""),
    Event("18 July 2014", "REC-01", "minute 33", (CHILD, FATHER), (),
          "Child M, aged three, was taken by ambulance to Hospital 2 from a flat where he was living with Mother and "
          "Father. He was seriously underweight and unwell.", "Police and council informed that night.",
          "Not known to the Home Office.", learned=("21 July 2014", "telephone call from Police Officer 1"),
          knowledge="second-hand", case=""),
    Event("21 July 2014, 09:50", "REC-01", "minute 34", (CHILD,), (LEADER,),
          "Police Officer 1 rang to ask what was known. Team Leader 1 read out the record, found the call of May, and "
          "said so at once to the caller and to the Office of the Children's Champion.", "Record restricted.",
          "The subject of the call.", "met", Decided("Tell the Children's Champion", LEADER, "Section 55 guidance"),
          "Candid, and quick.", ("Q-2",), WELFARE, case=""),
)  # fmt: skip


def add(maker: Maker) -> None:
    """Every entry in order, and the two sign-offs."""
    for row in (*CLAIM, *CONCERN, *LOST):
        _entry(maker, row)
    for stage, checked_on, signed_on in (
        ("chronology as sent to the board", "2014-10-27", "2014-10-29"),
        ("full chronology annexed to version 1", "2015-01-27", "2015-01-29"),
    ):
        maker.put(
            "chronology_sign_off",
            stage=stage,
            internal_check_on=checked_on,
            checked_by="Assistant Director, safeguarding, UK Visas and Immigration",
            signed_off_on=signed_on,
            signed_off_by="Director of Asylum Operations, UK Visas and Immigration",
        )


def _entry(maker: Maker, row: Event) -> None:
    decided = row.decided or Decided("", "", "")
    maker.put(
        "entry",
        date=parse_known(row.date),
        sources=[{"record": row.record, "place": row.place}],
        case=row.case,
        concerns=list(row.concerns),
        staff=list(row.staff),
        event=row.event,
        decision=decided.decision,
        decision_by=decided.by,
        basis=decided.basis,
        action_outcome=row.outcome,
        child_considered=row.child,
        expected_practice_met=row.practice,
        policies=list(row.policies),
        comment=row.comment,
        knowledge=row.knowledge,
        learned_on=parse_known(row.learned[0]) if row.learned[0] else None,
        learned_how=row.learned[1],
        questions=list(row.questions),
        key_decision=row.key_decision,
        significant=bool(row.key_decision) or None,
    )
