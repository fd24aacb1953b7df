"""Lists that offer what is not on them yet: staff without feedback, and review material (R-099, R-151).

Nothing goes onto a list by itself; one press adds all of it, and one step of undo takes it off again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_list import ListLook, RecordList
from ui.forms.specs import ListOf
from ui.icons import Glyph
from ui.widgets.buttons import Button
from ui.widgets.surfaces import at_left, put_in

Rows = tuple[Mapping[str, object], ...]
AFTER_TOP = 1
"""Where, among what a list is made of, its first line ends."""


class OfferingList(RecordList):
    """A list with a button that adds all that is left, at once."""

    def __init__(
        self, host: FormHost, kind: str, look: ListLook, left: Callable[[Review], Rows], words: Callable[[int], str]
    ) -> None:
        super().__init__(host, kind_of(kind), look)
        self._left, self._words = left, words
        self._wants_all = False
        self.offer = Button("", "plain", Glyph.PLUS)
        self.offer.clicked.connect(self._offer_taken)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            put_in(layout, at_left(self.offer), AFTER_TOP)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a RecordList; the offer is there while something is left."""
        before = set(self._items)
        super().show_review(reload_focused=reload_focused)
        new = [each for each in self._items if each not in before]
        if self._wants_all and new:
            self._wants_all = False
            self.item(new[0]).button.setFocus(Qt.FocusReason.TabFocusReason)
        left = len(self._left(self._host.review))
        self.offer.setHidden(not left)
        if left:
            self.offer.say(self._words(left))

    @Slot()
    def _offer_taken(self) -> None:
        self._wants_all = True
        self._host.records_requested.emit(self.kind.name, self._left(self._host.review), ())


@dataclass(frozen=True)
class StaffToDebriefOf(ListOf):
    """The list of feedback to staff, which offers those who are not on it."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return OfferingList(host, self.kind, self.look, without_debrief, _staff_words)


@dataclass(frozen=True)
class MaterialOf(ListOf):
    """The disclosure list, which offers the review material that is not on it."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return OfferingList(host, self.kind, self.look, not_listed, _material_words)


def without_debrief(review: Review) -> Rows:
    """A debrief for everybody on the list of staff who has none."""
    there = {each.link("staff") for each in review.all("debrief")}
    return tuple({"staff": each.id} for each in review.all("staff") if each.id not in there)


def not_listed(review: Review) -> Rows:
    """An item for each record of an interview, and each signed version, that no item on the list names."""
    listed = "\n".join(each.text("description") for each in review.all("disclosure_item"))
    rows = [
        _item(tr("Record of {id}").format(id=each.id), each.get("held_on"))
        for each in review.all("interview")
        if each.text("record").strip() and each.id not in listed
    ]
    versions = {each.number("version"): each.text("signed_at")[:10] for each in review.all("signature")}
    for version, day in versions.items():
        words = tr("This review, version {n}").format(n=version)
        if words not in listed:
            rows.append(_item(words, day))
    return tuple(rows)


def _item(description: str, day: object) -> Mapping[str, object]:
    values = {"description": description, "date": day, "author_role": tr("author")}
    return {name: value for name, value in values.items() if value}


def _staff_words(count: int) -> str:
    return trn("Add the {n} person who is not on the list", "Add the {n} people who are not on the list", count)


def _material_words(count: int) -> str:
    return trn("List the {n} record that is not on it yet", "List the {n} records that are not on it yet", count)
