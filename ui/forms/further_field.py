"""The author’s own columns as fields of an entry: their words are kept among its further ones (R-076)."""

from __future__ import annotations

from imr_desk.review.chronology_columns import Column, further_words
from imr_desk.review.fields import Field, Kind
from imr_desk.review.record import Record, Value
from ui.forms.bound_field import BoundField
from ui.forms.cell_field import further_changed, own_field
from ui.forms.host import FormHost
from ui.forms.record_form import RecordForm
from ui.tokens import Role


class FurtherField(BoundField):
    """In the form of an entry."""

    def __init__(self, host: FormHost, kind: Kind, column: Column, record_id: str, role: Role) -> None:
        self.key = column.own_key
        super().__init__(host, kind, own_field(column), record_id, role)

    def held_by(self, record: Record) -> Value:
        """Its words."""
        return further_words(record, self.key) or None

    def change_to(self, value: Value) -> dict[str, Value]:
        """All further words, with these."""
        return further_changed(self._host, self.record_id, self.key, value)


class EntryForm(RecordForm):
    """The form of an entry, with the columns of the author’s own at its end."""

    def __init__(
        self, host: FormHost, kind: Kind, fields: tuple[Field, ...], own: tuple[Column, ...], record_id: str
    ) -> None:
        mine = tuple(own_field(column) for column in own)
        self._mine = [(field, column) for field, column in zip(mine, own, strict=True)]
        super().__init__(host, kind, (*fields, *mine), record_id=record_id)

    def make_row(self, field: Field, role: Role) -> BoundField:
        """As of a RecordForm."""
        column = next((column for mine, column in self._mine if mine is field), None)
        if column is None:
            return super().make_row(field, role)
        return FurtherField(self._host, self.kind, column, self.record_id, role)
