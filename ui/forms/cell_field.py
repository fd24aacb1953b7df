"""A field of a record in a row of a table that is written in: as a field of a form, but without hint, and close.

The row may be one that is not kept yet. Then the first thing that is kept begins its record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol, cast

from PySide6.QtGui import QKeySequence

from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.chronology_columns import Column, further_words, with_further
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.record import Record, RecordId, Value, Values
from ui.forms.adding import adding_for, none_yet
from ui.forms.bound_field import BoundField
from ui.forms.editors import form_editor
from ui.forms.host import FormHost
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.for_field import DATED
from ui.widgets.editors.in_cell import CellFlagEditor, CellProseEditor, CellSourcesEditor
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.editors.rows import Column as RowColumn
from ui.widgets.editors.when import WhenEditor

ANOTHER = QKeySequence("Ctrl+Shift+A").toString(QKeySequence.SequenceFormat.NativeText)
"""The keys of ‘Another source’ in the menu."""
FURTHER = "further"
PEOPLE = "people"
"""The field in which everybody concerned is found, of whatever kind."""


class WrittenRow(Protocol):
    """The row a field stands in."""

    def begin(self, field: CellField, values: dict[str, Value]) -> None:
        """Begin the record of the row with these values."""

    def above(self) -> Record | None:
        """The record of the row above."""


class CellField(BoundField):
    """One field in the row."""

    def __init__(
        self, host: FormHost, kind: Kind, field: Field, row: WrittenRow, editor: Editor[Any] | None = None
    ) -> None:
        self._row = row
        super().__init__(host, kind, field, "", editor=editor or cell_editor(field, host))
        self.set_hint("")
        if isinstance(self.editor, LinkEditor | LinksEditor):
            self.editor.box.setPlaceholderText(tr("Find …"))

    def show_caption(self, words: str, *, seen: bool, inside: bool = False) -> None:
        """Call it as its column is called; the words stand over it where several share a column, or `inside`."""
        self.rename(words)
        self.label.setHidden(inside or not seen)
        if inside and isinstance(self.editor, LinkEditor | LinksEditor):
            self.editor.box.setPlaceholderText(words)
        elif inside and isinstance(self.editor, ChoiceEditor):
            self.editor.name_none(tr("{field} …").format(field=words))

    def _ask(self, value: Value) -> None:
        if self.record_id:
            super()._ask(value)
        else:
            self._row.begin(self, self.change_to(value))

    def record_above(self) -> Record | None:
        """That of the row above, as the table shows it."""
        return self._row.above()


class PeopleField(CellField):
    """Everybody concerned, by job title or pseudonym, found in one box; each kind is kept by itself (R-183)."""

    KINDS = ("staff", "subject", "professional")
    FIELDS = ("staff", "concerns", "others")

    def __init__(self, host: FormHost, kind: Kind, row: WrittenRow) -> None:
        super().__init__(host, kind, kind.field("staff"), row, LinksEditor(()))

    def held_by(self, record: Record) -> Value:
        """All of them."""
        return tuple(each for name in self.FIELDS for each in record.links(name)) or None

    def change_to(self, value: Value) -> dict[str, Value]:
        """Each where people of that kind are kept."""
        ids = cast("tuple[str, ...]", value or ())
        kinds = dict(zip(self.FIELDS, self.KINDS, strict=True))
        return {
            name: tuple(each for each in ids if (found := self._host.review.get(each)) and found.kind == kind) or None
            for name, kind in kinds.items()
        }

    def _offer_choices(self) -> None:
        editor = cast("LinksEditor", self.editor)
        editor.box.adding = adding_for(self._host, ("staff",), self._offer_choices)
        editor.box.when_empty = tr("Nobody is listed yet.")
        choices = self._host.targets(self.KINDS)
        if self._choices.get(self.KINDS) is not choices:
            self._choices[self.KINDS] = choices
            editor.set_choices(choices)


class QuestionsField(CellField):
    """The questions it bears on, found by number or words and called by their numbers: a cell is narrow."""

    def __init__(self, host: FormHost, kind: Kind, row: WrittenRow) -> None:
        super().__init__(host, kind, kind.field("questions"), row, LinksEditor(()))

    def _offer_choices(self) -> None:
        editor, asked = cast("LinksEditor", self.editor), self._host.review.all("question")
        titles = dict(self._host.targets(("question",)))
        short = {each.id: _question(each) for each in asked}
        named = tuple((each.id, f"{short[each.id]} · {titles.get(each.id, '')}".rstrip(" ·")) for each in asked)
        editor.box.when_empty = none_yet(("question",))
        if self._choices.get(()) != named:
            self._choices[()] = named
            editor.offer_later(lambda each: short.get(cast("RecordId", each), each), lambda: named)


def _question(question: Record) -> str:
    number = question.number("number")
    return tr("Question {number}").format(number=number) if number else question.id


class FurtherCell(CellField):
    """The words of an entry in a column of the author's own, kept among its further ones."""

    def __init__(self, host: FormHost, kind: Kind, column: Column, row: WrittenRow) -> None:
        self.key = column.own_key
        super().__init__(host, kind, own_field(column), row)

    def held_by(self, record: Record) -> Value:
        """Its words."""
        return further_words(record, self.key) or None

    def change_to(self, value: Value) -> dict[str, Value]:
        """All further words, with these."""
        return further_changed(self._host, self.record_id, self.key, value)


def own_field(column: Column) -> Field:
    """How a column of the author's own is declared: as text of any length, called as the author calls it."""
    return replace(field_of("entry", "comment"), name=FURTHER, label=column.heading, hint="")


def further_changed(host: FormHost, record_id: str, key: str, value: Value) -> dict[str, Value]:
    """The further words of an entry with those of one column changed."""
    return {FURTHER: with_further(host.review.get(record_id) or Values({}), key, str(value or ""))}


def cell_field(host: FormHost, name: str, row: WrittenRow, own: Column | None = None) -> CellField:
    """The field of an entry in the row; `people` is all who are concerned, `own` a column of the author's own."""
    kind = kind_of("entry")
    if own is not None:
        return FurtherCell(host, kind, own, row)
    special = {PEOPLE: PeopleField, "questions": QuestionsField}
    return special[name](host, kind, row) if name in special else CellField(host, kind, kind.field(name), row)


def fields_written(names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a record that these of a row stand for, but for the author's own columns."""
    found = (PeopleField.FIELDS if name == PEOPLE else (name,) for name in names if name != FURTHER)
    return tuple(each for part in found for each in part)


def cell_editor(field: Field, host: FormHost) -> Editor[Any]:
    """The editor of a field where there is little room."""
    if field.type is FieldType.KNOWN_DATE and field.name == DATED:
        return WhenEditor()
    if field.type is FieldType.PROSE:
        return CellProseEditor()
    if field.type is FieldType.LINE:
        return LineEditor()
    if field.type is FieldType.YES_NO:
        return CellFlagEditor()
    if field.type is FieldType.ROWS:
        make: Callable[[Field], Callable[[], Editor[Any]]] = lambda each: partial(cell_editor, each, host)  # noqa: E731
        columns = tuple(RowColumn(each.name, tr(each.label), make(each)) for each in field.columns)
        return CellSourcesEditor(columns, tr("Another ({keys})").format(keys=ANOTHER))
    return form_editor(field, host.at_once, "body")
