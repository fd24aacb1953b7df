"""Every field and cell in which something is typed freely marks names and replaces them with one keystroke."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import review
from form_tools import Asked
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from imr_desk.names.guard import Guard
from imr_desk.names.matching import rows_for
from imr_desk.names.register import StaffRegister
from imr_desk.operations.general import Insert, SetFields
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.chronology_columns import Column
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.new_texts import with_text
from imr_desk.review.record import Record, RecordId, Value
from ui.forms.bound_field import BoundField
from ui.forms.cell_field import CellField, FurtherCell
from ui.forms.guarded import may_hold_names
from ui.forms.host import FormHost
from ui.pages.chronology_column_row import ColumnRow
from ui.widgets.editors.rows import RowsEditor
from ui.widgets.names.boxes import plain, put, select
from ui.widgets.names.watch import NameBook, watch
from ui.widgets.surfaces import column

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(32))
NAME, CODE = "Osric Pellbrook", "duty lawyer 1"
GUARD = Guard(StaffRegister(KEY, rows_for(KEY, "STF-02", NAME)), {}, ())
TYPED, LATER = f"{NAME}’s note was read.", f"It was Mr {NAME}’s note."
UNWATCHED = {
    "ui/forms/cell_field.py": "the editors of CellField, a BoundField",
    "ui/widgets/editors": "the editors themselves",
    "ui/pages/staff_names_who.py": "names are typed here to be registered",
    "ui/pages/staff_names_many.py": "names are typed here to be registered",
    "ui/pages/staff_key.py": "names are typed here, for a sealed file of their own",
    "ui/pages/chronology_reading.py": "numbers of pages",
    "ui/pages/new_review_parts.py": "the name of a file",
    "ui/pages/recovery_forgotten.py": "a recovery key",
    "ui/widgets/names/who.py": "the job title that is to stand in the place of a name",
    "ui/widgets/find_bar.py": "words that are looked for, and not kept",
    "ui/widgets/secret_field.py": "a passphrase",
}
"""Where something is typed that is no text of the review, with the reason."""


@pytest.fixture(autouse=True)
def book() -> Iterator[None]:
    watch().take(NameBook(GUARD.marks, lambda _id: CODE, lambda _kind: (), lambda _kind, words: words))
    yield
    watch().take(None)


def fields() -> Iterator[tuple[Kind, Field]]:
    for kind in KINDS.values():
        for field in with_text(kind.name):
            yield kind, field


def filled(field: Field) -> Value:
    """Something in a field, so that each of its text boxes is there."""
    if field.type is FieldType.KNOWN_DATE:
        return KnownDate("2013-05")
    if field.type is FieldType.LINES:
        return ("One.",)
    if field.type is FieldType.ROWS:
        return ({each.name: "One." for each in field.columns if each.guarded},)  # type: ignore[return-value]
    return "One."


def with_keyboard(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.setLayout(column(QLineEdit()))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def replaced_in_each_box(row: BoundField, asked: Asked) -> int:
    """Type a name into each text box and replace it with one keystroke, one step; how many boxes there were."""
    boxes = [box for box in row.names._markers if not box.isReadOnly()]
    for box in boxes:
        for typed, becomes in ((TYPED, "Duty lawyer 1’s note was read."), (LATER, "It was duty lawyer 1’s note.")):
            put(box, 0, len(plain(box)), typed)
            row.names.read_now()
            ((_, name),) = ((marker, each) for marker, each in row.names._all() if marker.box is box)
            assert (name.mark.kind, name.words) == ("registered", NAME)
            box.setFocus()
            select(box, name.start, name.start)
            assert QApplication.focusWidget() is box
            assert row.names.replace() == CODE
            assert plain(box) == becomes
            if row.field.type is not FieldType.KNOWN_DATE:  # no date could be read in that, so nothing was kept
                (first, at_first), (then, later) = asked.changes[-2:]
                assert NAME in held(first)
                assert NAME not in held(then)
                assert at_first != later  # two steps: one undo brings the name back
    return len(boxes)


def held(operation: object) -> str:
    """What is asked to be kept, as it would be written down."""
    assert isinstance(operation, SetFields | Insert)
    return str(operation.to_json())


def shown(window: QWidget, make: type[BoundField], host: FormHost, kind: Kind, field: Field) -> BoundField:
    """The field of a record in which something stands."""
    values = {field.name: filled(field)}
    host.take(review(Record(kind.name, RecordId(kind.name), 1, values)), renew=False)
    row = make(host, kind, field, kind.name)
    window.layout().addWidget(row)  # type: ignore[union-attr]
    row.editor.set_value(values[field.name])
    if isinstance(row.editor, RowsEditor):
        row.names.look()
    row.show()
    return row


def test_every_declared_field_that_is_read_marks_and_replaces_names(qtbot: QtBot) -> None:
    window = with_keyboard(qtbot)
    host = FormHost(window)
    asked = Asked(host)
    without = []
    for kind, field in fields():
        assert may_hold_names(kind, field), (kind.name, field.name)
        row = shown(window, BoundField, host, kind, field)
        if not replaced_in_each_box(row, asked):
            without.append(f"{kind.name}.{field.name}")
        row.hide()
        row.deleteLater()
    assert without == []


class Row:
    """A row of the chronology that is kept already."""

    def begin(self, field: CellField, values: dict[str, Value]) -> None:
        raise AssertionError(field, values)

    def above(self) -> None:
        return None


ENTRY = kind_of("entry")
OWN = Column("own:1", "Child seen?")
CELLS = tuple(field for field in with_text("entry") if field.name != "further")


@pytest.mark.parametrize(
    "field", [*CELLS, None], ids=lambda each: each.name if each else "a column of the author’s own"
)
def test_every_cell_that_is_written_in_marks_and_replaces_names(qtbot: QtBot, field: Field | None) -> None:
    window = with_keyboard(qtbot)
    host = FormHost(window)
    asked = Asked(host)
    values = {field.name: filled(field)} if field is not None else {}
    host.take(review(Record("entry", RecordId("CE-001"), 1, values)), renew=False)
    row = FurtherCell(host, ENTRY, OWN, Row()) if field is None else CellField(host, ENTRY, field, Row())
    row.turn_to("CE-001")
    window.layout().addWidget(row)  # type: ignore[union-attr]
    if field is not None:
        row.editor.set_value(values[field.name])
    row.names.look()
    row.show()
    assert replaced_in_each_box(row, asked)


def boxes_made() -> Iterator[tuple[str, str]]:
    """(file, what is called) wherever the window makes something to type into."""
    makers = {"LineEditor", "ProseEditor", "LineBox", "ProseBox", "QLineEdit", "QTextEdit", "QPlainTextEdit", "NewName"}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                yield path.relative_to(ROOT).as_posix(), node.func.id


def test_whatever_else_is_typed_into_is_watched_too_or_there_is_a_reason_not_to() -> None:
    made = {file for file, _ in boxes_made()}
    unwatched = {file for file in made if not any(file.startswith(each) for each in UNWATCHED)}
    silent = [file for file in sorted(unwatched) if not _watches((ROOT / file).read_text(encoding="utf-8"))]
    assert silent == []
    assert {each for each in UNWATCHED if not any(file.startswith(each) for file in made)} == set()


def _watches(source: str) -> bool:
    return any(words in source for words in ("watch_row(", "FieldNames(", "watch_names("))


def test_headings_of_columns_mark_and_replace_names(qtbot: QtBot) -> None:
    window = with_keyboard(qtbot)
    row = ColumnRow()
    window.layout().addWidget(row)  # type: ignore[union-attr]
    row.show_column(OWN, first=True, last=True, removable=True)
    renamed: list[str] = []
    row.renamed.connect(lambda _cell, heading: renamed.append(heading))
    box = row.name.box
    put(box, 0, len(plain(box)), TYPED)
    row.names.read_now()
    box.setFocus()
    select(box, 0, 0)
    assert row.names.replace() == CODE
    assert renamed == [TYPED, "Duty lawyer 1’s note was read."]
