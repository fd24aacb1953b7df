"""Ctrl+F and F3: from place to place on the page in sight, in the order in which the page reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.free_text import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imr_desk.review.review import Review
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.page import Page
    from ui.widgets.find_bar import FindBar

LONGEST_CHOSEN = 60


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
        self._hits: tuple[Hit, ...] = ()
        self._last: Hit | None = None

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
        self._known, self._hits, self._last = None, (), None
        if self._bar is not None:
            self._bar.forget()

    def drop(self) -> None:
        """Take the bar out of the window: the review is being closed."""
        self.end()
        if self._bar is not None:
            self._bar.setParent(None)
            self._bar.deleteLater()
            self._bar = None

    # ---- what is found
    @Slot(str)
    def _count(self, words: str) -> None:
        """Say how many places there are, before anybody goes there."""
        if self._bar is not None:
            self._look(words)
            self._bar.say(self._said(words))

    def _said(self, words: str) -> str:
        if not words:
            return ""
        if not self._hits:
            return tr("Not in the texts of this page")
        if self._last in self._hits:
            at = self._hits.index(self._last) + 1
            return tr("{n} of {all}").format(n=at, all=len(self._hits))
        return trn("{n} place", "{n} places", len(self._hits))

    def _look(self, words: str) -> None:
        """Find every place on the page in sight, unless nothing has changed since."""
        self._pages.page.flush()
        review, page = self._bridge.review, self._pages.page
        if self._known is not None and self._known[0] is review and self._known[1:] == (page, words):
            return
        self._known = (review, page, words)
        self._hits = tuple(_hits(review, page, words)) if words else ()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next place or the one before, round and round; the words are chosen there."""
        if self._bar is None:
            return
        words = self._bar.words()
        self._look(words)
        count = len(self._hits)
        at = self._hits.index(self._last) if self._last in self._hits else -1 if by > 0 else 0
        for tried in range(1, count + 1):
            hit = self._hits[(at + by * tried) % count]
            if self._pages.page.focus_place(Place(hit.kind, hit.record_id, hit.field, "")):
                self._last = hit
                QTimer.singleShot(0, self, self._choose)
                break
        else:  # a page over the stage has no such field
            self._hits = ()
        self._bar.say(self._said(words), speak=True)

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


def _hits(review: Review, page: Page, words: str) -> Iterator[Hit]:
    """Every place, field by field as the page reads."""
    kinds = [kind_of(kind) for kind in page.kinds]
    own = [kind for kind in kinds if kind.stage == getattr(page, "stage", kind.stage)]
    found: list[tuple[int, int, Hit]] = []
    for kind in sorted(own, key=lambda each: each.name):
        rank = {field.name: _rank(page, kind.name, field.name) for field in kind.fields}
        for number, record in enumerate((review.one(kind.name),) if kind.single else review.all(kind.name)):
            counted: dict[str, int] = {}
            for _, field, text in texts_of(record):
                for _ in _starts(text, words):
                    nth = counted[field] = counted.get(field, -1) + 1
                    found.append((rank[field], number, Hit(kind.name, record.id, field, nth)))
    yield from (hit for _, _, hit in sorted(found, key=lambda each: each[:2]))


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
