"""The steps of an interview in the order of the work: their fields, and how each stands. Nothing is shown here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.applies import proceedings_live
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.pages.interviews_words import DONE, GOING, OPEN, SETTLED, WAITS, Standing
from ui.record_words import in_words
from ui.tokens import Role

TOP = ("status",)
"""What is always in sight: whether the interview was held. The steps follow from it."""


@dataclass(frozen=True)
class Step:
    """One step: its heading and line of reason (marked words), its fields in order, and how it stands."""

    heading: str
    reason: str
    names: tuple[str, ...]
    standing: Callable[[Record, Review], Standing]
    role: Role = "body"

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its fields, in its order."""
        kind = kind_of("interview")
        return tuple(kind.field(name) for name in self.names)


def _dated(shape: str, interview: Record, field: str) -> str:
    day = interview.day(field)
    return shape.format(day=day_in_words(day)) if day else ""


def _invitation(interview: Record, _review: Review) -> Standing:
    words = _dated(tr("Invited {day}"), interview, "invited_on")
    tries = len(interview.rows("attempts"))
    more = trn("{n} attempt", "{n} attempts", tries) if tries else ""
    said = " · ".join(each for each in (words, more) if each)
    return Standing(DONE, said) if words else Standing(GOING if more else OPEN, said or tr("Not invited yet"))


def _purpose(interview: Record, review: Review) -> Standing:
    """The purpose was explained, and while proceedings are live the answer of the police is there (R-087, R-090)."""
    explained = interview.flag("purpose_explained") is True
    words = _dated(tr("Explained {day}"), interview, "purpose_explained_on") or tr("Explained")
    if not explained:
        words = tr("Purpose not explained yet")
    if interview.text("potential_witness") == "yes":
        words = tr("{words} · may be a witness").format(words=words)
        return Standing(WAITS if interview.text("status") != "held" else DONE if explained else OPEN, words)
    if interview.text("potential_witness") == "no":
        words = tr("{words} · not a witness").format(words=words)
    elif proceedings_live(review):
        return Standing(WAITS, tr("{words} · possible witness not settled").format(words=words))
    return Standing(DONE if explained else OPEN, words)


def _meeting(interview: Record, _review: Review) -> Standing:
    if interview.text("status") != "held":
        return Standing(OPEN, _dated(tr("Planned for {day}"), interview, "held_on") or tr("Not held yet"))
    words = " · ".join(each for each in (_dated("{day}", interview, "held_on"), interview.text("setting")) if each)
    return Standing(DONE, words) if interview.day("held_on") else Standing(GOING, words or tr("No date yet"))


def _record(interview: Record, _review: Review) -> Standing:
    count = len(interview.text("record").split())
    return Standing(DONE, trn("{n} word", "{n} words", count)) if count else Standing(OPEN, tr("Not written yet"))


def _shared(interview: Record, review: Review) -> Standing:
    shared = _dated(tr("Shared {day}"), interview, "shared_on")
    reply = in_words(kind_of("interview").field("reply"), interview, review)
    if not shared:
        return Standing(OPEN, tr("Not shared yet"))
    if not reply:
        return Standing(GOING, tr("{shared} · no reply yet").format(shared=shared))
    words = tr("{shared} · {reply}").format(shared=shared, reply=reply[:1].lower() + reply[1:])
    return Standing(DONE, " ".join(each for each in (words, _dated("{day}", interview, "reply_on")) if each))


def _consent(interview: Record, _review: Review) -> Standing:
    rows = interview.rows("consents")
    given = sum(row.flag("consent") is True for row in rows)
    refused = sum(row.flag("consent") is False for row in rows)
    parts = (
        trn("given for {n}", "given for {n}", given) if given else "",
        trn("refused for {n}", "refused for {n}", refused) if refused else "",
        trn("{n} not answered", "{n} not answered", len(rows) - given - refused) if len(rows) > given + refused else "",
    )
    words = ", ".join(each for each in parts if each)
    return (
        Standing(DONE if given + refused == len(rows) else GOING, words) if rows else Standing(OPEN, tr("None asked"))
    )


def _not_held(interview: Record, _review: Review) -> Standing:
    if interview.text("reason").strip():
        return Standing(SETTLED, tr("Reason given"))
    return Standing(OPEN, tr("No reason given yet"))


STEPS = (
    Step(
        mark("Invitation"),
        mark("When the person was asked, what support was offered, and each attempt to reach them."),
        ("invited_on", "support_offered", "attempts", "staff"),
        _invitation,
    ),
    Step(
        mark("Purpose and possible witness"),
        mark(
            "Settled before anything is asked: that it is to learn and not to blame, and whether they may be a witness."
        ),
        (
            "purpose_explained",
            "purpose_explained_on",
            "processes_explained",
            "witness_asked_on",
            "witness_answered_on",
            "witness_answer_from",
            "potential_witness",
            "held_before_answer",
        ),
        _purpose,
    ),
    Step(
        mark("The interview"),
        mark("When, where and who else was there, by role."),
        ("held_on", "setting", "others_present"),
        _meeting,
    ),
    Step(
        mark("Record"),
        mark(
            "What was said. It is shared with the person, and no report prints it. A talk may go from their account "
            "to turning points, what bore on them, what went well, the records, and what they would change."
        ),
        ("record",),
        _record,
        role="reading",
    ),
    Step(
        mark("Shared and agreed"),
        mark("The person reads the record; what they correct stands beside what was written."),
        ("shared_on", "shared_how", "reply", "reply_on", "corrections"),
        _shared,
    ),
    Step(
        mark("Consent to reuse"),
        mark("One line for each other process that asks for the record. Lawful disclosure does not wait for it."),
        ("consents",),
        _consent,
    ),
    Step(
        mark("Why it was not held"),
        mark("Printed in the report, with what it means for the findings."),
        ("reason", "effect"),
        _not_held,
    ),
)


def step_of(field: str) -> int:
    """Which step holds a field; -1 for what is always in sight."""
    return next((at for at, step in enumerate(STEPS) if field in step.names), -1)
