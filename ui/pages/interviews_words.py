"""What ‘Interviews’ says of itself: how it stands with each person. Pure; nothing is shown here.

People are called by job title and number; no name is known here (R-089).
"""

from __future__ import annotations

from typing import NamedTuple

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.applies import proceedings_live
from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.icons import Glyph
from ui.record_words import in_words, title_of
from ui.tokens import Tone
from ui.widgets.state_rows import StateRow

GENERAL = "interviewing"
"""The key of the first row: what holds for all interviews."""

DONE: tuple[Glyph, Tone] = (Glyph.CIRCLE_CHECK, "good")
GOING: tuple[Glyph, Tone] = (Glyph.CIRCLE_DOT, "accent")
WAITS: tuple[Glyph, Tone] = (Glyph.CIRCLE_PAUSE, "wait")
SETTLED: tuple[Glyph, Tone] = (Glyph.CIRCLE_SLASH, "text_soft")
OPEN: tuple[Glyph, Tone] = (Glyph.CIRCLE_DASHED, "text_quiet")


class Standing(NamedTuple):
    """How something stands: its icon, and the words that say the same."""

    look: tuple[Glyph, Tone]
    state: str
    detail: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.look in (DONE, SETTLED)


NOT_KEPT = Standing((Glyph.CIRCLE_ALERT, "bad"), mark("Something typed here is not kept yet"))
"""What stands for something with words that could not be read, such as a day that does not exist."""


# ---- people
def interviews_of(person_id: str, review: Review) -> tuple[Record, ...]:
    """The interviews with a person, in order; with "", those without a job title."""
    return tuple(each for each in review.all("interview") if each.link("staff") == person_id)


def without_person(review: Review) -> tuple[Record, ...]:
    """Interviews whose job title is on no list any more."""
    return tuple(each for each in review.all("interview") if review.get(each.link("staff")) is None)


def rows_of(review: Review) -> tuple[StateRow, ...]:
    """The list: what holds for all, everybody on the list of staff, and interviews without a job title."""
    first = _row(GENERAL, tr("Before the interviews"), general_standing(review))
    people = tuple(_row(each.id, title_of(each, review), person_standing(each, review)) for each in review.all("staff"))
    lost = tuple(
        _row(each.id, title_of(each, review), Standing(OPEN, tr("No job title yet"))) for each in without_person(review)
    )
    return (first, *people, *lost)


def _row(key: str, title: str, standing: Standing) -> StateRow:
    return StateRow(key, title, standing.state, standing.detail, *standing.look)


def general_standing(review: Review) -> Standing:
    """How it stands with what goes before all interviews (R-087, R-090)."""
    answered, asked = (review.one("witness_status").day(name) for name in ("answered_on", "asked_on"))
    live = proceedings_live(review)
    purpose = bool(review.one("interviewing").text("purpose_statement").strip())
    state = tr("Purpose written") if purpose else tr("Purpose not written yet")
    if answered is not None:
        return Standing(DONE if purpose else GOING, state, tr("Police answer {day}").format(day=day_in_words(answered)))
    if asked is not None:
        return Standing(WAITS, state, tr("Police asked {day}").format(day=day_in_words(asked)))
    if live:
        return Standing(WAITS, state, tr("Police not asked yet"))
    return Standing(DONE if purpose else OPEN, state)


def speaks_for(interviews: tuple[Record, ...]) -> Record | None:
    """The interview by which a person’s state is told: the last that was held, else the last."""
    held = [each for each in interviews if each.text("status") == "held"]
    found = held or list(interviews)
    return found[-1] if found else None


def person_standing(person: Record, review: Review) -> Standing:
    """How it stands with a person (R-084 to R-090)."""
    interview = speaks_for(interviews_of(person.id, review))
    reason = bool(person.text("not_interviewed_reason").strip())
    if interview is None:
        return (
            Standing(SETTLED, tr("Not interviewed: reason given")) if reason else Standing(OPEN, tr("Not invited yet"))
        )
    return interview_standing(interview, review, reason=reason)


