"""The card of what is due next, at the head of ‘The review’."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui import theme
from ui.icons import Glyph
from ui.pages.timetable_words import days_left, in_order, is_open, state_of
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.state_view import StateView, StateWords
from ui.widgets.surfaces import Rule, Surface, at_top, column, row

MOST = 4
"""How many dates stand side by side: the last that was met, and those that come next."""
LEAST_WIDTH = 148
"""What one of them needs, in pixels at 100 %."""


class Upcoming(NamedTuple):
    """What the card says: what is late, what comes next, and the dates that stand beside each other."""

    late: StateWords | None
    next: StateWords | None
    rows: tuple[Record, ...]


def upcoming(review: Review, today: dt.date) -> Upcoming:
    """What is due next, and what is overdue."""
    dates = in_order(review)
    open_rows = [each for each in dates if is_open(each, review, today)]
    late = [each for each in open_rows if (each.day("due") or today) < today]
    ahead = [each for each in open_rows if each not in late]
    met = [each for each in dates if each.day("actual")]
    last = max(met, key=lambda each: each.day("actual") or today, default=None)
    shown = (*late[:2], *ahead) if late else (*((last,) if last else ()), *ahead)
    return Upcoming(_late(late), _next(ahead, today) or _nothing(late, dates), shown[:MOST])


def _late(late: list[Record]) -> StateWords | None:
    if not late:
        return None
    words = trn(
        "{n} date is overdue, the first ‘{{what}}’ since {{day}}.",
        "{n} dates are overdue, the first ‘{{what}}’ since {{day}}.",
        len(late),
    )
    return StateWords(words.format(what=_called(late[0]), day=_day(late[0])), "bad", Glyph.CIRCLE_ALERT)


def _next(ahead: list[Record], today: dt.date) -> StateWords | None:
    if not ahead:
        return None
    left = _small(days_left(((ahead[0].day("due") or today) - today).days))
    words = tr("Next: {what}, due {day}, {left}.").format(what=_called(ahead[0]), day=_day(ahead[0]), left=left)
    return StateWords(words, "text", Glyph.CIRCLE_DOT)


def _nothing(late: list[Record], dates: tuple[Record, ...]) -> StateWords | None:
    """What is said where nothing comes next."""
    if late:
        return None
    if any(each.day("due") for each in dates):
        return StateWords(tr("Nothing is due: every date of the timetable was met."), "text", Glyph.CIRCLE_CHECK)
    return StateWords(tr("No dates yet. They are worked out in the timetable."), "text_soft", Glyph.CIRCLE_DASHED)


def _called(each: Record) -> str:
    return each.text("event") or each.id


def _day(each: Record) -> str:
    due = each.day("due")
    return day_in_words(due) if due else ""


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


class UpcomingCard(Surface):
    """The sentence with a way to the timetable, and under it the dates that are near."""

    timetable_asked = Signal()
    """The person wants to see all of it."""

    def __init__(self) -> None:
        self.late, self.next = StateView(StateWords(""), "label"), StateView(StateWords(""), "label")
        self.to_timetable = Button(tr("Go to the timetable"), "small_link")
        self._cells = tuple(_Cell() for _ in range(MOST))
        self._rules = tuple(Rule(upright=True) for _ in range(MOST - 1))
        self._count = 0
        head = row(gap=12)
        head.addLayout(column(self.late, self.next, gap=6), 1)
        head.addLayout(at_top(self.to_timetable))
        strip = row(gap=12)
        for at, cell in enumerate(self._cells):
            if at:
                strip.addWidget(self._rules[at - 1])
            strip.addWidget(cell, 1)
        self._strip = QWidget()
        self._strip.setLayout(strip)
        super().__init__(
            column(head, self._strip, gap=10, margins=(16, 12, 16, 14)), fill="raised", edge="line", radius=8
        )
        self.to_timetable.clicked.connect(self.timetable_asked)
        self.setAccessibleName(tr("What is due next"))

    def show_review(self, review: Review, today: dt.date) -> None:
        """Show how the dates stand today."""
        said = upcoming(review, today)
        for view, state in ((self.late, said.late), (self.next, said.next)):
            view.setHidden(state is None)
            if state is not None:
                view.show_state(state)
        self._count = len(said.rows)
        for cell, each in zip(self._cells, said.rows, strict=False):
            cell.show_date(each, state_of(each, review, today))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many dates as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = max(1, self.width() // theme.px(LEAST_WIDTH))
        shown = min(self._count, room)
        for at, cell in enumerate(self._cells):
            cell.setHidden(at >= shown)
            if at:
                self._rules[at - 1].setHidden(at >= shown)
        self._strip.setHidden(shown < 2)


class _Cell(QWidget):
    """One date: the day, what is due, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self._day, self._what = Label("", "label", weight=600), Label("", "small")
        self._state = StateView(StateWords(""))
        self.setLayout(column(self._day, self._what, None, self._state, gap=3))

    def show_date(self, each: Record, state: StateWords) -> None:
        """Show another date."""
        self._day.setText(_day(each))
        self._what.setText(_called(each))
        self._state.show_state(state)
