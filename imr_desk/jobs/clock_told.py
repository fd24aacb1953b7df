"""Noticing that this computer's clock is behind what the history of a review says.

The history keeps the order in which things were done, by number; its times are what the clock said. So a clock that is
set back breaks nothing, but what it stamps from then on is wrong, and a signature carries it.
"""

from __future__ import annotations

import datetime as dt

from imr_desk.i18n import tr
from imr_desk.review.dates import day_in_words
from imr_desk.session import Session

SLACK = dt.timedelta(minutes=2)
"""Two computers are seldom further apart."""


def word_on_clock(session: Session) -> str:
    """What to say where the last change was made later than it is now; nothing where the clock goes on from there."""
    newest = session.past(most=1)
    if not newest:
        return ""
    now = session.clock()
    last = dt.datetime.fromisoformat(newest[0].at).astimezone(now.tzinfo)
    if last <= now + SLACK:
        return ""
    return tr(
        "This computer’s clock is behind: it says {now}, and the last change to this review was made at {last}. "
        "Nothing is lost and the history keeps its order. Set the clock right before you sign: dates and times come "
        "from it."
    ).format(now=_words(now), last=_words(last))


def _words(moment: dt.datetime) -> str:
    return tr("{time} on {day}").format(time=f"{moment:%H:%M}", day=day_in_words(moment.date()))
