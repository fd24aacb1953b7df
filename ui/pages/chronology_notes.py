"""What is said of the chronology as a whole, beside the table: its gaps, and that it was checked and signed off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.gaps import longest_gap
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.icons import Glyph
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label
from ui.widgets.surfaces import Scroll, Surface, column, row

if TYPE_CHECKING:
    from ui.forms.bound_field import BoundField
    from ui.forms.card_words import CardMaker, CardWords
    from ui.forms.host import FormHost
    from ui.forms.record_list import RecordList


def next_gap(review: Review) -> Mapping[str, object]:
    """What a new gap begins with: the longest stretch without an entry, while that is not recorded."""
    gap = longest_gap(review)
    if gap is None or is_recorded(review):
        return {}
    return {"after": gap.after, "before": gap.before, "days": gap.days}


def is_recorded(review: Review) -> bool:
    """Whether the longest stretch without an entry stands among the gaps."""
    gap = longest_gap(review)
    return gap is not None and any(
        (each.link("after"), each.link("before")) == (gap.after, gap.before) for each in review.all("gap")
    )


def about_gaps(review: Review) -> str:
    """The longest stretch without an entry, and whether something is said of it."""
    gap = longest_gap(review)
    if gap is None:
        return tr("There is no stretch without an entry.")
    words = trn(
        "The longest stretch without an entry is {n} day, from {{after}} to {{before}}.",
        "The longest stretch without an entry is {n} days, from {{after}} to {{before}}.",
        gap.days,
    ).format(after=gap.after, before=gap.before)
    return words if is_recorded(review) else f"{words} {tr('It is not among the gaps yet.')}"


def gap_cards(_review: Review) -> CardMaker:
    """Cards of gaps: what is said of each, and how long it is, between which entries."""

    def make(gap: Record) -> CardWords:
        days, ends = gap.number("days"), (gap.link("after"), gap.link("before"))
        facts = [trn("{n} day", "{n} days", days)] if days is not None else []
        if all(ends):
            facts.append(tr("from {after} to {before}").format(after=ends[0], before=ends[1]))
        words = gap.text("explanation") or tr("Not explained yet")
        from ui.forms.card_words import CardWords

        return CardWords(words, second=(", ".join(facts),) if facts else ())

    return make


class NotesPane(Surface):
    """Two short lists. They are made when the pane is first opened."""

    close_asked = Signal()

    def __init__(self, host: FormHost) -> None:
        self._host = host
        self.lists: dict[str, RecordList] = {}
        self._about = Label("", "small", "text_soft")
        self.close_button = IconButton(tr("Close the gaps and the sign-off"), Glyph.X, "Esc")
        heading = Label(tr("Gaps and sign-off"), "section", wrap=False)
        head = row(heading, None, self.close_button, gap=8, margins=(16, 12, 12, 6))
        inner = QWidget()
        self._box = column(gap=24, margins=(16, 4, 12, 0))
        inner.setLayout(column(self._about_box(), self._box, None, gap=12, margins=(0, 0, 0, 16)))
        self.scroller = Scroll(inner)
        super().__init__(column(head, self.scroller, gap=0), fill="window")
        self.setAccessibleName(tr("Gaps and sign-off"))
        self.close_button.clicked.connect(self.close_asked)
        self.hide()

    def _about_box(self) -> QWidget:
        box = QWidget()
        box.setLayout(column(self._about, margins=(16, 0, 12, 0)))
        return box

    def open(self) -> None:
        """Make the lists, if they are not there, and show what the review holds."""
        if not self.lists:
            self._make()
        self.show_review()

    def _make(self) -> None:
        from imr_desk.review.chronology_versions import new_sign_off
        from ui.forms.record_list import ListLook, RecordList  # the table is painted sooner without them

        looks = {
            "gap": ListLook(
                heading=mark("Gaps"),
                add=mark("Add a gap"),
                empty=mark("No gap recorded."),
                cards=gap_cards,
                first=next_gap,
            ),
            "chronology_sign_off": ListLook(
                heading=mark("Sign-off of the chronology"),
                add=mark("Add a sign-off"),
                empty=mark("Not signed off yet."),
                first=new_sign_off,
            ),
        }
        for kind, look in looks.items():
            self.lists[kind] = RecordList(self._host, kind_of(kind), look)
            self._box.addWidget(self.lists[kind])
        self._host.rearranged.emit(self)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show what the review holds now, if the lists were made."""
        if self.lists:
            self._about.setText(about_gaps(self._host.review))
        for each in self.lists.values():
            each.show_review(reload_focused=reload_focused)

    def fields(self) -> Iterator[BoundField]:
        """Every field that was opened."""
        if self.lists:
            from ui.forms.bound_field import BoundField

            yield from self.findChildren(BoundField)

    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        for each in self.fields():
            each.flush()

    def place(self, kind: str, record_id: str, field: str) -> QWidget | None:
        """The field of a record, or the button that adds one; None where it is not here."""
        if kind not in self.lists:
            return None
        if not record_id:
            return self.lists[kind].first_control()
        self.lists[kind].open_record(record_id)
        wanted = (kind, record_id)
        mine = (each for each in self.fields() if (each.kind.name, each.record_id) == wanted)
        return next((each for each in mine if not field or each.field.name == field), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the table; words are never thrown away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
            return
        super().keyPressEvent(event)
