"""Every check of ‘Ready?’, satisfied or not: filters, the list, and under the chosen line what can be done about it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from imr_desk.i18n import tr
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.pages.ready_words import EMPTY, MATRIX, all_items, row_of, spoken_group
from ui.shell_state import Exempting, GuidanceItem, ItemGroup
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.opening_list import OpeningList
from ui.widgets.reason_field import exemption_field
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Result
    from imr_desk.guidance.matrix import MatrixRow


class _Ways(QWidget):
    """What can be done about the chosen line."""

    def __init__(self) -> None:
        super().__init__()
        self.go = Button(tr("Go to it"), "small")
        self.action = Button("", "quiet")
        self.change = Button(tr("Change the reason"), "quiet")
        self.reason = exemption_field()
        self.reason.hide()
        buttons = QWidget()
        buttons.setLayout(Flow(self.go, self.change, self.action, gap=12))
        self.setLayout(column(buttons, self.reason, gap=4, margins=(0, 6, 0, 0)))
        self.hide()


class ChecksPart(Part):
    """The list, kept as it is where nothing changed."""

    exempt_asked = Signal(str, str)
    """A requirement, and the reason why it does not apply."""
    take_back_asked = Signal(str)
    """A requirement that applies after all."""
    question_asked = Signal(str)
    """A question whose row in the matrix the person wants to see."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._results: tuple[Result, ...] | None = None
        self._matrix: tuple[MatrixRow, ...] = ()
        self._items: tuple[GuidanceItem, ...] = ()
        self._drafts: dict[str, str] = {}
        self._of = ""
        self.group = ItemGroup.MISSING
        self._chosen_by_hand = False
        self.filters = {group: FilterButton(spoken_group(group, 0)) for group in ItemGroup}
        self._nothing = Label("", "body", "text_quiet")
        self.list = OpeningList(tr("What is asked for"))
        self.ways = _Ways()
        self.list.hold(self.ways)
        self._frame = Surface(column(self.list, gap=0, margins=(1, 1, 1, 1)), fill="raised", edge="line", radius=8)
        filters = QWidget()
        filters.setLayout(Flow(*self.filters.values(), gap=8))
        filters.setAccessibleName(tr("Which checks are listed"))
        self._pack = Label("", "caption", "text_quiet")
        self.setLayout(column(filters, self._nothing, self._frame, self._pack, gap=10))
        self._connect()

    def _connect(self) -> None:
        choices = QButtonGroup(self)
        choices.setExclusive(True)
        for group, button in self.filters.items():
            choices.addButton(button)
            button.clicked.connect(partial(self._filter, group))
        self.filters[self.group].setChecked(True)
        self.list.selectionModel().currentChanged.connect(self._line_changed)
        self.list.opened.connect(self._go_to)
        self.list.doubleClicked.connect(self._go)
        self.ways.go.clicked.connect(self._go)
        self.ways.action.clicked.connect(self._act)
        self.ways.change.clicked.connect(self._change)
        self.ways.reason.given.connect(self._exempt)
        self.ways.reason.left.connect(self._close_reason)

    # ---- what is shown
    def show_review(self, *, reload_focused: bool = False) -> None:
        """The lines stand as the results say."""

    def show_results(self, results: tuple[Result, ...]) -> None:
        """Say how every check stands; the chosen line stays chosen."""
        from ui.asked import whose

        self._results = results
        self._pack.setText(whose(self._host.review)[1])
        self._pack.setHidden(not self._pack.text())
        self._renew()

    def show_matrix(self, rows: tuple[MatrixRow, ...]) -> None:
        """Take the questions with empty cells."""
        if rows != self._matrix:
            self._matrix = rows
            self._renew()

    def _renew(self) -> None:
        if self._results is None:
            return
        self._items = all_items(self._host.review, self._results, self._matrix)
        counts = Counter(item.group for item in self._items for _ in range(item.count))
        for group, button in self.filters.items():
            button.say(spoken_group(group, counts[group]))
        if not self._chosen_by_hand and not counts[self.group]:
            self.group = next((group for group in ItemGroup if counts[group]), ItemGroup.MISSING)
            self.filters[self.group].setChecked(True)
        self._show_lines()

    def _show_lines(self) -> None:
        shown = tuple(row_of(item) for item in self._items if item.group is self.group)
        had_focus = self._frame.isAncestorOf(self.window().focusWidget() or self)
        self.list.show_rows(shown)
        if shown and not self.list.key():  # so that it can be seen what a line holds
            self.list.choose(shown[0].key)
        self._frame.setHidden(not shown)
        self._nothing.setText(tr(EMPTY[self.group]))
        self._nothing.setHidden(bool(shown))
        self._show_ways()
        if had_focus and not shown:
            self.filters[self.group].setFocus(Qt.FocusReason.OtherFocusReason)

    def item(self) -> GuidanceItem | None:
        """The chosen line."""
        key = self.list.key()
        return next((item for item in self._items if item.check == key), None)

    @Slot()
    def _line_changed(self) -> None:
        self._show_ways()

    def _show_ways(self) -> None:
        """Offer what can be done about the chosen line; a reason half written waits at its own line."""
        item, ways = self.item(), self.ways
        if item is None:
            return
        if item.requirement != self._of:
            if ways.reason.holds_words:
                self._drafts[self._of] = ways.reason.editor.value()
            self._of = item.requirement
            ways.reason.hide()
            ways.reason.editor.set_value(self._drafts.pop(self._of, ""))
        ways.go.setHidden(not item.place)
        ways.go.setAccessibleName(tr("Go to ‘{place}’").format(place=item.place))
        ways.action.setHidden(item.exempting is Exempting.NO or not ways.reason.isHidden())
        given = item.exempting is Exempting.GIVEN
        ways.change.setHidden(not given or not ways.reason.isHidden())
        ways.action.say(tr("It applies after all") if given else tr("Does not apply, because …"))
        self.list.fit()

    # ---- what is asked for
    def _filter(self, group: ItemGroup) -> None:
        self._chosen_by_hand = True
        self.group = group
        self._show_lines()

    @Slot()
    def _go(self) -> None:
        self._go_to(self.list.key())

    @Slot(str)
    def _go_to(self, check: str) -> None:
        if check.startswith(MATRIX):
            self.question_asked.emit(check.removeprefix(MATRIX))
            return
        requirement, _, at = check.partition("/")
        for result in self._results or ():
            if result.requirement == requirement and at and int(at) < len(result.places):
                self._host.place_requested.emit(result.places[int(at)])

    @Slot()
    def _act(self) -> None:
        item = self.item()
        if item is None:
            return
        if item.exempting is Exempting.GIVEN:
            self.take_back_asked.emit(item.requirement)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._open_reason()

    @Slot()
    def _change(self) -> None:
        """Write the reason that stands anew; it then takes today's date."""
        record = next((r for r in self._host.review.all("exemption") if r.text("requirement") == self._of), None)
        if record is not None and not self.ways.reason.holds_words:
            self.ways.reason.editor.set_value(record.text("reason"))
        self._open_reason()

    def _open_reason(self) -> None:
        self.ways.action.hide()
        self.ways.change.hide()
        self.ways.reason.show()
        self.list.fit()
        self.ways.reason.setFocus()
        self._host.reveal.emit(self.ways.reason)

    @Slot(str)
    def _exempt(self, reason: str) -> None:
        self.ways.reason.clear()
        self._close_reason()
        self.exempt_asked.emit(self._of, reason)

    @Slot()
    def _close_reason(self) -> None:
        self.ways.reason.hide()
        self._show_ways()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- going about
    def show_check(self, check: str) -> None:
        """Choose the line of a check, whatever filter it takes, and give it the keyboard."""
        item = next((each for each in self._items if each.check == check), None)
        if item is None:
            return
        self.group = item.group
        self.filters[item.group].setChecked(True)
        self._show_lines()
        self.list.choose(check)
        self._show_ways()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.reveal()

    def first_control(self) -> QWidget | None:
        """The chosen filter."""
        return self.filters[self.group]
