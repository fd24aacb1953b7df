"""From which event the six months run: the events the review records, each with the day on which they would end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.guidance.start_events import StartEvent, choosing, start_events
from imr_desk.guidance.timetable import six_months
from imr_desk.i18n import tr
from imr_desk.review.fields import Field
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cards import CardList
from ui.widgets.labels import Label
from ui.widgets.state_view import StateView, StateWords
from ui.widgets.surfaces import at_left, at_top, column, row

LINE = 68
"""About how high a line is, in pixels at 100 %."""


class StartChoice(Part):
    """A line for each event with ‘Use this’; and whether the timetable follows what was chosen."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._shown: tuple[object, ...] | None = None
        self.uses: dict[str, Button] = {}
        self._list = CardList()
        self._empty = Label(
            tr("No date to count from is recorded yet: begin with ‘The decision’, or write the event below."),
            "body",
            "text_quiet",
        )
        self._end = Label("", "small", "wait")
        self.set_end = Button(tr("Set this end"), "small")
        self.set_end.clicked.connect(self._set_end)
        self._stale = Label("", "small", "wait")
        self.to_timetable = Button(tr("See what would change"), "small_link")
        self.to_timetable.clicked.connect(partial(host.place_requested.emit, Place("deadline", "", "", "")))
        self.setLayout(
            column(
                self._empty,
                self._list,
                self._end,
                at_left(self.set_end),
                self._stale,
                at_left(self.to_timetable),
                gap=8,
            )
        )
        self.setAccessibleName(tr("Events the six months could run from"))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a Part."""
        review = self._host.review
        events, chosen = start_events(review), review.one("start_event").day("date")
        if (events, chosen) != self._shown:
            self._shown = (events, chosen)
            self._make(events, chosen)
        self._show_end(chosen)
        stale = chosen is not None and any(
            each.text("rule") == "review-complete"
            and each.day("worked_out") is not None
            and each.day("worked_out") != six_months(chosen)
            for each in review.all("deadline")
        )
        self._stale.setText(tr("The timetable was worked out from another date."))
        self._stale.setHidden(not stale)
        self.to_timetable.setHidden(not stale)

    def _show_end(self, chosen: dt.date | None) -> None:
        """Say where the six months end, while the field says something else or nothing."""
        end = six_months(chosen) if chosen else None
        wrong = end is not None and self._host.review.one("start_event").day("six_months_end") != end
        if end is not None:
            self._end.setText(tr("From the date below the six months end on {day}.").format(day=day_in_words(end)))
        self._end.setHidden(not wrong)
        self.set_end.setHidden(not wrong)

    def _set_end(self) -> None:
        from imr_desk.operations.general import SetFields

        chosen = self._host.review.one("start_event").day("date")
        if chosen is not None:
            values = {"six_months_end": six_months(chosen).isoformat()}
            self._host.ask(SetFields("start_event", "start_event", values))

    def _make(self, events: tuple[StartEvent, ...], chosen: dt.date | None) -> None:
        focus = self.window().focusWidget()
        had = next((name for name, button in self.uses.items() if button is focus), "")
        self._list.clear()
        self.uses = {}
        for at, event in enumerate(events):
            self._list.add(self._line(event, event.day == chosen, first=at == 0 and len(events) > 1))
        self._list.setHidden(not events)
        self._empty.setHidden(bool(events))
        if had:
            (self.uses.get(had) or next(iter(self.uses.values()), self)).setFocus()
        self._host.rearranged.emit(self)

    def _line(self, event: StartEvent, chosen: bool, *, first: bool) -> QWidget:
        name = event.name[:1].upper() + event.name[1:]
        words = tr("{event}, {day}").format(event=name, day=day_in_words(event.day))
        more = [tr("The six months end on {day}.").format(day=day_in_words(event.end)), event.who]
        if first:
            more.append(tr("It is the earliest."))
        text = column(
            Label(words, "body", weight=500), Label(" ".join(filter(None, more)), "small", "text_soft"), gap=2
        )
        box = row(gap=12, margins=(16, 8, 12, 10))
        box.addLayout(text, 1)
        if chosen:
            box.addLayout(at_top(StateView(StateWords(tr("Chosen"), "good", Glyph.CIRCLE_CHECK)), 2))
        else:
            use = Button(tr("Use this"), "small")
            use.setAccessibleName(tr("Use this: {event}").format(event=words))
            use.clicked.connect(partial(self._use, event))
            self.uses[event.name] = use
            box.addLayout(at_top(use))
        line = QWidget()
        line.setLayout(box)
        return line

    def _use(self, event: StartEvent) -> None:
        from imr_desk.operations.general import SetFields

        self._host.ask(SetFields("start_event", "start_event", choosing(event, self._host.review)))
        announce(self, tr("Chosen. The six months end on {day}.").format(day=day_in_words(event.end)))

    def first_control(self) -> QWidget | None:
        """As of a Part."""
        return next(iter(self.uses.values()), None)


@dataclass(frozen=True)
class StartChoiceOf:
    """The choice as something that a section holds. It shows no field itself: the form of the event stands under it."""

    kind: str = "start_event"
    fields: tuple[Field, ...] = ()

    def covers(self, kind: str, field: str) -> bool:
        """It stands for no field."""
        return False

    def applies(self, host: FormHost) -> bool:
        """It is always asked for."""
        return True

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""
        return StartChoice(host)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return LINE * max(1, len(start_events(review)))
