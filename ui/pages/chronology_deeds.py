"""What is done to whole rows of the chronology: split, merged, put elsewhere in the day, filled from the row above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from imr_desk.i18n import tr
from ui.models.day_order import moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.guidance.facts import Place
    from imr_desk.operations.base import Operation
    from imr_desk.review.record import Record, RecordId
    from imr_desk.review.review import Review
    from ui.forms.bound_field import BoundField
    from ui.forms.host import FormHost
    from ui.pages.chronology_entry import EntryPane
    from ui.pages.chronology_rows import RowWriting
    from ui.pages.chronology_table import ChronologyTable


class RowDeeds(QObject):
    """Each is one step of undo."""

    asked = Signal(object, str)
    """As `change_requested` of a Page."""
    composed = Signal(object)
    """As of a Page."""
    told = Signal(str)
    """What was done, or why nothing was."""

    def __init__(self, host: FormHost, table: ChronologyTable, writing: RowWriting) -> None:
        super().__init__(table)
        self._host, self._table, self._writing = host, table, writing

    def _entry(self) -> Record | None:
        if self._host.sealed:
            self.told.emit(tr("The chronology is read-only."))
            return None
        return self._host.review.get(self._table.chosen())

    # ---- splitting and merging
    def split(self, page: QWidget) -> None:
        """Make two entries of one: what stands after the caret of its words goes to a new one right after it."""
        from imr_desk.operations.entries import split_entry

        focus = QApplication.focusWidget()
        field = _field_round(focus, page)
        if field is None or field.field.name != "event" or not isinstance(focus, QTextEdit):
            self.told.emit(tr("Put the caret in ‘Event or contact’ where the second entry begins."))
            return
        first, second = _parted(focus)
        self._writing.flush()
        field.flush()
        entry = self._host.review.get(field.record_id)
        if entry is None or self._host.sealed:
            return
        if not first.strip() or not second.strip():
            self.told.emit(tr("Both entries need words. Put the caret where the second one begins."))
            return
        made: list[str] = []

        def make(new_id: Callable[[str], RecordId]) -> tuple[Operation, Place]:
            from imr_desk.guidance.facts import Place

            record_id = new_id("entry")
            made.append(record_id)
            return split_entry(self._host.review, entry, first, second, record_id), Place("", "", "", "")

        self.composed.emit(make)
        if made and made[0] in self._host.review:
            self._writing.write(made[0], "event")
            self.told.emit(tr("Split: the second entry is {id}.").format(id=made[0]))

    def merge(self) -> None:
        """Make one entry of the chosen one and the one below it."""
        from imr_desk.operations.entries import merge_entries

        self._writing.leave()
        first = self._entry()
        at = self._table.currentIndex().row()
        second = self._host.review.get(self._table.rows.key_at(at + 1)) if first is not None else None
        if first is None:
            return
        if second is None:
            self.told.emit(tr("There is no entry below to merge with."))
            return
        self.asked.emit(merge_entries(self._host.review, first, second), "")
        self._table.choose(first.id)
        words = tr("Merged: {second} into {first}. Undo takes them apart again.")
        self.told.emit(words.format(first=first.id, second=second.id))

    # ---- within the day
    def move_in_day(self, by: int) -> None:
        """Put the chosen entry earlier (-1) or later (1) among those of its day."""
        from imr_desk.operations.general import Batch, SetFields

        entry = self._entry()
        if entry is None:
            return
        numbers = moved(self._host.review, entry, by)
        if not numbers:
            words = tr("It is the first of its day.") if by < 0 else tr("It is the last of its day.")
            self.told.emit(words)
            return
        self._writing.flush()
        steps = tuple(SetFields("entry", each, {"sequence": number}) for each, number in numbers)
        self.asked.emit(Batch(steps), "")
        self._table.choose(entry.id)
        self.told.emit(tr("Earlier in the day.") if by < 0 else tr("Later in the day."))

    # ---- sources
    def another_source(self, pane: EntryPane) -> None:
        """Go to a further source: of the entry in the pane where the keyboard is there, else of that in the row."""
        from ui.widgets.editors.rows import RowsEditor

        focus, writer = QApplication.focusWidget(), self._writing.writer
        in_pane = focus is not None and pane.isAncestorOf(focus)
        if self._host.sealed:
            self.told.emit(tr("The chronology is read-only."))
            return
        if not in_pane and not writer.active and not self._writing.write(self._table.chosen(), "sources"):
            return
        fields = [each for form in pane.forms() for each in form.rows] if in_pane else writer.fields
        field = next((each for each in fields if each.field.name == "sources"), None)
        if field is not None and isinstance(field.editor, RowsEditor):
            field.editor.another()
        if not in_pane:
            writer.fit()
            writer.keep_in_sight()

    # ---- from above
    def take_from_above(self) -> None:
        """Fill the column in which one stands in the table with what the row above holds."""
        from imr_desk.operations.general import SetFields
        from ui.forms.cell_field import fields_written

        index = self._table.currentIndex()
        entry, above = self._entry(), self._host.review.get(self._table.rows.key_at(index.row() - 1))
        if entry is None or not self._table.hasFocus():
            return
        names = fields_written(self._table.columns[index.column()].fields)
        values = {name: above.get(name) for name in names if above is not None and name in above}
        if not values:
            self.told.emit(tr("There is nothing in this field of the row above."))
            return
        self.asked.emit(SetFields("entry", entry.id, values), "")
        self.told.emit(tr("Taken over from the row above."))


def took_up(before: Review, now: Review) -> str:
    """The entry that took up the one that went, as a merge does: the nearest above it that says something else now."""
    entries = before.all("entry")
    if len(entries) != len(now.all("entry")) + 1:
        return ""
    at = next(at for at, each in enumerate(entries) if each.id not in now)
    above = ((each, now.get(each.id)) for each in reversed(entries[:at]))
    return next((each.id for each, found in above if found is not each and found != each), "")


def _field_round(widget: QWidget | None, page: QWidget) -> BoundField | None:
    """The declared field in which a widget stands."""
    from ui.forms.bound_field import BoundField

    while widget is not None and widget is not page and not isinstance(widget, BoundField):
        widget = widget.parentWidget()
    return widget if isinstance(widget, BoundField) else None


def _parted(box: QTextEdit) -> tuple[str, str]:
    """The words before the caret and after it; what is chosen goes with what comes after."""
    from ui.widgets.names.boxes import Units, plain

    text, cursor = plain(box), box.textCursor()
    at = Units(text).from_qt(cursor.selectionStart())
    return text[:at], text[at:]
