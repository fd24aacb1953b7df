"""The frame of a page: title, one sentence, what can be done; then what the page holds, which scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLayout, QWidget

from ui.widgets.labels import Label
from ui.widgets.pressable import Pressable
from ui.widgets.surfaces import Scroll, Surface, at_top, column, put_in, row

MARGIN = 32


class PageHead(QWidget):
    """Title and lead at the left, what can be done at the right."""

    def __init__(self, title: str, lead: str = "", *actions: Pressable) -> None:
        super().__init__()
        self.title = Label(title, "title")
        self.lead = Label(lead, "body", "text_soft")
        if not lead:  # shown without a parent it would be a window of its own
            self.lead.hide()
        box = row(gap=8)
        box.addLayout(column(self.title, self.lead, gap=3), 1)
        for action in actions:
            box.addLayout(at_top(action, 2))
        self.setLayout(box)

    def set_lead(self, lead: str) -> None:
        """Say how the page stands."""
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))


class PageFrame(Surface):
    """A page that scrolls. `second_pane` is what stands beside it, if it has one, for F6 and for the panel."""

    def __init__(self, title: str, lead: str = "", *actions: Pressable) -> None:
        self.head = PageHead(title, lead, *actions)
        self.second_pane: QWidget | None = None
        self._content = column(gap=16, margins=(MARGIN, 24, MARGIN, MARGIN))
        self._content.addWidget(self.head)
        self._content.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._content)
        self.scroller = Scroll(inner)
        super().__init__(column(self.scroller, gap=0), fill="page")
        self.setAccessibleName(title)

    def add(self, part: QWidget | QLayout) -> None:
        """Put something at the end of the page."""
        at = self._content.count() - 1
        if isinstance(part, QWidget):
            self._content.insertWidget(at, part)
        else:
            put_in(self._content, part, at)

    def add_before(self, part: QWidget, other: QWidget) -> None:
        """Put something before what is on the page already."""
        self._content.insertWidget(self._content.indexOf(other), part)

    def first_control(self) -> QWidget:
        """Where the keyboard goes when the page is reached and nothing on it had it before."""
        return self

    def show_part(self, part: QWidget) -> None:
        """Bring a part of the page into sight; of one that is higher than the page, its beginning."""
        self.scroller.ensureWidgetVisible(part, 0, 24)
        top = part.mapTo(self.scroller.viewport(), QPoint(0, 0)).y()
        if top < 0:
            bar = self.scroller.verticalScrollBar()
            bar.setValue(bar.value() + top)


class Section(QWidget):
    """A heading, one line of reason, then what belongs to it. No box stands round a section of fields."""

    def __init__(self, heading: str, reason: str = "", *actions: Pressable) -> None:
        super().__init__()
        words = column(Label(heading, "section"), gap=0)
        if reason:
            words.addWidget(Label(reason, "small", "text_soft"))
        head = row(gap=8)
        head.addLayout(words, 1)
        for action in actions:
            head.addLayout(at_top(action))
        self._box = column(head, gap=6, margins=(0, 8, 0, 0))
        self.setLayout(self._box)
        self.setAccessibleName(heading)

    def add(self, part: QWidget | QLayout, gap: int = 0) -> None:
        """Put something at the end of the section, `gap` pixels lower than usual."""
        if gap:
            self._box.addSpacing(gap)
        if isinstance(part, QWidget):
            self._box.addWidget(part)
        else:
            put_in(self._box, part)
