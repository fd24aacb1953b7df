"""A screen reader hears what a box of choices is for, and not only what was chosen in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.editors.choice import ChoiceEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import column

CHOICES = (("held", "Held"), ("not held", "Not held"))


def names(box: QWidget) -> set[str]:
    """The names by which readers can know a box: its own, and those of the labels it stands in relation to."""
    found = QAccessible.queryAccessibleInterface(box)
    labels = [
        other.text(QAccessible.Text.Name) for other, kind in found.relations() if kind == QAccessible.RelationFlag.Label
    ]
    return {found.text(QAccessible.Text.Name), *labels}


def test_box_of_choices_is_labelled_with_the_name_of_its_field(show: Callable[..., None]) -> None:
    choice, links = ChoiceEditor(CHOICES), LinksEditor(CHOICES)
    window = QWidget()
    window.setLayout(column(FieldRow("Was it held?", choice), FieldRow("Staff", links)))
    show(window, 400, 300)
    choice.set_value("held")
    assert "Was it held?" in names(choice.box)
    assert "Staff: add a link" in names(links.box)
    choice.describe("Held at all?")
    assert "Held at all?" in names(choice.box)


def test_label_for_readers_is_never_seen(show: Callable[..., None]) -> None:
    row = FieldRow("Was it held?", ChoiceEditor(CHOICES))
    show(row, 400, 100)
    seen = [each for each in row.findChildren(QLabel) if each.isVisible() and each.text() == "Was it held?"]
    assert seen == [row.label]
