"""The editor of a field in a form: as of the kit, but a line that is longer than its place wraps."""

from __future__ import annotations

from functools import partial
from typing import Any

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, FieldType
from ui.tokens import Role
from ui.widgets.editors.base import Editor
from ui.widgets.editors.for_field import Targets, editor_for
from ui.widgets.editors.lines import WrappedLinesEditor
from ui.widgets.editors.rows import Column, RowsEditor
from ui.widgets.editors.wrapped import WrappedLineEditor

_LEAST = {
    FieldType.LINE: 180,
    FieldType.DATE: 160,
    FieldType.KNOWN_DATE: 180,
    FieldType.TIME: 90,
    FieldType.NUMBER: 90,
    FieldType.CHOICE: 150,
}
"""With which width, in pixels at 100 %, a cell can stand beside others."""


def form_editor(field: Field, targets: Targets, role: Role) -> Editor[Any]:
    """An empty editor; values go in and out in the shape in which a record holds them."""
    if field.type is FieldType.LINE:
        return WrappedLineEditor()
    if field.type is FieldType.LINES:
        return WrappedLinesEditor()
    if field.type is FieldType.ROWS:
        return RowsEditor(
            tuple(
                Column(each.name, tr(each.label), partial(form_editor, each, targets, role), _LEAST.get(each.type, 0))
                for each in field.columns
            )
        )
    return editor_for(field, targets, role)
