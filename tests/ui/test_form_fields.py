"""A field of a form: what is asked for and when, and that nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review, with_values
from form_bench import PAINTED, Bench
from form_tools import field_in, leave, type_into
from link_tools import choose, keys
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imr_desk.operations.general import SetFields
from imr_desk.review.catalogue import KINDS
from imr_desk.review.record import Values
from imr_desk.review.review import Review
from ui.forms.record_form import GroupHeading
from ui.widgets.editors.base import PAUSE_MS


@pytest.fixture
def bench(show: Callable[..., None]) -> Callable[..., Bench]:
    made: list[Bench] = []

    def make(kind: str, of: Review | None = None, record_id: str = "") -> Bench:
        made.append(Bench(kind, of, record_id))
        show(made[-1].window, 700, 900)
        return made[-1]

    return make


def test_line_typed_and_left_asks_for_that_field_alone(bench: Callable[..., Bench]) -> None:
    period = bench("board")
    leave(type_into(period.row("name"), "Example Board"))
    assert period.asked.operations == [SetFields("board", "board", {"name": "Example Board"})]


def test_field_left_as_it_was_asks_for_nothing(bench: Callable[..., Bench]) -> None:
    period = bench("period")
    for name in ("start", "cut_off", "background"):
        row = period.row(name)
        row.editor.setFocus()
        leave(row.editor.controls()[0])
    assert period.asked.changes == []


def test_pause_in_typing_asks_and_leaving_asks_no_more(bench: Callable[..., Bench], qtbot: QtBot) -> None:
    board = bench("board")
    row = board.row("name")
    control = type_into(row, "Example")
    assert row.editor.pause_timer.interval() == PAUSE_MS <= 1900
    assert row.editor.pause_timer.isActive()
    row.editor.pause_timer.timeout.emit()
    assert len(board.asked.changes) == 1
    leave(control)
    assert len(board.asked.changes) == 1


def test_visit_is_one_until_the_keyboard_goes_elsewhere(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    row = board.row("name")
    control = type_into(row, "Exam")
    row.flush()
    QTest.keyClicks(control, "ple")
    leave(control)
    leave(type_into(row, "Another"))
    first, second, third = board.asked.visits
    assert first == second != third
    assert all(board.asked.visits)


def test_visit_after_undo_is_another(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    row = board.row("name")
    control = type_into(row, "Example")
    row.flush()
    board.take(board.review, reload_focused=True)
    QTest.keyClicks(control, " Board")
    row.flush()
    assert len(set(board.asked.visits)) == 2


def test_impossible_date_is_said_between_hint_and_field_and_kept_as_typed(bench: Callable[..., Bench]) -> None:
    period = bench("period")
    row = period.row("start")
    control = type_into(row, "31/02/2025")
    leave(control)
    assert row.error() == "February 2025 has 28 days. Did you mean 28 February 2025 or 1 March 2025?"
    assert control.text() == "31/02/2025"  # type: ignore[attr-defined]
    assert period.asked.changes == []
    period.take(with_values(period.review, "period", start="2012-01-01"))
    period.take(period.review, reload_focused=True)
    assert control.text() == "31/02/2025"  # type: ignore[attr-defined]
    layout = row.layout()
    order = [layout.itemAt(at).widget() for at in range(layout.count())]
    assert order.index(row._hint) < order.index(row._error) < order.index(row.editor)


def test_date_is_read_day_first_and_its_reading_shown(bench: Callable[..., Bench]) -> None:
    period = bench("period")
    row = period.row("cut_off")
    control = type_into(row, "3/5/14")
    assert row.reading() == "3 May 2014"
    leave(control)
    assert period.asked.operations == [SetFields("period", "period", {"cut_off": "2014-05-03"})]


def test_date_whose_words_were_not_changed_is_never_read_again(
    bench: Callable[..., Bench], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.widgets.editors import typed

    period = bench("period")
    row = period.row("start")
    read: list[str] = []
    monkeypatch.setattr(row.editor, "_reader", typed.Reader(read.append, str, str))
    row.editor.setFocus()
    leave(row.editor.controls()[0])
    row.flush()
    assert read == []


def test_date_as_known_keeps_its_words_and_shows_how_it_is_read(bench: Callable[..., Bench]) -> None:
    entry = bench("entry", record_id="CE-001")
    row = entry.row("date")
    assert row.editor.controls()[0].text() == "about July 2013"
    assert row.reading() == "About July 2013 · sorts at 1 July 2013"
    control = type_into(row, "early may 2013")
    assert row.reading().startswith("Between about 1 May 2013")
    leave(control)
    (operation,) = entry.asked.operations
    assert operation.values["date"].words == "early may 2013"


def test_emptied_field_asks_for_nothing_to_be_held(bench: Callable[..., Bench]) -> None:
    period = bench("period")
    row = period.row("background")
    row.editor.setFocus()
    box = row.editor.controls()[0]
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    leave(box)
    assert period.asked.operations == [SetFields("period", "period", {"background": None})]


def test_choice_and_link_ask_as_soon_as_they_are_made(bench: Callable[..., Bench]) -> None:
    asked_for = bench("review")
    nation, subject = (asked_for.row(name).editor.controls()[0] for name in ("nation", "subject"))
    nation.setFocus()
    QTest.keyClick(nation, Qt.Key.Key_Down)
    assert asked_for.asked.operations[-1] == SetFields("review", "review", {"nation": "England"})
    choose(subject, "mother")
    assert asked_for.asked.operations[-1] == SetFields("review", "review", {"subject": "SUB-02"})


def test_link_offers_records_by_title_and_follows_a_change_of_title(bench: Callable[..., Bench]) -> None:
    asked_for = bench("review")
    box = asked_for.row("subject").editor.controls()[0]
    keys(box, Qt.Key.Key_Down)
    assert box.matches() == ["Child K · SUB-01", "Mother · SUB-02"]
    keys(box, Qt.Key.Key_Escape)
    asked_for.take(with_values(asked_for.review, "SUB-01", code="Child A"))
    assert box.text() == "Child A"


def test_yes_or_no_can_be_answered_and_taken_back(bench: Callable[..., Bench]) -> None:
    retention = bench("retention")
    yes, _no, clear = retention.row("inquiry_hold").editor.controls()
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton, pos=QPoint(8, yes.height() // 2))
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert [each.values["inquiry_hold"] for each in retention.asked.operations] == [True, None]


def test_rows_and_lines_ask_in_the_shape_a_record_holds(bench: Callable[..., Bench]) -> None:
    part = bench("participation")
    factor = part.row("factors").editor.controls()[0]
    factor.setFocus()
    factor.selectAll()
    QTest.keyClicks(factor, "prejudice")
    leave(factor)
    line = part.row("reasons").editor.controls()[0]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Another.")
    leave(line)
    rows, lines = part.asked.operations
    assert rows.values["factors"] == (Values({"factor": "prejudice", "answer": "It was"}),)
    assert rows.to_json()["values"] == {"factors": [{"factor": "prejudice", "answer": "It was"}]}
    assert lines.values == {"reasons": ("Another.",)}


def test_showing_the_review_leaves_the_field_with_the_keyboard_alone(bench: Callable[..., Bench]) -> None:
    board = bench("board", review(record("board", "board", name="Old", reference="R1")))
    name, reference = board.row("name"), board.row("reference")
    control = type_into(name, "Typ")
    board.take(review(record("board", "board", name="From elsewhere", reference="R2")))
    assert name.editor.value() == "Typ"
    assert reference.editor.value() == "R2"
    QTest.keyClicks(control, "ed")
    leave(control)
    assert board.asked.operations == [SetFields("board", "board", {"name": "Typed"})]


def test_words_kept_in_a_pause_are_replaced_only_when_the_field_is_left(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    board.keep()
    row = board.row("name")
    control = type_into(row, "Typed")
    row.flush()
    board.take(with_values(board.review, "board", name="From elsewhere"))
    assert row.editor.value() == "Typed"
    leave(control)
    assert row.editor.value() == "From elsewhere"
    assert len(board.asked.changes) == 1


def test_showing_the_review_after_undo_reaches_the_field_with_the_keyboard(bench: Callable[..., Bench]) -> None:
    board = bench("board", review(record("board", "board", name="New")))
    row = board.row("name")
    row.editor.setFocus()
    board.take(review(record("board", "board", name="Old")), reload_focused=True)
    assert row.editor.value() == "Old"


def test_showing_the_review_emits_nothing(bench: Callable[..., Bench]) -> None:
    for kind in KINDS.values():
        if kind.single:
            held = bench(kind.name)
            held.take(review(*PAINTED, record("subject", "SUB-09", code="Uncle")))
            assert held.asked.changes == [], kind.name


def test_words_that_the_file_changed_are_shown_once_the_field_is_left(bench: Callable[..., Bench]) -> None:
    board = bench("board")
    board.keep()
    row = board.row("name")
    control = type_into(row, "Example")
    control.insertPlainText("\u0007 Board ")  # type: ignore[attr-defined]
    leave(control)
    assert row.editor.value() == board.review.one("board").text("name")
    assert "\u0007" not in row.editor.value()


def test_change_that_was_not_kept_leaves_the_words_and_can_be_said(bench: Callable[..., Bench]) -> None:
    board = bench("board", review(record("board", "board", name="Old", reference="R1")))
    row = board.row("name")
    leave(type_into(row, "New words"))
    board.take(with_values(board.review, "board", reference="R2"))
    assert row.editor.value() == "New words"
    row.refuse("Not saved: the disk is full.")
    assert row.error() == "Not saved: the disk is full."
    assert row.editor.dirty
    row.flush()
    assert len(board.asked.changes) == 2


def test_wheel_over_a_choice_with_the_keyboard_changes_nothing(bench: Callable[..., Bench]) -> None:
    asked_for = bench("review")
    box = asked_for.row("nation").editor.controls()[0]
    before = box.currentText()
    box.setFocus()
    down = QWheelEvent(
        QPointF(9, 9), box.mapToGlobal(QPointF(9, 9)), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, down)
    assert box.currentText() == before
    assert asked_for.asked.changes == []


def test_field_of_the_other_organisation_stands_only_where_it_holds_something(bench: Callable[..., Bench]) -> None:
    cps = bench("author", review(record("review", "review", agency="cps")))
    assert cps.row("unit_exception").isHidden()
    cps.take(review(record("review", "review", agency="ho")))
    assert not cps.row("unit_exception").isHidden()
    cps.take(review(record("review", "review", agency="cps"), record("author", "author", unit_exception="Agreed.")))
    assert not cps.row("unit_exception").isHidden()
    cps.take(review(record("review", "review")))
    assert not cps.row("unit_exception").isHidden()


def test_form_every_control_is_named_from_its_declaration(bench: Callable[..., Bench]) -> None:
    for kind in ("participation", "retention", "extension", "review"):
        held = bench(kind)
        for row in held.form.rows:
            for control in row.editor.controls():
                if "Take" not in control.accessibleName() and "Add" not in control.accessibleName():
                    assert control.accessibleName().startswith(row.field.label), (kind, row.field.name)


def test_form_groups_have_headings_where_there_is_more_than_one(bench: Callable[..., Bench]) -> None:
    held = bench("review")
    headings = [heading.label.text() for heading in held.form.findChildren(GroupHeading)]
    assert headings[:3] == ["What was asked for", "Form of the report", "Marking"]


def test_form_private_fields_have_no_row(bench: Callable[..., Bench]) -> None:
    held = bench("identity", review(record("identity", "IDN-001")), "IDN-001")
    assert held.form.rows == ()


def test_chip_of_a_link_leads_to_its_record(bench: Callable[..., Bench]) -> None:
    held = bench("extension", review(*PAINTED[5:6], record("extension", "extension", meanwhile=("EA-001",))))
    field_in(held.window, "extension", "meanwhile").editor.controls()[0].click()
    (place,) = held.asked.places
    assert (place.kind, place.record_id) == ("early_action", "EA-001")
