"""One step of the sign-off: its state as an icon and a word, what it is, and what can be done."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from imr_desk.i18n import mark, tr
from ui.ending import end
from ui.icons import Glyph
from ui.tokens import Tone
from ui.widgets.announce import announce
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.notice import Notice, NoticeKind
from ui.widgets.progress import Progress
from ui.widgets.surfaces import Surface, at_top, column, put_in, row


class StepState(enum.Enum):
    """How a step stands. Its word is always shown beside its icon."""

    DONE = mark("Done")
    NEXT = mark("Can be done now")
    HELD = mark("Cannot be done yet")
    LATER = mark("Not yet")


_LOOKS: Mapping[StepState, tuple[Glyph, Tone, Tone]] = {
    StepState.DONE: (Glyph.CIRCLE_CHECK, "good", "good"),
    StepState.NEXT: (Glyph.CIRCLE_DOT, "accent", "accent"),
    StepState.HELD: (Glyph.CIRCLE_PAUSE, "wait", "wait"),
    StepState.LATER: (Glyph.CIRCLE_DASHED, "text_quiet", "text_soft"),
}


class NoticePlace(QWidget):
    """Where a notice stands while it holds, and the progress of a job while it runs."""

    stop_asked = Signal()
    """The person wants the job that is shown to end."""

    def __init__(self) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self.progress: Progress | None = None
        self.said: tuple[NoticeKind, str, str] | None = None
        """What is said now, without what can be done about it."""
        self._box = column(gap=0)
        self.setLayout(self._box)
        self.hide()

    def tell(self, kind: NoticeKind, what: str, more: str = "", *actions: QAbstractButton, speak: bool = True) -> None:
        """Say something here in place of what was said before, and have it read out."""
        self.clear()
        self._notice = Notice(kind, what, more, *actions)
        self._box.addWidget(self._notice)
        self.said = (kind, what, more)
        self.show()
        if speak:
            self._notice.speak()

    def begin(self, what: str, more: str = "") -> None:
        """Show that a job runs, with the way to stop it."""
        self.clear()
        self.progress = Progress(what, more)
        self.progress.stop_asked.connect(self.stop_asked)
        self._box.addWidget(self.progress)
        self.show()
        announce(self, what)

    def go_on(self, doing: str, percent: int) -> None:
        """Show what the job does now."""
        if self.progress is not None:
            self.progress.go_on(doing, percent)

    def clear(self) -> None:
        """Take away what is shown: it no longer holds."""
        for part in (self._notice, self.progress):
            if part is not None:
                part.hide()
                end(part)
        self._notice = self.progress = self.said = None
        self.hide()

    def holds_keyboard(self) -> bool:
        """Whether something in it has the keyboard, which is lost when it goes."""
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def words(self) -> str:
        """What is said here, or nothing."""
        shown = self._notice or self.progress
        return f"{shown.accessibleName()} {shown.accessibleDescription()}".strip() if shown is not None else ""


class Step(Surface):
    """One step. `body` takes what belongs to it."""

    def __init__(self, heading: str) -> None:
        self._icon = IconView(Glyph.CIRCLE_DASHED, "text_quiet", 22)
        self._heading = Label(heading, "section", wrap=False)
        self._word = Label("", "small", "text_soft", wrap=False)
        self._line = Label("", "body", "text_soft")
        self.notice = NoticePlace()
        self._body = column(row(self._heading, None, self._word), self._line, self.notice, gap=6)
        content = row(at_top(self._icon, 1), gap=14, margins=(18, 10, 18, 12))
        content.addLayout(self._body, 1)
        super().__init__(content)
        self.state = StepState.LATER
        self.show_state(StepState.LATER, "")

    def show_state(self, state: StepState, line: str) -> None:
        """Say how the step stands, in its word and one sentence or two."""
        self.state = state
        glyph, icon_tone, tone = _LOOKS[state]
        self._icon.show_glyph(glyph, icon_tone)
        self._word.setText(tr(state.value))
        self._word.set_tone(tone)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(f"{self._heading.text()}: {tr(state.value)}")
        self.setAccessibleDescription(line)

    def line(self) -> str:
        """The sentence that is shown."""
        return self._line.text()

    def add(self, part: QWidget | QLayout, gap: int = 0) -> None:
        """Put something at the end of the step, `gap` pixels lower than usual."""
        if gap:
            self._body.addSpacing(gap)
        if isinstance(part, QWidget):
            self._body.addWidget(part)
        else:
            put_in(self._body, part)
