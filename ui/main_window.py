"""The window: marking, menus, head, stages, page, guidance, status. It shows plain values and tells what is asked.

Before a review is open, and while it is locked, one page stands alone in it (`show_front`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QWidget

from ui.ending import end
from ui.models.stages import StageModel
from ui.pages.page import Page
from ui.shell_state import ShellState
from ui.widgets.arrangement import Side, Wishes
from ui.widgets.body import Body
from ui.widgets.dropped import dropped_report, dropped_review
from ui.widgets.focus_ring import FocusRing
from ui.widgets.header import Header
from ui.widgets.marking_strip import MarkingStrip
from ui.widgets.menu_strip import MenuStrip
from ui.widgets.notice_strip import NoticeStrip
from ui.widgets.page_frame import PageFrame
from ui.widgets.panes import Pane, Panes, first_in
from ui.widgets.status_bar import StatusBar
from ui.widgets.surfaces import Rule, Surface, column

if TYPE_CHECKING:
    from ui.actions import Actions, Handler

SMALLEST = QSize(960, 540)
USUAL = QSize(1280, 800)


class Desk(Surface):
    """What stands round a page while a review is open."""

    def __init__(self, wishes: Wishes) -> None:
        self.marking = MarkingStrip()
        self.foot_marking = MarkingStrip()
        self.menus = MenuStrip()
        self.header = Header()
        self.model = StageModel()
        self.body = Body(self.model, wishes)
        self.model.setParent(self.body)
        self.status = StatusBar()
        self.notices = NoticeStrip()
        self._box = box = column(self.marking, self.menus, self.header, Rule(), self.notices, gap=0)
        box.addWidget(self.body, 1)
        for part in (Rule(), self.status, self.foot_marking):
            box.addWidget(part)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        super().__init__(box, fill="window")

    def put_over_page(self, bar: QWidget) -> None:
        """Put something between the notices and the page, stages and guidance."""
        self._box.insertWidget(self._box.indexOf(self.body), bar)


class MainWindow(QWidget):
    """The shell. Whoever holds the review gives it a ShellState and pages, and listens to its signals."""

    stage_chosen = Signal(int)
    """The number, from 1, of the stage the person wants."""
    lock_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    search_asked = Signal(str)
    search_left = Signal()
    names_asked = Signal()
    go_to = Signal(str)
    """The check whose place the person wants to go to."""
    exempt_asked = Signal(str, str)
    """A requirement, and the reason why it does not apply."""
    take_back_asked = Signal(str)
    """A requirement that applies after all."""
    review_dropped = Signal(object)
    """The Path of a review file that was dropped on the window."""
    report_dropped = Signal(object)
    """The Path of a Word file or PDF that was dropped on the window while a review is in sight."""
    sides_shut = Signal(bool, bool)
    """Whether the list of stages and the guidance panel are shut: to be remembered."""

    def __init__(self, wishes: Wishes | None = None) -> None:
        super().__init__()
        self.desk = Desk(wishes or Wishes())
        self.before_closing: Callable[[], bool] = _always
        """Asked when the person closes the window; False keeps it open."""
        self.actions_shown: Actions | None = None
        self._state: ShellState | None = None
        self._pages: dict[int, QWidget] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        box = column(self._stack, gap=0)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(box)
        self.ring = FocusRing(self)
        self.setAcceptDrops(True)
        self._panes = Panes(self._panes_now)
        self._set_size()
        self._connect()
        self.show_state(ShellState())

    def _set_size(self) -> None:
        """As large as usual, and never larger than the screen."""
        screen = QGuiApplication.primaryScreen()
        room = screen.availableSize() if screen is not None else USUAL
        self.setMinimumSize(SMALLEST.boundedTo(room))
        self.resize(USUAL.boundedTo(room))

    def _connect(self) -> None:
        head, body, status = self.desk.header, self.desk.body, self.desk.status
        head.undo_asked.connect(self.undo_asked)
        head.redo_asked.connect(self.redo_asked)
        head.lock_asked.connect(self.lock_asked)
        head.stages_asked.connect(body.toggle_stages)
        head.search.asked.connect(self.search_asked)
        head.search.left.connect(self._search_left)
        body.stage_list.chosen.connect(self.stage_chosen)
        body.guidance.go_to.connect(self._go_to)
        body.guidance.exempt_asked.connect(self.exempt_asked)
        body.guidance.take_back_asked.connect(self.take_back_asked)
        body.wishes_changed.connect(self.sides_shut)
        body.rearranged.connect(self._rearranged)
        status.names_asked.connect(self.names_asked)

    # ---- what it shows
    def show_state(self, state: ShellState) -> None:
        """Show everything round the page; what is the same as before is left alone."""
        before, self._state = self._state, state
        if before == state:
            return
        desk = self.desk
        desk.marking.say(state.marking, state.handling)
        desk.foot_marking.say(state.marking)
        desk.header.show_state(state)
        desk.model.set_rows(state.stages)
        desk.body.stage_list.show_stage(state.stage)
        desk.body.guidance.show_guidance(state.guidance)
        desk.body.rail.show_missing(state.guidance.missing)
        desk.status.show_foot(state.foot)
        self.show_title()
        self.enable_steps(undo=state.can_undo, redo=state.can_redo)

    def show_title(self) -> None:
        """Put the name of the review over the window while the review is in sight."""
        seen = self._state if self._stack.currentWidget() is self.desk else None
        name = seen.title if seen is not None else ""
        self.setWindowTitle(f"{name} – IMR Desk" if name else "IMR Desk")

    def enable_steps(self, *, undo: bool, redo: bool) -> None:
        """Let undo and redo be used or not. Said at once after an edit: the next key may be the one that undoes it."""
        if self.actions_shown is not None:
            self.actions_shown.enable("edit.undo", undo)
            self.actions_shown.enable("edit.redo", redo)

    def set_actions(self, handlers: Mapping[str, Handler]) -> None:
        """Fill the menus: what the shell does itself, and what `handlers` do. To be called once."""
        own: dict[str, Handler] = {
            "edit.undo": self.undo_asked.emit,
            "edit.redo": self.redo_asked.emit,
            "edit.search": self.focus_search,
            "file.lock": self.lock_asked.emit,
            "view.next_pane": self.next_pane,
            "view.last_pane": self.last_pane,
            "view.stages": self.desk.body.toggle_stages,
            "view.guidance": self.desk.body.toggle_guidance,
        }
        from ui.actions import Actions  # the menus are filled after the window was painted

        self.actions_shown = Actions(self.desk, self.desk.menus, {**own, **self._stage_handlers(), **handlers})
        self._rearranged()
        if self._state is not None:
            self.enable_steps(undo=self._state.can_undo, redo=self._state.can_redo)

    def _stage_handlers(self) -> dict[str, Handler]:
        return {f"stage.{n}": partial(self.stage_chosen.emit, n) for n in range(1, 11)}

    # ---- pages
    def set_page(self, stage: int, page: QWidget) -> None:
        """Give the page of a stage, made when it is first wanted."""
        if (old := self._pages.get(stage)) is not None:
            self.desk.body.pages.removeWidget(old)
            end(old)
        self._pages[stage] = page
        self.desk.body.pages.addWidget(page)
        page.resize(self.desk.body.pages.size())
        if isinstance(page, Page):
            page.second_pane_toggled.connect(self.second_pane_changed)

    def has_page(self, stage: int) -> bool:
        """Whether the page of a stage was given."""
        return stage in self._pages

    def has_page_in_sight(self) -> bool:
        """Whether a review is shown, or would be if no page stood alone before it."""
        return bool(self._pages)

    def page(self, stage: int) -> QWidget:
        """The page of a stage."""
        return self._pages[stage]

    def show_page(self, stage: int, *, give_back: bool = True) -> None:
        """Show the page of a stage; the guidance folds where the page has a second pane of its own.

        If the keyboard was on the page before, what last had it on this one has it again, unless the caller sees to
        that. A page that hides with the keyboard in it would hand it to the search box first, and a reader says so.
        """
        page, pages = self._pages[stage], self.desk.body.pages
        before, focus = pages.currentWidget(), QApplication.focusWidget()
        held = before is not None and before is not page and focus is not None and before.isAncestorOf(focus)
        if held:
            pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room_for(page)
        pages.setCurrentWidget(page)
        if held and give_back:
            last = page.focusWidget()
            to = last if last is not None and last.isVisible() else first_in(page)
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def stage_said(self, stage: int) -> str:
        """A stage with its state, as a screen reader says it."""
        return str(self.desk.model.index(stage - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def _make_room_for(self, page: QWidget) -> None:
        """Fold or open the guidance for a page before it comes in sight: shown first, it would be laid out twice."""
        pages, layout = self.desk.body.pages, self.desk.body.pages.layout()
        comes = layout is not None and pages.currentWidget() is not page
        if layout is not None:
            layout.setEnabled(not comes)  # nor is the page that goes laid out once more
        self._fold_beside(page)
        if layout is not None and comes:
            layout.setEnabled(True)
            page.setGeometry(pages.contentsRect())

    def second_pane_changed(self) -> None:
        """To be called when the page that is shown opened or closed its second pane."""
        self._fold_beside(self.desk.body.pages.currentWidget())

    def _fold_beside(self, page: QWidget | None) -> None:
        says_guidance = isinstance(page, Page) and page.says_guidance
        self.desk.body.set_second_pane(_pane_of(page) is not None or says_guidance)

    def _second_pane(self) -> QWidget | None:
        return _pane_of(self.desk.body.pages.currentWidget())

    def clear_pages(self) -> None:
        """Take every page away: the review is closed or locked, and no word of it stays in the window."""
        for page in self._pages.values():
            self.desk.body.pages.removeWidget(page)
            page.hide()
            end(page)
        self._pages.clear()
        self.show_state(ShellState())

    def show_front(self, page: QWidget) -> None:
        """Show one page alone: before a review is open, or while it is locked."""
        self._drop_front()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.show_title()

    def show_above(self, page: QWidget) -> None:
        """Show a page over the one that stands alone; what was typed there stays."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def drop_above(self, page: QWidget) -> None:
        """Take it away again."""
        self._stack.removeWidget(page)
        page.hide()
        end(page)
        self._stack.setCurrentIndex(self._stack.count() - 1)

    def show_desk(self) -> None:
        """Show the review."""
        self._stack.setCurrentWidget(self.desk)
        self.show_title()
        self._drop_front()

    def _drop_front(self) -> None:
        while self._stack.count() > 1 and (old := self._stack.widget(1)) is not None:
            self._stack.removeWidget(old)
            old.hide()
            end(old)

    # ---- going about
    @Slot()
    def focus_search(self) -> None:
        """Go to the search box."""
        self.desk.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.desk.header.search.selectAll()

    @Slot()
    def _search_left(self) -> None:
        self.focus_page()
        self.search_left.emit()

    def focus_page(self) -> None:
        """Give the page the keyboard."""
        page = self.desk.body.pages.currentWidget()
        if page is not None:
            rest = page.resting_place() if isinstance(page, Page) else None
            (rest or first_in(page)).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _go_to(self, check: str) -> None:
        self.desk.body.close_over()
        self.go_to.emit(check)

    @Slot()
    def next_pane(self) -> None:
        """Go to the next pane that can be seen."""
        self._panes.step(1)

    @Slot()
    def last_pane(self) -> None:
        """Go to the pane before."""
        self._panes.step(-1)

    def _panes_now(self) -> tuple[Pane, ...]:
        body, head = self.desk.body, self.desk.header
        notices = self.desk.notices
        panes = [Pane(notices, partial(first_in, notices))] if notices.isVisible() else []
        if body.arrangement.stages is Side.FOLDED:
            panes.append(Pane(head, _giver(head.stages)))
        else:
            panes.append(Pane(body.stages, _giver(body.stage_list)))
        page, second = body.pages.currentWidget(), self._second_pane()
        if page is not None:
            panes.append(Pane(page, partial(first_in, page)))
        if second is not None:
            panes.append(Pane(second, partial(first_in, second)))
        if body.arrangement.guidance is Side.FOLDED:
            panes.append(Pane(body.rail, _giver(body.rail.button)))
        else:
            panes.append(Pane(body.guidance, body.guidance.first_control))
        panes.append(Pane(self.desk.status, _giver(self.desk.status)))
        return tuple(panes)

    # ---- the window itself
    @Slot()
    def _rearranged(self) -> None:
        """In a narrow window a button in the head stands for the list of stages."""
        arrangement = self.desk.body.arrangement
        self.desk.header.stages.setVisible(arrangement.stages is not Side.OPEN)
        if self.actions_shown is not None:
            self.actions_shown.mark("view.stages", arrangement.stages is not Side.FOLDED)
            self.actions_shown.mark("view.guidance", arrangement.guidance is not Side.FOLDED)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one review file, or a report to be checked; what else is dragged over it is for whoever stands there."""
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the file once the drag is over."""
        tell = self._dropped(event.mimeData())
        if tell is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, tell)

    def _dropped(self, data: QMimeData) -> Callable[[], None] | None:
        """Tells of the file that is dragged, if it is one the window takes now."""
        review, report = dropped_review(data), dropped_report(data)
        if review is not None:
            return partial(self.review_dropped.emit, review)
        if report is not None and self._stack.currentWidget() is self.desk:
            return partial(self.report_dropped.emit, report)
        return None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless something still has to be settled."""
        if self.before_closing():
            event.accept()
        else:
            event.ignore()


def _always() -> bool:
    return True


def _giver(widget: QWidget) -> Callable[[], QWidget]:
    """Gives one widget, whenever it is asked for."""
    return lambda: widget


def _pane_of(page: QWidget | None) -> QWidget | None:
    """The second pane of a page, if it has one that is open."""
    pane = page.second_pane if isinstance(page, Page | PageFrame) else None
    return pane if pane is not None and not pane.isHidden() else None
