"""The timetable on ‘The review’: what working out the dates would change, and the dates that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from ui.ending import end
from ui.forms.card_words import CardMaker, ListColumn
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf
from ui.icons import Glyph
from ui.pages.timetable_words import deadline_cards, in_order
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.chips import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, column

if TYPE_CHECKING:
    from ui.pages.timetable_sums import Sums, Waiting

PANEL = 96
"""About how high the panel over the dates is, in pixels at 100 %."""


@dataclass(frozen=True)
class TimetableOf(ListOf):
    """The timetable: the list of its dates, under what working them out would change."""

    kind: str = "deadline"

    def make(self, host: FormHost) -> Part:
        """The part, still empty."""
        return TimetablePart(host)

    def height(self, review: Review) -> int:
        """About how high it will be, in pixels at 100 %."""
        return super().height(review) + PANEL


AFTER_MS = 60
"""How long what reckons waits for the page to be painted."""


class TimetablePart(Part):
    """The panel and the list. The dates are worked out as soon as the bank holidays are there, without holding up."""

    loaded: ClassVar[bool] = False
    """Whether what reckons was read; once it was, it is there for good."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._sums: Sums | None = None
        self._waiting: tuple[Waiting, ...] | None = None
        self.panel = WorkPanel()
        self.list = RecordList(host, kind_of("deadline"), self._look())
        self.setLayout(column(self.panel, self.list, gap=16))
        self.panel.work.clicked.connect(self._work_out)
        self.panel.place_asked.connect(host.place_requested)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._begin)
        if not TimetablePart.loaded:
            self._later.start()

    def _look(self) -> ListLook:
        return ListLook(
            add=tr("Add a date"),
            empty=tr("No dates yet. Work them out, or begin with the day the report is due."),
            lead=ListColumn("due", 136, note="firmness"),
            cards=self._cards,
            chosen=in_order,
            by_hand=False,
        )

    def _cards(self, review: Review) -> CardMaker:
        sources: Mapping[str, str] = self._sums.sources if self._sums is not None else {}
        return deadline_cards(review, self._host.today(), sources)

    @Slot()
    def _begin(self) -> None:
        """Have what reckons read in a worker thread; the page is painted meanwhile."""
        from ui.tasks import Tasks

        self._tasks = Tasks(self)
        self._tasks.run(_load, done=self._got_ready)

    @Slot(object)
    def _got_ready(self, _nothing: object = None) -> None:
        TimetablePart.loaded = True
        self.show_review()

    # ---- what is shown
    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a Part."""
        self._sum_up()
        self.list.show_review(reload_focused=reload_focused)
        self.panel.setHidden(self._sums is None)
        waiting = self._sums.waiting if self._sums is not None else None
        if waiting != self._waiting:
            self._waiting = waiting
            self._host.rearranged.emit(self)

    def _sum_up(self) -> None:
        if TimetablePart.loaded:
            from ui.pages import timetable_sums

            self._sums = timetable_sums.sums_of(self._host.review, self._host.today())
            self.panel.show_sums(self._sums)

    def open_record(self, record_id: str) -> None:
        """As of a Part."""
        self.list.open_record(record_id)

    def first_control(self) -> QWidget | None:
        """As of a Part."""
        return self.panel.work if self.panel.offers else self.list.first_control()

    # ---- what is asked for
    @Slot()
    def _work_out(self) -> None:
        """Ask for every change, as one step."""
        if self._sums is None:
            return
        from imr_desk.operations.general import SetFields

        new = tuple(dict(each.values) for each in self._sums.changes if each.is_new)
        others = tuple(
            SetFields(each.kind, each.record_id, dict(each.values)) for each in self._sums.changes if not each.is_new
        )
        if self.panel.work.hasFocus():
            self.list.add.setFocus()  # the button goes when nothing is left to do
        self._host.records_requested.emit("deadline", new, others)
        words = trn("{n} date of the timetable filled.", "{n} dates of the timetable filled.", len(new) + len(others))
        announce(self, words)


def _load() -> None:
    """Import what reckons, and read the bank holidays. For a worker thread."""
    from ui.pages import timetable_sums

    timetable_sums.get_ready()


class WorkPanel(Surface):
    """What would change, line by line, and the button that does it; then what still waits for a date."""

    place_asked = Signal(object)
    """The Place of an event that dates wait for."""

    def __init__(self) -> None:
        self._heading = Label("", "label", weight=600)
        self._lines = Label("", "small", "text_soft")
        self._waiting = Label(tr("More dates wait for these; go and record them:"), "small", "text_soft")
        self.chips = Flow(gap=6)
        self._waits: tuple[Waiting, ...] = ()
        self._others = Label("", "small", "text_soft")
        self.work = Button(tr("Work out the dates"), "plain", Glyph.CIRCLE_CHECK)
        self.fold = Button("", "small_link")
        self.fold.clicked.connect(self._toggle)
        box = column(
            self._heading,
            self._lines,
            at_left(self.work),
            self._waiting,
            self.chips,
            at_left(self.fold),
            self._others,
            gap=8,
            margins=(16, 12, 16, 14),
        )
        super().__init__(box, fill="window", edge="line", radius=8)
        self.offers = False
        self.setAccessibleName(tr("Working out the dates"))
        self._others.hide()
        self._name_fold()
        self.hide()

    def show_sums(self, sums: Sums) -> None:
        """Show what would change now."""
        self.offers = bool(sums.changes)
        self._heading.setText(sums.heading)
        for label, words in (
            (self._lines, "\n".join(sums.lines)),
            (self._others, "\n".join(sums.others)),
        ):
            label.setText(words)
        self._lines.setHidden(not sums.lines)
        self._show_waiting(sums.waiting)
        self.work.setHidden(not self.offers)
        self.fold.setHidden(not sums.others)
        self._others.setHidden(self._others.isHidden() or not sums.others)

    def _show_waiting(self, waiting: tuple[Waiting, ...]) -> None:
        """A link to each event that dates wait for."""
        self._waiting.setHidden(not waiting)
        if waiting == self._waits:
            return
        self._waits = waiting
        while (item := self.chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                end(old)
        for each in waiting:
            words = trn("{{event}} · {n} date", "{{event}} · {n} dates", len(each.steps)).format(event=each.event)
            chip = Chip(words[:1].upper() + words[1:], "plain", Glyph.CIRCLE_DASHED)
            chip.setToolTip("; ".join(each.steps))
            chip.setAccessibleDescription("; ".join(each.steps))
            chip.clicked.connect(partial(self.place_asked.emit, each.place))
            self.chips.addWidget(chip)
            chip.show()
        self.updateGeometry()

    @Slot()
    def _toggle(self) -> None:
        self._others.setHidden(not self._others.isHidden())
        self._name_fold()

    def _name_fold(self) -> None:
        shut = self._others.isHidden()
        self.fold.say(tr("Show what others have to do by when") if shut else tr("Hide what others have to do by when"))
