"""The records of a kind: cards in their order, each with its form; adding, moving, deleting and putting back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imr_desk.i18n import tr
from imr_desk.operations.general import Batch, Delete, Move, SetFields
from imr_desk.review.fields import FieldType, Kind
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from ui import theme
from ui.ending import end
from ui.forms.card_face import CELL_GAP, CardFace
from ui.forms.card_words import CardMakers, ListColumn, cards_of
from ui.forms.column_heads import ColumnHeads
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_item import BETWEEN, BUTTON, LEFT, RIGHT, RecordItem
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, column, row

LEAST_TITLE = 200
"""Pixels at 100 % that the title keeps; with less, the columns go under it."""
BESIDE = BUTTON + BETWEEN + RIGHT + 1
"""What stands at the right of the columns, in pixels at 100 %."""
FIRST, SLICE, SLICE_MS = 10, 5, 10
"""How many cards are made at once, how many each time after that, and how long the list waits between, in ms."""
CARD = 76
"""About how high a card is that was not seen yet, at 100 %."""


@dataclass(frozen=True)
class ListLook:
    """How a list shows its records and what it offers.

    `lead` is the field at the left of each card, `facts` are those on its second line (empty: all there are); `cards`
    makes cards in another way than from the declaration. `first` gives the values a new record begins with; `chosen`
    gives the records that are shown, in which order, where these are not all. `numbered` is a field that counts them
    and follows when one is moved; without `by_hand` nobody moves them. `heading`, `add` and `empty` are marked words.
    """

    heading: str = ""
    add: str = ""
    empty: str = ""
    lead: ListColumn | None = None
    columns: tuple[ListColumn, ...] = ()
    facts: tuple[str, ...] = ()
    cards: CardMakers | None = None
    first: Callable[[Review], Mapping[str, object]] | None = None
    numbered: str = ""
    chosen: Callable[[Review], tuple[Record, ...]] | None = None
    by_hand: bool = True


class RecordList(Part):
    """A list of the records of one kind."""

    opened = Signal(str)
    """The record whose form was opened because it is new."""

    def __init__(self, host: FormHost, kind: Kind, look: ListLook | None = None) -> None:
        super().__init__()
        self.kind, self.look = kind, look or ListLook()
        self._host = host
        self._items: dict[str, RecordItem] = {}
        self._known: frozenset[RecordId] = frozenset()
        """Every record it shows, also those whose cards are still to be made."""
        self._wants_new, self._wide = False, True
        lead, columns = self.look.lead, self.look.columns
        cells = tuple(each.field for each in columns)
        self._cards = self.look.cards or cards_of(kind, lead, cells, self.look.facts)
        self._widths = (lead.width if lead else 0, *(each.width for each in columns))
        self._make_frame()

    def _make_frame(self) -> None:
        words = self.look.add or tr("Add {what}").format(what=tr(self.kind.label).lower())
        self.add = Button(tr(words), "plain", Glyph.PLUS)
        self.add.clicked.connect(self._add_asked)
        self._empty = Label(tr(self.look.empty) or tr("Nothing recorded yet."), "body", "text_quiet")
        top = row(gap=8)
        heading = tr(self.look.heading)
        words_at_left = (Label(heading, "label", weight=600), self._empty) if heading else (self._empty,)
        top.addLayout(column(*words_at_left, gap=4), 1)
        top.addLayout(at_top(self.add))
        self._heads = ColumnHeads(self.kind, self.look.lead, self.look.columns, LEFT + 1, BESIDE)
        self._heads.hide()
        self._box: QVBoxLayout = column(gap=0, margins=(1, 1, 1, 1))
        self._rest = QWidget()
        self._rest.hide()
        self._box.addWidget(self._rest)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(SLICE_MS)
        self._more.timeout.connect(self._make_more)
        self._frame = Surface(self._box, fill="raised", edge="line", radius=8)
        self.notice = DeletedNotice(self._host)
        self.setLayout(column(top, self._heads, self.notice, self._frame, gap=6))
        self.setAccessibleName(tr(self.kind.plural))

    # ---- what is shown
    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the records as they are now. Cards of records that are still there stay where the keyboard may be."""
        host, records = self._host, self._records()
        new = [record.id for record in records if record.id not in self._known]
        self.notice.come()
        self._drop_gone({record.id for record in records})
        make = self._cards(host.review)
        with self._laid_out_once():
            self._make_first(records, new)
            for at, record in enumerate(records):
                item = self._items.get(record.id)
                if item is not None:
                    item.set_edges(at == 0, at == len(records) - 1)
                    item.show_review(reload_focused=reload_focused)
                    item.show_words(make(record))
            self._put_in_order(records)
        self.add.setHidden(host.shut_list(self.kind))
        self._empty.setHidden(bool(records))
        self._frame.setHidden(not records)
        self._show_heads()
        if back := self.notice.go():
            self.item(back).button.setFocus(Qt.FocusReason.TabFocusReason)
        if new:
            host.rearranged.emit(self)
            self._begin_new(new[-1])

    def _records(self) -> tuple[Record, ...]:
        """The records it shows, in their order; the order of the list's own making rests while a form stands open."""
        review = self._host.review
        records = self.look.chosen(review) if self.look.chosen else review.all(self.kind.name)
        if self.look.by_hand or not any(item.opened for item in self._items.values()):
            return records
        places = {each: self._box.indexOf(item) for each, item in self._items.items()}
        return tuple(sorted(records, key=lambda record: places.get(record.id, len(places))))

    # ---- a long list is made in slices, so that the window never waits for it
    def _make_first(self, records: tuple[Record, ...], new: list[RecordId]) -> None:
        """Make what is seen first, and what is new since; the rest comes while nothing else happens."""
        first = [record.id for record in records[:FIRST]]
        since = new[-SLICE:] if self._known or self._wants_new else []
        self._known = frozenset(record.id for record in records)
        self._make([each for each in (*first, *since) if each not in self._items])

    def _make(self, wanted: list[RecordId]) -> None:
        for record_id in wanted:
            self._items[record_id] = self._made(record_id)
        left = len(self._known) - len(self._items)
        made = [item.height() for item in self._items.values() if item.isVisible()]
        self._rest.setFixedHeight(left * (sum(made) // len(made) if made else theme.px(CARD)))
        self._rest.setHidden(not left)
        if left:
            self._more.start()

    @Slot()
    def _make_more(self) -> None:
        """Make the next slice."""
        self._host.growing.emit()
        self._show_made([record.id for record in self._records() if record.id not in self._items][:SLICE])
        self._host.grown.emit()
        if len(self._items) == len(self._known):
            self._host.rearranged.emit(self)

    def _show_made(self, wanted: list[RecordId]) -> None:
        """Make cards beside those that are there, and show the records in them."""
        records = self._records()
        make, places = self._cards(self._host.review), {record.id: at for at, record in enumerate(records)}
        with self._laid_out_once():
            self._make(wanted)
            for record_id in wanted:
                item, at = self._items[record_id], places[record_id]
                item.set_edges(at == 0, at == len(records) - 1)
                item.show_words(make(records[at]))
            self._put_in_order(records)

    @contextmanager
    def _laid_out_once(self) -> Iterator[None]:
        """Lay the cards out when all of this is done: each that is put in would have the whole page laid out anew."""
        self._box.setEnabled(False)
        try:
            yield
        finally:
            self._box.setEnabled(True)
            self._box.invalidate()

    def _put_in_order(self, records: tuple[Record, ...]) -> None:
        for at, record in enumerate(record for record in records if record.id in self._items):
            item = self._items[record.id]
            if self._box.indexOf(item) != at:
                self._box.insertWidget(at, item)
                item.show()

    def _made(self, record_id: str) -> RecordItem:
        item = self.make_item(record_id)
        item.set_wide(self._wide)
        item.movable = self.look.by_hand
        item.closed.connect(self._settle_order)
        item.move_asked.connect(self._move)
        item.delete_asked.connect(self._delete)
        return item

    def make_item(self, record_id: str) -> RecordItem:
        """The card of a record, still without its words."""
        return RecordItem(self._host, self.kind, record_id, self.face())

    def face(self) -> CardFace:
        """The face of a card of this list, still without words."""
        title = self.kind.field(self.kind.title) if self.kind.title else None
        long_title = title is not None and title.type is FieldType.PROSE
        return CardFace(self._widths[0], self._widths[1:], long_title=long_title)

    def _drop_gone(self, there: set[str]) -> None:
        for record_id in [each for each in self._items if each not in there]:
            item = self._items.pop(record_id)
            focus = self.window().focusWidget()
            if focus is not None and item.isAncestorOf(focus):
                (self.notice.button if not self.notice.isHidden() else self.add).setFocus()
            self._box.removeWidget(item)
            item.setParent(None)
            end(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show columns only where there is room for them and a readable title."""
        super().resizeEvent(event)
        needed = LEFT + sum(self._widths) + LEAST_TITLE + BESIDE + CELL_GAP * len(self._widths)
        wide = event.size().width() >= theme.px(needed)
        if wide is not self._wide:
            self._wide = wide
            self._show_heads()
            for item in self._items.values():
                item.set_wide(wide)

    def _show_heads(self) -> None:
        self._heads.setHidden(not (self._wide and self._items and self.look.columns))

    # ---- going about
    def give_add_button(self) -> Button | None:
        """The button that adds, for the head of a section that holds this list alone; None where it has its own."""
        return None if self.look.heading else self.add

    def item(self, record_id: str) -> RecordItem:
        """The card of a record; KeyError where it is not in the list."""
        if record_id not in self._items and record_id in self._known:
            self._show_made([RecordId(record_id)])
        return self._items[record_id]

    def open_record(self, record_id: str) -> None:
        """Open the form of a record, if it is in the list."""
        if record_id in self._known:
            self.item(record_id).open()

    def first_control(self) -> QWidget | None:
        """The button that adds a record; where nothing can be added, the first card."""
        if not self.add.isHidden():
            return self.add
        return next((item.button for item in self._items.values()), None)

    def _begin_new(self, record_id: str) -> None:
        """Open the form of a record that was asked for, and give it the keyboard."""
        if not self._wants_new:
            return
        self._wants_new = False
        item = self.item(record_id)
        item.open()
        if item.form is not None and (first := item.form.first_to_write()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        self._host.reveal.emit(item)
        self.opened.emit(record_id)

    @Slot()
    def _settle_order(self) -> None:
        """A form was closed: put everything where it belongs now."""
        if not self.look.by_hand:
            self.show_review()

    # ---- what is asked for
    @Slot()
    def _add_asked(self) -> None:
        self._wants_new = True
        first = dict(self.look.first(self._host.review)) if self.look.first else {}
        self._host.new_record_requested.emit(self.kind.name, first)

    @Slot(str, int)
    def _move(self, record_id: str, by: int) -> None:
        order: list[str] = [record.id for record in self._records()]
        at = order.index(record_id) if record_id in order else -1
        to = at + by
        if (
            at < 0
            or not 0 <= to < len(order)
            or self.kind.dated
            or not self.look.by_hand
            or self._host.shut_list(self.kind)
        ):
            return
        before = order[to] if by < 0 else order[to + 1] if to + 1 < len(order) else ""
        move = Move(self.kind.name, record_id, before)
        order.insert(to, order.pop(at))
        numbers = self._numbers(order)
        self._host.ask(Batch((move, *numbers)) if numbers else move)

    def _numbers(self, order: list[str]) -> list[SetFields]:
        """What gives the records their numbers anew in this order; nothing where they have none."""
        field, review = self.look.numbered, self._host.review
        return [
            SetFields(self.kind.name, each, {field: at})
            for at, each in enumerate(order, 1)
            if field and review[each].number(field) not in (None, at)
        ]

    @Slot(str)
    def _delete(self, record_id: str) -> None:
        self.notice.expect(record_id)
        self._host.ask(Delete(self.kind.name, record_id))
