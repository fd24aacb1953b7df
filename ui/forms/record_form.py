"""The fields of one record, one under the other, in the groups of its declaration."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.record import Record
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.tokens import Role
from ui.widgets.labels import Label
from ui.widgets.surfaces import column

BETWEEN_FIELDS = 14
BEFORE_GROUP = 10


class GroupHeading(QWidget):
    """The heading of a group of fields, `before` pixels below what stands above it."""

    def __init__(self, words: str, before: int) -> None:
        super().__init__()
        self.label = Label(words, "label", weight=600)
        self.setLayout(column(self.label, gap=0, margins=(0, before, 0, 0)))


class RecordForm(Part):
    """The form of a kind, or of some of its fields. Private fields stand in no form but one that names them."""

    def __init__(
        self,
        host: FormHost,
        kind: Kind,
        fields: Iterable[Field] | None = None,
        *,
        record_id: str = "",
        heading: str = "",
        role: Role = "body",
    ) -> None:
        """`record_id` is needed for a kind of which there are many; `role` is that of prose."""
        super().__init__()
        self.kind = kind
        self.record_id = record_id or kind.name
        self._host = host
        self._shown: tuple[Record | None, bool, frozenset[str]] = (None, False, frozenset())
        chosen = tuple(fields) if fields is not None else tuple(each for each in kind.fields if not each.private)
        self.rows = tuple(self.make_row(field, role) for field in chosen)
        self._links = any(field.to or field.columns for field in chosen)
        self._groups: dict[GroupHeading, list[BoundField]] = {}
        self._lay_out(heading, headed=len({field.group for field in chosen}) > 1)
        self.setAccessibleName(heading or tr(kind.label))

    def make_row(self, field: Field, role: Role) -> BoundField:
        """The row of a field."""
        return BoundField(self._host, self.kind, field, self.record_id, role)

    def _lay_out(self, heading: str, *, headed: bool) -> None:
        box = column(gap=BETWEEN_FIELDS)
        if heading:
            box.addWidget(Label(heading, "label", weight=600))
        group = ""
        for row in self.rows:
            if headed and row.field.group and row.field.group != group:
                title = GroupHeading(tr(row.field.group), BEFORE_GROUP if box.count() else 0)
                self._groups[title] = []
                box.addWidget(title)
            group = row.field.group
            if self._groups and group:
                next(reversed(self._groups.values())).append(row)
            box.addWidget(row)
            row.came_or_went.connect(self._show_groups)
        self.setLayout(box)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the record as it is now; nothing is done where it is the same one."""
        host, record = self._host, self._host.review.get(self.record_id)
        shown = (record, host.sealed, host.words)
        if record is None or (shown == self._shown and not self._links):
            return
        self._shown = shown
        for row in self.rows:
            row.show_record(record, reload_focused=reload_focused)
        self._show_groups()

    @Slot()
    def _show_groups(self) -> None:
        """Show the heading of a group where one of its fields is shown."""
        for title, rows in self._groups.items():
            title.setHidden(all(row.isHidden() for row in rows))

    @property
    def settled(self) -> bool:
        """Whether nothing typed in it waits to be kept."""
        return all(row.settled for row in self.rows)

    def turn_to(self, record_id: str) -> None:
        """Be the form of another record, which is still to be shown; only where it is `settled`.

        To make another form would take many times as long.
        """
        self.record_id = record_id
        self._shown = (None, False, frozenset())
        for row in self.rows:
            row.turn_to(record_id)
        self._host.visits.renew()  # what is typed from now on is no step of undo with what was typed before

    def row(self, field: str) -> BoundField:
        """The row of a field; KeyError where it is not in this form."""
        for row in self.rows:
            if row.field.name == field:
                return row
        raise KeyError(field)

    def first_control(self) -> QWidget | None:
        """The first field that is shown."""
        return next((row.editor for row in self.rows if not row.isHidden()), None)

    def first_to_write(self) -> QWidget | None:
        """The first field that is shown and is not a number already given, so that nobody types words over a number."""
        shown = [row for row in self.rows if not row.isHidden()]
        given = (row.field.type is FieldType.NUMBER and row.editor.value() is not None for row in shown)
        return next((row.editor for row, skip in zip(shown, given, strict=True) if not skip), self.first_control())
