"""Which column of the file fills which field: found by itself, corrected here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import mark, tr
from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, column

LABELS: Mapping[str, str] = {
    "date": mark("Date"),
    "time": mark("Time"),
    "source": mark("Source"),
    "event": mark("Event"),
    "people": mark("People"),
    "action": mark("Action and outcome"),
    "comment": mark("Comment"),
    "end_date": mark("End of a period"),
    "learned_on": mark("Learned on"),
}
WIDE = 180


class ColumnsPanel(QWidget):
    """One choice a field. What no field takes goes to the comment under its heading."""

    chosen = Signal(str, str)
    """A field, and the letter of the column that fills it ("" for none)."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, ChoiceEditor] = {}
        flow = QWidget()
        rows = []
        for name, label in LABELS.items():
            box = ChoiceEditor((), tr("No column"))
            field = FieldRow(tr(label), box)
            field.setFixedWidth(WIDE)
            box.commit_requested.connect(partial(self._chosen, name))
            self.boxes[name] = box
            rows.append(field)
        flow.setLayout(Flow(*rows, gap=12))
        why = Label(tr("What no field takes goes into the comment, under its heading."), "small", "text_soft")
        inner = column(why, flow, gap=8, margins=(15, 12, 15, 12))
        self.setLayout(column(Surface(inner, fill="sunken", edge="line", radius=8), gap=0))
        self.setAccessibleName(tr("Columns"))

    def show_columns(self, columns: tuple[tuple[str, str], ...], fields: Mapping[str, str]) -> None:
        """The columns there are (letter and heading), and which letter fills each field."""
        for name, box in self.boxes.items():
            box.set_choices(tuple((letter, f"{letter}  {heading}") for letter, heading in columns))
            box.set_value(fields.get(name, ""))

    def _chosen(self, name: str) -> None:
        self.chosen.emit(name, self.boxes[name].value())