def interview_standing(interview: Record, review: Review, *, reason: bool = False) -> Standing:
    """How it stands with an interview; `reason` is whether one stands with the person."""
    status = interview.text("status")
    if status == "held":
        return _held(interview)
    if status == "not held":
        if reason or interview.text("reason").strip():
            return Standing(SETTLED, tr("Not held: reason given"))
        return Standing(OPEN, tr("Not held"), tr("No reason given yet"))
    if interview.text("potential_witness") == "yes":
        return Standing(WAITS, tr("Waiting"), tr("May be a witness"))
    if unanswered(interview, review):
        return Standing(WAITS, tr("Waiting"), tr("Police answer due"))
    invited = interview.day("invited_on")
    if invited is None:
        return Standing(OPEN, tr("Not invited yet"))
    return Standing(GOING, tr("Invited {day}").format(day=day_in_words(invited)))


def unanswered(interview: Record, review: Review) -> bool:
    """Whether proceedings hold the interview back: nobody has said yet whether the person may be a witness (R-090)."""
    if not proceedings_live(review) or interview.text("status") in ("held", "not held"):
        return False
    return not interview.text("potential_witness") or interview.day("witness_answered_on") is None


def _held(interview: Record) -> Standing:
    held = interview.day("held_on")
    state = tr("Held {day}").format(day=day_in_words(held)) if held else tr("Held")
    replied, shared = interview.text("reply"), interview.day("shared_on")
    if not interview.text("record").strip():
        return Standing(GOING, state, tr("No record yet"))
    if shared is None:
        return Standing(GOING, state, tr("Record not shared yet"))
    if replied == "agreed":
        return Standing(DONE, state, tr("Record agreed"))
    if replied == "corrected":
        return Standing(DONE, state, tr("Record corrected and agreed"))
    day = day_in_words(shared)
    if replied == "no reply":
        return Standing(DONE, state, tr("Record shared {day}; no reply").format(day=day))
    return Standing(GOING, state, tr("Record shared {day}; no reply yet").format(day=day))


def lead_of(review: Review) -> str:
    """The line under the title: how many people, and how it stands with them."""
    staff = review.all("staff")
    if not staff:
        return tr("By job title only, with the reason where somebody could not be interviewed.")
    counts: dict[str, int] = {}
    for person in staff:
        counts[_sort(person, review)] = counts.get(_sort(person, review), 0) + 1
    words = {
        "held": tr("{n} interviewed"),
        "reason": tr("{n} not interviewed, with a reason"),
        "waits": tr("{n} waiting"),
        "invited": tr("{n} invited"),
        "open": tr("{n} still open"),
    }
    parts = [shape.format(n=counts[name]) for name, shape in words.items() if name in counts]
    return tr("{people}: {parts}").format(people=trn("{n} person", "{n} people", len(staff)), parts=", ".join(parts))


def _sort(person: Record, review: Review) -> str:
    interview, look = speaks_for(interviews_of(person.id, review)), person_standing(person, review).look
    if interview is not None and interview.text("status") == "held":
        return "held"
    return {SETTLED: "reason", WAITS: "waits", GOING: "invited"}.get(look, "open")


def held_back(review: Review) -> tuple[Record, ...]:
    """The interviews that wait for the answer of the police, while proceedings are live (R-090)."""
    return tuple(each for each in review.all("interview") if unanswered(each, review))


def first_open(review: Review) -> str:
    """The key of the first person with whom something is left to do, else of the first; of the first row for nobody."""
    staff = review.all("staff")
    left = (each.id for each in staff if not person_standing(each, review).is_settled)
    return next(left, staff[0].id if staff else GENERAL)


# ---- what a person’s card says
def part_of(person: Record) -> str:
    """The part a person had in the case; what to write where nothing is said yet."""
    part = person.text("part")
    return part[:1].upper() + part[1:] if part else tr("Part in the case not recorded yet")


def facts_of(person: Record, review: Review) -> str:
    """Office, time and manager of a person, on one line."""
    kind = kind_of("staff")
    begun, ended = (person.day(each) for each in ("involved_from", "involved_to"))
    time = ""
    if begun and ended and begun != ended:
        time = tr("{start} to {end}").format(start=day_in_words(begun), end=day_in_words(ended))
    elif begun or ended:
        time = day_in_words(begun or ended)  # type: ignore[arg-type]
    manager = in_words(kind.field("manager_then"), person, review)
    parts = (person.text("unit"), time, manager and tr("managed by {post}").format(post=manager))
    return " · ".join(each for each in parts if each)
