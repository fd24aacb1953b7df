"""The paragraphs of one section, or of the summary: begun, written, parted, joined, moved and deleted in place."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from imr_desk.i18n import tr
from imr_desk.operations.general import Delete
from imr_desk.review.record import Record
from ui import theme
from ui.ending import end
from ui.forms.deleted_notice import DeletedNotice
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.icons import Glyph
from ui.pages import analysis_steps as steps
from ui.pages.analysis_hub import WritingHub
from ui.pages.analysis_menu import fill_menu
from ui.pages.analysis_paragraph import ParagraphItem, heading_of
from ui.pages.analysis_words import part_named
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.editors.paragraph import ParagraphBox
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import column

BETWEEN = 14
FIRST = 2
"""How many paragraphs are made at once; the others follow while nothing else happens."""
LETTERS_A_LINE, LINE, ROUND_A_PARAGRAPH = 82, 26, 72
"""For telling about how high paragraphs will be, in pixels at 100 %."""


class Writing(Part):
    """`kind` is paragraph or summary; `section` the section whose paragraphs these are, "" for those of none."""

    def __init__(self, host: FormHost, hub: WritingHub, kind: str, section: str = "") -> None:
        super().__init__()
        self.kind, self.section = kind, section
        self._host, self._hub = host, hub
        self._items: dict[str, ParagraphItem] = {}
        self._made_up_to: int | None = FIRST
        self.notice = DeletedNotice(host)
        self._box = column(gap=BETWEEN)
        self._hint = Label(tr("Nothing written yet. Begin with a part:"), "small", "text_soft")
        self.begin = self._begin_buttons()
        foot = QWidget()
        foot.setLayout(column(self._hint, Flow(*self.begin, gap=6), gap=6))
        self._foot = foot
        self._rest = QWidget()
        self._rest.hide()
        self.setLayout(column(self._box, self._rest, self.notice, foot, gap=BETWEEN))

    def _begin_buttons(self) -> tuple[Button, ...]:
        if self.kind == steps.SUMMARY:
            made = Button(tr("Add a paragraph"), "small", Glyph.PLUS)
            made.clicked.connect(self._begin_summary)
            return (made,)
        buttons = []
        for part in steps.PART_NAMES if self.section else ():
            made = Button(part_named(part), "small", Glyph.PLUS)
            made.setAccessibleName(tr("New paragraph: {part}").format(part=part_named(part)))
            made.clicked.connect(partial(self._begin_part, part))
            buttons.append(made)
        return tuple(buttons)

    # ---- what is shown
    def records(self) -> tuple[Record, ...]:
        """Its paragraphs in their order."""
        return steps.written(self._host.review, self.kind, self.section)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the paragraphs as they are now. The one with the keyboard stays as it is."""
        self._show(frozenset(), reload_focused=reload_focused)

    def _show(self, known: frozenset[str], *, reload_focused: bool = False) -> None:
        """Show the paragraphs but those that are `known` to show what is kept of them."""
        every = self.records()
        records = every[: self._made_up_to]
        self._rest.setHidden(len(records) == len(every))
        self._rest.setFixedHeight(theme.px(height_of(every[len(records) :])))
        self.notice.come()
        near = self._drop_gone([record.id for record in records])
        came = self._put_in_order(records)
        listed = set(self._host.review.one("accuracy").links("unsourced"))
        for record in records:
            if record.id not in known:
                self._items[record.id].show_record(record, listed=record.id in listed, reload_focused=reload_focused)
        if near in self._items:  # it has the keyboard, and still has to show what was put into it
            self._items[near].field.settle()
            self._items[near].go_to(-1)
        self._say_places(every)
        self._hint.setHidden(bool(records) or self.kind == steps.SUMMARY)
        self._foot.setHidden(self._host.sealed or not self.begin)
        back = self.notice.go()
        if came:
            self._host.rearranged.emit(self)
        if back and (item := self.item(back)) is not None:
            item.go_to(-1)

    @property
    def pending(self) -> bool:
        """Whether paragraphs are still to be made."""
        return self._made_up_to is not None and self._made_up_to < len(self.records())

    def fill(self, more: int | None = None) -> None:
        """Make so many more paragraphs, or all of them: a long section is made bit by bit."""
        if self.pending and self._made_up_to is not None:
            self._made_up_to = None if more is None else self._made_up_to + more
            self._show(frozenset(self._items))
            self._host.rearranged.emit(self)

    def _put_in_order(self, records: tuple[Record, ...]) -> bool:
        moved = False
        for at, record in enumerate(records):
            item = self._items.get(record.id)
            if item is None:
                item = self._items[record.id] = self._made(record.id)
            if self._box.indexOf(item) != at:
                self._box.insertWidget(at, item)
                item.show()
                moved = True
        return moved

    def _made(self, record_id: str) -> ParagraphItem:
        item = ParagraphItem(self._host, self.kind, record_id)
        item.box.went_on.connect(partial(self._go_on, item))
        item.box.pasted.connect(partial(self._paste, item))
        item.box.went_back.connect(partial(self._go_back, item))
        item.box.moved.connect(partial(self.move_item, item))
        item.box.walked.connect(partial(self._walk, item))
        item.box.entered.connect(partial(self._hub.entered.emit, record_id))
        item.box.evidence_asked.connect(partial(self._hub.evidence_asked.emit, record_id))
        item.box.caret_moved.connect(partial(self._hub.caret_moved.emit, item))
        item.link_asked.connect(partial(self._hub.evidence_asked.emit, record_id))
        item.unlink_asked.connect(partial(self._unlink, item))
        item.menu_wanted.connect(partial(self._fill_menu, item))
        return item

    def _drop_gone(self, there: list[str]) -> str:
        """Take away the paragraphs that went. If one of them had the keyboard: the paragraph that has it now."""
        gone, near = [each for each in self._items if each not in there], ""
        focus = QApplication.focusWidget()
        order = sorted(self._items, key=lambda each: self._box.indexOf(self._items[each]))
        for record_id in gone:
            item = self._items[record_id]
            had = focus is not None and item.isAncestorOf(focus)
            near = self._go_near(order, record_id, there) if had else near
            del self._items[record_id]
            self._box.removeWidget(item)
            item.hide()
            item.setParent(None)
            end(item)
        return near

    def _go_near(self, order: list[str], gone: str, there: list[str]) -> str:
        """Give the keyboard to what stands nearest to a paragraph that went."""
        at = order.index(gone)
        near = next((each for each in (*reversed(order[:at]), *order[at:]) if each in there), "")
        if near:
            self._items[near].go_to(-1)
        elif self.begin:
            self.begin[0].setFocus()
        return near

    def _say_places(self, records: tuple[Record, ...]) -> None:
        often, seen, before = Counter(map(heading_of, records)), Counter[str](), ""
        for record in records:
            part = heading_of(record)
            seen[part] += 1
            headed = part != before and self.kind == steps.PARAGRAPH
            if record.id in self._items:
                self._items[record.id].say_place(part, seen[part], often[part], headed=headed)
            before = part

    # ---- going about
    def item(self, record_id: str) -> ParagraphItem | None:
        """The paragraph of a record, if it stands here."""
        if record_id not in self._items and self.pending and any(each.id == record_id for each in self.records()):
            self.fill()
        return self._items.get(record_id)

    def control_of(self, record_id: str) -> QWidget | None:
        """The words of a paragraph."""
        item = self.item(record_id)
        return item.field if item is not None else None

    def first_control(self) -> QWidget | None:
        """The first paragraph, or the first way to begin one."""
        records = self.records()
        if records:
            return self._items[records[0].id].field
        return self.begin[0] if self.begin else None

    def _walk(self, item: ParagraphItem, by: int) -> None:
        """Go on into the paragraph above or below."""
        order: list[str] = [record.id for record in self.records()]
        to = order.index(item.record_id) + by
        if not 0 <= to < len(order):
            self._hub.walked_out.emit(self, by)
        elif (beside := self.item(order[to])) is not None:
            beside.go_to(0 if by > 0 else -1)

    def walk_in(self, by: int) -> bool:
        """Come from above (1) into the first paragraph, or from below (-1) into the last; whether there is one."""
        records = self.records()
        item = self.item(records[0 if by > 0 else -1].id) if records else None
        if item is not None:
            item.go_to(0 if by > 0 else -1)
        return item is not None

    # ---- what is asked for
    def _kept(self, item: ParagraphItem) -> Record | None:
        """The record of a paragraph with all that is typed in it; None where that could not be kept."""
        item.field.flush()
        if item.editor.dirty or item.editor.problem:
            return None
        return self._host.review.get(item.record_id)

    def _go_on(self, item: ParagraphItem) -> None:
        """Return: the next paragraph begins here."""
        item.box.textCursor().removeSelectedText()
        at, text = caret_in(item), item.editor.value()
        record = self._kept(item)
        if record is None or not text.strip():
            return
        review = self._host.review
        split = text[at:].strip() and text[:at].strip()
        self._hub.composed.emit(steps.part_at(review, record, text, at) if split else steps.begin_after(review, record))

    def _paste(self, item: ParagraphItem, pieces: tuple[str, ...]) -> None:
        """Several paragraphs come in where the caret is."""
        item.box.textCursor().removeSelectedText()
        at, text = caret_in(item), item.editor.value()
        record = self._kept(item)
        if record is None:
            return
        texts = [text[:at] + pieces[0], *pieces[1:-1], pieces[-1] + text[at:]]
        self._hub.composed.emit(steps.paste(self._host.review, record, texts))
        now = QApplication.focusWidget()
        if isinstance(now, ParagraphBox) and now is not item.box:
            now.place_caret(len(pieces[-1]))

    def _go_back(self, item: ParagraphItem) -> None:
        """Backspace at the beginning: an empty paragraph goes, any other joins the one before."""
        record, order = self._kept(item), self.records()
        if record is None:
            return
        if not item.editor.value().strip():
            self._host.ask(Delete(self.kind, record.id))
            return
        at = order.index(record)
        if at and order[at - 1].text("part") == record.text("part"):
            before = order[at - 1]
            caret = len(before.text("text").rstrip())
            self._host.ask(steps.join(before, record, item.editor.value()))
            self._items[before.id].go_to(caret + 1 if caret else 0)

    def move_item(self, item: ParagraphItem, by: int) -> None:
        """Move a paragraph one place up (-1) or down (1), and say where it stands."""
        record = self._kept(item)
        step = steps.step(self._host.review, record, by) if record is not None else None
        if step is not None:
            self._host.ask(step)
            self._hub.caret_moved.emit(item)
            announce(item, item.field.label.text())

    def delete_item(self, item: ParagraphItem) -> None:
        """Delete a paragraph; a notice says so and can put it back."""
        self.notice.expect(item.record_id)
        self._host.ask(Delete(self.kind, item.record_id))

    def begin_after(self, item: ParagraphItem) -> None:
        """Begin a paragraph after this one."""
        record = self._kept(item)
        if record is not None:
            self._hub.composed.emit(steps.begin_after(self._host.review, record))

    def _unlink(self, item: ParagraphItem, target: str) -> None:
        record = self._host.review.get(item.record_id)
        if record is not None and target in record.links("refs"):
            self._host.ask(steps.link(record, target))

    @Slot()
    def _begin_summary(self) -> None:
        self._hub.composed.emit(steps.begin_summary())

    def _begin_part(self, part: str) -> None:
        self._hub.composed.emit(steps.begin_part(self._host.review, self.section, part))

    def _fill_menu(self, item: ParagraphItem, menu: QMenu) -> None:
        fill_menu(menu, self, item, self._host)


def height_of(records: Iterable[Record]) -> int:
    """About how high these paragraphs will be, in pixels at 100 %."""
    return sum(ROUND_A_PARAGRAPH + LINE * math.ceil(len(each.text("text")) / LETTERS_A_LINE) for each in records)


def caret_in(item: ParagraphItem) -> int:
    """How many characters stand before the caret."""
    cursor = QTextCursor(item.box.textCursor())
    cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
    return len(cursor.selectedText())
