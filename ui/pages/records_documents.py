"""Documents kept inside the review file, and the records they were taken from.

Adding a file and saving a copy are deeds of the page, which asks for the file and has it read.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of, kind_of
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_item import RecordItem
from ui.forms.record_list import RecordList
from ui.forms.specs import ListOf
from ui.icons import Glyph
from ui.pages.records_cards import media_words, size_in_words
from ui.widgets.buttons import Button
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import column

KEEP, SAVE = "keep a file", "save a copy"
"""The deeds that are asked of the page: about the record a file belongs to, or "", and about a document."""
TYPED = ("name", "record")
"""What is typed of a document; the rest is told from its bytes."""


class DocumentItem(RecordItem):
    """The card of a document; opened, it says what the file is and offers a copy of it."""

    def more(self) -> tuple[QWidget, ...]:
        """As of a RecordItem."""
        names = {each: tr(field_of("document", each).label) for each in ("media_type", "size", "sha256")}
        facts = Facts(names)
        record = self._host.review[self.record_id]
        facts.show_facts(
            {
                "media_type": media_words(record.text("media_type")),
                "size": size_in_words(record.number("size") or 0),
                "sha256": " ".join(_in_eights(record.text("sha256"))),
            }
        )
        save = Button(tr("Save a copy outside this review"), "small")
        save.clicked.connect(self._save_asked)
        why = Label(tr("It stays in this file, encrypted, until you delete it."), "small", "text_soft")
        below = QWidget()
        below.setLayout(column(facts, why, Flow(save), gap=10))
        return (below,)

    @Slot()
    def _save_asked(self) -> None:
        self._host.deed_requested.emit(SAVE, self.record_id)


def _in_eights(digest: str) -> list[str]:
    """A digest in groups that can be compared by eye, and that a line can be broken between."""
    return [digest[at : at + 8] for at in range(0, len(digest), 8)]


class DocumentList(RecordList):
    """The documents; ‘Add a file’ asks for one instead of making an empty record."""

    def make_item(self, record_id: str) -> RecordItem:
        """As of a RecordList."""
        fields = tuple(each for each in self.kind.fields if each.name in TYPED)
        return DocumentItem(self._host, self.kind, record_id, self.face(), fields)

    @Slot()
    def _add_asked(self) -> None:
        self._host.deed_requested.emit(KEEP, "")


@dataclass(frozen=True)
class DocumentsOf(ListOf):
    """The kept documents."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return DocumentList(host, kind_of(self.kind), self.look)


class RegisterItem(RecordItem):
    """The card of a record; opened, it offers to keep a file that was taken from it."""

    def more(self) -> tuple[QWidget, ...]:
        """As of a RecordItem."""
        keep = Button(tr("Keep a file of this record in the review"), "small", Glyph.FILE_PLUS)
        keep.clicked.connect(self._keep_asked)
        place = QWidget()
        place.setLayout(Flow(keep))
        return (place,)

    @Slot()
    def _keep_asked(self) -> None:
        self._host.deed_requested.emit(KEEP, self.record_id)


class RegisterList(RecordList):
    """The register of records."""

    def make_item(self, record_id: str) -> RecordItem:
        """As of a RecordList."""
        return RegisterItem(self._host, self.kind, record_id, self.face())


@dataclass(frozen=True)
class RegisterOf(ListOf):
    """The register of records."""

    def make(self, host: FormHost) -> Part:
        """The list, still empty."""
        return RegisterList(host, kind_of(self.kind), self.look)
