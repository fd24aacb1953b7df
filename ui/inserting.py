"""The keys that write something where the keyboard is: today’s date, the value from the row above, another order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from imr_desk.i18n import tr
from imr_desk.review.known_date import day_in_words
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from ui.forms.bound_field import BoundField
    from ui.program import Program


def today(program: Program) -> None:
    """Write today’s date: in place of what stands in a field for dates, at the caret of a text."""
    at = QApplication.focusWidget()
    if program.review is None or at is None:
        return
    from ui.widgets.editors.typed import TypedEditor
    from ui.widgets.editors.when import WhenEditor

    words = day_in_words(program.review.session().clock().date())
    if field_round(at) is None:
        _do(program, "write_date")
        at = QApplication.focusWidget() or at
    row = field_round(at)
    editor = row.editor if row is not None else None
    if isinstance(at, QLineEdit) and not at.isReadOnly():
        if isinstance(editor, TypedEditor | WhenEditor):
            if row is None or not row_is_dated(row) or (isinstance(editor, WhenEditor) and at is not editor.date):
                if row is not None:
                    _tell(program, row, tr("Today’s date goes into a field for dates."))
                return
            at.selectAll()
        at.insert(words)
        at.textEdited.emit(at.text())
    elif isinstance(at, QTextEdit | QPlainTextEdit) and not at.isReadOnly():
        at.insertPlainText(words)


def row_is_dated(row: BoundField | None) -> bool:
    """Whether a field takes a date."""
    from imr_desk.review.fields import FieldType

    return row is not None and row.field.type in (FieldType.DATE, FieldType.KNOWN_DATE)


def from_above(program: Program) -> None:
    """Take over what the record before this one holds in the same field."""
    at = QApplication.focusWidget()
    row = field_round(at) if at is not None else None
    if program.review is not None and row is None:
        _do(program, "take_from_above")
    if program.review is None or row is None:
        return
    above = row.record_above()
    value = row.held_by(above) if above is not None else None
    if value in (None, ()):
        _tell(program, row, tr("There is nothing in this field of the row above."))
    else:
        row.keep_apart()  # what was typed in it comes back with undo
        row.take(value)


CHRONOLOGY = {
    "insert.write": "write_in_row",
    "insert.source": "another_source",
    "insert.split": "split",
    "insert.merge": "merge",
    "insert.read": "read_record",
    "insert.next_page": "next_page",
    "insert.last_page": "page_before",
    "insert.nothing": "nothing_here",
}
"""Entries of the menu that the page of the chronology does, by the name of what it does."""
MOVES = ("insert.earlier", "insert.later", *CHRONOLOGY)
"""Offered on the chronology alone: elsewhere their keys belong to what has the keyboard."""


def in_chronology(program: Program) -> dict[str, Callable[[], object]]:
    """What the chronology does for the entries of the menu that are its own."""
    return {action: partial(_do, program, what) for action, what in CHRONOLOGY.items()}


def _tell(program: Program, row: BoundField, words: str) -> None:
    """Say why nothing was written: at the head of the chronology too."""
    from ui.pages.chronology import ChronologyPage

    page = program.review.pages.page if program.review is not None else None
    if isinstance(page, ChronologyPage):
        page.tell(words)
    else:
        announce(row, words)


def _do(program: Program, what: str) -> None:
    from ui.pages.chronology import ChronologyPage

    page = program.review.pages.page if program.review is not None else None
    if isinstance(page, ChronologyPage):
        getattr(page, what)()


def move(program: Program, by: int) -> None:
    """Put the chosen entry of the chronology earlier or later in its day, or the card that has the keyboard."""
    from ui.forms.record_item import RecordItem
    from ui.pages.chronology import ChronologyPage

    at = QApplication.focusWidget()
    page = program.review.pages.page if program.review is not None else None
    item = _round(at, RecordItem) if at is not None else None
    if isinstance(item, RecordItem):
        item.move_asked.emit(item.record_id, by)
    elif isinstance(page, ChronologyPage):
        page.move_in_day(by)


def field_round(widget: QWidget) -> BoundField | None:
    """The declared field in which a widget stands."""
    from ui.forms.bound_field import BoundField

    found = _round(widget, BoundField)
    return found if isinstance(found, BoundField) else None


def _round(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    """The widget itself or the nearest one round it of a class."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, kind):
        found = found.parentWidget()
    return found
