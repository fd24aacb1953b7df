"""What is said of a date of the timetable: how near it is, whether it was met, and what the guidance gives. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords
from ui.icons import Glyph
from ui.widgets.state_view import StateWords

SOON = 14
"""Days before a date from which on it is said to be near."""
LONG_PAST = 60
"""Days after which it no longer helps to count them."""
SIX_MONTHS = "review-complete"
NEARLY = 42
"""Days before the end of the six months from which on another date is to be thought of."""


def in_order(review: Review) -> tuple[Record, ...]:
    """The dates of the timetable as they come, those without a date last."""
    return tuple(sorted(review.all("deadline"), key=lambda row: (row.day("due") or dt.date.max, row.position)))


def state_of(row: Record, review: Review, today: dt.date) -> StateWords:
    """How a date stands."""
    due, actual = row.day("due"), row.day("actual")
    if actual:
        return _done(due, actual)
    if due is None:
        return StateWords(tr("No date yet"), "text_quiet", Glyph.CIRCLE_DASHED)
    longer = review.one("extension").day("new_date")
    if row.text("rule") == SIX_MONTHS and longer is not None and longer > due:
        return StateWords(tr("Extended to {day}").format(day=day_in_words(longer)), "text_soft", Glyph.CIRCLE_SLASH)
    left = (due - today).days
    if left < 0:
        return StateWords(_late(-left, due), "bad", Glyph.CIRCLE_ALERT)
    near = left <= SOON
    return StateWords(
        days_left(left), "wait" if near else "text_soft", Glyph.CIRCLE_DOT if near else Glyph.CIRCLE_DASHED
    )


def _done(due: dt.date | None, actual: dt.date) -> StateWords:
    done = tr("Done on {day}").format(day=day_in_words(actual))
    if due and actual > due:
        late = trn("{n} day late", "{n} days late", (actual - due).days)
        return StateWords(tr("{done}, {late}").format(done=done, late=late), "text_soft", Glyph.CIRCLE_CHECK)
    return StateWords(done, "good", Glyph.CIRCLE_CHECK)


def _late(days: int, due: dt.date) -> str:
    if days > LONG_PAST:
        return tr("Overdue since {day}").format(day=day_in_words(due))
    return trn("Overdue by {n} day", "Overdue by {n} days", days)


def days_left(days: int) -> str:
    """How long it is until a date that has not passed."""
    if days == 0:
        return tr("Due today")
    return tr("Due tomorrow") if days == 1 else trn("In {n} day", "In {n} days", days)


def is_open(row: Record, review: Review, today: dt.date) -> bool:
    """Whether something is still to be done by that date."""
    return row.day("due") is not None and state_of(row, review, today).glyph not in (
        Glyph.CIRCLE_CHECK,
        Glyph.CIRCLE_SLASH,
    )


def beside(row: Record) -> str:
    """The date the guidance gives, beside the one that was agreed; nothing where they are the same."""
    due, worked_out = row.day("due"), row.day("worked_out")
    if due is None or worked_out is None or due == worked_out:
        return ""
    words = tr("Agreed {agreed}; the guidance gives {given}.")
    return words.format(agreed=day_in_words(due), given=day_in_words(worked_out))


def _of_extension(row: Record, review: Review, today: dt.date) -> str:
    """What to do where the six months are near their end, or over, and no other date was agreed (R-196)."""
    due = row.day("due")
    if row.text("rule") != SIX_MONTHS or due is None or row.day("actual") or (due - today).days > NEARLY:
        return ""
    if review.one("extension").day("asked_on") or review.one("extension").day("new_date"):
        return ""
    return tr("If it cannot be met, agree another date with the board now and record it under ‘Extension’.")


def deadline_cards(review: Review, today: dt.date, sources: Mapping[str, str]) -> CardMaker:
    """Cards of dates. `sources` says of each, by reference, what its date comes from, as far as that is known."""

    def make(row: Record) -> CardWords:
        due = row.day("due")
        firm = {"firm": tr("Firm"), "provisional": tr("Provisional")}.get(row.text("firmness"), "")
        source = "" if row.day("actual") else sources.get(row.id, "")
        notes = (beside(row), source, _of_extension(row, review, today), row.text("note"))
        return CardWords(
            title=row.text("event") or tr("No words yet"),
            lead=day_in_words(due) if due else tr("No date yet"),
            lead_note=firm if due else "",
            state=state_of(row, review, today) if due or row.day("actual") else None,
            second=tuple(note for note in notes if note),
        )

    return make
