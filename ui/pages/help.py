"""Help: a section of the user guide, and the way to the others. Esc goes back to where the person was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from ui.guide import GuideSection, guide
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.editors.choice import ChoiceBox
from ui.widgets.guide_text import READING, GuideText
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageHead
from ui.widgets.surfaces import Bounded, Surface, at_left, column


class HelpPage(Page):
    """Shown over a page, or alone before a review is open."""

    stage = 1
    kinds = frozenset()

    left = Signal()
    """The person wants to go back."""

    def __init__(self, section: GuideSection) -> None:
        super().__init__()
        self.back = Button(tr("Back"), "plain")
        self.head = PageHead(" ", tr("From the user guide. Esc goes back to where you were."), self.back)
        self.text = GuideText(tr("Help"))
        self.sections = ChoiceBox()
        self.sections.addItems([each.heading for each in guide()])
        self.sections.setAccessibleName(tr("Section of the guide"))
        named = Label(self.sections.accessibleName(), "label", wrap=False)
        named.setBuddy(self.sections)
        held = Bounded(READING)
        box = column(self.head, at_left(named, self.sections, gap=10), gap=14)
        box.addWidget(self.text, 1)
        held.setLayout(box)
        self.setLayout(column(Surface(column(held, gap=0, margins=(32, 24, 24, 20)), fill="page"), gap=0))
        self.back.clicked.connect(self.left)
        self.sections.activated.connect(self._chosen)
        self.show_section(section)

    def show_section(self, section: GuideSection) -> None:
        """Show a section from its beginning."""
        self.head.title.setText(section.heading)
        self.setAccessibleName(tr("Help: {section}").format(section=section.heading))
        self.text.setAccessibleName(section.heading)
        self.text.show_markdown(section.text)
        self.sections.setCurrentIndex(guide().index(section))

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.show_section(guide()[at])

    def enter(self) -> None:
        """Give the keyboard to the text, so that it can be read and scrolled."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """As `enter`."""
        self.text.setFocus(reason)

    def first_control(self) -> QWidget:
        """The text."""
        return self.text

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """It shows nothing of a review."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F1 go back."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.left.emit()
            return
        super().keyPressEvent(event)
