"""A page of folding sections of forms and lists: all that such pages have in common.

Sections in sight are built at once, the others one by one while nothing else happens, so that a long page opens quickly
and Tab, search and scrolling soon find all of it.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from imr_desk.i18n import tr
from imr_desk.operations.general import SetFields
from imr_desk.review.stages import STAGES, stage_name
from ui import theme
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.section import FoldingSection
from ui.forms.specs import SectionOf
from ui.pages.page import Page
from ui.widgets.buttons import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageFrame
from ui.widgets.surfaces import Item, column
from ui.widgets.tab_order import put_in_reading_order

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.review import Review

BEYOND = 100
"""How far below what is in sight, in pixels, sections are built at once."""
IDLE_MS = 10
"""How long the page waits between two pieces of sections that it makes beforehand."""
HEAD = 60
"""About how much of what is in sight the head of a page takes at least, in pixels at 100 %."""

LAYOUT_PASSES = 10
"""Words that wrap ask for another height once they have their width, and so does what holds them, level by level."""


class FormPage(Page):
    """A page whose subclass names its `stage`, `kinds` and `sections`."""

    sections: ClassVar[tuple[SectionOf, ...]]

    def __init__(self, *top: QWidget) -> None:
        """`top` stands between the head of the page and the links to its sections."""
        super().__init__()
        self.host = FormHost(self)
        self.host.change_requested.connect(self.change_requested)
        self.host.new_record_requested.connect(self.new_record_requested)
        self.host.records_requested.connect(self.records_requested)
        self.host.place_requested.connect(self.place_requested)
        self.host.growing.connect(self._before_growing)
        self.host.grown.connect(self._after_growing)
        self.host.rearranged.connect(self._order_later)
        self.host.reveal.connect(self._reveal_later)
        self.frame = PageFrame(stage_name(self.stage), tr(STAGES[self.stage - 1].purpose))
        self.parts = tuple(FoldingSection(self.host, spec) for spec in self.sections)
        self.links = tuple(Button(tr(spec.heading), "small_link") for spec in self.sections)
        self.sealed_notice = Notice(
            "accent",
            tr("The report is signed, so what belongs to it is read-only here."),
            tr("To change it, reopen the report at ‘Sign-off’, with a reason. What belongs to the process stays open."),
        )
        self.sealed_notice.hide()
        self._timers()
        self._put_together(top)

    def _timers(self) -> None:
        self._reveal: QWidget | None = None
        self._held: tuple[FoldingSection, int] | None = None
        self._to_order: set[FoldingSection] = set()
        self._order, self._idle, self._look = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait, slot in (
            (self._order, 0, self._set_order),
            (self._idle, IDLE_MS, self._build_next),
            (self._look, 0, self._reveal_now),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(slot)

    def _put_together(self, top: tuple[QWidget, ...]) -> None:
        self.frame.add(self.sealed_notice)  # first: whoever finds that nothing can be typed must not look for why
        for widget in top:
            self.frame.add(widget)
        self.frame.add(_contents(self.links, tuple(spec.group for spec in self.sections)))
        for link, part in zip(self.links, self.parts, strict=True):
            link.clicked.connect(partial(self._go_to_section, part))
            part.wanted.connect(partial(self._build, part))
            self.frame.add(part)
        self.frame.scroller.verticalScrollBar().valueChanged.connect(self._build_seen)
        self.setLayout(self._lay_out())
        put_in_reading_order(self)

    def _lay_out(self) -> QLayout:
        """How the frame stands on the page; a page with a second pane puts that beside it."""
        return column(self.frame, gap=0)

    # ---- what is shown
    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """As of a Page."""
        self.host.clock = self.clock
        self.host.reading = self.reading
        self.host.take(review, renew=reload_focused)
        self.sealed_notice.setHidden(not self.host.signed)
        for link, part in zip(self.links, self.parts, strict=True):
            part.show_review(reload_focused=reload_focused)
            link.setHidden(part.isHidden())

    def flush(self) -> None:
        """As of a Page."""
        for part in self.parts:
            part.flush()

    def change_refused(self, operation: Operation, sentence: str) -> bool:
        """As of a Page."""
        if not isinstance(operation, SetFields):
            return False
        for field in self.findChildren(BoundField):
            here = (field.kind.name, field.record_id) == (operation.kind, operation.record_id)
            if here and field.field.name in operation.values:
                field.refuse(sentence)
                return True
        return False

    # ---- building
    def build_all(self) -> None:
        """Build every section now."""
        for part in self.parts:
            part.build()

    def _build(self, part: FoldingSection) -> None:
        """Build a section. What is in sight stays where it is, also when the section stands above it."""
        if part.built:
            return
        bar, anchor = self.frame.scroller.verticalScrollBar(), self._first_in_sight()
        was = self._top_of(anchor) if anchor is not None else 0
        part.build()
        if anchor is not None and self.isVisible():
            self._settle_layout()
            moved = self._top_of(anchor) - was
            if moved and anchor is not part:
                bar.setValue(bar.value() + moved)

    @Slot()
    def _build_seen(self) -> None:
        """Build the sections that are in sight, or nearly."""
        if not self.isVisible():
            return
        foot = self.frame.scroller.viewport().height() + BEYOND
        for part in self.parts:
            if part.opened and not part.built and self._top_of(part) < foot and self._top_of(part) + part.height() > 0:
                self._build(part)

    @Slot()
    def _build_next(self) -> None:
        part = next((each for each in self.parts if each.opened and not each.built), None)
        if part is not None and self.isVisible():
            if not part.make_some():
                self._build(part)
            self._idle.start()

    def prepare(self) -> bool:
        """As of a Page: make the sections that will be in sight, piece by piece."""
        if self.isVisible():  # there they are made already
            return False
        room = self.height() - theme.px(HEAD)
        for part in self.parts:
            if part.isHidden():
                continue
            if part.opened and not part.built:
                if not part.make_some():
                    self._build(part)
                return True
            room -= theme.px(part.spec.height(self.host.review) if part.opened else 0)
            if room < 0:
                break
        return False

    def _top_of(self, part: QWidget) -> int:
        """Where a part begins, in pixels below the upper edge of what is in sight."""
        return part.mapTo(self.frame.scroller.viewport(), QPoint(0, 0)).y()

    @Slot()
    def _before_growing(self) -> None:
        """Something above what is in sight is about to become higher: remember where it stands."""
        anchor = self._first_in_sight() if self.isVisible() else None
        self._held = (anchor, self._top_of(anchor)) if anchor is not None else None

    @Slot()
    def _after_growing(self) -> None:
        """Put what was in sight back where it stood."""
        held, self._held = self._held, None
        if held is not None and isValid(held[0]):
            self._settle_layout()
            bar = self.frame.scroller.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(held[0]) - held[1])

    def _first_in_sight(self) -> FoldingSection | None:
        """The section at the upper edge, once the page was scrolled to one."""
        if not self.frame.scroller.verticalScrollBar().value():
            return None
        return next(
            (each for each in self.parts if not each.isHidden() and self._top_of(each) + each.height() > 0), None
        )

    def _settle_layout(self) -> None:
        """Have every part of the page in its place now."""
        for _ in range(LAYOUT_PASSES):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what is in sight before it is painted, and the rest later."""
        super().showEvent(event)
        self._settle_layout()
        self._build_seen()
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Build nothing more while the page is not seen."""
        super().hideEvent(event)
        self._idle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More may be in sight now."""
        super().resizeEvent(event)
        if self.isVisible():
            self._build_seen()

    # ---- going about
    def focus_place(self, place: Place) -> bool:
        """As of a Page."""
        for part in self.parts:
            if part.spec.covers(place.kind, place.field) and not part.isHidden():
                part.set_open(True)
                self._build(part)
                found = part.place(place.kind, place.record_id, place.field)
                if found is not None:
                    self._go_to(found)
                return found is not None
        return False

    def _go_to(self, found: QWidget) -> None:
        self._settle_layout()
        if isinstance(found, FieldRow):
            found.go_to()
        else:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal_later(found)

    def _go_to_section(self, part: FoldingSection) -> None:
        """Bring a section to the upper edge and give its heading the keyboard."""
        part.set_open(True)
        self._build(part)
        self._settle_layout()
        part.head.setFocus(Qt.FocusReason.TabFocusReason)
        bar = self.frame.scroller.verticalScrollBar()
        bar.setValue(bar.value() + self._top_of(part))
        self._build_seen()

    @Slot(QWidget)
    def _reveal_later(self, widget: QWidget) -> None:
        """Bring a widget into sight as soon as everything has its place."""
        self._reveal = widget
        self._look.start()

    @Slot()
    def _reveal_now(self) -> None:
        widget, self._reveal = self._reveal, None
        if widget is not None and isValid(widget) and widget.window() is self.window():
            self._settle_layout()
            self.frame.show_part(widget)

    @Slot(QWidget)
    def _order_later(self, widget: QWidget) -> None:
        """Set the order of Tab again in the section where something came or went, as soon as everything is there."""
        self._to_order.update(part for part in self.parts if part is widget or part.isAncestorOf(widget))
        self._order.start()

    @Slot()
    def _set_order(self) -> None:
        for part in self._to_order:
            put_in_reading_order(part)
        self._to_order.clear()


def _contents(links: tuple[Button, ...], groups: tuple[str, ...]) -> QWidget:
    """The links to the sections, those of a group together under its name."""
    lines: list[Item] = []
    for group, found in groupby(zip(groups, links, strict=True), key=itemgetter(0)):
        if group:
            lines.append(Label(tr(group), "caption", "text_quiet"))
        lines.append(Flow(*(link for _, link in found), gap=16, line_gap=2))
        lines.append(8 if group else 0)
    contents = QWidget()
    contents.setLayout(column(*lines[:-1], gap=2))
    contents.setAccessibleName(tr("Sections of this page"))
    return contents
