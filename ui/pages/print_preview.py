"""What will come out of the printer, page by page, before it does: the PDF of the report, drawn in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from ui.icons import Glyph
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.page_frame import PageHead
from ui.widgets.pdf_pages import PdfPages, PdfSource
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from imr_desk.jobs.export import Printable
    from imr_desk.review.review import Review


class PrintPreviewPage(Page):
    """The pages, and what can be done with them. Esc goes back."""

    stage = 1
    kinds = frozenset()

    left = Signal()
    """The person wants to go back to the page."""
    print_asked = Signal()
    save_asked = Signal()
    """The person wants the same as a file."""
    stop_asked = Signal()
    """The person would rather not wait, or not print the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.print_button = Button(tr("Print …"), "main")
        self.save_button = Button(tr("Save as PDF …"), "plain", Glyph.FILE_TEXT)
        self.back = Button(tr("Back to the page"), "plain")
        self.stop = Button(tr("Cancel"), "plain")
        self.head = PageHead(tr("Print preview"), " ", self.print_button, self.save_button, self.stop, self.back)
        self.warning = Label(
            tr("A printer, or its queue, may keep a copy of what it prints. Use one that your office trusts."),
            "small",
            "text_soft",
        )
        self.pages = PdfPages()
        box = column(column(self.head, self.warning, gap=6, margins=(24, 24, 24, 12)), gap=0)
        box.addWidget(self.pages, 1)
        self.setLayout(column(Surface(box, fill="page"), gap=0))
        self.setAccessibleName(tr("Print preview"))
        self._notice = ""
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.back.clicked.connect(self.left)
        self.pages.turned.connect(self._tell_page)
        self.show_working(tr("The pages are being made."))

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Whoever holds the session makes the pages."""

    def show_working(self, what: str) -> None:
        """Something takes a moment, and can be stopped."""
        self.head.set_lead(what)
        for button in (self.print_button, self.save_button):
            button.setEnabled(False)
        self.stop.show()

    def show_pages(self, made: Printable) -> None:
        """Show the pages."""
        source = PdfSource(made.data)
        what = tr("The signed report") if made.final else tr("A draft, marked as one on every page")
        count = len(source.sizes)
        self._notice = f"{what} · {trn('{n} page', '{n} pages', count)}"
        self.pages.show_source(source)
        self.show_ready()

    def show_ready(self) -> None:
        """Nothing is going on: the pages can be printed."""
        for button in (self.print_button, self.save_button):
            button.setEnabled(self.pages.count > 0)
        self.stop.hide()
        self._tell_page(self.pages.page)

    def show_refused(self, sentence: str) -> None:
        """Say why there are no pages."""
        self.pages.show_source(None)
        self.stop.hide()
        self.head.set_lead(sentence)

    def forget(self) -> None:
        """Forget every page."""
        self.pages.show_source(None)

    def _tell_page(self, page: int) -> None:
        if self.stop.isHidden() and self.pages.count:
            here = tr("page {n} in sight").format(n=page)
            self.head.set_lead(f"{self._notice} · {here}")

    def first_control(self) -> QWidget:
        """The pages."""
        return self.pages

    def enter(self) -> None:
        """Give the keyboard to the pages."""
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc always leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
