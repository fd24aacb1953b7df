"""Ctrl+F and F3: from place to place on the page in sight, in the order in which the page reads."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.free_text import texts_of
from ui.ending import end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_desk.review.record import Record
    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.page import Page
    from ui.widgets.find_bar import FindBar

LONGEST_CHOSEN = 60
MOST_HITS = 2000
"""More places than these are not counted: nobody goes through them."""
FIRST_SLICE, SLICE = 0.03, 0.008
"""How long, in seconds, a page is looked at before the next key can be read: at first, and from then on."""


class Hit(NamedTuple):
    """Where the words stand: the field, and the how-manieth time in it, from 0."""

    kind: str
    record_id: str
    field: str
    nth: int


class Finding(QObject):
    """One for an open review. What was looked for is forgotten when the review is closed or locked."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost) -> None:
        super().__init__(pages)
        self._window, self._bridge, self._pages = window, bridge, pages
        self._bar: FindBar | None = None
        self._known: tuple[Review, Page, str] | None = None
        self._hits: list[Hit] = []
        self._scan: Iterator[Hit | None] = iter(())
        self._last: Hit | None = None
        self._wanted = 0
        self._go_on = QTimer(self)
        self._go_on.setInterval(0)
        self._go_on.timeout.connect(self._slice)

    # ---- the bar
    @Slot()
    def begin(self) -> None:
        """Show the bar and give it the keyboard; what is chosen in a text is looked for."""
        if self._bar is None:
            from ui.widgets.find_bar import FindBar

            self._bar = FindBar()
            self._bar.asked.connect(self._count)
            self._bar.step_asked.connect(self.step)
            self._bar.left.connect(self.leave)
            self._window.desk.put_over_page(self._bar)
        self._bar.begin(_chosen_words())

    @Slot()
    def again(self) -> None:
        """Go to the next place, or ask what to look for."""
        if self._bar is None or self._bar.isHidden() or not self._bar.words():
            self.begin()
        else:
            self.step(1)

    @Slot()
    def leave(self) -> None:
        """Close the bar; the keyboard goes to the page."""
        self.end()
        self._window.focus_page()

    def end(self) -> None:
        """Forget what was looked for."""
        self._go_on.stop()
        self._known, self._hits, self._last, self._wanted = None, [], None, 0
        self._scan = iter(())
        if self._bar is not None:
            self._bar.forget()

    def drop(self) -> None:
        """Take the bar out of the window: the review is being closed."""
        self.end()
        if self._bar is not None:
            self._bar.setParent(None)
            end(self._bar)
            self._bar = None

    # ---- what is found
    @Slot(str)
    def _count(self, words: str) -> None:
        """Say how many places there are, before anybody goes there."""
        self._look(words)
        self._say()

    def _say(self, *, speak: bool = False) -> None:
        if self._bar is not None:
            self._bar.say(self._said(), speak=speak)

    def _said(self) -> str:
        if self._known is None or not self._known[2]:
            return ""
        if not self._hits:
            return tr("Looking …") if self.looking else tr("Not in the texts of this page")
        count = str(len(self._hits))
        if self.looking:
            return tr("Looking … {n} so far").format(n=count)
        if len(self._hits) == MOST_HITS:
            count = tr("more than {n}").format(n=MOST_HITS)
        if self._last in self._hits:
            return tr("{n} of {all}").format(n=self._hits.index(self._last) + 1, all=count)
        words = trn("{n} place", "{n} places", len(self._hits))
        return words if count.isdecimal() else tr("more than {n} places").format(n=MOST_HITS)

    def _look(self, words: str) -> None:
        """Begin to look on the page in sight, unless nothing has changed since. A long page is looked at in slices."""
        self._pages.page.flush()
        review, page = self._bridge.review, self._pages.page
        if self._known is not None and self._known[0] is review and self._known[1:] == (page, words):
            return
        self._known, self._hits, self._wanted = (review, page, words), [], 0
        self._scan = iter(hits(review, page, words)) if words else iter(())
        self._go_on.start()
        self._slice(FIRST_SLICE)

    @property
    def looking(self) -> bool:
        """Whether the page was not looked at to its end yet."""
        return self._go_on.isActive()

    @Slot()
    def _slice(self, seconds: float = SLICE) -> None:
        """Look on for a moment; whoever waits to go on does so as soon as the place is known."""
        until = perf_counter() + seconds
        for hit in self._scan:
            if hit is not None:
                self._hits.append(hit)
            if len(self._hits) == MOST_HITS:
                self._go_on.stop()
                break
            if perf_counter() > until:
                break
        else:
            self._go_on.stop()
        if self._wanted and (not self.looking or self._can_step(self._wanted)):
            by, self._wanted = self._wanted, 0
            self._go(by)
        elif not self.looking:
            self._say()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next place or the one before, round and round; the words are chosen there."""
        if self._bar is None:
            return
        self._look(self._bar.words())
        if self.looking and not self._can_step(by):
            self._wanted = by
            self._say()
        else:
            self._go(by)

    def _can_step(self, by: int) -> bool:
        """Whether the place is known already: the one before the first is the last, which comes at the end."""
        at = self._at(by)
        return 0 <= at + by < len(self._hits)

    def _at(self, by: int) -> int:
        """Where the person is among the places."""
        return self._hits.index(self._last) if self._last in self._hits else -1 if by > 0 else 0

    def _go(self, by: int) -> None:
        at, count = self._at(by), len(self._hits)
        for tried in range(1, count + 1):
            hit = self._hits[(at + by * tried) % count]
            if self._pages.page.focus_place(Place(hit.kind, hit.record_id, hit.field, "")):
                self._last = hit
                QTimer.singleShot(0, self, self._choose)
                break
        else:  # a page over the stage has no such field
            self._hits = []
            self._go_on.stop()
        self._say(speak=True)

    @Slot()
    def _choose(self) -> None:
        """Choose the words in the field that has the keyboard now."""
        box = QApplication.focusWidget()
        if self._last is None or self._bar is None or box is None or self._bar.isAncestorOf(box):
            return
        words, nth = self._bar.words(), self._last.nth
        if isinstance(box, QTextEdit):
            _choose_in_text(box, words, nth)
        elif isinstance(box, QLineEdit):
            at = _starts(box.text(), words)
            if at:
                box.setSelection(at[min(nth, len(at) - 1)], len(words))


def _chosen_words() -> str:
    """What is chosen in the text that has the keyboard, if it is short and on one line."""
    box = QApplication.focusWidget()
    chosen = ""
    if isinstance(box, QTextEdit):
        chosen = box.textCursor().selectedText()
    elif isinstance(box, QLineEdit):
        chosen = box.selectedText() if box.echoMode() is QLineEdit.EchoMode.Normal else ""
    return chosen.strip() if len(chosen) <= LONGEST_CHOSEN and "\u2029" not in chosen else ""


def _choose_in_text(box: QTextEdit, words: str, nth: int) -> None:
    found = QTextCursor(box.document())
    for _ in range(nth + 1):
        following = box.document().find(words, found)
        if following.isNull():
            break
        found = following
    if found.hasSelection():
        box.setTextCursor(found)


def hits(review: Review, page: Page, words: str) -> Iterator[Hit | None]:
    """Every place, field by field as the page reads; None after each record, so that whoever looks can pause."""
    own = sorted(name for name in page.kinds if kind_of(name).stage == page.stage)
    ranks: dict[int, dict[str, set[str]]] = {}
    for kind in own:
        for field in kind_of(kind).fields:
            ranks.setdefault(_rank(page, kind, field.name), {}).setdefault(kind, set()).add(field.name)
    for rank in sorted(ranks):
        for kind, fields in ranks[rank].items():
            for record in (review.one(kind),) if kind_of(kind).single else review.all(kind):
                yield from _hits_in(record, fields, words)
                yield None


def _hits_in(record: Record, fields: set[str], words: str) -> Iterator[Hit]:
    counted: dict[str, int] = {}
    for _, field, text in texts_of(record):
        if field in fields:
            for _ in _starts(text, words):
                nth = counted[field] = counted.get(field, -1) + 1
                yield Hit(record.kind, record.id, field, nth)


def _rank(page: Page, kind: str, field: str) -> int:
    """Where a field stands on the page: by the section that shows it, where the page has sections."""
    sections = getattr(page, "sections", ())
    return next((at for at, section in enumerate(sections) if section.covers(kind, field)), len(sections))


def _starts(text: str, words: str) -> list[int]:
    """Where the words begin in a text, whatever their case."""
    plain, wanted = text.casefold(), words.casefold()
    starts, at = [], plain.find(wanted)
    while at >= 0:
        starts.append(at)
        at = plain.find(wanted, at + len(wanted))
    return starts
