"""Records that only a rule of the program writes, such as reopenings: shown in full, and not to be changed by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, Kind
from imr_desk.review.record import Record
from ui.ending import end
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.icons import Glyph
from ui.record_words import in_words, moment_in_words, title_of
from ui.widgets.facts import Facts
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_top, column, row


class ReadingCard(Surface):
    """One record: its title, then each field that holds something, by its label.

    It takes the keyboard, so that it can be reached and heard.
    """

    def __init__(self, kind: Kind, fields: tuple[Field, ...], record_id: str) -> None:
        self.record_id = record_id
        self._kind, self._fields = kind, fields
        self._title = Label("", "body", weight=500)
        self._facts = Facts({field.name: tr(field.label) for field in fields})
        head = row(at_top(IconView(Glyph.LOCK, "text_quiet", 16), 3), gap=8)
        head.addWidget(self._title, 1)
        super().__init__(
            column(head, self._facts, gap=8, margins=(16, 12, 16, 14)), fill="raised", edge="line", radius=8
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_record(self, record: Record, host: FormHost) -> None:
        """Show what the record holds."""
        review = host.review
        self._title.setText(title_of(record, review))
        self._facts.show_facts({each.name: moment_in_words(in_words(each, record, review)) for each in self._fields})
        self.setAccessibleName(
            tr("{kind}, to read: {title}").format(kind=tr(self._kind.label), title=self._title.text())
        )
        self.setAccessibleDescription(self._facts.words())


class RecordReading(Part):
    """The records of a kind, in their order, to read. `empty` says what it means that there are none."""

    def __init__(self, host: FormHost, kind: Kind, *, heading: str = "", empty: str = "") -> None:
        super().__init__()
        self.kind = kind
        self._host = host
        self._cards: dict[str, ReadingCard] = {}
        self._fields = tuple(each for each in kind.fields if not each.private and each.name != kind.title)
        self._empty = Label(empty or tr("Nothing recorded yet."), "body", "text_quiet")
        self._box = column(gap=8)
        head = (Label(heading, "label", weight=600),) if heading else ()
        self.setLayout(column(*head, self._empty, self._box, gap=6))
        self.setAccessibleName(heading or tr(kind.plural))

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the records as they are now."""
        records = self._host.review.all(self.kind.name)
        there = {record.id for record in records}
        for gone in [each for each in self._cards if each not in there]:
            card = self._cards.pop(gone)
            self._box.removeWidget(card)
            card.hide()
            end(card)
        for record in records:
            if record.id not in self._cards:
                self._cards[record.id] = card = ReadingCard(self.kind, self._fields, record.id)
                self._box.addWidget(card)
                card.show()
                self._host.rearranged.emit(self)
            self._cards[record.id].show_record(record, self._host)
        self._empty.setHidden(bool(records))

    def control_of(self, record_id: str) -> QWidget | None:
        """The card of a record."""
        return self._cards.get(record_id)

    def first_control(self) -> QWidget | None:
        """The first card."""
        return next(iter(self._cards.values()), None)
