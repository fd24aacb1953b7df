"""A declared field of one record: its row, its editor, and the change that is asked for when it is left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.general import SetFields
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.record import Record, Value, Values
from imr_desk.review.values import Noted, checked
from ui.forms.adding import adding_for, none_yet
from ui.forms.editors import form_editor
from ui.forms.guarded import guarded_boxes, may_hold_names
from ui.forms.host import FormHost
from ui.tokens import Role
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.findable import Choices
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.editors.rows import RowsEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.names.field_names import FieldNames

_UNSEEN = object()


class BoundField(FieldRow):
    """One field. What is typed is never lost: neither to another showing of the review, nor to a refusal."""

    came_or_went = Signal()
    """It was shown because it is asked now, or hidden because it is asked no more."""

    def __init__(
        self,
        host: FormHost,
        kind: Kind,
        field: Field,
        record_id: str,
        role: Role = "body",
        editor: Editor[Any] | None = None,
    ) -> None:
        """`editor` stands in the place of the usual one of such a field."""
        super().__init__(tr(field.label), editor or form_editor(field, host.at_once, role), tr(field.hint))
        self.kind, self.field, self.record_id = kind, field, record_id
        self._host = host
        self._value: object = _UNSEEN
        self._awaiting = False
        self._choices: dict[tuple[str, ...], Choices] = {}
        self._read_only, self._applies = False, True
        self.editor.commit_requested.connect(self._commit)
        self.editor.rearranged.connect(self._tell_rearranged)
        if isinstance(self.editor, RowsEditor):
            self.editor.rearranged.connect(self._offer_choices)  # a row came: its links have to know what there is
        if isinstance(self.editor, LinksEditor):
            self.editor.opened.connect(self._go_to_linked)
        self._watch_names()

    def _watch_names(self) -> None:
        """Have names marked in it as they are typed."""
        if may_hold_names(self.kind, self.field):
            boxes, under = partial(guarded_boxes, self.field, self.editor), self.layout()
            self.names = FieldNames(self, boxes, self.keep_apart, under)
            self.names.rearranged.connect(self._tell_rearranged)
            self.names.noted.connect(self.set_note)
            self.editor.rearranged.connect(self.names.look)

    # ---- what is shown
    def show_record(self, record: Record, *, reload_focused: bool = False) -> None:
        """Show what the record holds now. A field with the keyboard, or with words not kept yet, is left alone."""
        self._show_where_asked(record, stays=self._has_keyboard() and not reload_focused)
        shut = self._host.shut(self.field)
        if shut is not self._read_only:
            self._read_only = shut
            self.editor.set_read_only(shut)
        before, self._value = self._value, self.held_by(record)
        if self._awaiting and self._value == before:
            return  # what was asked for has not been kept: these words are all there is of it
        self._awaiting = False
        if reload_focused or not self._has_keyboard():
            self._offer_choices()
            self._show_kept()

    def _show_where_asked(self, record: Record, *, stays: bool) -> None:
        """Show the field if it is asked, or holds something. One that is being written in `stays`."""
        written = stays or self.editor.dirty or bool(self.editor.problem)
        applies = written or self._host.applies(self.field, record)
        if applies is not self._applies:
            self._applies = applies
            self.setVisible(applies)
            self.came_or_went.emit()
            self._tell_rearranged()

    @property
    def settled(self) -> bool:
        """Whether nothing typed in it waits to be kept."""
        return not (self._awaiting or self.editor.dirty or self.editor.problem)

    def turn_to(self, record_id: str) -> None:
        """Be the field of another record, which is still to be shown; only where it is `settled`."""
        self.record_id, self._value = record_id, _UNSEEN

    def settle(self) -> None:
        """Show what was kept, now that the keyboard has gone elsewhere."""
        record = self._host.review.get(self.record_id)
        if record is not None:
            self._show_where_asked(record, stays=False)
        if self._value is not _UNSEEN and not self._awaiting:
            self._offer_choices()
            self._show_kept()

    def _show_kept(self) -> None:
        if not (self.editor.dirty or self.editor.problem):
            self.editor.set_value(self._value)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _offer_choices(self) -> None:
        """Offer the records that can be linked to as they are called now."""
        editor, field = self.editor, self.field
        if isinstance(editor, ChoiceEditor) and field.choices_only:
            self._offer_among(editor)
        elif isinstance(editor, LinkEditor | LinksEditor):
            self._offer(field.to, (editor,))
        elif isinstance(editor, RowsEditor):
            for column in field.columns:
                cells = editor.cells_of(column.name) if column.to else []
                self._offer(column.to, tuple(c for c in cells if isinstance(c, LinkEditor | LinksEditor)))

    def _offer(self, kinds: tuple[str, ...], editors: tuple[LinkEditor | LinksEditor, ...]) -> None:
        """Offer the records of these kinds; very many of them are listed only when somebody looks for one."""
        for editor in editors:
            editor.box.adding = adding_for(self._host, kinds, self._offer_choices)
            editor.box.when_empty = none_yet(kinds)
        if self._host.many(kinds):
            for editor in editors:
                editor.offer_later(
                    self._host.name_of, partial(self._host.targets, kinds), partial(self._host.prepare, kinds)
                )
            return
        choices = self._host.targets(kinds) if editors else ()
        if editors and self._choices.get(kinds) != choices:
            self._choices[kinds] = choices
            for editor in editors:
                editor.set_choices(choices)

    def _offer_among(self, editor: ChoiceEditor) -> None:
        """Offer the declared choices that apply to the review."""
        chosen = self._value if isinstance(self._value, str) else ""
        choices = self._host.offered(self.field, chosen)
        if self._choices.get(()) != choices:
            self._choices[()] = choices
            editor.set_choices(choices)

    # ---- what is asked for
    def flush(self) -> None:
        """Ask at once for what is typed and not yet committed."""
        self.editor.commit()

    def keep_apart(self) -> None:
        """Ask at once for what is typed; what comes next is a step of undo of its own."""
        self.editor.commit()
        self._host.visits.renew()

    def take(self, value: Value) -> None:
        """Take a value over from elsewhere and ask for it to be kept, unless the field is read-only."""
        if not self._read_only:
            self._offer_choices()
            self.editor.set_value(value)
            self._awaiting = True
            self._ask(value)

    def held_by(self, record: Record) -> Value:
        """What a record holds in this field."""
        return record.get(self.field.name)

    def change_to(self, value: Value) -> dict[str, Value]:
        """The fields of the record, with what they hold once this one holds a value."""
        return {self.field.name: value}

    def record_above(self) -> Record | None:
        """The record before this one, whose value can be taken over."""
        records = self._host.review.all(self.kind.name)
        place = next((n for n, each in enumerate(records) if each.id == self.record_id), 0)
        return records[place - 1] if place else None

    def refuse(self, sentence: str) -> None:
        """Say why the change asked for was not kept; the words stay."""
        self._awaiting = False
        self.editor.not_kept(sentence)

    @Slot()
    def _commit(self) -> None:
        value = _as_record_holds(self.field, self.editor.value())
        try:
            fit = checked(self.field, value, Noted())
        except BadInputError as error:
            self.editor.not_kept(error.sentence)
            return
        if self._value is not _UNSEEN and fit == (self._value or None) and not self._awaiting:
            return
        self._awaiting = True
        self._ask(value)

    def _ask(self, value: Value) -> None:
        """Ask for a value to be kept."""
        self._host.ask(SetFields(self.kind.name, self.record_id, self.change_to(value)), self)

    @Slot()
    def _tell_rearranged(self) -> None:
        self._host.rearranged.emit(self)

    @Slot(str)
    def _go_to_linked(self, record_id: str) -> None:
        from imr_desk.guidance.facts import Place

        target = self._host.review.get(record_id)
        if target is not None:
            self._host.place_requested.emit(Place(target.kind, target.id, "", ""))


def _as_record_holds(field: Field, value: object) -> Value:
    """The value of an editor in the shape in which a record holds it; an empty one is None."""
    if field.type is FieldType.ROWS and isinstance(value, tuple):
        return tuple(Values(dict(row)) for row in value if isinstance(row, Mapping)) or None
    return None if value in ("", ()) else value  # type: ignore[return-value]
