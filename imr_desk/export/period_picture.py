"""The picture of the whole chronology as it goes into a report: in greys and one blue that reads as grey in print.

It shows codes, numbers and dates alone. Its description, for whoever does not see it, is `whole_period.described`.
"""

from __future__ import annotations

import datetime as dt
import io
from functools import lru_cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from imr_desk.export.picture import Picture, picture_of, png_of, png_parts
from imr_desk.i18n import tr
from imr_desk.review.known_date import day_in_words
from imr_desk.review.whole_period import Event, Lane, Step, WholePeriod, ticks

FINE = 2
"""It is drawn twice as large, and made smaller at the end, so that no edge is jagged."""
WIDTH, LEFT, RIGHT, TOP = (FINE * dots for dots in (1600, 250, 40, 70))
"""Dots; at the width of a page 3.4 of those that are left are a point."""
BARS, ROW, AXIS, TICK, PAD, THIN = (FINE * dots for dots in (300, 46, 72, 14, 16, 2))
LETTERS, SMALL = FINE * 31, FINE * 27
INK, SOFT, RULE, EMPTY, BLUE = "#1B1F23", "#575D65", "#B9BCC0", "#E8E6E0", "#17506B"
_DOT = FINE * 9


def drawn(whole: WholePeriod) -> Picture:
    """The picture, in the strict form that a report takes."""
    return _Drawing(whole).picture()


class _Drawing:
    def __init__(self, whole: WholePeriod) -> None:
        self.whole = whole
        rows = len(whole.lanes) + bool(whole.significant)
        self.floor = TOP + BARS
        self.under = self.floor + rows * ROW
        self.height = self.under + AXIS + (ROW if whole.start or whole.cut_off else 0)
        self.image = Image.new("RGB", (WIDTH, self.height), "white")
        self.draw = ImageDraw.Draw(self.image)

    def picture(self) -> Picture:
        self._gaps()
        self._bars()
        self._period()
        at = self.floor
        if self.whole.significant:
            self._row(at, tr("Significant"), self.whole.significant, BLUE)
            at += ROW
        for lane in self.whole.lanes:
            self._lane(at, lane)
            at += ROW
        self._axis(at)
        with io.BytesIO() as out:
            seen = self.image.resize((WIDTH // FINE, self.height // FINE), Image.Resampling.LANCZOS)
            seen.save(out, "PNG", optimize=True)
            return picture_of(png_of(*png_parts(out.getvalue())))

    def x(self, day: dt.date) -> int:
        return LEFT + round(self.whole.part(day) * (WIDTH - LEFT - RIGHT))

    def words(self, at: tuple[float, float], words: str, anchor: str, size: int = SMALL, fill: str = SOFT) -> None:
        self.draw.text(at, words, fill=fill, font=_font(size), anchor=anchor)

    def _gaps(self) -> None:
        """Where nothing is for long: shaded, with its days where there is room for them."""
        ends = {event.entry: event for event in self.whole.ends}
        for gap in self.whole.gaps:
            begins, until = self.x(ends[gap.after].last), self.x(ends[gap.before].first)
            self.draw.rectangle((begins, TOP, max(until, begins + THIN), self.floor - 1), fill=EMPTY)
            words = tr("{n} d").format(n=gap.days)
            if _font(SMALL).getlength(words) + PAD < until - begins:
                self.words(((begins + until) / 2, TOP + PAD // 2), words, "mt")

    def _bars(self) -> None:
        most = max(step.count for step in self.whole.steps)
        self.draw.line((LEFT, self.floor, WIDTH - RIGHT, self.floor), fill=INK, width=THIN)
        for count in sorted({most, most // 2} - {0}):
            high = self._high(count, most)
            self.draw.line((LEFT - PAD // 2, high, LEFT, high), fill=INK, width=THIN)
            self.words((LEFT - PAD, high), str(count), "rm")
        self.words((LEFT - PAD, TOP - 2 * PAD), tr("Entries"), "rm", LETTERS, INK)
        for step in self.whole.steps:
            self._bar(step, most)

    def _bar(self, step: Step, most: int) -> None:
        if step.count:
            begins = self.x(step.first)
            until = self.x(min(step.last, self.whole.last))
            self.draw.rectangle(
                (begins, self._high(step.count, most), max(begins + THIN, until - THIN), self.floor), fill=BLUE
            )

    def _high(self, count: int, most: int) -> int:
        return self.floor - round(count / most * (BARS - 3 * PAD))

    def _period(self) -> None:
        """The ends of the period under review, as broken lines over everything."""
        for day in (self.whole.start, self.whole.cut_off):
            if day is not None:
                for high in range(TOP - PAD, self.under, PAD):
                    self.draw.line((self.x(day), high, self.x(day), high + PAD // 2), fill=INK, width=THIN)

    def _lane(self, at: int, lane: Lane) -> None:
        self._row(at, tr("Question {number}").format(number=lane.number), lane.events, SOFT)

    def _row(self, at: int, name: str, events: tuple[Event, ...], fill: str) -> None:
        middle = at + ROW // 2 + PAD // 4
        self.words((LEFT - PAD, middle), name, "rm", LETTERS, INK)
        self.draw.line((LEFT, middle, WIDTH - RIGHT, middle), fill=RULE, width=THIN // 2)
        for event in events:
            begins, until = self.x(event.first), self.x(event.last)
            self.draw.rounded_rectangle((begins - _DOT, middle - _DOT, until + _DOT, middle + _DOT), _DOT, fill=fill)

    def _axis(self, at: int) -> None:
        """The years; and under them what the broken lines are."""
        high = at + TICK
        for x, words in _apart([(self.x(day), words) for day, words in ticks(self.whole)]):
            if LEFT <= x < WIDTH - RIGHT - 2 * PAD:
                self.draw.line((x, at, x, high), fill=INK, width=THIN)
                self.words((x, high + PAD // 4), words, "mt", LETTERS, INK)
        start, cut_off = self.whole.start, self.whole.cut_off
        if start or cut_off:
            first, last = (day_in_words(day) if day else "…" for day in (start, cut_off))
            words = tr("Broken lines: the period under review, {first} to {last}").format(first=first, last=last)
            self.words((LEFT, high + 3 * PAD), words, "lt")


def _apart(ticks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """As many of them as can be written beside each other, evenly; none that lies before the picture."""
    within = [tick for tick in ticks if tick[0] >= LEFT]
    wide = max((_font(LETTERS).getlength(words) for _, words in within), default=0) + 2 * PAD
    every = 1
    while len(within) > every and within[every][0] - within[0][0] < wide:
        every += 1
    return within[::every]


@lru_cache(maxsize=4)
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = files("resources").joinpath("fonts", "LiberationSans-Regular.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size)
