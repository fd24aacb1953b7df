"""Which text boxes of a field are read for names: those the guard reads (R-183), so not the private ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.free_text import SIGNATORY_FIELDS
from ui.widgets.editors.base import Editor
from ui.widgets.editors.rows import RowsEditor
from ui.widgets.names.boxes import TextBox, is_text_box


def may_hold_names(kind: Kind, field: Field) -> bool:
    """Whether names are looked for in a field."""
    if field.private or (kind.name, field.name) in SIGNATORY_FIELDS:
        return False
    return _is_read(field) or any(_is_read(column) for column in field.columns)


def _is_read(field: Field) -> bool:
    return field.guarded or field.type in (FieldType.KNOWN_DATE, FieldType.LINES)


def guarded_boxes(field: Field, editor: Editor[Any]) -> Iterator[TextBox]:
    """The text boxes of an editor that are read, as they are now."""
    if field.type is FieldType.ROWS and isinstance(editor, RowsEditor):
        for column in field.columns:
            for cell in editor.cells_of(column.name):
                yield from guarded_boxes(column, cell)
    elif _is_read(field):
        yield from (each for each in editor.controls() if is_text_box(each))
