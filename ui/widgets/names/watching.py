"""Names in a field that is no part of a record yet: what is typed there is kept only once it is sent."""

from __future__ import annotations

from functools import partial

from ui.widgets.field_row import FieldRow
from ui.widgets.names.boxes import TextBox, is_text_box
from ui.widgets.names.field_names import FieldNames


def watch_row(row: FieldRow) -> FieldNames:
    """Mark names in the text boxes of a field, and answer them under it."""
    names = FieldNames(row, partial(_boxes, row), _keeps_nothing, row.layout())
    names.noted.connect(row.set_note)
    return names


def _boxes(row: FieldRow) -> tuple[TextBox, ...]:
    return tuple(each for each in row.editor.controls() if is_text_box(each))


def _keeps_nothing() -> None:
    """Nothing of it is kept yet."""
