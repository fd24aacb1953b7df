"""The editor that belongs to a declared field. Values go in and out in the shape in which a record holds them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, FieldType
from ui.tokens import Role
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.findable import Choices
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.lines import LinesEditor
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.editors.readers import day_editor, known_date_editor, number_editor, time_editor
from ui.widgets.editors.rows import Column, RowsEditor
from ui.widgets.editors.yes_no import YesNoEditor

Targets = Callable[[tuple[str, ...]], Choices]
"""Gives, for the kinds a link may lead to, the ids that can be linked and what they are called."""

DATED = "date"
"""What the field is called by which the records of a kind stand in order (`Kind.dated`)."""
_PLAIN: Mapping[FieldType, Callable[[], Editor[Any]]] = {
    FieldType.LINE: LineEditor,
    FieldType.YES_NO: YesNoEditor,
    FieldType.NUMBER: number_editor,
    FieldType.DATE: day_editor,
    FieldType.TIME: time_editor,
    FieldType.LINES: LinesEditor,
}


def no_targets(_kinds: tuple[str, ...]) -> Choices:
    """Nothing to link to."""
    return ()


def editor_for(field: Field, targets: Targets = no_targets, role: Role = "body") -> Editor[Any]:
    """An empty editor for a field. `role` is that of prose: `reading` where long text is written."""
    if field.type in _PLAIN:
        return _PLAIN[field.type]()
    if field.type is FieldType.KNOWN_DATE:
        return known_date_editor(sorts=field.name == DATED)
    if field.type is FieldType.PROSE:
        return ProseEditor(role)
    if field.type is FieldType.CHOICE:
        return ChoiceEditor(tuple((stored, tr(label)) for stored, label in field.choices))
    if field.type is FieldType.LINK:
        return LinkEditor(targets(field.to))
    if field.type is FieldType.LINKS:
        return LinksEditor(targets(field.to))
    columns = tuple(Column(each.name, tr(each.label), partial(editor_for, each, targets)) for each in field.columns)
    return RowsEditor(columns)
