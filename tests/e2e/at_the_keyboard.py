"""Somebody at the keyboard who knows the fields by what a screen reader calls them, and uses no mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.form_page import FormPage
from ui.pages.page import Page
from ui.program import Program

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
FARTHEST = 400
"""Steps of Tab after which a control counts as not there."""


class Author:
    """Types into one program. What has the keyboard is the only thing that is ever touched."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self._qtbot = program, qtbot

    def wait(self, until: Callable[[], object]) -> None:
        """Wait for something to become so."""
        self._qtbot.waitUntil(lambda: bool(until()))

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @property
    def page(self) -> Page:
        """The page in sight."""
        assert self.program.review is not None
        return self.program.review.pages.page

    # ---- keys
    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def keys(self, words: str) -> None:
        """Words, key by key, where the caret stands."""
        QTest.keyClicks(self.focus, words)

    def type(self, words: str) -> None:
        """Type over what stands in the field."""
        self.press(KEY.Key_A, CONTROL)
        self.keys(words)

    # ---- going about
    def stage(self, number: int) -> Page:
        """Go to a stage, and wait until all of its page is there and the first control has the keyboard."""
        self.press(Qt.Key(KEY.Key_0 + number % 10), CONTROL)
        page = self.page
        assert page.stage == number
        if isinstance(page, FormPage):
            self.wait(lambda: all(part.built or part.isHidden() or not part.opened for part in page.parts))
        self.press(KEY.Key_F6)
        for _ in range(8):
            if page.isAncestorOf(self.focus):
                break
            self.press(KEY.Key_F6)
        QApplication.processEvents()
        return page

    def walk(self, name: str, *, back: bool = False) -> None:
        """Go on with Tab until a control of that name has the keyboard; `back` goes with Shift+Tab.

        A name that ends in … is the beginning of one, such as that of a filter with its count.
        """
        seen = []
        for _ in range(FARTHEST):
            said = self.focus.accessibleName()
            if said == name or (name.endswith("…") and said.startswith(name[:-1])):
                return
            seen.append(self.focus.accessibleName())
            self.press(KEY.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"Tab does not come to {name!r}, but to {list(dict.fromkeys(seen))}")

    def put(self, name: str, words: str) -> None:
        """Type into a field further on, or choose by its first letters."""
        self.walk(name)
        self.type(words)

    def choose(self, name: str, words: str) -> None:
        """Choose by typing the beginning of what is wanted."""
        self.walk(name)
        self.keys(words)

    def push(self, name: str, *, back: bool = False) -> None:
        """Press a button, or choose an answer, with Space."""
        self.walk(name, back=back)
        self.press(KEY.Key_Space)

    def unfold(self, name: str) -> None:
        """Open a section further on that is folded."""
        self.walk(name)
        if self.focus.accessibleDescription().startswith("Folded"):
            self.press(KEY.Key_Space)
