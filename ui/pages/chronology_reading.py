"""Reading a record page by page, over the table: each new entry takes record and page by itself (R-068).

Turning a page says that it was read; one key says that there is nothing to enter from it. At the end it is said which
pages were not read, and which records nobody has read at all.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review import pages_read
from imr_desk.review.record import Record, Value, Values
from ui import theme
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.surfaces import Surface, column, row

if TYPE_CHECKING:
    from ui.forms.host import FormHost
    from ui.widgets.editors.line import LineBox
    from ui.widgets.editors.link import LinkEditor

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOST_NAMED = 3
"""How many records are named that nobody has read; the rest are counted."""


class ReadingBar(Surface):
    """Not there until a record is read."""

    turned = Signal()
    """Another page, or another record: a new row that was begun takes it."""
    entry_asked = Signal()
    """Return in the field of the page: a new row."""
    ended = Signal()
    """Reading is over, and what was not read is said."""
    told = Signal(str)
    """Why no page was turned."""

    def __init__(self, host: FormHost) -> None:
        self._host = host
        self.record: LinkEditor | None = None
        self.page: LineBox
        self.pages: LineBox
        self._at = ("", 0)
        """The record and the page that were open last."""
        self.back = Button(tr("Back"), "small")
        self.on = Button(tr("Next"), "small")
        self.nothing = Button(tr("Nothing to enter"), "small", Glyph.CHECK)
        self.finish = Button(tr("Finish"), "small")
        self._box = column(gap=8, margins=(24, 8, 24, 8))
        super().__init__(self._box, fill="accent_soft")
        self.setAccessibleName(tr("Reading a record"))
        self.hide()

    # ---- making
    def _make(self) -> None:
        from ui.widgets.editors.line import LineBox
        from ui.widgets.editors.link import LinkEditor

        self.record = LinkEditor()
        self.record.describe(tr("Record that is read"))
        self.page, self.pages = LineBox(), LineBox()
        self.page.setAccessibleName(tr("Page"))
        self.pages.setAccessibleName(tr("How many pages there are"))
        self.pages.setPlaceholderText("?")
        for box in (self.page, self.pages):
            box.setFixedWidth(theme.px(56))
        self.record.setFixedWidth(theme.px(250))
        words = (Label(tr("Page"), "small", "text_soft", wrap=False), Label(tr("of"), "small", "text_soft", wrap=False))
        where = QWidget()
        where.setLayout(row(words[0], self.page, words[1], self.pages, gap=8))
        across = QWidget()
        across.setLayout(Flow(self.record, where, self.back, self.on, self.nothing, self.finish, gap=8))
        self._box.addWidget(across)
        self.on.setAccessibleName(tr("Next page"))
        self.back.setAccessibleName(tr("Page before"))
        self.finish.setAccessibleName(tr("Finish reading"))
        self.back.setToolTip(tr("Back (Ctrl+Page Up)"))
        self.on.setToolTip(tr("Next page (Ctrl+Page Down)"))
        self.nothing.setToolTip(tr("Read, nothing to enter (F5)"))
        self.record.commit_requested.connect(self._chosen)
        self.page.editingFinished.connect(self._page_typed)
        self.pages.editingFinished.connect(self._count_typed)
        self.back.clicked.connect(partial(self.turn, -1))
        self.on.clicked.connect(partial(self.turn, 1))
        self.nothing.clicked.connect(self.nothing_here)
        self.finish.clicked.connect(self.end)

    # ---- what is read
    @property
    def active(self) -> bool:
        """Whether a record is being read."""
        return not self.isHidden()

    def current(self) -> Record | None:
        """The record that is read."""
        found = self._host.review.get(self.record.value()) if self.record is not None and self.active else None
        return found if found is not None and found.kind == "record" else None

    def number(self) -> int:
        """The page that is open; 0 where none is named."""
        words = self.page.text().strip() if self.record is not None else ""
        return int(words) if words.isdigit() and 0 < int(words) <= pages_read.MOST else 0

    def values(self) -> dict[str, Value]:
        """What a new entry begins with."""
        record = self.current()
        if record is None:
            return {}
        where = _place(self.page.text().strip())
        return {"sources": (Values({"record": record.id, **({"place": where} if where else {})}),)}

    def begin(self) -> None:
        """Show the bar, and ask which record."""
        if self.record is None:
            self._make()
        if self.record is not None:
            self.record.set_choices(self._host.targets(("record",)))
            self.show()
            self.record.setFocus()

    def show_review(self) -> None:
        """Offer the records as they are called now; where the one that is read went, nothing is read any more."""
        if self.record is not None and self.active:
            self.record.set_choices(self._host.targets(("record",)))
            if self.record.value() and self.current() is None:
                self.record.set_value("")

    @Slot()
    def _chosen(self) -> None:
        self._leave_page()
        record = self.current()
        if record is not None:
            self.page.setText(str(pages_read.first_unread(record)))
            self.pages.setText(str(record.number("pages") or ""))
            self.page.setFocus()
            self.page.selectAll()
            self._at = (record.id, self.number())
        self.turned.emit()

    @Slot()
    def _page_typed(self) -> None:
        self._leave_page()
        self.turned.emit()

    @Slot()
    def _count_typed(self) -> None:
        record, words = self.current(), self.pages.text().strip()
        count = int(words) if words.isdigit() and 0 < int(words) <= pages_read.MOST else None
        if record is not None and count != record.number("pages"):
            self._keep(record, {"pages": count})

    # ---- turning pages
    def turn(self, by: int) -> None:
        """Go on a page, which says that this one was read, or back one, which says nothing."""
        record, page = self.current(), self.number()
        if record is None or not page:
            self.told.emit(self._why_not())
            return
        if page + by < 1:
            self.told.emit(tr("This is the first page."))
            return
        if by > 0:
            self._mark(record, "pages_read", page)
        self._open(page + by)

    @Slot()
    def nothing_here(self) -> None:
        """Say that this page was read and has nothing to enter, and go on."""
        record, page = self.current(), self.number()
        if record is None or not page:
            self.told.emit(self._why_not())
            return
        self._mark(record, "pages_read" if self._is_entered(record, page) else "pages_nothing", page)
        self._open(page + 1)

    def _why_not(self) -> str:
        """Why no page can be turned."""
        if not self.active:
            return tr("No record is being read. ‘Read a record’ begins.")
        if self.current() is None:
            return tr("Choose the record that is read first.")
        return tr("Only a page that is a number can be turned. Type its number in ‘Page’.")

    def _open(self, page: int) -> None:
        record = self.current()
        last = record.number("pages") if record is not None else None
        if last and page > last:
            self.turned.emit()
            self.told.emit(tr("That was the last page."))
            return
        self.page.setText(str(page))
        self._leave_page()
        self.turned.emit()
        announce(self, tr("Page {page}.").format(page=page))

    def _leave_page(self) -> None:
        """Another page is open: the one before was read where there is an entry from it, however it was left."""
        record_id, page = self._at
        now = self.current()
        self._at = (now.id if now is not None else "", self.number())
        record = self._host.review.get(record_id) if record_id and page and self._at != (record_id, page) else None
        if record is not None and self._is_entered(record, page):
            self._mark(record, "pages_read", page)

    def _is_entered(self, record: Record, page: int) -> bool:
        """Whether there is an entry from a page of a record."""
        source = {"record": record.id, "place": _place(str(page))}
        return any(
            source == {name: row.text(name) for name in source}
            for entry in self._host.review.all("entry")
            for row in entry.rows("sources")
        )

    def _mark(self, record: Record, field: str, page: int) -> None:
        other = "pages_nothing" if field == "pages_read" else "pages_read"
        if page not in pages_read.pages_in(record.text(field)) | (
            pages_read.pages_in(record.text(other)) if field == "pages_read" else frozenset()
        ):
            self._keep(record, {field: pages_read.with_pages(record.text(field), [page])})

    def _keep(self, record: Record, values: dict[str, Value]) -> None:
        from imr_desk.operations.general import SetFields

        if not self._host.reading:
            self._host.ask(SetFields("record", record.id, values))

    # ---- the end
    @Slot()
    def end(self) -> None:
        """Read no more. A record of which every page was read is noted as examined today."""
        self._leave_page()
        record = self.current()
        if record is not None and self.number() and self._is_read_now(record):
            self._mark(record, "pages_read", self.number())
            record = self.current()
        if record is not None and self._is_examined_now(record):
            self._keep(record, {"examined_on": self._host.today().isoformat()})
        self.ended.emit()
        self.hide()

    def _is_examined_now(self, record: Record) -> bool:
        """Whether every page was read, and nothing says yet when."""
        whole = bool(record.number("pages")) and not pages_read.unread_of(record)
        return whole and record.day("examined_on") is None and not self._host.signed

    def _is_read_now(self, record: Record) -> bool:
        """Whether the open page counts as read: there is an entry from it, or it is the last and only one left."""
        page = self.number()
        last = pages_read.unread_of(record) == (page,) and record.number("pages") == page
        return last or self._is_entered(record, page)

    def said_at_end(self) -> tuple[str, str]:
        """What was read of the record and what was not; and which records nobody has read at all."""
        record = self.current()
        if record is None:
            return "", ""
        name = record.text("description") or record.id
        unread, read = pages_read.unread_of(record), pages_read.read_of(record)
        if unread:
            shape = tr("Not read in ‘{record}’: {pages}.")
            first = shape.format(record=name, pages=pages_read.pages_in_words(unread))
        elif record.number("pages"):
            first = tr("Every page of ‘{record}’ was read.").format(record=name)
        elif read:
            shape = tr("Read in ‘{record}’: {pages}. How many pages it has is not noted.")
            first = shape.format(record=name, pages=pages_read.pages_in_words(read))
        else:
            first = tr("No page of ‘{record}’ is noted as read.").format(record=name)
        return first, others_unread(tuple(each for each in pages_read.unread_records(self._host.review)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in the page begins a new row; Esc goes back to the table."""
        if event.key() in _RETURNS and self.current() is not None:
            self.entry_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)


def _place(words: str) -> str:
    """A page, as an entry names it; what is no number stays as it was typed."""
    return tr("p. {page}").format(page=words) if words.isdigit() else words


def others_unread(records: tuple[Record, ...]) -> str:
    """Which records nobody has said were read, nor why not."""
    if not records:
        return tr("Every record was read, or has a reason why not.")
    names = ", ".join(f"‘{each.text('description') or each.id}’" for each in records[:MOST_NAMED])
    rest = len(records) - MOST_NAMED
    if rest > 0:
        shape = trn("Not noted as read: {{names}} and {n} more.", "Not noted as read: {{names}} and {n} more.", rest)
        return shape.format(names=names)
    return tr("Not noted as read: {names}.").format(names=names)


class ReadingEnd(Notice):
    """What was not read, once reading is over."""

    def __init__(self) -> None:
        self.reason = Button(tr("Say why not"), "small")
        self.close_button = IconButton(tr("Close"), Glyph.X, look="mini")
        super().__init__("accent", " ", " ", self.reason, self.close_button, beside=True)
        self.close_button.clicked.connect(self.hide)
        self.hide()
